#include "report/boards.hpp"

#include <algorithm>

#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "graph/boards.hpp"
#include "report/phrases.hpp"

namespace belegd::report {
namespace {

using namespace model;
using syntax::Word;

Text in_words(const std::vector<Text>& parts) {
    std::vector<Text> said;
    for (const auto& each : parts)
        if (!each.empty()) said.push_back(each);
    return joined(said, " ");
}

Text so_many(long long count, bool members) {
    return in_words({number(count), members ? say(count == 1 ? message::a_member : message::some_members)
                                            : say(count == 1 ? message::a_vote : message::some_votes)});
}

Word basis_word(Threshold::Basis basis) {
    using Basis = Threshold::Basis;
    switch (basis) {
        case Basis::not_stated: return Word::none;
        case Basis::members: return Word::of_members;
        case Basis::members_present: return Word::of_members_present;
        case Basis::participants: return Word::of_participants;
        case Basis::votes: return Word::of_votes;
        case Basis::votes_present: return Word::of_votes_present;
        case Basis::votes_cast: return Word::of_votes_cast;
        case Basis::some_votes: return Word::of_some_votes;
    }
    return Word::none;
}

Word tie_word(OnTie then) {
    switch (then) {
        case OnTie::chair: return Word::chair_decides;
        case OnTie::again: return Word::vote_again;
        case OnTie::rejected: return Word::tie_rejects;
        case OnTie::lot: return Word::lot_decides;
    }
    return Word::none;
}

/// `twee derde van de uitgebrachte stemmen`, `ten minste 5 leden`
Text threshold_said(const Threshold& part) {
    const auto basis = basis_word(part.basis);
    const auto of = basis == Word::none ? Text() : phrase(basis);
    const auto than = phrase(part.kind == Threshold::Kind::more_than ? Word::more_in_number : Word::no_fewer);
    if (part.number && (part.basis == Threshold::Basis::members || part.basis == Threshold::Basis::votes))
        return in_words({than, so_many(part.over, part.basis == Threshold::Basis::members)});
    if (part.number) return in_words({than, number(part.over), of});
    if (part.under == 10'000) return in_words({than, amount_said(part.over, "%"), of});
    const auto word = part.kind == Threshold::Kind::all         ? Word::unanimous
                      : part.kind == Threshold::Kind::more_than ? Word::more_than_half
                      : part.under == 2                         ? Word::half
                      : part.under == 3                         ? Word::two_thirds
                                                                : Word::three_quarters;
    return in_words({phrase(word), of});
}

Text all_of(const std::vector<Threshold>& parts) {
    Text out;
    for (const auto& each : parts)
        out = out.empty() ? threshold_said(each) : in_words({out, phrase(Word::and_also), threshold_said(each)});
    return out;
}

class BoardWriter {
   public:
    BoardWriter(const Model& model, const Board& board, const Voting& voting)
        : m_(model), board_(board), voting_(voting), organ_(organ_name(model, board.organ)) {}

    std::vector<Said> all() && {
        for (const auto& each : board_.seats) put(seats(each), each.backing);
        if (board_.seats.size() > 1 && voting_.members())
            put(say(message::board_in_all, {so_many(*voting_.members(), true)}), {});
        if (board_.chair) put(chair(*board_.chair), board_.chair->backing);
        for (const auto& each : voting_.votes_said()) put(votes(each), each.backing, voting_.votes_by_law());
        weights();
        if (board_.quorum || voting_.quorum_by_law()) quorum();
        majorities();
        tie();
        for (const auto& each : board_.remarks) put(each, {});
        return std::move(out_);
    }

    /// With what it comes to where everybody votes.
    Text majority(const Majority& row) const {
        auto out = row.parts.empty() ? name_of(row.silence) : all_of(row.parts);
        std::vector<Text> come;
        for (const auto& part : row.parts)
            if (auto said = comes_to(part); !said.empty()) come.push_back(std::move(said));
        if (!come.empty()) out = say(message::if_all_vote, {out, listed(come)});
        return out;
    }

   private:
    void put(const Text& text, const Backing& backing, bool by_law = false) {
        const auto said = by_law ? say(message::so_by_law, {text}) : text;
        // The first line says of which board it is.
        const auto name = board_.title.empty() ? organ_ : say(message::who_how, {organ_, board_.title});
        out_.push_back(stated(m_, say(message::function_line, {name, said}), backing));
        if (out_.size() == 1) add_notes(m_, board_.backing, out_.front());
    }

    Text seats(const Board::Seats& row) const {
        const auto how_many = row.number ? so_many(*row.number, true) : members_of_range(row);
        std::vector<Text> parts{phrase(Word::consists_of, how_many)};
        if (row.each) parts.push_back(phrase(Word::per_participant));
        if (!row.of.empty()) parts.push_back(phrase(Word::on_behalf, parties_said(m_, row.of)));
        if (row.jointly) parts.push_back(phrase(Word::jointly));
        if (!row.by_names.empty()) parts.push_back(phrase(Word::by, listed(row.by_names)));
        if (row.from_midst) parts.push_back(phrase(Word::from_its_midst));
        if (row.term) parts.push_back(phrase(Word::duration, name_of(*row.term)));
        if (row.substitutes)
            parts.push_back(phrase(*row.substitutes ? Word::with_substitutes : Word::without_substitutes));
        std::vector<Text> when;
        if (row.in_absence) when.push_back(phrase(Word::in_absence));
        if (row.on_interest) when.push_back(phrase(Word::on_interest));
        if (!when.empty()) parts.push_back(listed(when));
        return in_words(parts);
    }

    static Text members_of_range(const Board::Seats& row) {
        if (!row.at_least && !row.at_most) return say(message::so_many_not_stated);
        if (row.at_least && row.at_most)
            return say(message::members_from_to, {number(*row.at_least), number(*row.at_most)});
        return row.at_least ? phrase(Word::no_fewer, so_many(*row.at_least, true))
                            : phrase(Word::at_most, so_many(*row.at_most, true));
    }

    /// What a part comes to, of how many; of a range from the least to the most.
    Text comes_to(const Threshold& part) const {
        const bool members = counts_members(part.basis);
        const auto whole = members ? voting_.members() : counts_votes(part.basis) ? voting_.votes() : std::nullopt;
        if (const auto least = voting_.needed(part, {}); !part.number && least && whole)
            return say(message::so_many_of, {number(*least), so_many(*whole, members)});
        const auto least = voting_.needed_range(part);
        const auto of = members                    ? voting_.members_range()
                        : counts_votes(part.basis) ? voting_.votes_range()
                                                   : std::nullopt;
        if (part.number || !least || !of) return {};
        const auto many = [](const Voting::Range& each) {
            return each.first == each.second ? number(each.first)
                                             : say(message::many_through, {number(each.first), number(each.second)});
        };
        return say(message::so_many_of,
                   {many(*least), in_words({many(*of), say(members ? message::some_members : message::some_votes)})});
    }

    Text chair(const Board::Chair& row) const {
        std::vector<Text> parts{
            phrase(Word::chaired_by, row.silence == Silence::none ? listed(row.names) : name_of(row.silence))};
        if (row.no_member) parts.push_back(phrase(Word::no_member));
        if (row.without_vote) parts.push_back(phrase(Word::without_vote));
        if (!row.substitute_names.empty()) parts.push_back(phrase(Word::substitute, listed(row.substitute_names)));
        return in_words(parts);
    }

    Text votes(const Board::Votes& row) const {
        if (row.by == Board::Votes::By::key) {
            std::vector<Text> parts{phrase(Word::votes_by, words(row.key_said))};
            if (row.step) parts.push_back(phrase(row.started ? Word::started : Word::full_number, grouped(*row.step)));
            if (row.at_least) parts.push_back(phrase(Word::no_fewer, number(*row.at_least)));
            if (row.at_most) parts.push_back(phrase(Word::at_most, number(*row.at_most)));
            return in_words(parts);
        }
        const auto word = row.by == Board::Votes::By::member ? Word::votes_per_member : Word::votes_per_participant;
        if (row.number) return phrase(word, number(*row.number));
        std::vector<Text> all;
        for (const auto& each : row.own) {
            const auto who = each.party ? model::name_of(m_, *each.party) : Text(each.who);
            all.push_back(in_words({who, each.number ? number(*each.number) : say(message::not_stated)}));
        }
        return phrase(word, all.empty() ? say(message::not_stated) : joined(all, ", "));
    }

    static Text grouped(long long count) { return amount_said(count * 100, ""); }

    /// Who has how many, and how many there are together.
    void weights() {
        if (!voting_.votes()) return;
        std::vector<Text> all;
        bool alike = true;
        const auto& first = voting_.delegations();
        for (const auto& each : first) {
            if (!each.votes || each.parties.empty())
                return put(say(message::board_in_all, {so_many(*voting_.votes(), false)}), {});
            alike = alike && each.votes == first.front().votes;
            all.push_back(in_words({parties_said(m_, each.parties), number(*each.votes)}));
        }
        const auto together = so_many(*voting_.votes(), false);
        put(alike || all.size() < 2 ? say(message::board_in_all, {together})
                                    : say(message::votes_in_all, {together, joined(all, ", ")}),
            {});
    }

    void quorum() {
        const auto* row = voting_.quorum();
        if (row == nullptr) return put(phrase(Word::quorum, name_of(board_.quorum->silence)), board_.quorum->backing);
        auto text = phrase(Word::quorum, all_of(row->parts));
        std::vector<Text> come;
        for (const auto& part : row->parts)
            if (auto said = comes_to(part); !said.empty()) come.push_back(std::move(said));
        if (!come.empty()) text = say(message::who_how, {text, listed(come)});
        put(text, row->backing, voting_.quorum_by_law());
    }

    void majorities() {
        const auto* general = voting_.majority({});
        if (general != nullptr && voting_.by_law(*general))
            put(phrase(Word::majority, majority(*general)), general->backing, true);
        for (const auto& each : board_.majorities) {
            auto text = phrase(Word::majority, majority(each));
            if (!each.about.empty()) {
                std::vector<Text> about;
                for (const auto& one : each.about) about.push_back(subject(one));
                text = joined({text, phrase(Word::concerns, titles_listed(about))}, ", ");
            }
            put(text, each.backing);
        }
    }
    Text subject(const std::string& name) const {
        for (const auto& each : m_.decisions)
            if (goes_by(each, name)) return title_of_row(each);
        return printable(name);
    }

    void tie() {
        const auto& then = voting_.on_tie();
        if (then.empty() && board_.tie_silence == Silence::none) return;
        Text said;
        for (const auto each : then)
            said = said.empty() ? phrase(tie_word(each)) : say(message::and_then, {said, phrase(tie_word(each))});
        const auto text = then.empty() ? name_of(board_.tie_silence) : said;
        put(phrase(Word::on_tie, text), voting_.tie_by_law() ? voting_.law()->tie_backing : board_.tie_backing,
            voting_.tie_by_law());
    }

    const Model& m_;
    const Board& board_;
    const Voting& voting_;
    Text organ_;
    std::vector<Said> out_;
};

Day looked_at(const graph::World& world, CooperationId id, const Board& board, std::optional<Day> day) {
    return day ? *day : graph::days_of_change(world, id, board).back();
}

}  // namespace

std::vector<Said> boards_said(const Model& model, CooperationId id, const graph::World& world, std::optional<Day> day) {
    std::vector<Said> out;
    for (const auto& board : model[id].boards) {
        const auto voting = graph::voting_on(world, id, board, looked_at(world, id, board, day));
        for (auto& each : BoardWriter(model, board, voting).all()) out.push_back(std::move(each));
    }
    return out;
}

namespace {

Text to_change_said(const graph::ToChange& asked, bool dissolve) {
    auto said = asked.asked->parts.empty() ? name_of(asked.asked->silence) : all_of(asked.asked->parts);
    if (asked.needed)
        said = say(message::who_how,
                   {said, say(message::participants_needed,
                              {number(*asked.needed), number(static_cast<long long>(asked.participants.size()))})});
    return phrase(dissolve ? Word::dissolve_by : Word::change_by, said);
}

}  // namespace

std::vector<Said> changes_said(const Model& model, CooperationId id, const graph::World& world,
                               std::optional<Day> day) {
    std::vector<Said> out;
    const auto force = world.force(id);
    const auto looked = day ? *day : force.empty() ? model[id].term.days.from : force.from;
    for (const bool dissolve : {false, true})
        if (const auto asked = graph::to_change_version(world, id, looked, dissolve))
            out.push_back(stated(model, to_change_said(*asked, dissolve), asked->asked->backing));
    return out;
}

namespace {

/// What a decision asks of the participants of what it changes or ends as a whole.
void needs_of_participants(const Model& model, const Decision& decision, const graph::World& world,
                           std::vector<Text>& out) {
    const DecisionId id{static_cast<std::uint32_t>(&decision - model.decisions.data())};
    const auto put = [&](CooperationId first, Day day, bool dissolve) {
        if (const auto asked = graph::to_change(world, first, decision.taken ? decision.taken->first : day, dissolve))
            out.push_back(to_change_said(*asked, dissolve));
    };
    const auto see = [&](const std::vector<Ending>& all) {
        for (const auto& each : all)
            if (each.decision == id && each.cooperation.valid() && !each.revoked.valid() && !each.parties &&
                !each.only_version.valid())
                put(model[each.cooperation].first_version, each.per.first.previous(), true);
    };
    see(model.endings);
    for (const auto& variant : model.variants) see(variant.endings);
    for (std::uint32_t i = 0; i < model.cooperations.size(); ++i) {
        const auto& each = model.cooperations[i];
        if (each.amended_in != id || !world.visible(each.variant)) continue;
        const auto from = each.term.stated().from;
        put(each.first_version, from == kNoBegin ? from : from.previous(), false);
    }
}

}  // namespace

std::vector<Text> needs_said(const Model& model, const Decision& decision, const graph::World& world) {
    std::vector<Text> out;
    needs_of_participants(model, decision, world, out);
    if (!decision.by || decision.by->owner != Actor::Owner::cooperation) return out;
    const CooperationId first{decision.by->index};
    // What holds on the day of the decision, else in the last text.
    const Board* found = nullptr;
    CooperationId version;
    for (const auto i : world.versions(first)) {
        const auto force = world.force({i});
        if (force.empty() || (decision.taken && !force.contains(decision.taken->first))) continue;
        for (const auto& board : model.cooperations[i].boards)
            if (board.organ == decision.by->organ) found = &board, version = {i};
    }
    if (found == nullptr) return out;
    const auto day = decision.taken ? decision.taken->first : looked_at(world, version, *found, std::nullopt);
    const auto voting = graph::voting_on(world, version, *found, day);
    const auto* row = voting.majority(decision.name);
    // A decision may be named by what it is about, or by its title.
    for (const auto& title : {decision.title.nl, decision.title.en})
        if (const auto* other = voting.majority(title); other != nullptr && !other->about.empty()) row = other;
    if (row != nullptr) out.push_back(phrase(Word::majority, BoardWriter(model, *found, voting).majority(*row)));
    return out;
}

}  // namespace belegd::report
