#include "checks/open_lists.hpp"

#include <algorithm>

#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

/// Whether the sentence names the function, for whatever tasks.
bool names(const Model& model, const Transfer& x, std::uint32_t function) {
    return std::any_of(x.named_functions.begin(), x.named_functions.end(),
                       [&](FunctionId id) { return model[id].leaves.has(function); });
}

/// Whether the sentence would hold for the participant that day if it named him.
bool would_hold(const Subject::View& view, Transfer x, PartyId participant, Day day) {
    x.only_for = std::nullopt;
    x.package = std::nullopt;
    if (!x.cooperation.valid()) x.only_for = {participant};
    return holds_on(view.world->validity(x, participant), day);
}

}  // namespace

std::vector<Undetermined> undetermined(const Subject& subject, const Subject::View& view, CooperationId cooperation,
                                       PartyId participant, std::uint32_t function, Day day, const BitSet& tasks) {
    using Why = Undetermined::Why;
    const auto& model = subject.model;
    std::vector<Undetermined> out;
    const auto add = [&](const Transfer& x, Why why, BitSet left, const Passage& place) {
        if (left.any()) out.push_back({&x, why, std::move(left), place});
    };
    const auto look = [&](TransferId id) {
        const auto& x = model[id];
        const auto words = [&](Span span) { return subject.words_of(id, span.empty() ? x.head_span : span); };
        if (x.open_functions && !names(model, x, function) && holds_on(view.world->validity(x, participant), day))
            add(x, Why::more_functions, tasks & x.tasks, words(x.head_span));
        const auto* package = x.package ? &model[x.cooperation].packages[*x.package] : nullptr;
        if (package != nullptr && package->open_takers && x.functions.has(function) &&
            !holds_on(view.world->validity(x, participant), day) && would_hold(view, x, participant, day))
            add(x, Why::more_participants, tasks & x.tasks, words(package->takers_span));
        if ((!x.open_tasks && !x.open_for) || !x.functions.has(function)) return;
        const bool named = !x.only_for || names(*x.only_for, participant);
        if (x.open_tasks && holds_on(view.world->validity(x, participant), day))
            add(x, Why::more_tasks, tasks - x.tasks - x.excepted, words(x.head_span));
        if (x.open_for && !named && !names(x.except_for, participant) && would_hold(view, x, participant, day))
            add(x, Why::more_participants, tasks & x.tasks, words(x.for_span));
    };
    if (cooperation.valid()) {
        for (const auto id : subject.transfers_of(cooperation)) look(id);
    } else {
        for (std::uint32_t i = 0; i < model.transfers.size(); ++i)
            if (!model.transfers[i].cooperation.valid()) look({i});
    }
    for (const auto& x : model.without_act) {
        if (x.cooperation != cooperation || x.why_not != Transfer::WhyNot::not_stated) continue;
        if (!holds_on(view.world->validity(x, participant), day)) continue;
        const bool any_function = x.functions.none(), any_task = x.tasks.none();
        if (!any_function && !x.functions.has(function)) continue;
        add(x, any_function || any_task ? Why::matter : Why::receiver, any_task ? tasks : tasks & x.tasks,
            subject.words_of(cooperation,
                             any_function || any_task || x.receiver_span.empty() ? x.head_span : x.receiver_span));
    }
    return out;
}

namespace {

Text why_said(const Undetermined& each) {
    switch (each.why) {
        case Undetermined::Why::more_functions: return say(message::list_of_functions_open);
        case Undetermined::Why::more_tasks: return say(message::list_of_tasks_open);
        case Undetermined::Why::more_participants: return say(message::open_for_whom);
        case Undetermined::Why::receiver: return say(message::open_receiver, {name_of(each.by->open_receiver)});
        case Undetermined::Why::matter: return say(message::open_matter, {name_of(each.by->open_matter)});
    }
    return {};
}

}  // namespace

bool leaves_open(const Model& model) {
    const auto open = [](const Transfer& x) {
        return x.open_functions || x.open_tasks || x.open_for || x.why_not == Transfer::WhyNot::not_stated;
    };
    return std::any_of(model.transfers.begin(), model.transfers.end(), open) ||
           std::any_of(model.without_act.begin(), model.without_act.end(), open) ||
           std::any_of(model.cooperations.begin(), model.cooperations.end(), [](const Cooperation& cooperation) {
               return cooperation.open_participants || std::any_of(cooperation.scopes.begin(), cooperation.scopes.end(),
                                                                   [](const Scope& scope) { return scope.open_list; });
           });
}

std::vector<LeftOpen> what_is_open(const Subject& subject, const Subject::View& view, PartyId participant,
                                   std::uint32_t function, Day day, const BitSet& tasks) {
    const auto& model = subject.model;
    auto left = tasks;
    std::vector<LeftOpen> out;
    const auto add = [&](const BitSet& open, Text why) {
        const auto here = open & left;
        if (here.none()) return;
        left -= here;
        out.push_back({here, std::move(why)});
    };
    const auto sentences = [&](CooperationId cooperation) {
        for (const auto& each : undetermined(subject, view, cooperation, participant, function, day, left))
            add(each.tasks, why_said(each));
    };
    sentences({});
    for (std::uint32_t i = 0; i < model.cooperations.size() && left.any(); ++i) {
        const CooperationId id{i};
        const auto& cooperation = model.cooperations[i];
        if (!view.world->force(id).contains(day)) continue;
        sentences(id);
        const bool takes_part = holds_on(view.world->participation(id, participant), day);
        for (const auto& scope : cooperation.scopes)
            if (takes_part && scope.open_list && (!scope.functions || scope.functions->has(function)))
                add(left, say(message::scope_open));
        if (takes_part || !cooperation.open_participants) continue;
        for (const auto transfer : subject.transfers_of(id))
            if (model[transfer].functions.has(function))
                add(model[transfer].tasks, say(message::list_of_participants_open));
    }
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

BitSet left_open(const Subject& subject, const Subject::View& view, PartyId participant, std::uint32_t function,
                 Day day, const BitSet& tasks) {
    BitSet out(subject.model.leaf_tasks.size());
    for (const auto& each : what_is_open(subject, view, participant, function, day, tasks)) out |= each.tasks;
    return out;
}

bool cannot_be_said(const Subject& subject, const Subject::View& view, PartyId participant, std::uint32_t function,
                    Day day, const BitSet& tasks) {
    return left_open(subject, view, participant, function, day, tasks) == tasks;
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
