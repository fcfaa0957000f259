#include "cli/pdf.hpp"

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
#include <initializer_list>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "base/fold.hpp"
#include "cli/files.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"

namespace belegd::cli {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// `1` is PDF/A-1a; without tags asked for by name there are none.
constexpr const char* kFilter =
    R"(pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},)"
    R"("UseTaggedPDF":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"1"}})";

/// The first of these programs on the path; empty when none is there.
std::string program(std::initializer_list<const char*> names) {
    const char* path = std::getenv("PATH");
    if (path == nullptr) return {};
    for (const auto* name : names) {
        std::string_view rest = path;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(':'), rest.size());
            const auto file = fs::path(rest.substr(0, end)) / name;
            rest.remove_prefix(std::min(end + 1, rest.size()));
            std::error_code error;
            if (file.is_absolute() && fs::is_regular_file(file, error) && ::access(file.c_str(), X_OK) == 0)
                return file.string();
        }
    }
    return {};
}

/// A folder that nobody else reads, and that goes with what is in it.
class Workroom {
   public:
    Workroom() {
        std::error_code error;
        auto pattern = (fs::temp_directory_path(error) / "belegd-XXXXXX").string();
        if (!error && ::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
    }
    ~Workroom() {
        std::error_code ignored;
        if (!path_.empty()) fs::remove_all(path_, ignored);
    }
    Workroom(const Workroom&) = delete;
    Workroom& operator=(const Workroom&) = delete;
    const fs::path& path() const { return path_; }

   private:
    fs::path path_;
};

/// A path as an address: with whatever signs a folder for temporary files has.
std::string address_of(const fs::path& path) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out = "file://";
    for (const char c : path.string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           std::string_view("/-._~").find(c) != std::string_view::npos;
        if (plain)
            out += c;
        else
            out += {'%', hex[byte >> 4], hex[byte & 15]};
    }
    return out;
}

volatile std::sig_atomic_t called_off = 0;

/// While another program works, a signal that ends belegd first lets it clear up.
class Signals {
   public:
    Signals() {
        called_off = 0;
        struct sigaction caught {};
        caught.sa_handler = [](int signal) { called_off = signal; };
        ::sigemptyset(&caught.sa_mask);
        for (std::size_t i = 0; i < kCaught.size(); ++i) ::sigaction(kCaught[i], &caught, &before_[i]);
    }
    ~Signals() {
        for (std::size_t i = 0; i < kCaught.size(); ++i) ::sigaction(kCaught[i], &before_[i], nullptr);
    }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

   private:
    static constexpr std::array kCaught{SIGINT, SIGTERM, SIGHUP};
    std::array<struct sigaction, kCaught.size()> before_{};
};

enum class Ended { well, badly, late };

/// Runs a program in silence, and ends it with all that it began when it takes too long.
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

/// What LibreOffice makes of the text in a folder; nothing when that is no PDF: it may end well without one.
std::optional<std::string> made_in(const fs::path& room, const std::string& office, const std::string& odt,
                                   std::chrono::milliseconds limit, Ended& ended) {
    const auto text = room / "tekst.odt";
    if (!write_file(text.string(), odt).empty()) return std::nullopt;
    ended = ran_within(limit, {office, "-env:UserInstallation=" + address_of(room / "profiel"), "--headless",
                               "--norestore", "--convert-to", kFilter, "--outdir", room.string(), text.string()});
    if (ended != Ended::well) return std::nullopt;
    auto made = file_text((room / "tekst.pdf").string());
    return made && made->starts_with("%PDF-") ? std::move(made) : std::nullopt;
}

}  // namespace

std::optional<std::string> pdf_of(const std::string& odt, Text& wrong, std::chrono::milliseconds limit) {
    const auto office = program({"soffice", "libreoffice"});
    if (office.empty()) return wrong = say(message::pdf_no_program), std::nullopt;
    std::optional<std::string> made;
    auto ended = Ended::badly;
    {
        const Signals signals;
        const Workroom room;
        if (room.path().empty()) return wrong = say(message::cannot_make_folder, {Text("belegd-XXXXXX")}), std::nullopt;
        made = made_in(room.path(), office, odt, limit, ended);
    }
    if (called_off != 0) std::raise(called_off);
    if (made) return made;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit).count();
    wrong = ended == Ended::late ? say(message::pdf_too_late, {Text(office), number(seconds)})
                                 : say(message::pdf_failed, {Text(office)});
    return std::nullopt;
}

}  // namespace belegd::cli
