#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/call.hpp"

namespace belegd::cli {

/// What a command gives: results for standard output, findings for standard error, and the exit code.
struct Result {
    int exit_code = 0;
    std::string out, err;
    std::optional<std::string> before = {};  ///< what the output held when it was read, where it was
    /// Files to be given a new text before the result is shown.
    struct Change {
        std::string path, text;
        std::optional<std::string> before = {};  ///< what stood there when it was read; else nothing is known of it
    };
    std::vector<Change> files = {};
    /// Files for the folder that was asked for, by their names in it.
    std::vector<Change> in_folder = {};
};

/// Runs a command; reads files, and writes none but those that `format` changes.
Result execute(const Call& call);

}  // namespace belegd::cli
