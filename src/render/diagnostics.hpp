#pragma once

#include <string>

#include "diagnostics/diagnostic.hpp"

namespace belegd::render {

/// A finding as people read it: code and sentence, excerpt with the places underlined, for whom and when, why, what to
/// do. Lines are at most `width` columns where the text allows.
std::string finding(const Diagnostic& diagnostic, const Sources& sources, Language language, std::size_t width);

/// All findings with a closing line that counts them.
std::string findings(const Diagnostics& diagnostics, const Sources& sources, Language language, std::size_t width);

/// All findings for machines: code, severity, both languages, places from 1, citations, fixes, a stable id.
std::string findings_json(const Diagnostics& diagnostics, const Sources& sources);

}  // namespace belegd::render
