// What a rule learns of boards: who is in them, what votes there are, and whether they can decide.
#include <algorithm>

#include "graph/boards.hpp"
#include "rules/rule_facts.hpp"
#include "rules/rule_values.hpp"

namespace belegd::rules {

using namespace model;

namespace {

Value counted_or_unknown(const std::optional<long long>& count) { return count ? Value{*count} : Value{}; }

/// How many members are said to be from the midst of who appoints them; of all, where that is said of none.
std::optional<long long> from_midst(const Board& board, std::optional<long long> all) {
    const auto inner = [](const Board::Seats& seats) { return seats.from_midst; };
    if (std::all_of(board.seats.begin(), board.seats.end(), inner) ||
        std::none_of(board.seats.begin(), board.seats.end(), inner))
        return all;
    long long sum = 0;
    for (const auto& seats : board.seats) {
        if (!seats.from_midst) continue;
        // How many that are together, only who takes part can tell.
        if (!seats.number || seats.each) return std::nullopt;
        sum += *seats.number;
    }
    return sum;
}

/// Whether it is certain that who chairs is no member.
bool chaired_from_outside(const Model& model, const Board& board, const Voting& voting) {
    if (!board.chair) return false;
    if (board.chair->no_member) return true;
    return std::any_of(board.chair->actors.begin(), board.chair->actors.end(), [&](const Actor& actor) {
        if (actor.owner != Actor::Owner::party) return false;
        const PartyId party{actor.index};
        if (names(voting.without_seat(), party)) return true;
        return model[party].kind == Party::Kind::municipality && !voting.participants().empty() &&
               !names(voting.participants(), party);
    });
}

}  // namespace

Value RuleFacts::of_board(Attribute attribute, Entity entity) const {
    const CooperationId version{outer(entity)};
    const auto& row = board(entity);
    if (attribute == Attribute::board_cooperation) return belegd::rules::row(version);
    if (attribute == Attribute::board_organ) return belegd::rules::row(row.organ);
    if (attribute == Attribute::board_appointing) {
        Ids out;
        for (const auto& seats : row.seats)
            for (const auto& actor : seats.by)
                if (actor.owner != Actor::Owner::cooperation && actor.organ.valid()) put(out, actor.organ.index);
        return {std::move(out)};
    }
    const auto days = graph::days_of_change(*view_.world, version, row);
    if (attribute == Attribute::board_out_of_reach)
        return truth(std::any_of(days.begin(), days.end(), [&](Day day) {
            const auto reached = graph::voting_on(*view_.world, version, row, day).quorum_reachable();
            return reached && !*reached;
        }));
    // Who joins later or has left by then: as it is in the end.
    const auto voting = graph::voting_on(*view_.world, version, row, days.back());
    switch (attribute) {
        case Attribute::board_members: return counted_or_unknown(voting.members());
        case Attribute::board_inner_members: return counted_or_unknown(from_midst(row, voting.members()));
        case Attribute::board_divided: {
            const auto silent = [](const Board::Seats& seats) { return !seats.number; };
            if (std::any_of(row.seats.begin(), row.seats.end(), silent)) return truth(false);
            const auto& all = voting.delegations();
            const bool known = !all.empty() && std::all_of(all.begin(), all.end(), [](const Delegation& each) {
                return each.members && !each.parties.empty();
            });
            return known ? truth(true) : Value{};
        }
        case Attribute::board_other_total: return voting.other_total() ? Value{*voting.other_total()} : none();
        case Attribute::board_votes: return counted_or_unknown(voting.votes());
        case Attribute::board_outside_appointing: return rows(appointing_from_outside(row, voting.participants()));
        case Attribute::board_outside_votes: return rows(voting_from_outside(row, voting.participants()));
        case Attribute::board_without_seat: return rows(voting.without_seat());
        case Attribute::board_chair_no_member: return truth(chaired_from_outside(model_, row, voting));
        case Attribute::board_uncounted_members: return truth(voting.counts_unknown_members());
        case Attribute::board_uncounted_votes: return truth(voting.counts_unknown_votes());
        case Attribute::board_majority: {
            if (voting.majority({}) != nullptr) return truth(true);
            const bool silent = std::any_of(row.majorities.begin(), row.majorities.end(),
                                            [](const Majority& each) { return each.silence != Silence::none; });
            return silent ? truth(false) : Value{};
        }
        case Attribute::board_without_key: return truth(voting.without_key());
        case Attribute::board_without_value: return rows(voting.without_value());
        case Attribute::board_alone: return belegd::rules::row(voting.alone());
        default: return {};
    }
}

}  // namespace belegd::rules
