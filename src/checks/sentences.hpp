#pragma once

#include <string>
#include <utility>
#include <vector>

#include "checks/subject.hpp"

/// What findings have in common to say.
namespace belegd::checks {

/// Sentences about the cells of a cause: `voor Leiden en Voorschoten, vanaf 1 januari 2023, in variant x`.
std::vector<Text> cells_said(const Subject& subject, const Cause& cause);
/// `uitvoering van bijstand`
Text matter_said(const model::Model& model, const Cause& cause);
Text matter_said(const model::Model& model, const Cause& cause, const BitSet& tasks);

/// Code and names, for Diagnostic::id: never lines.
std::string id_of(const Subject& subject, const Cause& cause, const std::string& what);
/// Findings whose ids are equal are told apart by their statement, and then by number.
void tell_ids_apart(const Subject& subject, std::vector<Finding>& findings);

/// Who acts in the cells of one participant.
struct Acting {
    model::PartyId participant;
    std::vector<model::Actor> actors;
};
/// Who acts for several participants: once when it is the same for all, or each time their own organ (`het eigen
/// college`), otherwise with the participants behind it.
enum class Naming { bare, with_article };  ///< `college van Leiden`, or `het college van Leiden`
Text acting_said(const model::Model& model, const std::vector<Acting>& all, Naming naming = Naming::bare);
/// Who had it the day before (has it from a day on), cell for cell.
std::vector<Acting> performers_before(const Subject& subject, const Cause& cause);
std::vector<Acting> performers_after(const Subject& subject, const Cause& cause);
/// `was t/m 31 december 2022 bij Leiden (voor Voorschoten)`, per day and performer.
std::vector<Text> before_said(const Subject& subject, const Cause& cause);

/// Who has the function of a cause by law, on the last days of its cells.
struct ByLaw {
    struct Part {
        model::OrganId organ;  ///< invalid: the owner itself
        model::PartyId owner;  ///< whose it is alone; invalid: each municipality's own
        BitSet tasks;
        model::Certainty certainty = model::Certainty::stated;  ///< the weakest
    };
    std::vector<Part> parts;
    std::vector<Citation> citations;  ///< the first three
    bool more = false;                ///< there are other articles
};
ByLaw by_law(const model::Model& model, const Cause& cause);
/// `het college (afgeleid) en de raad`
Text by_law_said(const model::Model& model, const ByLaw& law);

/// The receivers of a sentence: `A en B`, `A of B`.
Text receivers_said(const model::Model& model, const model::Transfer& transfer);
/// The same as a line of the model would have them.
Text receivers_to_write(const model::Model& model, const model::Transfer& transfer);
/// Why an actor (already seen from a participant) does not exist on a day: `Oud bestaat niet meer vanaf 1 januari 2023`.
Text absent_said(const model::Model& model, const model::Actor& actor, Day day);

}  // namespace belegd::checks
