#pragma once

#include <string>

#include "diagnostics/diagnostic.hpp"

namespace belegd::render {

/// A finding as people read it: code and sentence, excerpt with the places underlined, for whom and when, why, what to
/// do. Lines are at most `width` columns where the text allows.
std::string finding(const Diagnostic& diagnostic, const Sources& sources, Language language, std::size_t width);

/// Why an accepted finding may stand, on one line.
Text accepted_line(const Diagnostic& diagnostic);

/// The findings, but of one code and in all not more than a person reads; the others are counted. Those that
/// the model accepts are listed at the end.
std::string told(const Diagnostics& diagnostics, const Sources& sources, Language language, std::size_t width);
/// The same with a closing line that counts them all.
std::string findings(const Diagnostics& diagnostics, const Sources& sources, Language language, std::size_t width);

/// `2 fouten en 1 opmerking`.
Text counted(const Diagnostics& diagnostics);

/// `14 vragen: belegd questions model.belegd`; empty for none. `call` is what stands behind the command.
Text questions_line(std::size_t count, const std::string& call);

/// A path or another word as a shell takes it.
std::string in_shell(const std::string& word);

/// Why it is so, with the law that says it.
std::string why(const Diagnostic& diagnostic, Language language);

}  // namespace belegd::render
