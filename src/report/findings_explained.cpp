#include "report/findings_explained.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "rules/not_checked.hpp"
#include "rules/of_law.hpp"

namespace belegd::report {

using namespace model;

std::vector<const checks::Finding*> findings_named(const analysis::Analysis& analysis, std::string_view name) {
    std::vector<const checks::Finding*> out;
    const auto wanted = folded(name);
    for (const auto& finding : analysis.findings)
        if (folded(finding.diagnostic.code_id()) == wanted || folded(finding.diagnostic.code_name().nl) == wanted ||
            folded(finding.diagnostic.code_name().en) == wanted)
            out.push_back(&finding);
    if (!out.empty()) return out;
    for (const auto& finding : analysis.findings)
        if (folded(finding.diagnostic.id) == wanted) return {&finding};
    return out;
}

std::optional<Document> rule_explained(const analysis::Analysis& analysis, std::string_view name) {
    const auto& rules = analysis.model.rules;
    const auto wanted = folded(name);
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return folded(rule.code) == wanted; });
    if (found == rules.end() || !analysis.subject) return std::nullopt;
    const auto index = static_cast<std::uint32_t>(found - rules.begin());
    const auto use = rules::uses_of_rules(*analysis.subject)[index];
    Document out;
    out.title = joined({Text(found->code), found->title}, " ");
    std::vector<Text> cited;
    for (const auto& citation : found->backing.citations) cited.push_back(spelled(citation));
    if (!cited.empty()) out.blocks.emplace_back(Paragraph{joined(cited, "; ")});
    const auto counted = number(static_cast<long long>(use.cases));
    const auto cases = use.given_up ? say(message::rules_more_than, {counted}) : counted;
    const auto undecided = number(static_cast<long long>(use.undecided));
    out.blocks.emplace_back(Paragraph{use.cases == 0               ? say(message::rule_idle)
                                      : use.undecided == 0         ? say(message::rule_content, {cases})
                                      : use.undecided == use.cases ? say(message::rule_open, {cases})
                                                                   : say(message::rule_undecided, {cases, undecided})});
    // A variant asks what the present asks too: once for each cooperation.
    Bullets questions;
    for (const auto& cause : analysis.causes)
        for (const auto& open : cause.open) {
            if (!open.asked_by(index)) continue;
            Cell line(say(message::rule_asked_of, {rules::left_open_at(*analysis.subject, cause), open.question}));
            const auto said = [&](const Cell& other) { return other.lines.front().text == line.lines.front().text; };
            if (std::none_of(questions.items.begin(), questions.items.end(), said))
                questions.items.push_back(std::move(line));
        }
    if (!questions.items.empty()) {
        out.blocks.emplace_back(Heading{2, say(message::rule_asks)});
        out.blocks.emplace_back(std::move(questions));
    }
    Bullets steps;
    for (const auto& step : found->steps) steps.items.emplace_back(rules::written(*found, step));
    for (const auto& part : rules::parts_of(analysis.model, *found)) steps.items.emplace_back(part);
    out.blocks.emplace_back(Heading{2, say(message::rule_reads)});
    out.blocks.emplace_back(std::move(steps));
    return out;
}

Document findings_explained(const analysis::Analysis& analysis, const std::vector<const checks::Finding*>& findings,
                            const analysis::Retry& retry) {
    const auto& subject = *analysis.subject;
    Document out;
    out.title = say(message::explained_title);
    for (const auto* finding : findings) {
        const auto& d = finding->diagnostic;
        out.blocks.emplace_back(Heading{2, joined({Text(std::string(d.code_id())), d.code_name()}, " ")});
        out.blocks.emplace_back(Paragraph{d.message});
        Sheet sheet;
        const auto place = analysis.texts.sources.place(d.primary.span);
        sheet.rows.emplace_back(say(message::explained_place),
                                say(message::explained_line,
                                    {Text(analysis.texts.sources[d.primary.span.file].name()), number(place.line)}));
        sheet.rows.emplace_back(say(message::explained_words),
                                Text(on_one_line(analysis.texts.sources.text(d.primary.span))));
        sheet.rows.emplace_back(say(message::explained_id), Text(d.id));
        out.blocks.emplace_back(std::move(sheet));
        Bullets facts;
        for (const auto& fact : d.facts) facts.items.emplace_back(fact);
        for (const auto& step : rules::steps_of(subject, finding->cause)) {
            const auto add = [&](const rules::RuleStep& each) {
                facts.items.emplace_back(each.facts.empty() ? each.words : joined({each.words, each.facts}, ": "));
            };
            add(step);
            for (const auto& part : step.parts) add(part);
        }
        if (!facts.items.empty()) {
            out.blocks.emplace_back(Heading{3, say(message::explained_why)});
            if (!d.why.empty()) {
                std::vector<Text> cited;
                for (const auto& citation : d.citations) cited.push_back(spelled(citation));
                out.blocks.emplace_back(
                    Paragraph{cited.empty() ? d.why : say(message::explained_law, {d.why, joined(cited, "; ")})});
            }
            out.blocks.emplace_back(std::move(facts));
        }
        out.blocks.emplace_back(Heading{3, say(message::explained_out)});
        Bullets ways;
        if (const auto change = analysis::smallest_change(analysis, *finding, retry))
            ways.items.emplace_back(
                say(change->tests ? message::explained_change_tests : message::explained_change, {change->said}));
        else
            ways.items.emplace_back(say(message::explained_no_change));
        for (const auto& remedy : d.remedies) ways.items.emplace_back(remedy.text);
        out.blocks.emplace_back(std::move(ways));
    }
    return out;
}

Document rules_listed(const analysis::Analysis& analysis) {
    const auto& model = analysis.model;
    Document out;
    out.title = say(message::rules_title);
    Table table;
    table.columns = {say(message::rules_code), say(message::rules_name), say(message::rules_law),
                     say(message::rules_cases), say(message::rules_found)};
    const auto uses = analysis.subject ? rules::uses_of_rules(*analysis.subject) : std::vector<rules::RuleUse>();
    std::size_t idle = 0;
    for (std::size_t i = 0; i < model.rules.size(); ++i) {
        const auto& rule = model.rules[i];
        Cell law;
        for (const auto& citation : rule.backing.citations) law.lines.push_back({spelled(citation), {}});
        if (const auto days = spelled(rule.term.days); !days.empty()) law.lines.push_back({days, {}});
        const Message grounds[] = {message::ground_text, message::ground_page, message::ground_memory,
                                   message::ground_inference};
        if (rule.ground != Rule::Ground::statute_text)
            law.lines.push_back({say(grounds[static_cast<std::size_t>(rule.ground)]), {}});
        const auto& use = uses[i];
        if (use.cases == 0) ++idle;
        Cell cases(use.given_up     ? say(message::rules_more_than, {number(static_cast<long long>(use.cases))})
                   : use.cases == 0 ? say(message::rules_nothing)
                                    : number(static_cast<long long>(use.cases)));
        Cell found;
        if (use.found > 0)
            found.lines.push_back({say(use.found == 1 ? message::rules_one_found : message::rules_many_found,
                                       {number(static_cast<long long>(use.found))}),
                                   {}});
        if (use.undecided > 0)
            found.lines.push_back({say(message::rules_undecided, {number(static_cast<long long>(use.undecided))}), {}});
        table.rows.push_back(
            {Cell(Text(rule.code)), Cell(rule.title), std::move(law), std::move(cases), std::move(found)});
    }
    table.caption = say(message::rules_caption,
                        {number(static_cast<long long>(model.rules.size())), number(static_cast<long long>(idle))});
    out.blocks.emplace_back(std::move(table));
    return out;
}

}  // namespace belegd::report
