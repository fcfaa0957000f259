#include <algorithm>
#include <utility>

#include "base/fold.hpp"
#include "render/cells.hpp"
#include "render/written/builder.hpp"
#include "report/origins.hpp"

namespace belegd::render {

std::string tidied_words(std::string_view text) {
    std::string out;
    bool blank = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hard = text.substr(i, 2) == "\u00A0";
        if (hard || std::string_view(" \t\r\n").find(text[i]) != std::string_view::npos) {
            blank = !out.empty();
            i += hard ? 1 : 0;
            continue;
        }
        if (std::exchange(blank, false)) out += ' ';
        out += text[i];
    }
    return out;
}

void WrittenBuilder::heading(std::string_view text) {
    auto words = tidied_words(text);
    std::size_t digits = 0;
    while (digits < words.size() && is_digit(words[digits])) ++digits;
    if (digits > 0 && words.substr(digits, 2) == ". ") words.erase(0, digits + 2);
    if (words.empty()) return;
    out_.parts.push_back({std::move(words), {}, {}});
}

void WrittenBuilder::line(std::string_view text) {
    if (auto words = tidied_words(text); !words.empty()) part().lines.push_back(std::move(words));
}

Written::Table& WrittenBuilder::table() {
    if (part().tables.empty()) begin_table();
    return part().tables.back();
}

Written::Part& WrittenBuilder::part() {
    if (out_.parts.empty()) out_.parts.emplace_back();
    return out_.parts.back();
}

namespace {

using Row = std::vector<std::string>;

std::string said(const Row& row) {
    std::string out;
    for (const auto& cell : row)
        if (!cell.empty()) out += (out.empty() ? "" : " | ") + cell;
    return out;
}

/// Takes one of two equal things out of each list.
template <typename Item>
void take_equals(std::vector<Item>& a, std::vector<Item>& b) {
    for (auto at = a.begin(); at != a.end();) {
        const auto same = std::find(b.begin(), b.end(), *at);
        if (same == b.end()) {
            ++at;
            continue;
        }
        b.erase(same);
        at = a.erase(at);
    }
}

class Comparison {
   public:
    std::vector<Difference> out;

    void part(const Written::Part& earlier, const Written::Part& now, bool everything) {
        heading_ = now.heading;
        auto found = earlier.lines, wanted = now.lines;
        take_equals(wanted, found);
        for (const auto& line : wanted) put(Difference::Kind::missing, line);
        if (everything)
            for (const auto& line : found) put(Difference::Kind::extra, line);
        auto tables = earlier.tables;
        for (const auto& table : now.tables) {
            const auto same = best(tables, table);
            if (same == tables.end()) {
                for (const auto& row : table.rows) put(Difference::Kind::missing, said(row));
                continue;
            }
            rows(same->columns, same->rows, table);
            tables.erase(same);
        }
    }

    void no_part(const std::string& heading) { out.push_back({Difference::Kind::no_part, heading, {}, {}, {}, {}}); }

   private:
    void put(Difference::Kind kind, const std::string& row) { out.push_back({kind, heading_, row, {}, {}, {}}); }

    /// The table of the same columns that has most rows in common, or most names of rows.
    static std::vector<Written::Table>::iterator best(std::vector<Written::Table>& all, const Written::Table& wanted) {
        auto out = all.end();
        std::size_t most = 0;
        for (auto at = all.begin(); at != all.end(); ++at) {
            const bool named_alike = at->columns == wanted.columns;
            // Without names of columns it is one whose rows are named alike.
            std::size_t common = named_alike && !wanted.columns.empty() ? 1 : 0;
            for (const auto& row : wanted.rows)
                common +=
                    static_cast<std::size_t>(std::count_if(at->rows.begin(), at->rows.end(), [&](const Row& other) {
                        return !row.empty() && !other.empty() && row.front() == other.front();
                    }));
            if (common > most) most = common, out = at;
        }
        return out;
    }

    void rows(const std::vector<std::string>& found_columns, std::vector<Row> found, const Written::Table& table) {
        auto wanted = table.rows;
        take_equals(wanted, found);
        if (found_columns != table.columns)
            out.push_back({Difference::Kind::other, heading_, {}, {}, said(found_columns), said(table.columns)});
        for (const auto& row : wanted) {
            const auto same = std::find_if(found.begin(), found.end(), [&](const Row& other) {
                return !row.empty() && !other.empty() && row.front() == other.front() && row.size() == other.size();
            });
            if (same == found.end()) {
                put(Difference::Kind::missing, said(row));
                continue;
            }
            for (std::size_t i = 1; i < row.size(); ++i)
                if (row[i] != (*same)[i])
                    out.push_back({Difference::Kind::other, heading_, row.front(),
                                   i < table.columns.size() ? table.columns[i] : "", (*same)[i], row[i]});
            found.erase(same);
        }
        for (const auto& row : found) put(Difference::Kind::extra, said(row));
    }

    std::string heading_;
};

/// Where a row stands in the model is no part of what it says: a line moves with every line above it.
Written without_origins(Written written) {
    for (auto& part : written.parts)
        for (auto& table : part.tables) {
            if (table.columns.empty() || !report::names_origins(table.columns.back())) continue;
            const auto last = table.columns.size() - 1;
            table.columns.pop_back();
            for (auto& row : table.rows)
                if (row.size() > last) row.resize(last);
        }
    return written;
}

}  // namespace

std::vector<Difference> differences(const Written& earlier_words, const Written& now_words) {
    const auto earlier = without_origins(earlier_words), now = without_origins(now_words);
    Comparison comparison;
    auto left = earlier.parts;
    for (std::size_t i = 0; i < now.parts.size(); ++i) {
        const auto& part = now.parts[i];
        const auto same = std::find_if(left.begin(), left.end(),
                                       [&](const Written::Part& other) { return other.heading == part.heading; });
        if (same == left.end()) {
            // What stands before the first heading may stand under one of the paper around it.
            if (!part.heading.empty()) comparison.no_part(part.heading);
            continue;
        }
        comparison.part(*same, part, !part.heading.empty());
        left.erase(same);
    }
    return std::move(comparison.out);
}

}  // namespace belegd::render
