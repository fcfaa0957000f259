#include "checks/open_lists.hpp"

#include <algorithm>

#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

/// Whether the sentence names the function, for whatever tasks.
bool names_function(const Model& model, const Transfer& x, std::uint32_t function) {
    return std::any_of(x.named_functions.begin(), x.named_functions.end(),
                       [&](FunctionId id) { return model[id].leaves.has(function); });
}

bool is_open(const Scope& scope) { return scope.open_list || scope.open_functions || scope.whom.open; }

/// Whether the sentence would hold for the participant that day if it named him.
bool would_hold(const Subject::View& view, Transfer x, PartyId participant, Day day) {
    x.only_for = std::nullopt;
    x.package = std::nullopt;
    if (!x.cooperation.valid()) x.only_for = {participant};
    return holds_on(view.world->validity(x, participant), day);
}

/// Collects what leaves the cells of one participant, function and day open.
class Looking {
   public:
    Looking(const Subject& subject, const Subject::View& view, PartyId participant, std::uint32_t function, Day day,
            const BitSet& tasks)
        : subject_(subject),
          model_(subject.model),
          view_(view),
          participant_(participant),
          function_(function),
          day_(day),
          left_(tasks) {
        if (model_.cooperations.empty()) return;
        for (const auto& claim : view.claims->of(participant))
            if (holds_on(claim.periods, day))
                claims_.emplace_back(claim.cooperation, view.claims->tasks(claim, participant, function, day));
    }

    std::vector<Undetermined> all() {
        sentences({});
        for (std::uint32_t i = 0; i < model_.cooperations.size() && left_.any(); ++i) {
            const CooperationId id{i};
            if (!view_.world->force(id).contains(day_)) continue;
            sentences(id);
            scopes(id);
            for (const auto row : others(id))
                add(&model_[row], id, Why::others, model_[row].tasks - spoken_of(id), words_of_participants(id));
        }
        return std::move(found_);
    }

    /// The sentences of a cooperation that would hold for who takes part in it without being named.
    std::vector<TransferId> others(CooperationId id) const {
        const auto& cooperation = model_[id];
        if (!cooperation.open_participants || is_named(cooperation.first_version)) return {};
        std::vector<TransferId> out;
        for (const auto row : subject_.transfers_of(id)) {
            const auto& x = model_[row];
            const bool for_him = !x.only_for || x.whom.open || names(*x.only_for, participant_);
            if (x.functions.has(function_) && for_him && !names(x.except_for, participant_) && !x.package &&
                view_.world->lasting(x).contains(day_) && counts(x))
                out.push_back(row);
        }
        return out;
    }

    /// The tasks of which another cooperation speaks, by its scope: then this one is no reason for doubt.
    BitSet spoken_of(CooperationId id) const {
        BitSet out(model_.leaf_tasks.size());
        for (const auto& [cooperation, tasks] : claims_)
            if (!id.valid() || model_[cooperation].first_version != model_[id].first_version) out |= tasks;
        return out;
    }

   private:
    using Why = Undetermined::Why;

    bool counts(const Transfer& x) const {
        return view_.world->visible(x.variant) && view_.world->counts(view_.world->status_of(x), x.variant.valid());
    }
    /// Whether the list of participants has him, in whatever version and on whatever days.
    bool is_named(CooperationId first) const {
        const auto& versions = view_.world->versions(first);
        return std::any_of(versions.begin(), versions.end(), [&](std::uint32_t i) {
            const auto& participants = model_.cooperations[i].participants;
            return std::any_of(participants.begin(), participants.end(),
                               [&](const Participant& each) { return each.party == participant_; });
        });
    }
    Passage words_of_participants(CooperationId id) const {
        const auto& participants = model_[id].participants;
        return subject_.words_of(id, participants.empty() ? model_[id].name_span : participants.front().span);
    }

    void add(const Transfer* x, CooperationId id, Why why, const BitSet& tasks, const Passage& place,
             Silence word = {}) {
        auto here = tasks & left_;
        if (here.none()) return;
        left_ -= here;
        found_.push_back({x, id, why, std::move(here), place, word});
    }

    void sentences(CooperationId cooperation) {
        if (cooperation.valid()) {
            for (const auto id : subject_.transfers_of(cooperation)) look(id);
        } else {
            for (std::uint32_t i = 0; i < model_.transfers.size(); ++i)
                if (!model_.transfers[i].cooperation.valid()) look({i});
        }
        for (const auto& x : model_.without_act) {
            if (x.cooperation != cooperation || x.why_not != Transfer::WhyNot::not_stated || !holds(x)) continue;
            const bool any_function = x.functions.none(), any_task = x.tasks.none();
            if (!any_function && !x.functions.has(function_)) continue;
            const bool matter = any_function || any_task;
            add(&x, cooperation, matter ? Why::matter : Why::receiver, any_task ? within(cooperation) : x.tasks,
                subject_.words_of(cooperation, matter || x.receiver_span.empty() ? x.head_span : x.receiver_span));
        }
    }

    void look(TransferId id) {
        const auto& x = model_[id];
        const auto words = [&](Span span) { return subject_.words_of(id, span.empty() ? x.head_span : span); };
        if (x.open_functions && !names_function(model_, x, function_) && holds(x))
            add(&x, x.cooperation, Why::more_functions, x.tasks & within(x.cooperation), words(x.head_span));
        const auto* package = x.package ? &model_[x.cooperation].packages[*x.package] : nullptr;
        if (package != nullptr && package->open_takers && x.functions.has(function_) && !holds(x) &&
            would_hold(view_, x, participant_, day_))
            add(&x, x.cooperation, Why::more_participants, x.tasks - spoken_of(x.cooperation),
                words(package->takers_span));
        if ((!x.open_tasks && !x.whom.open) || !x.functions.has(function_)) return;
        const bool named = !x.only_for || names(*x.only_for, participant_);
        if (x.open_tasks && holds(x))
            add(&x, x.cooperation, Why::more_tasks, within(x.cooperation) - x.tasks - x.excepted, words(x.head_span));
        if (x.whom.open && !named && !names(x.except_for, participant_) && would_hold(view_, x, participant_, day_)) {
            add(&x, x.cooperation, why_of(x.whom), x.tasks - spoken_of(x.cooperation),
                words(x.whom.span.empty() ? x.for_span : x.whom.span), word_of(x.whom));
        }
    }

    static Why why_of(const OpenWhom& whom) {
        return whom.centre != Silence::none ? Why::centre
               : whom.word != Silence::none ? Why::whom
                                            : Why::more_participants;
    }
    static Silence word_of(const OpenWhom& whom) { return whom.centre != Silence::none ? whom.centre : whom.word; }

    void scopes(CooperationId id) {
        if (!holds_on(view_.world->participation(id, participant_), day_)) return;
        for (const auto& scope : model_[id].scopes) {
            const bool for_him = !scope.only_for || names(*scope.only_for, participant_);
            const bool named = !scope.functions || scope.functions->has(function_);
            if (names(scope.except_for, participant_) || !scope.days.contains(day_)) continue;
            if (!for_him && scope.whom.open && named) {
                auto tasks = scope.tasks - spoken_of({});
                if (!scope.unclaimed.empty()) tasks -= scope.unclaimed[function_];
                add(nullptr, id, why_of(scope.whom), tasks, subject_.list_of(id, scope), word_of(scope.whom));
            }
            if (!for_him || (named ? !scope.open_list : !scope.open_functions)) continue;
            add(nullptr, id, Why::scope, (scope.open_list ? left_ : scope.tasks) - spoken_of({}),
                subject_.list_of(id, scope), scope.silence);
        }
    }

    bool holds(const Transfer& x) const { return holds_on(view_.world->validity(x, participant_), day_); }
    /// What a sentence may be about whose list is open, or that does not say which tasks: those in the scope of its cooperation, if that is known.
    BitSet within(CooperationId id) const {
        if (!id.valid()) return left_;
        const auto& scopes = model_[id].scopes;
        if (scopes.empty() || std::any_of(scopes.begin(), scopes.end(), is_open)) return left_;
        BitSet out(model_.leaf_tasks.size());
        for (const auto& [cooperation, tasks] : claims_)
            if (cooperation == id) out |= tasks;
        return out;
    }

    const Subject& subject_;
    const Model& model_;
    const Subject::View& view_;
    PartyId participant_;
    std::uint32_t function_;
    Day day_;
    BitSet left_;
    std::vector<std::pair<CooperationId, BitSet>> claims_;
    std::vector<Undetermined> found_;
};

}  // namespace

Text scope_said(Silence word) {
    return word == Silence::none ? say(message::scope_open) : say(message::scope_silent, {name_of(word)});
}

Text whom_said(const OpenWhom& whom) {
    if (whom.centre != Silence::none) return say(message::open_whose_centre, {name_of(whom.centre)});
    return whom.word == Silence::none ? say(message::open_for_whom) : say(message::open_whom, {name_of(whom.word)});
}

Text why_said(const Undetermined& each) {
    switch (each.why) {
        case Undetermined::Why::more_functions: return say(message::list_of_functions_open);
        case Undetermined::Why::more_tasks: return say(message::list_of_tasks_open);
        case Undetermined::Why::more_participants: return whom_said({true, {}, {}});
        case Undetermined::Why::receiver: return say(message::open_receiver, {name_of(each.by->open_receiver)});
        case Undetermined::Why::matter: return say(message::open_matter, {name_of(each.by->open_matter)});
        case Undetermined::Why::scope: return scope_said(each.word);
        case Undetermined::Why::others: return say(message::list_of_participants_open);
        case Undetermined::Why::whom: return whom_said({true, each.word, {}});
        case Undetermined::Why::centre: return whom_said({true, {}, each.word});
    }
    return {};
}

bool leaves_open(const Model& model) {
    const auto open = [](const Transfer& x) {
        return x.open_functions || x.open_tasks || x.whom.open || x.why_not == Transfer::WhyNot::not_stated;
    };
    return std::any_of(model.transfers.begin(), model.transfers.end(), open) ||
           std::any_of(model.without_act.begin(), model.without_act.end(), open) ||
           std::any_of(model.cooperations.begin(), model.cooperations.end(), [](const Cooperation& cooperation) {
               return cooperation.open_participants ||
                      std::any_of(cooperation.scopes.begin(), cooperation.scopes.end(), is_open) ||
                      std::any_of(cooperation.packages.begin(), cooperation.packages.end(),
                                  [](const Package& package) { return package.open_takers; });
           });
}

std::vector<Undetermined> what_is_open(const Subject& subject, const Subject::View& view, PartyId participant,
                                       std::uint32_t function, Day day, const BitSet& tasks) {
    if (!subject.any_open) return {};
    return Looking(subject, view, participant, function, day, tasks).all();
}

BitSet left_open(const Subject& subject, const Subject::View& view, PartyId participant, std::uint32_t function,
                 Day day, const BitSet& tasks) {
    BitSet out(subject.model.leaf_tasks.size());
    for (const auto& each : what_is_open(subject, view, participant, function, day, tasks)) out |= each.tasks;
    return out;
}

std::vector<CooperationId> may_join(const Subject& subject, const Subject::View& view, PartyId participant,
                                    std::uint32_t function, Day day, const BitSet& tasks) {
    if (!subject.any_open) return {};
    const auto& model = subject.model;
    const Looking looking(subject, view, participant, function, day, tasks);
    std::vector<CooperationId> out;
    for (std::uint32_t i = 0; i < model.cooperations.size(); ++i) {
        const CooperationId id{i};
        if (!view.world->force(id).contains(day)) continue;
        for (const auto row : looking.others(id))
            if (model[row].tasks.intersects(tasks & looking.spoken_of(id))) {
                out.push_back(id);
                break;
            }
    }
    return out;
}

std::vector<std::pair<Period, BitSet>> settled_over(const Subject& subject, const Subject::View& view,
                                                    const graph::Run& run, Period days, const BitSet& tasks) {
    if (!subject.any_open) return {{days, tasks}};
    std::vector<std::pair<Period, BitSet>> out;
    for (const auto& part : unchanging(subject, days)) {
        auto settled = tasks - left_open(subject, view, run.participant, run.function, part.from, tasks);
        if (!out.empty() && out.back().second == settled)
            out.back().first.until = part.until;
        else
            out.emplace_back(part, std::move(settled));
    }
    return out;
}

BitSet open_within(const Subject& subject, const Subject::View& view, const graph::Gap& gap) {
    BitSet out(subject.model.leaf_tasks.size());
    if (!subject.any_open) return out;
    for (const auto& days : unchanging(subject, gap.days))
        out |= left_open(subject, view, gap.participant, gap.function, days.from, gap.tasks);
    return out;
}

std::vector<Period> unchanging(const Subject& subject, Period days) {
    std::vector<Period> out{days};
    for (const auto day : subject.coverage.slices)
        if (day > out.back().from && day < out.back().until) {
            out.push_back({day, out.back().until});
            out[out.size() - 2].until = day;
        }
    return out;
}

std::vector<const Transfer*> duties(const Subject& subject, const Subject::View& view, PartyId participant,
                                    std::uint32_t function, const BitSet& tasks) {
    std::vector<const Transfer*> out;
    for (const auto& x : subject.model.without_act) {
        if (x.why_not != Transfer::WhyNot::duty && x.why_not != Transfer::WhyNot::possibility) continue;
        if (!x.functions.has(function) || !x.tasks.intersects(tasks)) continue;
        if (!view.world->validity(x, participant).empty()) out.push_back(&x);
    }
    return out;
}

}  // namespace belegd::checks
