#include "report/shown.hpp"

#include <algorithm>

namespace belegd::report {

using namespace model;

std::vector<OfTheDay> cooperations_of_the_day(const Frame& frame) {
    std::vector<OfTheDay> out;
    for (const auto column : frame.what.columns)
        for (std::uint32_t i = 0; i < frame.model.cooperations.size(); ++i) {
            const CooperationId id{i};
            if (!frame.of_the_day(column, id)) continue;
            const auto known =
                std::find_if(out.begin(), out.end(), [&](const OfTheDay& each) { return each.first == id; });
            if (known == out.end())
                out.push_back({id, {column}});
            else
                known->second.push_back(column);
        }
    return out;
}

std::vector<TransferId> loose_of_the_day(const Frame& frame) {
    const auto& model = frame.model;
    std::vector<TransferId> out;
    for (std::uint32_t i = 0; i < model.transfers.size(); ++i) {
        const auto& x = model.transfers[i];
        if (x.cooperation.valid() || !x.tasks.intersects(frame.tasks) || !x.functions.intersects(frame.functions))
            continue;
        const auto& columns = frame.what.columns;
        const bool shown = std::any_of(columns.begin(), columns.end(), [&](VariantId column) {
            return holds_on(frame.counting(column, x), frame.day);
        });
        const bool said =
            std::any_of(out.begin(), out.end(), [&](TransferId id) { return model[id].statement == x.statement; });
        if (shown && !said) out.push_back({i});
    }
    return out;
}

bool has_effect(const Frame& frame, VariantId situation, TransferId sentence) {
    const auto& subject = *frame.analysis.subject;
    const auto rows = subject.rows_of(sentence);
    const auto carries = [&](const graph::Step& step) {
        return std::any_of(step.by.begin(), step.by.end(),
                           [&](TransferId id) { return std::find(rows.begin(), rows.end(), id) != rows.end(); });
    };
    const auto& runs = subject.view(situation).coverage->runs;
    return std::any_of(runs.begin(), runs.end(), [&](const graph::Run& run) {
        if (!run.days.contains(frame.day)) return false;
        const auto& chain = subject.answer(run).chain;
        return std::any_of(chain.begin(), chain.end(), carries);
    });
}

std::vector<VariantId> situations_of(const Frame& frame, TransferId sentence) {
    std::vector<VariantId> out;
    for (const auto column : frame.what.columns) {
        const auto rows = frame.analysis.subject->rows_of(sentence);
        const bool counts = std::any_of(rows.begin(), rows.end(), [&](TransferId row) {
            return holds_on(frame.counting(column, frame.model[row]), frame.day);
        });
        if (counts && has_effect(frame, column, sentence)) out.push_back(column);
    }
    return out;
}

}  // namespace belegd::report
