#include "system/terminal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace belegd::system {

std::vector<std::string> words_of_call(int argc, const char* const* argv) { return {argv, argv + argc}; }

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

struct Streams::Kept {};  // here they take bytes, and screens show UTF-8

Streams::Streams() = default;
Streams::~Streams() = default;

bool is_screen() { return ::isatty(STDOUT_FILENO) != 0; }

bool is_screen(const std::string& path) {
    struct stat known {};
    if (::stat(path.c_str(), &known) != 0 || !S_ISCHR(known.st_mode)) return false;
    const int file = ::open(path.c_str(), O_WRONLY | O_NOCTTY | O_NONBLOCK);
    if (file < 0) return false;
    const bool out = ::isatty(file) != 0;
    ::close(file);
    return out;
}

std::optional<std::size_t> columns_of_screen() {
    winsize size{};
    for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
        if (::isatty(stream) != 0 && ::ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return std::nullopt;
}

std::optional<std::string> read_input(std::size_t most) {
    std::string text;
    std::array<char, 1 << 16> part{};
    while (std::cin.read(part.data(), part.size()) || std::cin.gcount() > 0) {
        text.append(part.data(), static_cast<std::size_t>(std::cin.gcount()));
        if (text.size() > most) return std::nullopt;
    }
    // The stream takes an error of a closed input, or of a folder, for its end.
    return std::cin.bad() || std::ferror(stdin) != 0 ? std::nullopt : std::optional(std::move(text));
}

Printed print(std::string_view bytes) {
    errno = 0;
    std::cout << bytes << std::flush;
    if (std::cout) return Printed::whole;
    return errno == EPIPE ? Printed::unread : Printed::failed;
}

struct Input::Reader {
    std::array<char, 1 << 16> part{};
};

Input::Input() : reader_(std::make_shared<Reader>()) {}
Input::~Input() = default;

Input::Part Input::next(std::optional<std::chrono::milliseconds> patience) {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ::poll(&input, 1, patience ? static_cast<int>(patience->count()) : -1);
    if (ready < 0) return {errno == EINTR ? Part::Kind::none_yet : Part::Kind::failed, {}};
    if (ready == 0) return {Part::Kind::none_yet, {}};
    auto& part = reader_->part;
    const auto count = ::read(STDIN_FILENO, part.data(), part.size());
    if (count > 0) return {Part::Kind::some, std::string(part.data(), static_cast<std::size_t>(count))};
    // Who goes without a word is gone.
    return {count < 0 && errno == EINTR ? Part::Kind::none_yet : Part::Kind::closed, {}};
}

}  // namespace belegd::system
