#include "cli/pages.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/fold.hpp"

namespace belegd::cli {

std::optional<std::string_view> page_by_code(std::string_view code) {
    for (const auto& page : embedded::pages())
        if (folded(page.name.substr(0, page.name.find('.'))) == folded(code)) return page.text;
    return std::nullopt;
}

std::string section_of(std::string_view page, Language language) {
    const std::string_view other = language == Language::nl ? "## English\n" : "## Nederlands\n";
    const auto begin = page.find(other);
    if (begin == std::string_view::npos) return std::string(page);
    const auto end = std::min(page.find("\n## ", begin), page.size());
    return std::string(page.substr(0, begin)) + std::string(page.substr(std::min(end + 1, page.size())));
}

}  // namespace belegd::cli
