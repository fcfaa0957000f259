// The list of decisions and consents for people.
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/decisions.hpp"
#include "diagnostics/messages/reports.hpp"
#include "report/decision_standing.hpp"
#include "report/weighed.hpp"

namespace belegd::report {
namespace {

using Standing = DecisionList::Standing;

Cell lines(const std::vector<Text>& all) {
    Cell out;
    for (const auto& each : all) out.lines.push_back({each, {}});
    if (all.empty()) out.lines.push_back({Text("–"), {}});
    return out;
}

Cell::Mark mark_of(Standing standing, bool late) {
    if (late || standing == Standing::refused) return Cell::Mark::attention;
    return standing == Standing::decided || standing == Standing::lapsed ? Cell::Mark::none : Cell::Mark::open;
}

Text when_said(const Text& by_when, bool late) {
    if (by_when.empty()) return Text("–");
    return late ? say(message::passed_then, {by_when}) : by_when;
}

Table table_of(const std::vector<DecisionList::Step>& steps, bool several) {
    Table out;
    out.caption = say(message::caption_decisions);
    out.columns = {say(message::column_decision), say(message::column_by_whom),  say(message::column_before),
                   say(message::column_effect),   say(message::column_standing), say(message::column_by_when)};
    if (several) out.columns.push_back(say(message::sheet_situation));
    for (const auto& each : steps) {
        auto& row = out.rows.emplace_back();
        row.emplace_back(each.title);
        auto who = lines({each.by});
        if (!each.kind.empty()) who.lines.push_back({each.kind, {}});
        for (const auto& need : each.needs) who.lines.push_back({need, {}});
        row.push_back(std::move(who));
        row.push_back(lines(each.before));
        row.push_back(lines(each.effects));
        row.emplace_back(each.said, std::vector<std::size_t>{}, mark_of(each.standing, false));
        row.emplace_back(when_said(each.by_when, each.late), std::vector<std::size_t>{},
                         each.late ? Cell::Mark::attention : Cell::Mark::none);
        if (several) row.emplace_back(each.situation);
        out.origins.push_back(each.origins);
    }
    return out;
}

Table table_of(const std::vector<DecisionList::Consent>& consents, bool several) {
    Table out;
    out.caption = say(message::caption_consents);
    out.columns = {say(message::column_for_what), say(message::column_by_whom), say(message::column_basis),
                   say(message::column_standing), say(message::column_by_when)};
    if (several) out.columns.push_back(say(message::sheet_situation));
    for (const auto& each : consents) {
        auto& row = out.rows.emplace_back();
        row.emplace_back(each.act);
        row.push_back(lines({each.by, each.kind}));
        row.emplace_back(each.basis);
        row.emplace_back(each.said, std::vector<std::size_t>{}, mark_of(each.standing, false));
        row.emplace_back(when_said(each.by_when, each.late), std::vector<std::size_t>{},
                         each.late ? Cell::Mark::attention : Cell::Mark::none);
        if (several) row.emplace_back(each.situation);
        out.origins.push_back(each.origins);
    }
    return out;
}

Table table_of(const std::vector<DecisionList::Deciding>& boards, bool several) {
    Table out;
    out.caption = say(message::caption_boards);
    out.columns = {syntax::info(syntax::Word::cooperation).phrase, say(message::column_how)};
    if (several) out.columns.push_back(say(message::sheet_situation));
    for (const auto& each : boards) {
        auto& row = out.rows.emplace_back();
        row.emplace_back(each.cooperation);
        row.push_back(lines(each.said));
        if (several) row.emplace_back(each.situation);
        out.origins.push_back(each.origins);
    }
    return out;
}

Text counted(const std::vector<DecisionList::Consent>& consents) {
    long long needed = 0, given = 0, refused = 0, open = 0, unsure = 0;
    for (const auto& each : consents) {
        if (each.standing == Standing::cannot_be_said) {
            ++unsure;
            continue;
        }
        ++needed;
        (each.standing == Standing::decided ? given : each.standing == Standing::refused ? refused : open)++;
    }
    std::vector<Text> said;
    if (needed > 0)
        said.push_back(say(message::consents_counted, {number(needed), number(given), number(refused), number(open)}));
    if (unsure > 0) said.push_back(say(message::consents_unsure, {number(unsure)}));
    return joined(said, " ");
}

}  // namespace

Document document_of(const Frame& frame, const DecisionList& list) {
    Document out;
    out.title = list.title;
    out.day = spelled(list.looked_at);
    out.blocks.emplace_back(Paragraph{
        Cell(say(message::decisions_lead, {parties_said(frame.model, frame.what.parties), spelled(list.looked_at)}))});
    const bool several = frame.what.columns.size() > 1;
    if (list.steps.empty() && list.consents.empty() && list.rules.empty()) {
        out.blocks.emplace_back(Paragraph{Cell(say(message::no_decisions))});
        if (!list.boards.empty()) out.blocks.emplace_back(table_of(list.boards, several));
        return out;
    }
    if (!list.steps.empty()) out.blocks.emplace_back(table_of(list.steps, several));
    if (!list.consents.empty()) {
        out.blocks.emplace_back(Paragraph{Cell(counted(list.consents))});
        out.blocks.emplace_back(table_of(list.consents, several));
    }
    if (!list.boards.empty()) out.blocks.emplace_back(table_of(list.boards, several));
    write_weighed(out, frame, frame.what.columns);
    return out;
}

}  // namespace belegd::report
