#include "cli/costs.hpp"

#include "cli/outputs.hpp"
#include "cli/put.hpp"
#include "cli/reading.hpp"

namespace belegd::cli {

Result costs(const Call& call) {
    Result result;
    const auto [path, analysis] = one_model(call, result);
    if (!analysis) return result;
    const auto language = language_of(call, *analysis);
    Text wrong;
    const auto what = report::overview_asked(analysis->model, {call.name, {}, call.variant, {}}, wrong);
    if (!what) return cannot(result, language, wrong), result;
    const auto only = call.participant ? report::payers_asked(analysis->model, *call.participant, wrong)
                                       : std::optional(std::vector<model::PartyId>());
    if (!only) return cannot(result, language, wrong), result;
    const auto found = report::costs(*analysis, *what, *only);
    const auto* output = output_of(call, wrong);
    if (output != nullptr && output->costs != nullptr)
        result.out = output->costs(*analysis, found);
    else
        put(result, found.document, call, language);
    return result;
}

}  // namespace belegd::cli
