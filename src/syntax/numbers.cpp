#include "syntax/numbers.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/fold.hpp"

namespace belegd::syntax {
namespace {

struct Named {
    int value;
    const char *nl, *en;
};
constexpr Named kNumbers[] = {
#define NUMBER(value, nl, en) {value, nl, en},
#include "numbers.def"
};
constexpr Named kOrdinals[] = {
#define ORDINAL(value, nl, en) {value, nl, en},
#include "numbers.def"
};
constexpr Named kFractions[] = {
#define FRACTION(parts, nl, en) {parts, nl, en},
#include "numbers.def"
};
constexpr std::string_view kOrdinalEndings[] = {
#define ORDINAL_ENDING(ending) ending,
#include "numbers.def"
};

std::optional<int> ordinal_in_digits(std::string_view word) {
    const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
    if (digits == 0 || digits > 2) return std::nullopt;
    const auto ending = folded(word.substr(digits));
    if (std::find(std::begin(kOrdinalEndings), std::end(kOrdinalEndings), ending) == std::end(kOrdinalEndings))
        return std::nullopt;
    const auto value = std::stoi(std::string(word.substr(0, digits)));
    return value > 0 ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<int> number_named(std::string_view word) {
    if (word.empty() || (word.front() >= '0' && word.front() <= '9')) return std::nullopt;
    const auto wanted = folded(word);
    for (const auto& each : kNumbers)
        if (folds_to(each.nl, wanted) || folds_to(each.en, wanted)) return each.value;
    return std::nullopt;
}

std::optional<std::string> named_number(int value, Language language) {
    for (const auto& each : kNumbers)
        if (each.value == value) return language == Language::nl ? each.nl : each.en;
    return std::nullopt;
}

std::optional<Ordinal> ordinal_at(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size()) {
        const auto [character, bytes] = folded_character(text.substr(length));
        if (!is_word_character(character) && (character < 0x300 || character > 0x36F)) break;
        length += bytes;
    }
    const auto word = text.substr(0, length);
    if (const auto value = ordinal_in_digits(word)) return Ordinal{*value, length};
    // All of them end so; most words do not.
    if (word.empty() || std::string_view("eEtThHdD").find(word.back()) == std::string_view::npos) return std::nullopt;
    const auto wanted = folded(word);
    for (const auto& each : kOrdinals)
        if (folds_to(each.nl, wanted) || folds_to(each.en, wanted)) return Ordinal{each.value, length};
    return std::nullopt;
}

namespace {

/// What joins one ordinal to the next, with the blanks around it.
struct Joint {
    enum class Sort : std::uint8_t { none, comma, conjunction, range };
    Sort sort = Sort::none;
    std::size_t bytes = 0;
};

std::size_t blanks_at(std::string_view text) {
    std::size_t out = 0;
    while (out < text.size()) {
        const auto [character, bytes] = folded_character(text.substr(out));
        if (!is_blank(character)) break;
        out += bytes;
    }
    return out;
}

Joint joint_at(std::string_view text) {
    if (text.starts_with(",")) return {Joint::Sort::comma, 1 + blanks_at(text.substr(1))};
    const auto before = blanks_at(text);
    if (before == 0) return {};
    const auto left = text.substr(before);
    const auto see = [&](std::string_view word, Joint::Sort sort) {
        const auto after = left.size() > word.size() ? blanks_at(left.substr(word.size())) : 0;
        return left.starts_with(word) && after > 0 ? Joint{sort, before + word.size() + after} : Joint{};
    };
    for (const std::string_view word : {"tot en met", "t/m", "through"})
        if (const auto out = see(word, Joint::Sort::range); out.bytes > 0) return out;
    for (const std::string_view word : {"en", "and"})
        if (const auto out = see(word, Joint::Sort::conjunction); out.bytes > 0) return out;
    return {};
}

std::string ordinal_named(int value, Language language) {
    for (const auto& each : kOrdinals)
        if (each.value == value) return language == Language::nl ? each.nl : each.en;
    return std::to_string(value) + (language == Language::nl ? "e" : "th");
}

}  // namespace

namespace {

std::size_t word_length_at(std::string_view text) {
    std::size_t out = 0;
    while (out < text.size()) {
        const auto [character, bytes] = folded_character(text.substr(out));
        if (!is_word_character(character) && (character < 0x300 || character > 0x36F)) break;
        out += bytes;
    }
    return out;
}

/// `derde`, `thirds`, `kwart`, `helft`
std::optional<int> parts_named(std::string_view word) {
    const auto name = folded(word);
    for (const auto& each : kFractions)
        if (folds_to(each.nl, name) || folds_to(each.en, name)) return each.value;
    // Halves have words of their own; a first part is the whole.
    for (const auto& each : kOrdinals)
        if (each.value > 2 &&
            (folds_to(each.nl, name) || folds_to(each.en, name) || name == std::string(each.en) + "s"))
            return each.value;
    return std::nullopt;
}

}  // namespace

std::optional<Fraction> fraction_at(std::string_view text) {
    const auto first = word_length_at(text);
    const auto blanks = blanks_at(text.substr(first));
    if (first == 0 || blanks == 0) return std::nullopt;
    const auto word = text.substr(0, first), rest = text.substr(first + blanks);
    const auto second = word_length_at(rest);
    const auto under = parts_named(rest.substr(0, second));
    if (!under) return std::nullopt;
    const auto name = folded(word);
    const auto over = name == "de" || name == "a" || name == "the" ? std::optional(1) : number_named(word);
    if (!over || *over >= *under) return std::nullopt;
    return Fraction{*over, *under, first + blanks + second};
}

std::optional<Ordinals> ordinals_at(std::string_view text) {
    const auto first = ordinal_at(text);
    if (!first) return std::nullopt;
    Ordinals out{{{first->value, first->value}}, first->bytes};
    bool range = false;
    while (out.bytes < text.size()) {
        const auto joint = joint_at(text.substr(out.bytes));
        if (joint.sort == Joint::Sort::none || (range && joint.sort == Joint::Sort::range)) break;
        const auto next = ordinal_at(text.substr(out.bytes + joint.bytes));
        if (!next) break;
        range = joint.sort == Joint::Sort::range;
        if (range && next->value <= out.runs.back().first) break;
        if (range)
            out.runs.back().second = next->value;
        else
            out.runs.emplace_back(next->value, next->value);
        out.bytes += joint.bytes + next->bytes;
    }
    return out;
}

std::string spelled_ordinals(std::string_view written, Language from, Language to) {
    const auto all = ordinals_at(written);
    if (!all) return std::string(written);
    if (from == to) return std::string(written.substr(0, all->bytes));
    std::string out;
    for (std::size_t i = 0; i < all->runs.size(); ++i) {
        const auto& [first, last] = all->runs[i];
        if (i > 0) out += i + 1 < all->runs.size() ? ", " : to == Language::nl ? " en " : " and ";
        out += ordinal_named(first, to);
        if (first != last) out += (to == Language::nl ? " tot en met " : " through ") + ordinal_named(last, to);
    }
    return out;
}

}  // namespace belegd::syntax
