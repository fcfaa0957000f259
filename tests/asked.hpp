#pragma once

#include <optional>
#include <string>

/// One page, or one worked model, that a person asks for by name: `./dev test dsl/reference/nl/taken.md`.
namespace belegd::asked {

/// What is to be run, by its path from the project's root.
struct Target {
    std::string test_case;    ///< the one that holds it
    std::string path;         ///< of the page or the model's folder; empty when the test case itself is meant
    std::string explanation;  ///< why there is nothing to run; otherwise empty
};
Target target(const std::string& path);

/// What the test cases of this file run; set before they do.
void set(const Target& target);

}  // namespace belegd::asked
