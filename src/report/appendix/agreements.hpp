#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// Each cooperation of the day in one paragraph: who, in which form, since when and with what notice, what it does and
/// what it costs, with what that rests on. `situations` are those that have it; with all of them nothing is said of it.
void write_agreement(Document& out, Frame& frame, model::CooperationId id,
                     const std::vector<model::VariantId>& situations);

/// What the model remarks of the situations, each once.
void write_situations(Document& out, Frame& frame);

/// The sentences outside any cooperation, as what they give to whom.
void write_loose(Document& out, Frame& frame, const std::vector<model::TransferId>& sentences);

/// `mandaat aan het college van Houten: uitvoering van Algemene bijstand`: what a sentence does, for who never sees the model.
Text giving_said(const model::Model& model, const model::Transfer& transfer);

}  // namespace belegd::report
