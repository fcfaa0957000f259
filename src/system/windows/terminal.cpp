#include "system/terminal.hpp"

#include <fcntl.h>
#include <io.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <iostream>
#include <mutex>
#include <streambuf>
#include <thread>

#include "system/windows/wide.hpp"

namespace belegd::system {
namespace {

bool is_console(DWORD stream) {
    DWORD mode = 0;
    return ::GetConsoleMode(::GetStdHandle(stream), &mode) != 0;
}

/// How many bytes at the end of a text begin a letter without ending it.
std::size_t unfinished(std::string_view text) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if ((byte & 0xC0) == 0x80) continue;
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

}  // namespace

/// Letters for a screen, which shows them whatever its code page is; that stays what it was.
class Screen : public std::streambuf {
   public:
    explicit Screen(DWORD stream) : stream_(stream) {}

   protected:
    int_type overflow(int_type c) override {
        if (!traits_type::eq_int_type(c, traits_type::eof())) kept_ += traits_type::to_char_type(c);
        return traits_type::not_eof(c);
    }
    std::streamsize xsputn(const char* text, std::streamsize size) override {
        kept_.append(text, static_cast<std::size_t>(size));
        return size;
    }
    int sync() override {
        const auto whole = kept_.size() - unfinished(kept_);
        const auto letters = wide(std::string_view(kept_).substr(0, whole));
        kept_.erase(0, whole);
        constexpr std::size_t kPart = 8192;
        for (std::size_t at = 0; at < letters.size();) {
            DWORD done = 0;
            const auto size = static_cast<DWORD>(std::min(kPart, letters.size() - at));
            if (::WriteConsoleW(::GetStdHandle(stream_), letters.data() + at, size, &done, nullptr) == 0 || done == 0)
                return -1;
            at += done;
        }
        return 0;
    }

   private:
    DWORD stream_;
    std::string kept_;
};

namespace {

/// What somebody types, up to Ctrl-Z at the beginning of a line.
std::optional<std::string> typed(std::size_t most) {
    std::wstring text;
    std::array<wchar_t, 4096> part{};
    for (DWORD count = 0;;) {
        if (::ReadConsoleW(::GetStdHandle(STD_INPUT_HANDLE), part.data(), part.size(), &count, nullptr) == 0)
            return std::nullopt;
        if (count == 0 || part[0] == L'\x1A') return narrow(text);
        text.append(part.data(), count);
        if (text.size() > most) return std::nullopt;
    }
}

}  // namespace

std::vector<std::string> words_of_call(int, const char* const*) {
    // What `main` is given has been put into the code page of the machine.
    int count = 0;
    auto* const words = ::CommandLineToArgvW(::GetCommandLineW(), &count);
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i) out.push_back(narrow(words[i]));
    ::LocalFree(words);
    return out;
}

std::optional<std::string> environment(const char* name) {
    const auto wanted = wide(name);
    std::wstring value(::GetEnvironmentVariableW(wanted.c_str(), nullptr, 0), L'\0');
    if (value.empty()) return std::nullopt;
    value.resize(::GetEnvironmentVariableW(wanted.c_str(), value.data(), static_cast<DWORD>(value.size())));
    return narrow(value);
}

struct Streams::Kept {
    Screen out{STD_OUTPUT_HANDLE}, err{STD_ERROR_HANDLE};
    std::streambuf *out_before = nullptr, *err_before = nullptr;
};

Streams::Streams() : kept_(std::make_unique<Kept>()) {
    for (auto* stream : {stdin, stdout, stderr}) ::_setmode(::_fileno(stream), _O_BINARY);
    if (is_console(STD_OUTPUT_HANDLE)) kept_->out_before = std::cout.rdbuf(&kept_->out);
    if (is_console(STD_ERROR_HANDLE)) kept_->err_before = std::cerr.rdbuf(&kept_->err);
}

Streams::~Streams() {
    if (kept_->out_before != nullptr) std::cout << std::flush, std::cout.rdbuf(kept_->out_before);
    if (kept_->err_before != nullptr) std::cerr << std::flush, std::cerr.rdbuf(kept_->err_before);
}

bool is_screen() { return is_console(STD_OUTPUT_HANDLE); }

bool is_screen(const std::string& path) {
    const auto name = wide_path(path);
    if (!name.starts_with(L"\\\\.\\")) return false;  // no device
    const Handle file(::CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                    nullptr, OPEN_EXISTING, 0, nullptr));
    DWORD mode = 0;
    return file && ::GetConsoleMode(file.get(), &mode) != 0;
}

std::optional<std::size_t> columns_of_screen() {
    CONSOLE_SCREEN_BUFFER_INFO size{};
    for (const auto stream : {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE})
        if (::GetConsoleScreenBufferInfo(::GetStdHandle(stream), &size) != 0)
            return static_cast<std::size_t>(size.srWindow.Right - size.srWindow.Left + 1);
    return std::nullopt;
}

std::optional<std::string> read_input(std::size_t most) {
    if (is_console(STD_INPUT_HANDLE)) return typed(most);
    const auto input = ::GetStdHandle(STD_INPUT_HANDLE);
    std::string text;
    std::vector<char> part(1 << 16);
    for (DWORD count = 0;;) {
        if (::ReadFile(input, part.data(), static_cast<DWORD>(part.size()), &count, nullptr) == 0)
            return ::GetLastError() == ERROR_BROKEN_PIPE ? std::optional(std::move(text)) : std::nullopt;
        if (count == 0) return text;
        text.append(part.data(), count);
        if (text.size() > most) return std::nullopt;
    }
}

Printed print(std::string_view bytes) {
    std::cout << std::flush;
    if (is_console(STD_OUTPUT_HANDLE)) {
        std::cout << bytes << std::flush;
        return std::cout ? Printed::whole : Printed::failed;
    }
    if (write_all(::GetStdHandle(STD_OUTPUT_HANDLE), bytes)) return Printed::whole;
    const auto why = ::GetLastError();
    return why == ERROR_BROKEN_PIPE || why == ERROR_NO_DATA ? Printed::unread : Printed::failed;
}

/// Windows cannot wait for a pipe: somebody else reads, and hands over what came.
struct Input::Reader {
    std::mutex lock;
    std::condition_variable came;
    std::deque<std::string> parts;
    bool closed = false;

    static void read(const std::shared_ptr<Reader>& to) {
        const auto input = ::GetStdHandle(STD_INPUT_HANDLE);
        std::vector<char> part(1 << 16);
        for (DWORD count = 0;;) {
            const bool some = ::ReadFile(input, part.data(), static_cast<DWORD>(part.size()), &count, nullptr) != 0;
            const std::lock_guard held(to->lock);
            if (some && count > 0) to->parts.emplace_back(part.data(), count);
            to->closed = !some || count == 0;
            to->came.notify_one();
            if (to->closed) return;
        }
    }
};

Input::Input() : reader_(std::make_shared<Reader>()) {
    // It waits for input that may never come, and ends with belegd.
    std::thread(Reader::read, reader_).detach();
}
Input::~Input() = default;

Input::Part Input::next(std::optional<std::chrono::milliseconds> patience) {
    std::unique_lock held(reader_->lock);
    const auto here = [&] { return !reader_->parts.empty() || reader_->closed; };
    if (!patience)
        reader_->came.wait(held, here);
    else if (!reader_->came.wait_for(held, *patience, here))
        return {Part::Kind::none_yet, {}};
    if (reader_->parts.empty()) return {Part::Kind::closed, {}};
    auto bytes = std::move(reader_->parts.front());
    reader_->parts.pop_front();
    return {Part::Kind::some, std::move(bytes)};
}

}  // namespace belegd::system
