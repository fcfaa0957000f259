#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/model.hpp"

namespace belegd::checks {


/// `€ 758.825`, `€ 57.348,50`, `70 %`, from hundredths of the unit.
Text amount_said(long long hundredths, const std::string& unit);

/// What part it is: `tot 70 %`, `ten hoogste € 25.000`, `voor zover …`.
Text part_said(const model::Condition& condition);

/// Two statements with different receivers whose numeric limits of one thing overlap (D16): the later one and the
/// earlier one, and the stretch in which both apply.
struct Overlap {
    model::TransferId later, earlier;
    Text stretch;  ///< `van 60 % tot 70 %`
};
std::vector<Overlap> overlaps(const model::Model& model, const std::vector<model::TransferId>& parts);

/// What numeric parts leave open: nothing to say (absent) when some part is no number; empty when they are the whole.
std::optional<Text> rest_of(const model::Model& model, const std::vector<model::TransferId>& parts);

}  // namespace belegd::checks
