#include "system/processes.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <thread>

namespace belegd::system {
namespace {

volatile std::sig_atomic_t called_off = 0;

constexpr std::array kCaught{SIGINT, SIGTERM, SIGHUP};
std::array<struct sigaction, kCaught.size()> handled_before{};

}  // namespace

std::string program(std::initializer_list<const char*> names) {
    const char* path = std::getenv("PATH");
    if (path == nullptr) return {};
    for (const auto* name : names) {
        std::string_view rest = path;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(':'), rest.size());
            const auto file = std::filesystem::path(rest.substr(0, end)) / name;
            rest.remove_prefix(std::min(end + 1, rest.size()));
            std::error_code error;
            if (file.is_absolute() && std::filesystem::is_regular_file(file, error) &&
                ::access(file.c_str(), X_OK) == 0)
                return file.string();
        }
    }
    return {};
}

Workroom::Workroom() {
    std::error_code error;
    auto pattern = (std::filesystem::temp_directory_path(error) / "belegd-XXXXXX").string();
    if (!error && ::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
}

Workroom::~Workroom() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

Signals::Signals() {
    called_off = 0;
    struct sigaction caught {};
    caught.sa_handler = [](int signal) { called_off = signal; };
    ::sigemptyset(&caught.sa_mask);
    for (std::size_t i = 0; i < kCaught.size(); ++i) ::sigaction(kCaught[i], &caught, &handled_before[i]);
}

Signals::~Signals() {
    for (std::size_t i = 0; i < kCaught.size(); ++i) ::sigaction(kCaught[i], &handled_before[i], nullptr);
}

void end_if_called_off() {
    if (called_off != 0) std::raise(called_off);
}

Ended ran_within(std::chrono::milliseconds limit, std::vector<std::string> words) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
        ::posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t how;
    ::posix_spawnattr_init(&how);
    ::posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP);
    ::posix_spawnattr_setpgroup(&how, 0);
    pid_t child = 0;
    const bool begun = ::posix_spawn(&child, words.front().c_str(), &files, &how, arguments.data(), environ) == 0;
    ::posix_spawnattr_destroy(&how);
    ::posix_spawn_file_actions_destroy(&files);
    if (!begun) return Ended::badly;
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + limit;
    int status = 0;
    pid_t done = 0;
    while ((done = ::waitpid(child, &status, WNOHANG)) == 0 || (done < 0 && errno == EINTR)) {
        if (called_off == 0 && Clock::now() < end) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            continue;
        }
        ::kill(-child, SIGKILL);
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        return Ended::late;
    }
    return done == child && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Ended::well : Ended::badly;
}

}  // namespace belegd::system
