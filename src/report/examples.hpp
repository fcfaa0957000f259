#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "syntax/lexicon.hpp"

namespace belegd::report {

/// A line of a page or of the library in which a word is used as a word of the language; empty where there is none.
Text example_of(syntax::Word word, const syntax::Lexicon& lexicon, std::span<const embedded::File> pages);

/// The models of a page between fences that are marked so (`goed`, `fout`), in the language asked for.
std::vector<std::string> models_of(std::string_view page, std::string_view mark, Language language);

}  // namespace belegd::report
