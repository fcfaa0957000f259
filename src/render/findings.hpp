#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/expectations.hpp"
#include "diagnostics/diagnostic.hpp"

/// What one run found in any number of models, in the forms that machines read: one document for all of them.
namespace belegd::render {

/// What was found in one model.
struct Found {
    std::string path;  ///< of the model, from the folder belegd runs in, with `/`
    Sources sources;
    std::uint32_t main = 0;  ///< the model's own file in `sources`
    Language language = Language::nl;
    Diagnostics diagnostics;
    std::optional<std::vector<analysis::Outcome>> tests;  ///< when the tests were what was asked for
    Text failure;         ///< why the model could not be read; then there is nothing else
    Text questions = {};  ///< how many questions there are and who prints them; empty for none
    std::size_t count_of_questions = 0;
};

/// Code, severity, both languages, places from 1 in characters, citations, fixes, a stable id.
std::string findings_json(const std::vector<Found>& all);

/// What explains the code of a finding, in Markdown.
using Pages = std::function<std::string(const Diagnostic&)>;

/// SARIF 2.1.0, in one language.
std::string sarif(const std::vector<Found>& all, Language language, const Pages& page);

/// A suite for each model, in it a case for each test or else for each finding; findings from `fails_from` on fail.
std::string junit(const std::vector<Found>& all, Severity fails_from);

/// Commands to GitHub Actions, a line for each finding.
std::string github(const std::vector<Found>& all);

/// Where a text lies: beside the model, as it names the files it uses; nothing for the library.
std::optional<std::string> path_of(const Found& found, std::uint32_t file);
std::optional<std::string> beside(const std::string& path, std::uint32_t main, const Sources& sources,
                                  std::uint32_t file);

/// `error`, `warning`, `note`.
const char* severity_id(Severity severity);

/// A remedy on one line, without the blanks that set apart what is to be written.
std::string plain(const Remedy& remedy, Language language);

/// A finding in plain lines: the sentence, for whom and when, why, what to do.
std::string told(const Diagnostic& diagnostic, Language language);

}  // namespace belegd::render
