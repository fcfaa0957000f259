#pragma once

#include <optional>
#include <string>

#include "analysis/questions.hpp"
#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// What rules ask of each model and it does not state, with what to write.
Result questions(const Call& call);

/// Which questions of a model a call is about; nothing, with what is not known in `wrong`, when a name in it is not.
std::optional<analysis::QuestionsAsked> questions_asked(const analysis::Analysis& analysis, const Call& call,
                                                        Text& wrong);

/// `model.belegd --only W`: what stands behind `belegd questions` for the same questions as those of a call.
std::string questions_call(const Call& call, const std::string& path);

/// Whether `--only` asks for a code: by itself, or by how it begins.
bool means(const std::string& asked, std::string_view code);
/// Whether `--only` asks for a code at all; without it for every code.
bool wanted(const Call& call, std::string_view code);
/// Whether it asks for anything of belegd, its library (each of which has a page) or the model's own rules.
bool knows(const analysis::Analysis& analysis, const std::string& asked);

}  // namespace belegd::cli
