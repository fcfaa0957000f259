#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace belegd::render {

/// A file in an archive.
struct ArchivePart {
    std::string name;  ///< `word/document.xml`; ASCII
    std::string bytes;
    bool compressed = true;
};

/// A ZIP archive with these parts in this order. Same parts, same bytes: every part is of the first day that ZIP knows.
std::string archive(const std::vector<ArchivePart>& parts);

}  // namespace belegd::render
