#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace belegd::syntax {

/// Every word and phrase of the language; the table is dsl/vocabulary.def.
enum class Word : std::uint16_t {
    none,
#define WORD(id, ...) id,
#include "vocabulary.def"
#undef WORD
#undef GROUP
#undef TAKES
#undef HOLDS
    protected_name,  ///< a declared name that would otherwise be read as several words (`Alphen aan den Rijn`)
    count_
};

/// Where a phrase may stand (bits).
enum Role : std::uint32_t {
    Declares = 1,
    Verb = 2,
    Leads = 4,
    Clause = 8,
    Joins = 16,
    Status = 64,
    Certainty = 128,
    Value = 256,
    Month = 512,
    Season = 1024,
    Unit = 2048,
    Cites = 4096,
    Protected = 8192,
    Links = 16384,
    Modal = 32768,
    Part = 65536,
    Local = 131072,
    Purpose = 262144,
    Binds = 524288,        // may bind the one name before it in a list
    Relation = 1048576,    // between the two sides of a comparison in a rule
    Quantifier = 2097152,  // begins a question about all or some things of a kind
    Operator = 4194304,    // `niet`, `aantal` and the like, in a condition
    Bounds = 8388608,      // before a limit: `boven 70 %`
};

/// What follows a word.
enum class Shape : std::uint8_t {
    Nothing,
    Name,
    Names,
    Matter,
    Declared,
    Text,
    Extent,
    Date,
    Quantity,
    DayOfYear,
    Citation,
    SourceRef,
    StatusWord,
    Codes,
    Place,
    Places,
    Dated,
    Cost,
    Amounts,
    Shares,
    Weights,
    PurposeWord,
    Condition,
    Bindings,
    Naming
};

struct WordInfo {
    const char* id;  ///< the English name of the idea, as in the table
    std::uint32_t roles;
    Shape shape;
    Words phrase;
    std::string_view aliases;  ///< `;` between
    Words help;
};
const WordInfo& info(Word word);

/// What joins names in a list; no word of the vocabulary, for it may stand in a name too.
inline constexpr Words kAnd{"en", "and"};
constexpr bool is_and(std::string_view folded_word) { return folded_word == kAnd.nl || folded_word == kAnd.en; }
inline bool has(Word word, unsigned roles) { return (info(word).roles & roles) != 0; }

/// The clauses that a statement takes. Transfers share those of `delegates`.
const std::vector<Word>& taken_by(Word statement);
bool takes(Word statement, Word clause);
/// Whether a statement takes the clause itself or under another of its clauses.
bool reaches(Word statement, Word clause);

/// The declarations that may stand in the block of a statement; Word::none asks for the document itself.
/// A transfer is represented by `delegates`.
const std::vector<Word>& held_by(Word statement);
bool holds(Word statement, Word inner);

/// The declarations whose line or block a word may stand in, in the order of the table.
std::vector<Word> homes_of(Word word);

}  // namespace belegd::syntax
