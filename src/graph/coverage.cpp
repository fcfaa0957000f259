#include "graph/coverage.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "graph/candidates.hpp"
#include "graph/claims.hpp"
#include "graph/walk.hpp"
#include "model/describe.hpp"

namespace belegd::graph {
namespace {

using namespace model;

/// Gives equal answers one number.
class Answers {
   public:
    explicit Answers(std::vector<Answer>& table) : table_(table) {}

    AnswerId intern(Answer answer) {
        auto& bucket = by_hash_[hash(answer)];
        for (const auto id : bucket)
            if (table_[id] == answer) return id;
        bucket.push_back(static_cast<AnswerId>(table_.size()));
        table_.push_back(std::move(answer));
        return bucket.back();
    }

   private:
    static std::size_t hash(const Answer& answer) {
        std::size_t out = static_cast<std::size_t>(answer.state);
        const auto mix = [&](std::size_t value) { out = (out ^ value) * 1099511628211ull; };
        const auto mix_actors = [&](const std::vector<Actor>& actors) {
            for (const auto& actor : actors)
                mix((static_cast<std::size_t>(actor.index) << 20) ^ actor.organ.index ^
                    (static_cast<std::size_t>(actor.owner) << 60));
        };
        mix_actors(answer.holders);
        mix_actors(answer.performers);
        for (const auto& step : answer.chain)
            for (const auto by : step.by) mix(by.index);
        return out;
    }
    std::vector<Answer>& table_;
    std::unordered_map<std::size_t, std::vector<AnswerId>> by_hash_;
};

/// Who has each function by law, for sets of tasks, between two days on which that changes (D3).
struct LawSlice {
    Period days;
    struct Part {
        std::optional<OrganId> organ;  ///< absent: nobody; invalid id: the municipality itself
        BitSet tasks;
        bool operator==(const Part&) const = default;
    };
    std::vector<std::vector<Part>> functions;  ///< by leaf function
};

/// All that the answers for one municipality and function depend on.
struct Situation {
    bool lives;
    const std::vector<LawSlice::Part>* law;
    BitSet scope;                    ///< what the cooperations in force claim to settle
    std::vector<TransferId> active;  ///< valid transfers, in order of the text
    std::vector<bool> existing;      ///< their receivers

    bool operator==(const Situation& other) const {
        return lives == other.lives && active == other.active && existing == other.existing && scope == other.scope &&
               (law == other.law || *law == *other.law);
    }
};

std::vector<LawSlice> law_of(const Model& model) {
    std::vector<Day> changes{model.horizon, kNoEnd};
    const auto change = [&](Period days) {
        for (const auto day : {days.from, days.until})
            if (day > model.horizon && day != kNoEnd) changes.push_back(day);
    };
    for (const auto& statute : model.statutes) change(statute.term.days);
    for (const auto& task : model.tasks) change(task.term.days);
    std::sort(changes.begin(), changes.end());
    changes.erase(std::unique(changes.begin(), changes.end()), changes.end());

    std::vector<LawSlice> slices;
    for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
        LawSlice slice{{changes[i], changes[i + 1]},
                       std::vector<std::vector<LawSlice::Part>>(model.leaf_functions.size())};
        const auto day = changes[i];
        const auto put = [&](std::size_t function, std::optional<OrganId> organ, std::size_t leaf) {
            auto& parts = slice.functions[function];
            auto part =
                std::find_if(parts.begin(), parts.end(), [&](const LawSlice::Part& p) { return p.organ == organ; });
            if (part == parts.end()) part = parts.insert(parts.end(), {organ, BitSet(model.leaf_tasks.size())});
            part->tasks.set(leaf);
        };
        for (std::size_t leaf = 0; leaf < model.leaf_tasks.size(); ++leaf) {
            bool lives = true;
            for (auto at = model.leaf_tasks[leaf]; at.valid(); at = model[at].parent)
                lives = lives && model[at].term.days.contains(day);
            if (!lives) continue;
            model[model.leaf_tasks[leaf]].needed.each([&](std::size_t function) {
                for (auto at = model.leaf_tasks[leaf]; at.valid(); at = model[at].parent)
                    for (const auto& holder : model[at].holders)
                        if (holder.functions.has(function) &&
                            (!holder.by.statute.valid() || model[holder.by.statute].term.days.contains(day)))
                            return put(function, holder.by.organ, leaf);
                const auto& fallback = model[model.leaf_functions[function]].holder;
                put(function, fallback ? std::optional(fallback->organ) : std::nullopt, leaf);
            });
        }
        slices.push_back(std::move(slice));
    }
    return slices;
}

/// The equal answers of one function, slice after slice, joined into runs; and the interruptions among them (D18).
class Timeline {
   public:
    Timeline(PartyId participant, std::uint32_t function, const std::vector<Answer>& answers, VariantCoverage& out)
        : participant_(participant), function_(function), answers_(answers), out_(out) {}

    void slice(Day from, std::vector<std::pair<BitSet, AnswerId>> classes) {
        std::vector<Open> next;
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
    void finish() {
        for (const auto& open : open_) close(open, kNoEnd);
    }

   private:
    struct Open {
        Day from;
        BitSet tasks;
        AnswerId answer;
    };
    struct Hole {
        Day from;
        BitSet tasks;
    };
    void close(const Open& open, Day until) {
        if (open.tasks.any())
            out_.runs.push_back({participant_, function_, {open.from, until}, open.tasks, open.answer});
    }
    void sort_in(AnswerId answer, const BitSet& tasks, BitSet& now_explicit, BitSet& now_implicit) const {
        const auto state = answers_[answer].state;
        if (is_explicit(state)) now_explicit |= tasks;
        if (is_implicit(state)) now_implicit |= tasks;
    }
    PartyId participant_;
    std::uint32_t function_;
    const std::vector<Answer>& answers_;
    VariantCoverage& out_;
    std::vector<Open> open_;
    std::vector<Hole> holes_;
    BitSet was_explicit_;
};

class Answering {
   public:
    Answering(const Model& model, const World& world, const std::vector<LawSlice>& law, Answers& answers,
              Coverage& coverage, VariantCoverage& out)
        : model_(model), world_(world), law_(law), answers_(answers), coverage_(coverage), out_(out), claims_(world) {}

    void participant(PartyId p, const std::vector<TransferId>& candidates) {
        const auto lives = model_[p].term.days;
        days_ = {model_.horizon};
        change(lives);
        for (const auto& slice : law_) change(slice.days);

        struct Valid {
            TransferId id;
            std::vector<Period> periods;
        };
        std::vector<Valid> valid;
        for (const auto id : candidates) {
            auto periods = world_.validity(model_[id], p);
            if (periods.empty()) continue;
            change(model_[id], periods);
            valid.push_back({id, std::move(periods)});
        }
        const auto claims = claims_.of(p);
        for (const auto& claim : claims)
            for (const auto& period : claim.periods) change(period);
        for (const auto day : claims_.package_days(p)) change({day, kNoEnd});
        std::sort(days_.begin(), days_.end());
        days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
        coverage_.slices.insert(coverage_.slices.end(), days_.begin(), days_.end());

        for (std::uint32_t function = 0; function < model_.leaf_functions.size(); ++function) {
            std::vector<Valid> of_function;
            for (const auto& item : valid)
                if (model_[item.id].functions.has(function)) of_function.push_back(item);
            Timeline timeline(p, function, coverage_.answers, out_);
            std::optional<Situation> last;
            std::size_t law_at = 0, first_refused = out_.refused.size();
            for (std::size_t i = 0; i < days_.size(); ++i) {
                const auto day = days_[i];
                while (law_at + 1 < law_.size() && day >= law_[law_at].days.until) ++law_at;
                const Period days{day, i + 1 < days_.size() ? days_[i + 1] : kNoEnd};
                Situation now{lives.contains(day),
                              &law_[law_at].functions[function],
                              claims_.claimed(claims, p, function, day),
                              {},
                              {}};
                for (const auto& item : of_function) {
                    if (std::none_of(item.periods.begin(), item.periods.end(),
                                     [&](Period period) { return period.contains(day); }))
                        continue;
                    now.active.push_back(item.id);
                    for (const auto& actor : model_[item.id].receivers)
                        now.existing.push_back(actor.owner == Actor::Owner::own || world_.exists(actor, day));
                }
                // Most days change something elsewhere: what answers alike goes on.
                if (last && *last == now) {
                    for (auto at = first_refused; at < out_.refused.size(); ++at)
                        out_.refused[at].days.until = days.until;
                    continue;
                }
                first_refused = out_.refused.size();
                timeline.slice(
                    day, now.lives ? classes(p, function, days, now) : std::vector<std::pair<BitSet, AnswerId>>{});
                last = std::move(now);
            }
            timeline.finish();
        }
    }

   private:
    void change(const Transfer& transfer, const std::vector<Period>& periods) {
        for (const auto& period : periods) change(period);
        for (const auto& actor : transfer.receivers) change(actor);
        if (transfer.giver) change(*transfer.giver);
    }
    void change(Period period) {
        for (const auto day : {period.from, period.until})
            if (day > model_.horizon && day != kNoEnd) days_.push_back(day);
    }
    void change(const Actor& actor) {
        if (actor.owner == Actor::Owner::party) change(model_.parties[actor.index].term.days);
        if (actor.owner != Actor::Owner::cooperation) return;
        for (std::uint32_t i = actor.index; i < model_.cooperations.size(); ++i)
            if (model_.cooperations[i].first_version.index == actor.index) change(world_.force({i}));
    }
    std::vector<std::pair<BitSet, AnswerId>> classes(PartyId p, std::uint32_t function, Period days,
                                                     const Situation& situation) {
        const auto& law = *situation.law;
        const auto& active = situation.active;
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
        Walk walk(world_, p, function, days.from, active);
        BitSet cells(model_.leaf_tasks.size());
        for (const auto& part : law) {
            if (!part.organ) {
                put(part.tasks, answers_.intern({State::no_owner, {}, {}, {}}));
                continue;
            }
            const Actor start{Actor::Owner::party, p.index, *part.organ};
            if (!world_.exists(start, days.from)) continue;  // D1: no such organ, no cell
            cells |= part.tasks;
            auto rest = part.tasks;
            if (!active.empty())
                for (auto& [tasks, answer] : walk.from(start, part.tasks)) {
                    rest -= tasks;
                    put(tasks, answers_.intern(std::move(answer)));
                }
            if (auto open = rest & scope; open.any()) {
                put(open, answers_.intern({State::unassigned, {start}, {}, {}}));
                rest -= open;
            }
            if (rest.any()) put(rest, answers_.intern({State::by_law, {start}, {start}, {}}));
        }
        for (std::size_t i = 0; i < active.size(); ++i) {
            const auto& trace = walk.traces()[i];
            const auto& transfer = model_[active[i]];
            if (trace.effective.any()) out_.used[active[i].index] = true;
            // Only these can be refused: a silent giver stands at the start of every chain.
            if (!transfer.giver && transfer.kind != TransferKind::keeps && trace.given_away.none()) continue;
            auto idle = (transfer.tasks & cells) - trace.effective;
            if (idle.any()) refuse(active[i], transfer, trace, p, function, days, std::move(idle));
        }
        return out;
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
            add(Refusal::giver_elsewhere, idle - trace.reached);
    }

   public:
    /// A giver who is himself a receiver of others waits for chains to arrive; that some never do is no mistake. Only
    /// when none does anywhere has he given what he never had: told for the participants of the cooperation.
    void refuse_never_reached() {
        std::vector<bool> refused(model_.transfers.size(), false);
        for (const auto& each : out_.refused) refused[each.transfer.index] = true;
        for (std::uint32_t i = 0; i < model_.transfers.size(); ++i) {
            const auto& transfer = model_.transfers[i];
            if (!transfer.giver || out_.used[i] || refused[i] || transfer.kind == TransferKind::keeps) continue;
            for (const auto p : model_.municipalities()) {
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
    static bool gives_at_the_start(const Actor& giver, PartyId p) {
        return giver.owner == Actor::Owner::own || (giver.owner == Actor::Owner::party && giver.index == p.index);
    }

    const Model& model_;
    const World& world_;
    const std::vector<LawSlice>& law_;
    Answers& answers_;
    Coverage& coverage_;
    VariantCoverage& out_;
    Claims claims_;
    std::vector<Day> days_;
};

}  // namespace

Coverage coverage(const Model& model, Mode mode) {
    Coverage out;
    out.mode = mode;
    const auto law = law_of(model);
    Answers answers(out.answers);
    for (std::uint32_t i = 0; i <= model.variants.size(); ++i) {
        const VariantId variant = i == 0 ? VariantId{} : VariantId{i - 1};
        const World world(model, mode, variant);
        auto& found = out.variants.emplace_back();
        found.variant = variant;
        found.used.assign(model.transfers.size(), false);
        const Candidates candidates(world);
        Answering answering(model, world, law, answers, out, found);
        for (const auto party : model.municipalities()) answering.participant(party, candidates.of(party));
        answering.refuse_never_reached();
        std::stable_sort(found.runs.begin(), found.runs.end(), [](const Run& a, const Run& b) {
            return std::tuple(a.participant, a.function, a.days.from, a.tasks.first()) <
                   std::tuple(b.participant, b.function, b.days.from, b.tasks.first());
        });
    }
    std::sort(out.slices.begin(), out.slices.end());
    out.slices.erase(std::unique(out.slices.begin(), out.slices.end()), out.slices.end());
    return out;
}

}  // namespace belegd::graph
