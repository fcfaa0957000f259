// Boards: who makes them up, what votes there are, and how many of them a decision asks for.
#include "resolve/statements/boards.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "model/describe.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/cooperations.hpp"
#include "syntax/examples.hpp"

namespace belegd::resolve {
namespace {

using syntax::Tree;
using Basis = Threshold::Basis;

/// A part of a whole by its word: of `twee derde` two of three.
std::optional<Threshold> part_said(Word word) {
    using Kind = Threshold::Kind;
    switch (word) {
        case Word::more_than_half: return Threshold{Kind::more_than, false, 1, 2};
        case Word::half: return Threshold{Kind::at_least, false, 1, 2};
        case Word::two_thirds: return Threshold{Kind::at_least, false, 2, 3};
        case Word::three_quarters: return Threshold{Kind::at_least, false, 3, 4};
        case Word::unanimous: return Threshold{Kind::all, false, 1, 1};
        default: return std::nullopt;
    }
}

std::optional<Basis> basis_said(Word word) {
    switch (word) {
        case Word::of_members: return Basis::members;
        case Word::of_members_present: return Basis::members_present;
        case Word::of_participants: return Basis::participants;
        case Word::of_votes: return Basis::votes;
        case Word::of_votes_present: return Basis::votes_present;
        case Word::of_votes_cast: return Basis::votes_cast;
        case Word::of_some_votes: return Basis::some_votes;
        default: return std::nullopt;
    }
}

std::optional<OnTie> tie_said(Word word) {
    switch (word) {
        case Word::chair_decides: return OnTie::chair;
        case Word::vote_again: return OnTie::again;
        case Word::tie_rejects: return OnTie::rejected;
        case Word::lot_decides: return OnTie::lot;
        default: return std::nullopt;
    }
}

Silence silence_in(const Phrase& clause) {
    for (const auto& item : clause.items)
        if (item.value != Word::none) return silence_of(item.value);
    return clause.clause(Word::not_stated) != nullptr ? Silence::not_stated : Silence::none;
}

class BoardReader {
   public:
    BoardReader(Resolution& r, const Tree& tree, const Context& context, OrganId organ)
        : r_(r), tree_(tree), context_(context) {
        out_.organ = organ;
        out_.article = context.article;
    }

    /// What is asked of a quorum or majority.
    Majority majority(const Phrase& clause) {
        Majority out;
        out.span = clause.whole;
        out.backing = backing_of(r_, clause);
        out.silence = silence_in(clause);
        const bool of_half = clause.word != Word::quorum;
        for (const auto& each : clause.clauses) {
            if (each.word == Word::concerns)
                for (const auto& item : each.items) subjects(item, out.about);
            const bool number = each.word == Word::no_fewer || each.word == Word::more_in_number;
            if (const auto part = number ? limit(each) : part_said(each.word)) out.parts.push_back(*part);
            if (const auto basis = basis_said(each.word)) {
                // `meerderheid van de uitgebrachte stemmen`: more than half of them.
                if (out.parts.empty() && of_half) out.parts.emplace_back();
                if (out.parts.empty())
                    r_.report(Code::N05, say(message::how_much_of_it, {quoted(syntax::info(each.word).phrase)}),
                              each.span, {{say(message::for_example, {syntax::example_of(clause.word)})}});
                else
                    out.parts.back().basis = *basis;
            }
        }
        if (out.parts.empty() && out.silence == Silence::none && of_half && !clause.broken) out.parts.emplace_back();
        const bool of_nothing = std::any_of(out.parts.begin(), out.parts.end(), [](const Threshold& part) {
            return part.number && part.basis == Basis::not_stated;
        });
        const bool told = std::any_of(clause.clauses.begin(), clause.clauses.end(),
                                      [](const Phrase& each) { return basis_said(each.word).has_value(); });
        const bool nothing = out.parts.empty() && out.silence == Silence::none && !told && !clause.broken;
        if (nothing || of_nothing)
            r_.report(Code::N05,
                      say(nothing ? message::majority_of_what : message::members_or_votes,
                          {quoted(syntax::info(clause.word).phrase)}),
                      clause.span, {{say(message::for_example, {syntax::example_of(clause.word)})}});
        if (of_nothing) out.parts.clear();
        return out;
    }

    Board read(const Phrase& phrase) {
        out_.title = phrase.title;
        out_.span = name_span(phrase);
        out_.backing = backing_of(r_, phrase);
        each_clause(r_, tree_, phrase, [&](const Phrase& clause) { see(clause); });
        return std::move(out_);
    }

   private:
    void see(const Phrase& clause) {
        switch (clause.word) {
            case Word::consists_of: seats(clause); break;
            case Word::chaired_by: chair(clause); break;
            case Word::votes_per_member:
            case Word::votes_per_participant: votes(clause); break;
            case Word::votes_by: weighed(clause); break;
            case Word::quorum:
                if (!twice(out_.quorum ? out_.quorum->span : Span{}, clause)) out_.quorum = majority(clause);
                break;
            case Word::majority: add_majority(clause); break;
            case Word::on_tie: tie(clause); break;
            case Word::remark: out_.remarks.push_back(remark_of(clause)); break;
            case Word::source:
            case Word::according_to: merge(out_.backing, backing_of_clause(r_, clause)); break;
            default: break;
        }
    }

    /// What a board has once: the first counts.
    bool twice(Span before, const Phrase& clause) {
        if (before.empty()) return false;
        r_.report(Code::N11,
                  say(message::said_twice,
                      {quoted(syntax::info(clause.word).phrase), quoted(organ_name(r_.model, out_.organ))}),
                  clause.whole, {{say(message::first_counts)}}, {{before, say(message::this_counts)}});
        return true;
    }

    /// A whole number, of members or of votes.
    std::optional<long long> whole(const Phrase& clause, Word unit) {
        const auto found = quantity_of(r_, clause, tree_);
        if (!found) return std::nullopt;
        const bool fits =
            !found->money && found->hundredths % 100 == 0 && (found->unit == Word::none || found->unit == unit);
        if (fits) return found->hundredths / 100;
        r_.report(Code::N05, say(message::board_whole_number, {quoted(syntax::info(clause.word).phrase)}), clause.span,
                  {{say(message::for_example, {syntax::example_of(clause.word)})}});
        return std::nullopt;
    }

    void seats(const Phrase& clause) {
        Board::Seats row;
        row.span = clause.whole;
        row.backing = backing_of(r_, clause);
        row.number = whole(clause, Word::unit_members);
        for (const auto& each : clause.clauses) switch (each.word) {
                case Word::no_fewer: row.at_least = whole(each, Word::unit_members); break;
                case Word::at_most: row.at_most = whole(each, Word::unit_members); break;
                case Word::per_participant: row.each = true; break;
                case Word::jointly: row.jointly = true; break;
                case Word::on_behalf: row.of = parties_named(r_, each.items, context_); break;
                case Word::by:
                    row.by = known_actors(r_, each, context_);
                    row.by_names = names_as_written(r_, each);
                    tell_unknown_actors(r_, each);
                    break;
                case Word::from_its_midst: row.from_midst = true; break;
                case Word::duration: row.term = duration_of(r_, each, tree_); break;
                case Word::with_substitutes:
                    row.substitutes = true;
                    row.in_absence = each.clause(Word::in_absence) != nullptr;
                    row.on_interest = each.clause(Word::on_interest) != nullptr;
                    break;
                case Word::without_substitutes: row.substitutes = false; break;
                default: break;
            }
        if (row.at_least && row.at_most && *row.at_least > *row.at_most) {
            r_.report(Code::N05,
                      say(message::range_turned, {std::to_string(*row.at_least), std::to_string(*row.at_most)}),
                      clause.span, {{say(message::range_example)}});
            row.at_least.reset(), row.at_most.reset();
        }
        if (row.jointly && (row.each || row.of.size() < 2)) {
            r_.report(Code::N05, say(message::seats_jointly_of_whom), clause.span,
                      {{say(message::seats_jointly_example)}});
            row.jointly = false;
        }
        if (row.of.size() > 1 && !row.each && !row.jointly) {
            r_.report(Code::N07, say(message::seats_each_or_jointly), clause.span,
                      {{say(message::seats_each_way, {syntax::info(Word::per_participant).phrase})},
                       {say(message::seats_jointly_way, {syntax::info(Word::jointly).phrase})}});
            // How many each of them has, is not known.
            row.each = true;
            row.number.reset();
        }
        out_.seats.push_back(std::move(row));
    }

    void chair(const Phrase& clause) {
        if (twice(out_.chair ? out_.chair->span : Span{}, clause)) return;
        auto& row = out_.chair.emplace(model::Board::Chair{});
        row.span = clause.whole;
        row.backing = backing_of(r_, clause);
        row.silence = silence_in(clause);
        if (row.silence == Silence::none) {
            row.actors = known_actors(r_, clause, context_);
            row.names = names_as_written(r_, clause);
            tell_unknown_actors(r_, clause);
        }
        for (const auto& each : clause.clauses) {
            if (each.word == Word::no_member) row.no_member = true;
            if (each.word == Word::without_vote) row.without_vote = true;
            if (each.word != Word::substitute) continue;
            row.substitutes = known_actors(r_, each, context_);
            row.substitute_names = names_as_written(r_, each);
        }
    }

    void votes(const Phrase& clause) {
        Board::Votes row;
        row.by = clause.word == Word::votes_per_member ? Board::Votes::By::member : Board::Votes::By::participant;
        row.span = clause.whole;
        row.backing = backing_of(r_, clause);
        if (clause.argument != 0) row.number = whole(clause, Word::unit_votes);
        for (const auto& item : clause.items) {
            if (item.value != Word::none && item.argument == 0 && item.text.empty()) continue;
            if (item.kind == Item::Kind::value) continue;
            Board::Votes::Own own{std::string(item.text), payer_named(r_, item), std::nullopt};
            if (item.argument != 0) {
                const auto written = r_.sources.text(tree_.span(item.argument));
                const auto value = percentage_of(written, tree_.language);
                if (value && value->over * 100 % value->under == 0)
                    own.number = value->over * 100 / value->under;
                else
                    tell_unclear_number(r_, written, tree_, item.argument);
            }
            row.own.push_back(std::move(own));
        }
        const auto same = std::find_if(out_.votes.begin(), out_.votes.end(),
                                       [](const Board::Votes& each) { return each.own.empty(); });
        if (row.own.empty() && twice(same == out_.votes.end() ? Span{} : same->span, clause)) return;
        out_.votes.push_back(std::move(row));
    }

    void weighed(const Phrase& clause) {
        if (clause.items.empty()) return;
        Board::Votes row;
        row.by = Board::Votes::By::key;
        row.span = clause.whole;
        row.backing = backing_of(r_, clause);
        row.key_said = text_of(r_, clause);
        for (const auto& each : clause.clauses) switch (each.word) {
                case Word::started:
                case Word::full_number:
                    row.step = whole(each, Word::none);
                    row.started = each.word == Word::started;
                    break;
                case Word::no_fewer: row.at_least = whole(each, Word::unit_votes); break;
                case Word::at_most: row.at_most = whole(each, Word::unit_votes); break;
                default: break;
            }
        const auto same = std::find_if(out_.votes.begin(), out_.votes.end(),
                                       [](const Board::Votes& each) { return each.own.empty(); });
        if (!twice(same == out_.votes.end() ? Span{} : same->span, clause)) out_.votes.push_back(std::move(row));
    }

    /// `ten minste 60 %`, `ten minste 5 leden`, `meer dan 5 stemmen`
    std::optional<Threshold> limit(const Phrase& clause) {
        const auto found = quantity_of(r_, clause, tree_);
        if (!found) return std::nullopt;
        Threshold out;
        out.kind = clause.word == Word::more_in_number ? Threshold::Kind::more_than : Threshold::Kind::at_least;
        if (found->unit == Word::percent) {
            out.over = found->hundredths;
            out.under = 10'000;
            return out;
        }
        out.number = true;
        out.over = found->hundredths / 100;
        out.under = 1;
        if (found->unit == Word::unit_members) out.basis = Basis::members;
        if (found->unit == Word::unit_votes) out.basis = Basis::votes;
        return out;
    }

    /// `betreft begroting en toetreding`: two, unless it stands in quotation marks.
    static void subjects(const Item& item, std::vector<std::string>& out) {
        std::string_view rest = item.text;
        for (std::size_t at = 0;
             item.kind == Item::Kind::name && (at = rest.find(' ', at)) != std::string_view::npos;) {
            const auto next = rest.find(' ', at + 1);
            if (next == std::string_view::npos) break;
            if (syntax::is_and(folded(rest.substr(at + 1, next - at - 1)))) {
                out.emplace_back(rest.substr(0, at));
                rest.remove_prefix(next + 1);
                at = 0;
            } else {
                at = next;
            }
        }
        out.emplace_back(rest);
    }

    void add_majority(const Phrase& clause) {
        auto row = majority(clause);
        for (const auto& before : out_.majorities) {
            bool same = before.about.empty() && row.about.empty();
            for (const auto& a : before.about)
                for (const auto& b : row.about) same = same || folded(a) == folded(b);
            if (same && twice(before.span, clause)) return;
        }
        out_.majorities.push_back(std::move(row));
    }

    void tie(const Phrase& clause) {
        if (twice(out_.tie_span, clause)) return;
        out_.tie_span = clause.whole;
        out_.tie_backing = backing_of(r_, clause);
        out_.tie_silence = silence_in(clause);
        for (const auto& each : clause.clauses)
            if (const auto then = tie_said(each.word)) out_.on_tie.push_back(*then);
        if (out_.on_tie.empty() && out_.tie_silence == Silence::none && !clause.broken)
            r_.report(Code::N05, say(message::tie_what_then), clause.span,
                      {{say(message::for_example, {syntax::example_of(clause.word)})}});
    }

    Resolution& r_;
    const Tree& tree_;
    const Context& context_;
    Board out_{};
};

}  // namespace

Majority read_majority(Resolution& r, const Tree& tree, const Phrase& clause) {
    auto out = BoardReader(r, tree, {}, {}).majority(clause);
    // Who changes or dissolves an arrangement are its participants, where nothing else is said.
    for (auto& part : out.parts)
        if (part.basis == Basis::not_stated) part.basis = Basis::participants;
    return out;
}

std::optional<Board> read_board(Resolution& r, const Tree& tree, const Phrase& phrase, const Context& context) {
    if (phrase.items.empty()) return std::nullopt;
    const auto organ = known_organ(r, phrase.items.front());
    if (!organ) return std::nullopt;
    auto out = BoardReader(r, tree, context, *organ).read(phrase);
    if (out.seats.empty() && out.votes.empty() && !out.chair && !out.quorum && out.majorities.empty() &&
        out.tie_span.empty() && !phrase.broken)
        r.report(Code::N05, say(message::board_of_whom), phrase.span,
                 {{say(message::for_example, {syntax::example_of(Word::consists_of)})}});
    return out;
}

void Cooperations::board(const Place& place, const Phrase& phrase) {
    Context context;
    context.tree = phrase.tree;
    context.cooperation = place.id;
    context.article = place.article;
    auto read = read_board(r_, *phrase.tree, phrase, context);
    if (!read) return;
    auto& all = model_[place.id].boards;
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const Board& each) { return each.organ == read->organ; });
    // An amendment says of a board anew how it is; twice in one text is twice.
    const bool of_before =
        known != all.end() &&
        std::any_of(model_.cooperations.begin(), model_.cooperations.end(), [&](const Cooperation& other) {
            return &other != &model_[place.id] && has_board(other, known->span);
        });
    if (known != all.end() && !(place.amending && of_before)) {
        r_.report(
            Code::N02,
            say(message::declared_twice, {syntax::info(Word::board).phrase, quoted(organ_name(model_, read->organ))}),
            read->span, {{say(message::first_counts)}}, {{known->span, say(message::declared_here)}});
        return;
    }
    auto& organs = model_[place.id].organs;
    if (!has_organ(organs, read->organ)) organs.push_back(read->organ);
    if (known == all.end())
        all.push_back(std::move(*read));
    else
        *known = std::move(*read);
}

bool has_board(const Cooperation& cooperation, Span span) {
    return std::any_of(cooperation.boards.begin(), cooperation.boards.end(),
                       [&](const Board& each) { return each.span == span; });
}

void link_boards(Resolution& r) {
    const auto link = [&](std::vector<Board>& boards) {
        for (auto& board : boards)
            for (auto& votes : board.votes)
                for (std::uint32_t i = 0; i < r.model.division_keys.size(); ++i)
                    if (!votes.key.valid() && votes.by == Board::Votes::By::key &&
                        goes_by(r.model.division_keys[i], votes.key_said))
                        votes.key = {i};
    };
    for (auto& cooperation : r.model.cooperations) link(cooperation.boards);
    for (auto& form : r.model.forms) link(form.boards);
}

}  // namespace belegd::resolve
