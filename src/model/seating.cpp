// Who is in a board, and what votes they have.
#include <algorithm>

#include "model/voting.hpp"

namespace belegd::model {
namespace {

using Tally = std::optional<long long>;

Tally added(Tally a, Tally b) { return a && b ? Tally(*a + *b) : std::nullopt; }
Tally multiplied(Tally a, Tally b) { return a && b ? Tally(*a * *b) : std::nullopt; }

/// The party whose organ appoints, where that is the organ of a party.
std::vector<PartyId> appointing(const Board::Seats& seats) {
    std::vector<PartyId> out;
    for (const auto& actor : seats.by)
        if (actor.owner == Actor::Owner::party) out.push_back({actor.index});
    return out;
}

/// Whose members these are, each by himself; empty where they are of all, of several together, or of an outsider.
std::vector<PartyId> owners(const Board::Seats& seats) {
    if (seats.jointly) return {};
    return !seats.of.empty() ? seats.of : seats.each ? std::vector<PartyId>() : appointing(seats);
}

void note(std::vector<PartyId>& noted, PartyId party) {
    if (!names(noted, party)) noted.push_back(party);
}

}  // namespace

const Board* by_law(const Model& model, FormId form, OrganId organ) {
    for (; form.valid(); form = model[form].family)
        for (const auto& each : model[form].boards)
            if (each.organ == organ) return &each;
    return nullptr;
}

Voting::Voting(const Model& model, const Cooperation& cooperation, const Board& board,
               std::vector<PartyId> participants, bool open, Day day)
    : model_(model),
      cooperation_(cooperation),
      board_(board),
      participants_(std::move(participants)),
      open_(open),
      day_(day) {
    // Of a form of which only the family is known, the law of the family holds alone.
    law_ = belegd::model::by_law(model, cooperation_.form, board.organ);
    seat();
    weigh();
    without_chair();
    spread();
}

void Voting::spread() {
    constexpr std::size_t kMost = 400;  // boards that a range makes of one
    std::vector<Board> all{board_};
    bool ranged = false;
    for (std::size_t i = 0; i < board_.seats.size(); ++i) {
        const auto& seats = board_.seats[i];
        if (seats.number || !seats.at_least || !seats.at_most) continue;
        ranged = true;
        const auto many = static_cast<std::size_t>(*seats.at_most - *seats.at_least + 1);
        if (many > kMost || all.size() * many > kMost) return;
        std::vector<Board> more;
        for (const auto& board : all)
            for (auto number = *seats.at_least; number <= *seats.at_most; ++number) {
                more.push_back(board);
                more.back().seats[i].number = number;
            }
        all = std::move(more);
    }
    if (!ranged) return;
    for (auto& board : all) {
        boards_.push_back(std::make_unique<Board>(std::move(board)));
        each_.emplace_back(model_, cooperation_, *boards_.back(), participants_, open_, day_);
    }
}

void Voting::seat() {
    Tally total;
    bool by_part = false;
    for (const auto& seats : board_.seats)
        if (seats.total())
            total = seats.number;
        else
            by_part = true;
    bool complete = by_part;
    bool for_each = false;
    for (const auto party : participants_) {
        Delegation sent{{party}, 0, 0};
        bool named = false;
        for (const auto& seats : board_.seats) {
            if (seats.total() || seats.jointly) continue;
            const auto whose = owners(seats);
            const bool all = seats.each && whose.empty();
            for_each = for_each || all;
            if (!all && !names(whose, party)) continue;
            named = true;
            sent.members = added(sent.members, seats.number);
        }
        const bool together = std::any_of(board_.seats.begin(), board_.seats.end(), [&](const Board::Seats& seats) {
            return seats.jointly && names(seats.of, party);
        });
        if (named || !by_part) {
            if (!by_part) sent.members.reset();
            delegations_.push_back(std::move(sent));
        } else if (!together && total) {
            // Whose the others are, of so many in all, is not said.
            sent.members.reset();
            delegations_.push_back(std::move(sent));
        } else if (!together) {
            without_seat_.push_back(party);
        }
    }
    Tally outside = 0;
    bool outsiders = false;
    for (const auto& seats : board_.seats) {
        if (seats.total()) continue;
        if (seats.jointly) {
            Delegation joint{{}, seats.number, 0};
            for (const auto party : seats.of)
                if (names(participants_, party)) joint.parties.push_back(party);
            if (!joint.parties.empty()) delegations_.push_back(std::move(joint));
        } else if (!seats.each && owners(seats).empty()) {
            outsiders = true;
            outside = added(outside, seats.number);
        }
    }
    // Who comes from outside may be of any of them.
    if (outsiders) delegations_.push_back({{}, outside, 0}), without_seat_.clear();
    Tally sum = 0;
    for (const auto& each : delegations_) sum = added(sum, each.members);
    if (!complete || (open_ && for_each)) sum.reset();
    members_ = sum ? sum : total;
    if (sum && total && *sum != *total) {
        other_total_ = total;
        members_.reset();
    }
    // Who is alone in not being counted has the rest.
    if (total && !sum && !open_) {
        Delegation* left = nullptr;
        Tally rest = total;
        for (auto& each : delegations_) {
            if (each.members)
                rest = *rest - *each.members;
            else
                rest = left == nullptr ? rest : std::nullopt, left = &each;
            if (!rest) break;
        }
        if (rest && left != nullptr && *rest >= 0) left->members = rest;
    }
}

const std::vector<Board::Votes>& Voting::votes_said() const {
    return board_.votes.empty() && law_ != nullptr ? law_->votes : board_.votes;
}

std::optional<long long> Voting::weight(const Board::Votes& line, PartyId party) {
    if (!line.key.valid() || !line.step || *line.step <= 0) return std::nullopt;
    for (const auto& values : model_[line.key].values) {
        if (!values.term.days.contains(day_)) continue;
        for (const auto& each : values.all) {
            if (each.party != party || !each.value) continue;
            const auto value = each.value->over * 100 / each.value->under;
            auto out = line.started ? (value + *line.step - 1) / *line.step : value / *line.step;
            if (line.at_least) out = std::max(out, *line.at_least);
            if (line.at_most) out = std::min(out, *line.at_most);
            return out;
        }
        break;
    }
    return std::nullopt;
}

std::optional<long long> Voting::votes_by(const Board::Votes& line, const Delegation& delegation) {
    if (line.by == Board::Votes::By::key) {
        without_key_ = without_key_ || !line.key.valid() || !line.step;
        Tally out = 0;
        for (const auto party : delegation.parties) {
            const auto votes = weight(line, party);
            if (!votes && line.key.valid() && line.step) note(without_value_, party);
            out = added(out, votes);
        }
        return delegation.parties.empty() ? std::nullopt : out;
    }
    if (line.by == Board::Votes::By::member) return multiplied(line.number, delegation.members);
    return delegation.parties.size() == 1 ? line.number : std::nullopt;
}

std::optional<long long> Voting::votes_for(const Delegation& delegation) {
    if (delegation.members == 0) return 0;
    const auto& all = votes_said();
    const auto own = [&](const Board::Votes& line) {
        return std::find_if(line.own.begin(), line.own.end(), [&](const Board::Votes::Own& each) {
            return each.party && delegation.parties == std::vector{*each.party};
        });
    };
    for (const auto& line : all)
        if (const auto found = own(line); found != line.own.end())
            return line.by == Board::Votes::By::member ? multiplied(found->number, delegation.members) : found->number;
    for (const auto& line : all)
        if (line.own.empty()) return votes_by(line, delegation);
    return std::nullopt;
}

void Voting::weigh() {
    Tally sum = 0;
    for (auto& each : delegations_) {
        each.votes = votes_for(each);
        sum = added(sum, each.votes);
    }
    const auto& all = votes_said();
    const bool alike = all.size() == 1 && all.front().by == Board::Votes::By::member && all.front().own.empty();
    if (delegations_.empty() || open_) sum.reset();
    if (other_total_) sum.reset();
    votes_ = sum ? sum : alike ? multiplied(all.front().number, members_) : std::nullopt;
}

void Voting::without_chair() {
    if (!board_.chair || !board_.chair->without_vote || board_.chair->no_member) return;
    // One member less votes; whose that is, is known where the chair is of a participant.
    Tally less;
    for (const auto& line : votes_said())
        if (line.by == Board::Votes::By::member && line.own.empty()) less = line.number;
    votes_ = less && votes_ ? Tally(*votes_ - *less) : std::nullopt;
    for (auto& each : delegations_) {
        const bool his = std::any_of(board_.chair->actors.begin(), board_.chair->actors.end(), [&](const Actor& actor) {
            return actor.owner == Actor::Owner::party && names(each.parties, {actor.index});
        });
        if (his && less && each.votes)
            each.votes = *each.votes - *less;
        else if (his || board_.chair->actors.empty())
            each.votes.reset();
    }
}

std::vector<PartyId> appointing_from_outside(const Board& board, const std::vector<PartyId>& participants) {
    std::vector<PartyId> out;
    for (const auto& seats : board.seats) {
        for (const auto party : seats.of)
            if (!names(participants, party)) note(out, party);
        for (const auto party : appointing(seats))
            if (!names(participants, party)) note(out, party);
    }
    return out;
}

std::vector<PartyId> voting_from_outside(const Board& board, const std::vector<PartyId>& participants) {
    std::vector<PartyId> out;
    for (const auto& votes : board.votes)
        for (const auto& each : votes.own)
            if (each.party && !names(participants, *each.party)) note(out, *each.party);
    return out;
}

}  // namespace belegd::model
