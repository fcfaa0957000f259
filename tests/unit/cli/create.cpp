#include "cli/create.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "cli/files.hpp"
#include "unit/cli/folder.hpp"
#include "unit/show.hpp"

using namespace belegd;
using cli::Call;
using cli::Folder;
using Command = Call::Command;

namespace {

Call asked(const std::string& kind, Language language, const std::vector<std::string>& participants) {
    Call out;
    out.command = Command::create;
    out.name = kind;
    out.language = language;
    out.participants = participants;
    out.width = 100;
    return out;
}

cli::Result of(Command command, const std::string& path) {
    Call out;
    out.command = command;
    out.paths = {path};
    out.width = 100;
    return cli::execute(out);
}

}  // namespace

TEST_CASE("new: every template has nothing to report, passes its tests, prints its overview and is laid out") {
    for (const auto& kind : cli::template_kinds())
        for (const auto language : {Language::nl, Language::en})
            for (const auto& names : {std::vector<std::string>{},
                                      {"Leiden", "Voorschoten"},
                                      {"'s-Gravenhage", "alphen aan den rijn", "Leidschendam-Voorburg", "Wassenaar"}}) {
                CAPTURE(kind);
                CAPTURE((language == Language::nl));
                CAPTURE(names.size());
                const auto found = cli::execute(asked(kind, language, names));
                REQUIRE_MESSAGE(found.exit_code == 0, found.err);
                CHECK_FALSE(has(found.out, "{{"));
                const Folder folder;
                folder.write("model.belegd", found.out);
                const auto path = folder / "model.belegd";
                const auto check = of(Command::check, path);
                CHECK_MESSAGE(check.exit_code == 0, check.err);
                // A new model leaves open what the rules of law ask: that is told, and nothing else.
                for (const auto* wrong : {"fout[", "waarschuwing[", "opmerking[", "error[", "warning[", "note["})
                    CHECK_FALSE(has(check.err, wrong));
                CHECK(has(check.err, ": belegd questions "));
                const auto test = of(Command::test, path);
                CHECK_MESSAGE(test.exit_code == 0, test.err);
                const auto overview = of(Command::overview, path);
                CHECK_MESSAGE(overview.exit_code == 0, overview.err);
                CHECK(has(overview.out, names.size() > 1 ? names.back() : "Leiderdorp"));
                Call format;
                format.command = Command::format;
                format.paths = {path};
                format.only_check = true;
                const auto laid_out = cli::execute(format);
                CHECK_MESSAGE(laid_out.exit_code == 0, laid_out.err);
            }
}

TEST_CASE("new: a file, and what to do next; never over a file that is there") {
    const Folder folder;
    auto call = asked("dvo", Language::nl, {});
    call.paths = {folder / "mijn.belegd"};
    const auto found = cli::execute(call);
    CHECK(found.exit_code == 0);
    REQUIRE(found.files.size() == 1);
    CHECK(found.files[0].path == folder / "mijn.belegd");
    CHECK(has(found.out, "belegd check " + (folder / "mijn.belegd")));
    CHECK(has(found.out, "belegd overview " + (folder / "mijn.belegd")));
    folder.write("mijn.belegd", "van mij\n");
    const auto again = cli::execute(call);
    CHECK(again.exit_code == 2);
    CHECK(again.files.empty());
    CHECK(has(again.err, "is er al"));
}

TEST_CASE("new: the kinds, and a kind that is none") {
    Call call;
    call.command = Command::create;
    const auto kinds = cli::execute(call);
    CHECK(kinds.exit_code == 0);
    for (const auto& kind : cli::template_kinds()) CHECK(has(kinds.out, "\n  " + kind));
    const auto wrong = cli::execute(asked("vergelijkin", Language::nl, {}));
    CHECK(wrong.exit_code == 2);
    CHECK(has(wrong.err, "bedoelde u ‘vergelijking’?"));
    CHECK(cli::execute(asked("comparison", Language::en, {})).exit_code == 0);
}

TEST_CASE("new: municipalities that are known, and at least two of them") {
    const auto unknown = cli::execute(asked("dvo", Language::nl, {"Leiden", "Voorschote"}));
    CHECK(unknown.exit_code == 2);
    CHECK(has(unknown.err, "Voorschoten"));
    CHECK(cli::execute(asked("dvo", Language::nl, {"Leiden"})).exit_code == 2);
    CHECK(cli::execute(asked("dvo", Language::nl, {"Leiden", "leiden"})).exit_code == 2);
}
