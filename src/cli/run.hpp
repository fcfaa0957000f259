#pragma once

namespace belegd::cli {

/// The command line: reads files, runs a command of the tool, writes what it says.
/// Gives 0 when done without error-level finding, 1 when a check or test found one, 2 when a file could not be read or
/// the call is wrong.
int run(int argc, const char* const* argv);

}  // namespace belegd::cli
