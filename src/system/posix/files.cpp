#include "system/files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <utility>

namespace belegd::system {
namespace fs = std::filesystem;

namespace {

/// Everything that a stream gives; nothing when it fails on the way or goes on for too long.
std::optional<std::string> all_of(std::istream& in, std::size_t most) {
    std::string text;
    std::vector<char> part(1 << 16);
    while (in.read(part.data(), static_cast<std::streamsize>(part.size())) || in.gcount() > 0) {
        text.append(part.data(), static_cast<std::size_t>(in.gcount()));
        if (text.size() > most) return std::nullopt;
    }
    return in.bad() ? std::nullopt : std::optional(std::move(text));
}

/// Who owns a file and who may read it, for the draft that takes its place; before anything stands in it.
void like(const std::string& draft, const std::string& target) {
    struct stat known {};
    if (::stat(target.c_str(), &known) != 0) return;
    if (::chown(draft.c_str(), known.st_uid, known.st_gid) != 0) errno = 0;  // only root gives files away
    ::chmod(draft.c_str(), known.st_mode & 07777);
}

template <typename Each>
void walk(Each at, std::error_code& error, std::vector<std::string>& out) {
    for (const Each end; at != end; at.increment(error)) {
        if (error) break;
        if (at->is_regular_file(error)) out.push_back(at->path().string());
    }
}

}  // namespace

Entry entry(const std::string& path) {
    struct stat known {};
    if (::stat(path.c_str(), &known) != 0) return {};
    const auto written = std::chrono::seconds(known.st_mtim.tv_sec) + std::chrono::nanoseconds(known.st_mtim.tv_nsec);
    if (S_ISREG(known.st_mode)) return {Entry::Kind::file, static_cast<std::uint64_t>(known.st_size), written};
    return {S_ISDIR(known.st_mode) ? Entry::Kind::folder : Entry::Kind::device, 0, written};
}

std::chrono::nanoseconds file_time_now() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch());
}

bool is_taken(const std::string& path) {
    struct stat known {};
    return ::lstat(path.c_str(), &known) == 0;
}

/// An owner may be root, who can write anywhere: what nobody may write is read-only for everybody.
bool is_read_only(const std::string& path) {
    struct stat known {};
    if (::stat(path.c_str(), &known) != 0 || !S_ISREG(known.st_mode)) return false;
    return (known.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || ::access(path.c_str(), W_OK) != 0;
}

bool is_in_use(const std::string&) { return false; }

bool is_same_file(const std::string& one, const std::string& other) {
    std::error_code error;
    return fs::is_regular_file(one, error) && fs::equivalent(one, other, error) && !error;
}

std::optional<std::string> read_file(const std::string& path, std::size_t most) {
    const auto there = entry(path);
    if (there.kind != Entry::Kind::file || there.bytes > most) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    return in ? all_of(in, most) : std::nullopt;
}

std::vector<std::string> files_in(const std::string& folder, bool below) {
    std::vector<std::string> out;
    std::error_code error;
    constexpr auto how = fs::directory_options::skip_permission_denied;
    if (below)
        walk(fs::recursive_directory_iterator(folder, how, error), error, out);
    else
        walk(fs::directory_iterator(folder, how, error), error, out);
    return out;
}

std::string whole_path(const std::string& path) {
    std::error_code error;
    const auto out = fs::weakly_canonical(fs::absolute(path, error), error);
    return error ? std::string() : out.string();
}

std::string current_folder() {
    std::error_code error;
    const auto out = fs::current_path(error);
    return error ? std::string() : out.string();
}

std::string typed_path(std::string path) { return path; }

bool make_folder(const std::string& path) {
    std::error_code error;
    fs::create_directory(path, error);
    return fs::is_directory(path, error);
}

void remove(const std::string& path) {
    std::error_code error;
    fs::remove(path, error);
}

bool write_device(const std::string& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    return static_cast<bool>(out.flush());
}

Draft::Draft(const std::string& target) : target_(target) {
    constexpr int kMost = 100;
    std::error_code error;
    if (fs::is_symlink(target_, error)) target_ = fs::weakly_canonical(target_, error).string();
    for (int i = 0; i < kMost && path_.empty(); ++i) {
        auto path = target_ + (i == 0 ? ".part" : "." + std::to_string(i) + ".part");
        if (auto* file = std::fopen(path.c_str(), "wbx"); file != nullptr) {
            std::fclose(file);
            like(path, target_);
            path_ = std::move(path);
        } else if (errno != EEXIST) {
            return;
        }
    }
}

Draft::~Draft() {
    if (!path_.empty()) remove(path_);
}

Draft::Draft(Draft&& other) noexcept
    : target_(std::move(other.target_)), path_(std::exchange(other.path_, std::string())) {}

bool Draft::write(const std::string& text) {
    if (path_.empty()) return false;
    auto* file = std::fopen(path_.c_str(), "r+b");
    if (file == nullptr) return false;
    const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    return std::fclose(file) == 0 && whole;
}

bool Draft::take_place() {
    std::error_code error;
    fs::rename(path_, target_, error);
    if (error) return false;
    path_.clear();
    return true;
}

}  // namespace belegd::system
