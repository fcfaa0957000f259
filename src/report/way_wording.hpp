#pragma once

#include "report/ways.hpp"
#include "report/wording.hpp"

/// How one way to an answer is said.
namespace belegd::report {

/// Who performs and on what title: `Leiden (mandaat van college, mits …)`.
Text way_said(const model::Model& model, const Way& way, model::PartyId own);
/// Without conditions, status and certainty.
Text plain_way(const model::Model& model, const Way& way, model::PartyId own);

/// What limits its steps, each once: `mits de raad instemt`; a long condition is `onder voorwaarde`.
std::vector<Text> limits_said(const model::Model& model, const Way& way);
/// All that one sentence says of when it holds: `bedrag ten hoogste € 10.000`; a long condition is `onder voorwaarde`.
Text condition_said(const model::Condition& condition);
/// How certain its steps are, where that is not simply stated and decided: `voorgenomen, afgeleid` of the step that is
/// named; of those before it each by itself: `delegatie aan dagelijks bestuur afgeleid`. What is so of all is said once.
std::vector<Text> certainty_said(const model::Model& model, const Way& way, model::PartyId own);
/// A form that by its own rules carries nothing, such as a declaration of intent, where all that moves a step to another
/// body stands in one and no decision gives it; else invalid.
model::FormId form_without_transfer(const model::Model& model, const graph::Step& step);
/// `mandaat`, or of one for three kinds of act `mandaat, volmacht en machtiging`.
Text step_title(const model::Model& model, const graph::Step& step);
/// The sources, substitutes and long conditions behind a step; of one that is `passed_on` it is said whose substitute it is.
void note_step(const model::Model& model, const graph::Step& step, bool passed_on, model::PartyId own, Said& out);

}  // namespace belegd::report
