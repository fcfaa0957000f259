#include "rules/subject.hpp"

#include <algorithm>

#include "model/describe.hpp"

namespace belegd::rules {

using namespace model;

Subject::Subject(const Sources& texts, const Model& resolved, const graph::Coverage& answered)
    : sources(texts), model(resolved), coverage(answered) {
    transfers_.resize(model.cooperations.size());
    for (std::uint32_t i = 0; i < model.transfers.size(); ++i)
        if (model.transfers[i].cooperation.valid()) transfers_[model.transfers[i].cooperation.index].push_back({i});
    for (const auto& variant : coverage.variants) {
        View view{variant.variant,
                  &variant,
                  std::make_unique<graph::World>(model, coverage.mode, variant.variant),
                  nullptr,
                  {}};
        view.claims = std::make_unique<graph::Claims>(*view.world);
        view.runs.resize(model.parties.size() * model.leaf_functions.size());
        for (std::uint32_t i = 0; i < variant.runs.size(); ++i)
            view.runs[variant.runs[i].participant.index * model.leaf_functions.size() + variant.runs[i].function]
                .push_back(i);
        views_.push_back(std::move(view));
    }
}

std::vector<const graph::Run*> Subject::runs(const View& view, PartyId participant, std::uint32_t function) const {
    std::vector<const graph::Run*> out;
    for (const auto i : view.runs[participant.index * model.leaf_functions.size() + function])
        out.push_back(&view.coverage->runs[i]);
    return out;
}

std::vector<const graph::Run*> Subject::explicit_before(const View& view, PartyId participant, std::uint32_t function,
                                                        const BitSet& tasks, Day day) const {
    std::vector<const graph::Run*> out;
    for (const auto* run : runs(view, participant, function))
        if (run->days.until == day && graph::is_explicit(answer(*run).state) && run->tasks.intersects(tasks))
            out.push_back(run);
    return out;
}

std::vector<const graph::Run*> Subject::explicit_from(const View& view, PartyId participant, std::uint32_t function,
                                                      const BitSet& tasks, Day day) const {
    std::vector<const graph::Run*> out;
    for (const auto* run : runs(view, participant, function))
        if (run->days.from == day && graph::is_explicit(answer(*run).state) && run->tasks.intersects(tasks))
            out.push_back(run);
    return out;
}

Span Subject::end_of(const View& view, TransferId id, PartyId participant, Day day) const {
    const auto& transfer = model[id];
    if (transfer.term.days.until == day && !transfer.term.until_span.empty()) return transfer.term.until_span;
    if (transfer.cooperation.valid()) {
        const auto& cooperation = model[transfer.cooperation];
        for (const auto party : {std::optional<PartyId>(participant), std::optional<PartyId>()})
            if (const auto* ending = view.world->ending(transfer.cooperation, party);
                ending != nullptr && ending->per.first == day)
                return ending->span;
        if (cooperation.term.days.until == day && !cooperation.term.until_span.empty())
            return cooperation.term.until_span;
        for (const auto& taking_part : cooperation.participants)
            if (taking_part.party == participant && taking_part.term.days.until == day)
                return taking_part.term.until_span.empty() ? taking_part.span : taking_part.term.until_span;
        if (transfer.package)
            for (const auto& taker : cooperation.packages[*transfer.package].takers)
                if (taker.party == participant && taker.term.days.until == day) return taker.span;
    }
    return transfer.head_span;
}

Span Subject::start_of(TransferId id, PartyId participant, Day day) const {
    const auto& transfer = model[id];
    if (transfer.term.days.from == day && !transfer.term.from_span.empty()) return transfer.term.from_span;
    if (transfer.cooperation.valid()) {
        const auto& cooperation = model[transfer.cooperation];
        if (cooperation.term.days.from == day && !cooperation.term.from_span.empty()) return cooperation.term.from_span;
        for (const auto& taking_part : cooperation.participants)
            if (taking_part.party == participant && taking_part.term.days.from == day &&
                !taking_part.term.from_span.empty())
                return taking_part.term.from_span;
    }
    return transfer.head_span;
}

BitSet tasks_of(const Model& model, const Cause& cause) {
    BitSet out(model.leaf_tasks.size());
    for (const auto& cells : cause.cells) out |= cells.tasks;
    return out;
}

BitSet functions_of(const Model& model, const Cause& cause) {
    if (cause.function == Cause::kAnyFunction) return cause.functions;
    BitSet functions(model.leaf_functions.size());
    functions.set(cause.function);
    return functions;
}

Text matter_said(const Model& model, const Cause& cause) {
    const auto functions = functions_of(model, cause);
    if (functions.none()) return tasks_of(model, tasks_of(model, cause));
    const auto relevant = needing(model, functions);
    const auto tasks = model::tasks_of(model, tasks_of(model, cause), &relevant);
    return say(Message::function_of_tasks, {model::functions_of(model, functions), tasks});
}

Text transfer_said(TransferKind kind, const Text& matter, const Text& receiver) {
    const bool with = kind == TransferKind::assigns || kind == TransferKind::keeps;
    return say(with ? Message::write_with : Message::write_transfer, {verb_of(kind), matter, receiver});
}

namespace {

/// The first day on which a leaf task exists.
Day born(const Model& model, std::size_t leaf) {
    auto first = kNoBegin;
    for (auto at = model.leaf_tasks[leaf]; at.valid(); at = model[at].parent)
        first = std::max(first, model[at].term.days.from);
    return first;
}

/// Whether the days begin only because the model does: nothing is known of the days before.
bool begins_with_model(const Model& model, const Cause& cause, Period days) {
    if (days.from > model.horizon) return false;
    if (!model.horizon_stated) return true;
    const auto within = [&](Span outer) {
        return outer.file == cause.culprit.file && outer.begin <= cause.culprit.begin && cause.culprit.end <= outer.end;
    };
    for (const auto& cooperation : model.cooperations)
        for (const auto& scope : cooperation.scopes)
            if (within(scope.span)) return cooperation.dates_open;
    for (const auto& transfer : model.transfers)
        if (within(transfer.span))
            return transfer.term.from_span.empty() &&
                   (!transfer.cooperation.valid() || model[transfer.cooperation].dates_open);
    return false;
}

}  // namespace

std::vector<Text> cells_said(const Model& model, const Cause& cause) {
    // Participants with equal tasks and days are said together.
    struct Group {
        std::vector<PartyId> parties;
        BitSet tasks;
        Period days;
    };
    std::vector<Group> groups;
    for (const auto& cells : cause.cells) {
        auto same = std::find_if(groups.begin(), groups.end(),
                                 [&](const Group& g) { return g.tasks == cells.tasks && g.days == cells.days; });
        if (same == groups.end()) same = groups.insert(groups.end(), {{}, cells.tasks, cells.days});
        same->parties.push_back(cells.participant);
    }
    // A task that came to exist later is said with the others: its days begin for no other reason.
    for (auto& later : groups)
        for (auto& earlier : groups) {
            if (earlier.tasks.none() || later.tasks.none() || earlier.parties != later.parties) continue;
            if (earlier.days.until != later.days.until || earlier.days.from >= later.days.from) continue;
            bool all_born = true;
            later.tasks.each([&](std::size_t leaf) { all_born = all_born && born(model, leaf) == later.days.from; });
            if (!all_born) continue;
            earlier.tasks |= later.tasks;
            later.tasks = BitSet(model.leaf_tasks.size());
        }
    std::erase_if(groups, [](const Group& group) { return group.tasks.none(); });

    const auto all = tasks_of(model, cause);
    const auto relevant = needing(model, functions_of(model, cause));
    std::vector<Text> out;
    for (const auto& group : groups) {
        auto days = group.days;
        if (begins_with_model(model, cause, days)) days.from = kNoBegin;
        std::vector<Text> parts{say(Message::for_parties, {parties_of(model, group.parties)})};
        if (!(group.tasks == all))
            parts.push_back(model::tasks_of(model, group.tasks, relevant.any() ? &relevant : nullptr));
        if (const auto when = spelled(days); !when.empty()) parts.push_back(when);
        if (cause.variant.valid()) parts.push_back(say(Message::in_variant, {Text(model[cause.variant].name)}));
        out.push_back(joined(parts, ", "));
    }
    if (out.empty() && cause.variant.valid())
        out.push_back(say(Message::in_variant, {Text(model[cause.variant].name)}));
    return out;
}

std::string id_of(const Model& model, const Cause& cause, const std::string& what) {
    std::string out = info(cause.code).id;
    if (cause.variant.valid()) out += "/" + model[cause.variant].name;
    if (cause.function != Cause::kAnyFunction) out += "/" + model[model.leaf_functions[cause.function]].name;
    if (!what.empty()) out += "/" + what;
    if (const auto tasks = tasks_of(model, cause); tasks.any()) out += "/" + tasks_of(model, tasks).nl;
    std::vector<PartyId> parties;
    for (const auto& cells : cause.cells)
        if (parties.empty() || parties.back() != cells.participant) parties.push_back(cells.participant);
    if (!parties.empty()) out += "/" + parties_of(model, parties).nl;
    return out;
}

namespace {

#define CHECK(name, ...)                                  \
    }                                                     \
    void find_##name(const Subject&, Causes&);            \
    Diagnostic word_##name(const Subject&, const Cause&); \
    namespace {
#include "rules/all.def"
#undef CHECK

}  // namespace

const std::vector<Check>& all_checks() {
    static const std::vector<Check> checks = {
#define CHECK(name, ...) {#name, find_##name, word_##name, {__VA_ARGS__}},
#include "rules/all.def"
#undef CHECK
    };
    return checks;
}

Diagnostic worded(const Subject& subject, const Cause& cause) {
    const auto& checks = all_checks();
    const auto check = std::find_if(checks.begin(), checks.end(), [&](const Check& each) {
        return std::find(each.codes.begin(), each.codes.end(), cause.code) != each.codes.end();
    });
    return check->word(subject, cause);
}

Causes causes_of(const Subject& subject) {
    Causes causes;
    for (const auto& check : all_checks()) check.find(subject, causes);
    causes.join_cells();
    return causes;
}

std::vector<Finding> findings(const Subject& subject, Causes causes) {
    causes.settle(subject.model);
    std::vector<Finding> out;
    for (const auto& cause : causes.all()) out.push_back({cause, worded(subject, cause)});
    std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) {
        return std::tuple(a.cause.culprit, a.cause.code, a.cause.variant) <
               std::tuple(b.cause.culprit, b.cause.code, b.cause.variant);
    });
    return out;
}

}  // namespace belegd::rules
