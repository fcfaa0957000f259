// From a clause to a day, a period or a length of time.
#include <algorithm>

#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/names/names.hpp"
#include "resolve/resolution.hpp"
#include "resolve/values/dates.hpp"
#include "resolve/values/values.hpp"
#include "syntax/examples.hpp"

namespace belegd::resolve {
using syntax::Kind;
using syntax::Tree;

namespace {

int month_number(Word word) { return static_cast<int>(word) - static_cast<int>(Word::january) + 1; }

using Precision = DateValue::Precision;

std::optional<DateValue> stretch(int year, int first_month, int last_month, Precision precision) {
    const auto first = day_of(year, first_month, 1);
    if (!first) return std::nullopt;
    return DateValue{*first, last_day_of_month(year, last_month), precision};
}

Precision precision_of(Word season) {
    switch (season) {
        case Word::beginning: return Precision::beginning;
        case Word::spring: return Precision::spring;
        case Word::middle: return Precision::middle;
        case Word::autumn: return Precision::autumn;
        default: return Precision::end;
    }
}

/// First and last month of `begin`, `voorjaar`, `medio`, `najaar`, `eind`.
std::pair<int, int> season_months(Word word) {
    switch (word) {
        case Word::beginning: return {1, 3};
        case Word::spring: return {3, 5};
        case Word::middle: return {6, 6};
        case Word::autumn: return {9, 11};
        default: return {10, 12};
    }
}

}  // namespace

bool is_date(Kind kind) {
    return kind == Kind::calendar_date || kind == Kind::named_date || kind == Kind::month_of_year ||
           kind == Kind::quarter || kind == Kind::season || kind == Kind::year;
}

std::optional<DateValue> date_written(const syntax::Node& node, std::string_view text) {
    const auto parts = numbers_in(text);
    const auto one = [](std::optional<Day> day) { return day ? std::optional(DateValue{*day, *day}) : std::nullopt; };
    switch (node.kind) {
        case Kind::calendar_date:
            return one(parts[0] > 31 ? day_of(parts[0], parts[1], parts[2]) : day_of(parts[2], parts[1], parts[0]));
        case Kind::named_date: return one(day_of(parts[1], month_number(node.word), parts[0]));
        case Kind::month_of_year:
            return stretch(parts[0], month_number(node.word), month_number(node.word), Precision::month);
        case Kind::quarter: return stretch(parts[1], parts[0] * 3 - 2, parts[0] * 3, Precision::quarter);
        case Kind::season: {
            const auto [first, last] = season_months(node.word);
            return stretch(parts[0], first, last, precision_of(node.word));
        }
        case Kind::year: return stretch(parts[0], 1, 12, Precision::year);
        default: return std::nullopt;
    }
}

std::optional<DateValue> date_of(Resolution& r, const Phrase& clause, const Tree& tree) {
    if (clause.argument == 0) {
        for (const auto& item : clause.items)
            if (item.kind == Item::Kind::string)
                r.report(Code::L05, say(message::event_is_no_date, {quoted(Text(item.text))}), item.span,
                         {{say(message::a_day_after, {syntax::info(clause.word).phrase})}});
        return std::nullopt;
    }
    const auto& node = tree[clause.argument];
    const auto span = tree.span(clause.argument);
    const auto text = r.sources.text(span);
    if (!is_date(node.kind)) {
        r.report(Code::L05, say(message::limit_is_no_date, {quoted(syntax::info(clause.word).phrase)}), span,
                 {{say(message::a_day_after, {syntax::info(clause.word).phrase})}});
        return std::nullopt;
    }
    auto out = date_written(node, text);
    if (!out)
        r.report(Code::L05, say(message::no_such_date, {quoted(Text(text))}), span, {{say(message::dates_look_like)}});
    return out;
}

Text day_of_year(const Resolution& r, const Phrase& clause, const Tree& tree) {
    if (clause.argument == 0) return {};
    const auto day = r.sources.text(tree.span(clause.argument));
    const Text number(std::string(day.substr(0, day.find_first_not_of("0123456789"))));
    return joined({number, syntax::info(tree[clause.argument].word).phrase}, " ");
}

Term term_of(Resolution& r, const Phrase& phrase, const Tree& tree, Ends may_end) {
    Term out;
    const auto imprecise = [&](const Phrase& clause) { return tree[clause.argument].kind == Kind::season; };
    for (const auto& clause : phrase.clauses) {
        const bool begins = clause.word == Word::from || clause.word == Word::as_of;
        const bool ends = clause.word == Word::until || clause.word == Word::through;
        if (!begins && !ends) continue;
        for (const auto& item : clause.items)
            if (const auto silence = silence_of(item.value); silence != Silence::none)
                (begins ? out.from_open : out.until_open) = silence;
        if (may_end == Ends::by_event && clause.word == Word::until)
            for (const auto& item : clause.items)
                if (item.kind == Item::Kind::string) {
                    out.until_event = std::string(item.text);
                    if (clause.certainty != Certainty::stated) out.certainty = clause.certainty;
                }
        if (clause.argument == 0 && !out.until_event.empty()) continue;
        const auto found = date_of(r, clause, tree);
        if (!found) continue;
        if (begins) {
            out.days.from = std::max(out.days.from, found->first);
            out.from_span = clause.span;
            out.from_precision = found->precision;
            if (imprecise(clause)) out.imprecise_from = found;
        } else {
            // An imprecise end counts as its first day, as an imprecise beginning does, so that equal words meet (D22).
            const auto until = clause.word == Word::through && !imprecise(clause) ? found->last.next() : found->first;
            out.days.until = std::min(out.days.until, until);
            out.until_span = clause.span;
            out.until_precision = found->precision;
            out.through = clause.word == Word::through;
            if (imprecise(clause)) out.imprecise_until = found;
        }
        if (clause.certainty != Certainty::stated) out.certainty = clause.certainty;
    }
    if (out.days.empty()) {
        r.report(Code::N08,
                 say(message::ends_before_begin, {spelled(out.days.from), spelled(out.days.until.previous())}),
                 out.until_span, {{say(message::swap_dates)}}, {{out.from_span, say(message::begins_here)}});
        out.days = {};
    }
    return out;
}

std::optional<DateValue> work_back(Resolution& r, Term& term, const Phrase& clause, const Tree& tree) {
    const auto back = date_of(r, clause, tree);
    if (!back) return back;
    if (term.days.from == kNoBegin) {
        r.report(Code::N05, say(message::works_back_from_when), clause.span, {{say(message::works_back_remedy)}});
        return back;
    }
    if (back->first < term.days.from) {
        term.retroactive_until = term.days.from;
        term.days.from = back->first;
    }
    return back;
}

void lasts(Resolution& r, Term& term, const Phrase& clause, const Tree& tree) {
    const auto length = duration_of(r, clause, tree);
    if (!length) return;
    // From a day that is not known no day of its end follows.
    if (term.from_open != Silence::none && term.until_span.empty() && term.until_event.empty()) {
        term.lasts = length;
        return;
    }
    if (term.from_span.empty() || !term.until_span.empty() || !term.until_event.empty()) {
        r.report(Code::N05, say(term.from_span.empty() ? message::lasts_from_when : message::lasts_and_ends),
                 clause.span, {{say(message::lasts_remedy)}});
        return;
    }
    if (const auto days = length_of(*length)) {
        term.days.until = std::max(term.days.from.next(), term.days.from + *days);
        term.until_span = clause.span;
        term.through = true;
    }
}

bool says_renewed(Word word) {
    return word == Word::renewed || word == Word::renewed_once || word == Word::renewed_twice ||
           word == Word::renewed_thrice;
}

int times_renewed(const Phrase& valid, Word renewed) {
    if (renewed == Word::renewed_once) return 1;
    if (renewed == Word::renewed_twice) return 2;
    if (renewed == Word::renewed_thrice) return 3;
    if (valid.clause(Word::at_most_once) != nullptr) return 1;
    if (valid.clause(Word::at_most_twice) != nullptr) return 2;
    return valid.clause(Word::at_most_thrice) != nullptr ? 3 : 0;
}

std::optional<Duration> renew(Resolution& r, Term& term, const Phrase& clause, const Tree& tree, int times) {
    const auto by = duration_of(r, clause, tree);
    if (!by || term.lasts) return by;
    if (term.days.until == kNoEnd) {
        r.report(Code::N05, say(message::renewed_of_what), clause.span, {{say(message::renewed_remedy)}});
        return by;
    }
    const auto length = length_of(Duration{by->hundredths * std::max(times, 1), by->unit});
    term.renewed_from = term.days.until;
    term.days.until = times > 0 && length ? term.days.until + *length : kNoEnd;
    // Where it ends stands in both.
    if (term.days.until != kNoEnd && clause.span.begin > term.until_span.begin) term.until_span.end = clause.span.end;
    return by;
}

std::optional<Duration> duration_of(Resolution& r, const Phrase& clause, const Tree& tree) {
    const auto found = quantity_of(r, clause, tree);
    if (!found) return std::nullopt;
    const auto unit = found->unit_of_time();
    if (!unit) {
        r.report(Code::N05, say(message::term_needs_unit), clause.span,
                 {{say(message::for_example, {syntax::example_of(clause.word)})}});
        return std::nullopt;
    }
    const Duration out{found->hundredths, *unit};
    if (!length_of(out))
        r.report(Code::L09, say(message::no_whole_duration, {quoted(name_of(out))}), clause.span,
                 {{say(message::duration_in_whole)}});
    return out;
}

}  // namespace belegd::resolve
