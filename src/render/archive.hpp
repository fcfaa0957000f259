#pragma once

#include <map>
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

/// What is known of the parts of an archive without reading them, in their order.
struct ArchiveContents {
    std::vector<std::string> names;
    bool encrypted = false;  ///< one of them is
};
/// The contents of an archive that is whole: every part reads as it was written, no name is there twice. Nothing where it is
/// not, or where it holds more than documents do: 256 MB in one part, 512 MB in all, 10 000 parts. What is encrypted is not
/// read.
std::optional<ArchiveContents> contents_of(const std::string& archive);

/// An archive with other bytes in some of its parts, and with new ones behind. All other parts keep their bytes as they are
/// written, and every part keeps its place and time. Nothing where it is no archive.
std::optional<std::string> with_parts(const std::string& archive, const std::map<std::string, std::string>& changed);

}  // namespace belegd::render
