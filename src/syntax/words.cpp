#include "syntax/words.hpp"

#include <algorithm>
#include <array>
#include <bitset>

namespace belegd::syntax {
namespace {

constexpr std::array<WordInfo, static_cast<std::size_t>(Word::count_)> kWords = {{
    {"none", 0, Shape::Nothing, {}, "", {}},
#define WORD(id, roles, shape, nl, en, aliases, help_nl, help_en) \
    {#id, (roles), Shape::shape, {nl, en}, aliases, {help_nl, help_en}},
#include "vocabulary.def"
#undef WORD
#undef GROUP
#undef TAKES
#undef HOLDS
    {"protected_name", Protected, Shape::Nothing, {}, "", {}},
}};

using Lists = std::array<std::vector<Word>, static_cast<std::size_t>(Word::count_)>;

/// A word of a list in the table, or the words of a group.
struct Listed {
    std::vector<Word> words;
    Listed(Word word) : words{word} {}
    Listed(const std::vector<Word>& group) : words(group) {}
};

std::vector<Word> together(std::initializer_list<Listed> parts) {
    std::vector<Word> out;
    for (const auto& part : parts) out.insert(out.end(), part.words.begin(), part.words.end());
    return out;
}

/// In the table `transfer` stands for every verb, `document` for the file, and `form_clause` for what is declared
/// elsewhere and named here (`vorm`, `hoedanigheid`).
struct Table {
    using enum Word;
    static constexpr Word transfer = delegates, document = none, form_clause = protected_name;

    static Lists clauses() {
        Lists lists;
#define GROUP(id, ...) const auto id = together({__VA_ARGS__});
#define TAKES(id, ...) lists[static_cast<std::size_t>(id)] = together({__VA_ARGS__});
#include "vocabulary.def"
#undef WORD
#undef GROUP
#undef TAKES
#undef HOLDS
        return lists;
    }
    static Lists statements() {
        Lists lists;
#define GROUP(id, ...) const auto id = together({__VA_ARGS__});
#define HOLDS(id, ...) lists[static_cast<std::size_t>(id)] = together({__VA_ARGS__});
#include "vocabulary.def"
#undef WORD
#undef GROUP
#undef TAKES
#undef HOLDS
        return lists;
    }
};

Word representative(Word word) { return has(word, Verb) ? Word::delegates : word; }
bool contains(const std::vector<Word>& list, Word word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

const WordInfo& info(Word word) { return kWords[static_cast<std::size_t>(word)]; }

const std::vector<Word>& taken_by(Word statement) {
    static const Lists lists = Table::clauses();
    return lists[static_cast<std::size_t>(representative(statement))];
}

namespace {

// Asked for nearly every word that is read.
using Pairs = std::vector<std::bitset<static_cast<std::size_t>(Word::count_)>>;

const Pairs& taken() {
    static const auto table = [] {
        Pairs out(static_cast<std::size_t>(Word::count_));
        for (std::size_t i = 0; i < out.size(); ++i)
            for (const auto each : taken_by(static_cast<Word>(i))) out[i].set(static_cast<std::size_t>(each));
        return out;
    }();
    return table;
}

/// Taken, or taken by what is.
const Pairs& reached() {
    static const auto table = [] {
        auto out = taken();
        for (std::size_t i = 0; i < out.size(); ++i)
            for (const auto each : taken_by(static_cast<Word>(i))) out[i] |= taken()[static_cast<std::size_t>(each)];
        return out;
    }();
    return table;
}

}  // namespace

bool takes(Word statement, Word clause) {
    return taken()[static_cast<std::size_t>(statement)][static_cast<std::size_t>(clause)];
}

bool reaches(Word statement, Word clause) {
    return reached()[static_cast<std::size_t>(statement)][static_cast<std::size_t>(clause)];
}

const std::vector<Word>& held_by(Word statement) {
    static const Lists lists = Table::statements();
    return lists[static_cast<std::size_t>(statement)];
}

bool holds(Word statement, Word inner) { return contains(held_by(statement), representative(inner)); }

std::vector<Word> homes_of(Word word) {
    std::vector<Word> out;
    for (std::size_t i = 1; i < static_cast<std::size_t>(Word::count_); ++i)
        if (const auto each = static_cast<Word>(i);
            has(each, Declares) && each != word && (holds(each, word) || takes(each, word)))
            out.push_back(each);
    // What a test asks after stands first of all where it is said.
    if (out.size() > 1) out.erase(std::remove(out.begin(), out.end(), Word::test), out.end());
    return out;
}

}  // namespace belegd::syntax
