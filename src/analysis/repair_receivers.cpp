#include "analysis/repair_receivers.hpp"

#include <algorithm>

#include "model/describe.hpp"

namespace belegd::analysis {

using namespace model;

namespace {

constexpr std::size_t kMostReceivers = 5;

}  // namespace

Receivers::Receivers(const Analysis& analysis, const Gap& gap)
    : model_(analysis.model),
      world_(*analysis.subject->view(gap.variant).world),
      gap_(gap),
      day_(std::max(gap.days.from, model_.horizon)) {
    const auto& subject = *analysis.subject;
    const auto& view = subject.view(gap.variant);
    look_at(gap.home);
    look_at(gap.claimed_by);
    for (const auto index : world_.cooperations_of(gap.owners.front()))
        if (std::all_of(gap.owners.begin(), gap.owners.end(),
                        [&](PartyId owner) { return holds_on(world_.participation({index}, owner), day_); }))
            look_at({index});
    look_at(gap.place.cooperation);
    // Who had it until the day before.
    for (const auto& part : gap.parts)
        for (const auto* run : subject.explicit_before(view, part.owner, part.function, part.tasks, part.days.from))
            look_at(model_[subject.answer(*run).chain.front().by.front()].cooperation);
    // In another cooperation only who does something of the same domain.
    const auto same_domain = domains();
    const auto at_home = [&](CooperationId within) {
        return (gap.home.valid() && model_[gap.home].first_version == within) ||
               (gap.claimed_by.valid() && model_[gap.claimed_by].first_version == within);
    };
    const auto received = [&](const std::vector<Transfer>& all, CooperationId within) {
        for (const auto& x : all)
            if (x.cooperation.valid() && model_[x.cooperation].first_version == within && world_.visible(x.variant) &&
                x.receivers.size() == 1 && x.kind != TransferKind::keeps &&
                (at_home(within) || same_domain.intersects(x.tasks)))
                receives(x.receivers.front());
    };
    for (const auto within : near_) {
        received(model_.transfers, within);
        received(model_.without_act, within);
        for (const auto index : world_.versions(within))
            for (const auto centre : model_[CooperationId{index}].centres)
                receives({Actor::Owner::party, centre.index, {}});
    }
}

void Receivers::look_at(CooperationId some_version) {
    if (!some_version.valid()) return;
    const auto first = model_[some_version].first_version;
    if (std::find(near_.begin(), near_.end(), first) == near_.end()) near_.push_back(first);
}

void Receivers::receives(const Actor& actor) {
    if (actor.owner == Actor::Owner::own || !world_.exists(actor, day_)) return;
    if (std::find(all_.begin(), all_.end(), actor) == all_.end()) all_.push_back(actor);
}

BitSet Receivers::domains() const {
    BitSet out(model_.leaf_tasks.size());
    for (const auto top : model_.top_tasks)
        if (model_[top].leaves.intersects(gap_.tasks)) out |= model_[top].leaves;
    return out;
}

std::vector<Actor> Receivers::of(TransferKind kind, const std::vector<PartyId>& owners) const {
    std::vector<Actor> out;
    for (auto actor : all_) {
        if (is_factual(kind))
            actor = actor.whole();
        else if (!actor.organ.valid() && actor.owner == Actor::Owner::party &&
                 model_.parties[actor.index].kind == Party::Kind::municipality)
            actor.organ = gap_.organ.valid() ? gap_.organ : model_.college;
        const bool own =
            std::all_of(owners.begin(), owners.end(), [&](PartyId owner) { return model_.is_of(owner, actor); });
        const bool known = std::find(out.begin(), out.end(), actor) != out.end();
        if (own || known || !world_.exists(actor, day_)) continue;
        out.push_back(actor);
        if (out.size() == kMostReceivers) break;
    }
    return out;
}

bool Receivers::used(TransferKind kind, const BitSet& functions) const {
    return std::any_of(model_.transfers.begin(), model_.transfers.end(), [&](const Transfer& x) {
        return x.kind == kind && world_.visible(x.variant) && x.functions.intersects(functions);
    });
}

std::vector<TransferKind> Receivers::kinds(const BitSet& functions) const {
    std::vector<TransferKind> out;
    bool power = false;
    functions.each([&](std::size_t f) { power = power || model_[model_.leaf_functions[f]].power; });
    if (!power || used(TransferKind::assigns, functions)) out.push_back(TransferKind::assigns);
    for (const auto kind : {TransferKind::authorises, TransferKind::empowers})
        if (used(kind, functions)) out.push_back(kind);
    if (power || used(TransferKind::mandates, functions)) out.push_back(TransferKind::mandates);
    if (power && gap_.home.valid() && model_[gap_.home].form.valid() && !model_[gap_.home].form_open &&
        carries(model_[model_[gap_.home].form], TransferKind::delegates))
        out.push_back(TransferKind::delegates);
    return out;
}

}  // namespace belegd::analysis
