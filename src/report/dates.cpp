#include "report/dates.hpp"

#include <algorithm>

#include "diagnostics/diagnostic.hpp"

namespace belegd::report {

using namespace model;

Text stretch_said(const DateValue& stretch) {
    const auto first = iso(stretch.first), last = iso(stretch.last);
    const auto year = first.substr(0, 4);
    if (stretch.exact()) return spelled(stretch.first);
    if (first == year + "-01-01" && last == year + "-12-31") return Text(year);
    const auto month = std::stoi(first.substr(5, 2));
    if (first.ends_with("-01") && stretch.last == last_day_of_month(std::stoi(year), month)) {
        auto out = spelled(stretch.first);
        out.nl.erase(0, 2);  // `1 mei 2021`
        out.en.erase(0, 2);
        return out;
    }
    if (first.ends_with("-01") && month % 6 == 3 && stretch.last == last_day_of_month(std::stoi(year), month + 2))
        return say(month == 3 ? Message::in_spring : Message::in_autumn, {Text(year)});
    const bool quarter = month % 3 == 1 && stretch.last == last_day_of_month(std::stoi(year), month + 2);
    if (first.ends_with("-01") && quarter) return say(Message::quarter, {number((month + 2) / 3), Text(year)});
    return say(Message::some_day, {spelled(stretch.first), spelled(stretch.last)});
}

Text length_said(long long hundredths, const Text& unit) { return joined({number(hundredths / 100), unit}, " "); }

namespace {

/// The stretch that an end of a term names: the day, or the month or year when the paper gives no more.
DateValue stretch_of(const rules::Analysis& analysis, Span span, Day day) {
    std::vector<std::string_view> words;
    for (auto text = analysis.texts.sources.text(span); !text.empty();) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const auto is_number = [](std::string_view word) { return word.find_first_not_of("0123456789") == word.npos; };
    const auto date = iso(day);
    const auto year = std::stoi(date.substr(0, 4)), month = std::stoi(date.substr(5, 2));
    if (words.empty() || words.back().size() != 4 || !is_number(words.back())) return {day, day};
    words.pop_back();
    if (words.size() > 1 && is_number(words[words.size() - 2])) return {day, day};
    const bool of_month = !words.empty() && spelled(day).nl.find(words.back()) != std::string::npos;
    const bool of_month_en = !words.empty() && spelled(day).en.find(words.back()) != std::string::npos;
    if (of_month || of_month_en) return {*day_of(year, month, 1), last_day_of_month(year, month)};
    return {*day_of(year, 1, 1), *day_of(year, 12, 31)};
}

/// `medio 2021`: what is no calendar stretch, in the words of the model.
Text season_said(const rules::Analysis& analysis, Span span) {
    auto text = analysis.texts.sources.text(span);
    for (const std::string_view word : {"vanaf", "from", "tot", "until", "en met", "through", "t/m", "per", "as of"}) {
        if (!text.starts_with(word)) continue;
        text.remove_prefix(word.size());
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    }
    return Text(text);
}

}  // namespace

Text term_said(const rules::Analysis& analysis, const Term& term) {
    if (term.from_span.empty() && term.until_span.empty()) return spelled(term.days);
    std::vector<Text> parts;
    if (term.days.from != kNoBegin) {
        const auto begin = term.imprecise_from ? season_said(analysis, term.from_span)
                                               : stretch_said(stretch_of(analysis, term.from_span, term.days.from));
        parts.push_back(say(Message::since, {begin}));
    }
    if (term.days.until != kNoEnd) {
        const auto said = analysis.texts.sources.text(term.until_span);
        const bool included =
            said.find(" met ") != said.npos || said.find("t/m") != said.npos || said.find("through") != said.npos;
        const auto last = included ? term.days.until.previous() : term.days.until;
        const auto stretch = stretch_of(analysis, term.until_span, last);
        if (term.imprecise_until)
            parts.push_back(
                say(included ? Message::through : Message::until, {season_said(analysis, term.until_span)}));
        else if (included)
            parts.push_back(say(Message::through, {stretch_said(stretch)}));
        else if (stretch.exact())
            parts.push_back(say(Message::through, {spelled(last.previous())}));
        else
            parts.push_back(say(Message::until, {stretch_said(stretch)}));
    }
    return joined(parts, " ");
}

}  // namespace belegd::report
