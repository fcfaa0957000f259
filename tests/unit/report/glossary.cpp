#include "report/glossary.hpp"

#include <algorithm>

#include "cli/commands.hpp"
#include "diagnostics/diagnostic.hpp"
#include "report/word_sheet.hpp"
#include "unit/show.hpp"

// Last: it has a MESSAGE of its own.
#include <doctest/doctest.h>

using namespace belegd;
using cli::Call;

namespace {

cli::Result asked(const std::string& word, Language language = Language::nl, const std::string& format = "text") {
    Call call;
    call.command = Call::Command::explain;
    call.paths = {word};
    call.language = language;
    call.format = format;
    call.width = 100;
    return cli::execute(call);
}

std::string said(const std::string& word, Language language = Language::nl) {
    const auto found = asked(word, language);
    CAPTURE(word);
    CHECK_MESSAGE(found.exit_code == 0, found.err);
    return found.out;
}

}  // namespace

TEST_CASE("glossary: a word of the language, by its phrase in either language and by an alias") {
    for (const auto* word : {"draagt op", "entrusts", "entrust", "Dragen op"}) {
        const auto text = said(word);
        CHECK(has(text, "draagt op"));
        CHECK(has(text, "de uitvoerder verschuift"));
        CHECK(has(text, "aan"));
        CHECK(has(text, "voorbeeld"));
    }
    CHECK(has(said("draagt op"), "draagt op uitvoering van"));
    CHECK(has(said("behalve", Language::en), "what is left out"));
    CHECK(has(said("art"), "artikel"));
    CHECK(has(said("opzegtermijn"), "een hoeveelheid"));
}

TEST_CASE("glossary: the words that join") {
    CHECK(has(said("of"), "elk van hen alleen"));
    CHECK(has(said("of"), "van welke taken"));
    CHECK(has(said("en"), "zij samen"));
    CHECK(has(said("and", Language::en), "they together"));
}

TEST_CASE("glossary: what a finding means is told without the marks of its page") {
    CHECK_FALSE(has(said("deels belegd"), "`"));
    CHECK_FALSE(has(said("zonder uitwerking"), "`"));
}

TEST_CASE("glossary: every word of the table can be explained, with an example") {
    for (int i = 1; i < static_cast<int>(syntax::Word::protected_name); ++i) {
        const auto word = static_cast<syntax::Word>(i);
        CAPTURE(std::string(syntax::info(word).id));
        const auto words = report::words_spelt(syntax::info(word).phrase.nl);
        CHECK(std::count(words.begin(), words.end(), word) == 1);
        CHECK(!report::kind_of(word).empty());
    }
}

TEST_CASE("glossary: a month, a duty and a word behind a fact are shown in a line too") {
    CHECK(has(said("juli"), "vanaf 1 juli 20"));
    CHECK(has(said("kan"), "een overdracht"));
    CHECK(has(said("afgeleid"), "voorbeeld:   "));
    CHECK(has(said("May", Language::en), "month"));
}

TEST_CASE("glossary: forms, functions, tasks, laws and municipalities of the library") {
    const auto form = said("centrumregeling");
    CHECK(has(form, "gemeenschappelijke regeling"));
    CHECK(has(form, "Wgr art. 8 lid 4"));
    CHECK(has(form, "mandaat"));
    CHECK(has(said("dvo"), "dienstverleningsovereenkomst"));
    CHECK(has(said("beschikking"), "wie de wet per taak noemt"));
    CHECK(has(said("hosting"), "ict"));
    const auto task = said("bijstand");
    CHECK(has(task, "werk en inkomen"));
    CHECK(has(task, "Pw art. 7 lid 1 onder b"));
    CHECK(has(said("social assistance", Language::en), "Pw art. 7(1)(b)"));
    CHECK(has(said("Pw"), "BWBR0015703"));
    CHECK(has(said("Voorschoten"), "gm0626"));
}

TEST_CASE("glossary: another body than a municipality is called what it is") {
    for (const auto* body : {"provincie Utrecht", "omgevingsdienst Utrecht", "waterschap Rivierenland"}) {
        CHECK(has(said(body), std::string(body) + ": organisatie"));
        CHECK_FALSE(has(said(body), ": gemeente"));
    }
    CHECK(has(said("provincie Utrecht"), "gedeputeerde staten"));
    CHECK(has(said("Leiden"), "Leiden: gemeente"));
}

TEST_CASE("glossary: a word with several senses shows all") {
    const auto found = said("onbelegd");
    CHECK(has(found, "bevinding"));
    CHECK(has(found, "niemand is aangewezen"));
    const auto tasks = said("overeenkomst");
    CHECK(has(tasks, "vorm"));
    CHECK(has(tasks, "woord waarmee"));
}

TEST_CASE("glossary: the page of a finding in the language asked for, and in every form") {
    CHECK(has(said("B01"), "Deze regeling wil"));
    CHECK_FALSE(has(said("B01"), "English\n"));
    CHECK_FALSE(has(said("B01", Language::en), "Deze regeling wil"));
    const auto page = [](Language language) { return asked("B01", language, "md").out; };
    CHECK(has(page(Language::nl), "## Nederlands"));
    CHECK_FALSE(has(page(Language::nl), "## English"));
    CHECK(has(page(Language::en), "## English"));
    CHECK_FALSE(has(page(Language::en), "## Nederlands"));
    for (const auto* format : {"text", "md", "html", "json"})
        for (const auto* word : {"B01", "mandateert", "bijstand"}) {
            CAPTURE(std::string(format));
            CHECK(asked(word, Language::nl, format).exit_code == 0);
        }
}

TEST_CASE("glossary: an unknown word has a neighbour perhaps; words need no quotation marks") {
    const auto wrong = asked("mandateerd");
    CHECK(wrong.exit_code == 2);
    CHECK(has(wrong.err, "bedoelde u ‘mandateert’?"));
    CHECK(has(asked("bijstnd").err, "bedoelde u ‘bijstand’?"));
    Call call;
    call.command = Call::Command::explain;
    call.paths = {"draagt"};
    call.name = "op";
    call.width = 100;
    CHECK(has(cli::execute(call).out, "de uitvoerder verschuift"));
}
