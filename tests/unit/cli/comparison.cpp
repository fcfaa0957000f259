// `compare` and `impact` as they are called.
#include <string>

#include "cli/commands.hpp"
#include "folder.hpp"

// Last: it has a MESSAGE of its own.
#include <doctest/doctest.h>
#undef MESSAGE

using namespace belegd;
using namespace belegd::cli;

namespace {

const char* const kCompared = R"(gebruik sociaal_domein
regeling dienst "De Dienst" {
  vorm        centrumregeling
  deelnemers  college van Tiel, Culemborg
  centrum     Tiel
  geldt       vanaf 1 januari 2024
  reikwijdte  uitvoering van bijstand, re-integratie
  mandateert  uitvoering van bijstand, re-integratie aan college van Tiel
  kosten huur "Huur" € 10.000 per jaar  verdeeld Tiel 40 %, Culemborg 60 %
}
variant zelf "Weer zelf" {
  status in onderzoek
  beëindigt dienst voor Culemborg per 1 januari 2026
  mandateert uitvoering van bijstand aan college van Buren  door college van Culemborg  vanaf 1 januari 2026
  kosten uittreden "Uittreedsom" € 25.000 eenmalig in 2026  voor Culemborg
}
)";

struct ComparedThere {
    Folder folder;
    ComparedThere() { folder.write("m.belegd", kCompared); }
    Result run(Call::Command command, const char* what, const char* other = nullptr, const char* format = "") const {
        Call call;
        call.command = command;
        call.paths = {folder / "m.belegd"};
        call.width = 100;
        call.format = format;
        if (command == Call::Command::impact)
            call.name = what;
        else
            call.before = what;
        if (other != nullptr) call.after = other;
        return execute(call);
    }
};

/// Whether the words stand there, however the lines are broken.
bool says_words(const Result& result, const std::string& words) {
    auto text = result.out;
    for (auto at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) text.replace(at, 2, " ");
    std::string plain;
    for (const char c : text) {
        const char one = c == '\n' ? ' ' : c;
        if (one != ' ' || plain.empty() || plain.back() != ' ') plain += one;
    }
    return plain.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("compare: the present and a variant, losses first, with what it costs") {
    const ComparedThere there;
    const auto found = there.run(Call::Command::compare, "zelf");
    CAPTURE(found.out);
    CAPTURE(found.err);
    CHECK(found.exit_code == 0);
    CHECK(says_words(found, "Van Tiel naar Buren: uitvoering van bijstand voor Culemborg."));
    CHECK(says_words(found, "uitvoering van re-integratie"));
    CHECK(says_words(found, "Weer zelf (in onderzoek)"));
    CHECK(says_words(found, "25.000"));
    CHECK(says_words(found, "De Dienst eindigt voor Culemborg"));
}

TEST_CASE("compare: the other way round, two days, two models") {
    const ComparedThere there;
    const auto back = there.run(Call::Command::compare, "zelf", "huidig");
    CAPTURE(back.out);
    CHECK(says_words(back, "Van Buren naar Tiel: uitvoering van bijstand"));
    const auto same = there.run(Call::Command::compare, "huidig", "huidig");
    CHECK(says_words(same, "Er verandert niets in wie wat doet."));
    CHECK(says_words(same, "Aan de kosten in het model verandert niets."));
    const auto days = there.run(Call::Command::compare, "2023-06-01", "2024-06-01");
    CAPTURE(days.out);
    CHECK(says_words(days, "Links huidig op 1 juni 2023, rechts huidig op 1 juni 2024."));
    CHECK(says_words(days, "De Dienst gaat in"));
    const auto both = there.run(Call::Command::compare, "zelf@2025-06-01", "zelf@2026-06-01");
    CHECK(says_words(both, "Van Tiel naar Buren: uitvoering van bijstand"));
    there.folder.write("n.belegd", std::string("gebruik sociaal_domein\n") +
                                       "mandateert uitvoering van bijstand aan college van Buren  voor Culemborg\n");
    const auto other = there.folder / "n.belegd";
    const auto models = there.run(Call::Command::compare, "huidig", other.c_str());
    CAPTURE(models.out);
    CAPTURE(models.err);
    CHECK(says_words(models, "Van Tiel naar Buren: uitvoering van bijstand"));
    CHECK(says_words(models, "n.belegd: huidig"));
}

TEST_CASE("compare and impact: as documents and as JSON, and what is not there is said") {
    const ComparedThere there;
    for (const auto* format : {"html", "docx", "md", "xlsx", "json", "odt"}) {
        CAPTURE(std::string(format));
        CHECK(!there.run(Call::Command::compare, "zelf", nullptr, format).out.empty());
        CHECK(!there.run(Call::Command::impact, "Tiel", nullptr, format).out.empty());
    }
    const auto wrong = there.run(Call::Command::compare, "zelff");
    CHECK(wrong.exit_code == 2);
    CHECK(wrong.err.find("zelf") != std::string::npos);
    CHECK(wrong.out.empty());
    const auto nobody = there.run(Call::Command::impact, "Tyel");
    CHECK(nobody.exit_code == 2);
    CHECK(nobody.err.find("Tiel") != std::string::npos);
}

TEST_CASE("impact: who does what, what is left without, who is left alone, what is no longer paid") {
    const ComparedThere there;
    const auto found = there.run(Call::Command::impact, "Tiel");
    CAPTURE(found.out);
    CHECK(found.exit_code == 0);
    CHECK(says_words(found, "uitvoering van bijstand en re-integratie Culemborg doet het"));
    CHECK(says_words(found, "De Dienst: Culemborg blijft alleen over"));
    CHECK(says_words(found, "draagt € 4.000; wie dat dan draagt, is niet vermeld"));
    const auto other = there.run(Call::Command::impact, "Buren");
    CHECK(says_words(other, "Door Buren loopt niets in dit model."));
}
