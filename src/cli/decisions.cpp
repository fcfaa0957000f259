#include "cli/decisions.hpp"

#include "cli/outputs.hpp"
#include "cli/put.hpp"
#include "cli/reading.hpp"

namespace belegd::cli {

Result decisions(const Call& call) {
    Result result;
    const auto [path, analysis] = one_model(call, result);
    if (!analysis) return result;
    const auto language = language_of(call, *analysis);
    Text wrong;
    const auto what = report::overview_asked(analysis->model, {call.name, call.participant, call.variant, {}}, wrong);
    if (!what) return cannot(result, language, wrong), result;
    const auto list = report::decision_list(*analysis, *what, call.today.value_or(present_day()));
    const auto* output = output_of(call, wrong);
    if (output != nullptr && output->decisions != nullptr)
        result.out = output->decisions(list);
    else
        put(result, list.document, call, language);
    return result;
}

}  // namespace belegd::cli
