#pragma once

// Everything of Windows that is called; Unicode throughout, whatever the machine's own code page is (see CMakeLists.txt).
#include <windows.h>

#include <shellapi.h>  // only after the other

#include <string>
#include <string_view>

namespace belegd::system {

/// Text as Windows takes it, and back.
std::wstring wide(std::string_view text);
std::string narrow(std::wstring_view text);

/// A path as Windows takes it: from the root, and where it is long in the form that has no limit of 260 characters.
std::wstring wide_path(const std::string& path);
/// A path that Windows gives, as belegd writes paths: with `/`, and without what marks it as long.
std::string path_of(std::wstring_view given);

/// A handle that closes itself.
class Handle {
   public:
    explicit Handle(HANDLE handle) : handle_(handle) {}
    ~Handle() { close(); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    explicit operator bool() const { return handle_ != INVALID_HANDLE_VALUE && handle_ != nullptr; }
    HANDLE get() const { return handle_; }
    /// Whether it could be closed: only then what was written stands there.
    bool close() {
        const bool done = !*this || ::CloseHandle(handle_) != 0;
        handle_ = INVALID_HANDLE_VALUE;
        return done;
    }

   private:
    HANDLE handle_;
};

/// Whether all of it was written.
bool write_all(HANDLE to, std::string_view bytes);

}  // namespace belegd::system
