#include "system/files.hpp"

#include <algorithm>
#include <utility>

#include "system/windows/wide.hpp"

namespace belegd::system {
namespace {

constexpr DWORD kAllShare = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

bool is_device(const std::wstring& path) { return path.starts_with(L"\\\\.\\"); }

/// What is there, links followed; a folder too.
HANDLE opened(const std::wstring& path, DWORD access) {
    return ::CreateFileW(path.c_str(), access, kAllShare, nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
}

/// Why what is there may not be replaced; 0 when it may.
DWORD refused(const std::wstring& path) {
    const Handle file(opened(path, FILE_WRITE_DATA | DELETE));
    return file ? 0 : ::GetLastError();
}

std::uint64_t joined(DWORD high, DWORD low) { return (static_cast<std::uint64_t>(high) << 32) | low; }

std::chrono::nanoseconds time_of(const FILETIME& time) {
    constexpr std::uint64_t kTick = 100;  // nanoseconds
    return std::chrono::nanoseconds(joined(time.dwHighDateTime, time.dwLowDateTime) * kTick);
}

/// Where the path of a handle leads; empty when that cannot be said.
std::wstring followed(const Handle& file) {
    std::wstring out(::GetFinalPathNameByHandleW(file.get(), nullptr, 0, 0), L'\0');
    if (!out.empty())
        out.resize(::GetFinalPathNameByHandleW(file.get(), out.data(), static_cast<DWORD>(out.size()), 0));
    return out;
}

void list(const std::string& folder, bool below, std::vector<std::string>& out) {
    const auto prefix = folder.ends_with('/') ? folder : folder + "/";
    WIN32_FIND_DATAW found{};
    const auto search = ::FindFirstFileW(wide_path(prefix + "*").c_str(), &found);
    if (search == INVALID_HANDLE_VALUE) return;
    do {
        const std::wstring_view name = found.cFileName;
        if (name == L"." || name == L"..") continue;
        auto path = prefix + narrow(name);
        const bool link = (found.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
        // Into a folder that is a link nobody goes: it may lead back.
        if ((found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0) {
            if (below && !link) list(path, below, out);
        } else if (!link || entry(path).kind == Entry::Kind::file) {
            out.push_back(std::move(path));
        }
    } while (::FindNextFileW(search, &found) != 0);
    ::FindClose(search);
}

}  // namespace

Entry entry(const std::string& path) {
    if (path.empty()) return {};
    const auto name = wide_path(path);
    if (is_device(name)) return {Entry::Kind::device, 0, {}};
    WIN32_FILE_ATTRIBUTE_DATA known{};
    if (::GetFileAttributesExW(name.c_str(), GetFileExInfoStandard, &known) == 0) return {};
    if ((known.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0) {
        const Handle file(opened(name, FILE_READ_ATTRIBUTES));
        BY_HANDLE_FILE_INFORMATION there{};
        if (!file || ::GetFileInformationByHandle(file.get(), &there) == 0) return {};
        known.dwFileAttributes = there.dwFileAttributes;
        known.ftLastWriteTime = there.ftLastWriteTime;
        known.nFileSizeHigh = there.nFileSizeHigh;
        known.nFileSizeLow = there.nFileSizeLow;
    }
    const auto written = time_of(known.ftLastWriteTime);
    if ((known.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0) return {Entry::Kind::folder, 0, written};
    return {Entry::Kind::file, joined(known.nFileSizeHigh, known.nFileSizeLow), written};
}

std::chrono::nanoseconds file_time_now() {
    FILETIME now{};
    ::GetSystemTimeAsFileTime(&now);
    return time_of(now);
}

bool is_taken(const std::string& path) {
    return ::GetFileAttributesW(wide_path(path).c_str()) != INVALID_FILE_ATTRIBUTES;
}

bool is_read_only(const std::string& path) {
    const auto name = wide_path(path);
    const auto attributes = ::GetFileAttributesW(name.c_str());
    constexpr DWORD kOther = FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_DEVICE;
    if (attributes == INVALID_FILE_ATTRIBUTES || (attributes & kOther) != 0 || is_device(name)) return false;
    return (attributes & FILE_ATTRIBUTE_READONLY) != 0 || refused(name) == ERROR_ACCESS_DENIED;
}

bool is_in_use(const std::string& path) {
    return entry(path).kind == Entry::Kind::file && refused(wide_path(path)) == ERROR_SHARING_VIOLATION;
}

bool is_same_file(const std::string& one, const std::string& other) {
    BY_HANDLE_FILE_INFORMATION known[2]{};
    const std::string* paths[] = {&one, &other};
    for (int i = 0; i < 2; ++i) {
        if (entry(*paths[i]).kind != Entry::Kind::file) return false;
        const Handle file(opened(wide_path(*paths[i]), FILE_READ_ATTRIBUTES));
        if (!file || ::GetFileInformationByHandle(file.get(), &known[i]) == 0) return false;
    }
    return known[0].dwVolumeSerialNumber == known[1].dwVolumeSerialNumber &&
           known[0].nFileIndexHigh == known[1].nFileIndexHigh && known[0].nFileIndexLow == known[1].nFileIndexLow;
}

std::optional<std::string> read_file(const std::string& path, std::size_t most) {
    const auto there = entry(path);
    if (there.kind != Entry::Kind::file || there.bytes > most) return std::nullopt;
    const Handle file(opened(wide_path(path), GENERIC_READ));
    if (!file) return std::nullopt;
    std::string text;
    std::vector<char> part(1 << 16);
    for (DWORD count = 0;;) {
        if (::ReadFile(file.get(), part.data(), static_cast<DWORD>(part.size()), &count, nullptr) == 0)
            return std::nullopt;
        if (count == 0) return text;
        text.append(part.data(), count);
        if (text.size() > most) return std::nullopt;
    }
}

std::vector<std::string> files_in(const std::string& folder, bool below) {
    std::vector<std::string> out;
    if (!folder.empty()) list(folder, below, out);
    return out;
}

std::string whole_path(const std::string& path) {
    const auto whole = wide_path(path);
    // As far as it is there, where its links lead and with its own letters; behind that as it was given.
    for (auto end = whole.size(); end != std::wstring::npos && end > 0; end = whole.find_last_of(L'\\', end - 1)) {
        auto there = whole.substr(0, end);
        if (there.ends_with(L':')) there += L'\\';
        const Handle file(opened(there, FILE_READ_ATTRIBUTES));
        if (!file) continue;
        auto out = followed(file);
        if (out.empty()) break;
        auto rest = whole.substr(end);
        if (out.ends_with(L'\\') && rest.starts_with(L'\\')) rest.erase(0, 1);
        return path_of(out + rest);
    }
    return path_of(whole);
}

std::string current_folder() { return path_of(wide_path(".")); }

std::string typed_path(std::string path) {
    std::replace(path.begin(), path.end(), '\\', '/');
    return path;
}

bool make_folder(const std::string& path) {
    ::CreateDirectoryW(wide_path(path).c_str(), nullptr);
    return entry(path).kind == Entry::Kind::folder;
}

void remove(const std::string& path) {
    const auto name = wide_path(path);
    if (::DeleteFileW(name.c_str()) == 0) ::RemoveDirectoryW(name.c_str());
}

bool write_device(const std::string& path, const std::string& text) {
    const Handle file(
        ::CreateFileW(wide_path(path).c_str(), GENERIC_WRITE, kAllShare, nullptr, OPEN_EXISTING, 0, nullptr));
    return file && write_all(file.get(), text);
}

Draft::Draft(const std::string& target) : target_(target) {
    constexpr int kMost = 100;
    const auto attributes = ::GetFileAttributesW(wide_path(target_).c_str());
    if (attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0)
        target_ = whole_path(target_);
    for (int i = 0; i < kMost && path_.empty(); ++i) {
        auto path = target_ + (i == 0 ? ".part" : "." + std::to_string(i) + ".part");
        const Handle file(::CreateFileW(wide_path(path).c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                                        FILE_ATTRIBUTE_NORMAL, nullptr));
        if (file)
            path_ = std::move(path);
        else if (::GetLastError() != ERROR_FILE_EXISTS)
            return;
    }
}

Draft::~Draft() {
    if (!path_.empty()) remove(path_);
}

Draft::Draft(Draft&& other) noexcept
    : target_(std::move(other.target_)), path_(std::exchange(other.path_, std::string())) {}

bool Draft::write(const std::string& text) {
    if (path_.empty()) return false;
    Handle file(::CreateFileW(wide_path(path_).c_str(), GENERIC_WRITE, 0, nullptr, TRUNCATE_EXISTING, 0, nullptr));
    if (!file) return false;
    const bool whole = write_all(file.get(), text);
    return file.close() && whole;
}

bool Draft::take_place() {
    const auto from = wide_path(path_), to = wide_path(target_);
    // Who replaces keeps who may read it; where there is nothing to replace, or a disk cannot, it is moved.
    if (::ReplaceFileW(to.c_str(), from.c_str(), nullptr, REPLACEFILE_IGNORE_MERGE_ERRORS, nullptr, nullptr) == 0 &&
        ::MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0)
        return false;
    path_.clear();
    return true;
}

}  // namespace belegd::system
