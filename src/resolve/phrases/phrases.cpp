#include "resolve/phrases/phrases.hpp"

#include "resolve/phrases/phrase_from_syntax.hpp"

namespace belegd::resolve {

const Phrase& Phrases::at(const syntax::Tree& tree, std::uint32_t statement) {
    const std::pair key(tree.file, statement);
    const auto known = made_.find(key);
    if (known != made_.end()) return known->second;
    return made_.emplace(key, phrase(sources_, tree, statement, diagnostics_)).first->second;
}

}  // namespace belegd::resolve
