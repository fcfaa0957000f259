#include "model/voting.hpp"

#include <algorithm>

#include "base/fold.hpp"

namespace belegd::model {
namespace {

using Basis = Threshold::Basis;
using Amount = std::optional<long long>;

Amount plus(Amount a, Amount b) { return a && b ? Amount(*a + *b) : std::nullopt; }

bool has(const std::vector<PartyId>& all, PartyId party) { return names(all, party); }

bool ordinary(const Threshold& part) {
    return part.kind == Threshold::Kind::more_than && !part.number && part.over * 2 == part.under;
}

}  // namespace

bool counts_members(Basis basis) { return basis == Basis::members || basis == Basis::members_present; }
bool counts_votes(Basis basis) { return !counts_members(basis) && basis != Basis::participants; }

long long least(const Threshold& part, long long whole) {
    if (part.number) return part.kind == Threshold::Kind::more_than ? part.over + 1 : part.over;
    if (part.kind == Threshold::Kind::all) return std::max(1LL, whole);
    const auto over = part.over * whole;
    const auto needed =
        part.kind == Threshold::Kind::more_than ? over / part.under + 1 : (over + part.under - 1) / part.under;
    return std::max(1LL, needed);
}

Amount Voting::members_of(PartyId party) const {
    for (const auto& each : delegations_)
        if (each.parties == std::vector{party}) return each.members;
    return has(without_seat_, party) ? Amount(0) : std::nullopt;
}

Amount Voting::votes_of(PartyId party) const {
    for (const auto& each : delegations_)
        if (each.parties == std::vector{party}) return each.votes;
    return has(without_seat_, party) ? Amount(0) : std::nullopt;
}

template <typename Of>
auto Voting::alike(Of of) const -> std::optional<decltype(of(std::declval<const Voting&>()))> {
    auto out = of(each_.front());
    for (const auto& each : each_)
        if (of(each) != out) return std::nullopt;
    return out;
}

template <typename Of>
std::optional<Voting::Range> Voting::from_to(Of of) const {
    std::optional<Range> out;
    for (const auto& each : each_) {
        const Amount found = of(each);
        if (!found) return std::nullopt;
        out = out ? Range{std::min(out->first, *found), std::max(out->second, *found)} : Range{*found, *found};
    }
    return out;
}

std::optional<Voting::Range> Voting::members_range() const {
    return from_to([](const Voting& each) { return each.members(); });
}
std::optional<Voting::Range> Voting::votes_range() const {
    return from_to([](const Voting& each) { return each.votes(); });
}
std::optional<Voting::Range> Voting::needed_range(const Threshold& part) const {
    return from_to([&](const Voting& each) { return each.needed(part, {}); });
}

const Majority* Voting::quorum() const {
    if (board_.quorum) return board_.quorum->parts.empty() ? nullptr : &*board_.quorum;
    return law_ != nullptr && law_->quorum ? &*law_->quorum : nullptr;
}

const Majority* Voting::majority(std::string_view about) const {
    const auto wanted = folded(about);
    const Majority* general = nullptr;
    for (const auto& each : board_.majorities) {
        if (each.about.empty() && general == nullptr) general = &each;
        for (const auto& one : each.about)
            if (!wanted.empty() && folded(one) == wanted) return each.parts.empty() ? nullptr : &each;
    }
    if (general == nullptr && law_ != nullptr)
        for (const auto& each : law_->majorities)
            if (each.about.empty()) return &each;
    return general == nullptr || general->parts.empty() ? nullptr : general;
}

bool Voting::by_law(const Majority& majority) const {
    return law_ != nullptr && std::any_of(law_->majorities.begin(), law_->majorities.end(),
                                          [&](const Majority& each) { return &each == &majority; });
}

bool Voting::tie_by_law() const {
    return board_.on_tie.empty() && board_.tie_silence == Silence::none && law_ != nullptr && !law_->on_tie.empty();
}

const std::vector<OnTie>& Voting::on_tie() const { return tie_by_law() ? law_->on_tie : board_.on_tie; }

bool Voting::any(const Delegation& delegation, const std::vector<PartyId>& parties) {
    return std::any_of(delegation.parties.begin(), delegation.parties.end(),
                       [&](PartyId party) { return has(parties, party); });
}

template <typename Wanted>
Voting::Count Voting::count(const Ballot& ballot, Wanted wanted) const {
    Count out;
    // Of whom it is not known whether he has a member, nothing can be counted.
    const auto known = [&](PartyId party) {
        return has(without_seat_, party) ||
               std::any_of(delegations_.begin(), delegations_.end(),
                           [&](const Delegation& each) { return has(each.parties, party); });
    };
    for (const auto* each : {&ballot.in_favour, &ballot.absent, &ballot.abstaining})
        if (!std::all_of(each->begin(), each->end(), known)) out.members.reset(), out.votes.reset();
    for (const auto& each : delegations_) {
        if (!wanted(each)) continue;
        out.members = plus(out.members, each.members);
        out.votes = plus(out.votes, each.votes);
        out.participants += static_cast<long long>(each.parties.size());
    }
    return out;
}

Voting::Count Voting::present(const Ballot& ballot) const {
    if (ballot.absent.empty()) return {members_, votes_, static_cast<long long>(participants_.size())};
    return count(ballot, [&](const Delegation& each) { return !any(each, ballot.absent); });
}

Voting::Count Voting::voting(const Ballot& ballot) const {
    if (ballot.absent.empty() && ballot.abstaining.empty()) return present(ballot);
    return count(ballot,
                 [&](const Delegation& each) { return !any(each, ballot.absent) && !any(each, ballot.abstaining); });
}

Voting::Count Voting::in_favour(const Ballot& ballot) const {
    return count(ballot, [&](const Delegation& each) {
        return any(each, ballot.in_favour) && !any(each, ballot.absent) && !any(each, ballot.abstaining);
    });
}

Amount Voting::whole(Basis basis, const Ballot& ballot) const {
    switch (basis) {
        case Basis::members: return members_;
        case Basis::members_present: return present(ballot).members;
        case Basis::participants: return open_ ? std::nullopt : Amount(static_cast<long long>(participants_.size()));
        case Basis::votes: return votes_;
        case Basis::votes_present: return present(ballot).votes;
        case Basis::votes_cast: return voting(ballot).votes;
        case Basis::some_votes:
        case Basis::not_stated:
            // Where everybody votes it makes no difference which votes are meant.
            return voting(ballot).votes == votes_ ? votes_ : std::nullopt;
    }
    return std::nullopt;
}

Amount Voting::had(const Threshold& part, const Count& count) {
    if (counts_members(part.basis)) return count.members;
    return part.basis == Basis::participants ? Amount(count.participants) : count.votes;
}

std::optional<bool> Voting::met(const std::vector<Threshold>& parts, const Count& count, const Ballot& ballot) const {
    std::optional<bool> out = true;
    for (const auto& part : parts) {
        const auto have = had(part, count);
        const auto of = part.number ? Amount(0) : whole(part.basis, ballot);
        if (!have || !of)
            out.reset();
        else if (*have < least(part, *of))
            return false;
    }
    return out;
}

std::optional<bool> Voting::quorum_reachable() const {
    const auto* asked = quorum();
    if (asked == nullptr) return std::nullopt;
    if (!each_.empty()) return alike([](const Voting& each) { return each.quorum_reachable(); }).value_or(std::nullopt);
    return met(asked->parts, {members_, votes_, static_cast<long long>(participants_.size())}, {});
}

bool Voting::counts_unknown_members() const {
    if (members_) return false;
    if (!each_.empty())
        return std::any_of(each_.begin(), each_.end(),
                           [](const Voting& each) { return each.counts_unknown_members(); });
    const auto counted = [](const Majority& all) {
        return std::any_of(all.parts.begin(), all.parts.end(),
                           [](const Threshold& part) { return !part.number && counts_members(part.basis); });
    };
    return (board_.quorum && counted(*board_.quorum)) ||
           std::any_of(board_.majorities.begin(), board_.majorities.end(), counted);
}

bool Voting::counts_unknown_votes() const {
    if (votes_) return false;
    if (!each_.empty())
        return std::any_of(each_.begin(), each_.end(), [](const Voting& each) { return each.counts_unknown_votes(); });
    const auto counted = [](const Majority& all) {
        return std::any_of(all.parts.begin(), all.parts.end(),
                           [](const Threshold& part) { return !part.number && counts_votes(part.basis); });
    };
    return (board_.quorum && counted(*board_.quorum)) ||
           std::any_of(board_.majorities.begin(), board_.majorities.end(), counted);
}

Amount Voting::needed(const Threshold& part, const Ballot& ballot) const {
    if (part.number) return least(part, 0);
    if (!each_.empty())
        return alike([&](const Voting& each) { return each.needed(part, ballot); }).value_or(std::nullopt);
    const auto of = whole(part.basis, ballot);
    return of ? Amount(least(part, *of)) : std::nullopt;
}

bool Voting::tied(std::string_view about, const Ballot& ballot) const {
    if (!each_.empty()) return alike([&](const Voting& each) { return each.tied(about, ballot); }).value_or(false);
    const auto* asked = majority(about);
    if (asked == nullptr || !std::any_of(asked->parts.begin(), asked->parts.end(), ordinary)) return false;
    const auto pro = in_favour(ballot).votes, all = voting(ballot).votes;
    return pro && all && *pro > 0 && *pro * 2 == *all;
}

VoteResult Voting::result(std::string_view about, const Ballot& ballot) const {
    if (!each_.empty())
        return alike([&](const Voting& each) { return each.result(about, ballot); })
            .value_or(VoteResult::cannot_be_said);
    if (const auto* asked = quorum(); asked != nullptr) {
        const auto there = met(asked->parts, present(ballot), {});
        if (!there) return VoteResult::cannot_be_said;
        if (!*there) return VoteResult::no_quorum;
    } else if (!ballot.absent.empty()) {
        return VoteResult::cannot_be_said;
    }
    const auto* asked = majority(about);
    if (asked == nullptr) return VoteResult::cannot_be_said;
    const auto adopted = met(asked->parts, in_favour(ballot), ballot);
    if (!adopted) return VoteResult::cannot_be_said;
    if (*adopted) return VoteResult::adopted;
    if (!tied(about, ballot)) return VoteResult::rejected;
    const auto& then = on_tie();
    if (then.empty()) return VoteResult::tied;
    if (then.front() == OnTie::rejected) return VoteResult::rejected;
    if (then.front() != OnTie::chair || !board_.chair || board_.chair->without_vote) return VoteResult::tied;
    for (const auto& actor : board_.chair->actors) {
        if (actor.owner != Actor::Owner::party) continue;
        const PartyId chair{actor.index};
        const bool votes = !has(ballot.absent, chair) && !has(ballot.abstaining, chair);
        if (votes) return has(ballot.in_favour, chair) ? VoteResult::adopted : VoteResult::rejected;
    }
    return VoteResult::tied;
}

PartyId Voting::alone() const {
    if (!each_.empty()) return alike([](const Voting& each) { return each.alone(); }).value_or(PartyId{});
    if (delegations_.size() < 2) return {};
    for (const auto& each : delegations_)
        if (each.parties.size() == 1 && result({}, {each.parties, {}, {}}) == VoteResult::adopted)
            return each.parties.front();
    return {};
}

}  // namespace belegd::model
