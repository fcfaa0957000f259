// The function of fmt through which all goes here, compiled in: Debian has that library in the shared form only, and this
// draws in the shared C++ library at every start.
#define FMT_HEADER_ONLY
#include <fmt/format.h>

#include <string>

namespace belegd {
namespace {

[[gnu::used]] std::string (*const kept)(fmt::string_view, fmt::format_args) = &fmt::vformat;

}  // namespace
}  // namespace belegd
