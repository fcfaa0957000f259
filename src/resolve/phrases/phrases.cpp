#include "resolve/phrases/phrases.hpp"

#include "resolve/phrases/phrase_from_syntax.hpp"

namespace belegd::resolve {

const Phrase& Phrases::at(const syntax::Tree& tree, std::uint32_t statement) {
    const auto key = static_cast<std::uint64_t>(tree.file) << 32 | statement;
    const auto known = made_.find(key);
    if (known != made_.end()) return known->second;
    return made_.emplace(key, phrase(sources_, tree, statement, diagnostics_)).first->second;
}

}  // namespace belegd::resolve
