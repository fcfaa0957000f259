#include "report/decision_standing.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "diagnostics/messages/decisions.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/planning.hpp"

namespace belegd::report {

using namespace model;
using Standing = DecisionList::Standing;

HowFar how_far(const Model& model, const Decision& row, Day looked_at, bool gives) {
    HowFar out;
    auto status = row.status;
    // What is not said of itself is no more certain than the future in which it stands.
    if (!row.status_stated && row.variant.valid()) status = std::min(status, model[row.variant].status);
    if (row.taken) out.on = row.taken->first;
    const auto when = row.taken ? stretch_said(*row.taken) : Text();
    if (status == Status::rejected) {
        out.standing = Standing::refused;
        out.said = row.taken && row.taken->exact() ? say(message::refused_on, {when}) : name_of(status);
        return out;
    }
    if (status == Status::lapsed) {
        out.standing = Standing::lapsed;
        out.said = name_of(status);
        return out;
    }
    if (status != Status::decided) {
        out.said = row.taken && row.taken->exact() ? say(message::status_on, {name_of(status), when}) : name_of(status);
        return out;
    }
    if (!row.taken) {
        const bool decided = row.status_stated;
        out.standing = decided ? Standing::decided : Standing::open;
        out.said = say(decided ? (gives ? message::given_no_day : message::decided_no_day) : message::to_be_decided);
        return out;
    }
    const bool past = row.taken->last <= looked_at, ahead = row.taken->first > looked_at;
    if (past || row.status_stated) {
        out.standing = Standing::decided;
        out.said = row.taken->exact() ? say(gives ? message::given_on : message::decided_on, {when})
                                      : say(gives ? message::given_in : message::decided_in, {when});
    } else if (ahead) {
        out.said = say(row.taken->exact() ? message::to_be_decided_on : message::to_be_decided_in, {when});
    } else {
        out.standing = Standing::cannot_be_said;
        out.said = say(message::cannot_say_decided, {when});
    }
    return out;
}

std::pair<std::optional<Day>, Text> by_when(const Decision& row) {
    if (!row.at_the_latest) return {};
    auto said = row.latest_before ? say(message::before_then, {stretch_said(*row.latest_before)})
                                  : stretch_said(*row.at_the_latest);
    if (row.otherwise) said = joined({said, say(message::otherwise_later, {name_of(*row.otherwise)})}, ", ");
    return {row.at_the_latest->last, said};
}

bool goes_with(const Model& model, DecisionId one, DecisionId other) {
    const auto& row = model[one];
    const auto& act = model[other];
    if (std::any_of(act.after.begin(), act.after.end(),
                    [&](const std::string& name) { return folded(name) == folded(row.name); }))
        return true;
    for (const auto& each : row.concerns) {
        if (each.decision == other) return true;
        if (each.variant.valid() && each.variant == act.variant) return true;
        if (each.cooperation.valid() && is_about(model, other, each.cooperation)) return true;
    }
    return std::any_of(row.under.begin(), row.under.end(), [&](const Under& each) {
        return each.decision == other || (each.cooperation.valid() && is_about(model, other, each.cooperation));
    });
}

std::optional<HowFar> best_of(const Model& model, const std::vector<DecisionId>& decisions, Day looked_at) {
    const auto rank = [](Standing standing) {
        switch (standing) {
            case Standing::decided: return 0;
            case Standing::cannot_be_said: return 1;
            case Standing::open: return 2;
            case Standing::refused: return 3;
            case Standing::lapsed: return 4;
        }
        return 5;
    };
    std::optional<HowFar> out;
    for (const auto id : decisions) {
        auto each = how_far(model, model[id], looked_at, true);
        if (!out || rank(each.standing) < rank(out->standing)) out = std::move(each);
    }
    return out;
}

}  // namespace belegd::report
