#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// What a check looked at: the files that models use, and what it found, each by what stays when its text moves.
struct Seen {
    std::vector<std::string> files;
    std::vector<std::string> findings;  ///< sorted
};

/// What is wrong or open in each model.
Result check(const Call& call, Seen* seen = nullptr);

/// What became of the tests of each model.
Result test(const Call& call);

/// The page of a finding by its code: what it means, a wrong and a right example.
std::optional<std::string_view> page_by_code(std::string_view code);
/// The part of a page in one language, with the title of the page.
std::string section_of(std::string_view page, Language language);

}  // namespace belegd::cli
