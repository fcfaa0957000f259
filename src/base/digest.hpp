#pragma once

#include <string>
#include <string_view>

namespace belegd {

/// SHA-256 in 64 hexadecimal digits, by which a text can be known again.
std::string sha256(std::string_view bytes);

}  // namespace belegd
