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

}  // namespace belegd::golden
