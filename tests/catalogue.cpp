// The three tables that belegd speaks from, codes, sentences and words, and the pages that explain the codes.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/fold.hpp"
#include "diagnostics/diagnostic.hpp"
#include "literate.hpp"
#include "syntax/words.hpp"

namespace belegd {
namespace {

using literate::Case;
using syntax::Word;

constexpr const char* kPages = "dsl/reference/findings";

/// The places in a sentence that are filled in, `{0}`.
std::set<std::string> placeholders(std::string_view text) {
    std::set<std::string> out;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        const auto inside = text.substr(open + 1, close == std::string_view::npos ? 0 : close - open - 1);
        if (!inside.empty() && inside.find_first_not_of("0123456789") == std::string_view::npos) out.emplace(inside);
    }
    return out;
}

std::size_t braces(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '{') +
                                    std::count(text.begin(), text.end(), '}'));
}

/// The words of the table, without the first and the last, which have no phrase.
std::vector<Word> words() {
    std::vector<Word> out;
    for (auto i = 1; i < static_cast<int>(Word::protected_name); ++i) out.push_back(static_cast<Word>(i));
    return out;
}

/// Every spelling of a word, folded.
std::set<std::string> phrases(Word word) {
    const auto& entry = syntax::info(word);
    std::set<std::string> out{folded(entry.phrase.nl), folded(entry.phrase.en)};
    for (auto left = entry.aliases; !left.empty();) {
        const auto end = std::min(left.find(';'), left.size());
        out.insert(folded(left.substr(0, end)));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return out;
}

/// Two words may be spelt alike when the language of the file decides which is meant: `of` is "or" in Dutch, "van" in
/// English.
bool told_by_language(Word a, Word b) { return std::minmax(a, b) == std::minmax(Word::of, Word::or_); }

/// Of the words that may stand in one place no two share a spelling.
void check_apart(const std::vector<Word>& together, const std::string& where) {
    std::map<std::string, Word> known;
    for (const auto word : together)
        for (const auto& phrase : phrases(word)) {
            const auto [first, is_new] = known.try_emplace(phrase, word);
            if (is_new || first->second == word || told_by_language(first->second, word)) continue;
            FAIL_CHECK(fmt::format("{}: ‘{}’ is both {} and {}", where, phrase, syntax::info(first->second).id,
                                   syntax::info(word).id));
        }
}

std::vector<Word> with(unsigned roles) {
    auto out = words();
    std::erase_if(out, [&](Word word) { return !syntax::has(word, roles); });
    return out;
}

}  // namespace

TEST_CASE("Every code has a page with a wrong and a right example, and the page shows the code in both languages") {
    std::map<std::string, literate::Page> pages;
    for (auto& page : literate::pages(kPages)) {
        const auto name = std::filesystem::path(page.path).stem().string();
        pages.emplace(name, std::move(page));
    }
    for (const auto code : all_codes()) {
        const auto& known = info(code);
        const auto found = pages.find(known.id);
        if (found == pages.end()) {
            FAIL_CHECK(fmt::format("{} has no page in {}", known.id, kPages));
            continue;
        }
        const auto& page = found->second;
        CAPTURE(page.path);
        const auto title = fmt::format("# {} {} / {}", known.id, known.name.nl, known.name.en);
        CHECK((page.lines.empty() ? std::string() : page.lines.front()) == title);
        bool shown[2] = {false, false}, right = false;
        for (const auto& one : page.cases) {
            const auto said = literate::analysis(one);
            const auto& items = said->diagnostics.items();
            const bool there =
                std::any_of(items.begin(), items.end(), [&](const Diagnostic& item) { return item.code == code; });
            if (one.role == Case::Role::wrong) {
                CHECK_MESSAGE(there, "line ", one.line, ": the wrong example does not have the finding");
                CHECK_MESSAGE(one.words.has_value(), "line ", one.line, ": the wrong example has no words");
                const auto language = static_cast<std::size_t>(said->texts.language == Language::en);
                shown[language] = shown[language] || (one.words && literate::shows(*one.words, code));
            }
            if (one.role == Case::Role::right) {
                CHECK_MESSAGE(!there, "line ", one.line, ": the right example has the finding");
                right = true;
            }
        }
        CHECK_MESSAGE(shown[0], "no wrong example shows the code in Dutch");
        CHECK_MESSAGE(shown[1], "no wrong example shows the code in English");
        CHECK_MESSAGE(right, "there is no right example");
    }
    for (const auto& page : pages) {
        const auto& codes = all_codes();
        if (std::none_of(codes.begin(), codes.end(), [&](Code code) { return page.first == info(code).id; }))
            FAIL_CHECK(fmt::format("{} is the page of no code", page.second.path));
    }
}

TEST_CASE("Every sentence says the same in both languages") {
    for (const auto& sentence : all_sentences()) {
        const auto nl = sentence.nl, en = sentence.en;
        CAPTURE(std::string(sentence.id));
        CHECK(!nl.empty());
        CHECK(!en.empty());
        const auto filled = placeholders(nl);
        CHECK(filled == placeholders(en));
        // The places are numbered from 0; where there are any, a brace that is no place would not be printed.
        for (std::size_t i = 0; i < filled.size(); ++i) CHECK(filled.contains(std::to_string(i)));
        if (!filled.empty()) {
            CHECK(braces(nl) % 2 == 0);
            CHECK(braces(en) % 2 == 0);
        }
    }
}

TEST_CASE("Every code has a name in both languages, and no two share one") {
    std::set<std::string> names;
    for (const auto code : all_codes()) {
        const auto &nl = info(code).name.nl, &en = info(code).name.en;
        CAPTURE(std::string(info(code).id));
        CHECK(!nl.empty());
        CHECK(!en.empty());
        CHECK(names.insert(folded(nl)).second);
        CHECK((nl == en || names.insert(folded(en)).second));
    }
}

TEST_CASE("Every word has a phrase and a line of help in both languages") {
    for (const auto word : words()) {
        const auto& entry = syntax::info(word);
        CAPTURE(std::string(entry.id));
        CHECK(!entry.phrase.nl.empty());
        CHECK(!entry.phrase.en.empty());
        CHECK(!entry.help.nl.empty());
        CHECK(!entry.help.en.empty());
        CHECK(entry.roles != 0);
    }
}

TEST_CASE("No phrase means two things in one place") {
    // Where the grammar looks for any of these, the word it finds must be the only one.
    check_apart(with(syntax::Declares | syntax::Verb), "at the beginning of a line");
    check_apart(with(syntax::Clause | syntax::Value | syntax::Certainty | syntax::Links), "in a statement");
    for (const auto role : {syntax::Status, syntax::Certainty, syntax::Value, syntax::Month, syntax::Season,
                            syntax::Unit, syntax::Cites, syntax::Links})
        check_apart(with(role), fmt::format("in the closed list {}", static_cast<unsigned>(role)));
    // What may begin a line in the block of a statement.
    for (const auto statement : words()) {
        auto inside = syntax::taken_by(statement);
        for (const auto word : syntax::held_by(statement)) inside.push_back(word);
        if (syntax::holds(statement, Word::delegates))
            for (const auto verb : with(syntax::Verb)) inside.push_back(verb);
        std::sort(inside.begin(), inside.end());
        inside.erase(std::unique(inside.begin(), inside.end()), inside.end());
        check_apart(inside, fmt::format("in the block of {}", syntax::info(statement).id));
    }
}

TEST_CASE("Every clause belongs to a statement, and every declaration stands somewhere") {
    std::set<Word> taken, held;
    for (auto i = 0; i < static_cast<int>(Word::count_); ++i) {
        const auto statement = static_cast<Word>(i);
        taken.insert(syntax::taken_by(statement).begin(), syntax::taken_by(statement).end());
        held.insert(syntax::held_by(statement).begin(), syntax::held_by(statement).end());
    }
    for (const auto word : words()) {
        const auto& entry = syntax::info(word);
        CAPTURE(std::string(entry.id));
        if (syntax::has(word, syntax::Clause | syntax::Leads)) CHECK((taken.contains(word) || held.contains(word)));
        const bool first_lines = word == Word::language || word == Word::use;  // read before anything else
        if (syntax::has(word, syntax::Declares) && !first_lines) CHECK(held.contains(word));
    }
    // What is taken leads a clause, what is held a declaration or a transfer.
    for (const auto word : taken) {
        CAPTURE(std::string(syntax::info(word).id));
        CHECK(syntax::has(word, syntax::Clause | syntax::Leads));
    }
    for (const auto word : held) {
        CAPTURE(std::string(syntax::info(word).id));
        CHECK(syntax::has(word, syntax::Declares | syntax::Verb | syntax::Leads));
    }
}

}  // namespace belegd
