#include "syntax/mistakes.hpp"

#include <string>

#include "base/hidden.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reading.hpp"
#include "syntax/mistakes/teller.hpp"

namespace belegd::syntax {
namespace mistaken {

Diagnostic Teller::told() {
    switch (mistake_.expected) {
        case Expected::statement: statement(); break;
        case Expected::end_of_line: end_of_line(); break;
        case Expected::no_mark: mark(); break;
        case Expected::title: title(); break;
        case Expected::closing_quote:
            out_.code = Code::L06;
            out_.message = say(message::quote_open);
            out_.primary.span = {tree_.file, mistake_.offset, mistake_.offset};
            remedy(say(message::close_quote));
            break;
        case Expected::quoted_name: quoted_name(); break;
        case Expected::unit: unit(); break;
        case Expected::block_begin:
        case Expected::block_end:
        case Expected::no_block_end:
        case Expected::shallower_block:
        case Expected::shallower_condition:
        case Expected::bracket_end: brace(); break;
        default: argument(); break;
    }
    say_hidden();
    return std::move(out_);
}

void Teller::say_hidden() {
    const auto where = sources_text(out_.primary.span).substr(0, kLongest);
    for (std::size_t at = 0; at < where.size(); ++at)
        if (const auto character = hidden_at(where.substr(at)); character != 0) {
            out_.remedies = {{say(message::drop_hidden, {Text(code_of(character))})}};
            return;
        }
}

Span Teller::here(std::size_t words) const {
    const auto length = static_cast<std::uint32_t>(words_at(text_, mistake_.offset, words).size());
    return {tree_.file, mistake_.offset, mistake_.offset + length};
}

bool Teller::suggest(const std::vector<std::string>& known) {
    const auto found = nearest_phrase(rest_, known);
    if (found) remedy(say(message::did_you_mean, {Text(*found)}));
    return found.has_value();
}

}  // namespace mistaken

Diagnostic explained(const State::Mistake& mistake, const Sources& sources, const Tree& tree, const Lexicon& lexicon) {
    auto out = mistaken::Teller(mistake, sources, tree, lexicon).told();
    out.id = std::string(info(out.code).id) + "/" + sources[tree.file].name() + "/" +
             std::string(mistaken::words_at(sources[tree.file].text(), mistake.offset, 3));
    return out;
}

}  // namespace belegd::syntax
