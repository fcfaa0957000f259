#pragma once
// What is planned and paid, in the words of the language with which the model says it. Internal to report/.

#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"
#include "report/wording.hpp"
#include "syntax/words.hpp"

namespace belegd::report {

using model::title_of_row;

/// A word of the language with what follows it: `na advies van de cliëntenraad`.
inline Text phrase(syntax::Word word, const Text& what = {}) {
    const auto& said = syntax::info(word).phrase;
    return what.empty() ? said : joined({said, what}, " ");
}

/// A text of the model; where it says that the paper is silent, in the language of the reader.
inline Text words(const std::string& text) {
    const auto open = model::left_open(text);
    return open == syntax::Word::none ? Text(text) : syntax::info(open).phrase;
}

/// The same of a name, which may be more than a word in the language of the reader.
inline Text words(const Text& name) { return model::left_open(name.nl) == syntax::Word::none ? name : words(name.nl); }

/// `Mandaatbesluit: vaststellen door college van Oostdam, op 19 december 2023`
inline Said line(const model::Model& model, const Text& title, std::vector<Text> parts, const model::Backing& backing) {
    std::erase_if(parts, [](const Text& part) { return part.empty(); });
    return stated(model, parts.empty() ? title : say(message::function_line, {title, joined(parts, ", ")}), backing);
}

/// Kept on one line.
inline Text euros(long long cents) {
    auto out = model::amount_said(cents, "€");
    for (auto* said : {&out.nl, &out.en}) said->replace(said->find(' '), 1, "\u00A0");
    return out;
}

inline void add_remarks(const std::vector<Text>& remarks, std::vector<Text>& parts) {
    parts.insert(parts.end(), remarks.begin(), remarks.end());
}

}  // namespace belegd::report
