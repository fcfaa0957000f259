#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What belongs to the system that belegd runs on, with a side for POSIX and one for Windows: see src/system/posix and
/// src/system/windows. Paths are UTF-8 with `/` between their parts, on both.
namespace belegd::system {

/// What stands at a path, links followed.
struct Entry {
    enum class Kind : std::uint8_t { nothing, file, folder, device } kind = Kind::nothing;  ///< a pipe is a device
    std::uint64_t bytes = 0;                                                                ///< of a file
    std::chrono::nanoseconds written = {};  ///< when it was, by the clock of `file_time_now`
};
Entry entry(const std::string& path);
std::chrono::nanoseconds file_time_now();

/// Whether a name is taken, also by a link to what is not there.
bool is_taken(const std::string& path);
/// Whether a file may not be written, whoever asks.
bool is_read_only(const std::string& path);
/// Whether another program has a file open so that nobody else may write it: that is only so on Windows.
bool is_in_use(const std::string& path);
/// Whether two paths lead to one file.
bool is_same_file(const std::string& one, const std::string& other);

/// All that a file holds; nothing when it cannot be read or holds more than `most` bytes.
std::optional<std::string> read_file(const std::string& path, std::size_t most);

/// The files in a folder, and in those below it when asked; in no order. Folders that may not be read are passed over.
std::vector<std::string> files_in(const std::string& folder, bool below);

/// A path from the root, without detours, links followed as far as what it names is there.
std::string whole_path(const std::string& path);
/// The folder that belegd runs in.
std::string current_folder();
/// A path that somebody typed, as belegd writes paths.
std::string typed_path(std::string path);

/// Makes one folder; whether it is there then.
bool make_folder(const std::string& path);
/// Takes away a file or an empty folder.
void remove(const std::string& path);

/// Writes to what is there and is no file.
bool write_device(const std::string& path, const std::string& text);

/// A new file beside another, under a name that nothing there has; it takes the place of the other, or goes. Who owns the
/// other and may read it holds of the new one too.
class Draft {
   public:
    explicit Draft(const std::string& target);
    ~Draft();
    Draft(Draft&& other) noexcept;
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    Draft& operator=(Draft&&) = delete;

    /// Whether all of a text stands in it.
    bool write(const std::string& text);
    /// Whether it stands in the place of the other.
    bool take_place();

   private:
    std::string target_, path_;  ///< `path_` is empty when there is no such file any more
};

}  // namespace belegd::system
