#include "report/appendix/chronology.hpp"

#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/reports.hpp"
#include "report/events.hpp"

namespace belegd::report {

void write_chronology(Document& out, const Frame& frame) {
    const auto all = events(frame);
    if (all.empty()) {
        out.blocks.emplace_back(Paragraph{Cell(say(message::nothing_happens))});
        return;
    }
    const auto& dated = frame.what.dated;
    Table table;
    table.caption = say(message::caption_chronology);
    table.columns = {say(message::column_when), say(message::column_what)};
    const bool several = frame.what.columns.size() > 1;
    if (several) table.columns.push_back(say(message::sheet_situation));
    // What happens on one day in the same situations stands in one row.
    for (auto at = all.begin(); at != all.end();) {
        Cell what;
        std::vector<Span> from;
        const auto &when = at->when, in = situations_said(frame, *at);
        auto end = at;
        for (; end != all.end() && end->when == when && situations_said(frame, *end) == in; ++end) {
            const bool passed = end->kind == Event::Kind::notice && dated && dated->first > end->day;
            what.lines.push_back({passed ? say(message::event_passed, {end->text}) : end->text, {}});
            from.insert(from.end(), end->from.begin(), end->from.end());
        }
        table.rows.push_back({Cell(when), std::move(what)});
        table.origins.push_back(frame.origins(from));
        if (several) table.rows.back().emplace_back(in);
        at = end;
    }
    out.blocks.emplace_back(std::move(table));
}

}  // namespace belegd::report
