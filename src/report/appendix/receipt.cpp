#include "report/appendix/receipt.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/version.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "report/open_points.hpp"

namespace belegd::report {
namespace {

using namespace model;

constexpr std::size_t kDigits = 16;  ///< of a hash: as many as tell texts apart, and can be compared by eye

Text count(std::size_t value) { return number(static_cast<long long>(value)); }

/// The name of a file apart from where it lies: that differs from one desk to the next.
std::string bare(const std::string& path) {
    const auto slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

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
                              {Text(bare(sources[i].name())), Text(sha256(hashed_of(sources[i])).substr(0, kDigits))}));
    return joined(out, "; ");
}

Text rules_said(const analysis::Analysis& analysis) {
    const auto& model = analysis.model;
    const auto of_library = std::count_if(model.rules.begin(), model.rules.end(), [&](const Rule& rule) {
        return !analysis.texts.sources[rule.span.file].own();
    });
    return say(message::receipt_rules_of,
               {number(of_library), count(model.rules.size() - static_cast<std::size_t>(of_library)),
                count(model.cooperations.size()), count(model.transfers.size() + model.without_act.size()),
                count(model.decisions.size())});
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
    add(message::receipt_program, say(message::receipt_made_with, {Text(kVersion)}));
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
