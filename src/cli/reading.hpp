#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analysis.hpp"
#include "cli/call.hpp"
#include "cli/commands.hpp"

/// From the paths of a call to models.
namespace belegd::cli {

/// The language of what is said before a model has been read.
Language fallback(const Call& call);
Language language_of(const Call& call, const analysis::Analysis& analysis);

/// The files that a call is about, each once; a folder without a model is said to have none.
std::vector<std::string> files_of(const Call& call, Result& result);

/// The day by the clock, in universal time: only the command line looks at a clock.
Day present_day();

/// A model read from a file, or the sentence that says why it could not be.
struct Read {
    std::unique_ptr<analysis::Analysis> analysis;
    Text failure;
    std::vector<std::string> used = {};  ///< the other files that it names, whether they are there or not
};
Read read(const Call& call, const std::string& path);

/// What a text is called: by its path, but standard input that holds blocks of a model is a Markdown file.
std::string name_of(const std::string& path, const std::string& text);

/// The model of a file as if it had another text.
std::unique_ptr<analysis::Analysis> read_as(const Call& call, const std::string& path, std::string text);

/// What belegd knows without any model: every module of the library.
std::unique_ptr<analysis::Analysis> library_model();

/// The one model of a command that takes one; a folder stands for the only model in it.
struct OneModel {
    std::string path;
    std::unique_ptr<analysis::Analysis> analysis;  ///< null when there is none; then the result says why
};
OneModel one_model(const Call& call, Result& result);

/// Says why a command cannot be done.
void cannot(Result& result, Language language, const Text& why);

/// What is wrong with a file that is a document of a word processor, a spreadsheet or a PDF; empty when it is none.
Text no_text(const std::string& path, std::string_view content);

}  // namespace belegd::cli
