#include "report/sheet.hpp"

#include <algorithm>

#include "model/describe.hpp"

namespace belegd::report {
namespace {

using namespace model;

Text with_certainty(const Text& text, Certainty certainty) {
    const auto name = name_of(certainty);
    return name.empty() ? text : say(Message::with_certainty, {text, name});
}

Cell parties_cell(const Model& model, const Cooperation& cooperation, Notes& notes) {
    Cell out;
    std::vector<Text> lines;
    // Participants who join with the same organs are one line.
    std::vector<bool> said(cooperation.participants.size(), false);
    for (std::size_t i = 0; i < cooperation.participants.size(); ++i) {
        if (said[i]) continue;
        const auto& first = cooperation.participants[i];
        std::vector<PartyId> parties;
        for (std::size_t j = i; j < cooperation.participants.size(); ++j) {
            const auto& other = cooperation.participants[j];
            if (other.organs != first.organs || !(other.term.days == first.term.days) ||
                other.backing.certainty != first.backing.certainty)
                continue;
            said[j] = true;
            parties.push_back(other.party);
            add_notes(model, other.backing, notes, out);
        }
        std::vector<Text> organs;
        for (const auto organ : first.organs) organs.push_back(organ_name(model, organ));
        auto line = organs.empty() ? say(Message::parties_without_organ, {parties_of(model, parties)})
                                   : say(Message::organ_of, {listed(organs), parties_of(model, parties)});
        if (const auto when = spelled(first.term.days); !when.empty()) line = joined({line, when}, ", ");
        lines.push_back(with_certainty(line, first.backing.certainty));
    }
    if (cooperation.open_participants) lines.push_back(say(Message::not_exhaustive));
    out.text = lines.empty() ? say(Message::not_stated) : joined(lines, "\n");
    return out;
}

Cell form_cell(const Model& model, const Cooperation& cooperation, Notes& notes) {
    Cell out;
    if (!cooperation.form.valid()) {
        out.text = say(Message::not_stated);
    } else {
        const auto& form = model[cooperation.form];
        out.text = {form.name, form.title.en};
        if (cooperation.form_open) out.text = say(Message::further_open, {out.text});
        for (const auto& basis : form.bases) add_notes(model, basis, notes, out);
    }
    out.text = with_certainty(out.text, cooperation.form_backing.certainty);
    add_notes(model, cooperation.form_backing, notes, out);
    return out;
}

/// The endings that apply in one of the situations, with the variant they apply in; each sentence once.
std::vector<std::pair<const Ending*, VariantId>> endings(const rules::Analysis& analysis, CooperationId id,
                                                         const std::vector<VariantId>& situations) {
    std::vector<std::pair<const Ending*, VariantId>> out;
    for (const auto situation : situations) {
        const auto& world = *analysis.subject->view(situation).world;
        const auto see = [&](std::optional<PartyId> party) {
            const auto* ending = world.ending(id, party);
            if (ending == nullptr || ending->only_version.valid()) return;
            if (std::none_of(out.begin(), out.end(), [&](const auto& other) { return other.first == ending; }))
                out.emplace_back(ending, situation);
        };
        see(std::nullopt);
        for (const auto& participant : analysis.model[id].participants) see(participant.party);
    }
    return out;
}

}  // namespace

void sheet(Document& out, const rules::Analysis& analysis, CooperationId id, const std::vector<VariantId>& situations,
           Notes& notes) {
    const auto& model = analysis.model;
    const auto& cooperation = model[id];
    const auto heading = cooperation.title == Text(cooperation.name)
                             ? Text(cooperation.name)
                             : say(Message::who_how, {cooperation.title, Text(cooperation.name)});
    out.blocks.emplace_back(Heading{3, heading});
    Sheet rows;
    const auto add = [&](Message label, Cell cell) { rows.rows.emplace_back(say(label), std::move(cell)); };
    add(Message::sheet_situation, {situation_said(model, cooperation.variant), {}, Cell::Mark::none});
    add(Message::sheet_parties, parties_cell(model, cooperation, notes));
    add(Message::sheet_form, form_cell(model, cooperation, notes));

    Cell status{name_of(cooperation.status), {}, Cell::Mark::none};
    if (cooperation.variant.valid())
        status.text = name_of(std::min(cooperation.status, model[cooperation.variant].status));
    status.text = with_certainty(status.text, cooperation.status_backing.certainty);
    add_notes(model, cooperation.status_backing, notes, status);
    add(Message::sheet_status, status);

    Cell since;
    since.text = spelled(cooperation.term.days);
    if (since.text.empty()) since.text = say(Message::not_stated);
    for (const auto& stretch : {cooperation.term.imprecise_from, cooperation.term.imprecise_until})
        if (stretch)
            since.text = say(Message::with_stretch, {since.text, spelled(stretch->first), spelled(stretch->last)});
    since.text = with_certainty(since.text, std::max(cooperation.term.certainty, cooperation.term_backing.certainty));
    add_notes(model, cooperation.term_backing, notes, since);
    add(Message::sheet_since, since);

    Cell ends;
    std::vector<Text> lines;
    for (const auto& found : endings(analysis, id, situations)) {
        const auto* ending = &found;
        const Text variant(model[ending->second].name);
        const auto day = spelled(ending->first->per.first);
        auto line = ending->first->parties
                        ? say(Message::ends_for, {parties_of(model, *ending->first->parties), day, variant})
                        : say(Message::ends_wholly, {day, variant});
        lines.push_back(with_certainty(line, ending->first->backing.certainty));
        add_notes(model, ending->first->backing, notes, ends);
    }
    if (!lines.empty()) {
        ends.text = joined(lines, "\n");
        add(Message::sheet_ends, ends);
    }

    Cell notice{cooperation.notice_nl ? Text(*cooperation.notice_nl, *cooperation.notice_en) : say(Message::not_stated),
                {},
                Cell::Mark::none};
    notice.text = with_certainty(notice.text, cooperation.notice_backing.certainty);
    add_notes(model, cooperation.notice_backing, notes, notice);
    add(Message::sheet_notice, notice);

    Cell scope;
    lines.clear();
    for (const auto& claimed : cooperation.scopes) {
        auto line = claimed.functions ? say(Message::function_of_tasks,
                                            {functions_of(model, *claimed.functions), tasks_of(model, claimed.tasks)})
                                      : say(Message::whole_of_tasks, {tasks_of(model, claimed.tasks)});
        if (claimed.only_for) line = say(Message::function_line_for, {line, parties_of(model, *claimed.only_for)});
        lines.push_back(with_certainty(line, claimed.backing.certainty));
        add_notes(model, claimed.backing, notes, scope);
    }
    scope.text = lines.empty() ? say(Message::not_stated) : joined(lines, "\n");
    add(Message::sheet_scope, scope);

    Cell tasks;
    lines.clear();
    std::uint32_t last = ~0u;
    for (const auto transfer : analysis.subject->transfers_of(id)) {
        const auto& x = model[transfer];
        if (x.statement == last) continue;
        last = x.statement;
        lines.push_back(x.text);
        add_notes(model, x.backing, notes, tasks);
    }
    tasks.text = lines.empty() ? say(Message::no_transfers) : joined(lines, "\n");
    add(Message::sheet_tasks, tasks);
    for (const auto& remark : cooperation.remarks) add(Message::sheet_remark, {remark, {}, Cell::Mark::none});
    if (!cooperation.backing.documents.empty()) {
        Cell source;
        std::vector<Text> said;
        for (const auto& reference : cooperation.backing.documents) said.push_back(document_said(model, reference));
        source.text = joined(said, "\n");
        add(Message::sheet_source, source);
    }
    for (auto& row : rows.rows) std::sort(row.second.notes.begin(), row.second.notes.end());
    out.blocks.emplace_back(std::move(rows));
}

}  // namespace belegd::report
