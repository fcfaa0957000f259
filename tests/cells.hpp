#pragma once

#include <functional>
#include <string>

#include "report/appendix/marked.hpp"

/// What tests ask of every cell of every model: what the coverage alone says of it. A slow build asks it of a part of
/// the models, see property/scale.hpp.
namespace belegd::cells {

/// What belegd knows of every page's models but those with more runs than that, and where each stands.
void each_page(std::size_t most_runs, const std::function<void(analysis::Analysis&, const std::string&)>& visit);

/// Every overview of every worked model and of every page, with the whole of each model, and where it stands.
void each_overview(
    const std::function<void(const analysis::Analysis&, const model::Overview&, const std::string&)>& visit);

/// The mark of an answer from its state and the strongest kind of its chain.
report::MarkedAs mark_of(const report::Frame& frame, model::VariantId situation, model::PartyId party, std::size_t leaf,
                         std::size_t function, const graph::Answer& answer);

}  // namespace belegd::cells
