#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "diagnostics/diagnostic.hpp"
#include "report/overview.hpp"

namespace belegd::cli {

/// What was asked on the command line.
struct Call {
    enum class Command : std::uint8_t {
        check,
        overview,
        explain,
        rules,
        questions,
        test,
        export_,
        coverage,
        graph,
        timeline,
        costs,
        compare,
        impact,
        decisions,
        repair,
        format,
        rename,
        create,
        completion,
        man,
        language_server,
        help
    } command = Command::check;
    std::vector<std::string> paths;
    std::optional<std::string> name;      ///< of an overview, or what to explain, or a kind of model, or a shell
    std::optional<std::string> new_name;  ///< of `rename`
    std::string kind;                     ///< of the thing that is renamed; empty: the only one called so
    std::optional<Language> language;     ///< absent: that of the model
    std::string format;                   ///< empty: as people read it
    std::optional<std::string> output;
    std::optional<std::string> table;  ///< only this one: its number, or words of its caption
    std::optional<std::string> variant, participant;
    std::optional<std::string> before, after;  ///< of a comparison: a situation, a day, both or another model
    std::optional<std::string> tasks;          ///< of a drawing: only these
    std::optional<Day> on;
    std::optional<Day> today;       ///< on which acceptances and what has passed are looked at; absent: the present day
    std::vector<std::string> only;  ///< a check or its questions: codes or how they begin; empty: all
    bool certain = false;
    bool watch = false;                                ///< a check: again whenever a file of the model changes
    std::vector<std::string> participants;             ///< of a new model
    report::Extent extent = report::Extent::appendix;  ///< of an overview
    std::optional<std::string> earlier;  ///< an overview: a document to hold against it instead of printing
    std::optional<std::string> house;    ///< an overview: a Word document whose content controls it fills
    bool update = false;                 ///< an overview: refresh the file instead of printing
    std::optional<Severity> deny;        ///< a check fails from here on; absent: from an error
    std::optional<Language> into;        ///< the language in which `format` writes the words; absent: that of the file
    bool only_check = false;             ///< `format` writes nothing and says which files would change
    bool textmate = false;               ///< `language-server` gives the colouring of the language and stops
    bool print = false;                  ///< `format` prints instead of writing to the file
    std::size_t width = 0;               ///< 0: of the terminal
};

/// What a command is called, in either language. One table, for whoever reads the name of a command.
struct CommandNames {
    Call::Command command;
    std::string_view english, dutch;
};
const CommandNames& names_of(Call::Command command);
/// The command of that name; nothing where there is none.
std::optional<Call::Command> command_named(std::string_view name);

/// Reads the arguments; when there is nothing to do (help, version, a wrong call) gives the exit code instead.
struct Arguments {
    std::optional<Call> call;
    int exit_code = 0;
    std::string out, err;  ///< what to print on either
};
Arguments arguments(int argc, const char* const* argv);

}  // namespace belegd::cli
