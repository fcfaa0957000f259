#include "report/calendar.hpp"

#include <algorithm>
#include <utility>

#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/calendar.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"
#include "report/overview.hpp"
#include "report/planning.hpp"

namespace belegd::report {
namespace {

using namespace model;

Calendar::Passed passed(const DateValue& stretch, Day looked_at) {
    if (stretch.last < looked_at) return Calendar::Passed::yes;
    if (stretch.first > looked_at) return Calendar::Passed::no;
    return stretch.exact() ? Calendar::Passed::today : Calendar::Passed::cannot_be_said;
}

Text seen(const Calendar::Entry& entry, Day looked_at) {
    const bool deadline = entry.event.is_deadline();
    switch (entry.passed) {
        case Calendar::Passed::yes:
            if (entry.event.goes_on) return say(message::seen_begun);
            return say(deadline ? message::seen_passed : message::seen_past);
        case Calendar::Passed::today: return say(message::seen_today);
        case Calendar::Passed::cannot_be_said: return say(message::seen_unsaid);
        case Calendar::Passed::no: break;
    }
    const auto days = static_cast<long long>(entry.event.stretch.first.count) - looked_at.count;
    if (days == 1) return say(message::seen_tomorrow);
    return say(deadline ? message::seen_left : message::seen_ahead, {number(days)});
}

/// What comes back every year: the day as of which notice is given, the day by which is settled.
std::optional<Table> yearly(const Frame& frame) {
    const auto& model = frame.model;
    Table out;
    out.caption = say(message::caption_yearly);
    out.columns = {say(message::column_when), say(message::column_what)};
    const auto is_shown = [&](CooperationId id) {
        return std::any_of(frame.what.columns.begin(), frame.what.columns.end(),
                           [&](VariantId column) { return frame.ever_shows(column, id); });
    };
    const auto add = [&](const Text& when, const Text& what, Span from) {
        const bool known = std::any_of(out.rows.begin(), out.rows.end(), [&](const std::vector<Cell>& row) {
            return row[0].lines.front().text == when && row[1].lines.front().text == what;
        });
        if (known) return;
        out.rows.push_back({Cell(when), Cell(what)});
        out.origins.push_back(frame.origins({from}));
    };
    for (std::uint32_t i = 0; i < model.cooperations.size(); ++i) {
        const auto& row = model.cooperations[i];
        if (!row.notice || row.notice->none || row.notice->against.empty() || !is_shown({i})) continue;
        add(say(message::yearly_day, {row.notice->against}),
            say(message::yearly_notice, {title_of(model, CooperationId{i}),
                                         with_certainty(name_of(row.notice->length), row.notice_backing.certainty)}),
            row.span);
    }
    for (const auto& each : model.settlements)
        if (!each.at_the_latest.empty() && (!each.cooperation.valid() || is_shown(each.cooperation)))
            add(say(message::yearly_latest, {each.at_the_latest}), settlement_said(model, each).text, each.span);
    return out.rows.empty() ? std::nullopt : std::optional(std::move(out));
}

Document written(const Frame& frame, const Calendar& calendar) {
    Document out;
    out.title = calendar.title;
    out.day = spelled(calendar.looked_at);
    out.blocks.emplace_back(Paragraph{Cell(
        say(message::calendar_lead, {parties_said(frame.model, frame.what.parties), spelled(calendar.looked_at)}))});
    if (calendar.entries.empty()) {
        out.blocks.emplace_back(Paragraph{Cell(say(message::nothing_happens))});
        return out;
    }
    Table table;
    table.caption = say(message::caption_calendar);
    table.columns = {say(message::column_when), say(message::column_what)};
    const bool several = frame.what.columns.size() > 1;
    if (several) table.columns.push_back(say(message::sheet_situation));
    table.columns.push_back(say(message::column_seen, {spelled(calendar.looked_at)}));
    for (const auto& entry : calendar.entries) {
        const auto& event = entry.event;
        const bool late = event.is_deadline() && entry.passed == Calendar::Passed::yes;
        auto& row = table.rows.emplace_back();
        row.emplace_back(event.when);
        row.emplace_back(event.text, std::vector<std::size_t>{},
                         event.kind == Event::Kind::finding ? Cell::Mark::open : Cell::Mark::none);
        if (several) row.emplace_back(entry.situation);
        row.emplace_back(seen(entry, calendar.looked_at), std::vector<std::size_t>{},
                         late ? Cell::Mark::attention : Cell::Mark::none);
        table.origins.push_back(entry.origins);
    }
    out.blocks.emplace_back(std::move(table));
    if (auto again = yearly(frame)) out.blocks.emplace_back(std::move(*again));
    return out;
}

}  // namespace

Calendar calendar(const analysis::Analysis& analysis, const Overview& asked, Day looked_at) {
    // What an overview does not choose, it has all of: also its situations.
    const auto what = beginning(analysis, asked).filled;
    const Frame frame(analysis, what, Extent::appendix);
    Calendar out;
    out.title = say(message::calendar_title, {what.title});
    out.looked_at = looked_at;
    for (auto& event : every_event(frame, looked_at)) {
        Calendar::Entry entry;
        entry.passed = passed(event.stretch, looked_at);
        if (what.columns.size() > 1 && !event.situations.empty()) entry.situation = situations_said(frame, event);
        entry.origins = frame.origins(event.from);
        entry.event = std::move(event);
        out.entries.push_back(std::move(entry));
    }
    out.document = written(frame, out);
    return out;
}

Text kind_said(Event::Kind kind) {
    switch (kind) {
        case Event::Kind::begins: return say(message::entry_begins);
        case Event::Kind::changes: return say(message::entry_changes);
        case Event::Kind::joins: return say(message::entry_joins);
        case Event::Kind::leaves: return say(message::entry_leaves);
        case Event::Kind::ends: return say(message::entry_ends);
        case Event::Kind::notice: return say(message::entry_notice);
        case Event::Kind::renewal: return say(message::entry_renewal);
        case Event::Kind::decision: return say(message::entry_decision);
        case Event::Kind::deadline: return say(message::entry_deadline);
        case Event::Kind::milestone: return say(message::entry_milestone);
        case Event::Kind::published: return say(message::entry_published);
        case Event::Kind::payment: return say(message::entry_payment);
        case Event::Kind::finding: return say(message::entry_finding);
    }
    return {};
}

}  // namespace belegd::report
