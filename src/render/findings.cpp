#include "render/findings.hpp"

#include "diagnostics/messages/general.hpp"
#include "render/diagnostics.hpp"
#include "render/wrap.hpp"
#include "syntax/load.hpp"

namespace belegd::render {

std::optional<std::string> beside(const std::string& path, std::uint32_t main, const Sources& sources,
                                  std::uint32_t file) {
    if (file == main) return path;
    if (!sources[file].own()) return std::nullopt;
    const auto folder = syntax::folder_of(sources[main].name()).size();
    return syntax::folder_of(path) + sources[file].name().substr(folder);
}

std::optional<std::string> path_of(const Found& found, std::uint32_t file) {
    return beside(found.path, found.main, found.sources, file);
}

const char* severity_id(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

std::string plain(const Remedy& remedy, Language language) {
    std::string out;
    for (const auto word : words(remedy.text.in(language))) (out += out.empty() ? "" : " ") += word;
    return out;
}

std::string told(const Diagnostic& diagnostic, Language language) {
    auto out = diagnostic.message.in(language);
    for (const auto& fact : diagnostic.facts) out += "\n" + fact.in(language);
    if (!diagnostic.why.empty()) out += "\n" + say(message::why).in(language) + ": " + why(diagnostic, language);
    for (const auto& each : diagnostic.remedies)
        out += "\n" + say(message::remedy).in(language) + ": " + plain(each, language);
    return out;
}

}  // namespace belegd::render
