#include "cli/commands.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "cli/files.hpp"
#include "cli/format.hpp"
#include "render/diagnostics.hpp"
#include "render/facts.hpp"
#include "render/render.hpp"
#include "report/explanation.hpp"
#include "report/overview.hpp"
#include "rules/analysis.hpp"

namespace belegd::cli {
namespace {

using rules::Analysis;

Language fallback(const Call& call) { return call.language.value_or(Language::nl); }

/// A model read from a file, or the sentence that says why it could not be.
struct Read {
    std::string path;
    std::unique_ptr<Analysis> analysis;
    Text failure;
};

Read read(const Call& call, const std::string& path) {
    auto text = file_text(path);
    if (!text) return {path, nullptr, say(Message::cannot_read, {Text(path)})};
    const auto mode = call.certain ? graph::Mode::certain : graph::Mode::planned;
    return {path,
            rules::analysis(
                path, std::move(*text), [&](const std::string& used) { return beside(path, used); }, mode),
            {}};
}

Language language_of(const Call& call, const Analysis& analysis) {
    return call.language.value_or(analysis.texts.language);
}

std::vector<std::string> files_of(const Call& call, Result& result) {
    std::vector<std::string> out;
    for (const auto& path : call.paths) {
        const auto found = model_files(path);
        if (found.empty()) {
            result.err += "belegd: " + say(Message::no_models, {Text(path)}).in(fallback(call)) + "\n";
            result.exit_code = 2;
        }
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

void cannot(Result& result, const Call& call, const Text& why) {
    result.err += "belegd: " + why.in(fallback(call)) + "\n";
    result.exit_code = 2;
}

std::string rendered(const report::Document& document, const Call& call, Language language) {
    auto format = call.format;
    if (format.empty() && call.output) {
        // The ending of the file says what is wanted.
        const auto dot = call.output->rfind('.');
        const auto ending = dot == std::string::npos ? std::string() : call.output->substr(dot + 1);
        if (ending == "md" || ending == "html" || ending == "csv" || ending == "json") format = ending;
    }
    if (format == "md") return render::markdown(document, language);
    if (format == "html") return render::html(document, language);
    if (format == "csv") return render::csv(document, language);
    if (format == "json") return render::json(document);
    return render::text(document, language, call.width);
}

/// Only the findings of the variant, participant and day that were asked for; findings about no cells always stay.
Diagnostics narrowed(const Analysis& analysis, const Call& call, Result& result) {
    Diagnostics out;
    Text wrong;
    std::optional<model::VariantId> variant;
    std::optional<model::PartyId> party;
    if (call.variant && !(variant = report::variant_named(analysis.model, *call.variant, wrong)))
        cannot(result, call, wrong);
    if (call.participant && !(party = report::party_named(analysis.model, *call.participant, wrong)))
        cannot(result, call, wrong);
    for (const auto& item : analysis.diagnostics.items()) {
        const auto finding = std::find_if(
            analysis.findings.begin(), analysis.findings.end(),
            [&](const rules::Finding& f) { return f.diagnostic.id == item.id && f.cause.code == item.code; });
        if (finding != analysis.findings.end()) {
            const auto& cause = finding->cause;
            if (variant && cause.variant != *variant) continue;
            const bool here =
                cause.cells.empty() ||
                std::any_of(cause.cells.begin(), cause.cells.end(), [&](const rules::Cells& cells) {
                    return (!party || cells.participant == *party) && (!call.on || cells.days.contains(*call.on));
                });
            if (!here) continue;
        }
        out.add(item);
    }
    return out;
}

Result check(const Call& call) {
    Result result;
    for (const auto& path : files_of(call, result)) {
        const auto model = read(call, path);
        if (!model.analysis) {
            cannot(result, call, model.failure);
            continue;
        }
        const auto& analysis = *model.analysis;
        const auto shown = narrowed(analysis, call, result);
        if (call.format == "json")
            result.out += render::findings_json(shown, analysis.texts.sources);
        else
            result.err += render::findings(shown, analysis.texts.sources, language_of(call, analysis), call.width);
        result.exit_code = std::max(result.exit_code, !analysis.readable() ? 2 : shown.has_errors() ? 1 : 0);
    }
    return result;
}

Result test(const Call& call) {
    Result result;
    std::size_t passed = 0, failed = 0;
    Diagnostics all_failed;
    for (const auto& path : files_of(call, result)) {
        const auto model = read(call, path);
        if (!model.analysis) {
            cannot(result, call, model.failure);
            continue;
        }
        const auto& analysis = *model.analysis;
        if (!analysis.readable()) {
            result.err +=
                render::findings(analysis.diagnostics, analysis.texts.sources, language_of(call, analysis), call.width);
            result.exit_code = 2;
            continue;
        }
        passed += analysis.tests.passed;
        failed += analysis.tests.failed.size();
        Diagnostics here;
        for (const auto& item : analysis.tests.failed) here.add(item);
        if (call.format == "json") {
            result.out += render::findings_json(here, analysis.texts.sources);
        } else {
            for (const auto& item : here.items())
                result.err +=
                    render::finding(item, analysis.texts.sources, language_of(call, analysis), call.width) + "\n";
            result.out += say(Message::tests_of, {Text(path), number(static_cast<long long>(analysis.tests.passed)),
                                                  number(static_cast<long long>(analysis.tests.failed.size()))})
                              .in(language_of(call, analysis)) +
                          "\n";
        }
    }
    if (result.exit_code == 0 && passed + failed == 0) cannot(result, call, say(Message::no_tests));
    if (result.exit_code == 0 && failed > 0) result.exit_code = 1;
    return result;
}

/// The one model of a command that takes one; a folder stands for the only model in it.
std::unique_ptr<Analysis> one_model(const Call& call, Result& result) {
    const auto paths = files_of(call, result);
    if (paths.empty()) return nullptr;
    if (paths.size() > 1) {
        std::vector<Text> names(paths.begin(), paths.end());
        cannot(result, call, say(Message::one_model_please, {listed(names)}));
        return nullptr;
    }
    auto model = read(call, paths.front());
    if (!model.analysis) {
        cannot(result, call, model.failure);
        return nullptr;
    }
    if (!model.analysis->readable()) {
        result.err += render::findings(model.analysis->diagnostics, model.analysis->texts.sources,
                                       language_of(call, *model.analysis), call.width);
        result.exit_code = 2;
        return nullptr;
    }
    return std::move(model.analysis);
}

Result overview(const Call& call) {
    Result result;
    const auto analysis = one_model(call, result);
    if (!analysis) return result;
    auto wanted = analysis->model.overviews;
    if (call.name) {
        std::erase_if(wanted, [&](const model::Overview& each) { return folded(each.name) != folded(*call.name); });
        if (wanted.empty()) {
            std::vector<Text> known;
            for (const auto& each : analysis->model.overviews) known.emplace_back(each.name);
            cannot(result, call,
                   known.empty() ? say(Message::no_overviews)
                                 : say(Message::no_such_overview, {Text(*call.name), listed(known)}));
            return result;
        }
    }
    // Without a name: the first, which is the one the model was written for; without any: everything.
    auto what = wanted.empty() ? report::whole_overview(analysis->model) : wanted.front();
    if (wanted.size() > 1) {
        std::vector<Text> others;
        for (std::size_t i = 1; i < wanted.size(); ++i) others.emplace_back(wanted[i].name);
        result.err += say(Message::other_overviews, {listed(others)}).in(language_of(call, *analysis)) + "\n";
    }
    Text wrong;
    if (call.variant) {
        const auto variant = report::variant_named(analysis->model, *call.variant, wrong);
        if (!variant) return cannot(result, call, wrong), result;
        what.columns = {*variant};
    }
    if (call.participant) {
        const auto party = report::party_named(analysis->model, *call.participant, wrong);
        if (!party) return cannot(result, call, wrong), result;
        what.parties = {*party};
    }
    if (call.on) what.reference_day = call.on;
    result.out = rendered(report::overview(*analysis, what), call, language_of(call, *analysis));
    return result;
}

/// The page of a finding, by its code or its name: what it means, a wrong and a right example.
std::optional<std::string_view> page_of(std::string_view asked) {
    std::string code(asked);
    for (const auto each : all_codes())
        for (const auto& name : {info(each).name.nl, info(each).name.en})
            if (folded(name) == folded(asked)) code = info(each).id;
    for (const auto& page : embedded::pages())
        if (folded(page.name.substr(0, page.name.find('.'))) == folded(code)) return page.text;
    return std::nullopt;
}

Result explain(const Call& call) {
    Result result;
    if (!call.name) {
        if (const auto page = page_of(call.paths.front())) {
            result.out = std::string(*page);
            return result;
        }
        cannot(result, call, say(Message::explain_what, {Text(call.paths.front())}));
        return result;
    }
    const auto analysis = one_model(call, result);
    if (!analysis) return result;
    Text wrong;
    auto question = report::question(analysis->model, *call.name, wrong);
    if (!question) return cannot(result, call, wrong), result;
    if (call.variant) {
        const auto variant = report::variant_named(analysis->model, *call.variant, wrong);
        if (!variant) return cannot(result, call, wrong), result;
        question->variant = *variant;
    }
    if (call.participant) {
        const auto party = report::party_named(analysis->model, *call.participant, wrong);
        if (!party) return cannot(result, call, wrong), result;
        question->parties = {*party};
    }
    question->day = call.on;
    result.out = rendered(report::explanation(*analysis, *question), call, language_of(call, *analysis));
    return result;
}

}  // namespace

Result execute(const Call& call) {
    switch (call.command) {
        case Call::Command::check: return check(call);
        case Call::Command::test: return test(call);
        case Call::Command::overview: return overview(call);
        case Call::Command::explain: return explain(call);
        case Call::Command::format: return format(call);
        case Call::Command::export_:
        case Call::Command::coverage: {
            Result result;
            if (const auto analysis = one_model(call, result))
                result.out = call.command == Call::Command::export_
                                 ? render::facts(analysis->model)
                                 : render::coverage(analysis->model, analysis->coverage);
            return result;
        }
    }
    return {};
}

}  // namespace belegd::cli
