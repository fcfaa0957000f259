#include "diagnostics/message.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "base/fold.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/calendar.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/compared.hpp"
#include "diagnostics/messages/controls.hpp"
#include "diagnostics/messages/costs.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/decisions.hpp"
#include "diagnostics/messages/drawing.hpp"
#include "diagnostics/messages/editor.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/glossary.hpp"
#include "diagnostics/messages/impact.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "diagnostics/messages/repair.hpp"
#include "diagnostics/messages/reports.hpp"
#include "diagnostics/messages/rules.hpp"

namespace belegd {
namespace {

constexpr Sentence kSentences[] = {
#define SENTENCE(id, nl, en) {#id, nl, en},
#include "diagnostics/messages/appendix.def"
#include "diagnostics/messages/calendar.def"
#include "diagnostics/messages/commands.def"
#include "diagnostics/messages/compared.def"
#include "diagnostics/messages/controls.def"
#include "diagnostics/messages/costs.def"
#include "diagnostics/messages/coverage.def"
#include "diagnostics/messages/decisions.def"
#include "diagnostics/messages/drawing.def"
#include "diagnostics/messages/editor.def"
#include "diagnostics/messages/general.def"
#include "diagnostics/messages/glossary.def"
#include "diagnostics/messages/impact.def"
#include "diagnostics/messages/names.def"
#include "diagnostics/messages/reading.def"
#include "diagnostics/messages/repair.def"
#include "diagnostics/messages/reports.def"
#include "diagnostics/messages/rules.def"
#undef SENTENCE
};

/// Where each table begins, and where the last one ends.
constexpr auto kBegins = [] {
    constexpr std::size_t lengths[] = {
#define TABLE(name, enumeration) static_cast<std::size_t>(message::enumeration::count_),
#include "diagnostics/messages.def"
#undef TABLE
    };
    std::array<std::size_t, std::size(lengths) + 1> out{};
    for (std::size_t i = 0; i < std::size(lengths); ++i) out[i + 1] = out[i] + lengths[i];
    return out;
}();
static_assert(kBegins.back() == std::size(kSentences),
              "the tables stand above in the order of messages.def, which is that of the alphabet");

}  // namespace

std::span<const Sentence> all_sentences() { return kSentences; }

namespace {

/// The words with each {0}, {1} … replaced; `{{` is a brace.
std::string filled(std::string_view words, std::initializer_list<Text> arguments, Language language) {
    auto size = words.size();
    for (const auto& argument : arguments) size += argument.in(language).size();
    std::string out;
    out.reserve(size);
    while (!words.empty()) {
        const auto is_brace = [](char c) { return c == '{' || c == '}'; };
        const auto brace = static_cast<std::size_t>(std::find_if(words.begin(), words.end(), is_brace) - words.begin());
        out.append(words, 0, brace);
        words.remove_prefix(brace);
        if (words.empty()) break;
        if (words.size() > 1 && words[1] == words[0]) {
            out += words[0];
            words.remove_prefix(2);
            continue;
        }
        std::size_t place = 0, at = 1;
        for (; at < words.size() && is_digit(words[at]); ++at)
            place = place * 10 + static_cast<std::size_t>(words[at] - '0');
        assert(words[0] == '{' && at > 1 && at < words.size() && words[at] == '}' && place < arguments.size());
        out += (arguments.begin() + place)->in(language);
        words.remove_prefix(at + 1);
    }
    return out;
}

}  // namespace

Text say(Message message, std::initializer_list<Text> arguments) {
    const auto& sentence = kSentences[kBegins[static_cast<std::size_t>(message.table)] + message.line];
    if (arguments.size() == 0) return {std::string(sentence.nl), std::string(sentence.en)};
    return {filled(sentence.nl, arguments, Language::nl), filled(sentence.en, arguments, Language::en)};
}

Text quoted(const Text& words) { return say(message::quoted, {words}); }

}  // namespace belegd
