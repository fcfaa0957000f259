#include "report/questions.hpp"

#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"

namespace belegd::report {
namespace {

using analysis::Question;

Text asked_at(const analysis::Analysis& analysis, const Question::Place& at) {
    const auto place = analysis.texts.sources.place(at.span);
    auto out =
        say(message::question_place, {at.about, Text(analysis.texts.sources[at.span.file].name()), number(place.line)});
    if (at.variant.valid())
        out = joined({out, say(message::in_variant, {model::name_of(analysis.model, at.variant)})}, ", ");
    return out;
}

Text asker_said(const model::Rule& rule, const Text& depends) {
    const Text code(rule.code);
    return depends.empty() ? say(message::question_rule, {code, rule.title})
                           : say(message::question_rule_so, {code, rule.title, depends});
}

Text answer_said(const rules::Answer& answer) {
    std::vector<Text> lead;
    if (!answer.says.empty()) lead.push_back(answer.says);
    if (!answer.where.empty() && !answer.line.empty()) lead.push_back(answer.where);
    const auto before = joined(lead, ", ");
    if (answer.line.empty()) return before;
    return before.empty() ? answer.written() : say(message::question_answer_line, {before, answer.written()});
}

}  // namespace

Document questions(const analysis::Analysis& analysis, const analysis::Questions& asked, const std::string& path) {
    Document out;
    out.title = say(message::questions_title, {Text(path)});
    const auto count = asked.open.size();
    if (count > 0 || asked.accepted == 0)
        out.blocks.emplace_back(Paragraph{count == 0 ? say(message::questions_none)
                                          : count == 1
                                              ? say(message::questions_lead_one)
                                              : say(message::questions_lead, {number(static_cast<long long>(count))})});
    if (asked.accepted > 0)
        out.blocks.emplace_back(Paragraph{
            asked.accepted == 1 ? say(message::questions_accepted_one)
                                : say(message::questions_accepted, {number(static_cast<long long>(asked.accepted))})});
    for (const auto& question : asked.open) {
        out.blocks.emplace_back(Heading{2, question.text});
        Sheet sheet;
        const auto row = [&](Message label, std::vector<Text> lines) {
            if (lines.empty()) return;
            Cell cell;
            for (auto& each : lines) cell.lines.push_back({std::move(each), {}});
            sheet.rows.emplace_back(say(label), std::move(cell));
        };
        std::vector<Text> places, rules, answers;
        for (const auto& at : question.places) places.push_back(asked_at(analysis, at));
        for (const auto& asker : question.askers)
            rules.push_back(asker_said(analysis.model.rules[asker.rule], asker.depends));
        for (const auto& answer : question.answers) answers.push_back(answer_said(answer));
        row(message::question_about, std::move(places));
        row(message::question_rules, std::move(rules));
        row(message::question_write, std::move(answers));
        out.blocks.emplace_back(std::move(sheet));
    }
    return out;
}

}  // namespace belegd::report
