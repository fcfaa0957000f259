#include "render/drawing/sketch.hpp"

#include <algorithm>

#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/drawing.hpp"
#include "diagnostics/messages/general.hpp"
#include "render/cells.hpp"
#include "render/drawing/measure.hpp"

namespace belegd::render {
namespace {

using report::Drawing;

constexpr double kOwnerWidth = 124, kLabelWidth = 190, kDoerWidth = 120;
constexpr std::size_t kTitleLines = 5;  ///< of a box; a longer title stands in the table
constexpr std::size_t kPartLines = 4;   ///< of one part of the work
constexpr std::size_t kOwnLines = 4;    ///< of what stays with its owner
constexpr std::size_t kMostParts = 9;   ///< in one label
constexpr double kBetweenBoxes = 12;

std::string sketched_line(const Text& text, Language language) { return joined_lines(text, language); }

class Sketcher {
   public:
    Sketcher(const Drawing& drawing, Language language) : d_(drawing), language_(language) {}

    Sketch sketched() {
        std::vector<std::size_t> owners(d_.owners.size()), doers(d_.doers.size());
        for (std::size_t i = 0; i < d_.owners.size(); ++i)
            if (!d_.crowded || has_arrow(i)) owners[i] = owner(d_.owners[i], i);
        for (std::size_t i = 0; i < d_.doers.size(); ++i) doers[i] = doer(d_.doers[i], i);
        for (std::size_t i = 0; i < d_.cooperations.size(); ++i) frame(d_.cooperations[i], i);
        for (std::size_t i = 0; i < d_.arrows.size(); ++i) {
            const auto& arrow = d_.arrows[i];
            const auto middle = label(arrow, i);
            out_.frames[arrow.cooperation].labels.push_back(middle);
            const bool open = out_.boxes[middle].open;
            for (const auto from : arrow.from) out_.edges.push_back({owners[from], middle, false, open, arrow.change});
            for (const auto to : arrow.to) out_.edges.push_back({middle, doers[to], true, open, arrow.change});
        }
        const auto empty = [](const SketchFrame& each) { return each.labels.empty(); };
        out_.frames.erase(std::remove_if(out_.frames.begin(), out_.frames.end(), empty), out_.frames.end());
        return std::move(out_);
    }

   private:
    bool has_arrow(std::size_t owner) const {
        return std::any_of(d_.arrows.begin(), d_.arrows.end(), [&](const Drawing::Arrow& each) {
            return std::find(each.from.begin(), each.from.end(), owner) != each.from.end();
        });
    }

    static void write(SketchBox& box, const std::string& text, bool bold, bool small, std::size_t most) {
        for (auto& line : fitted(text, box.width - 2 * kPadding, small ? kSmall : kText, bold, most))
            box.lines.push_back({std::move(line), bold, small});
    }
    static void close(SketchBox& box) {
        box.height = static_cast<double>(box.lines.size()) * kLeading + 2 * kPadding - 2;
    }
    std::size_t keep(SketchBox box) {
        close(box);
        out_.boxes.push_back(std::move(box));
        return out_.boxes.size() - 1;
    }
    std::string said(const Text& text) const { return sketched_line(text, language_); }

    std::size_t owner(const Drawing::Box& from, std::size_t number) {
        SketchBox box{SketchBox::Kind::owner, "o" + std::to_string(number + 1), {said(from.title)}, {}};
        box.width = kOwnerWidth;
        write(box, box.words.front(), true, false, kTitleLines);
        // What changes comes first.
        auto own = from.own;
        std::stable_partition(own.begin(), own.end(),
                              [](const Drawing::Line& line) { return line.change != Drawing::Change::stays; });
        std::vector<Text> stays;
        for (const auto& line : own) {
            const bool plain = line.mark == report::MarkedAs::own && !d_.difference;
            const auto part = plain ? line.part : joined({lead_of(d_, line), line.part}, ": ");
            if (std::find(stays.begin(), stays.end(), part) == stays.end()) stays.push_back(part);
        }
        if (!stays.empty() && !d_.crowded) {
            const auto all = d_.difference ? joined(stays, "; ") : say(message::drawn_keeps, {joined(stays, "; ")});
            box.words.push_back(said(all));
            write(box, box.words.back(), false, true, kOwnLines);
        }
        return keep(std::move(box));
    }

    std::size_t doer(const Drawing::Box& to, std::size_t number) {
        SketchBox box{SketchBox::Kind::doer, "d" + std::to_string(number + 1), {said(to.title)}, {}, to.nobody};
        box.width = kDoerWidth;
        write(box, box.words.front(), true, false, kTitleLines);
        return keep(std::move(box));
    }

    void frame(const Drawing::Cooperation& each, std::size_t number) {
        SketchFrame out{"c" + std::to_string(number + 1), {}, {}, {}};
        if (each.title.empty()) {
            out.words = {said(say(message::drawn_outside))};
        } else {
            out.words = {said(each.title)};
            if (!each.form.empty()) out.words.push_back(said(each.form));
        }
        bool first = true;
        for (const auto& text : out.words) {
            for (auto& line : fitted(text, kLabelWidth - 4, first ? kText : kSmall, first, first ? 4 : 2))
                out.lines.push_back({std::move(line), first, !first});
            first = false;
        }
        out.width = kLabelWidth;
        out.height = static_cast<double>(out.lines.size()) * kLeading + 2;
        out_.frames.push_back(std::move(out));
    }

    /// What stands behind the mark, where it says more than the box to which the arrow goes.
    bool says_more(const Drawing::Arrow& arrow, const Text& how) const {
        return !how.empty() && !(arrow.to.size() == 1 && d_.doers[arrow.to.front()].title == how);
    }

    std::size_t label(const Drawing::Arrow& arrow, std::size_t number) {
        SketchBox box{SketchBox::Kind::label, "a" + std::to_string(number + 1), {}, {}};
        box.width = kLabelWidth;
        box.change = arrow.change;
        for (const auto to : arrow.to) box.open = box.open || d_.doers[to].nobody;
        if (d_.owners.size() > 1) {
            box.words.push_back(said(say(message::row_for, {arrow.whose})));
            write(box, box.words.back(), false, true, 2);
        }
        // Lines that say the same of different parts are one.
        std::vector<std::pair<const Drawing::Line*, std::vector<Text>>> all;
        for (const auto& line : arrow.lines) {
            const auto same = std::find_if(all.begin(), all.end(), [&](const auto& each) {
                return each.first->mark == line.mark && each.first->how == line.how;
            });
            if (same == all.end())
                all.push_back({&line, {line.part}});
            else
                same->second.push_back(line.part);
        }
        std::size_t shown = 0;
        for (const auto& [line, parts] : all) {
            const auto lead = joined({lead_of(d_, *line), joined(parts, "; ")}, ": ");
            box.words.push_back(said(lead));
            if (says_more(arrow, line->how)) box.words.push_back("(" + said(line->how) + ")");
            if (++shown > kMostParts) continue;
            write(box, said(lead), true, false, kPartLines + parts.size());
            if (says_more(arrow, line->how)) write(box, said(line->how), false, true, 3);
        }
        if (all.size() > kMostParts)
            write(box,
                  said(say(message::drawn_more, {belegd::number(static_cast<long long>(all.size() - kMostParts))})),
                  false, true, 2);
        return keep(std::move(box));
    }

    const Drawing& d_;
    Language language_;
    Sketch out_;
};

}  // namespace

Sketch sketch(const Drawing& drawing, Language language) { return Sketcher(drawing, language).sketched(); }

Sketch stacked(Sketch sketch) {
    const double columns[] = {0, kOwnerWidth + 4 * kBetweenBoxes, kOwnerWidth + kLabelWidth + 8 * kBetweenBoxes};
    double below[] = {0, 0, 0};
    for (auto& box : sketch.boxes) {
        if (box.kind == SketchBox::Kind::label) continue;
        const auto column = box.kind == SketchBox::Kind::owner ? std::size_t{0} : std::size_t{2};
        box.at = {columns[column], below[column]};
        below[column] += box.height + kBetweenBoxes;
    }
    for (auto& frame : sketch.frames) {
        frame.at = {columns[1] - kPadding, below[1]};
        below[1] += frame.height + kPadding;
        for (const auto label : frame.labels) {
            sketch.boxes[label].at = {columns[1], below[1]};
            below[1] += sketch.boxes[label].height + kBetweenBoxes;
        }
        frame.width = kLabelWidth + 2 * kPadding;
        frame.height = below[1] - frame.at.y;
        below[1] += kBetweenBoxes;
    }
    sketch.width = columns[2] + kDoerWidth;
    sketch.height = *std::max_element(std::begin(below), std::end(below));
    return sketch;
}

}  // namespace belegd::render
