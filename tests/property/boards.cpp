// What a board decides, held against counting its members one by one on random boards and on every way to vote.
#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "analysis/analysis.hpp"
#include "graph/boards.hpp"
#include "property/scale.hpp"

// Last: it has a MESSAGE of its own.
#include <doctest/doctest.h>
#undef MESSAGE

using namespace belegd;
using namespace belegd::model;

namespace {

enum class Does { favours, opposes, abstains, stays_away };

struct Asked {
    std::string words;
    bool strictly = false;  ///< more than it
    long long over = 1, under = 2;
    bool all = false, number = false;
    enum { members, members_present, participants, votes, votes_present, votes_cast } of = votes_cast;
};

/// A board as one would write it down on paper: each member with the votes he brings.
struct OnPaper {
    struct Member {
        std::size_t party;
        long long votes;
    };
    std::vector<Member> members;
    std::size_t parties = 0;
    std::vector<Asked> quorum, majority;
    enum { nothing, rejected, chair } on_tie = nothing;  ///< the first participant chairs
    std::string text;
};

class RandomBoard {
   public:
    explicit RandomBoard(std::uint32_t seed) : random_(seed) {}

    OnPaper make() {
        OnPaper out;
        out.parties = pick(2, 4);
        std::string names, keys, board;
        std::vector<long long> seats(out.parties), inhabitants(out.parties);
        for (std::size_t i = 0; i < out.parties; ++i) {
            out.text += fmt::format("gemeente P{}\n", i);
            names += fmt::format("{}P{}", i > 0 ? ", " : "", i);
            inhabitants[i] = pick(1, 60) * 700LL;
            keys += fmt::format("{}P{} {}", i > 0 ? ", " : "", i, inhabitants[i]);
        }
        const bool alike = flip();
        const auto each = pick(1, 3);
        for (std::size_t i = 0; i < out.parties; ++i) {
            seats[i] = alike ? each : pick(1, 3);
            if (!alike) board += fmt::format("    bestaat uit {} leden namens P{}\n", seats[i], i);
        }
        if (alike) board += fmt::format("    bestaat uit {} leden per deelnemer\n", each);
        add_votes(out, board, seats, inhabitants, keys);
        add_asked(board, "quorum", out.quorum, {Asked::members, Asked::votes, Asked::participants});
        add_asked(board, "meerderheid", out.majority,
                  {Asked::members, Asked::members_present, Asked::participants, Asked::votes, Asked::votes_present,
                   Asked::votes_cast});
        if (flip()) {
            out.on_tie = flip() ? OnPaper::rejected : OnPaper::chair;
            board += out.on_tie == OnPaper::chair ? "    bij staking van stemmen beslist de voorzitter\n"
                                                  : "    bij staking van stemmen niet aangenomen\n";
            board += "    voorgezeten door P0\n";
        }
        out.text += fmt::format(
            "samenwerking dienst {{\n  deelnemers {}\n  organen bestuur\n"
            "  samenstelling bestuur {{\n{}  }}\n}}\n",
            names, board);
        return out;
    }

   private:
    std::uint32_t pick(std::uint32_t from, std::uint32_t to) {
        return std::uniform_int_distribution<std::uint32_t>(from, to)(random_);
    }
    bool flip() { return pick(0, 1) == 0; }

    void add_votes(OnPaper& out, std::string& board, const std::vector<long long>& seats,
                   const std::vector<long long>& inhabitants, const std::string& keys) {
        const auto how = pick(0, 2);
        const auto per_member = pick(1, 3);
        const auto step = pick(1, 9) * 1000LL, least = pick(0, 3) * 1LL, most = least + pick(0, 9);
        if (how == 0) board += fmt::format("    stemmen per lid {}\n", per_member);
        if (how == 1) board += "    stemmen per deelnemer ";
        if (how == 2) {
            out.text += fmt::format("verdeelsleutel inwoners {{ waarden {} }}\n", keys);
            board += fmt::format("    stemmen naar inwoners per begonnen {} ten minste {} ten hoogste {}\n", step,
                                 least, most);
        }
        for (std::size_t i = 0; i < seats.size(); ++i) {
            // Of what a participant has together, the first member brings it all.
            long long together = pick(1, 5);
            if (how == 1) board += fmt::format("{}P{} {}", i > 0 ? ", " : "", i, together);
            if (how == 2) {
                together = 0;
                for (long long counted = 0; counted < inhabitants[i]; counted += step) ++together;
                together = std::min(most, std::max(least, together));
            }
            for (long long m = 0; m < seats[i]; ++m)
                out.members.push_back({i, how == 0 ? per_member : m == 0 ? together : 0});
        }
        if (how == 1) board += "\n";
    }

    void add_asked(std::string& board, const char* word, std::vector<Asked>& into, const std::vector<int>& bases) {
        static const Asked kParts[] = {{"meer dan de helft", true, 1, 2}, {"ten minste de helft", false, 1, 2},
                                       {"twee derde", false, 2, 3},       {"drie vierde", false, 3, 4},
                                       {"ten minste 60 %", false, 3, 5},  {"unaniem", false, 1, 1, true}};
        static const char* const kOf[] = {
            "van de leden",     "van de aanwezige leden",   "van de deelnemers",
            "van alle stemmen", "van de aanwezige stemmen", "van de uitgebrachte stemmen"};
        board += fmt::format("    {} ", word);
        const auto count = pick(1, 3) == 1 ? 2u : 1u;
        for (std::uint32_t i = 0; i < count; ++i) {
            Asked one = kParts[pick(0, 5)];
            const auto of = bases[pick(0, static_cast<std::uint32_t>(bases.size()) - 1)];
            one.of = static_cast<decltype(one.of)>(of);
            const bool plain = of == Asked::members || of == Asked::votes;
            if (plain && pick(0, 3) == 0) {
                one = {};
                one.number = true;
                one.over = pick(1, 6);
                one.of = static_cast<decltype(one.of)>(of);
                one.words = fmt::format("ten minste {} {}", one.over, of == Asked::members ? "leden" : "stemmen");
                board += (i > 0 ? "en tevens " : "") + one.words + " ";
            } else {
                board += (i > 0 ? "en tevens " : "") + one.words + " " + kOf[of] + " ";
            }
            into.push_back(one);
        }
        board += "\n";
    }

    std::mt19937 random_;
};

struct Counts {
    long long members = 0, votes = 0, parties = 0;
};

/// Members, votes and participants of those who do one of these.
Counts counted(const OnPaper& board, const std::vector<Does>& does, std::initializer_list<Does> which) {
    Counts out;
    const auto in = [&](std::size_t party) {
        return std::find(which.begin(), which.end(), does[party]) != which.end();
    };
    for (const auto& member : board.members)
        if (in(member.party)) ++out.members, out.votes += member.votes;
    for (std::size_t i = 0; i < board.parties; ++i) out.parties += in(i);
    return out;
}

constexpr std::initializer_list<Does> kAll{Does::favours, Does::opposes, Does::abstains, Does::stays_away};
constexpr std::initializer_list<Does> kThere{Does::favours, Does::opposes, Does::abstains};
constexpr std::initializer_list<Does> kVoting{Does::favours, Does::opposes};

long long of_kind(const Counts& counts, const Asked& asked) {
    if (asked.of == Asked::members || asked.of == Asked::members_present) return counts.members;
    return asked.of == Asked::participants ? counts.parties : counts.votes;
}

bool enough(const Asked& asked, long long have, const OnPaper& board, const std::vector<Does>& does) {
    if (asked.number) return have >= asked.over;
    const auto whole = asked.of == Asked::members_present || asked.of == Asked::votes_present
                           ? of_kind(counted(board, does, kThere), asked)
                       : asked.of == Asked::votes_cast ? of_kind(counted(board, does, kVoting), asked)
                                                       : of_kind(counted(board, does, kAll), asked);
    if (have == 0) return false;
    if (asked.all) return have == whole;
    return asked.strictly ? have * asked.under > whole * asked.over : have * asked.under >= whole * asked.over;
}

VoteResult on_paper(const OnPaper& board, const std::vector<Does>& does) {
    const auto there = counted(board, does, kThere), pro = counted(board, does, {Does::favours}),
               contra = counted(board, does, {Does::opposes});
    for (const auto& each : board.quorum)
        if (!enough(each, of_kind(there, each), board, does)) return VoteResult::no_quorum;
    bool adopted = true, ordinary = false;
    for (const auto& each : board.majority) {
        adopted = adopted && enough(each, of_kind(pro, each), board, does);
        ordinary = ordinary || (each.strictly && each.under == 2 && !each.number);
    }
    if (adopted) return VoteResult::adopted;
    if (!ordinary || pro.votes == 0 || pro.votes != contra.votes) return VoteResult::rejected;
    if (board.on_tie == OnPaper::rejected) return VoteResult::rejected;
    if (board.on_tie == OnPaper::nothing) return VoteResult::tied;
    if (does[0] == Does::favours) return VoteResult::adopted;
    return does[0] == Does::opposes ? VoteResult::rejected : VoteResult::tied;
}

}  // namespace

TEST_CASE("boards: what a vote comes to and what it needs is what counting the members one by one gives") {
    std::size_t ballots = 0, adopted = 0, tied = 0, without = 0;
    for (std::uint32_t seed = 1; seed <= 600 / naive::one_in(); ++seed) {
        const auto board = RandomBoard(seed).make();
        CAPTURE(board.text);
        const auto none = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
        const auto found = analysis::of("model.belegd", board.text, none, graph::Mode::planned, std::nullopt, false);
        REQUIRE(found->model.cooperations.size() == 1);
        REQUIRE(found->model.cooperations[0].boards.size() == 1);
        const auto& world = *found->subject->view({}).world;
        const auto& row = found->model.cooperations[0].boards[0];
        const auto days = graph::days_of_change(world, {0}, row);
        const auto voting = graph::voting_on(world, {0}, row, days.back());
        const std::vector<Does> everybody(board.parties, Does::opposes);
        CHECK(voting.members() == counted(board, everybody, kAll).members);
        CHECK(voting.votes() == counted(board, everybody, kAll).votes);
        std::size_t ways = 1;
        for (std::size_t i = 0; i < board.parties; ++i) ways *= 4;
        for (std::size_t way = 0; way < ways; ++way) {
            std::vector<Does> does(board.parties);
            Ballot ballot;
            auto rest = way;
            for (std::uint32_t i = 0; i < board.parties; ++i, rest /= 4) {
                does[i] = static_cast<Does>(rest % 4);
                PartyId party;
                for (std::uint32_t p = 0; p < found->model.parties.size(); ++p)
                    if (found->model.parties[p].name == fmt::format("P{}", i)) party = {p};
                if (does[i] == Does::favours) ballot.in_favour.push_back(party);
                if (does[i] == Does::abstains) ballot.abstaining.push_back(party);
                if (does[i] == Does::stays_away) ballot.absent.push_back(party);
            }
            const auto expected = on_paper(board, does), got = voting.result({}, ballot);
            ++ballots;
            adopted += expected == VoteResult::adopted;
            tied += expected == VoteResult::tied;
            without += expected == VoteResult::no_quorum;
            if (got != expected) {
                CAPTURE(way);
                CHECK(static_cast<int>(got) == static_cast<int>(expected));
            }
            // The least number that is enough, sought from one on.
            for (std::size_t m = 0; m < board.majority.size(); ++m) {
                long long least = 1;
                const auto limit = counted(board, everybody, kAll).votes + 20;
                while (least <= limit && !enough(board.majority[m], least, board, does)) ++least;
                const auto needed = voting.needed(row.majorities[0].parts[m], ballot);
                REQUIRE(needed);
                if (least <= limit) CHECK(*needed == least);
            }
        }
    }
    if (naive::one_in() == 1) {
        CHECK(ballots > 10'000);
        CHECK(adopted > 1'000);
        CHECK(tied > 50);
        CHECK(without > 1'000);
    }
}
