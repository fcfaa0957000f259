// What a page cannot do and does not offer: other programs, arguments of a command line, and reading an HTML page back.
#include "cli/completion.hpp"
#include "cli/description.hpp"
#include "cli/graphviz.hpp"
#include "cli/manual.hpp"
#include "cli/pdf.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/drawing.hpp"
#include "workbench/layout.hpp"

namespace belegd {

namespace cli {

Description description(Language) { return {}; }
std::string completion(const Description&, const std::string&) { return {}; }
std::string manual(const Description&, Language) { return {}; }

std::optional<std::string> pdf_of(const std::string&, Text& wrong, std::chrono::milliseconds) {
    wrong = say(message::pdf_no_program);
    return std::nullopt;
}

std::optional<render::Positions> layout_of(const std::string& asked, Text& wrong) {
    if (layout.answer) return render::Positions{*layout.answer};
    layout.asked = asked;
    wrong = say(message::layout_no_program);
    return std::nullopt;
}

}  // namespace cli

}  // namespace belegd
