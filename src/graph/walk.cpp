#include "graph/walk.hpp"

#include <algorithm>
#include <iterator>

namespace belegd::graph {
namespace {

using namespace model;

template <typename Item>
bool contains(const std::vector<Item>& list, const Item& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

int rank_of(TransferKind kind) {
    switch (kind) {
        case TransferKind::delegates: return 3;
        case TransferKind::mandates:
        case TransferKind::empowers:
        case TransferKind::authorises: return 2;
        default: return 1;
    }
}

std::string actor_id(const Model& model, const Actor& actor) {
    std::string out = actor.owner == Actor::Owner::own     ? "*"
                      : actor.owner == Actor::Owner::party ? model.parties[actor.index].name
                                                           : model.cooperations[actor.index].name;
    if (actor.organ.valid()) out += "/" + model[actor.organ].name;
    return out;
}

Walk::Walk(const World& world, PartyId participant, std::uint32_t function, Day day,
           const std::vector<TransferId>& transfers)
    : world_(world),
      participant_(participant),
      function_(function),
      day_(day),
      transfers_(transfers),
      traces_(transfers.size()) {}

void Walk::Trace::add(const Trace& other) {
    effective |= other.effective;
    given_away |= other.given_away;
    giver_has_less |= other.giver_has_less;
    reached |= other.reached;
    awaited |= other.awaited;
}

Actor Walk::resolved(const Actor& actor) const { return world_.model().seen_from(participant_, actor); }

std::vector<Actor> Walk::receivers(std::size_t at, const Actor& here) const {
    std::vector<Actor> out;
    for (const auto& named : transfer(at).receivers) {
        auto actor = resolved(named);
        if (!world_.exists(actor, day_)) continue;
        if (actor == here.whole()) actor = here;  // D5
        if (!contains(out, actor)) out.push_back(actor);
    }
    std::sort(out.begin(), out.end());
    return out;
}

bool Walk::same_body(std::size_t a, std::size_t b) const {
    // A place of no owner stands for one that is not read as its organ.
    const auto one = receivers(a, {}), other = receivers(b, {});
    if (one.size() != 1 || other.size() != 1) return false;
    return one == other || one.front() == other.front().whole() || other.front() == one.front().whole();
}

std::vector<std::pair<BitSet, Answer>> Walk::from(const Actor& start, const BitSet& tasks,
                                                  const std::vector<Step>& led_here) {
    std::vector<std::pair<BitSet, Answer>> answers;
    path_.clear();
    gave_.clear();
    for (const auto& step : led_here) {
        if (step.from != start) path_.push_back(step.from);
        if (step.from != start) gave_.push_back(step.from);
        for (const auto& to : step.to)
            if (to != start) path_.push_back(to);
    }
    path_.push_back(start);
    begin_ = path_.size();
    for (auto& outcome : walk(start, start, 3, tasks)) {
        auto& [set, found] = outcome;
        if (found.steps.empty() && led_here.empty()) continue;
        Answer answer{State::assigned, {}, {}, led_here};
        for (const auto& end : found.ends) {
            if (end.state == State::cycle || (end.state == State::doubly_assigned && answer.state != State::cycle))
                answer.state = end.state;
            for (const auto& actor : end.holders)
                if (!contains(answer.holders, actor)) answer.holders.push_back(actor);
            for (const auto& actor : end.performers)
                if (!contains(answer.performers, actor)) answer.performers.push_back(actor);
        }
        for (auto& step : found.steps)
            if (!contains(answer.chain, step)) answer.chain.push_back(std::move(step));
        std::sort(answer.holders.begin(), answer.holders.end());
        std::sort(answer.performers.begin(), answer.performers.end());
        answers.emplace_back(std::move(set), std::move(answer));
    }
    return answers;
}

Walk::Outcomes Walk::walk(const Actor& here, const Actor& holder, int level, const BitSet& tasks) {
    std::vector<Effective> candidates;
    for (std::size_t at = 0; at < transfers_.size(); ++at) {
        const auto& x = transfer(at);
        if (!x.tasks.intersects(tasks)) continue;
        const bool given = x.giver.has_value();
        if (given) {
            const auto giver = resolved(*x.giver);
            if (giver != here && giver != here.whole()) continue;
        }
        traces_[at].reached |= x.tasks & tasks;
        if (x.kind == TransferKind::keeps) {  // D9: said by whoever holds it now
            auto to = receivers(at, here);
            if (to.size() == 1 && to.front() == here) candidates.push_back({at, std::move(to)});
            continue;
        }
        if (!given && path_.size() > begin_) continue;  // D4: a silent giver is the start of the chain
        if (level < rank_of(x.kind) || (x.kind == TransferKind::delegates && holder != here)) {  // D8
            traces_[at].giver_has_less |= x.tasks & tasks;
            continue;
        }
        if (auto to = receivers(at, here); !to.empty()) candidates.push_back({at, std::move(to)});
    }

    // Tasks on which the same statements have effect go on together.
    std::vector<std::pair<BitSet, std::vector<const Effective*>>> classes{{tasks, {}}};
    for (const auto& candidate : candidates) {
        const auto& named = transfer(candidate.at).tasks;
        for (std::size_t i = 0, count = classes.size(); i < count; ++i) {
            auto inside = classes[i].first & named;
            if (inside.none()) continue;
            if (auto outside = classes[i].first - named; outside.any()) {
                classes.emplace_back(std::move(outside), classes[i].second);
                classes[i].first = std::move(inside);
            }
            classes[i].second.push_back(&candidate);
        }
    }

    Outcomes outcomes;
    for (auto& [set, found] : classes) {
        if (found.empty()) {
            auto& stays = outcomes.emplace_back(std::move(set), Outcome{}).second;
            stays.ends.push_back({State::assigned, {holder}, {here}});
            continue;
        }
        const auto stays = [&](const Effective* x) { return x->to.size() == 1 && x->to.front() == here; };
        std::vector<const Effective*> gone;
        for (const auto* x : found)
            if (transfer(x->at).kind == TransferKind::delegates && !transfer(x->at).condition && !stays(x))
                gone.push_back(x);
        if (!gone.empty()) {  // D10: Awb 10:17, but an article "Taken" may entrust the work to that same body
            std::vector<const Effective*> left;
            for (const auto* x : found) {
                const auto kind = transfer(x->at).kind;
                const auto to_it = [&](const Effective* to) { return same_body(x->at, to->at); };
                if (kind == TransferKind::delegates || kind == TransferKind::keeps || stays(x) ||
                    (is_factual(kind) && std::any_of(gone.begin(), gone.end(), to_it)))
                    left.push_back(x);
                else
                    traces_[x->at].given_away |= set;
            }
            found = std::move(left);
        }
        for (const auto* x : found) traces_[x->at].effective |= set;
        auto decided_here = decided(here, holder, set, found);
        std::move(decided_here.begin(), decided_here.end(), std::back_inserter(outcomes));
    }
    return outcomes;
}

std::vector<Walk::Group> Walk::groups(const std::vector<const Effective*>& found, const Actor& here) const {
    std::vector<Group> out;
    const auto put = [&](const std::vector<Actor>& to, std::size_t at) {
        auto group = std::find_if(out.begin(), out.end(), [&](const Group& g) { return g.to == to; });
        if (group == out.end()) group = out.insert(out.end(), {to, {}, TransferKind::keeps});
        if (!contains(group->by, transfers_[at])) group->by.push_back(transfers_[at]);
        group->kind = std::max(group->kind, transfer(at).kind);
    };
    for (const auto* x : found) {
        // The work that is entrusted to a body goes with each power that one of its organs gets (D14).
        bool goes_with = false;
        if (found.size() > 1 && is_factual(transfer(x->at).kind))
            for (const auto* y : found) {
                const auto kind = transfer(y->at).kind;
                if (is_factual(kind) || kind == TransferKind::keeps || !same_body(x->at, y->at)) continue;
                put(y->to, x->at);
                goes_with = true;
            }
        if (!goes_with) put(x->to, x->at);
    }
    const auto stays = [&](const Group& group) { return group.to.size() == 1 && group.to.front() == here; };
    bool passed_on = false;
    for (auto& group : out) {
        describe(world_.model(), group);
        for (const auto id : group.by) {
            const auto& x = world_.model()[id];
            passed_on = passed_on || (!stays(group) && x.giver && !x.condition);
        }
        if (stays(group)) group.kind = TransferKind::keeps;
    }
    // What only amounts to `laat` stands aside for what that same actor passes on (D9).
    if (passed_on && out.size() > 1)
        std::erase_if(out, [&](const Group& group) { return stays(group) && !group.kept; });
    return out;
}

void Walk::describe(const Model& model, Group& group) {
    for (const auto id : group.by) {
        group.kind = std::max(group.kind, model[id].kind);
        group.free = group.free || !model[id].condition;
        group.kept = group.kept || model[id].kind == TransferKind::keeps;
    }
    const auto body = group.to.front().whole();
    if (is_mandate(group.kind) && !group.kept && std::all_of(group.to.begin(), group.to.end(), [&](const Actor& actor) {
            return actor.organ.valid() && actor.whole() == body;
        }))
        group.within = body;
}

bool Walk::is_unclear(const Model& model, const Group& group) {
    return group.to.size() > 1 && std::any_of(group.by.begin(), group.by.end(), [&](TransferId id) {
               return model[id].together == Transfer::Together::none;
           });
}

bool Walk::shut_out(const Model& model, const std::vector<Group>& all, const Group& one, const Group& other) {
    if (one.within && one.within == other.within) return false;
    const auto are_one = [&](TransferId a, TransferId b) {
        return std::any_of(all.begin(), all.end(),
                           [&](const Group& group) { return contains(group.by, a) && contains(group.by, b); });
    };
    for (const auto a : one.by)
        for (const auto b : other.by) {
            const auto &first = model[a], &second = model[b];
            if (first.condition != second.condition || are_one(a, b)) continue;
            if (!first.condition) return true;
            if (!one.free && !other.free && !first.is_capped() && !second.is_capped()) return true;
        }
    return false;
}

bool Walk::doubled(const std::vector<Group>& all) const {  // D14–D16
    const auto& model = world_.model();
    if (model[model.leaf_functions[function_]].plural) return false;
    for (const auto& group : all)
        if (is_unclear(model, group)) return true;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (shut_out(model, all, all[i], all[j])) return true;
    return false;
}

std::vector<std::vector<TransferId>> Walk::contradictions(const Model& model, std::uint32_t function,
                                                          const std::vector<Step>& point) {
    if (model[model.leaf_functions[function]].plural) return {};
    std::vector<Group> all;
    for (const auto& step : point) describe(model, all.emplace_back(Group{step.to, step.by, step.kind}));
    // Whom one shuts out belongs with it, and with all that belong with that one.
    std::vector<std::size_t> part(all.size());
    std::vector<bool> clashes(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        part[i] = i;
        clashes[i] = is_unclear(model, all[i]);
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (!shut_out(model, all, all[i], all[j])) continue;
            clashes[i] = clashes[j] = true;
            std::replace(part.begin(), part.end(), std::size_t(part[j]), std::size_t(part[i]));
        }
    std::vector<std::vector<TransferId>> out;
    for (std::size_t first = 0; first < all.size(); ++first) {
        std::vector<TransferId> together;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (clashes[i] && part[i] == first) together.insert(together.end(), all[i].by.begin(), all[i].by.end());
        if (!together.empty()) out.push_back(std::move(together));
    }
    return out;
}

void Walk::note_awaited(const std::vector<Group>& groups, const Actor& here, const BitSet& tasks) {
    std::vector<Actor> would_have;
    const auto add = [&](const Actor& actor) {
        if (actor != here && !contains(would_have, actor)) would_have.push_back(actor);
    };
    for (const auto& group : groups)
        for (const auto& to : group.to) add(to);
    for (std::size_t next = 0; next < would_have.size(); ++next) {
        const auto from = would_have[next];
        for (std::size_t at = 0; at < transfers_.size(); ++at) {
            const auto& x = transfer(at);
            if (!x.giver || !x.tasks.intersects(tasks)) continue;
            const auto giver = resolved(*x.giver);
            if (giver != from && giver != from.whole()) continue;
            traces_[at].awaited |= x.tasks & tasks;
            for (const auto& to : receivers(at, from)) add(to);
        }
    }
}

Walk::Outcomes Walk::decided(const Actor& here, const Actor& holder, const BitSet& tasks,
                             const std::vector<const Effective*>& found) {
    const auto all = groups(found, here);
    const auto step_of = [&](const Group& group) { return Step{here, group.kind, group.to, group.by}; };
    if (doubled(all)) {
        note_awaited(all, here, tasks);
        Outcome outcome{{{State::doubly_assigned, {holder}, {}}}, {}};
        for (const auto& group : all) {
            outcome.steps.push_back(step_of(group));
            auto& performers = outcome.ends.front().performers;
            performers.insert(performers.end(), group.to.begin(), group.to.end());
        }
        return {{tasks, std::move(outcome)}};
    }

    Outcomes outcomes{{tasks, {}}};
    const auto add_everywhere = [&](const End& end) {
        for (auto& outcome : outcomes) outcome.second.ends.push_back(end);
    };
    const auto go_on = [&](const Actor& to, bool moves, TransferKind kind) {
        path_.push_back(to);
        if (moves) gave_.push_back(here);
        auto onward = walk(to, moves ? to : holder, rank_of(kind), tasks);
        if (moves) gave_.pop_back();
        path_.pop_back();
        // Mostly all of it goes on in one way.
        if (outcomes.size() == 1 && onward.size() == 1) {
            auto &before = outcomes.front().second, &after = onward.front().second;
            outcomes.front().first &= onward.front().first;
            std::move(after.ends.begin(), after.ends.end(), std::back_inserter(before.ends));
            std::move(after.steps.begin(), after.steps.end(), std::back_inserter(before.steps));
            return;
        }
        Outcomes combined;
        for (const auto& before : outcomes)
            for (const auto& after : onward) {
                auto both = before.first & after.first;
                if (both.none()) continue;
                auto outcome = before.second;
                outcome.ends.insert(outcome.ends.end(), after.second.ends.begin(), after.second.ends.end());
                outcome.steps.insert(outcome.steps.end(), after.second.steps.begin(), after.second.steps.end());
                combined.emplace_back(std::move(both), std::move(outcome));
            }
        outcomes = std::move(combined);
    };

    for (const auto& group : all) {
        const auto step = step_of(group);
        for (auto& outcome : outcomes) outcome.second.steps.push_back(step);
        const bool moves = group.kind == TransferKind::delegates;
        const bool joint = std::any_of(group.by.begin(), group.by.end(), [&](TransferId id) {
            return world_.model()[id].together == Transfer::Together::joint;
        });
        // Who passed the power on may act in the name of who has it now: there the chain ends.
        const auto returns = [&](const Actor& to) { return !moves && to != here && contains(gave_, to); };
        if (group.to.size() == 1 && (group.to.front() == here || returns(group.to.front()))) {
            add_everywhere({State::assigned, {holder}, group.to});
        } else if (std::any_of(group.to.begin(), group.to.end(),
                               [&](const Actor& to) { return to != here && contains(path_, to) && !returns(to); })) {
            add_everywhere({State::cycle, {holder}, {}});
        } else if (group.to.size() > 1 && joint) {  // D15: a group that acts together ends the chain
            add_everywhere({State::assigned, moves ? group.to : std::vector<Actor>{holder}, group.to});
        } else {
            auto each = group.to;
            if (each.size() > 1)
                std::sort(each.begin(), each.end(), [&](const Actor& a, const Actor& b) {
                    return actor_id(world_.model(), a) < actor_id(world_.model(), b);
                });
            for (const auto& to : each) {
                // Who gives to himself a second time has stopped passing on.
                const bool rests = to == here && path_.size() > begin_ && path_[path_.size() - 2] == here;
                if (rests || returns(to))
                    add_everywhere({State::assigned, {holder}, {to}});
                else
                    go_on(to, moves, group.kind);
            }
        }
    }
    return outcomes;
}

}  // namespace belegd::graph
