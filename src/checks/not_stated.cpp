// B13: what a cooperation leaves open: its form, the organ with which a participant joins, its first day; and since or
// until when a sentence holds. Once each.
#include <algorithm>
#include <set>

#include "checks/lines.hpp"
#include "checks/subject.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

/// An organisation that is named without organ takes part itself.
bool lacks_organ(const Model& model, const Participant& participant) {
    return participant.organs.empty() && model[participant.party].kind == Party::Kind::municipality;
}

/// Whether some version of a cooperation says something.
template <typename Says>
bool some_version(const Model& model, const Cooperation& cooperation, Says says) {
    return std::any_of(model.cooperations.begin(), model.cooperations.end(), [&](const Cooperation& each) {
        return each.first_version == cooperation.first_version && says(each);
    });
}

bool end_open(const Model& model, const Cooperation& cooperation) {
    return some_version(model, cooperation,
                        [](const Cooperation& each) { return each.term.until_open != Silence::none; });
}

bool membership_open(const Model& model, const Cooperation& cooperation) {
    const auto open = [](const auto& each) {
        return each.term.from_open != Silence::none || each.term.until_open != Silence::none;
    };
    return some_version(model, cooperation, [&](const Cooperation& each) {
        return std::any_of(each.participants.begin(), each.participants.end(), open) ||
               std::any_of(each.legal_persons.begin(), each.legal_persons.end(), open);
    });
}

/// What a sentence of the model says it does not state of its own days.
std::vector<Text> open_in(const Transfer& sentence) {
    std::vector<Text> out;
    if (sentence.term.from_open != Silence::none) out.push_back(say(message::open_date));
    if (sentence.term.until_open != Silence::none) out.push_back(say(message::open_end));
    return out;
}

std::vector<Text> open_in(const Model& model, const Cooperation& cooperation) {
    std::vector<Text> out;
    if (!cooperation.form.valid())
        out.push_back(say(message::open_form));
    else if (cooperation.form_open)
        out.push_back(say(message::open_form_within, {model[cooperation.form].title}));
    const bool nobody = cooperation.participants.empty() && cooperation.legal_persons.empty();
    if (nobody) out.push_back(say(message::open_participants));
    const bool organs = std::any_of(cooperation.participants.begin(), cooperation.participants.end(),
                                    [&](const Participant& p) { return lacks_organ(model, p); });
    if (organs) out.push_back(say(message::open_organs));
    if (cooperation.open_participants && !nobody) out.push_back(say(message::open_others));
    if (cooperation.centre_open != Silence::none) out.push_back(say(message::open_centre));
    const bool givers = std::any_of(model.transfers.begin(), model.transfers.end(), [&](const Transfer& x) {
        return x.open_giver != Silence::none && x.cooperation.valid() &&
               model[x.cooperation].first_version == cooperation.first_version;
    });
    if (givers) out.push_back(say(message::open_giver));
    if (cooperation.dates_open) out.push_back(say(message::open_date));
    if (end_open(model, cooperation)) out.push_back(say(message::open_end));
    if (membership_open(model, cooperation)) out.push_back(say(message::open_membership));
    return out;
}

/// Why what is open matters: form and organs, the days, or who else.
Text why_of(const Model& model, const Cooperation& cooperation) {
    const bool form = !cooperation.form.valid() || cooperation.form_open ||
                      (cooperation.participants.empty() && cooperation.legal_persons.empty()) ||
                      std::any_of(cooperation.participants.begin(), cooperation.participants.end(),
                                  [&](const Participant& p) { return lacks_organ(model, p); });
    if (form) return say(message::b13_why);
    if (cooperation.dates_open) return say(message::b13_why_date);
    if (cooperation.centre_open != Silence::none) return say(message::b13_why_centre);
    if (cooperation.open_participants) return say(message::b13_why_others);
    return say(end_open(model, cooperation)          ? message::b13_why_end
               : membership_open(model, cooperation) ? message::b13_why_membership
                                                     : message::b13_why_giver);
}

/// What a decision does it does from the day on which it was taken, and that day is not stated.
bool acts_undated(const Model& model, DecisionId id) {
    const auto& decision = model[id];
    return !decision.taken && std::any_of(model.transfers.begin(), model.transfers.end(), [&](const Transfer& x) {
        return x.decision == id && x.term.days.from == kNoBegin;
    });
}

/// Where only what is decided counts, what is not decided leaves nothing open.
bool is_told(const Subject& subject, Status status, VariantId variant) {
    return subject.coverage.mode != graph::Mode::certain ||
           subject.view(variant).world->counts(status, variant.valid());
}

}  // namespace

void find_not_stated(const Subject& subject, Causes& causes) {
    const auto& model = subject.model;
    for (std::uint32_t i = 0; i < model.cooperations.size(); ++i) {
        const auto& cooperation = model.cooperations[i];
        if (cooperation.first_version.index != i || open_in(model, cooperation).empty() ||
            !some_version(model, cooperation,
                          [&](const Cooperation& each) { return is_told(subject, each.status, each.variant); }))
            continue;
        causes.at(Code::B13, cooperation.variant, subject.words_of(CooperationId{i}, cooperation.name_span), {},
                  Cause::kAnyFunction);
    }
    std::set<std::uint32_t> told;
    for (std::uint32_t i = 0; i < model.transfers.size(); ++i)
        if (const auto& x = model.transfers[i];
            !open_in(x).empty() && is_told(subject, subject.view(x.variant).world->status_of(x), x.variant) &&
            told.insert(x.statement).second)
            causes.at(Code::B13, x.variant, subject.head_of({i}), {}, Cause::kAnyFunction);
    for (std::uint32_t i = 0; i < model.decisions.size(); ++i)
        if (acts_undated(model, {i}) && is_told(subject, model.decisions[i].status, model.decisions[i].variant))
            causes.at(Code::B13, model.decisions[i].variant, {model.decisions[i].span}, {}, Cause::kAnyFunction).item =
                i;
}

namespace {

Diagnostic word_sentence(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& x = model[cause.culprit.row];
    const bool begin = x.term.from_open != Silence::none;
    Diagnostic out{Code::B13,
                   say(message::b13, {quoted(x.text), listed(open_in(x))}),
                   at(cause.culprit.span),
                   {},
                   {},
                   say(!begin                                        ? message::b13_why_end
                       : x.cooperation.valid() || x.decision.valid() ? message::b13_why_begin
                                                                     : message::b13_why_date),
                   {},
                   {},
                   id_of(subject, cause, x.id)};
    if (cause.variant.valid()) out.facts.push_back(say(message::in_variant, {name_of(model, cause.variant)}));
    if (begin)
        out.remedies.push_back(choice(say(message::b13_remedy, {line(subject, say(message::write_begin_word))})));
    if (x.term.until_open != Silence::none)
        out.remedies.push_back(choice(say(message::b13_remedy, {line(subject, say(message::write_end_word))})));
    return out;
}

}  // namespace

Diagnostic word_not_stated(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    if (cause.culprit.row.valid()) return word_sentence(subject, cause);
    if (cause.culprit.cooperation.valid()) {
        const auto& cooperation = model[cause.culprit.cooperation];
        const auto open = open_in(model, cooperation);
        Diagnostic out{Code::B13,
                       say(message::b13, {printable(cooperation.name), listed(open)}),
                       at(cause.culprit.span),
                       {},
                       {},
                       why_of(model, cooperation),
                       {},
                       {},
                       id_of(subject, cause, cooperation.name)};
        if (cause.variant.valid()) out.facts.push_back(say(message::in_variant, {name_of(model, cause.variant)}));
        const auto stated = [&](Message how, Message sentence) {
            out.remedies.push_back(choice(say(how, {line(subject, say(sentence))})));
        };
        if (!cooperation.form.valid() || cooperation.form_open) stated(message::b13_remedy, message::write_form);
        if ((cooperation.participants.empty() && cooperation.legal_persons.empty()) ||
            std::any_of(cooperation.participants.begin(), cooperation.participants.end(),
                        [&](const Participant& p) { return lacks_organ(model, p); }))
            stated(message::b13_organs, message::write_participants);
        if (cooperation.centre_open != Silence::none) stated(message::b13_remedy, message::write_centre);
        if (cooperation.dates_open) stated(message::b13_remedy, message::write_date);
        if (end_open(model, cooperation)) stated(message::b13_remedy, message::write_end);
        return out;
    }
    const auto& decision = model.decisions[cause.item];
    Diagnostic out{Code::B13,
                   say(message::b13, {printable(decision.name), say(message::open_taken)}),
                   at(cause.culprit.span),
                   {},
                   {},
                   say(message::b13_why_taken),
                   {},
                   {choice(say(message::b13_remedy, {line(subject, say(message::write_taken))}))},
                   id_of(subject, cause, decision.name)};
    if (cause.variant.valid()) out.facts.push_back(say(message::in_variant, {name_of(model, cause.variant)}));
    return out;
}

}  // namespace belegd::checks
