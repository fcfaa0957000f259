#include "syntax/lexicon.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace belegd;
using namespace belegd::syntax;

namespace {

/// The text that the longest phrase covers, and which word it is: `draagt op = entrusts`.
std::string longest(std::string_view text, Language language = Language::nl, const Lexicon& lexicon = {}) {
    Lexicon::Match found[Lexicon::kMost];
    if (lexicon.matches(text, language, found) == 0) return "";
    return std::string(text.substr(0, found[0].length)) + " = " + info(found[0].word).id;
}

}  // namespace

TEST_CASE("lexicon: the longest phrase wins, the shorter ones come after it") {
    CHECK(longest("voor Leiden") == "voor = for_");
    CHECK(longest("voor zover") == "voor zover = insofar");
    CHECK(longest("tot en met 2023") == "tot en met = through");
    CHECK(longest("tot en") == "tot = until");
    CHECK(longest("behalve voor Leiden") == "behalve voor = except_for");
    CHECK(longest("van rechtswege") == "van rechtswege = by_law_holder");
    CHECK(longest("vergt niet") == "vergt niet = needs_not");
    CHECK(longest("verleent mandaat, volmacht en machtiging voor inkoop") ==
          "verleent mandaat, volmacht en machtiging voor = trio");
    CHECK(longest("verleent mandaat voor inkoop") == "verleent mandaat voor = mandates");

    Lexicon::Match found[Lexicon::kMost];
    REQUIRE(Lexicon().matches("tot en met", Language::nl, found) == 2);
    CHECK(found[0].word == Word::through);
    CHECK(found[1].word == Word::until);
    CHECK(found[1].length == 3);
}

TEST_CASE("lexicon: a phrase begins and ends at the edge of a word") {
    CHECK(longest("vanaffer") == "");
    CHECK(longest("van-af") == "");
    CHECK(longest("van's") == "");
    CHECK(longest("van9") == "");
    CHECK(longest("vané") == "");
    CHECK(longest("van") == "van = of");
    CHECK(longest("van,") == "van = of");
    CHECK(longest("van\n") == "van = of");
    CHECK(longest("van# rechtswege") == "van = of");
    CHECK(longest("van}") == "van = of");
    CHECK(longest("voor zoverre") == "voor = for_");
    CHECK(longest("") == "");
    CHECK(longest(" van") == "");
    CHECK(longest("70") == "");
}

TEST_CASE("lexicon: case, accents and what word processors do to blanks and hyphens do not count") {
    for (const std::string text : {"beëindigt", "Beëindigt", "BEËINDIGT", "beeindigt", "bee\u0308indigt"}) {
        CAPTURE(text);
        CHECK(longest(text) == text + " = ends");
    }
    for (const std::string text :
         {"tot en met", "Tot En Met", "tot  en\tmet", "tot\u00A0en\u00A0met", "tot\u202Fen met"}) {
        CAPTURE(text);
        CHECK(longest(text) == text + " = through");
    }
    for (const std::string text :
         {"sub-mandate permitted", "sub\u2011mandate permitted", "sub\u2013mandate permitted"}) {
        CAPTURE(text);
        CHECK(longest(text) == text + " = submandate");
    }
    CHECK(longest("tot\nen met") == "tot = until");  // a line end is no blank
}

TEST_CASE("lexicon: both vocabularies and every alias are always known") {
    for (const auto language : {Language::nl, Language::en}) {
        CHECK(longest("draagt op", language) == "draagt op = entrusts");
        CHECK(longest("entrusts", language) == "entrusts = entrusts");
        CHECK(longest("houdt", language) == "houdt = keeps");
        CHECK(longest("verwacht", language) == "verwacht = test");
        CHECK(longest("t/m", language) == "t/m = through");
        CHECK(longest("%", language) == "% = percent");
        CHECK(longest("§", language) == "§ = section");
        CHECK(longest("art.", language) == "art. = article");
        CHECK(longest("or", language) == "or = or_");
        CHECK(longest("van", language) == "van = of");
    }
}

TEST_CASE("lexicon: `niet` belongs to the value behind it before it belongs to the phrase") {
    CHECK(longest("regelt niet evaluatie") == "regelt niet = provides_not");
    CHECK(longest("regelt niet") == "regelt niet = provides_not");
    CHECK(longest("regelt niet vermeld") == "regelt = provides");
    CHECK(longest("Regelt NIET  uitputtend") == "Regelt = provides");
    CHECK(longest("vergt niet openbaar") == "vergt = needs");
    CHECK(longest("vergt niet openbaarmaking") == "vergt niet = needs_not");
}

TEST_CASE("lexicon: `of` is the one word that the language of the file decides") {
    CHECK(longest("of Leiden", Language::nl) == "of = or_");
    CHECK(longest("of Leiden", Language::en) == "of = of");
}

TEST_CASE("lexicon: every phrase of the table is found as itself") {
    const Lexicon lexicon;
    for (std::size_t i = 1; i < static_cast<std::size_t>(Word::protected_name); ++i) {
        const auto word = static_cast<Word>(i);
        for (const auto language : {Language::nl, Language::en}) {
            const auto& phrase = info(word).phrase.in(language);
            CAPTURE(phrase);
            Lexicon::Match found[Lexicon::kMost];
            const auto count = lexicon.matches(phrase, language, found);
            CHECK(std::any_of(found, found + count, [&](const Lexicon::Match& match) {
                return match.word == word && match.length == phrase.size();
            }));
        }
    }
}

TEST_CASE("lexicon: a protected name is one phrase, however it is written") {
    Lexicon lexicon;
    lexicon.protect("Wijk bij Duurstede");
    lexicon.protect("Nuenen, Gerwen en Nederwetten");
    lexicon.protect("'s-Gravenhage");
    const auto is_name = [&](std::string_view name, std::string_view text) {
        CAPTURE(text);
        CHECK(longest(text, Language::nl, lexicon) == std::string(name) + " = protected_name");
    };
    is_name("Wijk bij Duurstede", "Wijk bij Duurstede, Leiden");
    is_name("wijk  BIJ duurstede", "wijk  BIJ duurstede");
    is_name("Nuenen, Gerwen en Nederwetten", "Nuenen, Gerwen en Nederwetten vanaf 2020");
    is_name("\u2019s-Gravenhage", "\u2019s-Gravenhage");
    CHECK(longest("Wijk bij Duurstedes", Language::nl, lexicon) == "");
    CHECK(longest("Wijk bij Zee", Language::nl, lexicon) == "");
    CHECK(longest("Nuenen en Gerwen", Language::nl, lexicon) == "");
}

TEST_CASE("lexicon: which names need quotation marks") {
    const Lexicon lexicon;
    for (const std::string name : {"Leiden", "Den Haag", "Leidschendam-Voorburg", "'s-Hertogenbosch", "leiden_wi",
                                   "werk en inkomen", "Wi 2013", "Súdwest-Fryslân"})
        CHECK_FALSE_MESSAGE(lexicon.needs_quotes(name), name);
    for (const std::string name : {"Wijk bij Duurstede", "Alphen aan den Rijn", "Hof van Twente",
                                   "Nuenen, Gerwen en Nederwetten", "Laren (NH.)", "W&I", "taken niet vermeld"})
        CHECK_MESSAGE(lexicon.needs_quotes(name), name);
}
