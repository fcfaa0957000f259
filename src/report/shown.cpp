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

}  // namespace belegd::report
