#include "cli/questions.hpp"

#include <algorithm>
#include <cassert>

#include "base/embedded.hpp"
#include "cli/files.hpp"
#include "cli/outputs.hpp"
#include "cli/reading.hpp"
#include "diagnostics/codes.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/rules.hpp"
#include "render/diagnostics.hpp"
#include "render/questions.hpp"
#include "report/explanation.hpp"
#include "report/questions.hpp"

namespace belegd::cli {

bool means(const std::string& asked, std::string_view code) {
    return code == asked || (!is_rule_code(asked) && code.starts_with(asked));
}

bool wanted(const Call& call, std::string_view code) {
    return call.only.empty() ||
           std::any_of(call.only.begin(), call.only.end(), [&](const auto& each) { return means(each, code); });
}

bool knows(const analysis::Analysis& analysis, const std::string& asked) {
    const auto& pages = embedded::pages();
    const auto& rules = analysis.model.rules;
    return std::any_of(pages.begin(), pages.end(),
                       [&](const auto& page) { return means(asked, page.name.substr(0, page.name.find('.'))); }) ||
           std::any_of(rules.begin(), rules.end(), [&](const auto& rule) { return means(asked, rule.code); });
}

std::optional<analysis::QuestionsAsked> questions_asked(const analysis::Analysis& analysis, const Call& call,
                                                        Text& wrong) {
    analysis::QuestionsAsked asked;
    if (!analysis.readable()) return asked;
    if (call.variant && !(asked.variant = report::variant_named(analysis.model, *call.variant, wrong)))
        return std::nullopt;
    if (call.participant && !(asked.parties = report::parties_named(analysis.model, *call.participant, wrong)))
        return std::nullopt;
    // Who asks for R01 itself asks for the questions of every rule.
    const auto all = info(Code::R01).id;
    asked.rule = [&call, all](std::string_view code) { return wanted(call, code) || wanted(call, all); };
    return asked;
}

std::string questions_call(const Call& call, const std::string& path) {
    auto out = render::in_shell(path);
    const auto option = [&](const char* name, const std::optional<std::string>& value) {
        if (value) out += std::string(" ") + name + " " + render::in_shell(*value);
    };
    option("--variant", call.variant);
    option("--for", call.participant);
    std::string only;
    for (const auto& each : call.only) only += (only.empty() ? "" : ",") + each;
    if (!only.empty()) option("--only", only);
    if (call.certain) out += " --certain";
    return out;
}

namespace {

/// The documents of several models as one: a file of a word processor holds one.
report::Document together(std::vector<report::Document> all, const std::vector<Text>& paths) {
    if (all.size() == 1) return std::move(all.front());
    report::Document out;
    out.title = say(message::questions_title, {listed(paths)});
    for (auto& each : all) {
        assert(each.notes.empty());  // which would be numbered anew
        out.blocks.emplace_back(report::Heading{2, each.title});
        for (auto& block : each.blocks) {
            if (auto* heading = std::get_if<report::Heading>(&block)) ++heading->level;
            out.blocks.push_back(std::move(block));
        }
    }
    return out;
}

}  // namespace

Result questions(const Call& call) {
    Result result;
    Text wrong;
    const auto* output = output_of(call, wrong);
    const bool for_machines = output != nullptr && output->questions != nullptr;
    std::vector<render::AskedOf> all;
    auto unknown = call.only;
    bool readable = false;
    std::vector<report::Document> documents;
    std::vector<Text> paths;
    auto spoken = fallback(call);
    const auto unread = [&](const std::string& path, const Text& why, Language language) {
        cannot(result, language, why);
        all.push_back({from_here(path), nullptr, {}, why});
    };
    for (const auto& path : files_of(call, result)) {
        auto model = read(call, path);
        if (!model.analysis) {
            unread(path, model.failure, fallback(call));
            continue;
        }
        const auto& analysis = *model.analysis;
        const auto language = language_of(call, analysis);
        if (!analysis.readable()) {
            result.err += render::findings(analysis.diagnostics, analysis.texts.sources, language, call.width);
            result.exit_code = 2;
            if (for_machines)
                all.push_back({from_here(path), nullptr, {}, say(message::model_not_readable, {Text(path)})});
            continue;
        }
        readable = true;
        std::erase_if(unknown, [&](const std::string& asked) { return knows(analysis, asked); });
        const auto asked = questions_asked(analysis, call, wrong);
        if (!asked) {
            unread(path, wrong, language);
            continue;
        }
        auto found = analysis::questions(analysis, *asked);
        if (output != nullptr && output->binary) {
            if (documents.empty()) spoken = language;
            documents.push_back(report::questions(analysis, found, path));
            paths.emplace_back(path);
        } else if (!for_machines && output != nullptr)
            result.out += (result.out.empty() ? "" : "\n") +
                          output->document(report::questions(analysis, found, path), language, call.width);
        if (for_machines) all.push_back({from_here(path), std::move(model.analysis), std::move(found), {}});
    }
    if (readable)
        for (const auto& each : unknown) cannot(result, fallback(call), say(message::no_such_codes, {Text(each)}));
    if (for_machines && !all.empty()) result.out = output->questions(all);
    if (!documents.empty()) result.out = output->document(together(std::move(documents), paths), spoken, call.width);
    return result;
}

}  // namespace belegd::cli
