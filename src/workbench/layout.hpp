#pragma once

#include <optional>
#include <string>

/// Where the command line calls another program, the page is asked: it has the program, and the engine cannot wait for it.
namespace belegd::cli {

struct Layout {
    std::optional<std::string> answer;  ///< what the page found for the drawing that is asked about
    std::string asked;                  ///< what it is to find, when it was not there
};
inline Layout layout;

}  // namespace belegd::cli
