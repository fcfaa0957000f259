// `repair` as it is called.
#include <string>

#include "cli/commands.hpp"
#include "folder.hpp"

// Last: it has a MESSAGE of its own.
#include <doctest/doctest.h>
#undef MESSAGE

using namespace belegd;
using namespace belegd::cli;

namespace {

const char* const kOpen = R"(gebruik sociaal_domein
regeling dienst "De Dienst" {
  vorm        centrumregeling
  deelnemers  college van Tiel, Culemborg
  centrum     Tiel
  geldt       vanaf 1 januari 2024
  reikwijdte  uitvoering van bijstand, re-integratie
  mandateert  uitvoering van bijstand aan college van Tiel
}
variant zelf "Weer zelf" { status in onderzoek }
)";

struct OpenThere {
    Folder folder;
    OpenThere() { folder.write("m.belegd", kOpen); }
    Result run(const char* format = "", const char* who = nullptr, const char* variant = nullptr) const {
        Call call;
        call.command = Call::Command::repair;
        call.paths = {folder / "m.belegd"};
        call.width = 100;
        call.format = format;
        if (who != nullptr) call.participant = who;
        if (variant != nullptr) call.variant = variant;
        return execute(call);
    }
};

bool holds_words(const Result& result, const std::string& words) { return result.out.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("repair as called: what is open with what closes it, as documents and as edits") {
    const OpenThere there;
    const auto found = there.run();
    CHECK(found.exit_code == 0);
    CHECK(holds_words(found, "Culemborg en Tiel: uitvoering van re-integratie"));
    CHECK(holds_words(found, "1. blijft"));
    CHECK(holds_words(found, "2. mandaat"));
    for (const auto* format : {"md", "html", "docx", "odt", "xlsx", "csv", "json"}) {
        CAPTURE(format);
        CHECK(!there.run(format).out.empty());
    }
    const auto edits = there.run("json");
    CHECK(holds_words(edits, "\"means\": \"keeps\""));
    CHECK(holds_words(edits, "\"text\": \"  laat uitvoering van re-integratie bij college\\n\""));
}

TEST_CASE("repair as called: of one municipality, of one situation, and of whom the model does not know") {
    const OpenThere there;
    CHECK(holds_words(there.run("", "Culemborg"), "Culemborg: uitvoering van re-integratie"));
    CHECK(holds_words(there.run("", nullptr, "zelf"), "in Weer zelf"));
    const auto nobody = there.run("", "Tyel");
    CHECK(nobody.exit_code == 2);
    CHECK(nobody.out.empty());
    CHECK(there.run("", nullptr, "anders").exit_code == 2);
}
