#include "cli/run.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "diagnostics/diagnostic.hpp"

namespace belegd::cli {
namespace {

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
    const auto result = execute(call);
    std::cerr << result.err;
    if (call.output && !call.only_check && result.exit_code != 2) {
        if (!write_file(*call.output, result.out)) {
            std::cerr << say(Message::cannot_write, {Text(*call.output)}).in(call.language.value_or(Language::nl))
                      << "\n";
            return 2;
        }
    } else {
        std::cout << result.out << std::flush;
        if (!std::cout) return 2;
    }
    return result.exit_code;
}

}  // namespace belegd::cli
