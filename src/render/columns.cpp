#include "render/columns.hpp"

#include <algorithm>
#include <numeric>

#include "render/wrap.hpp"

namespace belegd::render {
namespace {

using Widths = std::vector<std::size_t>;

void add(Need& need, const CellLines& cell) {
    std::size_t whole = 0;
    for (const auto& text : cell) {
        for (const auto each : words(text)) {
            need.word = std::max(need.word, display_width(each));
            for (const auto piece : parts(each)) need.part = std::max(need.part, display_width(piece));
        }
        need.line = std::max(need.line, display_width(text));
        whole += display_width(text);
    }
    need.cell = std::max(need.cell, whole);
}

std::size_t sum(const Widths& widths) { return std::accumulate(widths.begin(), widths.end(), std::size_t{0}); }

/// About how many lines a text takes; only a broken word is estimated.
std::size_t lines_taken(const Widths& word_lengths, std::size_t width) {
    std::size_t lines = 1, used = 0;
    for (const auto length : word_lengths) {
        if (used > 0 && used + 1 + length > width) ++lines, used = 0;
        used += (used > 0 ? 1 : 0) + length;
        for (; used > width; used -= width) ++lines;
    }
    return lines;
}

/// How high the cells of one column are at each width from the least to the most it may get.
class Heights {
   public:
    Heights(const std::vector<std::vector<CellLines>>& rows, std::size_t column, std::size_t least, std::size_t most)
        : least_(least), by_width_(most - least + 1) {
        for (const auto& row : rows) {
            std::vector<Widths> word_lengths;
            for (const auto& line : row[column]) {
                word_lengths.emplace_back();
                for (const auto word : words(line)) word_lengths.back().push_back(display_width(word));
            }
            for (std::size_t i = 0; i < by_width_.size(); ++i) {
                std::size_t height = 0;
                for (const auto& line : word_lengths) height += lines_taken(line, least + i);
                by_width_[i].push_back(height);
            }
        }
    }

    const std::vector<std::size_t>& at(std::size_t width) const { return by_width_[width - least_]; }
    std::size_t most() const { return least_ + by_width_.size() - 1; }

   private:
    std::size_t least_;
    std::vector<std::vector<std::size_t>> by_width_;
};

/// For each row the height of its highest cell outside one column.
std::vector<std::size_t> heights_beside(std::size_t column, const std::vector<Heights>& heights, const Widths& widths) {
    std::vector<std::size_t> out(heights.front().at(widths.front()).size(), 1);
    for (std::size_t other = 0; other < widths.size(); ++other)
        for (std::size_t row = 0; other != column && row < out.size(); ++row)
            out[row] = std::max(out[row], heights[other].at(widths[other])[row]);
    return out;
}

/// What the table loses in height if one column gets wider, in quarters of lines: a cell that gets lower counts a
/// quarter even if another keeps its row high, because that one may follow.
std::size_t gain(const std::vector<std::size_t>& before, const std::vector<std::size_t>& after,
                 const std::vector<std::size_t>& beside) {
    std::size_t out = 0;
    for (std::size_t row = 0; row < before.size(); ++row) {
        out += before[row] - std::min(before[row], after[row]);
        out += 4 * (std::max(before[row], beside[row]) - std::max(std::min(before[row], after[row]), beside[row]));
    }
    return out;
}

/// Widens again and again the column that gains most for its room.
void widen(Widths& widths, const std::vector<Heights>& heights, std::size_t room) {
    while (true) {
        std::size_t best_gain = 0, best_step = 1, best_column = 0;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            const auto beside = heights_beside(column, heights, widths);
            const auto& before = heights[column].at(widths[column]);
            for (std::size_t step = 1; step <= std::min(room, heights[column].most() - widths[column]); ++step) {
                const auto gained = gain(before, heights[column].at(widths[column] + step), beside);
                if (gained * best_step <= best_gain * step) continue;
                best_gain = gained, best_step = step, best_column = column;
            }
        }
        if (best_gain == 0) return;
        widths[best_column] += best_step;
        room -= best_step;
    }
}

}  // namespace

std::vector<Need> needs_of(const std::vector<std::vector<CellLines>>& rows) {
    std::vector<Need> out(rows.empty() ? 0 : rows.front().size());
    for (const auto& row : rows)
        for (std::size_t column = 0; column < row.size(); ++column) add(out[column], row[column]);
    return out;
}

std::vector<std::size_t> all(const std::vector<Need>& needs, std::size_t Need::*measure) {
    Widths out;
    for (const auto& need : needs) out.push_back(need.*measure);
    return out;
}

std::optional<Widths> shared_widths(const std::vector<std::vector<CellLines>>& rows, std::size_t available) {
    const auto needs = needs_of(rows);
    const auto most = all(needs, &Need::line);
    if (sum(most) <= available) return most;
    auto out = all(needs, &Need::word);
    if (sum(out) > available) out = all(needs, &Need::part);
    if (sum(out) > available) return std::nullopt;

    const auto room = available - sum(out);
    std::vector<Heights> heights;
    for (std::size_t column = 0; column < needs.size(); ++column)
        heights.emplace_back(rows, column, out[column], std::min(most[column], out[column] + room));
    widen(out, heights, room);
    return out;
}

}  // namespace belegd::render
