#include "syntax/mistakes/read_there.hpp"

#include <algorithm>
#include <string>

#include "base/fold.hpp"
#include "base/hidden.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/reading.hpp"

namespace belegd::syntax::mistaken {

std::string_view words_at(std::string_view text, std::uint32_t offset, std::size_t most) {
    auto end = offset;
    std::size_t words = 0;
    bool inside = false;
    while (end < text.size() && text[end] != '\n' && !text.substr(end).starts_with("\r\n") && text[end] != '{' &&
           text[end] != '}' && text[end] != '#' && end - offset < kLongest) {
        const bool blank = is_blank(folded_character(text.substr(end)).character);
        if (blank && inside && ++words == most) break;
        inside = !blank;
        end += folded_character(text.substr(end)).bytes;
    }
    auto found = text.substr(offset, end - offset);
    while (!found.empty() && (found.back() == ' ' || found.back() == '\t')) found.remove_suffix(1);
    return found;
}

std::string readable(std::string_view text, std::size_t most) {
    std::string out;
    std::size_t count = 0;
    while (!text.empty()) {
        if (++count > most) return out + "…";
        const auto bytes = folded_character(text).bytes;
        out += text.front() == '\t' ? " " : with_hidden_named(text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
    return out;
}

Text phrase(Word word) { return info(word).phrase; }

Message wanted(Expected expected) {
    switch (expected) {
        case Expected::list: return message::what_list;
        case Expected::date: return message::what_date;
        case Expected::text: return message::what_text;
        case Expected::quantity: return message::what_quantity;
        case Expected::day_of_year: return message::what_day_of_year;
        case Expected::citation: return message::what_citation;
        case Expected::source: return message::what_source;
        case Expected::status: return message::what_status;
        case Expected::purpose: return message::what_purpose;
        case Expected::number: return message::what_number;
        case Expected::amount: return message::what_amount;
        case Expected::shares: return message::what_shares;
        case Expected::condition: return message::what_condition;
        case Expected::binding: return message::what_binding;
        case Expected::operand: return message::what_operand;
        default: return message::what_name;
    }
}

std::vector<std::string> phrases_of(const std::vector<Word>& words) {
    std::vector<std::string> out;
    for (const auto word : words) {
        out.emplace_back(info(word).phrase.nl);
        out.emplace_back(info(word).phrase.en);
    }
    return out;
}

const std::vector<std::string>& month_phrases() {
    static const auto phrases =
        phrases_of({Word::january, Word::february, Word::march, Word::april, Word::may_, Word::june, Word::july,
                    Word::august, Word::september, Word::october, Word::november, Word::december});
    return phrases;
}

std::vector<std::string> leads_in(Word enclosing) {
    auto words = held_by(enclosing);
    const auto& clauses = taken_by(enclosing);
    words.insert(words.end(), clauses.begin(), clauses.end());
    if (enclosing == Word::none) words.insert(words.end(), {Word::language, Word::use});
    for (std::size_t i = 1; i < static_cast<std::size_t>(Word::count_); ++i)
        if (const auto word = static_cast<Word>(i);
            has(word, Verb) && (enclosing == Word::none || holds(enclosing, word)))
            words.push_back(word);
    return phrases_of(words);
}

std::optional<std::string> nearest_phrase(std::string_view text, const std::vector<std::string>& known) {
    for (std::size_t words = 3; words > 0; --words)
        if (auto found = nearest(words_at(text, 0, words), known)) return found;
    return std::nullopt;
}

bool begins_like(std::string_view text, const std::vector<std::string>& known) {
    for (std::size_t words = 3; words > 0; --words)
        if (const auto read = folded(words_at(text, 0, words));
            std::any_of(known.begin(), known.end(), [&](const std::string& each) { return folded(each) == read; }))
            return true;
    return nearest_phrase(text, known).has_value();
}

std::uint32_t node_before(const Tree& tree, std::uint32_t offset, bool (*fits)(const Node&)) {
    auto at = std::upper_bound(tree.nodes.begin(), tree.nodes.end(), offset,
                               [](std::uint32_t wanted, const Node& node) { return wanted < node.begin; });
    while (at != tree.nodes.begin())
        if (fits(*--at)) return static_cast<std::uint32_t>(at - tree.nodes.begin());
    return 0;
}

std::string_view passed_over(std::string_view text, const Tree& tree, std::uint32_t offset) {
    const auto at = node_before(tree, offset, [](const Node& node) { return node.kind == Kind::broken; });
    if (at == 0 || tree[at].begin != offset) return {};
    return words_at(text.substr(0, std::min<std::size_t>(tree[at].end, text.size())), offset, 5);
}

std::optional<std::string> nearest_date(std::string_view read) {
    std::string out;
    bool mended = false;
    if (read.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
    for (auto left = read; !left.empty();) {
        const auto end = std::min(left.find(' '), left.size());
        const auto word = left.substr(0, end);
        const bool letters = !word.empty() && (word.front() < '0' || word.front() > '9') && word.size() > 2;
        const auto near = letters ? nearest(word, month_phrases()) : std::nullopt;
        mended = mended || near;
        out += (out.empty() ? "" : " ") + (near ? *near : std::string(word));
        left.remove_prefix(std::min(end + 1, left.size()));
        while (!left.empty() && left.front() == ' ') left.remove_prefix(1);
    }
    return mended ? std::optional(out) : std::nullopt;
}

std::optional<int> half_a_year(std::string_view read) {
    const auto words = " " + folded(read) + " ";
    const auto has = [&](std::string_view part) { return words.find(part) != std::string::npos; };
    if (has(" anderhalf jaar ") || has(" one and a half year")) return 18;
    return has(" half jaar ") || has(" halfjaar ") || has(" half a year ") || has(" half year ") ? std::optional(6)
                                                                                                 : std::nullopt;
}

bool lacks_year(std::string_view read) {
    const auto blank = read.find(' ');
    if (blank > 2 || read.find(' ', blank + 1) != std::string_view::npos) return false;
    const auto word = folded(read.substr(blank + 1));
    const auto& months = month_phrases();
    return read.find_first_not_of("0123456789") == blank &&
           std::any_of(months.begin(), months.end(), [&](const std::string& month) { return folded(month) == word; });
}

}  // namespace belegd::syntax::mistaken
