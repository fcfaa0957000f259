#include "cli/graphviz.hpp"

#include <chrono>

#include "cli/files.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/drawing.hpp"
#include "system/processes.hpp"

namespace belegd::cli {

std::optional<render::Positions> layout_of(const std::string& asked, Text& wrong) {
    constexpr std::chrono::minutes kLimit(1);
    const auto dot = system::program({"dot"});
    if (dot.empty()) return wrong = say(message::layout_no_program), std::nullopt;
    std::optional<std::string> answer;
    {
        const system::Signals signals;
        const system::Workroom room;
        if (room.path().empty()) return wrong = say(message::cannot_make_folder, {Text("belegd-XXXXXX")}), std::nullopt;
        const auto in = room.path() + "/tekening.dot", out = room.path() + "/tekening.json";
        if (write_file(in, asked).empty() &&
            system::ran_within(kLimit, {dot, "-Tjson0", "-o", out, in}) == system::Ended::well)
            answer = file_text(out);
    }
    system::end_if_called_off();
    if (answer) return render::Positions{std::move(*answer)};
    wrong = say(message::layout_failed, {Text(dot)});
    return std::nullopt;
}

}  // namespace belegd::cli
