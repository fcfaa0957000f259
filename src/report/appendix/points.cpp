#include "report/appendix/points.hpp"

#include <algorithm>

#include "diagnostics/messages/appendix.hpp"
#include "report/appendix/in_short.hpp"
#include "report/wording.hpp"

namespace belegd::report {
namespace {

Message what_to_do(Code code) {
    switch (code) {
        case Code::B01: return message::todo_unassigned;
        case Code::B02: return message::todo_double;
        case Code::B03: return message::todo_interruption;
        case Code::B04: return message::todo_circular;
        case Code::B05: return message::todo_no_organ;
        case Code::B06: return message::todo_not_competent;
        case Code::B07: return message::todo_partly;
        case Code::B08: return message::todo_fell_back;
        case Code::B09: return message::todo_no_effect;
        case Code::B12: return message::todo_title;
        case Code::B13: return message::todo_not_stated;
        case Code::B14: return message::todo_cannot_be_said;
        case Code::B15: return message::todo_side_by_side;
        case Code::B16: return message::todo_renewed;
        default: return message::todo_look;
    }
}

/// A rule names its advice first; a line to write in a model is nothing to tell who reads the appendix, and what a model
/// does to follow a check of coverage is its own choice.
Text advice_of(const Diagnostic& point) {
    const bool advised = point.rule && !point.remedies.empty() && point.remedies.front().line.empty();
    return advised ? point.remedies.front().text : say(what_to_do(point.code));
}

Text later_said(const OpenFindings& open) {
    if (open.later == 1) return say(open.later_grave > 0 ? message::later_grave_point : message::later_point);
    const auto all = in_words(static_cast<std::size_t>(open.later));
    const auto grave = in_words(static_cast<std::size_t>(open.later_grave));
    if (open.later_grave == 0) return say(message::later_points, {all});
    if (open.later_grave == open.later) return say(message::later_all_grave, {all});
    return say(message::later_grave_points, {all, grave});
}

}  // namespace

OpenCount count_of(const OpenFindings& open) {
    OpenCount out;
    for (const auto& each : open.findings) {
        if (each.accepted) continue;
        ++out.all;
        if (is_grave(each)) ++out.grave;
    }
    out.questions = open.questions > 0;
    return out;
}

void write_points(Document& out, const Frame& frame, const OpenFindings& open) {
    if (open.findings.empty()) {
        out.blocks.emplace_back(
            Paragraph{Cell(say(open.questions > 0 ? message::no_points : message::short_nothing_open))});
    } else {
        Table table;
        table.caption = say(message::caption_points);
        table.columns = {say(message::column_point), say(message::column_whom), say(message::column_to_do)};
        // Points with which the same is to be done, for the same and at the same time, stand in one row.
        struct Point {
            Text text, whom, to_do;
            Cell::Mark mark;
            Span from;
        };
        struct Row {
            std::vector<Text> points;
            Text whom, to_do;
            Cell::Mark mark;
            std::vector<Span> from;
        };
        std::vector<Row> rows;
        auto findings = open.findings;
        std::stable_partition(findings.begin(), findings.end(), [](const Diagnostic& each) { return !each.accepted; });
        const auto add = [&](Point point) {
            auto same = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
                return row.whom == point.whom && row.to_do == point.to_do && row.mark == point.mark;
            });
            if (same == rows.end())
                same = rows.insert(rows.end(), {{}, std::move(point.whom), std::move(point.to_do), point.mark, {}});
            same->points.push_back(std::move(point.text));
            same->from.push_back(point.from);
        };
        for (const auto& each : findings) {
            const auto advice = advice_of(each);
            const auto& to_do = each.accepted ? say(message::point_accepted, {Text(each.accepted->reason)}) : advice;
            const auto about = each.facts.size() - (each.rule ? each.rule->consequences : 0);
            const auto split = each.facts.begin() + static_cast<std::ptrdiff_t>(about);
            const std::vector<Text> whom(each.facts.begin(), split), follows(split, each.facts.end());
            auto point = each.message;
            // A sentence has one colon.
            const bool has_colon = point.nl.find(": ") != std::string::npos;
            if (!follows.empty()) point = joined({point, joined(follows, "; ")}, has_colon ? "; " : ": ");
            add({say(message::point_with_code, {point, Text(std::string(each.code_id()))}), joined(whom, "; "), to_do,
                 is_grave(each) ? Cell::Mark::attention : Cell::Mark::none, each.primary.span});
        }
        const bool any_whom = std::any_of(rows.begin(), rows.end(), [](const Row& row) { return !row.whom.empty(); });
        if (!any_whom) table.columns.erase(table.columns.begin() + 1);
        for (auto& row : rows) {
            Cell points;
            points.mark = row.mark;
            for (auto& point : row.points) points.lines.push_back({std::move(point), {}});
            auto& written = table.rows.emplace_back();
            written.push_back(std::move(points));
            if (any_whom) written.emplace_back(row.whom);
            written.emplace_back(row.to_do);
            table.origins.push_back(frame.origins(row.from));
        }
        out.blocks.emplace_back(std::move(table));
    }
    if (open.later > 0) out.blocks.emplace_back(Paragraph{Cell(later_said(open))});
    if (open.questions > 0)
        out.blocks.emplace_back(Paragraph{
            Cell(open.questions == 1
                     ? say(message::question_apart)
                     : sentence(say(message::questions_apart, {in_words(static_cast<std::size_t>(open.questions))})))});
}

}  // namespace belegd::report
