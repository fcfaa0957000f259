#pragma once

namespace belegd {

inline constexpr const char* kVersion = "0.1";

}  // namespace belegd
