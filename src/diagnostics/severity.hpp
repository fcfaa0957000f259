#pragma once

#include <cstdint>

namespace belegd {

/// How grave a finding is: an error makes `check` fail, a warning asks for a decision, a note is for the reader.
enum class Severity : std::uint8_t { note, warning, error };

}  // namespace belegd
