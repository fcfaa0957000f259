#include "syntax/lexicon.hpp"

#include <algorithm>
#include <utility>

#include "base/fold.hpp"

namespace belegd::syntax {
namespace {

constexpr std::uint64_t kSeed = 1469598103934665603ull;
constexpr std::uint64_t mixed(std::uint64_t hash, std::int32_t character) {
    return (hash ^ static_cast<std::uint64_t>(character)) * 1099511628211ull;
}

/// Folds the first word (or, when there is none, the first character) and tells its hash and length in bytes.
struct First {
    std::uint64_t hash;
    std::uint32_t bytes;
};
First first_word(std::string_view text) {
    std::uint64_t hash = kSeed;
    std::uint32_t bytes = 0;
    while (bytes < text.size()) {
        const auto c = static_cast<unsigned char>(text[bytes]);
        if (c < 0x80) {
            const auto folded = kAsciiWord.folded[c];
            if (folded == 0) break;
            hash = mixed(hash, folded);
            ++bytes;
            continue;
        }
        std::uint32_t length = 1;
        while (bytes + length < text.size() && (text[bytes + length] & 0xC0) == 0x80) ++length;
        const auto [character, used] = folded_character(text.substr(bytes, length));
        if (character == ' ' || (!is_word_character(character) && bytes > 0)) break;
        if (!is_word_character(character)) return {mixed(kSeed, character), used};
        if (character < 0x300 || character > 0x36F) hash = mixed(hash, character);
        bytes += used;
    }
    if (bytes == 0 && !text.empty()) return {mixed(kSeed, static_cast<unsigned char>(text[0])), 1};
    return {hash, bytes};
}

/// How many bytes of `text` read as the folded `phrase`; npos when they do not.
std::size_t read(std::string_view text, std::string_view phrase) {
    std::size_t at = 0;
    while (!phrase.empty()) {
        if (at >= text.size()) return std::string_view::npos;
        if (phrase.front() == ' ') {
            std::size_t blanks = 0;
            while (at < text.size()) {
                const auto [character, bytes] = folded_character(text.substr(at));
                if (!is_blank(character)) break;
                at += bytes, ++blanks;
            }
            if (blanks == 0) return std::string_view::npos;
            phrase.remove_prefix(1);
            continue;
        }
        const auto wanted = folded_character(phrase);
        const auto there = folded_character(text.substr(at));
        if (there.character >= 0x300 && there.character <= 0x36F) {
            at += there.bytes;
            continue;
        }
        if (wanted.character == ',' && is_blank(there.character)) {  // `mandaat , volmacht`
            at += there.bytes;
            continue;
        }
        if (wanted.character != there.character) return std::string_view::npos;
        at += there.bytes;
        phrase.remove_prefix(wanted.bytes);
    }
    return at;
}

/// The folded character with which the next word begins, where `rest` begins with blanks; 0 otherwise.
std::int32_t second_word_begins_with(std::string_view rest) {
    bool blanks = false;
    while (!rest.empty()) {
        const auto [character, bytes] = folded_character(rest);
        const bool accent = character >= 0x300 && character <= 0x36F;
        if (!is_blank(character) && !accent) return blanks ? character : 0;
        blanks = blanks || !accent;
        rest.remove_prefix(bytes);
    }
    return 0;
}

bool word_goes_on(std::string_view text, std::size_t end) {
    if (end == 0 || end >= text.size()) return false;
    const auto last = static_cast<unsigned char>(text[end - 1]);
    if (last < 0x80 && !is_word_character(last)) return false;
    return is_word_character(folded_character(text.substr(end)).character);
}

}  // namespace

std::shared_ptr<const Lexicon::Table> Lexicon::vocabulary() {
    static const auto all = [] {
        auto out = std::make_shared<Table>();
        for (std::size_t i = 1; i < static_cast<std::size_t>(Word::protected_name); ++i) {
            const auto word = static_cast<Word>(i);
            const auto& entry = info(word);
            // The one phrase that the language of the file decides: `of` is "or" in Dutch and "van" in English.
            out->add(entry.phrase.nl, word, word == Word::or_ ? 1 : 0);
            out->add(entry.phrase.en, word, word == Word::of ? 2 : 0);
            for (auto left = entry.aliases; !left.empty();) {
                const auto end = std::min(left.find(';'), left.size());
                if (end > 0) out->add(left.substr(0, end), word, 0);
                left.remove_prefix(std::min(end + 1, left.size()));
            }
        }
        return out;
    }();
    return all;
}

Lexicon::Lexicon() : table_(vocabulary()) {}

void Lexicon::protect(std::string_view name) {
    if (!own_) {
        own_ = std::make_shared<Table>(*table_);
        table_ = own_;
    }
    own_->add(name, Word::protected_name, 0);
}

void Lexicon::know(std::string_view name) { known_.insert(folded(name)); }

std::size_t Lexicon::Table::slot_of(std::uint64_t hash) const {
    auto at = hash & (slots.size() - 1);
    while (slots[at].list != 0 && slots[at].hash != hash) at = (at + 1) & (slots.size() - 1);
    return at;
}

void Lexicon::Table::add(std::string_view phrase, Word word, int only) {
    const auto first = first_word(phrase);
    if ((lists.size() + 1) * 4 > slots.size()) {
        const auto before = std::exchange(slots, std::vector<Slot>(slots.size() * 2));
        for (const auto& slot : before)
            if (slot.list != 0) slots[slot_of(slot.hash)] = slot;
    }
    auto& slot = slots[slot_of(first.hash)];
    if (slot.list == 0) {
        lists.emplace_back();
        slot = {first.hash, static_cast<std::uint32_t>(lists.size())};
    }
    auto& list = lists[slot.list - 1];
    std::string rest;
    auto left = phrase.substr(first.bytes);
    // Mostly it stands there as it is kept: every start adds the whole vocabulary.
    if (left.find("  ") == left.npos &&
        std::all_of(left.begin(), left.end(), [](unsigned char c) { return c >= ' ' && c < 0x80; })) {
        rest = left;
        left = {};
    }
    while (!left.empty()) {
        const auto [character, bytes] = folded_character(left);
        if (is_blank(character)) {
            if (rest.empty() || rest.back() != ' ') rest += ' ';
        } else {
            rest += left.substr(0, bytes);
        }
        left.remove_prefix(bytes);
    }
    for (const auto& known : list)
        if (known.rest == rest && known.word == word) return;
    // Longer ones first; of equals the first stays first.
    const auto before =
        std::find_if(list.begin(), list.end(), [&](const Phrase& known) { return known.rest.size() < rest.size(); });
    const auto second = second_word_begins_with(rest);
    list.insert(before, {std::move(rest), second, word, only});
}

std::size_t Lexicon::matches(std::string_view text, Language language, Match (&found)[kMost]) const {
    if (text.empty()) return 0;
    const auto first = first_word(text);
    const auto& slot = table_->slots[table_->slot_of(first.hash)];
    if (slot.list == 0) return 0;
    std::size_t count = 0;
    // Dozens of phrases begin with `van`, and one more letter tells nearly all of them apart.
    const auto second = second_word_begins_with(text.substr(first.bytes));
    for (const auto& phrase : table_->lists[slot.list - 1]) {
        if (count == kMost) break;
        if (phrase.second != 0 && phrase.second != second) continue;
        if (phrase.only != 0 && (phrase.only == 2) != (language == Language::en)) continue;
        const auto rest = read(text.substr(first.bytes), phrase.rest);
        if (rest == std::string_view::npos) continue;
        const auto length = first.bytes + rest;
        // `is niet openbaar lichaam` is a comparison.
        if (word_goes_on(text, length) || (!has(phrase.word, Relation) && cuts_value(text, length, language))) continue;
        found[count++] = {phrase.word, static_cast<std::uint32_t>(length)};
    }
    // At most a handful, and mostly one: put each before the shorter ones.
    for (std::size_t i = 1; i < count; ++i)
        for (auto to = i; to > 0 && found[to - 1].length < found[to].length; --to) std::swap(found[to - 1], found[to]);
    return count;
}

bool Lexicon::cuts_value(std::string_view text, std::size_t length, Language language) const {
    constexpr std::string_view kNot = "niet";
    // Asked for nearly every phrase that is found, so the last letter decides first.
    if (length <= kNot.size() || (text[length - 1] | 0x20) != kNot.back() ||
        folded(text.substr(length - kNot.size(), kNot.size())) != kNot)
        return false;
    Match found[kMost];
    const auto count = matches(text.substr(length - kNot.size()), language, found);
    return std::any_of(found, found + count, [](const Match& each) { return has(each.word, Value); });
}

bool Lexicon::needs_quotes(std::string_view name, unsigned but_for) const {
    Match found[kMost];
    for (std::size_t at = 0; at < name.size();) {
        const auto [character, bytes] = folded_character(name.substr(at));
        if (!is_word_character(character)) {
            if (!is_blank(character)) return true;
            at += bytes;
            continue;
        }
        for (const auto language : {Language::nl, Language::en}) {
            const auto count = matches(name.substr(at), language, found);
            for (std::size_t i = 0; i < count; ++i)
                if (has(found[i].word, Clause | Value | Certainty) && !has(found[i].word, but_for)) return true;
        }
        while (at < name.size()) {
            const auto [inside, used] = folded_character(name.substr(at));
            if (!is_word_character(inside)) break;
            at += used;
        }
    }
    return false;
}

std::string name_to_write(std::string_view name) {
    static const Lexicon words;
    // A local word is a word of the language only where a statement takes it.
    return words.needs_quotes(name, Local) ? "\"" + std::string(name) + "\"" : std::string(name);
}

}  // namespace belegd::syntax
