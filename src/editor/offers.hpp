#pragma once

#include <vector>

#include "editor/completion.hpp"
#include "editor/context.hpp"

namespace belegd::editor {

/// Something on offer; the higher, the likelier.
struct Offer {
    Completion what;
    int weight = 0;
};

/// What may stand where a context is, whatever has been typed of it already. Internal to editor/.
std::vector<Offer> offers(const Context& context, const analysis::Analysis& analysis, Language language, Day today);

}  // namespace belegd::editor
