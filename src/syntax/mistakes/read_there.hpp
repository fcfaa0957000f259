#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/message.hpp"
#include "syntax/primitives.hpp"

/// What stands where something else was expected, and what it comes near to.
namespace belegd::syntax::mistaken {

/// What is quoted or compared of a line, in bytes: a line may be as long as a file.
inline constexpr std::size_t kLongest = 400;

/// The words from `offset` to the end of what the reader would point at: at most the line, at most `most` words.
std::string_view words_at(std::string_view text, std::uint32_t offset, std::size_t most);
/// A stretch of the text as a message quotes it: not longer than a line, and what cannot be seen by its code.
std::string readable(std::string_view text, std::size_t most = 60);
Text phrase(Word word);
/// What the argument is called.
Message wanted(Expected expected);
std::vector<std::string> phrases_of(const std::vector<Word>& words);
/// Of the twelve months.
const std::vector<std::string>& month_phrases();
/// Every phrase that may begin a line inside the block of `enclosing` (none: the file itself).
std::vector<std::string> leads_in(Word enclosing);
/// The nearest phrase to the first one, two or three words of a text.
std::optional<std::string> nearest_phrase(std::string_view text, const std::vector<std::string>& known);
/// Whether a text begins with one of these phrases, or nearly.
bool begins_like(std::string_view text, const std::vector<std::string>& known);
/// The node of a kind that begins here, or the last one before; 0 when there is none.
std::uint32_t node_before(const Tree& tree, std::uint32_t offset, bool (*fits)(const Node&));
/// What could not be read at a place, as the grammar passed over it.
std::string_view passed_over(std::string_view text, const Tree& tree, std::uint32_t offset);
/// `1 januarie 2024` → `1 januari 2024`, or nothing when no word is near to a month.
std::optional<std::string> nearest_date(std::string_view read);
/// `een half jaar`, `anderhalf jaar`: in months.
std::optional<int> half_a_year(std::string_view read);
/// A day and a month with nothing behind them.
bool lacks_year(std::string_view read);

}  // namespace belegd::syntax::mistaken
