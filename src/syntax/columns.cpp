#include "syntax/columns.hpp"

#include <algorithm>
#include <map>

#include "base/source.hpp"

namespace belegd::syntax {
namespace {

constexpr std::uint32_t kIndent = 2, kLastCommentColumn = 100;
/// Columns make no line longer than this, which may be a little more in a list of declarations; no column is worth more blanks than this in one place.
constexpr std::uint32_t kWidestTable = 138, kWidestLine = 126, kWidestGap = 48;

using Placed = std::vector<std::uint32_t>;  ///< where each cell of a line begins

std::uint32_t start_of(const Line& line) { return line.level * kIndent + line.hang; }

/// Where the cells begin when nothing is aligned; the column of `lead` counts for lines that have one.
Placed naturally(const Line& line, std::uint32_t lead) {
    Placed out;
    auto at = start_of(line);
    for (const auto& cell : line.cells) {
        if (!out.empty()) at += cell.gap;
        if (cell.column == Cell::kBody && !out.empty()) at = std::max(at, lead);
        out.push_back(at);
        at += characters(cell.text);
    }
    return out;
}

std::uint32_t end_of(const Line& line, const Placed& placed) {
    return placed.empty() ? start_of(line) : placed.back() + characters(line.cells.back().text);
}

/// The lines of one group.
class Group {
   public:
    explicit Group(std::vector<const Line*> lines) : lines_(std::move(lines)) {
        for (const auto* line : lines_)
            if (line->cells.size() > 1 && line->cells[1].column == Cell::kBody)
                lead_ = std::max(lead_, start_of(*line) + characters(line->cells[0].text) + line->cells[1].gap);
        for (const auto* line : lines_) {
            natural_.push_back(naturally(*line, lead_));
            longest_ = std::max(longest_, end_of(*line, natural_.back()));
        }
    }

    std::vector<Placed> placed() {
        // Sources in a column of their own, if need be without a few long lines; otherwise as the next part of a line.
        const auto few = std::max<std::size_t>(lines_.size() / 3, 1);
        for (const bool sources_apart : {true, false}) {
            columns(sources_apart);
            if (auto out = fitting({}); !out.empty()) return out;
            if (auto out = without_longest(sources_apart ? few : lines_.size()); !out.empty()) return out;
        }
        return natural_;
    }

   private:
    /// The longest lines stay out of the columns, at most so many, until the others fit.
    std::vector<Placed> without_longest(std::size_t most) const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < lines_.size(); ++i) order.push_back(i);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return end_of(*lines_[a], natural_[a]) > end_of(*lines_[b], natural_[b]);
        });
        std::vector<bool> out_of_it(lines_.size());
        for (std::size_t first = 0, many = 1; first + many <= most; first += many, many *= 2) {
            for (auto i = first; i < first + many; ++i) out_of_it[order[i]] = true;
            if (auto out = fitting(out_of_it); !out.empty()) return out;
        }
        return {};
    }

    /// Numbers the columns of each cell: sources in one of their own, or as the next part of their line.
    void columns(bool sources_apart) {
        column_.clear();
        std::vector<std::uint32_t> order;
        const bool declarations = lines_.front()->sort == Line::Sort::declaration;
        ordered_ = true;
        for (const auto* line : lines_) {
            std::vector<std::uint32_t> own;
            for (std::size_t i = 0; i < line->cells.size(); ++i) {
                const auto column = line->cells[i].column;
                const bool by_number =
                    !declarations && column > Cell::kBody && !(column == Cell::kSource && sources_apart);
                const bool free = (declarations && line->heading && column > Cell::kTitle) ||
                                  (line->continued && column > Cell::kBody && column != Cell::kSource);
                own.push_back(free ? kFree : by_number ? numbered(*line, i) : column);
            }
            if (declarations && sources_apart) merge(order, own);
            column_.push_back(std::move(own));
        }
        if (!declarations) return;
        for (auto& own : column_)
            for (std::size_t i = 0; i < own.size(); ++i) {
                const auto found = std::find(order.begin(), order.end(), own[i]);
                own[i] = own[i] <= Cell::kTitle ? own[i]
                         : sources_apart && found != order.end()
                             ? 10 + static_cast<std::uint32_t>(found - order.begin())
                             : kFree;
            }
    }

    /// The column of a further part of a line: by its number, and for asides by the lead word too.
    std::uint32_t numbered(const Line& line, std::size_t i) {
        const auto number = static_cast<std::uint32_t>(i) + (line.cells[0].column == Cell::kBody ? 1 : 0);
        if (!line.cells[i].aside) return number * kLeads;
        const auto& lead = line.cells[0].column == Cell::kBody ? std::string() : line.cells[0].text;
        auto known = std::find(leads_.begin(), leads_.end(), lead);
        if (known == leads_.end()) known = leads_.insert(leads_.end(), lead);
        const auto which = static_cast<std::uint32_t>(known - leads_.begin()) + 1;
        return which < kLeads ? number * kLeads + which : kFree;
    }

    /// Puts the columns of a line in the order of all; lines that contradict each other are left unaligned.
    void merge(std::vector<std::uint32_t>& order, const std::vector<std::uint32_t>& own) {
        std::size_t after = 0;
        for (const auto column : own) {
            if (column <= Cell::kTitle || column == kFree) continue;
            const auto found = std::find(order.begin(), order.end(), column);
            if (found == order.end()) {
                order.insert(order.begin() + static_cast<std::ptrdiff_t>(after), column);
                ++after;
            } else if (static_cast<std::size_t>(found - order.begin()) < after) {
                ordered_ = false;
            } else {
                after = static_cast<std::size_t>(found - order.begin()) + 1;
            }
        }
    }

    /// Where all cells begin, or nothing when a line would become too long.
    std::vector<Placed> fitting(const std::vector<bool>& out_of_it) const {
        if (!ordered_) return {};
        const auto widest = lines_.front()->sort == Line::Sort::declaration ? kWidestTable : kWidestLine;
        const auto in = [&](std::size_t line) { return out_of_it.empty() || !out_of_it[line]; };
        auto out = natural_;
        std::map<std::uint32_t, std::vector<std::pair<std::size_t, std::size_t>>> cells;  // of each column
        for (std::size_t line = 0; line < lines_.size(); ++line)
            for (std::size_t i = 1; i < column_[line].size(); ++i)
                if (in(line) && column_[line][i] > Cell::kBody) cells[column_[line][i]].emplace_back(line, i);
        const auto after = [&](std::size_t line, std::size_t i) {
            return out[line][i - 1] + characters(lines_[line]->cells[i - 1].text) + lines_[line]->cells[i].gap;
        };
        for (const auto& [column, all] : cells) {
            std::uint32_t at = 0;
            for (const auto& [line, i] : all) at = std::max(at, after(line, i));
            for (const auto& [line, i] : all)
                if (widest == kWidestLine && column != kFree && at - after(line, i) > kWidestGap) return {};
            for (const auto& [line, i] : all) out[line][i] = column == kFree ? after(line, i) : at;
        }
        // A line of which later cells are free follows its earlier ones.
        for (std::size_t line = 0; line < lines_.size(); ++line) {
            for (std::size_t i = 1; i < out[line].size(); ++i) out[line][i] = std::max(out[line][i], after(line, i));
            if (end_of(*lines_[line], out[line]) > std::max(widest, longest_)) return {};
        }
        return out;
    }

    static constexpr std::uint32_t kFree = Cell::kSource + 1, kLeads = 64;

    std::vector<const Line*> lines_;
    std::vector<Placed> natural_;
    std::vector<std::vector<std::uint32_t>> column_;
    std::vector<std::string> leads_;
    std::uint32_t lead_ = 0, longest_ = 0;
    bool ordered_ = true;
};

struct Writer {
    const std::vector<Line>& lines;
    const std::string& line_end;
    std::string out = {};

    void write(const Line& line, const Placed& placed, std::uint32_t comment_at) {
        if (line.blank_before) out += line_end;
        std::uint32_t at = 0;
        const auto pad = [&](std::uint32_t to) {
            out.append(to > at ? to - at : 0, ' ');
            at = std::max(at, to);
        };
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            if (line.cells[i].text.empty()) continue;
            pad(placed[i]);
            out += line.cells[i].text;
            at += characters(line.cells[i].text);
        }
        if (!line.comment.empty()) {
            pad(at == 0 ? comment_at : std::max(comment_at, at + 2));
            out += line.comment;
        }
        out += line_end;
    }

    void write(std::size_t first, std::size_t last) {
        std::vector<const Line*> group;
        for (auto i = first; i < last; ++i)
            if (lines[i].sort != Line::Sort::comment) group.push_back(&lines[i]);
        const auto placed = group.empty() ? std::vector<Placed>{} : Group(group).placed();
        std::uint32_t comment_at = 0;
        for (std::size_t i = 0; i < group.size(); ++i)
            if (!group[i]->comment.empty()) comment_at = std::max(comment_at, end_of(*group[i], placed[i]) + 2);
        if (comment_at > kLastCommentColumn) comment_at = 0;
        std::size_t next = 0;
        for (auto i = first; i < last; ++i) {
            if (lines[i].sort != Line::Sort::comment) {
                write(lines[i], placed[next], comment_at);
                ++next;
                continue;
            }
            auto at = start_of(lines[i]);
            // Between the lines of one statement: where that goes on.
            if (lines[i].in_lead && next > 0 && placed[next - 1].size() > 1 &&
                group[next - 1]->cells[0].column == Cell::kLead)
                at = placed[next - 1][1];
            write(lines[i], {}, at);
        }
    }
};

bool together(const Line& a, const Line& b) {
    return a.sort == b.sort && a.level == b.level && a.group == b.group && a.sort != Line::Sort::fixed;
}

}  // namespace

std::string aligned(const std::vector<Line>& lines, const std::string& line_end) {
    Writer writer{lines, line_end};
    for (std::size_t first = 0; first < lines.size();) {
        auto last = first + 1;
        // Comments between do not part a group; those at its end do not belong to it.
        auto before = first;
        for (auto i = last; i < lines.size() && !lines[i].blank_before; ++i) {
            if (lines[i].sort == Line::Sort::comment) continue;
            if (lines[before].sort == Line::Sort::comment || !together(lines[before], lines[i])) break;
            before = i;
            last = i + 1;
        }
        writer.write(first, last);
        first = last;
    }
    return std::move(writer.out);
}

}  // namespace belegd::syntax
