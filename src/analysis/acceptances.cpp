#include "analysis/acceptances.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "diagnostics/messages/coverage.hpp"

namespace belegd::analysis {
namespace {

using model::Acceptance;
using model::Model;

bool holds(Span outer, Span inner) {
    return outer.file == inner.file && outer.begin <= inner.begin && inner.end <= outer.end;
}

/// Whether a finding is about what stands in the statement: its own place, or one that it names.
bool about(const Diagnostic& finding, Span statement) {
    return holds(statement, finding.primary.span) ||
           std::any_of(finding.related.begin(), finding.related.end(),
                       [&](const Label& label) { return holds(statement, label.span); });
}

bool names(const Acceptance& acceptance, std::string_view code) {
    return std::find(acceptance.codes.begin(), acceptance.codes.end(), code) != acceptance.codes.end();
}

/// What cannot be read or understood is not to be accepted, nor a test that fails.
bool can_be_accepted(const Diagnostic& finding) {
    if (finding.rule) return true;
    const auto stage = info(finding.code).stage;
    if (finding.is_question()) return true;
    return stage == Stage::coverage || (stage == Stage::names && finding.severity() != Severity::error);
}

bool expired(const Acceptance& acceptance, std::optional<Day> today) {
    return today && acceptance.until && *acceptance.until <= *today;
}

/// The acceptances that a finding meets.
std::vector<const Acceptance*> met(const Model& model, const Diagnostic& finding) {
    std::vector<const Acceptance*> out;
    if (!can_be_accepted(finding)) return out;
    for (const auto& acceptance : model.acceptances)
        if (names(acceptance, finding.code_id()) && about(finding, acceptance.within)) out.push_back(&acceptance);
    return out;
}

Text listed_codes(const std::vector<std::string>& codes) { return listed({codes.begin(), codes.end()}); }

Diagnostic no_longer(const Acceptance& acceptance) {
    const auto codes = listed_codes(acceptance.codes);
    const auto written = joined({acceptance.codes.begin(), acceptance.codes.end()}, ", ");
    return {Code::R02,
            say(message::r02, {codes}),
            at(acceptance.span),
            {},
            {say(message::r02_until, {spelled(acceptance.until->previous()), Text(acceptance.reason)})},
            {},
            {},
            {{say(message::r02_longer, {written, Text(acceptance.reason)})}, {say(message::r02_done)}},
            "R02/" + written.nl + "/" + acceptance.reason};
}

Diagnostic meets_none(const Acceptance& acceptance, const std::vector<std::string>& codes) {
    const auto said = listed_codes(codes);
    return {Code::R03,
            say(message::r03, {alternatives({codes.begin(), codes.end()})}),
            at(acceptance.span),
            {},
            {},
            say(message::r03_why),
            {},
            {{codes.size() < acceptance.codes.size() ? say(message::r03_out, {said}) : say(message::r03_wholly)}},
            "R03/" + said.nl + "/" + acceptance.reason};
}

}  // namespace

std::optional<Accepted> accepted(const Model& model, const Diagnostic& finding, std::optional<Day> today) {
    for (const auto* acceptance : met(model, finding))
        if (!expired(*acceptance, today)) return Accepted{acceptance->reason, acceptance->until};
    return std::nullopt;
}

void accept(const Model& model, std::optional<Day> today, bool all, Diagnostics& findings) {
    if (model.acceptances.empty()) return;
    const auto count = findings.items().size();
    std::vector<std::vector<std::string>> left;
    for (const auto& acceptance : model.acceptances) left.push_back(acceptance.codes);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& item = findings.items()[i];
        for (const auto* acceptance : met(model, item))
            std::erase(left[static_cast<std::size_t>(acceptance - model.acceptances.data())], item.code_id());
        if (auto reason = accepted(model, item, today)) findings.accept(i, std::move(*reason));
    }
    for (std::size_t i = 0; i < model.acceptances.size(); ++i) {
        const auto& acceptance = model.acceptances[i];
        if (expired(acceptance, today) && left[i].size() < acceptance.codes.size()) findings.add(no_longer(acceptance));
        if (all && !left[i].empty()) findings.add(meets_none(acceptance, left[i]));
    }
}

}  // namespace belegd::analysis
