#include "syntax/spelling.hpp"

#include <algorithm>
#include <vector>

#include "base/fold.hpp"
#include "syntax/amounts.hpp"
#include "syntax/numbers.hpp"

namespace belegd::syntax {
namespace {

std::vector<std::string_view> aliases_of(Word word) {
    std::vector<std::string_view> out;
    for (auto left = info(word).aliases; !left.empty();) {
        const auto end = std::min(left.find(';'), left.size());
        if (end > 0) out.push_back(left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return out;
}

std::size_t shared_beginning(std::string_view a, std::string_view b) {
    const auto [here, there] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    (void)there;
    return static_cast<std::size_t>(here - a.begin());
}

std::string_view up_to_blank(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

/// Whether a Dutch phrase ends in its verb, as behind `moet` or `kan`: `opdragen`, `volmacht verlenen voor`.
bool ends_in_infinitive(std::string_view phrase) {
    constexpr std::string_view kFor = " voor";
    if (phrase.ends_with(kFor)) phrase.remove_suffix(kFor.size());
    return phrase.ends_with("en");
}

/// `mandateert` → `mandateren`, `draagt op` → `opdragen`, `mandates` → `mandate`, when the table has that form.
std::string infinitive(Word word, Language language) {
    const std::string_view phrase = info(word).phrase.in(language);
    std::string_view best;
    for (const auto alias : aliases_of(word)) {
        if (language == Language::en) {
            if (std::string(up_to_blank(alias)) + "s" == up_to_blank(phrase)) return std::string(alias);
        } else if (ends_in_infinitive(alias) &&
                   (best.empty() || shared_beginning(alias, phrase) > shared_beginning(best, phrase))) {
            best = alias;
        }
    }
    return std::string(best.empty() ? phrase : best);
}

/// `maanden` → `maand`, `months` → `month`, when the table has that form.
std::string singular(Word word, Language language) {
    const std::string_view phrase = info(word).phrase.in(language);
    const auto aliases = aliases_of(word);
    for (const auto alias : aliases)
        if (phrase.starts_with(alias)) return std::string(alias);
    for (const auto alias : aliases)
        if (language == Language::nl && alias.size() < phrase.size() && shared_beginning(alias, phrase) >= 2)
            return std::string(alias);
    return std::string(phrase);
}

char grouping(Language language) { return language == Language::nl ? '.' : ','; }
char decimal(Language language) { return language == Language::nl ? ',' : '.'; }

/// The parts of a figure: digits before and after the decimal sign, and whether `,-` ends it.
struct Figure {
    std::string whole, fraction;
    bool grouped = false, dashed = false;
};
std::optional<Figure> figure(std::string_view text, Language language) {
    Figure out;
    if (text.ends_with(",-") || text.ends_with(".-")) {
        out.dashed = true;
        text.remove_suffix(2);
        if (text.find(decimal(language)) != std::string_view::npos) return std::nullopt;
    }
    std::size_t since_group = 0;
    bool in_fraction = false;
    for (const char c : text) {
        if (is_digit(c)) {
            (in_fraction ? out.fraction : out.whole) += c;
            ++since_group;
        } else if (c == grouping(language) && !in_fraction) {
            if (out.grouped ? since_group != 3 : since_group == 0 || since_group > 3) return std::nullopt;
            out.grouped = true;
            since_group = 0;
        } else if (c == decimal(language) && !in_fraction && (!out.grouped || since_group == 3)) {
            in_fraction = true;
        } else {
            return std::nullopt;
        }
    }
    if (out.whole.empty() || (!in_fraction && out.grouped && since_group != 3)) return std::nullopt;
    if (in_fraction && (out.fraction.empty() || out.fraction.size() > 2)) return std::nullopt;
    return out;
}

/// `33,3333`: a percentage has as many decimals as it needs; three may be thousands. Whole and decimals.
std::optional<std::pair<std::string, std::string>> precise(std::string_view text, Language language) {
    constexpr std::size_t kMostDecimals = 8;
    const auto mark = text.find(decimal(language));
    if (mark == std::string_view::npos || mark == 0 || mark > 3) return std::nullopt;
    const auto whole = text.substr(0, mark), rest = text.substr(mark + 1);
    if (rest.size() < 4 || rest.size() > kMostDecimals || !std::all_of(whole.begin(), whole.end(), is_digit) ||
        !std::all_of(rest.begin(), rest.end(), is_digit))
        return std::nullopt;
    return std::pair(std::string(whole), std::string(rest));
}

std::string_view digits_of(std::string_view written) {
    return written.substr(std::min(written.find_first_of("0123456789"), written.size()));
}

}  // namespace

std::string spelled(Word word, Kind kind, std::string_view written, Language language, Surroundings around) {
    std::string phrase(info(word).phrase.in(language));
    const bool sign = !written.empty() && !is_word_character(folded_character(written).character);
    if (sign) return std::string(written);
    if (kind == Kind::reference_part && has(word, Declares) && !around.leads) {
        const auto aliases = aliases_of(word);
        return aliases.empty() ? phrase : std::string(aliases.front());
    }
    if (kind == Kind::unit && around.after_one) return singular(word, language);
    if (has(word, Verb) && around.after_modal) return infinitive(word, language);
    return phrase;
}

std::optional<std::string> spelled_figure(std::string_view written, Kind kind, Language from, Language to) {
    if (const auto named = number_named(written)) return from == to ? plain(written) : named_number(*named, to);
    auto digits = kind == Kind::amount ? figure_of(written, from) : std::string(digits_of(written));
    if (from != to) {
        const auto parts = figure(digits, from);
        if (!parts && kind == Kind::number)
            if (const auto found = precise(digits, from)) return found->first + decimal(to) + found->second;
        if (!parts) return std::nullopt;
        for (auto& c : digits) c = c == grouping(from) ? grouping(to) : c == decimal(from) ? decimal(to) : c;
        if (parts->dashed) digits.replace(digits.size() - 2, 2, to == Language::nl ? ",-" : "");
    }
    if (kind == Kind::amount) return (to == Language::nl ? "\xE2\x82\xAC " : "EUR ") + digits;
    return digits;
}

std::string worth(std::string_view written, Language language) {
    if (const auto named = number_named(written)) return std::to_string(*named) + ".00";
    const auto digits = figure_of(written, language);
    auto parts = figure(digits, language);
    if (!parts)
        if (const auto found = precise(digits, language)) return found->first + "." + found->second;
    if (!parts) return {};
    parts->fraction.resize(2, '0');
    return parts->whole + "." + parts->fraction;
}

std::string plain(std::string_view written) {
    std::string out;
    while (!written.empty()) {
        auto [character, bytes] = folded_character(written);
        if (is_blank(character)) {
            if (out.empty() || out.back() != ' ') out += ' ';
        } else if (bytes > 1 && (character == '-' || character == '\'')) {
            out += static_cast<char>(character);
        } else {
            out += written.substr(0, bytes);
        }
        written.remove_prefix(bytes);
    }
    return out;
}

}  // namespace belegd::syntax
