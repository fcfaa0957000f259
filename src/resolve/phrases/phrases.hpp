#pragma once
// Every statement as a phrase, made once. Internal to resolve/.

#include <cstdint>
#include <unordered_map>

#include "diagnostics/diagnostic.hpp"
#include "resolve/phrases/phrase.hpp"

namespace belegd::resolve {

/// The phrases of all statements that were asked for. What is wrong with one is told when it is first asked for, and
/// never again, whoever asks.
class Phrases {
   public:
    Phrases(const Sources& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

    /// The phrase of a statement; it stays where it is.
    const Phrase& at(const syntax::Tree& tree, std::uint32_t statement);

   private:
    const Sources& sources_;
    Diagnostics& diagnostics_;
    std::unordered_map<std::uint64_t, Phrase> made_;  ///< by file and node
};

}  // namespace belegd::resolve
