#include "cli/language_server.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>
#include <vector>

#include "cli/files.hpp"
#include "cli/reading.hpp"
#include "language_server/server.hpp"

namespace belegd::cli {
namespace {

constexpr int kPause = 250;  ///< milliseconds without a message after which it is told what was found

/// Whether standard output took all of it.
bool sent(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto done = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (done < 0 && errno != EINTR) return false;
        if (done > 0) bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
}

editor::World disk_of(const Call& call) {
    return {file_text, beside, models_near, [today = call.today] { return today.value_or(present_day()); }};
}

}  // namespace

int serve(const Call& call) {
    language_server::Server server(disk_of(call), call.language);
    std::vector<char> part(1 << 16);
    bool busy = false, open = true;
    while (true) {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const int ready = open ? ::poll(&input, 1, busy ? 0 : server.is_restless() ? kPause : -1) : 0;
        if (ready < 0 && errno != EINTR) return 1;
        if (ready > 0) {
            const auto count = ::read(STDIN_FILENO, part.data(), part.size());
            if (count > 0) server.take(std::string_view(part.data(), static_cast<std::size_t>(count)));
            // Who goes without a word is gone.
            open = count > 0 || (count < 0 && errno == EINTR);
        } else if (ready == 0 && !busy) {
            if (!open) return server.ended().value_or(1);
            server.rest();
        }
        busy = server.step();
        if (!sent(server.out())) return 1;
        if (server.ended()) return *server.ended();
    }
}

}  // namespace belegd::cli
