#include "render/template_file.hpp"

#include <algorithm>
#include <cassert>

#include "base/embedded.hpp"

namespace belegd::render {

std::string template_file(std::string_view name) {
    const auto files = embedded::templates();
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
    assert(found != files.end());
    auto text = std::string(found->text);
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

}  // namespace belegd::render
