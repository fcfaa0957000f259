#include "graph/coverage.hpp"

#include <algorithm>
#include <forward_list>
#include <optional>
#include <unordered_map>

#include "graph/candidates.hpp"
#include "graph/claims.hpp"
#include "graph/law_slices.hpp"
#include "graph/timeline.hpp"
#include "graph/walk.hpp"
#include "model/describe.hpp"

namespace belegd::graph {
namespace {

using namespace model;

/// Gives equal answers one number.
class Answers {
   public:
    explicit Answers(std::vector<Answer>& table) : table_(table) {}

    const Answer& operator[](AnswerId id) const { return table_[id]; }

    AnswerId intern(Answer answer) {
        auto& bucket = by_hash_[hash(answer)];
        for (const auto id : bucket)
            if (table_[id] == answer) return id;
        bucket.push_back(static_cast<AnswerId>(table_.size()));
        table_.push_back(std::move(answer));
        return bucket.back();
    }

   private:
    static std::uint64_t hash(const Answer& answer) {
        auto out = static_cast<std::uint64_t>(answer.state);
        const auto mix = [&](std::uint64_t value) { out = (out ^ value) * 1099511628211ull; };
        const auto mix_actors = [&](const std::vector<Actor>& actors) {
            for (const auto& actor : actors)
                mix((static_cast<std::uint64_t>(actor.index) << 20) ^ actor.organ.index ^
                    (static_cast<std::uint64_t>(actor.owner) << 60));
        };
        mix_actors(answer.holders);
        mix_actors(answer.performers);
        for (const auto& step : answer.chain)
            for (const auto by : step.by) mix(by.index);
        mix((answer.renewed ? 1u : 0u) | (answer.retroactive ? 2u : 0u));
        return out;
    }
    std::vector<Answer>& table_;
    std::unordered_map<std::uint64_t, std::vector<AnswerId>> by_hash_;
};

/// All that the answers for one municipality and function depend on.
struct Situation {
    bool lives = false;
    std::uint32_t version = ~0u;  ///< of an owner that an arrangement set up: the version of that in force
    const std::vector<LawSlice::Part>* law = nullptr;
    BitSet scope;                    ///< what the cooperations in force claim to settle
    std::vector<TransferId> active;  ///< valid transfers, in order of the text
    std::vector<std::uint8_t> how;   ///< which of their receivers exist, and their marks
    /// Of the function that this one follows: the tasks that delegation moved, and the answer that did (D29).
    std::vector<std::pair<BitSet, AnswerId>> moved = {};

    bool operator==(const Situation& other) const {
        return lives == other.lives && version == other.version && active == other.active && how == other.how &&
               scope == other.scope && moved == other.moved && (law == other.law || *law == *other.law);
    }
};

class Answering {
   public:
    Answering(const Model& model, const World& world, const Law& law, Answers& answers, Coverage& coverage,
              VariantCoverage& out)
        : model_(model), world_(world), law_(law), answers_(answers), coverage_(coverage), out_(out), claims_(world) {
        // What a function follows is answered before it.
        std::vector<bool> put(model.leaf_functions.size(), false);
        while (order_.size() < put.size())
            for (std::uint32_t function = 0; function < put.size(); ++function) {
                const auto followed = followed_by(function);
                if (put[function] || (followed && !put[*followed])) continue;
                put[function] = true;
                order_.push_back(function);
            }
    }

    void participant(PartyId p, const std::vector<TransferId>& candidates) {
        const auto lives = model_[p].term.days;
        if (const auto* law = &law_.of(p); law != slices_) {
            slices_ = law;
            find_alike_by_law();
        }
        answered_.clear();
        days_ = {model_.horizon};
        change(lives);
        change(model_.organ_of(p, {}), days_);
        for (const auto& slice : *slices_) change(slice.days);
        once_each(days_);
        own_days_ = days_;

        valid_.clear();
        walked_.clear();
        for (const auto id : candidates) {
            auto periods = world_.validity(model_[id], p);
            if (periods.empty()) continue;
            Valid item{id, std::move(periods), {}, {}};
            change_on(item, days_);
            item.states = states_of(item);
            valid_.push_back(std::move(item));
        }
        const auto claims = claims_.of(p);
        for (const auto& claim : claims)
            for (const auto& period : claim.periods) change(period);
        for (const auto day : claims_.package_days(p)) change({day, kNoEnd});
        once_each(days_);
        coverage_.slices.insert(coverage_.slices.end(), days_.begin(), days_.end());

        ranges_.assign(model_.leaf_functions.size(), {0, 0});
        const auto first_run = static_cast<std::ptrdiff_t>(out_.runs.size());
        const auto first_gap = static_cast<std::ptrdiff_t>(out_.gaps.size());
        for (const auto function : order_) answer(p, lives, function, claims);
        if (std::is_sorted(order_.begin(), order_.end())) return;
        const auto by_function = [](const auto& a, const auto& b) { return a.function < b.function; };
        std::stable_sort(out_.runs.begin() + first_run, out_.runs.end(), by_function);
        std::stable_sort(out_.gaps.begin() + first_gap, out_.gaps.end(), by_function);
    }

   private:
    /// A transfer that is valid for the municipality on some days.
    struct Valid {
        TransferId id;
        std::vector<Period> periods;
        std::vector<Day> days;  ///< on which it, or who gives or gets, begins or ends
        /// From each of those days on, and from the horizon; looked up for every function on every day.
        struct State {
            Day from;
            bool valid;
            std::vector<std::uint8_t> how;  ///< which of its receivers exist, and its marks
        };
        std::vector<State> states;
    };
    std::vector<Valid::State> states_of(const Valid& item) const {
        std::vector<Valid::State> out;
        out.reserve(item.days.size() + 1);
        const auto add = [&](Day day) {
            auto& state = out.emplace_back(Valid::State{day, false, {}});
            state.valid = std::any_of(item.periods.begin(), item.periods.end(),
                                      [&](Period period) { return period.contains(day); });
            if (!state.valid) return;
            const auto& receivers = model_[item.id].receivers;
            state.how.reserve(receivers.size() + 1);
            for (const auto& actor : receivers)
                state.how.push_back(actor.owner == Actor::Owner::own || world_.exists(actor, day));
            state.how.push_back(marks_of(item.id, day));
        };
        add(model_.horizon);
        for (const auto day : item.days) add(day);
        return out;
    }

    /// The days on which the answers of one function may change: for most functions few of all those of a municipality.
    std::vector<Day> days_of(std::uint32_t function, const std::vector<const Valid*>& valid,
                             const std::vector<Day>& of_claims) const {
        auto out = own_days_;
        if (const auto followed = followed_by(function))
            for (auto at = ranges_[*followed].first; at < ranges_[*followed].second; ++at)
                change(out_.runs[at].days, out);
        for (const auto* item : valid) out.insert(out.end(), item->days.begin(), item->days.end());
        out.insert(out.end(), of_claims.begin(), of_claims.end());
        once_each(out);
        return out;
    }
    /// The days on which what is claimed may change.
    std::vector<Day> days_of(PartyId p, const std::vector<const Claim*>& claims) const {
        std::vector<Day> out;
        for (const auto* claim : claims)
            for (const auto& period : claim->periods) change(period, out);
        if (!claims.empty())
            for (const auto day : claims_.package_days(p)) change({day, kNoEnd}, out);
        once_each(out);
        return out;
    }

    /// By leaf function: the first of which the law says the same, and so do the rules of the model.
    void find_alike_by_law() {
        alike_by_law_.resize(model_.leaf_functions.size());
        const auto plural = [&](std::uint32_t function) { return model_[model_.leaf_functions[function]].plural; };
        for (std::uint32_t function = 0; function < alike_by_law_.size(); ++function) {
            std::uint32_t first = 0;
            const auto differs = [&](const LawSlice& slice) {
                return slice.functions[first] != slice.functions[function];
            };
            while (first < function && (plural(first) != plural(function) || followed_by(first) ||
                                        std::any_of(slices_->begin(), slices_->end(), differs)))
                ++first;
            alike_by_law_[function] = followed_by(function) ? function : first;
        }
    }

    /// A function of the owner at hand that was answered, by all that its answers depend on, and what was answered.
    struct Answered {
        std::uint32_t function;
        std::vector<const Valid*> valid;
        std::vector<const Claim*> claims;
        std::pair<std::size_t, std::size_t> runs, gaps, refused;
    };
    const Answered* answered_alike(std::uint32_t function, const std::vector<const Valid*>& valid,
                                   const std::vector<const Claim*>& claims) const {
        const auto alike = [&](const Answered& known) {
            return alike_by_law_[known.function] == alike_by_law_[function] && known.valid == valid &&
                   known.claims == claims && std::all_of(claims.begin(), claims.end(), [&](const Claim* claim) {
                       return claims_.alike(*claim, known.function, function);
                   });
        };
        const auto found = std::find_if(answered_.begin(), answered_.end(), alike);
        return found == answered_.end() ? nullptr : &*found;
    }
    /// Most functions of a cooperation are moved together: what holds for one of them holds for all.
    void repeat(const Answered& known, std::uint32_t function) {
        const auto again = [&](auto& all, std::pair<std::size_t, std::size_t> range) {
            for (auto at = range.first; at < range.second; ++at) {
                auto copy = all[at];
                copy.function = function;
                all.push_back(std::move(copy));
            }
        };
        ranges_[function] = {out_.runs.size(), out_.runs.size() + (known.runs.second - known.runs.first)};
        again(out_.runs, known.runs);
        again(out_.gaps, known.gaps);
        again(out_.refused, known.refused);
    }

    void answer(PartyId p, Period lives, std::uint32_t function, const std::vector<Claim>& all_claims) {
        std::vector<const Valid*> valid;
        for (const auto& item : valid_)
            if (model_[item.id].functions.has(function)) valid.push_back(&item);
        std::vector<const Claim*> claims;
        for (const auto& claim : all_claims)
            if (!claim.scope->functions || claim.scope->functions->has(function)) claims.push_back(&claim);
        if (const auto* known = answered_alike(function, valid, claims)) return repeat(*known, function);
        const auto days_of_claims = days_of(p, claims);
        const auto changes = days_of(function, valid, days_of_claims);
        auto next_of_claims = days_of_claims.begin();
        group(valid);

        Timeline timeline(p, function, coverage_.answers, out_);
        Situation now{}, last{};
        bool first = true;
        std::vector<std::size_t> state_at(valid.size(), 0);
        const auto& law = *slices_;
        std::size_t law_at = 0, first_refused = out_.refused.size();
        const auto first_run = out_.runs.size(), first_gap = out_.gaps.size(), first_of_all = first_refused;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const auto day = changes[i];
            while (law_at + 1 < law.size() && day >= law[law_at].days.until) ++law_at;
            const Period days{day, i + 1 < changes.size() ? changes[i + 1] : kNoEnd};
            now.lives = lives.contains(day);
            now.version = version_on(p, day);
            now.law = &law[law_at].functions[function];
            if (const bool due = next_of_claims != days_of_claims.end() && *next_of_claims <= day; first || due) {
                now.scope = BitSet(model_.leaf_tasks.size());
                for (const auto* claim : claims) claims_.add(*claim, p, function, day, now.scope);
                if (due) ++next_of_claims;
            } else {
                now.scope = last.scope;
            }
            now.moved = moved_by(p, function, day);
            bool changed = first;
            for (std::size_t v = 0; v < valid.size(); ++v)
                for (const auto& states = valid[v]->states;
                     state_at[v] + 1 < states.size() && states[state_at[v] + 1].from <= day; changed = true)
                    ++state_at[v];
            if (changed) {
                now.active.clear();
                now.how.clear();
                for (auto& each : groups_) each.clear();
            } else {
                now.active = last.active;
                now.how = last.how;
            }
            for (std::size_t v = 0; changed && v < valid.size(); ++v) {
                const auto id = valid[v]->id;
                const auto& [from, holds, how] = valid[v]->states[state_at[v]];
                if (!holds) continue;
                auto& mine = groups_[group_of_[v]];
                mine.at.push_back(now.active.size());
                mine.transfers.push_back(id);
                mine.what.push_back(id.index);
                mine.what.insert(mine.what.end(), how.begin(), how.end());
                now.active.push_back(id);
                now.how.insert(now.how.end(), how.begin(), how.end());
            }
            // Most days change something elsewhere: what answers alike goes on.
            if (!first && last == now) {
                for (auto at = first_refused; at < out_.refused.size(); ++at) out_.refused[at].days.until = days.until;
                continue;
            }
            first_refused = out_.refused.size();
            timeline.slice(day,
                           now.lives ? classes(p, function, days, now) : std::vector<std::pair<BitSet, AnswerId>>{});
            std::swap(last, now);
            first = false;
        }
        timeline.finish();
        ranges_[function] = {first_run, out_.runs.size()};
        std::sort(out_.runs.begin() + static_cast<std::ptrdiff_t>(first_run), out_.runs.end(),
                  [](const Run& a, const Run& b) {
                      if (a.days.from != b.days.from) return a.days.from < b.days.from;
                      return a.tasks.first() < b.tasks.first();
                  });
        answered_.push_back({function,
                             std::move(valid),
                             std::move(claims),
                             {first_run, out_.runs.size()},
                             {first_gap, out_.gaps.size()},
                             {first_of_all, out_.refused.size()}});
    }

    std::optional<std::uint32_t> followed_by(std::uint32_t function) const {
        const auto followed = model_[model_.leaf_functions[function]].follows;
        return followed.valid() ? std::optional(model_[followed].leaf) : std::nullopt;
    }

    /// The version in force of the arrangement that set up an owner, by which it has its organs.
    std::uint32_t version_on(PartyId p, Day day) const {
        const auto arrangement = model_[p].embodies;
        if (arrangement.valid())
            for (const auto i : world_.versions(arrangement))
                if (world_.force({i}).contains(day)) return i;
        return ~0u;
    }

    /// Where delegation moved what this function follows: each set of tasks with its answer of that day.
    std::vector<std::pair<BitSet, AnswerId>> moved_by(PartyId p, std::uint32_t function, Day day) const {
        std::vector<std::pair<BitSet, AnswerId>> out;
        const auto followed = followed_by(function);
        if (!followed) return out;
        const auto& law = *slices_;
        const auto slice =
            std::find_if(law.begin(), law.end(), [&](const LawSlice& s) { return s.days.contains(day); });
        if (slice == law.end()) return out;
        for (auto at = ranges_[*followed].first; at < ranges_[*followed].second; ++at) {
            const auto& run = out_.runs[at];
            const auto& answer = coverage_.answers[run.answer];
            if (!run.days.contains(day) || answer.state != State::assigned || answer.holders.size() != 1) continue;
            auto tasks = run.tasks;
            for (const auto& part : slice->functions[*followed])
                if (part.organ && answer.holders.front() == model_.organ_of(p, *part.organ)) tasks -= part.tasks;
            if (tasks.any()) out.emplace_back(std::move(tasks), run.answer);
        }
        return out;
    }

    /// Whether a transfer holds that day by tacit renewal, or by working back (D31).
    static constexpr std::uint8_t kRenewed = 1, kRetroactive = 2;
    std::uint8_t marks_of(TransferId id, Day day) const {
        const auto& transfer = model_[id];
        unsigned out = 0;
        const auto look = [&](const Term& term) {
            if (term.is_renewed_on(day)) out |= kRenewed;
            if (term.is_retroactive_on(day)) out |= kRetroactive;
        };
        look(transfer.term);
        if (transfer.cooperation.valid()) look(model_[transfer.cooperation].term);
        return static_cast<std::uint8_t>(out);
    }
    Answer marked(Answer answer, Day day) const {
        for (const auto& step : answer.chain)
            for (const auto by : step.by) {
                const auto marks = marks_of(by, day);
                answer.renewed = answer.renewed || (marks & kRenewed) != 0;
                answer.retroactive = answer.retroactive || (marks & kRetroactive) != 0;
            }
        return answer;
    }

    static void once_each(std::vector<Day>& days) {
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
    }
    void change_on(Valid& item, std::vector<Day>& all) const {
        for (const auto& period : item.periods) change(period, item.days);
        for (const auto& actor : model_[item.id].receivers) change(actor, item.days);
        if (model_[item.id].giver) change(*model_[item.id].giver, item.days);
        change_marks(model_[item.id].term, item.days);
        if (const auto id = model_[item.id].cooperation; id.valid()) change_marks(model_[id].term, item.days);
        once_each(item.days);
        all.insert(all.end(), item.days.begin(), item.days.end());
    }
    void change(Period period) { change(period, days_); }
    void change(Period period, std::vector<Day>& days) const {
        for (const auto day : {period.from, period.until})
            if (day > model_.horizon && day != kNoEnd) days.push_back(day);
    }
    void change_marks(const Term& term, std::vector<Day>& days) const {
        for (const auto& day : {term.retroactive_until, term.renewed_from})
            if (day) change({*day, kNoEnd}, days);
    }
    void change(const Actor& actor, std::vector<Day>& days) const {
        if (actor.owner == Actor::Owner::party) change(model_.parties[actor.index].term.days, days);
        if (actor.owner != Actor::Owner::cooperation) return;
        for (const auto i : world_.versions({actor.index})) change(world_.force({i}), days);
    }
    std::vector<std::pair<BitSet, AnswerId>> classes(PartyId p, std::uint32_t function, Period days,
                                                     const Situation& situation) {
        const auto& law = *situation.law;
        const auto& scope = situation.scope;
        std::vector<std::pair<BitSet, AnswerId>> out;
        const auto put = [&](const BitSet& tasks, AnswerId answer) {
            for (auto& known : out)
                if (known.second == answer) {
                    known.first |= tasks;
                    return;
                }
            out.emplace_back(tasks, answer);
        };
        if (law.empty()) return out;
        walked_here_.clear();
        BitSet cells(model_.leaf_tasks.size());
        for (const auto& part : law) {
            if (!part.organ) {
                put(part.tasks, answers_.intern({State::no_owner, {}, {}, {}}));
                continue;
            }
            const auto start = model_.organ_of(p, *part.organ);
            if (!world_.exists(start, days.from)) continue;  // D1: no such organ, no cell
            cells |= part.tasks;
            auto rest = part.tasks;
            const auto walk_from = [&](const Actor& from, const BitSet& tasks, std::optional<AnswerId> led) {
                for (const auto& group : groups_) {
                    if (group.at.empty() || !tasks.intersects(group.tasks)) continue;
                    const auto& found = walked(p, function, days.from, from, group, tasks & group.tasks, led);
                    walked_here_.push_back({&group, &found});
                    for (const auto& [answered, answer] : found.answers) {
                        rest -= answered;
                        put(answered, answer);
                    }
                }
            };
            if (part.follows)
                for (const auto& [moved, by] : situation.moved) {
                    const auto tasks = rest & moved;
                    if (tasks.none()) continue;
                    walk_from(Actor(answers_[by].holders.front()), tasks, by);
                    // What no sentence about it touches ends where delegation brought it.
                    if (const auto still = rest & tasks; still.any()) {
                        const auto holder = answers_[by].holders;
                        put(still, answers_.intern(marked({State::assigned, holder, holder, delegations(answers_[by])},
                                                          days.from)));
                        rest -= still;
                    }
                }
            walk_from(start, BitSet(rest), std::nullopt);
            if (auto open = rest & scope; open.any()) {
                put(open, answers_.intern({State::unassigned, {start}, {}, {}}));
                rest -= open;
            }
            if (rest.any()) put(rest, answers_.intern({State::by_law, {start}, {start}, {}}));
        }
        refuse(p, function, days, situation, cells);
        return out;
    }

    /// The steps that moved the power itself.
    static std::vector<Step> delegations(const Answer& answer) {
        std::vector<Step> out;
        for (const auto& step : answer.chain)
            if (step.kind == TransferKind::delegates) out.push_back(step);
        return out;
    }

    /// Transfers whose tasks touch, and touch those of no other: what one of them does concerns no task elsewhere.
    struct Group {
        BitSet tasks;
        // On the day at hand:
        std::vector<std::size_t> at;        ///< places among the active transfers, in order
        std::vector<TransferId> transfers;  ///< those transfers
        std::vector<std::uint32_t> what;    ///< the same, and which of their receivers exist

        void clear() {
            at.clear();
            transfers.clear();
            what.clear();
        }
    };
    void group(const std::vector<const Valid*>& valid) {
        groups_.clear();
        group_of_.assign(valid.size(), 0);
        std::vector<std::uint32_t> into;  // groups that were joined to an earlier one
        for (std::size_t v = 0; v < valid.size(); ++v) {
            const auto& tasks = model_[valid[v]->id].tasks;
            std::optional<std::uint32_t> mine;
            for (std::uint32_t g = 0; g < groups_.size(); ++g) {
                if (into[g] != g || !groups_[g].tasks.intersects(tasks)) continue;
                if (mine) {
                    groups_[*mine].tasks |= groups_[g].tasks;
                    groups_[g].tasks = {};
                    into[g] = *mine;
                } else {
                    mine = g;
                    groups_[g].tasks |= tasks;
                }
            }
            if (!mine) {
                mine = static_cast<std::uint32_t>(groups_.size());
                groups_.push_back({tasks, {}, {}, {}});
                into.push_back(*mine);
            }
            group_of_[v] = *mine;
        }
        for (auto& each : group_of_)
            while (into[each] != each) each = into[each];
    }

    /// What a walk found from one organ of the municipality at hand, for some tasks of a group.
    struct Walked {
        std::vector<std::uint32_t> what;
        Actor start;
        std::optional<AnswerId> led;  ///< the answer of another function that led to the start
        bool plural;
        BitSet tasks;
        std::vector<std::pair<BitSet, AnswerId>> answers;
        std::vector<Walk::Trace> traces;
    };
    /// Most groups are the same on most days, and for most functions of a cooperation: each is walked once.
    const Walked& walked(PartyId p, std::uint32_t function, Day day, const Actor& start, const Group& group,
                         BitSet tasks, std::optional<AnswerId> led) {
        const bool plural = model_[model_.leaf_functions[function]].plural;
        std::size_t hash = start.organ.index;
        for (const auto each : group.what) hash = (hash ^ each) * 1099511628211ull;
        auto& bucket = walked_[hash];
        for (const auto& known : bucket)
            if (known.start == start && known.led == led && known.plural == plural && known.what == group.what &&
                known.tasks == tasks)
                return known;
        Walk walk(world_, p, function, day, group.transfers);
        auto& out = bucket.emplace_front(Walked{group.what, start, led, plural, std::move(tasks), {}, {}});
        const auto led_here = led ? delegations(answers_[*led]) : std::vector<Step>();
        for (auto& [answered, answer] : walk.from(start, out.tasks, led_here))
            out.answers.emplace_back(std::move(answered), answers_.intern(marked(std::move(answer), day)));
        out.traces = walk.traces();
        return out;
    }

    /// Notes what had effect, and what had none where it is valid.
    void refuse(PartyId p, std::uint32_t function, Period days, const Situation& situation, const BitSet& cells) {
        const auto& active = situation.active;
        given_away_.assign(active.size(), false);
        if (const auto followed = followed_by(function)) note_cases(*followed, days.from, active);
        for (const auto& [group, found] : walked_here_)
            for (std::size_t i = 0; i < group->at.size(); ++i) {
                if (found->traces[i].effective.any()) out_.used[group->transfers[i].index] = true;
                if (found->traces[i].awaited.any()) out_.awaited[group->transfers[i].index] = true;
                if (found->traces[i].given_away.any()) given_away_[group->at[i]] = true;
            }
        for (std::size_t at = 0; at < active.size(); ++at) {
            const auto& transfer = model_[active[at]];
            // Only these can be refused: a silent giver stands at the start of every chain.
            if (!transfer.giver && transfer.kind != TransferKind::keeps && !given_away_[at]) continue;
            Walk::Trace trace;
            for (const auto& [group, found] : walked_here_) {
                const auto here = std::lower_bound(group->at.begin(), group->at.end(), at);
                if (here != group->at.end() && *here == at)
                    trace.add(found->traces[static_cast<std::size_t>(here - group->at.begin())]);
            }
            auto idle = (transfer.tasks & cells) - trace.effective;
            if (idle.any()) refuse(active[at], transfer, trace, p, function, days, std::move(idle));
        }
    }

    /// Where delegation by parts left several with what a function follows, it follows one of them in each case.
    void note_cases(std::uint32_t followed, Day day, const std::vector<TransferId>& active) {
        for (auto at = ranges_[followed].first; at < ranges_[followed].second; ++at) {
            const auto& run = out_.runs[at];
            const auto& answer = coverage_.answers[run.answer];
            if (!run.days.contains(day) || answer.state != State::assigned || answer.holders.size() < 2) continue;
            for (const auto id : active) {
                const auto& transfer = model_[id];
                if (!transfer.giver || !transfer.tasks.intersects(run.tasks)) continue;
                const auto giver = model_.seen_from(run.participant, *transfer.giver);
                for (const auto& holder : answer.holders)
                    if (giver == holder || giver == holder.whole()) out_.awaited[id.index] = true;
            }
        }
    }

    void refuse(TransferId id, const Transfer& transfer, const Walk::Trace& trace, PartyId p, std::uint32_t function,
                Period days, BitSet idle) {
        const auto add = [&](Refusal why, BitSet tasks) {
            idle -= tasks;
            if (tasks.any()) out_.refused.push_back({id, why, p, function, days, std::move(tasks)});
        };
        add(Refusal::given_away, idle & trace.given_away);
        add(Refusal::giver_has_less, idle & trace.giver_has_less);
        if (transfer.kind == TransferKind::keeps)
            add(Refusal::kept_elsewhere, idle);
        else if (transfer.giver && gives_at_the_start(*transfer.giver, p))
            add(Refusal::giver_elsewhere, idle - trace.reached - trace.awaited);
    }

   public:
    /// A giver who is himself a receiver of others waits for chains to arrive; that some never do is no mistake. Only
    /// when none does anywhere has he given what he never had: told for the participants of the cooperation.
    void refuse_never_reached() {
        std::vector<bool> refused(model_.transfers.size(), false);
        for (const auto& each : out_.refused) refused[each.transfer.index] = true;
        const auto owners = model_.owners();
        for (std::uint32_t i = 0; i < model_.transfers.size(); ++i) {
            const auto& transfer = model_.transfers[i];
            if (!transfer.giver || out_.used[i] || out_.awaited[i] || refused[i] ||
                transfer.kind == TransferKind::keeps)
                continue;
            for (const auto p : owners) {
                if (gives_at_the_start(*transfer.giver, p)) continue;
                if (transfer.cooperation.valid() && world_.participation(transfer.cooperation, p).empty()) continue;
                for (const auto& days : world_.validity(transfer, p))
                    transfer.functions.each([&](std::size_t function) {
                        BitSet one(model_.leaf_functions.size());
                        one.set(function);
                        auto tasks = transfer.tasks & needing(model_, one);
                        if (tasks.any())
                            out_.refused.push_back({{i},
                                                    Refusal::giver_elsewhere,
                                                    p,
                                                    static_cast<std::uint32_t>(function),
                                                    days,
                                                    std::move(tasks)});
                    });
            }
        }
    }

   private:
    bool gives_at_the_start(const Actor& giver, PartyId p) const {
        return model_.seen_from(p, giver).whole() == model_.organ_of(p, {});
    }

    const Model& model_;
    const World& world_;
    const Law& law_;
    const std::vector<LawSlice>* slices_ = nullptr;  ///< of the owner at hand
    Answers& answers_;
    Coverage& coverage_;
    VariantCoverage& out_;
    Claims claims_;
    std::vector<std::uint32_t> order_;                         ///< of the functions
    std::vector<std::pair<std::size_t, std::size_t>> ranges_;  ///< by function: its runs of the owner at hand
    std::vector<Day> days_;
    std::vector<Day>
        own_days_;  ///< of the owner at hand and the law: on which the answers of every function may change
    std::vector<Valid> valid_;
    std::vector<std::uint32_t> alike_by_law_;
    std::vector<Answered> answered_;
    std::unordered_map<std::size_t, std::forward_list<Walked>> walked_;  ///< of the municipality at hand
    std::vector<std::pair<const Group*, const Walked*>> walked_here_;    ///< on the day at hand
    std::vector<Group> groups_;                                          ///< of the function at hand
    std::vector<std::uint32_t> group_of_;                                ///< by valid transfer
    std::vector<bool> given_away_;
};

}  // namespace

Coverage coverage(const Model& model, Mode mode) {
    Coverage out;
    out.mode = mode;
    const Law law(model);
    Answers answers(out.answers);
    for (std::uint32_t i = 0; i <= model.variants.size(); ++i) {
        const VariantId variant = i == 0 ? VariantId{} : VariantId{i - 1};
        const World world(model, mode, variant);
        auto& found = out.variants.emplace_back();
        found.variant = variant;
        found.used.assign(model.transfers.size(), false);
        found.awaited.assign(model.transfers.size(), false);
        const Candidates candidates(world);
        Answering answering(model, world, law, answers, out, found);
        for (const auto party : model.owners()) answering.participant(party, candidates.of(party));
        answering.refuse_never_reached();
    }
    std::sort(out.slices.begin(), out.slices.end());
    out.slices.erase(std::unique(out.slices.begin(), out.slices.end()), out.slices.end());
    return out;
}

}  // namespace belegd::graph
