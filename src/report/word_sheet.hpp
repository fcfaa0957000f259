#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "report/document.hpp"
#include "syntax/lexicon.hpp"

namespace belegd::report {

/// The words of the language that are spelt like this, in either language or by an alias.
std::vector<syntax::Word> words_spelt(std::string_view asked);

/// What a word is called, what it does, where it may stand, what follows it, and a line in which it stands.
Sheet word_sheet(syntax::Word word, const syntax::Lexicon& lexicon, std::span<const embedded::File> pages);

/// What kind of word it is: `een overdracht`, `een maand`.
Text kind_of(syntax::Word word);

}  // namespace belegd::report
