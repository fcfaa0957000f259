#pragma once
// What follows from a decision rule in a situation.

#include "model/model.hpp"

namespace belegd::model {

/// What counts of a criterion in a situation: of those said of it, the decisive one, else the first. What is said of that
/// situation goes before what is said of every one. Null when nothing is said.
const Criterion::Judgement* judged(const Criterion& criterion, VariantId situation);

/// Its verdict; `not_said` when nothing is said.
Criterion::Verdict verdict_of(const Criterion& criterion, VariantId situation);

/// Whether a choice may be made: not when a criterion that decides is not fulfilled; nothing follows as long as it is not
/// known of one of them.
Outcome outcome_of(const DecisionRule& rule, VariantId situation);

/// Whether a rule is about a situation: about the variants it names, those that its decisions stand in or are about
/// (else the present), and otherwise those of which a criterion says something; where it names none at all, about every variant.
bool judges(const Model& model, const DecisionRule& rule, VariantId situation);

/// The only situation that a rule is about; nothing where there are several or none.
std::optional<VariantId> only_situation(const Model& model, const DecisionRule& rule);

/// Whether the choice is made: a decision that the rule names, or the situation itself, is decided.
bool is_decided(const Model& model, const DecisionRule& rule, VariantId situation);

}  // namespace belegd::model
