#include <algorithm>

#include "analysis/asked.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "graph/boards.hpp"
#include "model/describe.hpp"

namespace belegd::analysis {
namespace {

using namespace model;
using BoardAsked = AskedBoard::What;

Text counted(long long count, bool members) {
    return say(members      ? count == 1 ? message::one_member : message::so_many_members
               : count == 1 ? message::one_vote
                            : message::so_many_votes,
               {number(count)});
}

class Boards {
   public:
    Boards(const checks::Subject& subject, const Test& test)
        : m_(subject.model), world_(*subject.view(test.variant).world), test_(test), asked_(*test.asked_board) {}

    std::optional<Text> wrong() const {
        bool any = false;
        for (const auto i : world_.versions(asked_.cooperation)) {
            const CooperationId version{i};
            const auto force = world_.force(version);
            if (force.empty() || (test_.day && !force.contains(*test_.day))) continue;
            // Of a board of which the text says nothing the law alone can speak.
            Board silent;
            silent.organ = asked_.organ;
            const auto& all = m_[version].boards;
            const auto own =
                std::find_if(all.begin(), all.end(), [&](const Board& each) { return each.organ == asked_.organ; });
            const auto& board = own == all.end() ? silent : *own;
            const auto days = test_.day ? std::vector<Day>{*test_.day} : graph::days_of_change(world_, version, board);
            for (const auto day : days) {
                any = true;
                const auto voting = graph::voting_on(world_, version, board, day);
                auto says = answer(voting);
                if (!says) continue;
                return days.size() > 1 ? say(message::board_as_of, {spelled(day), *says}) : says;
            }
        }
        return any ? std::nullopt : std::optional(say(message::board_not_there));
    }

   private:
    std::optional<Text> answer(const Voting& voting) const {
        switch (asked_.what) {
            case BoardAsked::counts: return count(voting);
            case BoardAsked::needed: return needed(voting);
            default: return vote(voting);
        }
    }
    bool silence_expected() const { return asked_.not_stated || asked_.cannot_be_said; }

    std::optional<Text> compare(std::optional<long long> found, bool members) const {
        if (!found)
            return silence_expected() ? std::nullopt
                                      : std::optional(say(members ? message::members_unknown : message::votes_unknown));
        if (!silence_expected() && asked_.number == found) return std::nullopt;
        return say(message::model_says, {counted(*found, members)});
    }

    std::optional<Text> count(const Voting& voting) const {
        // `telt niet vermeld` is met where either is not.
        const bool both = silence_expected();
        const bool members = asked_.unit == AskedBoard::Unit::members;
        const auto of = [&](bool of_members) -> std::optional<long long> {
            if (test_.parties.empty()) return of_members ? voting.members() : voting.votes();
            long long sum = 0;
            for (const auto party : test_.parties) {
                const auto one = of_members ? voting.members_of(party) : voting.votes_of(party);
                if (!one) return std::nullopt;
                sum += *one;
            }
            return sum;
        };
        if (!both) return compare(of(members), members);
        if (!of(true) || !of(false)) return std::nullopt;
        return compare(of(true), true);
    }

    std::optional<Text> needed(const Voting& voting) const {
        const auto* asked = voting.majority(asked_.about);
        if (asked == nullptr) return silence_expected() ? std::nullopt : std::optional(say(message::majority_unknown));
        const Ballot ballot{{}, asked_.absent, asked_.abstaining};
        std::vector<Text> said;
        for (const auto& part : asked->parts) {
            const bool members = counts_members(part.basis), votes = counts_votes(part.basis);
            const auto found = voting.needed(part, ballot);
            const bool unit = asked_.unit == AskedBoard::Unit::not_stated ||
                              (asked_.unit == AskedBoard::Unit::members ? members : votes);
            if (unit && found && !silence_expected() && asked_.number == found) return std::nullopt;
            if (!found && silence_expected()) return std::nullopt;
            said.push_back(!found             ? say(members ? message::members_unknown : message::votes_unknown)
                           : members || votes ? counted(*found, members)
                                              : say(message::so_many_participants, {number(*found)}));
        }
        return say(message::model_says, {listed(said)});
    }

    std::optional<Text> vote(const Voting& voting) const {
        const Ballot ballot{asked_.in_favour, asked_.absent, asked_.abstaining};
        for (const auto* list : {&asked_.in_favour, &asked_.absent, &asked_.abstaining})
            for (const auto party : *list)
                if (!names(voting.participants(), party)) return say(message::votes_no_part, {name_of(m_, party)});
        const auto found = voting.result(asked_.about, ballot);
        const bool tied =
            found != VoteResult::no_quorum && found != VoteResult::cannot_be_said && voting.tied(asked_.about, ballot);
        const bool as_asked = silence_expected()                       ? found == VoteResult::cannot_be_said
                              : asked_.what == BoardAsked::adopted     ? found == VoteResult::adopted
                              : asked_.what == BoardAsked::not_adopted ? found == VoteResult::rejected
                              : asked_.what == BoardAsked::tied        ? tied
                                                                       : found == VoteResult::no_quorum;
        if (as_asked) return std::nullopt;
        switch (found) {
            case VoteResult::adopted: return say(tied ? message::tie_adopts : message::vote_adopts);
            case VoteResult::rejected: return say(tied ? message::tie_does_not_adopt : message::vote_does_not_adopt);
            case VoteResult::tied: return say(message::vote_tied);
            case VoteResult::no_quorum: return say(message::vote_without_quorum);
            case VoteResult::cannot_be_said: return say(message::vote_unknown);
        }
        return std::nullopt;
    }

    const Model& m_;
    const graph::World& world_;
    const Test& test_;
    const AskedBoard& asked_;
};

}  // namespace

std::optional<Text> not_as_boards(const checks::Subject& subject, const Test& test) {
    return test.asked_board ? Boards(subject, test).wrong() : std::nullopt;
}

}  // namespace belegd::analysis
