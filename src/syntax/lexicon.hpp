#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/words.hpp"

namespace belegd::syntax {

/// The phrases of the table and the protected names, ready to be looked up at any place of a text.
/// Both vocabularies are always known; the language decides only what the word `of` means.
class Lexicon {
   public:
    Lexicon();
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;
    Lexicon(Lexicon&&) = default;
    Lexicon& operator=(Lexicon&&) = default;
    /// From now on `name` is read as one name although it holds a comma, a bracket or a clause word.
    void protect(std::string_view name);

    /// The library has this name: what stands around it in a run of words is no part of it.
    void know(std::string_view name);
    bool knows(const std::string& folded_name) const { return known_.count(folded_name) != 0; }

    struct Match {
        Word word = Word::none;
        std::uint32_t length = 0;  ///< bytes of the text
    };
    /// Every phrase that stands at the start of `text`, longest first; at most kMost.
    static constexpr std::size_t kMost = 8;
    std::size_t matches(std::string_view text, Language language, Match (&found)[kMost]) const;

    /// Whether a name must be protected or quoted to be read as one.
    /// Phrases in the roles `but_for` do not count.
    bool needs_quotes(std::string_view name, unsigned but_for = 0) const;

   private:
    /// `regelt niet vermeld` is `regelt` with a value, and not `regelt niet`.
    bool cuts_value(std::string_view text, std::size_t length, Language language) const;

    struct Phrase {
        std::string rest;     ///< folded, after the first word
        std::int32_t second;  ///< with which character its second word begins; 0 where it has none
        Word word;
        int only;  ///< 0 always, 1 only in Dutch files, 2 only in English ones
    };
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t list = 0;  ///< index + 1
    };
    /// By the hash of the first word, in the first free slot from there on.
    struct Table {
        std::vector<Slot> slots = std::vector<Slot>(2048);
        std::vector<std::vector<Phrase>> lists;

        std::size_t slot_of(std::uint64_t hash) const;
        void add(std::string_view phrase, Word word, int only);
    };
    static std::shared_ptr<const Table> vocabulary();

    std::set<std::string> known_;
    std::shared_ptr<const Table> table_;  ///< that of the vocabulary, until a name is protected
    std::shared_ptr<Table> own_;          ///< the same, from then on
};

/// A name as it has to be written to be read as that name: in quotation marks where it needs them. A name of the
/// library that is protected needs none, and is no name for this function.
std::string name_to_write(std::string_view name);

}  // namespace belegd::syntax
