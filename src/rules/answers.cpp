#include "rules/answers.hpp"

#include <algorithm>

#include "checks/lines.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "syntax/words.hpp"

namespace belegd::rules {

using namespace model;
using syntax::Word;

namespace {

constexpr const char* kBlank = "…";
constexpr Decision::Purpose kPurposes[] = {Decision::Purpose::adopt,  Decision::Purpose::agree,
                                           Decision::Purpose::permit, Decision::Purpose::view,
                                           Decision::Purpose::advise, Decision::Purpose::note};

Text word(Word which) { return syntax::info(which).phrase; }

/// The clause that states an attribute with a value of the writer's own: `bekendgemaakt op …`.
Word clause_of(Attribute attribute) {
    switch (attribute) {
        case Attribute::cooperation_concluded: return Word::concluded_on;
        case Attribute::cooperation_published:
        case Attribute::decision_published: return Word::published;
        case Attribute::cooperation_notice: return Word::notice;
        case Attribute::cooperation_seat: return Word::seat;
        case Attribute::cooperation_form: return Word::form;
        case Attribute::decision_taken:
        case Attribute::milestone_begin: return Word::on;
        case Attribute::decision_latest: return Word::latest_on;
        case Attribute::decision_by: return Word::by;
        case Attribute::transfer_receivers: return Word::to;
        default: return Word::none;
    }
}

/// As a line names it: by its own name, in English by the one that the library gives it.
Text written_name(const Notion& notion) {
    auto en = notion.title.en;
    if (en == notion.title.nl || en.empty()) en = notion.name;
    return {notion.name, en};
}

/// `personeel of personeelsovername`
template <typename Table>
Text titles(const Table& table, const std::vector<Entity>& rows) {
    std::vector<Text> out;
    out.reserve(rows.size());
    for (const auto row : rows) out.push_back(within_sentence(table[row].title));
    return alternatives(out);
}

/// `heeft de raad van Leiden toestemming gegeven voor ‘dienst’?`
Text decision_asked(const RuleFacts& facts, const Silent& fact) {
    const auto& model = facts.model();
    const auto what = as_name(model[CooperationId{static_cast<std::uint32_t>(fact.entity)}].name);
    auto who = fact.organ.valid() ? the_organ(model, fact.organ) : say(message::ask_competent_organ);
    if (fact.party.valid()) who = say(message::write_organ_of, {who, Text(model[fact.party].name)});
    switch (*fact.purpose) {
        case Decision::Purpose::adopt: return say(message::ask_adopted, {who, what});
        case Decision::Purpose::agree: return say(message::ask_agreed, {who, what});
        case Decision::Purpose::permit: return say(message::ask_permitted, {who, what});
        case Decision::Purpose::view: return say(message::ask_viewed, {who, what});
        case Decision::Purpose::advise: return say(message::ask_advised, {who, what});
        default: return say(message::ask_noted, {who, what});
    }
}

/// The municipalities that are named without the organ with which they take part, each once.
std::vector<Text> without_organ(const Model& model, CooperationId of) {
    std::vector<Text> names;
    for (const auto& participant : model[of].participants)
        if (participant.organs.empty() && model[participant.party].kind == Party::Kind::municipality) {
            Text name(model[participant.party].name);
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        }
    return names;
}

/// Whether of the organs it is only open who else takes part: of all that are named they are stated.
bool only_others_open(const Model& model, CooperationId of) {
    return model[of].open_participants && !model[of].participants.empty() && without_organ(model, of).empty();
}

class Writer {
   public:
    explicit Writer(const Subject& subject) : s_(subject), m_(subject.model) {}

    /// `more`: for whom else the same line is written.
    void add(const Silent& fact, const Text& more = {}) {
        const auto row = static_cast<std::uint32_t>(fact.entity);
        switch (fact.attribute) {
            case Attribute::cooperation_provides: return provisions(CooperationId{row}, fact.sought);
            case Attribute::party_capacities: return capacities(PartyId{row}, fact.sought);
            case Attribute::cooperation_decisions: return decision(CooperationId{row}, fact, more);
            case Attribute::cooperation_organs:
                return only_others_open(m_, {row}) ? others({row}) : organs(CooperationId{row});
            case Attribute::participant_organs: return organs({outer(fact.entity)});
            case Attribute::cooperation_begin: return put({}, said_of(CooperationId{row}), say(message::write_date));
            case Attribute::cooperation_form: {
                const auto& cooperation = m_[CooperationId{row}];
                return put(
                    {}, said_of(CooperationId{row}), say(message::write_form),
                    cooperation.form.valid() ? say(message::answer_within, {m_[cooperation.form].title}) : Text());
            }
            case Attribute::cooperation_parties:
            case Attribute::cooperation_participants:
            case Attribute::cooperation_municipalities: return others({row});
            case Attribute::decision_purpose:
                for (const auto purpose : kPurposes)
                    put(syntax::info(word_of(purpose)).help, place_of(fact),
                        joined({word(Word::purpose), word(word_of(purpose))}, " "));
                return;
            case Attribute::cost_frequency:
                for (const auto each : {Word::once, Word::per_year, Word::per_month})
                    put({}, say(message::answer_behind, {as_name(m_.costs[row].name)}), word(each));
                return;
            case Attribute::criterion_verdict:
                for (const auto each : {Word::fulfilled, Word::not_fulfilled, Word::not_yet_known})
                    put({}, say(message::answer_behind, {criterion_name(fact.entity)}), word(each));
                return;
            case Attribute::board_majority:
                return put({}, board_said(fact.entity),
                           joined({word(Word::majority), word(Word::more_than_half), word(Word::of_votes_cast)}, " "));
            case Attribute::board_divided:
                return put({}, board_said(fact.entity),
                           joined({word(Word::consists_of), Text(kBlank), word(Word::unit_members),
                                   word(Word::per_participant)},
                                  " "));
            default: break;
        }
        const auto clause = clause_of(fact.attribute);
        if (clause == Word::none) return;
        put({}, place_of(fact), joined({word(clause), Text(kBlank)}, " "));
    }

    std::vector<Answer> all() && { return std::move(out_); }

   private:
    void put(Text says, Text where, const Text& sentence, const Text& more = {}) {
        Answer answer{std::move(says), std::move(where), sentence.empty() ? Text() : line(s_, sentence)};
        if (!more.empty()) answer.says = answer.says.empty() ? more : joined({answer.says, more}, "; ");
        if (std::find(out_.begin(), out_.end(), answer) == out_.end()) out_.push_back(std::move(answer));
    }

    Text criterion_name(Entity entity) const {
        return as_name(m_.decision_rules[outer(entity)].criteria[inner(entity)].name);
    }
    Text board_said(Entity entity) const {
        const auto organ = m_.cooperations[outer(entity)].boards[inner(entity)].organ;
        return say(message::answer_behind, {joined({word(Word::board), organ_name(m_, organ)}, " ")});
    }
    Text said_of(CooperationId id) const { return say(message::answer_in, {as_name(m_[id].name)}); }

    /// The day of the text of one version stands in the amendment that makes it; what else is said holds on.
    Text of_version(CooperationId id, Attribute attribute) const {
        const auto& row = m_[id];
        const bool own = attribute == Attribute::cooperation_published || attribute == Attribute::cooperation_concluded;
        if (!own || row.first_version == id || row.term.days.from == kNoBegin) return said_of(id);
        return say(message::answer_in_amendment, {as_name(row.name), spelled(row.term.days.from)});
    }

    Text place_of(const Silent& fact) const {
        const auto row = static_cast<std::uint32_t>(fact.entity);
        if (fact.kind == Type::cooperation) return of_version(CooperationId{row}, fact.attribute);
        if (fact.kind == Type::decision && row < m_.decisions.size())
            return say(message::answer_behind, {as_name(m_.decisions[row].name)});
        if (fact.kind == Type::milestone && row < m_.milestones.size())
            return say(message::answer_behind, {as_name(m_.milestones[row].name)});
        return {};
    }

    /// Of several provisions one will do.
    void provisions(CooperationId of, const std::vector<Entity>& sought) {
        std::vector<Text> names;
        for (const auto each : sought) {
            names.push_back(written_name(m_.provisions[each]));
            put(say(message::answer_yes), said_of(of), joined({word(Word::provides), names.back()}, " "));
        }
        if (names.empty()) return;
        put(say(message::answer_no), said_of(of), joined({word(Word::provides_not), joined(names, ", ")}, " "));
    }

    void capacities(PartyId of, const std::vector<Entity>& sought) {
        const auto where = say(message::answer_behind, {Text(m_[of].name)});
        for (const auto each : sought)
            put(say(message::answer_yes), where,
                joined({word(Word::capacity), written_name(m_.capacities[each])}, " "));
        put(say(message::answer_no_but), where, joined({word(Word::capacity), Text(kBlank)}, " "));
    }

    /// `besluit … door raad van Leiden op … soort besluit toestemming betreft dienst`
    void decision(CooperationId about, const Silent& fact, const Text& more) {
        if (!fact.purpose && !fact.organ.valid()) return;
        std::vector<Text> parts{word(Word::decision), Text(kBlank), word(Word::by)};
        const auto who = fact.organ.valid() ? organ_name(m_, fact.organ) : Text(kBlank);
        const bool nobody = !fact.organ.valid() && !fact.party.valid();
        const auto whose = fact.party.valid() ? Text(m_[fact.party].name) : Text(kBlank);
        parts.push_back(nobody ? who : say(message::write_organ_of, {who, whose}));
        parts.push_back(word(Word::on));
        parts.emplace_back(kBlank);
        if (fact.purpose) {
            parts.push_back(word(Word::purpose));
            parts.push_back(word(word_of(*fact.purpose)));
        }
        parts.push_back(word(Word::concerns));
        parts.emplace_back(m_[about].name);
        put(say(message::answer_yes), {}, joined(parts, " "), more);
        if (fact.purpose != Decision::Purpose::permit && fact.purpose != Decision::Purpose::agree) return;
        parts.push_back(word(Word::status));
        parts.push_back(word(Word::rejected));
        put(say(message::answer_refused), {}, joined(parts, " "), more);
    }

    /// Of an open list: who else, or that there is nobody else.
    void others(CooperationId of) {
        put(say(message::answer_others), said_of(of), joined({word(Word::participants), Text(kBlank)}, " "));
        put(say(message::answer_nobody_else), {}, {});
    }

    /// `deelnemers college van Leiden, Leiderdorp`, once for each organ that municipalities join with.
    void organs(CooperationId of) {
        const auto names = without_organ(m_, of);
        const auto where = said_of(of);
        if (names.empty()) return put({}, where, say(message::write_participants));
        for (const auto organ : {m_.college, m_.raad, m_.burgemeester}) {
            if (!organ.valid()) continue;
            put(say(message::answer_with_organ, {the_organ(m_, organ)}), where,
                joined({word(Word::participants),
                        say(message::write_organ_of, {organ_name(m_, organ), joined(names, ", ")})},
                       " "));
        }
    }

    const Subject& s_;
    const Model& m_;
    std::vector<Answer> out_;
};

}  // namespace

Text Answer::written() const { return is_open() ? say(message::your_choice, {line}) : line; }

Text asked(const RuleFacts& facts, const Silent& fact) {
    const auto& subject = facts.subject();
    const auto row = static_cast<std::uint32_t>(fact.entity);
    switch (fact.attribute) {
        case Attribute::cooperation_form:
            return say(message::ask_form, {as_name(facts.model()[CooperationId{row}].name)});
        case Attribute::cooperation_organs:
            return say(only_others_open(facts.model(), {row}) ? message::ask_others : message::ask_organs,
                       {as_name(facts.model()[CooperationId{row}].name)});
        case Attribute::participant_organs: {
            const CooperationId of{outer(fact.entity)};
            return say(message::ask_organs, {as_name(facts.model()[of].name)});
        }
        case Attribute::cooperation_begin:
            return say(message::ask_begin, {as_name(facts.model()[CooperationId{row}].name)});
        case Attribute::transfer_receivers:
            return say(message::ask_receivers,
                       {Text(on_one_line(subject.sources.text(facts.words(fact.kind, fact.entity))))});
        case Attribute::cooperation_provides:
            if (fact.sought.empty()) break;
            return say(message::ask_provision, {as_name(facts.model()[CooperationId{row}].name),
                                                titles(facts.model().provisions, fact.sought)});
        case Attribute::party_capacities:
            if (fact.sought.empty()) break;
            return say(message::ask_capacity,
                       {Text(facts.model().parties[row].name), titles(facts.model().capacities, fact.sought)});
        case Attribute::cooperation_parties:
        case Attribute::cooperation_participants:
        case Attribute::cooperation_municipalities:
            return say(message::ask_others, {as_name(facts.model()[CooperationId{row}].name)});
        case Attribute::cost_frequency: return say(message::ask_frequency, {as_name(facts.model().costs[row].name)});
        case Attribute::criterion_verdict:
            return say(message::ask_criterion,
                       {facts.said(Type::criterion, false, {static_cast<long long>(fact.entity)})});
        case Attribute::board_majority:
        case Attribute::board_divided:
            return say(fact.attribute == Attribute::board_majority ? message::ask_majority : message::ask_members,
                       {facts.said(Type::board, false, {static_cast<long long>(fact.entity)})});
        case Attribute::decision_purpose:
            return say(message::ask_purpose, {as_name(facts.model().decisions[row].name)});
        case Attribute::cooperation_decisions:
            if (fact.purpose && *fact.purpose != Decision::Purpose::not_stated) return decision_asked(facts, fact);
            break;
        default: break;
    }
    const auto span = facts.words(fact.kind, fact.entity);
    const auto what = fact.kind == Type::transfer && !span.empty()
                          ? as_name(on_one_line(subject.sources.text(span)))
                          : facts.said(fact.kind, false, {static_cast<long long>(fact.entity)});
    return say(message::ask_about, {info(fact.attribute).help, what});
}

std::vector<Answer> answers_of(const Subject& subject, const std::vector<Silent>& facts) {
    // Of what a text provides for, one of several will do: they are told together.
    std::vector<Silent> all;
    for (const auto& fact : facts) {
        const auto known = std::find_if(all.begin(), all.end(), [&](const Silent& each) {
            return each.attribute == Attribute::cooperation_provides && each.attribute == fact.attribute &&
                   each.entity == fact.entity;
        });
        if (known == all.end())
            all.push_back(fact);
        else
            known->sought.insert(known->sought.end(), fact.sought.begin(), fact.sought.end());
    }
    Writer writer(subject);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto same = [&](const Silent& each) {
            return each.attribute == Attribute::cooperation_decisions && each.attribute == all[i].attribute &&
                   each.entity == all[i].entity && each.purpose == all[i].purpose && each.organ == all[i].organ &&
                   each.party.valid() && all[i].party.valid();
        };
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(i);
        const auto alike = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), same));
        // Of many one is the example, and the others are named.
        constexpr std::size_t kApart = 3;
        if (alike <= kApart) {
            writer.add(all[i]);
            continue;
        }
        if (std::any_of(all.begin(), begin, same)) continue;
        std::vector<Text> others;
        for (auto each = begin + 1; each != all.end(); ++each)
            if (same(*each)) others.emplace_back(subject.model[each->party].name);
        writer.add(all[i], say(message::answer_also_for, {listed(others)}));
    }
    return std::move(writer).all();
}

}  // namespace belegd::rules
