#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"

/// The command line as it can be called, in one language: what the manual and the shells are told. It is read off the
/// arguments themselves, so that it cannot fall behind them.
namespace belegd::cli {

/// An option, a flag, or what a command is about.
struct Parameter {
    std::vector<std::string> names;    ///< `-o`, `--output`; of what a command is about its one name, `PATH`
    std::string value;                 ///< what stands behind it, `FILE`; empty for a flag
    std::vector<std::string> choices;  ///< when the value is one of these
    std::string help;
    bool positional = false, required = false, repeated = false;
    bool file = false;  ///< the name of a file or folder
};

struct CommandHelp {
    std::string name;
    std::vector<std::string> aliases;
    std::string help;
    std::vector<Parameter> parameters;

    /// `check`, `controleer`
    std::vector<std::string> names() const;
};

struct Description {
    std::string help;
    std::vector<Parameter> parameters;  ///< of belegd itself
    std::vector<CommandHelp> commands;
};
Description description(Language language);

}  // namespace belegd::cli
