#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "cli/call.hpp"
#include "cli/commands.hpp"

namespace belegd::cli {

/// What a check looked at: the files that models use, and what it found, each by what stays when its text moves.
struct Seen {
    struct Finding {
        std::string model, what;
        bool of_reading = false;  ///< it says how the text reads, not what it means
        bool operator==(const Finding&) const = default;
        bool operator<(const Finding& other) const {
            return std::tie(model, what, of_reading) < std::tie(other.model, other.what, other.of_reading);
        }
    };
    std::vector<std::string> files;
    std::vector<Finding> findings;    ///< sorted
    std::vector<std::string> unread;  ///< models that could not be read: what they mean is not known
};

/// What is wrong or open in each model.
Result check(const Call& call, Seen* seen = nullptr);

/// What became of the tests of each model.
Result test(const Call& call);

}  // namespace belegd::cli
