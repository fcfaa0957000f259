#include "render/findings.hpp"

#include "diagnostics/messages/general.hpp"
#include "render/diagnostics.hpp"
#include "render/wrap.hpp"

namespace belegd::render {

std::optional<std::string> path_of(const Found& found, std::uint32_t file) {
    if (file == found.main) return found.path;
    if (!found.sources[file].own()) return std::nullopt;
    const auto slash = found.path.rfind('/');
    return (slash == std::string::npos ? std::string() : found.path.substr(0, slash + 1)) + found.sources[file].name();
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
