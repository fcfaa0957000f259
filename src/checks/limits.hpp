#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/model.hpp"

namespace belegd::checks {

/// What part it is: `tot 70 %`, `ten hoogste € 25.000`, `voor zover …`.
Text part_said(const model::Condition& condition);

/// Two statements with different receivers whose numeric limits of one thing overlap (D16): the later one and the
/// earlier one, and the stretch in which both apply.
struct Overlap {
    model::TransferId later, earlier;
    Text stretch;  ///< `van 60 % tot 70 %`
};
std::vector<Overlap> overlaps(const model::Model& model, const std::vector<model::TransferId>& parts);

/// Two sentences of which one is a duty or a possibility, so that neither need have effect, whose numeric limits of one
/// thing overlap with different receivers or leave a hole between them (D16).
struct PlannedLimits {
    const model::Transfer *earlier, *later;
    bool overlap;
    Text stretch;  ///< on which both apply, or neither
};
std::vector<PlannedLimits> planned_limits(const model::Model& model);
/// What both are about: `uitvoering van re-integratie`.
Text matter_of(const model::Model& model, const PlannedLimits& planned);

/// What numeric parts leave open: nothing to say (absent) when some part is no number; empty when they are the whole.
std::optional<Text> rest_of(const model::Model& model, const std::vector<model::TransferId>& parts);

}  // namespace belegd::checks
