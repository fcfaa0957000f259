#include "cli/commands.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "base/hidden.hpp"
#include "cli/check.hpp"
#include "cli/compare.hpp"
#include "cli/completion.hpp"
#include "cli/costs.hpp"
#include "cli/create.hpp"
#include "cli/decisions.hpp"
#include "cli/earlier.hpp"
#include "cli/files.hpp"
#include "cli/format.hpp"
#include "cli/graph.hpp"
#include "cli/house_style.hpp"
#include "cli/impact.hpp"
#include "cli/manual.hpp"
#include "cli/outputs.hpp"
#include "cli/pages.hpp"
#include "cli/pdf.hpp"
#include "cli/put.hpp"
#include "cli/questions.hpp"
#include "cli/reading.hpp"
#include "cli/rename.hpp"
#include "cli/repair.hpp"
#include "cli/timeline.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/general.hpp"
#include "editor/textmate.hpp"
#include "render/plain_page.hpp"
#include "render/refresh.hpp"
#include "report/explanation.hpp"
#include "report/findings_explained.hpp"
#include "report/glossary.hpp"
#include "report/overview.hpp"
#include "syntax/markdown.hpp"

namespace belegd::cli {
namespace {

/// Each name once, with how often it stands there: one overview may be printed for several municipalities.
Text counted(const std::vector<Text>& names) {
    std::vector<Text> out, seen;
    for (const auto& name : names) {
        if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
        seen.push_back(name);
        const auto times = std::count(names.begin(), names.end(), name);
        out.push_back(times == 1 ? name : say(message::slot_times, {name, number(times)}));
    }
    return listed(out);
}

/// Refreshes the overviews in a Markdown file; when one cannot be, nothing is written.
Result update(const Call& call) {
    Result result;
    if (call.paths == std::vector{std::string(kStandard)})
        return cannot(result, fallback(call), say(message::input_has_no_file, {Text("--update")})), result;
    const auto [path, analysis] = one_model(call, result);
    if (!analysis) return result;
    const auto language = language_of(call, *analysis);
    if (!syntax::is_markdown(path))
        return cannot(result, language, say(message::update_is_for_markdown, {Text(path)})), result;
    const std::string whole(analysis->texts.sources[analysis->texts.main].whole());
    auto fresh = render::refreshed(*analysis, language);
    if (!fresh.wrong.empty()) return cannot(result, language, fresh.wrong), result;
    if (fresh.names.empty()) return cannot(result, language, say(message::no_slots, {Text(path)})), result;
    result.out = (fresh.changed.empty() ? say(message::slots_same, {Text(path), counted(fresh.names)})
                                        : say(message::slots_changed, {Text(path), counted(fresh.changed)}))
                     .in(language) +
                 "\n";
    if (!fresh.changed.empty()) result.files.push_back({path, std::move(fresh.text), whole});
    return result;
}

Result overview(const Call& call) {
    if (call.update) return update(call);
    Result result;
    const auto [path, analysis] = one_model(call, result);
    if (!analysis) return result;
    const auto language = language_of(call, *analysis);
    Text wrong;
    const auto what =
        report::overview_asked(analysis->model, {call.name, call.participant, call.variant, call.on}, wrong);
    if (!what) return cannot(result, language, wrong), result;
    if (const auto& all = analysis->model.overviews; !call.name && all.size() > 1) {
        std::vector<Text> others;
        for (std::size_t i = 1; i < all.size(); ++i) others.emplace_back(all[i].name);
        result.err += say(others.size() == 1 ? message::other_overview : message::other_overviews, {listed(others)})
                          .in(language) +
                      "\n";
    }
    if (call.house) return in_house_style(call, *analysis, *what, language, std::move(result));
    if (call.earlier && compare_filled(call, *analysis, *what, language, result)) return result;
    const auto document = report::overview(*analysis, *what, call.extent);
    if (call.earlier)
        compare_with_earlier(call, document, language, result);
    else
        put(result, document, call, language);
    return result;
}

/// What is asked about when no model is named: a word, or several that were not put between quotation marks.
std::optional<std::string> words_of(const Call& call) {
    const auto& first = call.paths.front();
    if (first == kStandard || there(first) || first.ends_with(".belegd") || syntax::is_markdown(first))
        return std::nullopt;
    return call.name ? first + " " + *call.name : first;
}

Result explain_words(const Call& call, const std::string& words) {
    Result result;
    const auto language = fallback(call);
    // The page of a finding is shown as it is; in another form, or by its name, it is what is known of a word.
    if (const auto page = page_by_code(words); page && call.format == "md") {
        result.out = call.language ? section_of(*page, language) : std::string(*page);
        return result;
    } else if (page && call.format == "text") {
        // Its language needs no heading where it stands alone.
        auto section = section_of(*page, language);
        for (const std::string_view heading : {"## Nederlands\n\n", "## English\n\n"})
            if (const auto at = section.find(heading); at != std::string::npos) section.erase(at, heading.size());
        result.out = render::plain_page(section, call.width);
        return result;
    }
    Text wrong;
    const auto found = report::glossary(*library_model(), embedded::pages(), words, wrong);
    if (!found) return cannot(result, language, wrong), result;
    put(result, *found, call, language);
    return result;
}

Result explain(const Call& call) {
    if (const auto words = words_of(call)) return explain_words(call, *words);
    Result result;
    if (!call.name)
        return cannot(result, fallback(call), say(message::explain_which_task, {Text(call.paths.front())})), result;
    const auto [path, analysis] = one_model(call, result);
    if (!analysis) return result;
    const auto language = language_of(call, *analysis);
    if (const auto found = report::findings_named(*analysis, *call.name); !found.empty()) {
        const auto retry = [&call, &from = path](std::string text) { return read_as(call, from, std::move(text)); };
        put(result, report::findings_explained(*analysis, found, retry), call, language);
        return result;
    }
    if (const auto rule = report::rule_explained(*analysis, *call.name)) {
        put(result, *rule, call, language);
        return result;
    }
    Text wrong;
    // A name may be that of a task and of a cooperation: then both are told.
    const auto cooperations = report::cooperations_named(analysis->model, *call.name);
    auto question = report::question(analysis->model, *call.name, wrong);
    const bool planned = report::names_what_is_planned(analysis->model, *call.name);
    if (!question && cooperations.empty() && !planned) return cannot(result, language, wrong), result;
    if (!question) question.emplace();
    if (call.variant) {
        const auto variant = report::variant_named(analysis->model, *call.variant, wrong);
        if (!variant) return cannot(result, language, wrong), result;
        question->variant = *variant;
    }
    if (call.participant) {
        const auto parties = report::parties_named(analysis->model, *call.participant, wrong);
        if (!parties) return cannot(result, language, wrong), result;
        question->parties = *parties;
    }
    question->day = call.on;
    question->cooperations = cooperations;
    question->name = planned ? *call.name : "";
    put(result, report::explanation(*analysis, *question), call, language);
    return result;
}

Result rules(const Call& call) {
    Result result;
    if (call.paths.empty()) {
        const auto library = library_model();
        put(result, report::rules_listed(*library), call, fallback(call));
        return result;
    }
    const auto [path, analysis] = one_model(call, result);
    if (analysis) put(result, report::rules_listed(*analysis), call, language_of(call, *analysis));
    return result;
}

Result done(const Call& call) {
    switch (call.command) {
        case Call::Command::check: return check(call);
        case Call::Command::test: return test(call);
        case Call::Command::overview: return overview(call);
        case Call::Command::explain: return explain(call);
        case Call::Command::rules: return rules(call);
        case Call::Command::questions: return questions(call);
        case Call::Command::graph: return graph(call);
        case Call::Command::timeline: return timeline(call);
        case Call::Command::decisions: return decisions(call);
        case Call::Command::costs: return costs(call);
        case Call::Command::compare: return compare(call);
        case Call::Command::impact: return impact(call);
        case Call::Command::repair: return repair(call);
        case Call::Command::format: return format(call);
        case Call::Command::rename: return rename(call);
        case Call::Command::create: return create(call);
        case Call::Command::completion: return {0, completion(description(fallback(call)), call.name.value_or("")), {}};
        case Call::Command::man: return {0, manual(description(fallback(call)), fallback(call)), {}};
        case Call::Command::language_server: return {0, call.textmate ? editor::textmate_grammar() : std::string(), {}};
        case Call::Command::help: break;  // said while the arguments are read
        case Call::Command::export_:
        case Call::Command::coverage: {
            Result result;
            Text wrong;
            const auto* output = output_of(call, wrong);
            if (const auto model = one_model(call, result); model.analysis && output != nullptr)
                result.out = output->model(*model.analysis);
            return result;
        }
    }
    return {};
}

/// Whether the result is sentences and tables for a terminal; anything else is given byte for byte.
bool for_people(const Call& call) {
    using Command = Call::Command;
    const auto is = [&](std::initializer_list<Command> any) {
        return std::find(any.begin(), any.end(), call.command) != any.end();
    };
    return (call.format.empty() || call.format == "text") &&
           is({Command::check, Command::test, Command::overview, Command::explain, Command::rules, Command::questions,
               Command::graph, Command::timeline, Command::decisions, Command::costs, Command::compare, Command::impact,
               Command::repair});
}

}  // namespace

Result execute(const Call& call) {
    auto decided = call;
    Result result;
    Text wrong;
    const auto* output = output_of(call, wrong);
    if (!wrong.empty()) return cannot(result, fallback(call), wrong), result;
    if (output != nullptr) decided.format = output->name;
    result = done(decided);
    if (output != nullptr && output->to_pdf && !result.out.empty()) {
        auto pdf = pdf_of(result.out, wrong);
        if (!pdf) cannot(result, fallback(call), wrong);
        result.out = std::move(pdf).value_or("");
    }
    if (for_people(decided)) result.out = harmless(result.out);
    result.err = harmless(result.err);
    return result;
}

}  // namespace belegd::cli
