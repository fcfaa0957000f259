#include "cli/graph.hpp"

#include "cli/graphviz.hpp"
#include "cli/outputs.hpp"
#include "cli/put.hpp"
#include "cli/reading.hpp"
#include "diagnostics/messages/drawing.hpp"
#include "report/drawing.hpp"
#include "report/explanation.hpp"

namespace belegd::cli {
namespace {

/// What is to be drawn, as an overview is asked for; nothing, with the reason in `wrong`.
std::optional<model::Overview> drawing_asked(const Call& call, const model::Model& model, Text& wrong) {
    auto what = report::overview_asked(model, {call.name, call.participant, call.variant, call.on}, wrong);
    if (!what) return std::nullopt;
    if (call.tasks) {
        auto question = report::question(model, *call.tasks, wrong);
        if (!question) return std::nullopt;
        what->tasks = std::move(question->tasks);
        if (!question->functions.empty()) what->functions = std::move(question->functions);
    }
    if (call.variant && what->columns.size() > 2) {
        wrong = say(message::layout_two, {number(static_cast<long long>(what->columns.size()))});
        return std::nullopt;
    }
    return what;
}

}  // namespace

Result graph(const Call& call) {
    Result result;
    const auto [path, analysis] = one_model(call, result);
    if (!analysis) return result;
    const auto language = language_of(call, *analysis);
    Text wrong;
    const auto what = drawing_asked(call, analysis->model, wrong);
    if (!what) return cannot(result, language, wrong), result;
    const auto drawing = report::drawing(*analysis, *what, call.variant.has_value());
    const auto* output = output_of(call, wrong);
    if (output == nullptr || output->drawing == nullptr)
        return put(result, report::drawing_in_words(drawing), call, language), result;
    std::optional<render::Positions> positions;
    if (output->placed != Output::Placed::never) {
        positions = layout_of(render::layout_asked(drawing, language), wrong);
        if (!positions && output->placed == Output::Placed::always) return cannot(result, language, wrong), result;
    }
    result.out = output->drawing(drawing, language, positions);
    return result;
}

}  // namespace belegd::cli
