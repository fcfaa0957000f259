#pragma once

#include <vector>

#include "checks/sentences.hpp"

/// The lines that findings give to write.
namespace belegd::checks {

/// A sentence to copy into the model reads the same for every reader: in the language of the model.
Text line(const Subject& subject, const Text& sentence);
/// A transfer as one would write it: `mandateert uitvoering van bijstand aan Leiden`, `belegt … bij Leiden`.
Text transfer_line(const Subject& subject, model::TransferKind kind, const Text& matter, const Text& receiver,
                   const std::vector<Text>& clauses = {});
/// A cause in parts, each with the same tasks for all its participants: what one line can say without saying more.
std::vector<Cause> in_equal_parts(const Cause& cause);
/// `voor Zoeterwoude`, `vanaf 1 januari 2024`: what a sentence about these cells needs so as not to touch others.
std::vector<Text> clauses_for(const Subject& subject, const Cause& cause, model::CooperationId within);
/// `laat … bij college`, once for each organ that has it by law.
std::vector<Text> keep_lines(const Subject& subject, const Cause& cause, const ByLaw& law, model::CooperationId within);
/// What the adviser may do: belegd does not choose.
Remedy choice(const Text& what);
/// The same, when it is a sentence to write.
Remedy to_choose(const Text& sentence);
/// Puts `(kies zelf)` behind each of several such remedies.
void tell_choices(Diagnostic& finding);

/// Where a function goes with another that these tasks do not need (objection, with the decision): the powers of the
/// model's own that they do need, each with the function that follows it, under the name to give it where there is none.
struct OwnFollower {
    model::FunctionId power;
    std::string name;     ///< of what follows it
    bool exists = false;  ///< whether the model has it
    Text line;            ///< that declares it
};
std::vector<OwnFollower> own_followers(const Subject& subject, std::uint32_t function, const BitSet& tasks);

}  // namespace belegd::checks
