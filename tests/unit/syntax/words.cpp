#include "syntax/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/fold.hpp"

using namespace belegd;
using namespace belegd::syntax;

namespace {

std::vector<Word> all_words() {
    std::vector<Word> out;
    for (std::size_t i = 1; i < static_cast<std::size_t>(Word::protected_name); ++i)
        out.push_back(static_cast<Word>(i));
    return out;
}

std::vector<std::string> spellings(Word word) {
    std::vector<std::string> out{folded(info(word).phrase.nl), folded(info(word).phrase.en)};
    for (auto left = info(word).aliases; !left.empty();) {
        const auto end = std::min(left.find(';'), left.size());
        out.push_back(folded(left.substr(0, end)));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace

TEST_CASE("words: no spelling has two meanings in one place") {
    std::map<std::string, std::vector<Word>> meanings;
    for (const auto word : all_words())
        for (const auto& spelling : spellings(word)) meanings[spelling].push_back(word);
    for (const auto& each : meanings) {
        if (each.first == "of") continue;  // `van` in English, `or` in Dutch: the language line decides
        const auto& words = each.second;
        for (std::size_t i = 0; i < words.size(); ++i)
            for (std::size_t j = i + 1; j < words.size(); ++j) {
                CAPTURE(each.first);
                CAPTURE(info(words[i]).id);
                CAPTURE(info(words[j]).id);
                const auto places = Declares | Verb | Leads | Clause | Status | Certainty | Value | Month | Season |
                                    Unit | Cites | Links;
                CHECK((info(words[i]).roles & info(words[j]).roles & places) == 0);
            }
    }
}

TEST_CASE("words: every word has a place, a phrase and a line of help in both languages") {
    for (const auto word : all_words()) {
        const auto& each = info(word);
        CAPTURE(each.id);
        CHECK(each.roles != 0);
        CHECK_FALSE(each.phrase.nl.empty());
        CHECK_FALSE(each.phrase.en.empty());
        CHECK_FALSE(each.help.nl.empty());
        CHECK_FALSE(each.help.en.empty());
    }
}

TEST_CASE("words: only what may follow on a line can join one") {
    for (const auto word : all_words()) {
        CAPTURE(info(word).id);
        if (has(word, Joins)) CHECK(has(word, Clause));
    }
}

TEST_CASE("words: what a statement takes are clauses, what a block holds begins a statement") {
    for (const auto word : all_words()) {
        CAPTURE(info(word).id);
        for (const auto clause : taken_by(word)) CHECK_MESSAGE(has(clause, Clause | Leads), info(clause).id);
        for (const auto inner : held_by(word)) CHECK_MESSAGE(has(inner, Declares | Verb | Leads), info(inner).id);
    }
}

TEST_CASE("words: every verb takes the clauses of a transfer") {
    for (const auto word : all_words()) {
        if (!has(word, Verb)) continue;
        CAPTURE(info(word).id);
        CHECK(takes(word, Word::to));
        CHECK(takes(word, Word::from));
        CHECK(holds(Word::cooperation, word));
        CHECK_FALSE(takes(word, Word::participants));
    }
}
