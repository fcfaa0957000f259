// The formatter on many texts: what is written says the same, and nothing is lost.
#include "syntax/format.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "property/scale.hpp"
#include "property/texts.hpp"
#include "render/facts.hpp"
#include "resolve/from_syntax.hpp"
#include "syntax/load.hpp"
#include "syntax/meaning.hpp"
#include "syntax/parser.hpp"

// After the messages, which have a macro of the same name as doctest.
#include <doctest/doctest.h>

namespace belegd {
namespace {

namespace fs = std::filesystem;
using syntax::formatted;

const syntax::Lexicon& lexicon() {
    static const auto out = [] {
        Diagnostics nothing;
        return syntax::load(
                   "", "", [](const std::string&) { return std::nullopt; }, nothing)
            .lexicon;
    }();
    return out;
}

struct Named {
    std::string name, text;
};

/// The models, the library, and the models of every page that tests or documents the language.
std::vector<Named> real_texts() {
    std::vector<Named> out;
    for (const auto& file : embedded::library()) out.push_back({std::string(file.name), std::string(file.text)});
    for (const auto* folder : {"/models", "/tests/cases", "/dsl/reference"})
        for (const auto& each : fs::recursive_directory_iterator(std::string(BELEGD_ROOT) + folder)) {
            if (!each.is_regular_file()) continue;
            std::ifstream in(each.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
            if (each.path().extension() == ".belegd") out.push_back({each.path().string(), text});
            if (each.path().extension() != ".md") continue;
            const std::string fence = "\n```belegd";
            for (auto at = text.find(fence); at != std::string::npos; at = text.find(fence, at + 1)) {
                const auto begin = text.find('\n', at + 1) + 1, end = text.find("\n```", begin);
                if (end != std::string::npos)
                    out.push_back({each.path().string(), text.substr(begin, end + 1 - begin)});
            }
        }
    std::stable_sort(out.begin(), out.end(), [](const Named& a, const Named& b) {
        return std::tie(a.name, a.text) < std::tie(b.name, b.text);
    });
    // A page shows one model as wrong, right and in English words: each text once.
    std::set<std::string> seen;
    std::erase_if(out, [&](const Named& each) { return !seen.insert(each.text).second; });
    return out;
}

struct Read {
    Sources sources;
    Diagnostics mistakes;
    syntax::Tree tree;
    syntax::Meaning meaning;

    explicit Read(const std::string& text) {
        sources.add(Source("", text));
        tree = syntax::parse(sources, 0, lexicon(), mistakes);
        meaning = syntax::meaning(text, tree, syntax::pieces(text, tree, lexicon(), {}));
    }
};

/// The facts of a text, without what they repeat of it: how an amount or an apostrophe was written.
std::string facts(const std::string& text) {
    Diagnostics mistakes;
    const auto texts = syntax::load(
        "model.belegd", text, [](const std::string&) { return std::nullopt; }, mistakes);
    const auto model = resolve::from_syntax(texts.sources, texts.trees, mistakes);
    if (mistakes.unreadable()) return {};
    auto out = render::facts(model);
    for (const std::string_view sign :
         {"EUR ", "\xE2\x82\xAC ", "\xE2\x82\xAC", ".", ",-", ",", "\xE2\x80\x98", "\xE2\x80\x99", "'"})
        for (auto at = out.find(sign); at != std::string::npos; at = out.find(sign, at)) out.erase(at, sign.size());
    return out;
}

/// The first line in which two texts differ, in both; empty when they do not.
std::string difference(std::string_view a, std::string_view b) {
    if (a == b) return {};
    auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto line = [](std::string_view text, std::size_t at) {
        const auto begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
        return std::string(text.substr(begin, text.find('\n', at) - begin));
    };
    return line(a, static_cast<std::size_t>(x - a.begin())) + " <> " + line(b, static_cast<std::size_t>(y - b.begin()));
}

/// What must survive whatever the text: every character but blanks, in the form to which signs are brought, sorted.
std::string characters_of(std::string_view text) {
    std::string out;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        const auto [character, bytes] = folded_character(text);
        auto kept = std::string(text.substr(0, bytes));
        for (const auto* quote : {"“", "”", "„", "«", "»"})
            if (kept == quote) kept = "\"";
        if (character == '-' || character == '\'') kept = character == '-' ? "-" : "'";
        if (!is_blank(character) && character != '\n' && character != '\r') out += kept;
        text.remove_prefix(bytes);
    }
    return out;
}

void check_same(const std::string& before, const std::string& after) {
    const Read a(before), b(after);
    CHECK(a.meaning.comments == b.meaning.comments);
    CHECK(a.meaning.steps.size() == b.meaning.steps.size());
    CHECK(a.meaning.steps == b.meaning.steps);
    CHECK(a.mistakes.items().size() == b.mistakes.items().size());
}

void check_all(const Named& each) {
    CAPTURE(each.name);
    CAPTURE(each.text);
    if (!formatted(each.text, lexicon()).readable) return;
    const auto once = formatted(each.text, lexicon());
    CHECK(once.kept.empty());
    CHECK(formatted(once.text, lexicon()).text == once.text);
    check_same(each.text, once.text);
    // To read a text costs most of the time; the same text says the same.
    std::map<std::string, std::string> known;
    const auto facts_of = [&](const std::string& text) -> const std::string& {
        const auto [at, is_new] = known.try_emplace(text);
        if (is_new) at->second = facts(text);
        return at->second;
    };
    const auto said = facts_of(each.text);
    CHECK(difference(facts_of(once.text), said) == "");

    const auto english = formatted(each.text, lexicon(), Language::en);
    CAPTURE(english.text);
    if (english.kept_language) return;
    CHECK(formatted(english.text, lexicon()).text == english.text);
    CHECK(difference(facts_of(english.text), said) == "");
    const auto dutch = formatted(english.text, lexicon(), Language::nl);
    CAPTURE(dutch.text);
    if (dutch.kept_language) CHECK(said.empty());  // a number that cannot be read in the one language or the other
    CHECK(difference(facts_of(dutch.text), said) == "");
}

/// One of the shares in which the texts are looked at, so that several processors can.
void check_share(std::size_t share, std::size_t shares) {
    const auto texts = real_texts();
    CHECK(texts.size() > 50);
    for (auto i = share; i < texts.size(); i += shares * naive::one_in()) check_all(texts[i]);
}

}  // namespace

TEST_CASE("format: the models, the library and the texts of all pages keep their meaning in both languages, 1 of 4") {
    check_share(0, 4);
}
TEST_CASE("format: the models, the library and the texts of all pages keep their meaning in both languages, 2 of 4") {
    check_share(1, 4);
}
TEST_CASE("format: the models, the library and the texts of all pages keep their meaning in both languages, 3 of 4") {
    check_share(2, 4);
}
TEST_CASE("format: the models, the library and the texts of all pages keep their meaning in both languages, 4 of 4") {
    check_share(3, 4);
}

TEST_CASE("format: random texts keep their meaning in both languages") {
    std::size_t readable = 0;
    for (std::uint32_t seed = 0; seed < 300; seed += naive::one_in()) {
        const Named each{std::to_string(seed), naive::random_text(seed)};
        check_all(each);
        if (Read(each.text).mistakes.items().empty()) ++readable;
    }
    CHECK(readable * naive::one_in() > 250);  // otherwise little has been tested
}

TEST_CASE("format: mutilated texts come to rest and lose no character") {
    for (std::uint32_t seed = 0; seed < 2000; seed += naive::one_in()) {
        const auto text = naive::mutilated(naive::random_text(seed / 8), seed);
        CAPTURE(seed);
        CAPTURE(text);
        const auto once = formatted(text, lexicon());
        CHECK(formatted(once.text, lexicon()).text == once.text);
        check_same(text, once.text);
        for (const auto into : {Language::nl, Language::en}) {
            const auto there = formatted(text, lexicon(), into);
            CHECK(formatted(there.text, lexicon(), into).text == there.text);
        }
    }
}

TEST_CASE("format: without aliases to replace, the very characters stay") {
    for (const auto& each : real_texts()) {
        CAPTURE(each.name);
        const auto once = formatted(each.text, lexicon());
        if (!once.readable || !each.name.ends_with(".belegd")) continue;
        CHECK(characters_of(once.text) == characters_of(each.text));
    }
}

}  // namespace belegd
