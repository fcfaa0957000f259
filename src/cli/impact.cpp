#include "report/impact.hpp"

#include "cli/impact.hpp"
#include "cli/put.hpp"
#include "cli/reading.hpp"

namespace belegd::cli {

Result impact(const Call& call) {
    Result result;
    const auto [path, analysis] = one_model(call, result);
    if (!analysis) return result;
    const auto language = language_of(call, *analysis);
    Text wrong;
    const auto party = report::party_asked(analysis->model, *call.name, wrong);
    if (!party) return cannot(result, language, wrong), result;
    auto what = report::overview_asked(analysis->model, {{}, call.participant, call.variant, call.on}, wrong);
    if (!what) return cannot(result, language, wrong), result;
    // One situation: the one asked for, or the present.
    const auto variant = call.variant ? what->columns.front() : model::VariantId{};
    what->columns = {variant};
    if (!call.participant) {
        const auto whole = report::whole_overview(analysis->model);
        what->parties = whole.parties;
        what->tasks = whole.tasks;
        what->functions = whole.functions;
    }
    const report::Frame frame(*analysis, *what, report::Extent::appendix);
    const auto without = analysis::supposed(*analysis, [&](model::Model& model) {
        auto& days = model.parties[party->index].term.days;
        days.until = std::min(days.until, frame.day);
    });
    auto there = *what;
    there.reference_day = frame.asked;
    std::erase(there.parties, *party);
    const report::Frame then(*without, there, report::Extent::appendix);
    put(result, report::impact(frame, then, *party), call, language);
    return result;
}

}  // namespace belegd::cli
