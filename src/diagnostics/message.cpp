#include "diagnostics/message.hpp"

#include <fmt/args.h>

#include <array>
#include <functional>

#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/glossary.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "diagnostics/messages/reports.hpp"
#include "diagnostics/messages/rules.hpp"

namespace belegd {
namespace {

constexpr Sentence kSentences[] = {
#define SENTENCE(id, nl, en) {#id, nl, en},
#include "diagnostics/messages/commands.def"
#include "diagnostics/messages/coverage.def"
#include "diagnostics/messages/general.def"
#include "diagnostics/messages/glossary.def"
#include "diagnostics/messages/names.def"
#include "diagnostics/messages/reading.def"
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

Text say(Message message, std::initializer_list<Text> arguments) {
    const auto& sentence = kSentences[kBegins[static_cast<std::size_t>(message.table)] + message.line];
    if (arguments.size() == 0) return {std::string(sentence.nl), std::string(sentence.en)};
    const auto filled = [&](std::string_view words, Language language) {
        fmt::dynamic_format_arg_store<fmt::format_context> store;
        for (const auto& argument : arguments) store.push_back(std::cref(argument.in(language)));
        return fmt::vformat(fmt::string_view(words.data(), words.size()), store);
    };
    return {filled(sentence.nl, Language::nl), filled(sentence.en, Language::en)};
}

}  // namespace belegd
