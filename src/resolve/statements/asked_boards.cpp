// Tests that ask of a board: how many members and votes there are, what a proposal needs, and what comes of a vote.
#include <algorithm>

#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/names/organs.hpp"
#include "resolve/names/parties.hpp"
#include "resolve/statements/asked.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

using syntax::Tree;
using BoardAsked = AskedBoard::What;

constexpr Word kQuestions[] = {Word::counts,    Word::needed,    Word::adopted_with, Word::not_adopted_with,
                               Word::tied_with, Word::no_quorum, Word::absent,       Word::abstaining};

std::optional<BoardAsked> board_question(Word word) {
    switch (word) {
        case Word::counts: return BoardAsked::counts;
        case Word::needed: return BoardAsked::needed;
        case Word::adopted_with: return BoardAsked::adopted;
        case Word::not_adopted_with: return BoardAsked::not_adopted;
        case Word::tied_with: return BoardAsked::tied;
        case Word::no_quorum: return BoardAsked::no_quorum;
        default: return std::nullopt;
    }
}

const Phrase* board_asking(const Phrase& test) {
    for (const auto word : kQuestions)
        if (board_question(word))
            if (const auto* found = anywhere(test, word)) return found;
    return nullptr;
}

/// What such a question has no room for.
const Phrase* beside_a_board(const Phrase& phrase, const Phrase& asks) {
    const bool counts = asks.word == Word::counts, votes = !counts && asks.word != Word::needed;
    for (const auto& each : phrase.clauses) {
        bool known = &each == &asks;
        switch (each.word) {
            case Word::of:
            case Word::on:
            case Word::in:
            case Word::undetermined:
            case Word::not_stated: known = true; break;
            case Word::for_: known = known || counts; break;
            case Word::concerns:
            case Word::absent: known = known || !counts; break;
            case Word::abstaining: known = known || !counts; break;
            case Word::adopted_with: known = known || (votes && asks.word == Word::no_quorum); break;
            default: break;
        }
        if (!known) return &each;
        if (const auto* found = beside_a_board(each, asks)) return found;
    }
    return nullptr;
}

/// `algemeen bestuur van dienst`: a board of a cooperation; told where it is none.
bool name_board(Resolution& r, const Phrase& test, AskedBoard& out) {
    const auto* of = test.clause(Word::of);
    if (test.items.size() != 1 || of == nullptr || of->items.size() != 1) {
        r.report(Code::N05, say(message::asked_board_of_what), test.span, {{say(message::asked_board_example)}});
        return false;
    }
    const auto owner = named_cooperation(r, of->items.front().text, of->items.front().span);
    if (!owner) return false;
    const auto organ = known_organ(r, test.items.front());
    if (!organ) return false;
    const auto cooperation = r.owners[*owner].cooperation;
    if (!cooperation.valid()) {
        r.report(Code::N03, say(message::asked_board_of_what), of->items.front().span,
                 {{say(message::asked_board_example)}});
        return false;
    }
    out.organ = *organ;
    out.cooperation = r.model[cooperation].first_version;
    r.used(NameKind::party, *owner, of->items.front().span);
    const bool there =
        std::any_of(r.model.cooperations.begin(), r.model.cooperations.end(), [&](const Cooperation& each) {
            return each.first_version == out.cooperation && has_organ(each.organs, *organ);
        });
    if (!there)
        r.report(Code::N01,
                 say(message::no_such_board,
                     {quoted(Text(test.items.front().text)), quoted(Text(r.model[out.cooperation].name))}),
                 test.items.front().span);
    return there;
}

/// How many, and of what; nothing where it is no whole number.
bool read_number(Resolution& r, const Tree& tree, const Phrase& asks, AskedBoard& out) {
    const auto found = quantity_of(r, asks, tree);
    if (!found) return false;
    const bool known =
        found->unit == Word::none || found->unit == Word::unit_members || found->unit == Word::unit_votes;
    if (found->money || found->hundredths % 100 != 0 || !known) {
        r.report(Code::N05, say(message::board_whole_number, {quoted(syntax::info(asks.word).phrase)}), asks.span,
                 {{say(message::asked_board_example)}});
        return false;
    }
    out.number = found->hundredths / 100;
    out.unit = found->unit == Word::unit_members ? AskedBoard::Unit::members
               : found->unit == Word::unit_votes ? AskedBoard::Unit::votes
                                                 : AskedBoard::Unit::not_stated;
    if (out.what == BoardAsked::counts && out.unit == AskedBoard::Unit::not_stated) {
        r.report(Code::N05, say(message::members_or_votes, {quoted(syntax::info(asks.word).phrase)}), asks.span,
                 {{say(message::asked_board_example)}});
        return false;
    }
    return true;
}

}  // namespace

bool asks_of_boards(const Phrase& test) {
    return anywhere(test, Word::concerns) != nullptr ||
           std::any_of(std::begin(kQuestions), std::end(kQuestions),
                       [&](Word word) { return anywhere(test, word) != nullptr; });
}

std::optional<AskedBoard> asked_board(Resolution& r, const Tree& tree, const Phrase& test) {
    const auto* asks = board_asking(test);
    if (asks == nullptr) {
        r.report(Code::N05, say(message::asked_board_what), test.span, {{say(message::asked_board_example)}});
        return std::nullopt;
    }
    AskedBoard out;
    out.what = *board_question(asks->word);
    if (!name_board(r, test, out)) return std::nullopt;
    if (const auto* clause = beside_a_board(test, *asks)) {
        r.report(Code::N04, say(message::asked_board_not_with, {quoted(syntax::info(clause->word).phrase)}),
                 clause->span, {{say(message::asked_board_example)}});
        return std::nullopt;
    }
    const auto parties = [&](Word word) {
        const auto* clause = anywhere(test, word);
        return clause == nullptr ? std::vector<PartyId>() : parties_named(r, clause->items);
    };
    if (board_question(asks->word) && asks->word != Word::no_quorum &&
        syntax::info(asks->word).shape == syntax::Shape::Names)
        out.in_favour = parties_named(r, asks->items);
    out.absent = parties(Word::absent);
    out.abstaining = parties(Word::abstaining);
    if (const auto* about = anywhere(test, Word::concerns); about != nullptr && !about->items.empty())
        out.about = std::string(about->items.front().text);
    const bool silent =
        std::any_of(asks->items.begin(), asks->items.end(), [](const Item& each) { return each.value != Word::none; });
    out.not_stated = silent || anywhere(test, Word::not_stated) != nullptr;
    out.cannot_be_said = anywhere(test, Word::undetermined) != nullptr;
    const bool number = out.what == BoardAsked::counts || out.what == BoardAsked::needed;
    if (number && !out.not_stated && !out.cannot_be_said && !read_number(r, tree, *asks, out)) return std::nullopt;
    return out;
}

}  // namespace belegd::resolve
