#include "report/ways.hpp"

#include <algorithm>

#include "graph/walk.hpp"

namespace belegd::report {
namespace {

using namespace model;

class WaysFinder {
   public:
    WaysFinder(const Model& model, const graph::Answer& answer) : model_(model), answer_(answer) {}

    Ways find() {
        const auto& start = answer_.chain.front().from;
        Way empty;
        empty.holder = start;
        follow(start, 3, empty);
        out_.alternatives = answer_.state != graph::State::doubly_assigned && !several_at_once();
        return std::move(out_);
    }

   private:
    bool joint(const graph::Step& step) const {
        return step.to.size() > 1 && std::any_of(step.by.begin(), step.by.end(), [&](TransferId id) {
                   return model_[id].together == Transfer::Together::joint;
               });
    }

    /// Several receivers, each without condition: of a function that more than one may have.
    bool several_at_once() const {
        const auto free = [&](const graph::Step& step) {
            return std::any_of(step.by.begin(), step.by.end(), [&](TransferId id) { return !model_[id].condition; });
        };
        for (const auto& step : answer_.chain)
            for (const auto& other : answer_.chain)
                if (&other != &step && other.from == step.from && free(step) && free(other)) return true;
        return false;
    }

    bool settled() const {
        return answer_.state == graph::State::assigned || answer_.state == graph::State::doubly_assigned;
    }

    void end(Way way, std::vector<Actor> performers, bool together) {
        way.performers = std::move(performers);
        way.together = together;
        out_.all.push_back(std::move(way));
    }

    void follow(const Actor& here, int level, const Way& way) {
        bool goes_on = false;
        for (const auto& step : answer_.chain) {
            if (step.from != here || graph::rank_of(step.kind) > level) continue;
            if (std::find(way.steps.begin(), way.steps.end(), &step) != way.steps.end()) continue;
            goes_on = true;
            auto longer = way;
            longer.steps.push_back(&step);
            const bool moves = step.kind == TransferKind::delegates;
            if (joint(step)) {
                if (moves) longer.holder = step.to.front();
                end(std::move(longer), step.to, true);
                continue;
            }
            for (const auto& to : step.to) {
                const bool was_there = std::any_of(way.steps.begin(), way.steps.end(),
                                                   [&](const graph::Step* earlier) { return earlier->from == to; });
                auto next = longer;
                if (moves) next.holder = to;
                if (to == here)
                    end(std::move(next), {here}, false);
                else if (was_there)
                    // Who delegated it and gets it back in mandate ends the chain (D17); otherwise it goes round.
                    end(std::move(next), settled() ? std::vector{to} : std::vector<Actor>{}, false);
                else
                    follow(to, graph::rank_of(step.kind), next);
            }
        }
        if (!goes_on) end(way, {here}, false);
    }

    const Model& model_;
    const graph::Answer& answer_;
    Ways out_;
};

}  // namespace

const graph::Step* Way::last_move() const {
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        if ((*step)->kind != TransferKind::keeps) return *step;
    return nullptr;
}

Ways ways(const Model& model, const graph::Answer& answer) {
    if (answer.chain.empty()) return {};
    return WaysFinder(model, answer).find();
}

}  // namespace belegd::report
