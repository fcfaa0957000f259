// Who takes part in a cooperation, with which organ and when; who joins and who leaves.
#include <algorithm>

#include "model/cooperations.hpp"

namespace belegd::model {

using syntax::Tree;

void Cooperations::participants(const Place& place, const Tree& tree, const Phrase& clause) {
    const auto id = place.id;
    const auto backing = r_.backing(clause);
    // `college van A vanaf 2020, college van B`: what stands at the end is for all, unless one has its own.
    const auto groups = r_.pairs_of(clause, {NameKind::party});
    const bool each_own = std::any_of(groups.begin(), groups.end(), [](const Phrase& group) {
        const auto* of = group.clause(Word::of);
        return of != nullptr && !of->items.empty() && !of->items.back().own.empty();
    });
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto* of = groups[i].clause(Word::of);
        std::vector<OrganId> organs;
        if (of != nullptr)
            for (const auto& item : r_.divided_items(groups[i].items, {NameKind::party}))
                if (const auto organ = r_.known_organ(item)) organs.push_back(*organ);
        auto whole = clause;
        if (each_own && i + 1 < groups.size()) whole.clauses.clear();
        if (of != nullptr) whole.clauses.insert(whole.clauses.end(), of->clauses.begin(), of->clauses.end());
        for (const auto& each :
             r_.dated(whole, of != nullptr ? of->items : clause.items, tree, {}, &model_[id].open_participants, true)) {
            if (each.cooperation == model_[id].first_version)
                r_.report(Code::N06, say(Message::takes_part_in_itself, {Text(model_[id].name)}), each.span);
            else if (each.cooperation.valid())
                model_[id].legal_persons.push_back({each.cooperation, organs, each.term, place.article, each.span});
            else
                model_[id].participants.push_back({each.party, organs, each.term, place.article, backing, each.span});
        }
    }
}

void Cooperations::accession(const Place& place, const Tree& tree, const Phrase& clause, std::optional<Day> from) {
    const auto before = model_[place.id].participants.size();
    participants(place, tree, clause);
    const auto& all = model_[place.id].participants;
    if (!from && std::any_of(all.begin() + static_cast<std::ptrdiff_t>(before), all.end(),
                             [](const Participant& each) { return each.term.days.from == kNoBegin; }))
        r_.report(Code::N05, say(Message::accedes_when), clause.span, {{say(Message::accedes_example)}});
}

void Cooperations::withdrawal(CooperationId id, const Tree& tree, const Phrase& clause, std::optional<Day> from) {
    std::optional<Day> per = from;
    if (const auto* said = clause.clause(Word::as_of))
        if (const auto day = r_.date(*said, tree)) per = day->first;
    if (!per) {
        r_.report(Code::N05, say(Message::ends_when), clause.span, {{say(Message::accedes_when)}});
        return;
    }
    for (const auto& each : r_.parties_on(clause.items)) {
        r_.takes_part(id, each.party, each.span);
        for (auto& participant : model_[id].participants)
            if (participant.party == each.party) {
                participant.term.days.until = std::min(participant.term.days.until, *per);
                participant.term.until_span = clause.span;
            }
    }
}

void check_participants(Resolution& r) {
    const auto& model = r.model;
    std::vector<Span> told;
    const auto check = [&](const std::vector<OrganId>& organs, const std::vector<OrganId>& has,
                           const std::string& whose, Span span) {
        for (const auto organ : organs) {
            if (std::find(has.begin(), has.end(), organ) != has.end()) continue;
            if (r.incomplete || std::find(told.begin(), told.end(), span) != told.end()) continue;
            told.push_back(span);
            const auto& name = model[organ].name;
            const bool municipal = organ == model.raad || organ == model.college || organ == model.burgemeester;
            std::vector<Remedy> remedies{{say(Message::participant_own_line, {r.to_write(whose)})}};
            if (!municipal) remedies.push_back({say(Message::declare_organ, {r.to_write(name), r.to_write(whose)})});
            r.report(Code::N01, say(Message::unknown_organ, {say(Message::quoted, {Text(name)}), Text(whose)}), span,
                     std::move(remedies));
        }
    };
    for (const auto& cooperation : model.cooperations) {
        for (const auto& each : cooperation.participants)
            check(each.organs, model[each.party].organs, model[each.party].name, each.span);
        for (const auto& each : cooperation.legal_persons)
            if (!r.formless(each.cooperation))
                check(each.organs, model[each.cooperation].organs, model[each.cooperation].name, each.span);
    }
}

}  // namespace belegd::model
