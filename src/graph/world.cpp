#include "graph/world.hpp"

#include <algorithm>

namespace belegd::graph {
namespace {

using namespace model;

std::vector<Period> within(const std::vector<Period>& periods, Period bounds) {
    std::vector<Period> out;
    for (const auto& period : periods)
        if (const auto part = intersection(period, bounds); !part.empty()) out.push_back(part);
    return out;
}

bool earlier(const Ending* known, const Ending& other) {
    return known == nullptr || other.per.first < known->per.first;
}

}  // namespace

World::World(const Model& model, Mode mode, VariantId variant) : model_(model), mode_(mode), variant_(variant) {
    for (auto at = variant; at.valid(); at = model[at].based_on) bases_.push_back(at);

    versions_.resize(model.cooperations.size());
    cooperations_of_.resize(model.parties.size());
    for (std::uint32_t i = 0; i < model.cooperations.size(); ++i) {
        versions_[model.cooperations[i].first_version.index].push_back(i);
        const auto& cooperation = model.cooperations[i];
        const CooperationId id{i};
        const bool own = cooperation.variant.valid();
        auto status = cooperation.status;
        if (own) status = std::min(status, model[cooperation.variant].status);
        Period force =
            visible(cooperation.variant) && counts(status, own) ? cooperation.term.days : Period{kNoEnd, kNoEnd};
        force.until = std::min(force.until, ended(id, std::nullopt));
        force_.push_back(force);

        std::vector<Part> parts;
        std::vector<std::pair<PartyId, Period>> stretches;
        const auto until_ended = [&](PartyId party, const auto& row) {
            auto days = row.term.days;
            days.until = std::min(days.until, ended(id, party, row.joined));
            return days;
        };
        for (const auto& participant : cooperation.participants)
            stretches.emplace_back(participant.party, until_ended(participant.party, participant));
        for (const auto& taking_part : cooperation.legal_persons)
            if (const auto body = model[taking_part.cooperation].body; body.valid())
                stretches.emplace_back(body, until_ended(body, taking_part));
        std::stable_sort(stretches.begin(), stretches.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [party, days] : stretches) {
            if (parts.empty() || parts.back().party != party) parts.push_back({party, {}});
            parts.back().periods.push_back(days);
        }
        for (auto& part : parts) {
            part.periods = within(united(std::move(part.periods)), intersection(force, model[part.party].term.days));
            if (!part.periods.empty()) cooperations_of_[part.party.index].push_back(i);
        }
        parts_.push_back(std::move(parts));
    }
}

bool World::visible(VariantId item) const {
    return !item.valid() || std::find(bases_.begin(), bases_.end(), item) != bases_.end();
}

bool World::counts(Status status, bool in_variant) const {
    if (mode_ == Mode::certain) return status == Status::decided;
    return status >= (in_variant ? Status::under_research : Status::intended);
}

Status World::status_of(const Transfer& transfer) const {
    auto status = transfer.status;
    if (transfer.cooperation.valid()) status = std::min(status, model_[transfer.cooperation].status);
    if (transfer.variant.valid()) status = std::min(status, model_[transfer.variant].status);
    if (transfer.decision.valid()) status = std::min(status, model_[transfer.decision].status);
    return status;
}

const Ending* World::ending(CooperationId id, std::optional<PartyId> party, Joined joined) const {
    const Ending *sooner = nullptr, *amended = nullptr;
    // What a variant ends is ended there, whatever its base goes on to say of who takes part (D21).
    bool knows_joining = false;
    const auto look = [&](const std::vector<Ending>& endings, Status status, bool in_variant) {
        const Ending* first = nullptr;
        for (const auto& ending : endings) {
            if (!counts(std::min(ending.status, status), in_variant)) continue;
            if (ending.parties && (!party || !names(*ending.parties, *party))) continue;
            if (ending.parties && knows_joining && ending.per.first < joined.day) continue;
            if (ending.only_version.valid()) {  // where the next version begins, whatever ends elsewhere
                if (ending.only_version == id && earlier(amended, ending)) amended = &ending;
            } else if (ending.cooperation == model_[id].first_version && earlier(first, ending)) {
                first = &ending;
            }
        }
        // The nearest variant's ending replaces that of its base (D21).
        if (sooner == nullptr) sooner = first;
    };
    for (const auto base : bases_) {
        knows_joining = knows_joining || base == joined.in;
        look(model_[base].endings, model_[base].status, true);
    }
    knows_joining = true;
    look(model_.endings, Status::decided, false);
    if (sooner == nullptr || (amended != nullptr && amended->per.first < sooner->per.first)) return amended;
    return sooner;
}

bool World::replaced(const Ending& ending, std::optional<PartyId> party) const {
    for (const auto base : bases_) {
        const auto& own = model_[base].endings;
        bool other = false;
        for (const auto& each : own) {
            if (&each == &ending) return false;
            other = other || (each.cooperation == ending.cooperation && !each.only_version.valid() &&
                              counts(std::min(each.status, model_[base].status), true) &&
                              (!each.parties || (party && names(*each.parties, *party))));
        }
        if (other) return true;
    }
    return false;
}

Day World::ended(CooperationId id, std::optional<PartyId> party, Joined joined) const {
    const auto* found = ending(id, party, joined);
    return found == nullptr ? kNoEnd : found->per.first;
}

const Ending* World::revocation(const Transfer& transfer, std::optional<PartyId> party) const {
    if (!transfer.decision.valid()) return nullptr;
    const auto first_of = [&](const std::vector<Ending>& endings, Status status, bool in_variant) {
        const Ending* first = nullptr;
        for (const auto& ending : endings)
            if (ending.revoked == transfer.decision && counts(std::min(ending.status, status), in_variant) &&
                (!ending.parties || (party && names(*ending.parties, *party))) && earlier(first, ending))
                first = &ending;
        return first;
    };
    // The nearest variant's replaces that of its base (D21).
    for (const auto base : bases_)
        if (const auto* first = first_of(model_[base].endings, model_[base].status, true)) return first;
    return first_of(model_.endings, Status::decided, false);
}

Period World::lasting(const Transfer& transfer) const {
    auto out = transfer.term.days;
    if (transfer.cooperation.valid()) out = intersection(out, force(transfer.cooperation));
    if (const auto* end = revocation(transfer, std::nullopt)) out.until = std::min(out.until, end->per.first);
    return out;
}

const std::vector<Period>& World::participation(CooperationId cooperation, PartyId party) const {
    const auto& parts = parts_[cooperation.index];
    const auto found = std::lower_bound(parts.begin(), parts.end(), party,
                                        [](const Part& part, PartyId wanted) { return part.party < wanted; });
    return found != parts.end() && found->party == party ? found->periods : none_;
}

bool World::exists(const Actor& actor, Day day) const {
    if (actor.owner == Actor::Owner::cooperation) {
        for (const auto i : versions_[actor.index]) {
            const auto& version = model_.cooperations[i];
            if (!force_[i].contains(day)) continue;
            if (!actor.organ.valid() ||
                std::find(version.organs.begin(), version.organs.end(), actor.organ) != version.organs.end())
                return true;
        }
        return false;
    }
    const auto& party = model_.parties[actor.index];
    return party.term.days.contains(day) && (!actor.organ.valid() || std::find(party.organs.begin(), party.organs.end(),
                                                                               actor.organ) != party.organs.end());
}

bool World::corporate(const Transfer& transfer, PartyId participant) const {
    if (!transfer.giver || transfer.giver->owner == Actor::Owner::own) return false;
    if (participant.valid() && transfer.giver->whole() == model_.organ_of(participant, {})) return false;
    return transfer.giver->owner == Actor::Owner::cooperation ||
           model_.parties[transfer.giver->index].kind != Party::Kind::municipality;
}

std::vector<Period> World::validity(const Transfer& transfer, PartyId participant) const {
    if (!visible(transfer.variant) || !counts(status_of(transfer), transfer.variant.valid())) return {};
    if (transfer.only_for && !names(*transfer.only_for, participant)) return {};
    if (names(transfer.except_for, participant)) return {};

    std::vector<Period> valid{transfer.term.days};
    if (const auto* end = revocation(transfer, participant)) valid = within(valid, {kNoBegin, end->per.first});
    if (transfer.cooperation.valid()) {
        valid = within(valid, force(transfer.cooperation));
        if (!corporate(transfer, participant)) {
            std::vector<Period> together;
            for (const auto& part : participation(transfer.cooperation, participant))
                for (const auto& period : within(valid, part)) together.push_back(period);
            valid = std::move(together);
        }
    } else if (!transfer.only_for && !corporate(transfer, participant)) {
        if (!transfer.giver) return {};
        if (model_.seen_from(participant, *transfer.giver).whole() != model_.organ_of(participant, {})) return {};
    }
    if (transfer.package) {
        std::vector<Period> taken;
        for (const auto& taker : model_[transfer.cooperation].packages[*transfer.package].takers)
            if (taker.party == participant)
                for (const auto& period : within(valid, taker.term.days)) taken.push_back(period);
        valid = united(std::move(taken));
    }
    return united(std::move(valid));
}

}  // namespace belegd::graph
