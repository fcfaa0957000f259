#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

#include "base/embedded.hpp"
#include "syntax/load.hpp"
#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::resolved;

namespace {

/// The names of all texts of a model, in order of loading.
std::string loaded(const Resolved& found) {
    std::string out;
    for (std::uint32_t i = 0; i < found.texts.sources.size(); ++i)
        out += (i == 0 ? "" : " ") + found.texts.sources[i].name();
    return out;
}

}  // namespace

TEST_CASE("load: the core is always there, the model comes last") {
    CHECK(loaded(sound("taal nl\ngemeente Leiden")) == "kern model.belegd");
    const auto found = sound("gemeente Leiden");
    CHECK(loaded(found) == "kern model.belegd");
    CHECK(found.texts.main == 1);
    CHECK_FALSE(found.texts.sources[0].own());
    CHECK(found.texts.sources[1].own());
    CHECK(found.texts.trees.size() == 2);
}

TEST_CASE("load: modules of the library, each once, and what they use") {
    CHECK(loaded(sound("gebruik wgr")) ==
          "kern model.belegd wgr regels_awb regels_wgr regels_gemeentewet regels_samenhang");
    const auto found = sound("gebruik sociaal_domein, wgr, kern\ngebruik Sociaal-Domein");
    CHECK(loaded(found) ==
          "kern model.belegd sociaal_domein wgr regels_awb regels_wgr regels_gemeentewet regels_samenhang "
          "regels_sociaal_domein");
    CHECK(found.task("bijstand").leaf != ~0u);
}

TEST_CASE("load: the abolished municipalities come along with the first that is named, and are read as one name") {
    for (const auto* text : {"overzicht lijst { voor Kollumerland en Nieuwkruisland }",
                             "overzicht lijst { voor Leiden, Nieuwerkerk aan den IJssel }",
                             "gebruik opgeheven_gemeenten\noverzicht lijst { voor W\u00fbnseradiel }",
                             "overzicht lijst { voor Hoogezand Sappemeer }"}) {
        CAPTURE(text);
        CHECK(loaded(sound(text)) == "kern model.belegd opgeheven_gemeenten");
    }
    const auto found = sound("gemeente Haren");
    for (const auto& party : found.model.parties) {
        if (party.name != "Haren") continue;
        CHECK(party.in_model);
        CHECK(days(party.term.days) == "to 2018-12-31");
        REQUIRE(party.successors.size() == 1);
        CHECK(found.model[party.successors.front()].name == "Groningen");
    }
}

TEST_CASE("load: a module that is not there, with the nearest name") {
    const Resolved found("gebruik sociaal_domain");
    CHECK(found.said() == "N10 1:9 sociaal_domain");
    CHECK(found.diagnostics.items().at(0).remedies.at(0).text.nl.find("sociaal_domein") != std::string::npos);
}

TEST_CASE("load: files of the model's own folder, each once") {
    const std::map<std::string, std::string> files{
        {"taken.belegd", "gebruik \"deel/hulp.belegd\"\ndomein zorg { vergt ict\n taak opvang }\n"},
        {"deel/hulp.belegd", "domein steun { vergt ict\n taak hulp }\n"}};
    const auto found = sound(
        "gebruik \"taken.belegd\", \"deel/hulp.belegd\"\ngemeente Oost\nlaat ict van hulp, opvang bij college "
        "voor Oost",
        files);
    CHECK(loaded(found) == "kern model.belegd taken.belegd deel/hulp.belegd");
    CHECK(found.texts.sources[2].own());
    CHECK(found.texts.sources[found.texts.main].name() == "model.belegd");
    CHECK(found.transfers() == "model/1 keeps ict of hulp, opvang to college for Oost");
}

TEST_CASE("load: a file that is not there, or lies outside the folder") {
    CHECK(Resolved("gebruik \"weg.belegd\"").said() == "N10 1:10 weg.belegd");
    for (const std::string path :
         {"../x.belegd", "/etc/passwd", "", "c:\\x.belegd", "c:x", "deel/../../x.belegd", "..", "a\\b"}) {
        CAPTURE(path);
        CHECK(Resolved("gebruik \"" + path + "\"", {{path, "gemeente Leiden"}}).said() == "N10 1:10 " + path);
    }
}

TEST_CASE("load: files that use each other in a circle") {
    CHECK(Resolved("gebruik \"model.belegd\"").said() == "N06 1:10 model.belegd");
    const std::map<std::string, std::string> files{{"a.belegd", "gebruik \"b.belegd\""},
                                                   {"b.belegd", "gebruik \"a.belegd\""}};
    CHECK(Resolved("gebruik \"a.belegd\"", files).said() == "N06 b.belegd:1:10 a.belegd");
}

TEST_CASE("load: the same file by another path is the same file") {
    CHECK(loaded(sound("gebruik \"taken.belegd\", \"./taken.belegd\"",
                       {{"taken.belegd", ""}, {"./taken.belegd", ""}})) == "kern model.belegd taken.belegd");
}

TEST_CASE("load: quotation marks of word processors around a file") {
    CHECK(loaded(sound("gebruik \u201Ctaken.belegd\u201D", {{"taken.belegd", ""}})) ==
          "kern model.belegd taken.belegd");
}

TEST_CASE("load: each file has the language of its own first line, messages that of the model") {
    const auto found =
        sound("language en\nuse \"taken.belegd\"\norganisation Board\nassigns ICT of help to Board\n",
              {{"taken.belegd",
                "taal nl\ndomein zorg { vergt ict\n taak hulp / en \"help\" }\norganisatie A\norganisatie B\n"
                "belegt hosting van hulp bij A of B\n"}});
    CHECK(found.texts.language == Language::en);
    CHECK(found.model.transfers.size() == 2);
    for (const std::string line :
         {"language en", "LANGUAGE EN # c", "\n# c\n language  en", "\xEF\xBB\xBFlanguage en\r\n", "taal en"})
        CHECK_MESSAGE(Resolved(line).texts.language == Language::en, line);
    for (const std::string line : {"", "taal nl", "gemeente Leiden\nlanguage en"})
        CHECK_MESSAGE(Resolved(line).texts.language == Language::nl, line);
}

TEST_CASE("load: a text that is not UTF-8 says where") {
    CHECK(Resolved("gemeente Leiden\nbe\xEB"
                   "indigt")
              .said() == "L01 2:3 \xEB");
}

TEST_CASE("load: the trees that the program was built with are those that reading the library gives") {
    std::string uses;
    for (const auto& tree : syntax::library_trees()) uses += "gebruik " + std::string(tree.module) + "\n";
    Diagnostics none;
    const auto nothing = [](const std::string&) { return std::optional<std::string>(); };
    const auto read = syntax::load("model", uses, nothing, none);
    const auto ready = syntax::load("model", uses, nothing, none, syntax::library_trees());
    CHECK(none.items().empty());
    CHECK(syntax::library_trees().size() == embedded::library().size());
    REQUIRE(read.trees.size() == ready.trees.size());
    for (std::size_t i = 0; i < read.trees.size(); ++i) {
        const auto &a = read.trees[i], &b = ready.trees[i];
        CAPTURE(read.sources[a.file].name());
        CHECK(a.file == b.file);
        CHECK(a.language == b.language);
        CHECK(std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(),
                         [](const syntax::Node& x, const syntax::Node& y) {
                             return std::tie(x.kind, x.word, x.begin, x.end, x.next) ==
                                    std::tie(y.kind, y.word, y.begin, y.end, y.next);
                         }));
    }
}
