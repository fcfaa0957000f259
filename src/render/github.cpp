// Workflow commands of GitHub Actions, which show a finding beside the line it is about.
#include <fmt/format.h>

#include "render/findings.hpp"

namespace belegd::render {
namespace {

std::string escaped(std::string_view text, bool property) {
    std::string out;
    for (const char c : text) {
        if (c == '%')
            out += "%25";
        else if (c == '\r')
            out += "%0D";
        else if (c == '\n')
            out += "%0A";
        else if (property && c == ':')
            out += "%3A";
        else if (property && c == ',')
            out += "%2C";
        else
            out += c;
    }
    return out;
}

std::string place(const Found& found, Span span) {
    const auto path = path_of(found, span.file);
    if (!path) return "file=" + escaped(found.path, true);
    const auto from = found.sources.place(span), to = found.sources.last_place(span);
    auto out = fmt::format("file={},line={}", escaped(*path, true), from.line);
    // GitHub takes columns only within one line, the last one included.
    if (from.line == to.line)
        out += fmt::format(",col={},endLine={},endColumn={}", from.column, to.line,
                           to.column > from.column ? to.column - 1 : to.column);
    else
        out += fmt::format(",endLine={}", to.line);
    return out;
}

}  // namespace

std::string github(const std::vector<Found>& all) {
    std::string out;
    for (const auto& found : all) {
        if (!found.failure.empty())
            out += fmt::format("::error file={},title=belegd::{}\n", escaped(found.path, true),
                               escaped(found.failure.in(found.language), false));
        for (const auto& item : found.diagnostics.items()) {
            if (item.accepted || item.is_question()) continue;
            const auto* command = item.severity() == Severity::note ? "notice" : severity_id(item.severity());
            const auto title = fmt::format("{} {}", item.code_id(), item.code_name().in(found.language));
            out += fmt::format("::{} {},title={}::{}\n", command, place(found, item.primary.span), escaped(title, true),
                               escaped(told(item, found.language), false));
        }
        if (!found.questions.empty())
            out += fmt::format("::notice file={},title=belegd::{}\n", escaped(found.path, true),
                               escaped(found.questions.in(found.language), false));
    }
    return out;
}

}  // namespace belegd::render
