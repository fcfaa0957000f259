#pragma once

#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "syntax/tree.hpp"

namespace belegd::resolve {

using namespace model;

struct Phrase;

/// One item of a list, as written.
struct Item {
    enum class Kind : std::uint8_t { name, string, value, amount, group };
    Kind kind;
    syntax::Word value = syntax::Word::none;  ///< for a value: not_stated …
    Span span;
    std::string_view text;    ///< without quotation marks
    bool after_or = false;    ///< `of` stands before it
    bool after_and = false;   ///< `en` stands before it, outside a run of words
    std::vector<Phrase> own;  ///< clauses that bind this item alone; of a group: the list in brackets, as one phrase
    std::vector<Citation::Part> parts;  ///< `Wgs art 3`: the name is a law, and this the place in it
    std::uint32_t argument = 0;         ///< node of an amount or share, 0 for none
};

/// A place in a law or document, as written.
struct Place {
    syntax::Word value = syntax::Word::none;  ///< for `niet vermeld`
    std::string_view name;
    std::vector<Citation::Part> parts;
    Span span;
};

/// A word with its argument and the clauses that belong to it: what the tree says, in the shape the model asks for.
struct Phrase {
    syntax::Word word = syntax::Word::none;
    syntax::Word modal = syntax::Word::none;  ///< moet, kan
    const syntax::Tree* tree = nullptr;
    std::uint32_t node = 0;
    Span span;                   ///< the word and its own argument
    Span whole;                  ///< with its clauses
    std::vector<Item> items;     ///< of a list, name or text
    std::vector<Place> places;   ///< of a citation or source; the number of an article of one's own
    std::uint32_t argument = 0;  ///< node of a date, quantity, day or status; 0 for none
    Text title;                  ///< of a declaration
    Span title_span;
    Certainty certainty = Certainty::stated;
    Span certainty_span = {};  ///< of the word for it; empty for what is stated
    bool broken = false;       ///< part of it could not be read, which is said already
    std::vector<Phrase> clauses;
    std::vector<std::uint32_t> block;  ///< nodes of the statements in its block

    const Phrase* clause(syntax::Word wanted) const {
        for (const auto& each : clauses)
            if (each.word == wanted) return &each;
        return nullptr;
    }
};

}  // namespace belegd::resolve
