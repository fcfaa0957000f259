#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/analysis.hpp"
#include "report/document.hpp"

namespace belegd::report {

/// Which cells are asked about.
struct Question {
    std::vector<model::FunctionId> functions;  ///< empty: every function
    std::vector<model::TaskId> tasks;
    std::vector<model::CooperationId> cooperations;  ///< asked about by name, each version
    std::vector<model::PartyId> parties;             ///< empty: every municipality that takes part in something
    model::VariantId variant;                        ///< invalid: the present
    std::optional<Day> day;                          ///< absent: every stretch of days
    /// The name or title of what else is asked about: decisions, milestones, costs, procedures, packages, variants.
    std::string name = {};
};

/// `uitvoering van bijstand`, `bijstand`: names as the model knows them, in either language.
/// Gives nothing, and says in `wrong` what is not known, when a name is not.
std::optional<Question> question(const model::Model& model, std::string_view text, Text& wrong);
/// Every version of the cooperation of that name or title; none when there is no such.
std::vector<model::CooperationId> cooperations_named(const model::Model& model, std::string_view name);
/// Whether a decision, milestone, cost, procedure, package or variant has that name or title.
bool names_what_is_planned(const model::Model& model, std::string_view name);
std::optional<std::vector<model::PartyId>> parties_named(const model::Model& model, std::string_view list, Text& wrong);
/// `huidig` is the present (an invalid id).
std::optional<model::VariantId> variant_named(const model::Model& model, std::string_view name, Text& wrong);
/// `huidig, later`: one or more, in that order, each once.
std::optional<std::vector<model::VariantId>> variants_named(const model::Model& model, std::string_view list,
                                                            Text& wrong);

/// The chain step by step, with statute, source and dates; or why it is open and the lightest line that would settle it.
/// Of a cooperation its sheet; of what is decided or planned what the model says of it.
Document explanation(const analysis::Analysis& analysis, const Question& question);

}  // namespace belegd::report
