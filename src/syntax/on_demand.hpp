#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/tree.hpp"

namespace belegd::syntax {

/// The municipalities that a module declares, for a model that need not ask for it: it is read as soon as a text names
/// one of them, by its name or its code. Of each name its longest word is looked for; a text that has that word and not the name reads the
/// module for nothing.
class OnDemand {
   public:
    OnDemand(const Tree& module, std::string_view text);
    /// Whether a name in this text may be one of them.
    bool named_in(const Tree& tree, std::string_view text) const;

   private:
    std::vector<std::uint64_t> words_;  ///< hashes, in the first free slot from their own on; 0 is free
};

}  // namespace belegd::syntax
