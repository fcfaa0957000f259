#pragma once

#include <optional>
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

/// The bytes of one part of an archive; nothing where it is no archive, is damaged, has no such part, or one of more than
/// 256 MB.
std::optional<std::string> part_of(const std::string& archive, const std::string& name);

}  // namespace belegd::render
