#include "cli/reading.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "cli/files.hpp"
#include "diagnostics/messages/commands.hpp"
#include "render/diagnostics.hpp"
#include "syntax/markdown.hpp"
#include "syntax/words.hpp"

namespace belegd::cli {

Language fallback(const Call& call) { return call.language.value_or(Language::nl); }

Language language_of(const Call& call, const analysis::Analysis& analysis) {
    return call.language.value_or(analysis.texts.language);
}

void cannot(Result& result, Language language, const Text& why) {
    result.err += "belegd: " + why.in(language) + "\n";
    result.exit_code = 2;
}

std::vector<std::string> files_of(const Call& call, Result& result) {
    std::vector<std::string> out;
    for (const auto& path : call.paths) {
        const auto found = model_files(path);
        if (found.empty()) cannot(result, fallback(call), say(message::no_models, {Text(path)}));
        for (const auto& file : found)
            if (std::find(out.begin(), out.end(), file) == out.end()) out.push_back(file);
    }
    return out;
}

Text no_text(const std::string& path, std::string_view content) {
    const bool packed = content.starts_with("PK\x03\x04"), old = content.starts_with("\xD0\xCF\x11\xE0");
    if (content.starts_with("%PDF")) return say(message::file_is_pdf, {Text(path)});
    if (!packed && !old) return {};
    const auto ending = folded(std::filesystem::path(path).extension().string());
    const bool sheet = ending == ".xlsx" || ending == ".xls" || ending == ".ods";
    return say(sheet ? message::file_is_sheet : message::file_is_document, {Text(path)});
}

Day present_day() {
    const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return {static_cast<std::int32_t>(days.time_since_epoch().count())};
}

std::string name_of(const std::string& path, const std::string& text) {
    return path == kStandard && syntax::has_model(text) ? "stdin.md" : path;
}

Read read(const Call& call, const std::string& path) {
    auto text = path == kStandard ? standard_input() : file_text(path);
    if (!text) return {nullptr, why_not_read(path)};
    if (auto wrong = no_text(path, *text); !wrong.empty()) return {nullptr, std::move(wrong)};
    if (syntax::is_markdown(path) && !syntax::has_model(*text))
        return {nullptr, say(message::no_model_in, {Text(path)})};
    const auto name = name_of(path, *text);
    const auto mode = call.certain ? graph::Mode::certain : graph::Mode::planned;
    Read out;
    const auto reader = [&](const std::string& used) {
        out.used.push_back((std::filesystem::path(path).parent_path() / used).generic_string());
        return beside(path, used);
    };
    out.analysis = analysis::of(name, std::move(*text), reader, mode, call.today.value_or(present_day()), true,
                                call.command == Call::Command::explain);
    return out;
}

std::unique_ptr<analysis::Analysis> read_as(const Call& call, const std::string& path, std::string text) {
    const auto name = name_of(path, text);
    return analysis::of(
        name, std::move(text), [&](const std::string& used) { return beside(path, used); },
        call.certain ? graph::Mode::certain : graph::Mode::planned, call.today.value_or(present_day()));
}

std::unique_ptr<analysis::Analysis> library_model() {
    std::string text(syntax::info(syntax::Word::use).phrase.nl);
    for (const auto& module : embedded::library())
        text += (&module == embedded::library().data() ? " " : ", ") +
                std::string(module.name.substr(0, module.name.find('.')));
    return analysis::of(
        "belegd", text + "\n", [](const std::string&) { return std::nullopt; }, graph::Mode::planned);
}

OneModel one_model(const Call& call, Result& result) {
    const auto paths = files_of(call, result);
    if (paths.empty()) return {};
    if (paths.size() > 1) {
        std::vector<Text> names(paths.begin(), paths.end());
        cannot(result, fallback(call), say(message::one_model_please, {listed(names)}));
        return {};
    }
    auto model = read(call, paths.front());
    if (!model.analysis) {
        cannot(result, fallback(call), model.failure);
        return {};
    }
    const auto& analysis = *model.analysis;
    if (!analysis.readable()) {
        result.err +=
            render::findings(analysis.diagnostics, analysis.texts.sources, language_of(call, analysis), call.width);
        result.exit_code = 2;
        return {};
    }
    return {paths.front(), std::move(model.analysis)};
}

}  // namespace belegd::cli
