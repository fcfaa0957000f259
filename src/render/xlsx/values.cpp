#include "render/xlsx/values.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/fold.hpp"
#include "report/slots.hpp"

namespace belegd::render::book {
namespace {

constexpr std::int32_t kDaysBefore1970 = 25569;
constexpr std::int32_t kMarch1900 = 61;
constexpr std::size_t kMostDigits = 15;

constexpr std::string_view kNoBreak = "\u00A0";

bool takes(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) return false;
    text.remove_prefix(start.size());
    return true;
}

bool takes_blank(std::string_view& text) { return takes(text, " ") || takes(text, kNoBreak); }

/// The digits that a text begins with.
std::string_view digits_of(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() && is_digit(text[length])) ++length;
    const auto out = text.substr(0, length);
    text.remove_prefix(length);
    return out;
}

/// A number as it was written, by its parts.
struct Written {
    std::string whole;
    std::string_view decimals;
    bool grouped = false;
};

/// Takes a number off a text: nothing where its separators are not those of the language.
std::optional<Written> taken_number(std::string_view& text, Language language) {
    const char group = language == Language::nl ? '.' : ',', point = language == Language::nl ? ',' : '.';
    constexpr std::size_t group_size = 3;
    Written out;
    out.whole = digits_of(text);
    if (out.whole.empty() || (out.whole.size() > 1 && out.whole[0] == '0')) return std::nullopt;
    while (!text.empty() && text[0] == group) {
        if (out.whole.size() > group_size && !out.grouped) return std::nullopt;
        if (out.whole[0] == '0') return std::nullopt;
        text.remove_prefix(1);
        const auto next = digits_of(text);
        if (next.size() != group_size) return std::nullopt;
        out.whole += next;
        out.grouped = true;
    }
    if (text.size() > 1 && text[0] == point && is_digit(text[1])) {
        text.remove_prefix(1);
        out.decimals = digits_of(text);
    }
    if (out.whole.size() + out.decimals.size() > kMostDigits) return std::nullopt;
    return out;
}

/// A hundredth of a number, by moving its point.
std::string hundredth(const Written& number) {
    auto whole = number.whole;
    if (whole.size() < 3) whole.insert(0, 3 - whole.size(), '0');
    whole.insert(whole.size() - 2, ".");
    return whole + std::string(number.decimals);
}

}  // namespace

std::optional<Value> day_value(std::string_view text, Language language) {
    if (text.empty() || !is_digit(text[0])) return std::nullopt;
    const auto day = report::day_of_words(std::string(text));
    if (!day || spelled(*day).in(language) != text || day->count + kDaysBefore1970 < kMarch1900) return std::nullopt;
    return Value{std::to_string(day->count + kDaysBefore1970),
                 language == Language::nl ? "[$-413]d mmmm yyyy" : "[$-809]d mmmm yyyy"};
}

std::optional<Value> amount_value(std::string_view text, Language language) {
    bool negative = takes(text, "-");
    std::string before, behind;
    if (takes(text, "€"))
        before = language == Language::nl ? "[$€-413]" : "[$€-809]";
    else if (takes(text, "EUR"))
        before = "\"EUR\"";
    if (!before.empty()) {
        if (takes_blank(text)) before += ' ';
        negative = takes(text, "-") || negative;
    }
    const auto number = taken_number(text, language);
    if (!number) return std::nullopt;
    bool share = false;
    if (text == ",-" || text == ".-") {
        if (!number->decimals.empty()) return std::nullopt;
        behind = "\"" + std::string(text) + "\"";
    } else if (!text.empty()) {
        if (!before.empty()) return std::nullopt;
        share = true;
        if (takes_blank(text)) behind = ' ';
        if (text != "%") return std::nullopt;
        behind += '%';
    }
    Value out;
    out.format = before + (number->grouped ? "#,##0" : "0");
    if (!number->decimals.empty()) out.format += "." + std::string(number->decimals.size(), '0');
    out.format += behind;
    out.number = negative ? "-" : "";
    if (share)
        out.number += hundredth(*number);
    else
        out.number += number->whole + (number->decimals.empty() ? "" : ".") + std::string(number->decimals);
    return out;
}

}  // namespace belegd::render::book
