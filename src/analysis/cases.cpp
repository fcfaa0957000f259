#include "analysis/cases.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "checks/limits.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "graph/walk.hpp"
#include "model/describe.hpp"

namespace belegd::analysis {
namespace {

using namespace model;
using graph::State;
using graph::Step;
using Value = Test::Value;

/// Whether a sentence takes a case in: it may have no limit of the kind that the case is told by.
enum class Fit : std::uint8_t { silent, inside, outside };

bool concerns(const Value& value, const Condition& limit) {
    if (!limit.takes_part() || !limit.limited() || limit.unit != value.unit) return false;
    // A limit that does not say of what is one of whatever has that unit.
    return value.of.empty() || limit.text.empty() || folded(limit.text) == folded(value.of);
}

bool includes(const Condition& limit, long long value) {
    if (limit.lower && (limit.beyond ? value <= *limit.lower : value < *limit.lower)) return false;
    return !limit.upper || (limit.inclusive ? value <= *limit.upper : value < *limit.upper);
}

template <typename Item>
void add(std::vector<Item>& list, const Item& item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

class Answering {
   public:
    Answering(const Cell& cell, const std::vector<Value>& values)
        : cell_(cell), m_(cell.subject.model), values_(values) {}

    CellAnswer of(const graph::Answer& found) {
        found_ = found;
        if (!values_.empty() && (found.state == State::doubly_assigned || follows()))
            found_ = without_what_drops(found);
        if (found_.chain.empty() || (values_.empty() && found_.state != State::assigned)) return {found_, {}, {}};
        out_.answer = found_;
        out_.answer.state = State::assigned;
        out_.answer.holders.clear();
        out_.answer.performers.clear();
        start_ = found_.chain.front().from;
        path_ = {start_};
        go(start_, start_, {});
        std::sort(out_.answer.holders.begin(), out_.answer.holders.end());
        std::sort(out_.answer.performers.begin(), out_.answer.performers.end());
        if (values_.empty())
            out_.answer = found_;
        else
            out_.answer.chain = std::move(taken_);
        if (out_.meant.size() < 2) out_.meant.clear();
        return std::move(out_);
    }

   private:
    /// Whether the cell begins where what its function follows ended (D29).
    bool follows() const {
        const auto task = m_.leaf_tasks[cell_.leaf];
        return m_[m_.leaf_functions[cell_.function]].follows.valid() &&
               !holder_stated(m_, task, cell_.function, cell_.day) && by_law(cell_.function) != nullptr;
    }
    const LawHolder* by_law(std::uint32_t function) const {
        return holder_by_law(m_, cell_.participant, m_.leaf_tasks[cell_.leaf], function, cell_.day);
    }

    /// Where the cell begins in this case, and by which steps.
    struct Beginning {
        Actor at;
        std::vector<Step> led_here;
    };
    Beginning begins() const {
        const auto own = m_.organ_of(cell_.participant, by_law(cell_.function)->organ);
        const auto followed = m_[m_[m_.leaf_functions[cell_.function]].follows].leaf;
        const auto* holder = by_law(followed);
        for (const auto* run : cell_.subject.runs(cell_.view, cell_.participant, followed)) {
            if (holder == nullptr || !run->tasks.has(cell_.leaf) || !run->days.contains(cell_.day)) continue;
            Cell before = cell_;
            before.function = followed;
            auto answer = answer_for(before, cell_.subject.answer(*run), values_).answer;
            if (answer.state != State::assigned || answer.holders.size() != 1 ||
                answer.holders.front() == m_.organ_of(cell_.participant, holder->organ))
                break;
            std::erase_if(answer.chain, [](const Step& step) { return step.kind != TransferKind::delegates; });
            return {answer.holders.front(), std::move(answer.chain)};
        }
        return {own, {}};
    }

    /// Where sentences contradict each other the chain stopped: it goes on when all but one of them drop out. What
    /// follows another function begins where that one ends in this case.
    graph::Answer without_what_drops(const graph::Answer& found) const {
        std::vector<TransferId> left;
        for (std::uint32_t i = 0; i < m_.transfers.size(); ++i) {
            if (!m_.transfers[i].functions.has(cell_.function) || fit(m_.transfers[i]) == Fit::outside) continue;
            const auto periods = cell_.view.world->validity(m_.transfers[i], cell_.participant);
            if (std::any_of(periods.begin(), periods.end(), [&](Period days) { return days.contains(cell_.day); }))
                left.push_back({i});
        }
        BitSet one(m_.leaf_tasks.size());
        one.set(cell_.leaf);
        graph::Walk walk(*cell_.view.world, cell_.participant, cell_.function, cell_.day, left);
        const auto begin = follows() ? begins() : Beginning{found.chain.front().from, {}};
        for (auto& [tasks, answer] : walk.from(begin.at, one, begin.led_here))
            if (tasks.has(cell_.leaf)) return answer;
        if (!follows()) return found;
        return claimed() ? graph::Answer{State::unassigned, {begin.at}, {}, {}}
                         : graph::Answer{State::by_law, {begin.at}, {begin.at}, {}};
    }

    bool claimed() const {
        const auto& claims = *cell_.view.claims;
        return claims.claimed(claims.of(cell_.participant), cell_.participant, cell_.function, cell_.day)
            .has(cell_.leaf);
    }

    Fit fit(const Transfer& x) const {
        auto out = Fit::silent;
        if (!x.condition) return out;
        const auto look = [&](const Condition& limit) {
            for (const auto& value : values_) {
                if (!concerns(value, limit)) continue;
                if (!includes(limit, value.hundredths)) return false;
                out = Fit::inside;
            }
            return true;
        };
        if (!look(*x.condition) || !std::all_of(x.condition->further.begin(), x.condition->further.end(), look))
            return Fit::outside;
        return out;
    }

    void note_meant(const Transfer& x) {
        if (!x.condition) return;
        const auto look = [&](const Condition& limit) {
            for (const auto& value : values_)
                if (value.of.empty() && !limit.text.empty() && concerns(value, limit)) add(out_.meant, limit.text);
        };
        look(*x.condition);
        for (const auto& limit : x.condition->further) look(limit);
    }

    struct Kept {
        const Step* step;
        std::vector<TransferId> by;
        bool inside = false;
    };

    /// Mandates stand beside each other within one body, and where they have a ceiling (D14).
    bool beside(const Kept& rest, const Kept& part) const {
        if (!is_mandate(rest.step->kind) || !is_mandate(part.step->kind)) return false;
        const auto capped = [&](TransferId id) { return m_[id].is_capped(); };
        if (std::all_of(part.by.begin(), part.by.end(), capped)) return true;
        const auto body = part.step->to.front().whole();
        const auto within = [&](const Actor& actor) { return actor.organ.valid() && actor.whole() == body; };
        return std::all_of(part.step->to.begin(), part.step->to.end(), within) &&
               std::all_of(rest.step->to.begin(), rest.step->to.end(), within);
    }
    /// Whether a sentence only says where the rest goes, of which another takes a part.
    bool is_rest(const Kept& kept) const {
        return !kept.inside && std::all_of(kept.by.begin(), kept.by.end(),
                                           [&](TransferId id) { return m_[id].remainder || !m_[id].condition; });
    }
    bool shuts_out(const Kept& one, const Kept& other) const {
        return one.inside && other.inside && !beside(one, other) && !beside(other, one) &&
               !m_[m_.leaf_functions[cell_.function]].plural;
    }

    std::vector<Kept> kept_at(const Actor& here, bool& capped) {
        std::vector<Kept> out;
        for (const auto& step : found_.chain) {
            if (step.from != here) continue;
            Kept kept{&step, {}};
            for (const auto id : step.by) {
                note_meant(m_[id]);
                const auto how = fit(m_[id]);
                kept.inside = kept.inside || how == Fit::inside;
                if (how != Fit::outside)
                    kept.by.push_back(id);
                else
                    capped = capped && m_[id].is_capped();
            }
            if (!kept.by.empty()) out.push_back(std::move(kept));
        }
        const auto parts = out;
        std::erase_if(out, [&](const Kept& rest) {
            return is_rest(rest) && std::any_of(parts.begin(), parts.end(), [&](const Kept& part) {
                       const bool written =
                           std::any_of(rest.by.begin(), rest.by.end(), [&](TransferId id) { return m_[id].remainder; });
                       return part.inside && (written || !beside(rest, part));
                   });
        });
        return out;
    }

    std::vector<Text> limits_of(const Kept& kept) const {
        std::vector<Text> each;
        for (const auto id : kept.by) {
            if (!m_[id].condition) return {};
            std::vector<Text> parts;
            const auto look = [&](const Condition& limit) {
                if (limit.takes_part())
                    parts.push_back(limit.limited() || !limit.text.empty() ? checks::part_said(limit)
                                                                           : say(message::part_not_stated));
                else
                    parts.push_back(
                        say(limit.kind == Condition::Kind::provided ? message::only_provided : message::only_unless,
                            {Text(limit.text)}));
            };
            look(*m_[id].condition);
            for (const auto& limit : m_[id].condition->further) look(limit);
            add(each, listed(parts));
        }
        if (each.empty()) return {};
        return {alternatives(each)};
    }

    Actor resolved(const Actor& actor) const { return m_.seen_from(cell_.participant, actor); }

    void end(const std::vector<Actor>& performers, const std::vector<Actor>& holders, const Way& way) {
        for (const auto& actor : performers) add(out_.answer.performers, actor);
        for (const auto& actor : holders) add(out_.answer.holders, actor);
        auto ended = way;
        ended.performers = performers;
        out_.ways.push_back(std::move(ended));
    }

    /// Nobody has this case: its giver keeps what he does not pass on; at the start nothing has effect.
    void nobody(const Actor& here, const Actor& holder, bool capped, const Way& way) {
        if (capped || path_.size() > 1) {
            end({here}, {holder}, way);
            return;
        }
        add(out_.answer.holders, holder);
        out_.answer.state = claimed() ? State::unassigned : State::by_law;
        if (out_.answer.state == State::by_law) add(out_.answer.performers, here);
    }

    void go(const Actor& here, const Actor& holder, const Way& way) {
        bool capped = true, any = false;
        const auto kept = kept_at(here, capped);
        for (const auto& step : found_.chain) any = any || step.from == here;
        if (!any) {
            end({here}, {holder}, way);
            return;
        }
        if (kept.empty()) {
            nobody(here, holder, capped, way);
            return;
        }
        for (std::size_t i = 0; i < kept.size(); ++i)
            for (std::size_t j = i + 1; j < kept.size(); ++j)
                if (!values_.empty() && shuts_out(kept[i], kept[j])) out_.answer.state = State::doubly_assigned;
        if (found_.state == State::doubly_assigned && kept.size() > 1) out_.answer.state = State::doubly_assigned;
        for (const auto& each : kept) {
            const auto& to = each.step->to;
            add(taken_, {here, each.step->kind, to, each.by});
            auto on = way;
            for (auto& limit : limits_of(each)) add(on.limits, limit);
            // Who gave it in mandate may still act, and so may who stands in for him.
            if (is_mandate(each.step->kind))
                for (const auto& actor : on.substitutes) add(on.stand_ins, actor);
            on.substitutes.clear();
            for (const auto id : each.by)
                for (const auto& actor : m_[id].substitutes) add(on.substitutes, resolved(actor));
            const bool moves = each.step->kind == TransferKind::delegates;
            if (is_mandate(each.step->kind)) add(on.givers, here);
            const bool joint = to.size() > 1 && std::any_of(each.by.begin(), each.by.end(), [&](TransferId id) {
                                   return m_[id].together == Transfer::Together::joint;
                               });
            const auto among = [](const std::vector<Actor>& list, const Actor& actor) {
                return std::find(list.begin(), list.end(), actor) != list.end();
            };
            const auto returns = [&](const Actor& actor) { return !moves && actor != here && among(gave_, actor); };
            if (to.size() == 1 && (to.front() == here || returns(to.front()))) {
                end(to, {holder}, on);
            } else if (std::any_of(to.begin(), to.end(), [&](const Actor& actor) {
                           return actor != here && among(path_, actor) && !returns(actor);
                       })) {
                add(out_.answer.holders, holder);
                out_.answer.state = State::cycle;
            } else if (joint) {
                end(to, moves ? to : std::vector<Actor>{holder}, on);
            } else {
                for (const auto& actor : to) {
                    if (actor == here || returns(actor)) {
                        end({actor}, {holder}, on);
                        continue;
                    }
                    path_.push_back(actor);
                    if (moves) gave_.push_back(here);
                    go(actor, moves ? actor : holder, on);
                    if (moves) gave_.pop_back();
                    path_.pop_back();
                }
            }
        }
    }

    const Cell& cell_;
    const Model& m_;
    const std::vector<Value>& values_;
    graph::Answer found_;
    CellAnswer out_;
    std::vector<Step> taken_;  ///< of the ways that are left in this case
    Actor start_;
    std::vector<Actor> path_, gave_;  ///< who was there, and who of them passed the power itself on
};

}  // namespace

CellAnswer answer_for(const Cell& cell, const graph::Answer& found, const std::vector<Value>& values) {
    return Answering(cell, values).of(found);
}

}  // namespace belegd::analysis
