// From a clause to a number with its unit.
#include <algorithm>

#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/names/names.hpp"
#include "resolve/resolution.hpp"
#include "resolve/values/dates.hpp"
#include "resolve/values/values.hpp"
#include "syntax/amounts.hpp"
#include "syntax/numbers.hpp"

namespace belegd::resolve {

using syntax::Kind;
using syntax::Tree;

namespace {

/// Digits with `.` and `,` in hundredths, as the language of the file groups them; nothing when two readings remain.
std::optional<long long> hundredths(std::string_view text, Language language) {
    const char group = language == Language::nl ? '.' : ',', decimal = language == Language::nl ? ',' : '.';
    if (text.ends_with(",-") || text.ends_with(".-")) {
        text.remove_suffix(2);
        if (text.find(decimal) != std::string_view::npos) return std::nullopt;  // `100.000,00,-`
    }
    long long whole = 0, fraction = 0;
    std::size_t since_group = 0, decimals = 0;
    bool grouped = false, in_fraction = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (in_fraction) {
                if (++decimals > 2) return std::nullopt;
                fraction = fraction * 10 + (c - '0');
            } else {
                if (whole > 900'000'000'000'000LL) return std::nullopt;
                whole = whole * 10 + (c - '0');
                ++since_group;
            }
        } else if (c == group && !in_fraction) {
            if (grouped ? since_group != 3 : since_group == 0 || since_group > 3) return std::nullopt;
            grouped = true;
            since_group = 0;
        } else if (c == decimal && !in_fraction && (!grouped || since_group == 3)) {
            in_fraction = true;
        } else {
            return std::nullopt;
        }
    }
    if (!in_fraction && grouped && since_group != 3) return std::nullopt;
    if (in_fraction && decimals == 0) return std::nullopt;
    return whole * 100 + (decimals == 1 ? fraction * 10 : fraction);
}

}  // namespace

std::vector<int> numbers_in(std::string_view text) {
    std::vector<int> out;
    bool inside = false;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !inside) out.push_back(0);
        if (digit) out.back() = std::min(out.back() * 10 + (c - '0'), 99999);
        inside = digit;
    }
    return out;
}

std::optional<Ratio> percentage_of(std::string_view text, Language language) {
    constexpr std::size_t kMostDecimals = 8;
    const auto mark = text.find(language == Language::nl ? ',' : '.');
    const auto decimals = mark == std::string_view::npos ? std::string_view() : text.substr(mark + 1);
    if (decimals.size() > 2 && decimals.size() <= kMostDecimals && mark <= 3 &&
        decimals.find_first_not_of("0123456789") == std::string_view::npos) {
        long long over = std::stoll("0" + std::string(text.substr(0, mark))), under = 100;
        for (const char digit : decimals) over = over * 10 + (digit - '0'), under *= 10;
        return Ratio{over, under};
    }
    const auto value = hundredths(text, language);
    return value ? std::optional(Ratio{*value, 10'000}) : std::nullopt;
}

std::optional<Ratio> fraction_of(std::string_view text) {
    if (const auto named = syntax::fraction_at(text)) return Ratio{named->over, named->under};
    const auto parts = numbers_in(text);
    if (parts.size() != 2 || parts[1] == 0 || parts[1] >= 99999) return std::nullopt;
    return Ratio{parts[0], parts[1]};
}

std::optional<Duration::Unit> Quantity::unit_of_time() const {
    switch (unit) {
        case Word::days: return Duration::Unit::days;
        case Word::weeks: return Duration::Unit::weeks;
        case Word::months: return Duration::Unit::months;
        case Word::years: return Duration::Unit::years;
        default: return std::nullopt;
    }
}

void tell_unclear_number(Resolution& r, std::string_view text, const Tree& tree, std::uint32_t at) {
    const auto said = quoted(Text(text));
    const auto span = tree.span(at);
    if (std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) > 13) {
        r.report(Code::L09, say(message::number_too_large, {said}), span, {{say(message::number_most)}});
        return;
    }
    const bool dutch = tree.language == Language::nl;
    const char group = dutch ? '.' : ',', decimal = dutch ? ',' : '.';
    if ((text.ends_with(",-") || text.ends_with(".-")) &&
        text.substr(0, text.size() - 2).find(decimal) != std::string_view::npos) {
        const Text read(text.substr(0, text.size() - 2));
        r.report(Code::L09, say(message::cents_twice, {said}), span, {{say(message::write_one, {read})}});
        return;
    }
    if (text.find(' ') != std::string_view::npos) {  // `1.5 miljoen`
        std::string other(text);
        for (auto& c : other) c = c == '.' ? ',' : c == ',' ? '.' : c;
        const bool reads = syntax::figure_of(other, tree.language).find(' ') == std::string::npos;
        r.report(Code::L09, say(message::no_number, {said}), span,
                 {{reads ? say(message::write_one, {Text(other)}) : say(message::numbers_look_like)}});
        return;
    }
    const auto mark = text.find_first_of(".,");
    if (mark == std::string_view::npos || mark != text.find_last_of(".,") || mark + 1 == text.size()) {
        r.report(Code::L09, say(message::no_number, {said}), span, {{say(message::numbers_look_like)}});
        return;
    }
    // One mark: it parts the thousands or the cents.
    const std::string whole(text.substr(0, mark)), rest(text.substr(mark + 1));
    const auto cents = whole + decimal + (rest.size() > 2 ? rest.substr(0, 2) : rest.size() == 1 ? rest + "0" : rest);
    const auto digits = whole + rest;
    std::string thousands;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) thousands += group;
        thousands += digits[i];
    }
    const Text first(thousands), second(cents);
    r.report(Code::L09, say(message::ambiguous_number, {said, first, second}), span,
             {{say(message::write_either, {first, second})}});
}

std::optional<Quantity> quantity_of(Resolution& r, const Phrase& clause, const Tree& tree) {
    if (clause.argument == 0) return std::nullopt;
    const auto& node = tree[clause.argument];
    const auto written = r.sources.text(tree.span(clause.argument));
    const bool money = node.kind == Kind::amount;
    const auto text = money ? syntax::figure_of(written, tree.language) : std::string(written);
    const auto named = syntax::number_named(text);
    const auto value = named ? std::optional(*named * 100LL) : hundredths(text, tree.language);
    if (!value) {
        tell_unclear_number(r, text, tree, clause.argument);
        return std::nullopt;
    }
    Word unit = Word::none;
    const auto next = node.next;
    if (next < tree.nodes.size() && tree[next].kind == Kind::unit) {
        unit = tree[next].word;
        const bool limit = clause.word == Word::from || clause.word == Word::until || clause.word == Word::through ||
                           clause.word == Word::insofar || clause.word == Word::for_ || clause.word == Word::with;
        if (unit == Word::none && !limit) return std::nullopt;  // said when it was read
        if (unit == Word::none) return Quantity{*value, unit, money, std::string(r.sources.text(tree.span(next)))};
    }
    return Quantity{*value, unit, money};
}

namespace {}  // namespace

}  // namespace belegd::resolve
