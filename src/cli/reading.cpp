#include "cli/reading.hpp"

#include <algorithm>
#include <filesystem>

#include "base/embedded.hpp"
#include "cli/files.hpp"
#include "render/diagnostics.hpp"
#include "syntax/markdown.hpp"
#include "syntax/words.hpp"

namespace belegd::cli {

Language fallback(const Call& call) { return call.language.value_or(Language::nl); }

Language language_of(const Call& call, const rules::Analysis& analysis) {
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
        if (found.empty()) cannot(result, fallback(call), say(Message::no_models, {Text(path)}));
        for (const auto& file : found)
            if (std::find(out.begin(), out.end(), file) == out.end()) out.push_back(file);
    }
    return out;
}

Read read(const Call& call, const std::string& path) {
    auto text = file_text(path);
    if (!text) return {nullptr, say(Message::cannot_read, {Text(path)})};
    if (syntax::is_markdown(path) && !syntax::has_model(*text))
        return {nullptr, say(Message::no_model_in, {Text(path)})};
    const auto mode = call.certain ? graph::Mode::certain : graph::Mode::planned;
    Read out;
    const auto reader = [&](const std::string& used) {
        out.used.push_back((std::filesystem::path(path).parent_path() / used).string());
        return beside(path, used);
    };
    out.analysis = rules::analysis(path, std::move(*text), reader, mode);
    return out;
}

std::unique_ptr<rules::Analysis> library_model() {
    std::string text = syntax::info(syntax::Word::use).phrase.nl;
    for (const auto& module : embedded::library())
        text += (&module == embedded::library().data() ? " " : ", ") +
                std::string(module.name.substr(0, module.name.find('.')));
    return rules::analysis(
        "belegd", text + "\n", [](const std::string&) { return std::nullopt; }, graph::Mode::planned);
}

OneModel one_model(const Call& call, Result& result) {
    const auto paths = files_of(call, result);
    if (paths.empty()) return {};
    if (paths.size() > 1) {
        std::vector<Text> names(paths.begin(), paths.end());
        cannot(result, fallback(call), say(Message::one_model_please, {listed(names)}));
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

std::string format_of(const Call& call, const std::vector<std::pair<std::string, std::string>>& endings) {
    if (!call.format.empty() || !call.output) return call.format;
    for (const auto& [ending, format] : endings)
        if (call.output->ends_with("." + ending)) return format;
    return {};
}

}  // namespace belegd::cli
