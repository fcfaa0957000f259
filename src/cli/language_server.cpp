#include "cli/language_server.hpp"

#include <chrono>
#include <optional>

#include "cli/files.hpp"
#include "cli/reading.hpp"
#include "language_server/server.hpp"
#include "system/terminal.hpp"

namespace belegd::cli {
namespace {

constexpr std::chrono::milliseconds kPause(250);  ///< without a message, after which it is told what was found

editor::World disk_of(const Call& call) {
    return {file_text, beside, models_near, [today = call.today] { return today.value_or(present_day()); }};
}

}  // namespace

int serve(const Call& call) {
    language_server::Server server(disk_of(call), call.language);
    system::Input input;
    using Part = system::Input::Part::Kind;
    bool busy = false, open = true;
    while (true) {
        auto patience = std::optional(kPause);
        if (busy)
            patience = std::chrono::milliseconds(0);
        else if (!server.is_restless())
            patience = std::nullopt;
        const auto part = open ? input.next(patience) : system::Input::Part{Part::none_yet, {}};
        if (part.kind == Part::failed) return 1;
        if (part.kind == Part::some) server.take(part.bytes);
        // Who goes without a word is gone.
        if (part.kind == Part::closed) open = false;
        if (part.kind == Part::none_yet && !busy) {
            if (!open) return server.ended().value_or(1);
            server.rest();
        }
        busy = server.step();
        if (const auto out = server.out(); !out.empty() && system::print(out) != system::Printed::whole) return 1;
        if (server.ended()) return *server.ended();
    }
}

}  // namespace belegd::cli
