#include "syntax/on_demand.hpp"

#include "base/fold.hpp"

namespace belegd::syntax {
namespace {

constexpr std::uint64_t kNoLetter = 1469598103934665603ull;

/// The words of a text, each folded to a hash; those with a hyphen whole or in parts. `visit` tells whether to go on.
template <typename Visit>
void each_word(std::string_view text, bool in_parts, const Visit& visit) {
    auto hash = kNoLetter;
    std::size_t letters = 0;
    const auto end_word = [&] {
        const bool go_on = letters == 0 || visit(hash, letters);
        hash = kNoLetter;
        letters = 0;
        return go_on;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        const auto folded = c < 0x80 ? FoldedCharacter{kAsciiWord.folded[c], 1} : folded_character(text.substr(at));
        at += folded.bytes;
        if (folded.character >= 0x300 && folded.character <= 0x36F) continue;  // an accent by itself
        const bool of_word = folded.character != 0 && (folded.character != '-' || !in_parts) &&
                             folded.character != '\'' && (c < 0x80 || is_word_character(folded.character));
        if (of_word) {
            hash = (hash ^ static_cast<std::uint64_t>(folded.character)) * 1099511628211ull;
            ++letters;
        } else if (!end_word()) {
            return;
        }
    }
    end_word();
}

}  // namespace

OnDemand::OnDemand(const Tree& module, std::string_view text) : words_(1024) {
    const auto keep = [&](std::uint64_t word) {
        auto slot = word % words_.size();
        while (words_[slot] != 0 && words_[slot] != word) slot = (slot + 1) % words_.size();
        words_[slot] = word;
    };
    for (const auto statement : module.children(0)) {
        if (module[statement].kind != Kind::statement || module[statement].word != Word::municipality) continue;
        for (const auto clause : module.children(statement)) {
            if (module[clause].kind != Kind::clause || module[clause].word != Word::tooi) continue;
            const auto& code = module[clause];
            std::uint64_t last = 0;
            each_word(text.substr(code.begin, code.end - code.begin), false, [&](std::uint64_t hash, std::size_t) {
                last = hash;
                return true;
            });
            keep(last);
        }
        const auto& name = module[statement + 1];
        for (const bool in_parts : {false, true}) {  // `Graft-De Rijp`, `Graft de Rijp`
            std::uint64_t longest = 0;
            std::size_t most = 0;
            each_word(text.substr(name.begin, name.end - name.begin), in_parts,
                      [&](std::uint64_t hash, std::size_t letters) {
                          if (letters >= most) longest = hash, most = letters;  // `Ter Aar`: the last of two
                          return true;
                      });
            keep(longest);
        }
    }
}

bool OnDemand::named_in(const Tree& tree, std::string_view text) const {
    constexpr std::size_t kLongest = 40;  // bytes: what is longer between quotation marks is no name
    bool found = false;
    for (const auto& node : tree.nodes) {
        const auto size = node.end - node.begin;
        if (node.kind != Kind::name && (node.kind != Kind::string || size > kLongest)) continue;
        // `Kollumerland c.a.`: of the whole name only the beginning stands there.
        if (text.substr(node.begin, size).find(" c.a.") != std::string_view::npos) return true;
        each_word(text.substr(node.begin, size), false, [&](std::uint64_t hash, std::size_t) {
            for (auto slot = hash % words_.size(); words_[slot] != 0 && !found; slot = (slot + 1) % words_.size())
                found = words_[slot] == hash;
            return !found;
        });
        if (found) return true;
    }
    return false;
}

}  // namespace belegd::syntax
