#pragma once

#include <optional>
#include <string>

#include "analysis/analysis.hpp"
#include "report/document.hpp"

namespace belegd::report {

/// How much of the appendix "overzicht taken per samenwerkingsconstructie".
enum class Extent {
    appendix,  ///< what a council receives
    brief,     ///< its first page: in short, who does what, what is open
    annex,     ///< every task and function cell by cell, with chains and sources, and a sheet for each cooperation
    full       ///< the appendix and behind it the annex
};
/// Whether the sections of the appendix are numbered, and referred to so; in somebody else's document they are not.
enum class Headings { numbered, plain };
Document overview(const analysis::Analysis& analysis, const model::Overview& what, Extent extent = Extent::appendix,
                  Headings headings = Headings::numbered);

/// An overview with what it does not say filled in, and only with the situations that say something of its day; of those
/// that begin later what is said (D23).
struct Beginning {
    model::Overview filled, shown;
    std::vector<Text> said;
};
Beginning beginning(const analysis::Analysis& analysis, const model::Overview& what);

/// Which overview is asked for, in the words it was asked in.
struct Asked {
    std::optional<std::string> name, participant, variant;
    std::optional<Day> day;
};

/// The overview asked for: without a name the first of the model, or the whole of it when it declares none.
/// Gives nothing, and says in `wrong` what is not known, when a name is not.
std::optional<model::Overview> overview_asked(const model::Model& model, const Asked& asked, Text& wrong);

/// A party of the model by name; nothing, and `wrong` says why, where there is none.
std::optional<model::PartyId> party_asked(const model::Model& model, std::string_view name, Text& wrong);

/// Parties by name, of those that bear costs or may; nothing, and `wrong` says why, where a name is of none of them.
std::optional<std::vector<model::PartyId>> payers_asked(const model::Model& model, std::string_view list, Text& wrong);

/// What to show when a model declares no overview: everything its cooperations touch, for every participant.
model::Overview whole_overview(const model::Model& model);

}  // namespace belegd::report
