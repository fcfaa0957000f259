#pragma once
// Who has how many votes in a board on a day, and what a proposal needs.

#include <memory>
#include <utility>

#include "model/model.hpp"

namespace belegd::model {

/// Who is in a board together: the members of a participant, of several who appoint jointly, or of who appoints from
/// outside.
struct Delegation {
    std::vector<PartyId> parties;  ///< empty: of nobody who takes part
    std::optional<long long> members, votes;
};

/// What comes of a vote.
enum class VoteResult : std::uint8_t { adopted, rejected, tied, no_quorum, cannot_be_said };

/// Who votes how: those who are not named are there, and vote against.
struct Ballot {
    std::vector<PartyId> in_favour, absent, abstaining;
};

/// A board on one day: what its cooperation says of it, and by law where it says nothing.
class Voting {
   public:
    /// `open`: there are participants that are not known.
    Voting(const Model& model, const Cooperation& cooperation, const Board& board, std::vector<PartyId> participants,
           bool open, Day day);

    const std::vector<Delegation>& delegations() const { return delegations_; }
    const std::vector<PartyId>& participants() const { return participants_; }
    /// How many there are; nothing where that does not follow from what is stated.
    std::optional<long long> members() const { return members_; }
    std::optional<long long> votes() const { return votes_; }
    /// From how many members or votes to how many, where a number of members is stated as a range; both are the same
    /// where it makes no difference. Nothing where there is no range, or they cannot be counted.
    using Range = std::pair<long long, long long>;
    std::optional<Range> members_range() const;
    std::optional<Range> votes_range() const;
    std::optional<Range> needed_range(const Threshold& part) const;
    std::optional<long long> members_of(PartyId party) const;
    std::optional<long long> votes_of(PartyId party) const;

    /// The number that is stated for all together, where the parts make another.
    std::optional<long long> other_total() const { return other_total_; }
    /// Participants who appoint no member, where it is said who does.
    const std::vector<PartyId>& without_seat() const { return without_seat_; }
    /// Those whose value of a division key is not known, and that some key by which votes are weighed is none or has
    /// no step.
    const std::vector<PartyId>& without_value() const { return without_value_; }
    bool without_key() const { return without_key_; }

    /// What asks how many must be there; null where nothing does.
    const Majority* quorum() const;
    bool quorum_by_law() const { return !board_.quorum && law_ != nullptr && law_->quorum; }
    /// What is asked of a proposal; null where nothing is.
    const Majority* majority(std::string_view about) const;
    bool by_law(const Majority& majority) const;
    const std::vector<OnTie>& on_tie() const;
    bool tie_by_law() const;
    const std::vector<Board::Votes>& votes_said() const;
    bool votes_by_law() const { return board_.votes.empty() && law_ != nullptr && !law_->votes.empty(); }
    const Board* law() const { return law_; }

    /// Whether everybody together makes the quorum; nothing where that cannot be said or none is asked.
    std::optional<bool> quorum_reachable() const;
    /// Whether a quorum or majority is a part of all members, or of votes, while nobody knows how many those are.
    bool counts_unknown_members() const;
    bool counts_unknown_votes() const;

    /// How many must be in favour for one part of what is asked, of those who vote; nothing where that cannot be said.
    std::optional<long long> needed(const Threshold& part, const Ballot& ballot) const;
    VoteResult result(std::string_view about, const Ballot& ballot) const;
    /// Whether as many votes are for as against.
    bool tied(std::string_view about, const Ballot& ballot) const;
    /// Who alone has enough for an ordinary proposal against all others; not valid for nobody.
    PartyId alone() const;

   private:
    struct Count {
        std::optional<long long> members = 0, votes = 0;
        long long participants = 0;
    };
    /// The board with each number of members that a range allows: what holds for all of them holds.
    void spread();
    template <typename Of>
    auto alike(Of of) const -> std::optional<decltype(of(std::declval<const Voting&>()))>;
    template <typename Of>
    std::optional<Range> from_to(Of of) const;
    void seat();
    void weigh();
    void without_chair();
    std::optional<long long> votes_for(const Delegation& delegation);
    std::optional<long long> votes_by(const Board::Votes& line, const Delegation& delegation);
    std::optional<long long> weight(const Board::Votes& line, PartyId party);
    static bool any(const Delegation& delegation, const std::vector<PartyId>& parties);
    template <typename Wanted>
    Count count(const Ballot& ballot, Wanted wanted) const;
    Count present(const Ballot& ballot) const;
    Count voting(const Ballot& ballot) const;
    Count in_favour(const Ballot& ballot) const;
    std::optional<long long> whole(Threshold::Basis basis, const Ballot& ballot) const;
    static std::optional<long long> had(const Threshold& part, const Count& count);
    std::optional<bool> met(const std::vector<Threshold>& parts, const Count& count, const Ballot& ballot) const;

    const Model& model_;
    const Cooperation& cooperation_;
    const Board& board_;
    const Board* law_ = nullptr;
    std::vector<PartyId> participants_;
    bool open_;
    Day day_;
    std::vector<Delegation> delegations_;
    std::vector<PartyId> without_seat_, without_value_;
    std::optional<long long> members_, votes_, other_total_;
    bool without_key_ = false;
    std::vector<std::unique_ptr<Board>> boards_;  ///< with a number instead of a range
    std::vector<Voting> each_;
};

/// What holds by law for a board of a form, or of a family it belongs to; null where nothing does.
const Board* by_law(const Model& model, FormId form, OrganId organ);
/// How many of a whole a threshold asks at least.
long long least(const Threshold& part, long long whole);
/// Whether members or votes are counted: of `some_votes` votes, and so of what is not stated.
bool counts_members(Threshold::Basis basis);
bool counts_votes(Threshold::Basis basis);

/// Those whose members are stated, or who appoint, and who do not take part.
std::vector<PartyId> appointing_from_outside(const Board& board, const std::vector<PartyId>& participants);
/// Those whose votes are stated, and who do not take part.
std::vector<PartyId> voting_from_outside(const Board& board, const std::vector<PartyId>& participants);

}  // namespace belegd::model
