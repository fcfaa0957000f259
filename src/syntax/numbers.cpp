#include "syntax/numbers.hpp"

#include <algorithm>
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
#undef NUMBER
#undef ORDINAL
#undef ORDINAL_ENDING
};
constexpr Named kOrdinals[] = {
#define ORDINAL(value, nl, en) {value, nl, en},
#include "numbers.def"
#undef NUMBER
#undef ORDINAL
#undef ORDINAL_ENDING
};
constexpr std::string_view kOrdinalEndings[] = {
#define ORDINAL_ENDING(ending) ending,
#include "numbers.def"
#undef NUMBER
#undef ORDINAL
#undef ORDINAL_ENDING
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

}  // namespace belegd::syntax
