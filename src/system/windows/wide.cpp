#include "system/windows/wide.hpp"

#include <algorithm>

namespace belegd::system {

std::wstring wide(std::string_view text) {
    const int size = static_cast<int>(text.size());
    std::wstring out(static_cast<std::size_t>(::MultiByteToWideChar(CP_UTF8, 0, text.data(), size, nullptr, 0)), L'\0');
    ::MultiByteToWideChar(CP_UTF8, 0, text.data(), size, out.data(), static_cast<int>(out.size()));
    return out;
}

std::string narrow(std::wstring_view text) {
    const int size = static_cast<int>(text.size());
    std::string out(
        static_cast<std::size_t>(::WideCharToMultiByte(CP_UTF8, 0, text.data(), size, nullptr, 0, nullptr, nullptr)),
        '\0');
    ::WideCharToMultiByte(CP_UTF8, 0, text.data(), size, out.data(), static_cast<int>(out.size()), nullptr, nullptr);
    return out;
}

std::wstring wide_path(const std::string& path) {
    constexpr std::size_t kLong = 240;  // a folder may be 248, a file 260, and a draft has a longer name than its file
    const auto given = wide(path);
    std::wstring whole(::GetFullPathNameW(given.c_str(), 0, nullptr, nullptr), L'\0');
    if (whole.empty()) return given;
    whole.resize(::GetFullPathNameW(given.c_str(), static_cast<DWORD>(whole.size()), whole.data(), nullptr));
    if (whole.size() < kLong || whole.starts_with(L"\\\\?\\") || whole.starts_with(L"\\\\.\\")) return whole;
    return whole.starts_with(L"\\\\") ? L"\\\\?\\UNC" + whole.substr(1) : L"\\\\?\\" + whole;
}

std::string path_of(std::wstring_view given) {
    std::wstring out(given);
    if (out.starts_with(L"\\\\?\\UNC\\"))
        out.replace(0, 8, L"\\\\");
    else if (out.starts_with(L"\\\\?\\"))
        out.erase(0, 4);
    std::replace(out.begin(), out.end(), L'\\', L'/');
    return narrow(out);
}

bool write_all(HANDLE to, std::string_view bytes) {
    constexpr std::size_t kPart = 1 << 20;
    while (!bytes.empty()) {
        DWORD done = 0;
        if (::WriteFile(to, bytes.data(), static_cast<DWORD>(std::min(bytes.size(), kPart)), &done, nullptr) == 0)
            return false;
        bytes.remove_prefix(done);
    }
    return true;
}

}  // namespace belegd::system
