#include "report/wording.hpp"

#include <algorithm>

#include "model/describe.hpp"

namespace belegd::report {

using namespace model;

std::size_t Notes::of(const Text& note) {
    const auto [known, is_new] = numbers_.try_emplace(note.nl, notes_.size() + 1);
    if (is_new) notes_.push_back(note);
    return known->second;
}

Text document_said(const Model& model, const Backing::Reference& reference) {
    const auto& document = model[reference.document];
    std::vector<Text> parts{document.title.empty() ? Text(document.name) : document.title};
    if (!document.reference.empty()) parts.push_back(say(Message::with_reference, {Text(document.reference)}));
    if (document.date) parts.push_back(spelled(document.date->first));
    if (!reference.place.parts.empty()) {
        auto place = reference.place;
        place.law.clear();
        auto said = spelled(place);
        said.nl.erase(0, said.nl.find_first_not_of(' '));
        said.en.erase(0, said.en.find_first_not_of(' '));
        parts.push_back(said);
    }
    return joined(parts, ", ");
}

std::vector<Text> backing_said(const Model& model, const Backing& backing) {
    std::vector<Text> out;
    for (const auto& citation : backing.citations) {
        auto said = spelled(citation);
        if (const auto certainty = name_of(backing.certainty); !certainty.empty())
            said = say(Message::with_certainty, {said, certainty});
        out.push_back(said);
    }
    for (const auto& reference : backing.documents) out.push_back(document_said(model, reference));
    return out;
}

void add_notes(const Model& model, const Backing& backing, Notes& notes, Cell& cell) {
    for (const auto& said : backing_said(model, backing)) {
        const auto number = notes.of(said);
        if (std::find(cell.notes.begin(), cell.notes.end(), number) == cell.notes.end()) cell.notes.push_back(number);
    }
}

Text actor_said(const Model& model, const Actor& actor, PartyId own) {
    if (actor.owner == Actor::Owner::party && actor.index == own.index)
        return actor.organ.valid() ? organ_name(model, actor.organ) : say(Message::municipality_itself);
    return name_of(model, actor);
}

Text actors_said(const Model& model, const std::vector<Actor>& actors, PartyId own) {
    std::vector<Text> out;
    for (const auto& actor : actors) out.push_back(actor_said(model, actor, own));
    return listed(out);
}

namespace {

/// On what title: that of the first step, and through whom when there are more.
Text how_said(const Model& model, const graph::Answer& answer, PartyId own) {
    const auto& first = answer.chain.front();
    const bool trio = std::any_of(first.by.begin(), first.by.end(), [&](TransferId id) { return model[id].trio; });
    std::vector<Text> parts{title_name(first.kind, trio)};
    const bool forks = std::any_of(answer.chain.begin() + 1, answer.chain.end(),
                                   [&](const graph::Step& step) { return step.from == first.from; });
    if (answer.chain.size() > 1 && !forks) parts.push_back(say(Message::via, {actors_said(model, first.to, own)}));
    auto certainty = Certainty::stated;
    auto status = Status::decided;
    bool provided = false, part = false;
    for (const auto& step : answer.chain)
        for (const auto id : step.by) {
            certainty = std::max(certainty, model[id].backing.certainty);
            status = std::min(status, model[id].status);
            if (!model[id].condition) continue;
            (model[id].condition->kind == Condition::Kind::provided ? provided : part) = true;
        }
    if (provided) parts.push_back(say(Message::under_condition));
    if (part) parts.push_back(say(Message::for_a_part));
    if (status != Status::decided) parts.push_back(name_of(status));
    if (certainty != Certainty::stated) parts.push_back(name_of(certainty));
    return joined(parts, ", ");
}

}  // namespace

Cell answer_said(const Model& model, const graph::Answer& answer, PartyId own, Notes& notes) {
    Cell cell;
    switch (answer.state) {
        case graph::State::assigned:
            cell.text =
                say(Message::who_how, {actors_said(model, answer.performers, own), how_said(model, answer, own)});
            break;
        case graph::State::unassigned:
            cell.text = say(Message::nobody);
            cell.mark = Cell::Mark::open;
            break;
        case graph::State::doubly_assigned:
            cell.text = say(Message::doubled, {actors_said(model, answer.performers, own)});
            cell.mark = Cell::Mark::attention;
            break;
        case graph::State::cycle:
            cell.text = say(Message::in_circle);
            cell.mark = Cell::Mark::attention;
            break;
        case graph::State::no_owner:
            cell.text = say(Message::no_organ);
            cell.mark = Cell::Mark::attention;
            break;
        case graph::State::by_law:
            cell.text = say(Message::who_how, {actors_said(model, answer.performers, own), say(Message::by_law)});
            break;
    }
    for (const auto& step : answer.chain)
        for (const auto id : step.by) {
            const auto& transfer = model[id];
            add_notes(model, transfer.backing, notes, cell);
            if (transfer.condition && !transfer.condition->text.empty())
                cell.notes.push_back(
                    notes.of(say(transfer.condition->kind == Condition::Kind::provided  ? Message::note_provided
                                 : transfer.condition->kind == Condition::Kind::insofar ? Message::note_insofar
                                                                                        : Message::note_at_most,
                                 {Text(transfer.condition->text)})));
        }
    return cell;
}

Text situation_said(const Model& model, VariantId variant) {
    if (!variant.valid()) return say(Message::the_present);
    return say(Message::who_how, {Text(model[variant].name), name_of(model[variant].status)});
}

}  // namespace belegd::report
