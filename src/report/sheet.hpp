#pragma once

#include <optional>

#include "report/planning.hpp"
#include "report/wording.hpp"

namespace belegd::report {

/// What is known of one cooperation, as a paper would head it: parties, form, since, term and notice, tasks, sources.
/// What the papers do not say is said to be so. `situation` is the one in which it may end; with a day, what
/// has days of its own is left out on others. What is planned is told of `situations`; without, of that one alone.
void sheet(Document& out, const analysis::Analysis& analysis, model::CooperationId cooperation,
           model::VariantId situation, std::optional<Day> day, Notes& notes,
           const std::vector<model::VariantId>& situations = {});

/// Who takes part in a version, with which organs, a line for those who do so alike; with a day, on that day.
enum class As { line, sentence };  ///< `college van Lopik, vanaf 2023`, or `het college van Lopik (vanaf 2023)`
std::vector<Said> parties_said(const model::Model& model, model::CooperationId id, const graph::World& world,
                               std::optional<Day> day, As as = As::line);
/// Its form with what that rests on, or that the papers do not say it.
Said form_said(const model::Model& model, const model::Cooperation& cooperation);

/// The sentences of a cooperation in the order of its articles, each once; those without an article last.
std::vector<const model::Transfer*> sentences_of(const analysis::Analysis& analysis, model::CooperationId id);
/// One sentence as the model has it, with where it stands in the text.
Said sentence_said(const model::Model& model, const model::Transfer& x);

/// What a package is and who takes it.
Said package_said(const model::Model& model, const model::Package& package);
/// What ends as of when, and for whom, apart from the name of the cooperation.
Said ending_said(const model::Model& model, const model::Ending& ending, model::VariantId situation);

/// The sentences that stand outside any cooperation.
void loose_sheet(Document& out, const analysis::Analysis& analysis, const std::vector<model::TransferId>& sentences,
                 Notes& notes);

/// What is decided, planned and paid outside any cooperation.
void planning_sheet(Document& out, const Planning& planning, Notes& notes);

}  // namespace belegd::report
