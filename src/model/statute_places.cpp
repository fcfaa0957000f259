#include "model/statute_places.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace belegd::model {
namespace {

using Parts = std::vector<Citation::Part>;

/// `2.6.3`, `10:15`, `14a`: what comes before the last number, that number, and the letters behind it.
struct Number {
    std::string before;
    unsigned long last = 0;
    std::string letters;
};

std::optional<Number> number_of(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    auto end = text.size();
    while (end > 0 && !is_digit(text[end - 1])) --end;
    auto begin = end;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    constexpr std::size_t kMostDigits = 6;
    if (begin == end || end - begin > kMostDigits) return std::nullopt;
    return Number{std::string(text.substr(0, begin)), std::stoul(std::string(text.substr(begin, end - begin))),
                  std::string(text.substr(end))};
}

/// The ends of `1 t/m 37`; one value has itself for both.
std::pair<std::string, std::string> ends_of(const std::string& value) {
    for (const std::string_view between : {"t/m", "through"})
        if (const auto at = value.find(between); at != std::string::npos && at > 0) {
            const auto first = value.find_last_not_of(' ', at - 1),
                       second = value.find_first_not_of(' ', at + between.size());
            if (first != std::string::npos && second != std::string::npos)
                return {value.substr(0, first + 1), value.substr(second)};
        }
    return {value, value};
}

/// A range holds numbers without letters: 8a stands in no list that has only 1 t/m 37.
bool covers(const Citation::Part& listed, const Citation::Part& cited) {
    if (listed.kind != cited.kind) return false;
    const auto [first, last] = ends_of(listed.value);
    if (cited.value == first || cited.value == last) return true;
    const auto from = number_of(first), to = number_of(last), it = number_of(cited.value);
    return from && to && it && it->letters.empty() && it->before == from->before && it->before == to->before &&
           from->last <= it->last && it->last <= to->last;
}

/// Whether the first parts of both, as many as the shorter has, are the same place.
bool along(const Parts& listed, const Parts& cited) {
    const auto count = static_cast<std::ptrdiff_t>(std::min(listed.size(), cited.size()));
    return std::equal(listed.begin(), listed.begin() + count, cited.begin(), covers);
}

/// What the list says nearest to the place: of the place itself or what holds it, otherwise of what it holds.
std::vector<const ListedPlace*> nearest_listed(const Statute& statute, const Parts& cited) {
    std::vector<const ListedPlace*> out;
    std::size_t depth = 0;
    for (const auto& listed : statute.places) {
        if (listed.parts.size() > cited.size() || listed.parts.size() < depth || !along(listed.parts, cited)) continue;
        if (listed.parts.size() > depth) out.clear();
        depth = listed.parts.size();
        out.push_back(&listed);
    }
    if (out.empty())
        for (const auto& listed : statute.places)
            if (along(listed.parts, cited)) out.push_back(&listed);
    return out;
}

Stands one_stands(const Statute& statute, const Parts& cited, Period days) {
    const auto listed = nearest_listed(statute, cited);
    const auto then = [&](const ListedPlace* place) { return !intersection(place->days, days).empty(); };
    const auto open = [](const ListedPlace* place) { return place->certainty == Certainty::uncertain; };
    if (std::any_of(listed.begin(), listed.end(), then)) return Stands::yes;
    return std::any_of(listed.begin(), listed.end(), open) ? Stands::unknown : Stands::no;
}

}  // namespace

Stands article_stands(const Statute& statute, const Parts& parts, Period days) {
    if (statute.places.empty() || parts.empty() || parts.front().kind != Citation::Kind::article)
        return Stands::unknown;
    auto first = parts, last = parts;
    for (std::size_t i = 0; i < parts.size(); ++i) std::tie(first[i].value, last[i].value) = ends_of(parts[i].value);
    const auto begins = one_stands(statute, first, days), ends = one_stands(statute, last, days);
    if (begins == Stands::no || ends == Stands::no) return Stands::no;
    return begins == Stands::unknown ? begins : ends;
}

std::vector<Period> days_of_place(const Statute& statute, const Parts& parts) {
    std::vector<Period> out;
    for (const auto* listed : nearest_listed(statute, parts)) out.push_back(listed->days);
    return out;
}

std::vector<std::string> articles_beside(const Statute& statute, std::string_view article, Period days) {
    const auto wanted = number_of(article);
    if (!wanted) return {};
    const auto key = [](const Number& number) { return std::pair(number.last, number.letters); };
    std::optional<Number> below, above;
    const auto see = [&](const Number& number) {
        if (key(number) < key(*wanted) && (!below || key(*below) < key(number))) below = number;
        if (key(*wanted) < key(number) && (!above || key(number) < key(*above))) above = number;
    };
    for (const auto& listed : statute.places) {
        if (listed.parts.size() != 1 || intersection(listed.days, days).empty()) continue;
        const auto [first, last] = ends_of(listed.parts.front().value);
        const auto from = number_of(first), to = number_of(last);
        if (!from || !to || from->before != wanted->before) continue;
        see(*from);
        see(*to);
        // Within a range its neighbours have no letters.
        for (const auto next : {wanted->last, wanted->last + 1})
            if (from->last <= next && next <= to->last) see({from->before, next, {}});
    }
    std::vector<std::string> out;
    for (const auto& found : {below, above})
        if (found) out.push_back(found->before + std::to_string(found->last) + found->letters);
    return out;
}

}  // namespace belegd::model
