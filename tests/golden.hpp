#pragma once

#include <optional>
#include <string>

namespace belegd::golden {

/// Whether expected texts are rewritten instead of compared (UPDATE_GOLDEN=1); read the difference before keeping it.
bool updating();

/// The bytes of a file, by its path from the project's root; nothing when it cannot be read.
std::optional<std::string> text_of(const std::string& path);
void write(const std::string& path, const std::string& text);

/// The first line in which two texts differ, shown from both; nothing when they are equal.
std::optional<std::string> difference(const std::string& expected, const std::string& found);

/// Holds everything that the tool makes of one worked model against the texts beside it, as part of a test case. Given
/// by its folder from the project's root: `models/huisregels`.
void check_model(const std::string& folder);

}  // namespace belegd::golden
