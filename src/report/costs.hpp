#pragma once

#include <vector>

#include "money/settle.hpp"
#include "report/overview.hpp"

/// What it costs, who bears it, from what it is paid and what is settled.
namespace belegd::report {

struct Costs {
    /// Situations in which everything costs the same.
    struct Situation {
        std::vector<model::VariantId> variants;
        money::Budget budget;
        std::vector<money::Settled> settled;
    };
    Text title;
    std::vector<Situation> situations;
    Document document;  ///< the same for people
};

/// Of the situations of an overview; of who bears it only these parties, if some are asked for.
Costs costs(const analysis::Analysis& analysis, const model::Overview& what,
            const std::vector<model::PartyId>& only = {});

/// `2008`, `2009 t/m 2011`, `vanaf 2012`, `elk jaar`, `jaar niet vermeld`
Text years_said(const money::Column& column);

}  // namespace belegd::report
