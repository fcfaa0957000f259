#include "report/appendix/receipt.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/version.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "report/open_points.hpp"
#include "rules/of_law.hpp"

namespace belegd::report {
namespace {

using namespace model;

constexpr std::size_t kDigits = 16;  ///< of a hash: as many as tell texts apart, and can be compared by eye

Text count(std::size_t value) { return number(static_cast<long long>(value)); }

/// What is hashed of a text: all of it; of a model that stands within a text its own lines, so that an overview beside them
/// can be brought up to date without making itself out of date.
std::string hashed_of(const Source& source) {
    if (source.text() == source.whole()) return std::string(source.whole());
    std::string out;
    auto rest = source.text();
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        if (const auto line = rest.substr(0, end); line.find_first_not_of(" \t\r") != std::string_view::npos)
            out += std::string(line) + "\n";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

Text files_said(const analysis::Analysis& analysis) {
    std::vector<Text> out;
    const auto& sources = analysis.texts.sources;
    for (std::uint32_t i = 0; i < sources.size(); ++i)
        if (sources[i].own())
            out.push_back(say(message::receipt_file,
                              {Text(sources[i].bare_name()), Text(sha256(hashed_of(sources[i])).substr(0, kDigits))}));
    return joined(out, "; ");
}

/// The latest day on which a statute or a rule of the library begins or ends.
Day latest_change(const analysis::Analysis& analysis) {
    Day out = kNoBegin;
    const auto see = [&](const Term& term, Span span) {
        if (analysis.texts.sources[span.file].own()) return;
        for (const auto day : {term.days.from, term.days.until})
            if (day != kNoEnd) out = std::max(out, day);
    };
    for (const auto& each : analysis.model.statutes) see(each.term, each.span);
    for (const auto& each : analysis.model.rules) see(each.term, each.span);
    return out;
}

Text rules_said(const analysis::Analysis& analysis) {
    const auto& model = analysis.model;
    const auto of_library = std::count_if(model.rules.begin(), model.rules.end(), [&](const Rule& rule) {
        return !analysis.texts.sources[rule.span.file].own();
    });
    std::size_t about_something = 0, applied = 0, undecided = 0;
    for (const auto& use : rules::uses_of_rules(*analysis.subject)) {
        about_something += use.cases > 0 ? 1 : 0;
        applied += use.cases;
        undecided += use.undecided;
    }
    std::vector<Text> out{say(message::receipt_rules_of,
                              {number(of_library), count(model.rules.size() - static_cast<std::size_t>(of_library))})};
    if (applied > 0) out.push_back(say(message::receipt_applied, {count(about_something), count(applied)}));
    if (undecided > 0) out.push_back(say(message::receipt_too_little, {count(undecided)}));
    out.push_back(say(message::receipt_rows,
                      {count(model.cooperations.size()), count(model.transfers.size() + model.without_act.size()),
                       count(model.decisions.size())}));
    return joined(out, "; ");
}

Text findings_said(const Diagnostics& all) {
    return say(message::receipt_counts, {count(all.count(Severity::error)), count(all.count(Severity::warning)),
                                         count(all.count(Severity::note)), count(all.accepted())});
}

}  // namespace

void write_receipt(Document& out, const Frame& frame) {
    Sheet rows;
    const auto add = [&](Message label, const Text& text) { rows.rows.emplace_back(say(label), Cell(text)); };
    add(message::receipt_model, files_said(frame.analysis));
    add(message::receipt_program,
        say(message::receipt_made_with, {Text(kVersion), spelled(latest_change(frame.analysis))}));
    add(message::receipt_rules, rules_said(frame.analysis));
    add(message::receipt_findings, findings_said(frame.analysis.diagnostics));
    if (const auto omitted = left_out_said(frame); !omitted.empty()) {
        Cell lines;
        for (const auto& each : omitted) lines.lines.push_back({each, {}});
        rows.rows.emplace_back(say(message::receipt_left_out), std::move(lines));
    }
    add(message::receipt_binding, say(message::papers_bind));
    out.blocks.emplace_back(std::move(rows));
}

}  // namespace belegd::report
