#pragma once
// What the lines of a sheet say of a cooperation. Internal to the sheet.

#include <optional>
#include <vector>

#include "report/sheet.hpp"

namespace belegd::report {

/// What a paper can say and this one does not: the model says that it is silent, or is silent itself.
Text silence(const model::Backing& backing);
/// `uitvoering van bijstand en meer (niet uitputtend)`; what a word stands for is said by that word.
Text claim_said(const model::Model& model, const model::Scope& scope);
/// The endings that apply in a situation; each sentence once. What had ended before a version began is not of it.
std::vector<const model::Ending*> endings(const analysis::Analysis& analysis, model::CooperationId id,
                                          model::VariantId situation);
/// What revokes decisions by which this cooperation has sentences, for everybody or for one of its participants.
std::vector<const model::Ending*> revocations(const analysis::Analysis& analysis, model::CooperationId id,
                                              model::VariantId situation);
/// Whether a later version follows in the same situation.
bool superseded(const model::Model& model, model::CooperationId id);
/// `art. 4: evaluatie`
std::vector<Said> provisions_said(const model::Model& model, const std::vector<model::Provided>& all);
/// The organs that the text gives it beside those of its form.
std::vector<Text> own_organs(const model::Model& model, const model::Cooperation& cooperation);
/// `art. 22 Uittreding: Geen uittreding zolang de wettelijke plicht bestaat.`
Text remarked(const model::Article& article, const Text& text);
/// Articles that have a title, a remark or a source of their own; annexes have a row of theirs.
std::vector<Said> articles_titled(const model::Model& model, const model::Cooperation& cooperation);

}  // namespace belegd::report
