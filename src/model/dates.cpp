#include "model/dates.hpp"

#include <algorithm>

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"
#include "syntax/words.hpp"

namespace belegd::model {

using Precision = DateValue::Precision;

namespace {

Text part_of_year(syntax::Word word, const Text& year) { return joined({syntax::info(word).phrase, year}, " "); }

/// A stretch with this first day, as the paper names it.
Text named(Day first, Precision precision) {
    const auto date = iso(first);
    Text year(date.substr(0, 4));
    switch (precision) {
        case Precision::day: return spelled(first);
        case Precision::month: {
            auto out = spelled(first);
            out.nl.erase(0, 2);  // `1 mei 2021`
            out.en.erase(0, 2);
            return out;
        }
        case Precision::quarter: return say(message::quarter, {number((std::stoi(date.substr(5, 2)) + 2) / 3), year});
        case Precision::beginning: return part_of_year(syntax::Word::beginning, year);
        case Precision::spring: return part_of_year(syntax::Word::spring, year);
        case Precision::middle: return part_of_year(syntax::Word::middle, year);
        case Precision::autumn: return part_of_year(syntax::Word::autumn, year);
        case Precision::end: return part_of_year(syntax::Word::end, year);
        case Precision::year: return year;
    }
    return {};
}

/// The first day of the month, quarter or year that a day is in.
Day first_of(Day day, Precision precision) {
    const auto date = iso(day);
    const auto year = std::stoi(date.substr(0, 4)), month = std::stoi(date.substr(5, 2));
    const auto begins = precision == Precision::year      ? 1
                        : precision == Precision::quarter ? (month - 1) / 3 * 3 + 1
                                                          : month;
    return *day_of(year, begins, 1);
}

bool about_then(Precision precision) { return precision >= Precision::beginning && precision <= Precision::end; }

}  // namespace

Text stretch_said(const DateValue& stretch) { return named(stretch.first, stretch.precision); }

Text term_said(const Term& term) {
    if (term.lasts)
        return joined({say(message::since, {name_of(term.from_open)}), syntax::info(syntax::Word::duration).phrase,
                       name_of(*term.lasts)},
                      " ");
    const auto days = term.stated();
    const bool open = term.until_open != Silence::none && days.until == kNoEnd;
    const bool event = !term.until_event.empty() && days.until == kNoEnd;
    if (term.from_span.empty() && term.until_span.empty() && !open && !event) return spelled(days);
    std::vector<Text> parts;
    if (days.from != kNoBegin) parts.push_back(say(message::since, {named(days.from, term.from_precision)}));
    if (days.until != kNoEnd) {
        const auto precision = term.until_precision;
        if (about_then(precision))
            parts.push_back(say(term.through ? message::through : message::until, {named(days.until, precision)}));
        else if (precision == Precision::day)
            parts.push_back(say(message::through, {spelled(days.until.previous())}));
        else if (term.through)
            parts.push_back(say(message::through, {named(first_of(days.until.previous(), precision), precision)}));
        else
            parts.push_back(say(message::until, {named(days.until, precision)}));
    }
    if (open) parts.push_back(say(message::until, {name_of(term.until_open)}));
    if (event) parts.push_back(say(message::until, {quoted(Text(term.until_event))}));
    return joined(parts, " ");
}

std::optional<DateValue> stretch_from(const Model& model, Day day) {
    const auto found = std::lower_bound(model.stretches.begin(), model.stretches.end(), day,
                                        [](const DateValue& stretch, Day sought) { return stretch.first < sought; });
    return found != model.stretches.end() && found->first == day ? std::optional(*found) : std::nullopt;
}

Text day_said(const Model& model, Day day) {
    const auto stretch = stretch_from(model, day);
    return stretch ? stretch_said(*stretch) : spelled(day);
}

Text period_said(const Model& model, Period period) {
    const auto from = stretch_from(model, period.from), until = stretch_from(model, period.until);
    if (!from && !until) return spelled(period);
    std::vector<Text> parts;
    if (period.from != kNoBegin) parts.push_back(say(message::since, {day_said(model, period.from)}));
    if (until)
        parts.push_back(say(message::until, {stretch_said(*until)}));
    else if (period.until != kNoEnd)
        parts.push_back(say(message::through, {spelled(period.until.previous())}));
    return joined(parts, " ");
}

Text counted_said(const Term& term) {
    auto said = term_said(term);
    if (!term.is_retroactive_on(term.days.from)) return said;
    return joined({said, say(message::works_back_to, {spelled(term.days.from)})}, ", ");
}

Text counted_said(const Model& model, const Cooperation& cooperation, Period days) {
    const auto& term = cooperation.term;
    if (days == term.days) return counted_said(term);
    if (!term.is_retroactive_on(days.from)) return period_said(model, days);
    auto by_itself = days;
    by_itself.from = *term.retroactive_until;
    if (by_itself.empty()) return say(message::answer_retroactive, {period_said(model, days)});
    return joined({period_said(model, by_itself), say(message::works_back_to, {spelled(days.from)})}, ", ");
}

std::optional<Day> last_day_of_notice(const Cooperation& cooperation, Day end) {
    if (!cooperation.notice || cooperation.notice->none) return {};
    const auto length = length_of(cooperation.notice->length);
    return length ? std::optional((end - *length).previous()) : std::nullopt;
}

Text times_said(int times) {
    switch (times) {
        case 1: return say(message::times_one);
        case 2: return say(message::times_two);
        case 3: return say(message::times_three);
        default: return number(times);
    }
}

}  // namespace belegd::model
