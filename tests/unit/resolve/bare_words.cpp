#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "property/scale.hpp"
#include "syntax/words.hpp"
#include "unit/resolve/resolved.hpp"

using namespace belegd;
using namespace belegd::syntax;

namespace {

/// Every kind of name once, so that a declaration may stand alone.
const std::string kAround = resolved::kBasis +
                            "orgaan bestuur van Oost\n"
                            "wet Wet \"Wet\"\n"
                            "samenwerking Dienst { deelnemers Oost, West }\n";

std::vector<Word> declaring() {
    std::vector<Word> out;
    for (std::size_t at = 1; at < static_cast<std::size_t>(Word::protected_name); ++at)
        if (const auto word = static_cast<Word>(at); has(word, Declares | Verb)) out.push_back(word);
    return out;
}

/// What may stand behind a word when its writer is not yet done.
constexpr std::string_view kBegun[] = {"", " ,", " (", " niet vermeld"};

}  // namespace

TEST_CASE("bare words: a clause without what it asks for breaks nothing, wherever it stands") {
    std::size_t tried = 0;
    const auto read = [&](const std::string& statement) {
        if (++tried % naive::one_in() != 0) return;
        CAPTURE(statement);
        CHECK_NOTHROW(resolved::Resolved(kAround + statement));
    };
    for (const auto head : declaring()) {
        const std::string start(info(head).phrase.nl);
        for (const auto* inside : {&taken_by(head), &held_by(head)})
            for (const auto word : *inside)
                for (const auto begun : kBegun) {
                    const auto clause = std::string(info(word).phrase.nl) + std::string(begun);
                    read(start + " nieuw " + clause + "\n");
                    read(start + " nieuw {\n  " + clause + "\n}\n");
                }
    }
    CHECK(tried > 1000);
}
