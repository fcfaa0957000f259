#include "syntax/amounts.hpp"

#include <algorithm>
#include <cstdint>

#include "base/fold.hpp"

namespace belegd::syntax {
namespace {

struct Multiple {
    int zeros = 0;
    std::string_view word;
};
constexpr Multiple kMultiples[] = {
#define MULTIPLE(zeros, word) {zeros, word},
#include "numbers.def"
};

constexpr std::string_view kOrMore[] = {
#define OR_MORE(words) words,
#include "set_phrases.def"
};
constexpr std::string_view kOrLess[] = {
#define OR_LESS(words) words,
#include "set_phrases.def"
};

/// The letters that a text begins with.
std::string_view letters_at(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto end = std::find_if_not(text.begin(), text.end(), letter);
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (length < text.size() && is_word_character(folded_character(text.substr(length)).character)) return {};
    return text.substr(0, length);
}

Multiple multiple_named(std::string_view word) {
    for (const auto& each : kMultiples)
        if (folds_to(word, each.word)) return {each.zeros, word};
    return {};
}

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && is_blank(folded_character(text).character))
        text.remove_prefix(folded_character(text).bytes);
    return text;
}

/// `1,5` with six zeros → `1.500.000`; nothing when a mark stands where the language has none.
std::string with_zeros(std::string_view figure, int zeros, Language language) {
    const char group = language == Language::nl ? '.' : ',', decimal = language == Language::nl ? ',' : '.';
    std::string whole, fraction;
    bool in_fraction = false;
    std::size_t since_group = 0;
    for (const char c : figure) {
        if (is_digit(c)) {
            (in_fraction ? fraction : whole) += c;
            ++since_group;
        } else if (c == decimal && !in_fraction) {
            in_fraction = true;
        } else if (c == group && !in_fraction) {
            since_group = 0;
        } else {
            return {};
        }
    }
    const auto count = static_cast<std::size_t>(zeros);
    // `1.5 miljoen` in a Dutch file: no group of thousands.
    if (whole.empty() || fraction.size() > count ||
        (figure.find(group) != std::string_view::npos && !in_fraction && since_group != 3))
        return {};
    fraction.resize(count, '0');
    whole += fraction;
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    std::string out;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) out += group;
        out += whole[i];
    }
    return out;
}

}  // namespace

std::size_t currency_at(std::string_view text) {
    constexpr std::string_view kSign = "\u20AC";
    if (text.starts_with(kSign)) return kSign.size();
    if (text.empty() || (text.front() != 'e' && text.front() != 'E')) return 0;
    const auto word = letters_at(text);
    return folds_to(word, "eur") || folds_to(word, "euro") ? word.size() : 0;
}

std::size_t multiple_at(std::string_view text) {
    const auto word = letters_at(text);
    if (word.empty() || multiple_named(word).zeros == 0) return 0;
    return word.size() + (text.substr(word.size()).starts_with('.') ? 1 : 0);
}

OpenSide open_side_at(std::string_view text) {
    if (text.size() < 2 || (text.front() != 'o' && text.front() != 'O')) return {};
    const auto length_of = [&](const auto& all) -> std::size_t {
        for (const std::string_view words : all)
            if (folds_to(text.substr(0, words.size()), words) &&
                (text.size() == words.size() ||
                 !is_word_character(folded_character(text.substr(words.size())).character)))
                return words.size();
        return 0;
    };
    if (const auto bytes = length_of(kOrMore); bytes > 0) return {true, bytes};
    return {false, length_of(kOrLess)};
}

std::string figure_of(std::string_view amount, Language language) {
    amount.remove_prefix(std::min(amount.find_first_of("0123456789"), amount.size()));
    const auto end = std::min(amount.find_first_not_of("0123456789.,"), amount.size());
    auto figure = amount.substr(0, end);
    const auto behind = amount.substr(end);
    const char decimal = language == Language::nl ? ',' : '.';
    const bool marked = !figure.empty() && (figure.back() == ',' || figure.back() == '.');
    if (marked) {
        // `,-`, `,--`, `.-`, and the dash that a word processor makes of them: no cents.
        figure.remove_suffix(1);
        return std::string(figure) + (figure.find(decimal) == std::string_view::npos ? std::string(1, decimal) : ",") +
               "-";
    }
    const auto multiple = multiple_named(letters_at(without_blanks(behind)));
    if (multiple.zeros == 0) return std::string(figure);
    const auto out = with_zeros(figure, multiple.zeros, language);
    return out.empty() ? std::string(figure) + " " + std::string(multiple.word) : out;
}

}  // namespace belegd::syntax
