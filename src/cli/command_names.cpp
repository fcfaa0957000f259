#include <algorithm>

#include "cli/call.hpp"

namespace belegd::cli {
namespace {

constexpr CommandNames kCommands[] = {
    {Call::Command::check, "check", "controleer"},
    {Call::Command::overview, "overview", "overzicht"},
    {Call::Command::graph, "graph", "tekening"},
    {Call::Command::timeline, "timeline", "tijdlijn"},
    {Call::Command::costs, "costs", "kosten"},
    {Call::Command::compare, "compare", "vergelijk"},
    {Call::Command::impact, "impact", "gevolgen"},
    {Call::Command::repair, "repair", "herstel"},
    {Call::Command::decisions, "decisions", "besluiten"},
    {Call::Command::questions, "questions", "vragen"},
    {Call::Command::explain, "explain", "leg-uit"},
    {Call::Command::rules, "rules", "regels"},
    {Call::Command::test, "test", "toets"},
    {Call::Command::export_, "export", "exporteer"},
    {Call::Command::coverage, "coverage", "dekking"},
    {Call::Command::format, "format", "opmaak"},
    {Call::Command::rename, "rename", "hernoem"},
    {Call::Command::create, "new", "nieuw"},
    {Call::Command::completion, "completion", "aanvullen"},
    {Call::Command::man, "man", "handleiding"},
    {Call::Command::language_server, "language-server", "taalserver"},
    {Call::Command::help, "help", "hulp"},
};

}  // namespace

const CommandNames& names_of(Call::Command command) {
    return *std::find_if(std::begin(kCommands), std::end(kCommands),
                         [&](const CommandNames& each) { return each.command == command; });
}

std::optional<Call::Command> command_named(std::string_view name) {
    for (const auto& each : kCommands)
        if (name == each.english || name == each.dutch) return each.command;
    return std::nullopt;
}

}  // namespace belegd::cli
