// What a cooperation says of itself once: its form, its term, its seat; and what it says of that twice.
#include "resolve/statements/cooperations.hpp"

#include <algorithm>
#include <functional>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/boards.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"
#include "syntax/examples.hpp"

namespace belegd::resolve {
using syntax::Tree;

namespace {

/// How far the word that begins a clause goes, with the blanks behind it.
std::size_t word_length(const Phrase& clause, const Tree& tree) {
    auto first = tree[clause.node].end;
    for (const auto child : tree.children(clause.node)) {
        first = tree[child].begin;
        break;
    }
    return first > clause.whole.begin ? first - clause.whole.begin : 0;
}

Endless endless_of(Word word) { return word == Word::until_notice ? Endless::until_notice : Endless::indefinite; }

/// What a cooperation says of itself once.
struct SaidOnce {
    Word word;
    OtherReading::Of of;
    Backing Cooperation::*backing;  ///< what stands behind it; none for participants, who are weighed one by one
    /// Takes back what the first of two readings said, where the second counts.
    void (*forget)(Cooperation& cooperation, FormId family);
};

void forget_nothing(Cooperation&, FormId) {}  // the second reading replaces it
void forget_form(Cooperation& cooperation, FormId family) {
    cooperation.form = family;
    cooperation.form_span = {};
}
void forget_term(Cooperation& cooperation, FormId) {
    cooperation.renewed.reset();
    cooperation.renewed_times = 0;
    cooperation.no_renewal = false;
    cooperation.retroactive.reset();
}
void forget_notice(Cooperation& cooperation, FormId) { cooperation.notice.reset(); }
void forget_status(Cooperation& cooperation, FormId) { cooperation.status = Status::decided; }
void forget_concluded(Cooperation& cooperation, FormId) { cooperation.concluded.reset(); }
void forget_published(Cooperation& cooperation, FormId) { cooperation.published.reset(); }

using Of = OtherReading::Of;
constexpr SaidOnce kSaidOnce[] = {
    {Word::form, Of::form, &Cooperation::form_backing, forget_form},
    {Word::valid, Of::term, &Cooperation::term_backing, forget_term},
    {Word::notice, Of::notice, &Cooperation::notice_backing, forget_notice},
    {Word::no_notice, Of::notice, &Cooperation::notice_backing, forget_notice},
    {Word::seat, Of::seat, &Cooperation::seat_backing, forget_nothing},
    {Word::status, Of::status, &Cooperation::status_backing, forget_status},
    {Word::concluded_on, Of::concluded, &Cooperation::concluded_backing, forget_concluded},
    {Word::published, Of::published, &Cooperation::published_backing, forget_published},
    {Word::centre, Of::centre, &Cooperation::centre_backing, forget_nothing},
    {Word::participants, Of::participants, nullptr, forget_nothing},
};

/// Nothing for what a cooperation may say again.
const SaidOnce* said_once(Word word) {
    const auto found = std::find_if(std::begin(kSaidOnce), std::end(kSaidOnce),
                                    [&](const SaidOnce& each) { return each.word == word; });
    return found == std::end(kSaidOnce) ? nullptr : found;
}

}  // namespace

Text with_sources(const Model& model, const Text& says, const Backing& backing) {
    std::vector<Text> titles;
    for (const auto& each : backing.documents) {
        const auto& document = model[each.document];
        titles.push_back(document.title.empty() ? Text(document.name) : document.title);
    }
    return titles.empty() ? quoted(says) : say(message::says_where, {quoted(says), listed(titles)});
}

bool prevails_in(const Phrase& clause) {
    return clause.word == Word::prevails || std::any_of(clause.clauses.begin(), clause.clauses.end(),
                                                        [](const Phrase& each) { return prevails_in(each); });
}

void Cooperations::head(const Place& place, const Tree& tree, const Phrase& clause) {
    const auto id = place.id;
    auto& cooperation = model_[id];
    if (!place.amending && said_before(id, tree, clause)) return;
    if (const auto* once = said_once(clause.word); once != nullptr && place.amending)
        std::erase_if(cooperation.other_readings, [&](const OtherReading& each) { return each.of == once->of; });
    if ((clause.word == Word::participants || clause.word == Word::scope || clause.word == Word::includes) &&
        clause.items.empty()) {
        const auto& word = syntax::info(clause.word).phrase;
        if (!clause.broken)
            r_.report(Code::N05, say(message::missing_after, {quoted(word), say(message::what_list)}), clause.span,
                      {{say(message::for_example, {syntax::example_of(clause.word)})}});
        return;
    }
    switch (clause.word) {
        case Word::form: form(id, clause); break;
        case Word::participants: participants(place, tree, clause); break;
        case Word::centre:
            if (clause.items.empty()) break;  // the reader has said so
            cooperation.centres = parties_named(r_, clause.items);
            cooperation.centre_open = silence_of(clause.items.front().value);
            cooperation.centre_backing = backing_of(r_, clause);
            break;
        case Word::implements: cooperation.under = under_of(r_, clause); break;
        case Word::valid: valid(place, tree, clause); break;
        case Word::indefinite:
        case Word::until_notice: endless(place, clause); break;
        case Word::no_renewal: not_renewed(place, clause); break;
        case Word::notice:
        case Word::no_notice: notice(cooperation.notice, cooperation.notice_backing, tree, clause); break;
        case Word::seat:
            if (clause.items.empty()) break;  // the reader has said so
            cooperation.seat_open = silence_of(clause.items.front().value);
            cooperation.seat = cooperation.seat_open == Silence::none ? std::string(clause.items.front().text) : "";
            cooperation.seat_backing = backing_of(r_, clause);
            break;
        case Word::includes:
        case Word::signed_by:
        case Word::scope: later_.emplace_back(place, clause); break;
        case Word::organs:
            for (const auto& item : divided_items(r_, clause.items, {NameKind::party}))
                add_organ(cooperation, named_organ(r_, item));
            break;
        case Word::status:
            cooperation.status = status_of(clause, tree).value_or(cooperation.status);
            cooperation.status_stated = true;
            cooperation.status_backing = backing_of(r_, clause);
            break;
        case Word::provides:
        case Word::provides_not: provides(place, clause); break;
        case Word::change_by: cooperation.change_by = read_majority(r_, tree, clause); break;
        case Word::dissolve_by: cooperation.dissolve_by = read_majority(r_, tree, clause); break;
        case Word::full_text: cooperation.full_text = true; break;
        case Word::short_title:
            if (!clause.items.empty()) cooperation.short_title = std::string(clause.items.front().text);
            break;
        case Word::concluded_on:
        case Word::published: adoption(cooperation, tree, clause); break;
        case Word::remark: cooperation.remarks.push_back(remark_of(clause)); break;
        case Word::source:
        case Word::according_to: merge(cooperation.backing, backing_of_clause(r_, clause)); break;
        default: break;
    }
}

/// What a cooperation has once: the first sentence counts, a second is told (and where it says something else).
bool Cooperations::said_before(CooperationId id, const Tree& tree, const Phrase& clause) {
    const auto* once = said_once(clause.word);
    if (once == nullptr || once->backing == nullptr) return false;
    auto& backing = model_[id].*once->backing;
    // What it says, up to its sources.
    auto said = clause.whole;
    said.begin += static_cast<std::uint32_t>(std::min<std::size_t>(said.end - said.begin, word_length(clause, tree)));
    const std::function<void(const Phrase&)> cut = [&](const Phrase& inner) {
        if (inner.word == Word::source || inner.word == Word::according_to || inner.word == Word::prevails)
            said.end = std::min(said.end, inner.span.begin);
        for (const auto& deeper : inner.clauses) cut(deeper);
    };
    for (const auto& inner : clause.clauses) cut(inner);
    auto says = sentence_at(r_, {said.file, said.begin, std::max(said.begin, said.end)});
    const bool prevails = prevails_in(clause);
    // `geen opzegtermijn` and `opzegtermijn 3 maanden` say the same thing differently.
    const auto fact = clause.word == Word::no_notice ? Word::notice : clause.word;
    if (clause.word == Word::no_notice) says = syntax::info(clause.word).phrase;
    const auto [first, is_new] = once_.try_emplace({id.index, fact}, Said{clause.whole, says, prevails});
    if (is_new) return false;
    if (folded(first->second.says.nl) == folded(says.nl)) {
        // The same from another document: both stand behind it.
        auto more = backing_of(r_, clause);
        if (!more.documents.empty() || !more.citations.empty()) {
            merge(backing, std::move(more));
            return true;
        }
    }
    if (clause.word == Word::valid && completes(id, tree, clause)) return true;
    const auto word = quoted(syntax::info(fact).phrase);
    const auto before = first->second;
    if (folded(before.says.nl) == folded(says.nl)) {
        r_.report(Code::N11, say(message::said_twice, {word, Text(model_[id].name)}), clause.whole,
                  {{say(message::first_counts)}}, {{before.span, say(message::this_counts)}});
        return true;
    }
    const auto more = backing_of(r_, clause);
    const auto message = say(
        message::said_differently,
        {word, Text(model_[id].name), with_sources(model_, before.says, backing), with_sources(model_, says, more)});
    auto& readings = model_[id].other_readings;
    if (prevails && !before.prevails) {
        r_.report(Code::N11, message, before.span, {}, {{clause.whole, say(message::this_prevails)}});
        readings.push_back({once->of, before.says, backing, before.span});
        once->forget(model_[id], family_of(model_[id].word));
        first->second = {clause.whole, says, true};
        return false;
    }
    readings.push_back({once->of, says, more, clause.whole});
    if (prevails)
        r_.report(Code::N11, message, clause.whole, {{say(message::one_prevails)}},
                  {{before.span, say(message::this_prevails)}});
    else if (before.prevails)
        r_.report(Code::N11, message, clause.whole, {}, {{before.span, say(message::this_prevails)}});
    else
        r_.report(Code::N11, message, clause.whole, {{say(message::first_counts_unless)}},
                  {{before.span, say(message::this_counts)}});
    return true;
}

/// `geldt vanaf 1 januari 2020` and `geldt tot en met 31 december 2022`: each says one side of one period.
bool Cooperations::completes(CooperationId id, const Tree& tree, const Phrase& clause) {
    auto& row = model_[id];
    auto& term = row.term;
    const bool begins = clause.clause(Word::from) != nullptr || clause.clause(Word::as_of) != nullptr;
    const bool ends = clause.clause(Word::until) != nullptr || clause.clause(Word::through) != nullptr;
    const bool more = std::any_of(clause.clauses.begin(), clause.clauses.end(), [](const Phrase& each) {
        switch (each.word) {
            case Word::from:
            case Word::as_of:
            case Word::until:
            case Word::through:
            case Word::source:
            case Word::according_to: return false;
            default: return true;
        }
    });
    if (begins == ends || more || row.renewed || !row.endless_span.empty()) return false;
    const bool has_begin = !term.from_span.empty() || term.from_open != Silence::none;
    const bool has_end = !term.until_span.empty() || !term.until_event.empty() || term.until_open != Silence::none;
    if (begins ? has_begin || !has_end : has_end || !has_begin) return false;
    const auto other = term_of(r_, clause, tree, Ends::by_event);
    const auto &from = begins ? other : term, &until = begins ? term : other;
    auto whole = from;
    whole.days.until = until.days.until;
    whole.until_span = until.until_span;
    whole.until_precision = until.until_precision;
    whole.imprecise_until = until.imprecise_until;
    whole.until_event = until.until_event;
    whole.until_open = until.until_open;
    whole.through = until.through;
    if (whole.certainty == Certainty::stated) whole.certainty = until.certainty;
    if (whole.days.empty()) return false;
    term = whole;
    row.dates_open = term.from_span.empty();
    merge(row.term_backing, backing_of(r_, clause));
    return true;
}

void Cooperations::notice(std::optional<Notice>& into, Backing& backing, const Tree& tree, const Phrase& clause) {
    backing = backing_of(r_, clause);
    if (clause.word == Word::no_notice) {
        into = Notice{{0, Duration::Unit::days}, {}, true};
        return;
    }
    const auto length = duration_of(r_, clause, tree);
    if (!length) return;
    into = Notice{*length, {}};
    if (const auto* against = clause.clause(Word::against); against != nullptr && against->argument != 0) {
        into->against = day_of_year(r_, *against, tree);
        if (backing.certainty == Certainty::stated) backing.certainty = against->certainty;
    }
}

/// `voor onbepaalde tijd`, in an article of its own too: what an amendment says so has no end from then on.
void Cooperations::endless(const Place& place, const Phrase& clause) {
    auto& cooperation = model_[place.id];
    cooperation.endless = endless_of(clause.word);
    cooperation.endless_span = clause.whole;
    if (!place.amending) return;
    cooperation.term.days.until = kNoEnd;
    cooperation.term.until_span = {};
    cooperation.term.until_event.clear();
    cooperation.term.renewed_from.reset();
    cooperation.renewed.reset();
    cooperation.renewed_times = 0;
}

/// `geen verlenging`, behind `geldt` or in an article of its own: what an amendment says so ends as it says.
void Cooperations::not_renewed(const Place& place, const Phrase& clause) {
    auto& cooperation = model_[place.id];
    cooperation.no_renewal = true;
    if (!cooperation.renewed) return;
    if (!place.amending) {
        r_.report(Code::N05, say(message::renewed_and_not, {word_written(r_.sources, clause)}), clause.span,
                  {{say(message::renewed_and_not_remedy)}});
        return;
    }
    if (cooperation.term.renewed_from) cooperation.term.days.until = *cooperation.term.renewed_from;
    cooperation.term.renewed_from.reset();
    cooperation.renewed.reset();
    cooperation.renewed_times = 0;
}

void Cooperations::tell_end(const Term& term, Endless endless, Span span) {
    if (endless == Endless::not_said || (term.until_span.empty() && term.until_event.empty())) return;
    r_.report(Code::N05, say(message::endless_and_ends, {quoted(name_of(endless))}), span,
              {{say(message::endless_remedy)}});
}

void Cooperations::valid(const Place& place, const Tree& tree, const Phrase& clause) {
    auto& cooperation = model_[place.id];
    cooperation.term = term_of(r_, clause, tree, Ends::by_event);
    cooperation.term_backing = backing_of(r_, clause);
    cooperation.dates_open = cooperation.term.from_span.empty();
    cooperation.retroactive.reset();
    const auto within = [&](const Phrase& inner) {
        if (inner.word == Word::duration) lasts(r_, cooperation.term, inner, tree);
        if (inner.word == Word::indefinite || inner.word == Word::until_notice) {
            cooperation.endless = endless_of(inner.word);
            cooperation.endless_span = inner.span;
        }
        if (inner.word == Word::retroactive) cooperation.retroactive = work_back(r_, cooperation.term, inner, tree);
        if (says_renewed(inner.word)) {
            cooperation.renewed_times = times_renewed(clause, inner.word);
            cooperation.renewed = renew(r_, cooperation.term, inner, tree, cooperation.renewed_times);
            if (place.amending) cooperation.no_renewal = false;
        }
        if (inner.word == Word::no_renewal && place.amending) not_renewed(place, inner);
        if (inner.word == Word::no_renewal) cooperation.no_renewal = true;
    };
    // How long it lasts before what comes after that.
    std::vector<const Phrase*> in_order;
    for (const auto& inner : clause.clauses) in_order.push_back(&inner);
    std::stable_partition(in_order.begin(), in_order.end(),
                          [](const Phrase* inner) { return inner->word == Word::duration; });
    for (const auto* inner : in_order) within(*inner);
    const auto* never = clause.clause(Word::no_renewal);
    if (never != nullptr && cooperation.renewed) not_renewed({place.id, {}, false}, *never);
}

void Cooperations::package_holds(Package& package, const Tree& tree, const Phrase& clause) {
    package.term = term_of(r_, clause, tree, Ends::by_event);
    package.term_backing = backing_of(r_, clause);
    package.endless = Endless::not_said;
    for (const auto& inner : clause.clauses) {
        if (inner.word == Word::duration) lasts(r_, package.term, inner, tree);
        if (inner.word == Word::indefinite || inner.word == Word::until_notice) {
            package.endless = endless_of(inner.word);
            tell_end(package.term, package.endless, inner.span);
        }
        // The cooperation is renewed or works back as a whole.
        if (says_renewed(inner.word) || inner.word == Word::retroactive || inner.word == Word::no_renewal)
            r_.report(Code::N04,
                      say(message::clause_elsewhere,
                          {word_written(r_.sources, inner), quoted(syntax::info(Word::package).phrase)}),
                      inner.span, {{say(message::of_the_whole)}});
    }
}

}  // namespace belegd::resolve
