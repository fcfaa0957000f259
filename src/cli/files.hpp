#pragma once

#include <optional>
#include <string>
#include <vector>

namespace belegd::cli {

/// The text of a file, or nothing when it cannot be read (absent, a folder, over 512 MB).
std::optional<std::string> file_text(const std::string& path);

/// Whether there is a file or folder of this name.
bool there(const std::string& path);

/// The model files that a path stands for: itself, or for a folder every `.belegd` in and below it, and every `.md` that
/// holds a model and is no README, by name; without those that another of them brings in.
std::vector<std::string> model_files(const std::string& path);

/// A path as a report names it: from the folder belegd runs in when it lies there, with `/`, without detours.
std::string from_here(const std::string& path);

/// Whether two paths lead to one file.
bool same_file(const std::string& one, const std::string& other);

/// Writes to a file beside it first, so that a failure leaves what was there; a link stays a link, and who may read the
/// file stays the same.
bool write_file(const std::string& path, const std::string& text);

/// A file named in a model, relative to that model's folder; nothing when it lies outside.
std::optional<std::string> beside(const std::string& model, const std::string& path);

}  // namespace belegd::cli
