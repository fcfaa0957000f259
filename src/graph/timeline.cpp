#include "graph/timeline.hpp"

namespace belegd::graph {

void Timeline::slice(Day from, std::vector<std::pair<BitSet, AnswerId>> classes) {
    std::vector<Open> next;
    next.reserve(open_.size() + classes.size());
    for (auto& open : open_) {
        for (auto& [tasks, answer] : classes) {
            if (answer != open.answer) continue;
            auto goes_on = open.tasks & tasks;
            if (goes_on.none()) break;
            open.tasks -= goes_on;
            tasks -= goes_on;
            next.push_back({open.from, std::move(goes_on), answer});
            break;
        }
        close(open, from);
    }
    BitSet now_explicit, now_implicit;
    for (const auto& open : next) sort_in(open.answer, open.tasks, now_explicit, now_implicit);
    for (auto& [tasks, answer] : classes) {
        if (tasks.none()) continue;
        sort_in(answer, tasks, now_explicit, now_implicit);
        next.push_back({from, std::move(tasks), answer});
    }
    open_ = std::move(next);

    std::vector<Hole> holes;
    for (auto& hole : holes_) {
        if (auto filled = hole.tasks & now_explicit; filled.any())
            out_.gaps.push_back({participant_, function_, {hole.from, from}, std::move(filled)});
        if (auto lasts = hole.tasks & now_implicit; lasts.any()) holes.push_back({hole.from, std::move(lasts)});
    }
    if (auto opens = was_explicit_ & now_implicit; opens.any()) holes.push_back({from, std::move(opens)});
    holes_ = std::move(holes);
    was_explicit_ = std::move(now_explicit);
}

void Timeline::finish() {
    for (const auto& open : open_) close(open, kNoEnd);
}

void Timeline::close(const Open& open, Day until) {
    if (open.tasks.any()) out_.runs.push_back({participant_, function_, {open.from, until}, open.tasks, open.answer});
}

void Timeline::sort_in(AnswerId answer, const BitSet& tasks, BitSet& now_explicit, BitSet& now_implicit) const {
    const auto state = answers_[answer].state;
    if (is_explicit(state)) now_explicit |= tasks;
    if (is_implicit(state)) now_implicit |= tasks;
}

}  // namespace belegd::graph
