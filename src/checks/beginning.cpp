#include "checks/beginning.hpp"

#include <algorithm>

#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"

namespace belegd::checks {
namespace {

using namespace model;

/// The cooperations that settle or claim something on the first day of the model, since no day that is stated. A sentence
/// outside them is there too when it is `loose`.
std::vector<Text> without_beginning(const Subject& subject, const Subject::View& view, bool& loose) {
    const auto& model = subject.model;
    std::vector<CooperationId> found;
    loose = false;
    const auto add = [&](CooperationId id) {
        const auto& cooperation = model[id];
        if (cooperation.term.days.from != kNoBegin || !view.world->force(id).contains(model.horizon)) return;
        if (std::find(found.begin(), found.end(), cooperation.first_version) == found.end())
            found.push_back(cooperation.first_version);
    };
    for (const auto& transfer : model.transfers) {
        if (transfer.term.days.from != kNoBegin || !view.world->visible(transfer.variant) ||
            !view.world->counts(view.world->status_of(transfer), transfer.variant.valid()))
            continue;
        if (!transfer.cooperation.valid()) {
            loose = true;
            continue;
        }
        add(transfer.cooperation);
    }
    for (std::uint32_t i = 0; i < model.cooperations.size(); ++i)
        if (!model.cooperations[i].scopes.empty() && view.world->visible(model.cooperations[i].variant)) add({i});
    std::sort(found.begin(), found.end());
    std::vector<Text> out;
    for (const auto id : found) out.push_back(as_name(model[id].name));
    return out;
}

}  // namespace

std::optional<Earlier> earlier(const Subject& subject, const Subject::View& view, Day day) {
    const auto& model = subject.model;
    if (day >= model.begins) return std::nullopt;
    bool loose = false;
    const auto names = without_beginning(subject, view, loose);
    if (names.empty() && !loose) return Earlier{std::nullopt, say(message::model_begins, {spelled(model.begins)})};
    if (day >= model.horizon) return std::nullopt;
    return Earlier{model.horizon, names.empty() ? say(message::beginning_of_sentence_open)
                                                : say(message::beginning_open, {listed(names)})};
}

std::optional<Text> absent_on(const Model& model, PartyId party, Day day) {
    const auto& days = model[party].term.days;
    if (day < days.from) return say(message::exists_since, {Text(model[party].name), spelled(days.from)});
    if (day >= days.until) return say(message::exists_until, {Text(model[party].name), spelled(days.until.previous())});
    return std::nullopt;
}

}  // namespace belegd::checks
