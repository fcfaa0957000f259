#include "report/sheet.hpp"

#include <algorithm>

#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/boards.hpp"
#include "report/sheet_lines.hpp"
#include "syntax/words.hpp"

namespace belegd::report {
namespace {

using namespace model;
using syntax::Word;

}  // namespace

void sheet(Document& out, const analysis::Analysis& analysis, CooperationId id, VariantId situation,
           std::optional<Day> day, Notes& notes, const std::vector<VariantId>& situations) {
    const auto& model = analysis.model;
    const auto& cooperation = model[id];
    auto heading = title_of(model, id);
    if (!cooperation.short_title.empty())
        heading = say(message::who_how, {heading, Text(cooperation.short_title)});
    else if (cooperation.title != Text(cooperation.name))
        heading = say(message::who_how, {heading, printable(cooperation.name)});
    if (model.has_versions(id)) heading = say(message::version_of, {heading, number(cooperation.version)});
    out.blocks.emplace_back(Heading{3, heading});
    Sheet rows;
    const auto add = [&](Message label, const std::vector<Said>& lines) {
        rows.rows.emplace_back(say(label), notes.cell(lines));
    };
    const auto plain = [](const Text& text) { return Said{text, {}, Cell::Mark::none}; };
    const auto add_as = [&](Word word, const std::vector<Said>& said) {
        if (!said.empty()) rows.rows.emplace_back(syntax::info(word).phrase, notes.cell(said));
    };
    const auto add_texts = [&](Word word, const std::vector<Text>& all) {
        if (!all.empty()) add_as(word, {plain(listed(all))});
    };
    // What another document says of it.
    const auto beside = [&](OtherReading::Of of, std::vector<Said> said) {
        for (const auto& each : cooperation.other_readings)
            if (each.of == of)
                said.push_back(stated(model, say(message::elsewhere, {printable(each.says.nl)}), each.backing));
        return said;
    };
    // A day of the text itself, or the word for it where the paper is silent.
    const auto add_day = [&](Word word, OtherReading::Of of, const std::optional<DateValue>& stretch,
                             const Backing& backing) {
        if (stretch || backing.silence != Silence::none)
            add_as(word,
                   beside(of, {stated(model, stretch ? stretch_said(*stretch) : name_of(backing.silence), backing)}));
    };
    std::vector<Text> names;
    for (const auto& alias : cooperation.aliases) names.push_back(printable(alias));
    add_texts(Word::also_called, names);
    add(message::sheet_situation, {plain(situation_said(model, cooperation.variant))});
    if (!cooperation.amendment.empty() || cooperation.amended_in.valid()) {
        auto by = cooperation.amendment.empty() ? say(message::amended_without_title) : cooperation.amendment;
        if (cooperation.amended_in.valid())
            by = say(message::by_decision, {by, title_of(model, cooperation.amended_in)});
        add_as(Word::amendment, {plain(by)});
    }
    add(message::sheet_parties,
        beside(OtherReading::Of::participants, parties_said(model, id, *analysis.subject->view(situation).world, day)));
    add(message::sheet_form, beside(OtherReading::Of::form, {form_said(model, cooperation)}));

    auto status = cooperation.status_stated ? name_of(cooperation.status) : say(message::status_not_given);
    if (cooperation.variant.valid() &&
        (!cooperation.status_stated || model[cooperation.variant].status < cooperation.status))
        status = status_said(model, cooperation.variant);
    add(message::sheet_status, beside(OtherReading::Of::status, {stated(model, status, cooperation.status_backing)}));

    auto since = term_said(cooperation.term);
    if (since.empty() && (cooperation.endless == Endless::not_said || cooperation.term_backing.said))
        since = silence(cooperation.term_backing);
    if (cooperation.endless != Endless::not_said)
        since = since.empty() ? name_of(cooperation.endless) : joined({since, name_of(cooperation.endless)}, ", ");
    if (cooperation.renewed && !superseded(model, id))
        since = joined({since, say(cooperation.renewed_times > 0 ? message::renewed_times_by : message::renewed_by,
                                   {name_of(*cooperation.renewed), times_said(cooperation.renewed_times)})},
                       ", ");
    if (cooperation.no_renewal) {
        const auto& said = syntax::info(Word::no_renewal).phrase;
        since = since.empty() ? said : joined({since, said}, ", ");
    }
    if (cooperation.retroactive)
        since = joined({since, say(message::works_back_to, {stretch_said(*cooperation.retroactive)})}, ", ");
    auto backing = cooperation.term_backing;
    backing.certainty = std::max(cooperation.term.certainty, backing.certainty);
    add(message::sheet_since, beside(OtherReading::Of::term, {stated(model, since, backing)}));

    add_day(Word::concluded_on, OtherReading::Of::concluded, cooperation.concluded, cooperation.concluded_backing);
    add_day(Word::published, OtherReading::Of::published, cooperation.published, cooperation.published_backing);
    add_texts(Word::signed_by, cooperation.signatories);

    std::vector<Said> lines;
    for (const auto& under : cooperation.under) lines.push_back(plain(under_said(model, under)));
    if (!lines.empty()) add(message::sheet_under, lines);
    if (!cooperation.seat.empty() || cooperation.seat_open != Silence::none)
        add_as(Word::seat,
               beside(OtherReading::Of::seat,
                      {stated(model,
                              cooperation.seat.empty() ? name_of(cooperation.seat_open) : printable(cooperation.seat),
                              cooperation.seat_backing)}));
    if (!cooperation.centres.empty())
        add(message::sheet_centre,
            beside(OtherReading::Of::centre,
                   {stated(model, parties_said(model, cooperation.centres), cooperation.centre_backing)}));
    else if (cooperation.centre_open != Silence::none)
        add(message::sheet_centre, beside(OtherReading::Of::centre, {stated(model, name_of(cooperation.centre_open),
                                                                            cooperation.centre_backing)}));
    lines.clear();
    for (const auto* ending : endings(analysis, id, situation)) {
        lines.push_back(ending_said(model, *ending, situation));
    }
    for (const auto* ending : revocations(analysis, id, situation)) {
        auto line = ending_said(model, *ending, situation);
        line.text = say(message::function_line, {title_of(model, ending->revoked), line.text});
        lines.push_back(std::move(line));
    }
    if (!lines.empty()) add(message::sheet_ends, lines);
    add_texts(Word::organs, own_organs(model, cooperation));
    if (!cooperation.boards.empty())
        add(message::sheet_boards, boards_said(model, id, *analysis.subject->view(situation).world, day));

    if (const auto change = changes_said(model, id, *analysis.subject->view(situation).world, day); !change.empty())
        add(message::sheet_changes, change);

    const auto notice = !cooperation.notice        ? silence(cooperation.notice_backing)
                        : cooperation.notice->none ? say(message::none_of_it)
                                                   : name_of(*cooperation.notice);
    add(message::sheet_notice, beside(OtherReading::Of::notice, {stated(model, notice, cooperation.notice_backing)}));

    const auto planning = planning_of(model, id, situations.empty() ? std::vector{situation} : situations);
    if (!planning.decisions.empty()) add(message::sheet_decisions, planning.decisions);

    lines.clear();
    for (const auto& claimed : cooperation.scopes) {
        if (day && !claimed.days.contains(*day)) continue;
        auto line = claim_said(model, claimed);
        if (!claimed.places_said.empty()) line = say(message::who_how, {line, claimed.places_said});
        if (claimed.whom.open)
            line = say(message::scope_for_open, {line, claimed.whom_said});
        else if (claimed.only_for)
            line = say(message::function_line_for, {line, parties_said(model, *claimed.only_for)});
        if (!claimed.except_for.empty() && !claimed.whom.open)
            line = say(message::function_line_not_for, {line, parties_said(model, claimed.except_for)});
        if (claimed.article.valid())
            line = say(message::function_line, {place_said(model[claimed.article].parts), line});
        lines.push_back(stated(model, line, claimed.backing));
    }
    if (lines.empty()) lines.push_back(plain(say(message::not_filled_in)));
    add(message::sheet_scope, lines);

    lines.clear();
    for (const auto* x : sentences_of(analysis, id))
        if (!day || analysis.subject->view(situation).world->lasting(*x).contains(*day))
            lines.push_back(sentence_said(model, *x));  // the sentence itself says how certain it is
    if (lines.empty()) lines.push_back(plain(say(message::no_transfers)));
    add(message::sheet_tasks, lines);
    lines.clear();
    for (const auto& package : cooperation.packages) lines.push_back(package_said(model, package));
    if (!lines.empty()) add(message::sheet_packages, lines);
    if (!planning.costs.empty()) add(message::sheet_costs, planning.costs);
    if (!planning.procedures.empty()) add(message::sheet_procedure, planning.procedures);
    if (cooperation.full_text) add(message::sheet_text, {plain(syntax::info(Word::full_text).phrase)});
    lines = provisions_said(model, cooperation.provides);
    if (cooperation.provides_open) lines.push_back(plain(syntax::info(Word::open_list).phrase));
    add_as(Word::provides, lines);
    add_as(Word::provides_not, provisions_said(model, cooperation.provides_not));
    add_as(Word::articles, articles_titled(model, cooperation));
    lines.clear();
    for (const auto article : cooperation.articles) {
        const auto& annex = model[article];
        if (annex.parts.empty() || (annex.parts.front().kind != Citation::Kind::annex &&
                                    (annex.parts.front().kind != Citation::Kind::addendum || annex.parts.size() > 1)))
            continue;
        auto text = place_said(annex.parts);
        if (!annex.title.empty() && text.nl.find(annex.title.nl) == std::string::npos)
            text = joined({text, annex.title}, " ");
        if (!annex.attached) text = say(message::annex_missing, {text});
        lines.push_back(stated(model, remarked(annex, text), annex.backing));
    }
    if (!lines.empty()) add(message::sheet_annexes, lines);
    names.clear();
    for (const auto& citation : cooperation.backing.citations) names.push_back(spelled(citation));
    add_texts(Word::according_to, names);
    for (const auto& remark : cooperation.remarks) add(message::sheet_remark, {plain(remark)});
    if (!cooperation.backing.documents.empty()) {
        lines.clear();
        for (const auto& reference : cooperation.backing.documents)
            lines.push_back(plain(document_said(model, reference)));
        add(message::sheet_source, lines);
    } else if (cooperation.backing.source != Silence::none) {
        add(message::sheet_source, {plain(name_of(cooperation.backing.source))});
    }
    out.blocks.emplace_back(std::move(rows));
}

void loose_sheet(Document& out, const analysis::Analysis& analysis, const std::vector<TransferId>& sentences,
                 Notes& notes) {
    out.blocks.emplace_back(Heading{3, say(message::heading_loose)});
    std::vector<Said> lines;
    lines.reserve(sentences.size());
    for (const auto id : sentences) lines.push_back(sentence_said(analysis.model, analysis.model[id]));
    Sheet rows;
    rows.rows.emplace_back(say(message::sheet_tasks), notes.cell(lines));
    out.blocks.emplace_back(std::move(rows));
}

void planning_sheet(Document& out, const Planning& planning, Notes& notes) {
    out.blocks.emplace_back(Heading{3, say(message::heading_planning)});
    Sheet rows;
    const auto add = [&](Message label, const std::vector<Said>& lines) {
        if (!lines.empty()) rows.rows.emplace_back(say(label), notes.cell(lines));
    };
    add(message::sheet_decisions, planning.decisions);
    add(message::sheet_rules, planning.rules);
    add(message::sheet_milestones, planning.milestones);
    add(message::sheet_costs, planning.costs);
    add(message::sheet_procedure, planning.procedures);
    out.blocks.emplace_back(std::move(rows));
}

}  // namespace belegd::report
