#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace belegd::cli {

/// The text of a file, or nothing when it cannot be read (absent, a folder, a device or pipe, over 512 MB).
std::optional<std::string> file_text(const std::string& path);

/// Why `file_text` gives nothing.
Text why_not_read(const std::string& path);

/// The path that stands for standard input, and behind `-o` for standard output.
inline constexpr std::string_view kStandard = "-";

/// Everything that standard input gives, or nothing when it cannot be read or is over 512 MB.
std::optional<std::string> standard_input();

/// Whether there is a file or folder of this name.
bool there(const std::string& path);

/// The model files that a path stands for: itself, or for a folder every `.belegd` in and below it, and every `.md` that
/// holds a model and is no README, by name; without those that another of them brings in.
std::vector<std::string> model_files(const std::string& path);

/// The models that lie in a folder itself, by name, also those that another of them brings in.
std::vector<std::string> models_in(const std::string& folder);

/// The models in the folder of a file and in every folder above it.
std::vector<std::string> models_near(const std::string& path);

/// A path as a report names it: from the folder belegd runs in when it lies there, with `/`, without detours.
std::string from_here(const std::string& path);

/// Whether two paths lead to one file.
bool same_file(const std::string& one, const std::string& other);

/// Why a file may not be given another text: it is read-only, or `before` is given and the file no longer has that text;
/// empty when it may.
Text why_not_replaced(const std::string& path, const std::optional<std::string>& before);

/// Writes to a file beside it first, so that a failure leaves what was there; a link stays a link, and who owns the file
/// and may read it stays the same. What others saved meanwhile stays: see `why_not_replaced`. Gives why it was not
/// written; empty when it was.
Text write_file(const std::string& path, const std::string& text,
                const std::optional<std::string>& before = std::nullopt);

/// A file for a folder, by its name there.
struct NewFile {
    std::string name, text;
};
/// Writes files into a folder, which is made when it is not there: all of them or none. What stood there under the same
/// names is replaced as by `write_file`. Gives why nothing was written; empty when all was.
Text write_folder(const std::string& folder, const std::vector<NewFile>& files);

/// A file named in a model, relative to that model's folder; nothing when it lies outside.
std::optional<std::string> beside(const std::string& model, const std::string& path);

}  // namespace belegd::cli
