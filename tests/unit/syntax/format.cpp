#include "syntax/format.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace belegd;
using syntax::formatted;
using syntax::Lexicon;

namespace {

/// What the formatter makes of a text; formatting that again must change nothing.
std::string laid(const std::string& text, std::optional<Language> into = {}) {
    static const Lexicon lexicon = [] {
        Lexicon out;
        out.protect("Alphen aan den Rijn");
        out.protect("Nuenen, Gerwen en Nederwetten");
        return out;
    }();
    const auto found = formatted(text, lexicon, into);
    CHECK(found.kept.empty());
    CHECK(formatted(found.text, lexicon, into).text == found.text);
    return found.text;
}

}  // namespace

TEST_CASE("format: a messy text, and exactly what becomes of it") {
    CHECK(laid(R"(Taal NL
GEBRUIK wgr,sociaal_domein


bron brief “Brief van het college”   kenmerk "1"  datum 2 nov 2021
bron   nota "Nota" datum 1–3–2024 # ontvangen
bron   verslag_van_de_raad "Verslag" kenmerk "27"    datum 3 mei 2022
Gemeente Leiden tooi gm0546
gemeente 's‑Hertogenbosch tooi gm0796

samenwerking lv "Dienst"

{

vorm niet vermeld bron brief # eerst
Deelnemer Leiden,
   # hierna volgt de rest
   's-Hertogenbosch, niet uitputtend bron brief
 geldt  vanaf 1 jan 2012 tot 31-12-2022 bron nota
   reikwijdte uitvoering,beleid van bijstand,re-integratie


  # eigen regel
  mandateren uitvoering van bijstand aan Leiden voor zover loonwaarde tot 70% ten hoogste €1.000,50
  moet mandateert uitvoering van bijstand aan college van Leiden
  draagt op uitvoering van re-integratie, participatie, bijzondere bijstand, schuldhulpverlening, inburgering, sociale werkvoorziening aan Leiden ondermandaat toegestaan bron nota
  laat uitvoering van bijstand bij college op grond van Wgr artikel 8 lid 4
  pakket plus afnemers Leiden vanaf medio 2023 { belegt hosting van bijstand bij Leiden }
  # laatste
}
variant v "V" op basis van niets { }
variant w "W" {
}
toets uitvoering van bijstand voor Leiden op 1 juni 2020   bij Leiden
toets uitvoering van bijstand voor Leiden in w  onbelegd
# slot
)") == R"(taal nl
gebruik wgr, sociaal_domein

bron brief               "Brief van het college"  kenmerk "1"   datum 2 november 2021
bron nota                "Nota"                                 datum 1-3-2024  # ontvangen
bron verslag_van_de_raad "Verslag"                kenmerk "27"  datum 3 mei 2022
gemeente Leiden            tooi gm0546
gemeente 's-Hertogenbosch  tooi gm0796

samenwerking lv "Dienst" {
  vorm        niet vermeld                         bron brief  # eerst
  deelnemers  Leiden,
              # hierna volgt de rest
              's-Hertogenbosch, niet uitputtend    bron brief
  geldt       vanaf 1 januari 2012 tot 31-12-2022  bron nota
  reikwijdte  uitvoering, beleid van bijstand, re-integratie

  # eigen regel
  mandateert       uitvoering van bijstand aan Leiden voor zover loonwaarde tot 70 % ten hoogste € 1.000,50
  moet mandateren  uitvoering van bijstand aan college van Leiden
  draagt op        uitvoering van re-integratie, participatie, bijzondere bijstand, schuldhulpverlening,
                   inburgering, sociale werkvoorziening aan Leiden ondermandaat toegestaan  bron nota
  laat             uitvoering van bijstand bij college volgens Wgr art 8 lid 4
  pakket plus  afnemers Leiden vanaf medio 2023 { belegt hosting van bijstand bij Leiden }
  # laatste
}
variant v "V"  op basis van niets { }
variant w "W" { }
toets uitvoering van bijstand voor Leiden op 1 juni 2020  bij Leiden
toets uitvoering van bijstand voor Leiden in w            onbelegd
# slot
)");
}

TEST_CASE("format: into the other language and back") {
    const std::string dutch = R"(taal nl
# blijft Nederlands
samenwerking dienst "De dienst van de gemeenten" {
  geldt         vanaf medio 2023 tot en met Q3 2024
  opzegtermijn  1 maand tegen 1 maart
  mandateert    uitvoering van zorg aan Oost of West voor zover loonwaarde tot 2,5 %
  mandateert    ict van zorg aan Oost volgens Wgr art 8 lid 1 t/m 4 onder b
  belegt        ict van zorg bij Alphen aan den Rijn ten hoogste € 1.287.309,50
}
)";
    const std::string english = R"(language en
# blijft Nederlands
cooperation dienst "De dienst van de gemeenten" {
  applies        from mid 2023 through Q3 2024
  notice period  1 month against 1 March
  mandates       uitvoering of zorg to Oost or West insofar as loonwaarde until 2.5 %
  mandates       ict of zorg to Oost according to Wgr art 8 paragraph 1 through 4 point b
  assigns        ict of zorg with Alphen aan den Rijn at most EUR 1,287,309.50
}
)";
    CHECK(laid(dutch) == dutch);
    CHECK(laid(dutch, Language::en) == english);
    CHECK(laid(english, Language::nl) == dutch);
}

TEST_CASE("format: a file becomes uniform in the language of its first line, which is added when that is needed") {
    CHECK(laid("language en\ngemeente Oost\ndomein zorg { needs ict }\n") ==
          "language en\nmunicipality Oost\ndomain zorg { needs ict }\n");
    CHECK(laid("municipality Oost\n") == "gemeente Oost\n");
    CHECK(laid("gemeente Oost\n", Language::en) == "language en\n\nmunicipality Oost\n");
    CHECK(laid("gebruik wgr\n", Language::en) == "language en\nuse wgr\n");
}

TEST_CASE("format: a number with two readings cannot be put into the other language") {
    const Lexicon lexicon;
    const std::string text = "samenwerking s {\n  opzegtermijn 1,234 maanden\n}\n";
    const auto found = formatted(text, lexicon, Language::en);
    CHECK(found.text == text);
    CHECK(found.kept_language);
}

TEST_CASE("format: what cannot be read stays, byte for byte, and what is around it is laid out") {
    CHECK(
        laid(
            "Gemeente  Oost\nwijzging   van  “alles”,iets\nsamenwerking s {\n geldt vanaf   gis – teren bron b\n}\n") ==
        "gemeente Oost\nwijzging   van  “alles”,iets\nsamenwerking s {\n  geldt  vanaf gis – teren  bron b\n}\n");
    CHECK(laid("wijzging   x # dit\n {\n form   b }\n") == "wijzging   x {  # dit\n  vorm  b\n}\n");
    CHECK(laid("bron b \"X kenmerk 5\n{\n opmerking \"x\"\n}\n") == "bron b \"X kenmerk 5\n{\n  opmerking  \"x\"\n}\n");
    CHECK(laid("variant v {\n overzicht o") == "variant v {\noverzicht o\n");
}

TEST_CASE("format: line ends of the file, a byte order mark, the last line end, blank lines") {
    CHECK(laid("\xEF\xBB\xBFgemeente Oost\r\n\r\n\r\n\r\nvariant v {\r\n\r\nstatus besloten\r\n\r\n}") ==
          "gemeente Oost\r\n\r\nvariant v {\r\n  status  besloten\r\n}\r\n");
    CHECK(laid("") == "");
    CHECK(laid("\n\n") == "");
    CHECK(laid("# niets  \n\n\n#   ook niets") == "# niets\n\n#   ook niets\n");
    CHECK_FALSE(formatted("be\xEBindigt", Lexicon()).readable);
}

TEST_CASE("format: a block on one line stays there when it is short, and comments stay where they were said") {
    CHECK(laid("variant v { status besloten }\n") == "variant v { status besloten }\n");
    CHECK(laid("variant v { status besloten\nbeëindigt a }\n") ==
          "variant v {\n  status     besloten\n  beëindigt  a\n}\n");
    CHECK(laid("variant v # waarom\n# en hoe\n{ # wat\n}\n# na\n") ==
          "variant v {  # waarom\n  # en hoe\n  # wat\n}\n# na\n");
    CHECK(laid("variant v { } # leeg\nvariant w { status besloten # x\n}") ==
          "variant v { }  # leeg\nvariant w {\n  status  besloten  # x\n}\n");
}

TEST_CASE("format: a name with a comma, and a text that looks like the language, are not touched") {
    CHECK(laid("gemeente Nuenen,  Gerwen en Nederwetten\nvariant \"van {x}, # “y\"\n")
              .find("Nuenen, Gerwen en Nederwetten") != std::string::npos);
    CHECK(laid("bron b \"of, van {x} # y\"\n", Language::en) == "language en\n\nsource b \"of, van {x} # y\"\n");
}

TEST_CASE("format: only the blocks of a memorandum") {
    const std::string text = "# Memo  \n```belegd\nGemeente  Oost\n```\nblijft   zo\n";
    const auto begin = text.find("Gemeente"), end = text.find("```\nblijft");
    const auto found = formatted(text, {{begin, end}}, Lexicon());
    CHECK(found.text == "# Memo  \n```belegd\ngemeente Oost\n```\nblijft   zo\n");
}

TEST_CASE("format: the language line of the first block of a memorandum holds for the others") {
    const std::string first = "language en\nuse wgr\n", second = "\nTest  a of b\n", between = "Prose   of all.\n";
    const auto text = first + between + second;
    const std::vector<syntax::Block> blocks{{0, first.size()}, {first.size() + between.size(), text.size()}};
    CHECK(formatted(text, blocks, Lexicon()).text == first + between + "test a of b\n");
    CHECK(formatted(text, blocks, Lexicon(), Language::nl).text ==
          "taal nl\ngebruik wgr\n" + between + "toets a van b\n");
}

TEST_CASE("format: behind moet and kan the infinitive, in both languages") {
    const std::string dutch =
        "taal nl\n\nsamenwerking d {\n"
        "  kan mandaat, volmacht en machtiging verlenen voor  inkoop van wmo aan A\n"
        "  kan opdragen                                       toegang van wmo aan A\n"
        "  moet delegeren subsidiair mandateren               toegang van wmo aan A\n"
        "}\n";
    const std::string english =
        "language en\n\ncooperation d {\n"
        "  may grant mandate, power of attorney and authorisation for  inkoop of wmo to A\n"
        "  may entrust                                                 toegang of wmo to A\n"
        "  must delegate or else mandate                               toegang of wmo to A\n"
        "}\n";
    CHECK(laid(dutch) == dutch);
    CHECK(laid(dutch, Language::en) == english);
    CHECK(laid(english, Language::nl) == dutch);
}

TEST_CASE("format: what joins names is translated, not what belongs to a name") {
    const std::string text =
        "language en\n\nmunicipality A\nmunicipality B\ntask care and welfare\n\n"
        "cooperation d { participants executive of A and B }\n"
        "mandates care and welfare and x to executive of A and B\n";
    CHECK(laid(text, Language::nl) ==
          "taal nl\n\ngemeente A\ngemeente B\ntaak care and welfare\n\n"
          "samenwerking d { deelnemers executive van A en B }\n"
          "mandateert care and welfare and x aan executive van A en B\n");
}
