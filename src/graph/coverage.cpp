#include "graph/coverage.hpp"

#include <algorithm>
#include <optional>

#include "graph/answers.hpp"
#include "graph/candidates.hpp"
#include "graph/claims.hpp"
#include "graph/groups.hpp"
#include "graph/law_slices.hpp"
#include "graph/refusals.hpp"
#include "graph/timeline.hpp"

namespace belegd::graph {
namespace {

using namespace model;

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
        : model_(model),
          world_(world),
          law_(law),
          answers_(answers),
          coverage_(coverage),
          out_(out),
          claims_(world),
          walks_(world, answers),
          refusals_(world, coverage, out) {
        // What a function follows is answered before it.
        std::vector<bool> put(model.leaf_functions.size(), false);
        while (order_.size() < put.size())
            for (std::uint32_t function = 0; function < put.size(); ++function) {
                const auto followed = followed_by(model_, function);
                if (put[function] || (followed && !put[*followed])) continue;
                put[function] = true;
                order_.push_back(function);
            }
    }

    void participant(PartyId p, const std::vector<TransferId>& candidates) {
        const auto lives = model_[p].term.days;
        if (const auto* law = &law_.of(p); law != slices_) {
            slices_ = law;
            alike_by_law_ = alike_by_law(model_, *law);
        }
        answered_.clear();
        days_ = {model_.horizon};
        add_changes(world_, lives, days_);
        add_changes(world_, model_.organ_of(p, {}), days_);
        for (const auto& slice : *slices_) add_changes(world_, slice.days, days_);
        once_each(days_);
        own_days_ = days_;

        walks_.clear();
        valid_ = valid_transfers(world_, p, candidates);
        for (const auto& each : valid_) days_.insert(days_.end(), each.days.begin(), each.days.end());
        const auto claims = claims_.of(p);
        for (const auto& claim : claims)
            for (const auto& period : claim.periods) add_changes(world_, period, days_);
        for (const auto day : claims_.package_days(p)) add_changes(world_, Period{day, kNoEnd}, days_);
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

    /// After all owners.
    void finish() { refusals_.note_never_reached(); }

   private:
    /// A day on which a claim begins, and nothing else about it changes; without one something ends, or a package changes.
    struct Claimed {
        Day day;
        const Claim* begins;
    };

    /// The days on which the answers of one function may change: for most functions few of all those of a municipality.
    std::vector<Day> days_of(std::uint32_t function, const std::vector<const ValidTransfer*>& valid,
                             const std::vector<Claimed>& of_claims) const {
        auto out = own_days_;
        if (const auto followed = followed_by(model_, function))
            for (auto at = ranges_[*followed].first; at < ranges_[*followed].second; ++at)
                add_changes(world_, out_.runs[at].days, out);
        for (const auto* item : valid) out.insert(out.end(), item->days.begin(), item->days.end());
        for (const auto& each : of_claims) out.push_back(each.day);
        once_each(out);
        return out;
    }
    /// The days after the first on which what is claimed may change, in order.
    std::vector<Claimed> changes_of(PartyId p, const std::vector<const Claim*>& claims) const {
        std::vector<Claimed> out;
        const auto add = [&](Day day, const Claim* begins) {
            if (day > model_.horizon && day != kNoEnd) out.push_back({day, begins});
        };
        for (const auto* claim : claims)
            for (const auto& period : claim->periods) {
                add(period.from, claim);
                add(period.until, nullptr);
            }
        if (!claims.empty())
            for (const auto day : claims_.package_days(p)) add(day, nullptr);
        std::stable_sort(out.begin(), out.end(), [](const Claimed& a, const Claimed& b) { return a.day < b.day; });
        return out;
    }

    /// The days on which each transfer, by its place, comes into its next state, in order.
    static std::vector<std::pair<Day, std::size_t>> turns_of(const std::vector<const ValidTransfer*>& valid) {
        std::vector<std::pair<Day, std::size_t>> out;
        for (std::size_t v = 0; v < valid.size(); ++v)
            for (std::size_t next = 1; next < valid[v]->states.size(); ++next)
                out.emplace_back(valid[v]->states[next].from, v);
        std::sort(out.begin(), out.end());
        return out;
    }

    /// A function of the owner at hand that was answered, by all that its answers depend on, and what was answered.
    struct Answered {
        std::uint32_t function;
        std::vector<const ValidTransfer*> valid;
        std::vector<const Claim*> claims;
        std::pair<std::size_t, std::size_t> runs, gaps, refused;
    };
    const Answered* answered_alike(std::uint32_t function, const std::vector<const ValidTransfer*>& valid,
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
        std::vector<const ValidTransfer*> valid;
        for (const auto& item : valid_)
            if (model_[item.id].functions.has(function)) valid.push_back(&item);
        std::vector<const Claim*> claims;
        for (const auto& claim : all_claims)
            if (!claim.scope->functions || claim.scope->functions->has(function)) claims.push_back(&claim);
        if (const auto* known = answered_alike(function, valid, claims)) return repeat(*known, function);
        const auto of_claims = changes_of(p, claims);
        const auto changes = days_of(function, valid, of_claims);
        auto next_of_claims = of_claims.begin();
        groups_.divide(model_, valid);

        Timeline timeline(p, function, coverage_.answers, out_);
        Situation now{}, last{};
        bool first = true;
        std::vector<std::size_t> state_at(valid.size(), 0);
        const auto turns = turns_of(valid);
        auto turn = turns.begin();
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
            const auto due = next_of_claims;
            while (next_of_claims != of_claims.end() && next_of_claims->day <= day) ++next_of_claims;
            if (first || std::any_of(due, next_of_claims, [](const Claimed& each) { return each.begins == nullptr; })) {
                now.scope = BitSet(model_.leaf_tasks.size());
                for (const auto* claim : claims) claims_.add(*claim, p, function, day, now.scope);
            } else {
                now.scope = last.scope;
                for (auto each = due; each != next_of_claims; ++each)
                    claims_.add(*each->begins, p, function, day, now.scope);
            }
            now.moved = moved_by(p, function, day);
            bool changed = first;
            for (; turn != turns.end() && turn->first <= day; ++turn, changed = true) ++state_at[turn->second];
            if (changed) {
                now.active.clear();
                now.how.clear();
                groups_.clear();
            } else {
                now.active = last.active;
                now.how = last.how;
            }
            for (std::size_t v = 0; changed && v < valid.size(); ++v) {
                const auto id = valid[v]->id;
                const auto& [from, holds, how] = valid[v]->states[state_at[v]];
                if (!holds) continue;
                groups_.activate(v, now.active.size(), id, how);
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
        const auto followed = followed_by(model_, function);
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

    std::vector<std::pair<BitSet, AnswerId>> classes(PartyId p, std::uint32_t function, Period days,
                                                     const Situation& situation) {
        const auto& law = *situation.law;
        const auto& scope = situation.scope;
        std::vector<std::pair<BitSet, AnswerId>> out;
        out.reserve(8);  // seldom more answers than that on one day
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
                    const auto& found = walks_.of(p, function, days.from, from, group, tasks & group.tasks, led);
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
                        put(still,
                            answers_.intern(marked(model_, {State::assigned, holder, holder, delegations(answers_[by])},
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
        const auto followed = followed_by(model_, function);
        refusals_.note(p, function, days, situation.active, cells, walked_here_,
                       followed ? ranges_[*followed] : std::pair<std::size_t, std::size_t>());
        return out;
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
    std::vector<ValidTransfer> valid_;
    std::vector<std::uint32_t> alike_by_law_;
    std::vector<Answered> answered_;
    Walks walks_;                  ///< of the owner at hand
    Refusals::Found walked_here_;  ///< on the day at hand
    Groups groups_;                ///< of the function at hand
    Refusals refusals_;
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
        answering.finish();
    }
    std::sort(out.slices.begin(), out.slices.end());
    out.slices.erase(std::unique(out.slices.begin(), out.slices.end()), out.slices.end());
    return out;
}

}  // namespace belegd::graph
