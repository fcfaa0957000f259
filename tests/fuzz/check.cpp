// Any bytes on standard input of a command: it comes to an end, says something that a terminal may show, and never more
// than the exit codes that it has.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include "base/hidden.hpp"
#include "cli/commands.hpp"
#include "fuzz/changes.hpp"

namespace {

using namespace belegd;
using Command = cli::Call::Command;

constexpr std::size_t kLongest = 16 << 10;  // bytes

constexpr std::string_view kModels[] = {
    "gebruik wgr\ndomein zorg { vergt uitvoering\n taak hulp }\nregeling dienst {\n vorm centrumregeling\n deelnemers "
    "college "
    "van Leiden, Delft\n geldt vanaf 1 januari 2024\n reikwijdte uitvoering van zorg\n mandateert uitvoering van hulp "
    "aan "
    "college van Leiden }\nregel H-01 \"X\" {\n voor elke toedeling t\n waar t.soort is mandaat\n fout \"{t.aan}\" }\n"
    "toets uitvoering van hulp voor Delft op 1 juni 2024 bij college van Leiden\n",
    "Memo\n\n```belegd\ngemeente Oost\nsamenwerking s { deelnemers Oost }\n```\n"};

struct Way {
    Command command;
    const char* format;
};
constexpr Way kWays[] = {{Command::check, ""},      {Command::check, "json"},    {Command::check, "github"},
                         {Command::check, "junit"}, {Command::check, "sarif"},   {Command::test, ""},
                         {Command::overview, ""},   {Command::overview, "html"}, {Command::export_, ""},
                         {Command::coverage, ""},   {Command::rules, ""},        {Command::format, ""}};

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > kLongest) return 0;
    std::istringstream input(std::string(reinterpret_cast<const char*>(data), size));
    auto* const before = std::cin.rdbuf(input.rdbuf());
    std::cin.clear();
    const auto& way = kWays[size % std::size(kWays)];
    cli::Call call;
    call.command = way.command;
    call.format = way.format;
    call.paths = {"-"};
    call.width = 80;
    call.today = Day{20'000};
    const auto found = cli::execute(call);
    std::cin.rdbuf(before);
    require(found.exit_code >= 0 && found.exit_code <= 2);
    require(harmless(found.err) == found.err);
    const bool for_people = call.format.empty() && way.command != Command::export_ &&
                            way.command != Command::coverage && way.command != Command::format;
    require(!for_people || harmless(found.out) == found.out);
    require(found.exit_code != 2 || !found.err.empty() || !found.out.empty());
    require(found.files.empty());
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
    return belegd::fuzz::changed(kModels, data, size, most, seed);
}
