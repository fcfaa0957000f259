#pragma once
// Boards: who makes them up, who chairs, what votes there are, and how many of them a decision asks for.

#include "model/basics.hpp"

namespace belegd::model {

/// How much is asked, and of what: more than half of the members, two thirds of the votes cast, five votes.
struct Threshold {
    enum class Kind : std::uint8_t { more_than, at_least, all };
    /// What is counted. `some_votes`: votes, and which is not stated; `not_stated`: not even that.
    enum class Basis : std::uint8_t {
        not_stated,
        members,
        members_present,
        participants,
        votes,
        votes_present,
        votes_cast,
        some_votes
    };
    Kind kind = Kind::more_than;
    bool number = false;            ///< `over` itself is how many, and not a part of the whole
    long long over = 1, under = 2;  ///< the part of the whole, or the number
    Basis basis = Basis::not_stated;
};

/// A quorum, or a majority: what is asked together, and for which proposals.
struct Majority {
    std::vector<Threshold> parts;    ///< empty: not stated
    std::vector<std::string> about;  ///< as written; empty: every proposal for which there is no other
    Silence silence = {};
    Backing backing;
    Span span;
};

/// What happens when the votes are tied.
enum class OnTie : std::uint8_t { chair, again, rejected, lot };

/// How a board is made up and how it decides: of a cooperation, or what holds by law for the boards of a form.
struct Board {
    /// Members who are appointed alike.
    struct Seats {
        std::optional<long long> number;                       ///< nothing: not stated, or one of a range
        std::optional<long long> at_least = {}, at_most = {};  ///< `ten minste 3 en ten hoogste 6 leden`
        bool each = false;           ///< so many for each participant, or for each of those named
        bool jointly = false;        ///< those named have them together
        std::vector<PartyId> of;     ///< `namens`: whose members they are; empty: not said
        std::vector<Actor> by;       ///< who appoints, as far as the model knows; `own`: each participant's organ
        std::vector<Text> by_names;  ///< as named
        bool from_midst = false;     ///< `uit zijn midden`
        std::optional<Duration> term;
        std::optional<bool> substitutes;
        bool in_absence = false, on_interest = false;  ///< for which case substitutes are stated; neither: not said
        Backing backing;
        Span span;

        /// How many members there are in all, and not whose they are.
        bool total() const { return !each && of.empty() && std::all_of(by.begin(), by.end(), own) && !outside(); }
        /// Whether who appoints is named, and is no organ that the model knows.
        bool outside() const { return by.empty() && !by_names.empty(); }

       private:
        static bool own(const Actor& actor) { return actor.owner == Actor::Owner::own; }
    };
    struct Votes {
        enum class By : std::uint8_t { member, participant, key };
        struct Own {
            std::string who;
            std::optional<PartyId> party;
            std::optional<long long> number;
        };
        By by = By::member;
        std::optional<long long> number;  ///< for all of whom `own` says nothing
        std::vector<Own> own;
        DivisionKeyId key;
        std::string key_said;
        std::optional<long long> step;  ///< of the key: one vote for so many
        bool started = false;           ///< a step that has begun counts whole
        std::optional<long long> at_least, at_most;
        Backing backing;
        Span span;
    };
    struct Chair {
        std::vector<Actor> actors;  ///< those of `names` that the model knows
        std::vector<Text> names;    ///< as named
        Silence silence = {};
        bool no_member = false, without_vote = false;
        std::vector<Actor> substitutes;
        std::vector<Text> substitute_names;
        Backing backing;
        Span span;
    };
    OrganId organ;
    ArticleId article;
    Text title;
    std::vector<Seats> seats;
    std::vector<Votes> votes;
    std::optional<Chair> chair;
    std::optional<Majority> quorum;
    std::vector<Majority> majorities;
    std::vector<OnTie> on_tie;  ///< in order
    Silence tie_silence = {};
    Backing tie_backing;
    Span tie_span;
    std::vector<Text> remarks;
    Backing backing;
    Span span;  ///< its name
};

}  // namespace belegd::model
