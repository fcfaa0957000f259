#include "report/repair.hpp"

#include "cli/outputs.hpp"
#include "cli/put.hpp"
#include "cli/reading.hpp"
#include "cli/repair.hpp"
#include "report/explanation.hpp"

namespace belegd::cli {

Result repair(const Call& call) {
    Result result;
    const auto [path, analysis] = one_model(call, result);
    if (!analysis) return result;
    const auto language = language_of(call, *analysis);
    Text wrong;
    analysis::RepairAsked asked;
    if (call.variant) {
        asked.variant = report::variant_named(analysis->model, *call.variant, wrong);
        if (!asked.variant) return cannot(result, language, wrong), result;
    }
    if (call.participant) {
        asked.owners = report::parties_named(analysis->model, *call.participant, wrong);
        if (!asked.owners) return cannot(result, language, wrong), result;
    }
    const auto retry = [&call, &from = path](std::string text) { return read_as(call, from, std::move(text)); };
    const auto found = analysis::repairs(*analysis, asked, retry);
    const auto* output = output_of(call, wrong);
    if (output != nullptr && output->repairs != nullptr)
        result.out = output->repairs(*analysis, found);
    else
        put(result, report::repairs(*analysis, found, asked), call, language);
    return result;
}

}  // namespace belegd::cli
