#pragma once

#include <map>
#include <string>

#include "analysis/analysis.hpp"
#include "render/findings.hpp"

/// What belegd finds in small models, for the tests of the forms that machines read.
namespace belegd::sample {

inline constexpr const char* kUnassigned =
    "gebruik sociaal_domein\n"
    "regeling dienst \"\U0001F3DB Dienst\" {\n"
    "  vorm centrumregeling\n"
    "  deelnemers college van Leiden, Leiderdorp\n"
    "  geldt vanaf 1 januari 2024\n"
    "  reikwijdte uitvoering van werk en inkomen\n"
    "  mandateert uitvoering van werk en inkomen behalve inburgering aan college van Leiden\n"
    "}\n"
    "toets uitvoering van bijstand voor Leiderdorp op 1 juni 2024 bij college van Leiden\n"
    "toets uitvoering van inburgering voor Leiderdorp op 1 juni 2024 bij college van Leiden\n";

inline render::Found found(const std::string& path, const std::string& text,
                           const std::map<std::string, std::string>& files = {}) {
    const auto read = [&](const std::string& name) {
        const auto known = files.find(name);
        return known == files.end() ? std::nullopt : std::optional(known->second);
    };
    const auto analysis = analysis::of(path, text, read, graph::Mode::planned, {}, false);
    render::Found out;
    out.path = path;
    out.sources = analysis->texts.sources;
    out.main = analysis->texts.main;
    out.language = analysis->texts.language;
    out.diagnostics = analysis->diagnostics;
    return out;
}

/// The tests of a model, with what failed.
inline render::Found tested(const std::string& path, const std::string& text) {
    auto out = found(path, text);
    const auto analysis = analysis::of(
        path, text, [](const std::string&) { return std::nullopt; }, graph::Mode::planned, {}, false);
    out.diagnostics = {};
    for (const auto& item : analysis->tests.failed) out.diagnostics.add(item);
    out.tests = analysis->tests.all;
    return out;
}

inline render::Found unread(const std::string& path) {
    render::Found out;
    out.path = path;
    out.failure = {"is er niet", "is not there"};
    return out;
}

}  // namespace belegd::sample
