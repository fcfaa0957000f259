#include "cli/run.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/watch.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"

namespace belegd::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

std::size_t terminal_width() {
    if (const char* columns = std::getenv("COLUMNS"); columns != nullptr)
        if (const int asked = std::atoi(columns); asked >= 40) return static_cast<std::size_t>(std::min(asked, 400));
    winsize size{};
    if ((isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) ||
        (isatty(STDERR_FILENO) != 0 && ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40))
        return std::min<std::size_t>(size.ws_col, 400);
    return 100;
}

}  // namespace

int run(int argc, char** argv) {
    auto asked = arguments(argc, argv);
    if (!asked.call) {
        std::cout << asked.out;
        std::cerr << asked.err;
        return asked.exit_code;
    }
    auto& call = *asked.call;
    if (call.width == 0) call.width = terminal_width();
    const auto language = call.language.value_or(Language::nl);
    for (const auto& path : call.paths)
        if (call.output && same_file(path, *call.output)) {
            std::cerr << "belegd: " << say(message::output_is_input, {Text(path)}).in(language) << "\n";
            return 2;
        }
    if (call.watch) {
        for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, [](int) { interrupted = 1; });
        return watch(call, std::cerr, [] { return interrupted != 0; });
    }
    const auto result = execute(call);
    std::cerr << result.err;
    const auto written = [&](const std::string& path, const std::string& text) {
        if (write_file(path, text)) return true;
        std::cerr << "belegd: " << say(message::cannot_write, {Text(path)}).in(language) << "\n";
        return false;
    };
    for (const auto& [path, text] : result.files)
        if (!written(path, text)) return 2;
    // What is not done leaves the file of before; a report of what could not be read is done.
    if (call.output && !call.only_check && (result.exit_code != 2 || !result.out.empty())) {
        if (!written(*call.output, result.out)) return 2;
    } else {
        std::cout << result.out << std::flush;
        if (!std::cout) return 2;
    }
    return result.exit_code;
}

}  // namespace belegd::cli
