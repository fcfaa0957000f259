// Where there is no Gumbo to read HTML with: in the workbench, which does not offer it, and on Windows, where it is said.
#include "render/written/written.hpp"

namespace belegd::render {

bool reads_html() { return false; }
std::optional<Written> written_in_html(const std::string&) { return std::nullopt; }

}  // namespace belegd::render
