#include "analysis/analysis.hpp"

#include "analysis/acceptances.hpp"
#include "analysis/findings.hpp"
#include "resolve/from_syntax.hpp"

namespace belegd::analysis {

std::unique_ptr<Analysis> of(std::string name, std::string text, const syntax::FileReader& read, graph::Mode mode,
                             std::optional<Day> today, bool of_library, bool every_rule) {
    auto out = std::make_unique<Analysis>();
    out->today = today;
    out->texts = syntax::load(std::move(name), std::move(text), read, out->diagnostics, syntax::library_trees());
    out->model = resolve::from_syntax(out->texts.sources, out->texts.trees, out->diagnostics, every_rule);
    out->texts.trees = {};  // the model says what they said
    if (!of_library)
        std::erase_if(out->model.rules,
                      [&](const model::Rule& rule) { return !out->texts.sources[rule.span.file].own(); });
    if (!out->diagnostics.unreadable()) {
        out->coverage = graph::coverage(out->model, mode);
        out->subject = std::make_unique<Subject>(out->texts.sources, out->model, out->coverage, out->texts.language);
        auto causes = causes_of(*out->subject);
        out->tests = expectations(*out->subject, causes.all(), [&](const Cause& cause) {
            return !out->model.acceptances.empty() && accepted(out->model, worded(*out->subject, cause), today);
        });
        out->causes = causes.all();
        out->findings = findings(*out->subject, std::move(causes), every_rule || !out->model.acceptances.empty());
        for (const auto& finding : out->findings) out->diagnostics.add(finding.diagnostic);
        for (const auto& failed : out->tests.failed) out->diagnostics.add(failed);
        accept(out->model, today, mode == graph::Mode::planned, out->diagnostics);
    }
    out->diagnostics.sort();
    return out;
}

std::unique_ptr<Analysis> supposed(const Analysis& from, const std::function<void(model::Model&)>& change) {
    auto out = std::make_unique<Analysis>();
    out->today = from.today;
    out->texts.sources = from.texts.sources;
    out->texts.main = from.texts.main;
    out->texts.language = from.texts.language;
    out->model = from.model;
    change(out->model);
    out->coverage = graph::coverage(out->model, from.coverage.mode);
    out->subject = std::make_unique<Subject>(out->texts.sources, out->model, out->coverage, out->texts.language);
    return out;
}

}  // namespace belegd::analysis
