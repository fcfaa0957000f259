#pragma once
// What can be said of the rows of the transfers only when all of them are there. Internal to resolve/.

#include "resolve/resolution.hpp"

namespace belegd::resolve {

/// `door raad en college, ieder voor zover bevoegd`: what one of them has by law another may have received from him,
/// and gives that one where the chain stands at him.
void give_what_was_received(Resolution& r);
/// `voor het overige` is the rest of something: of what another sentence says of these functions or tasks.
void check_remainders(Resolution& r);
/// A sentence that gives several rows, by its parts or by the versions of its cooperation: `lv/3~1`, `lv/3~2`.
void number_rows(model::Model& model);

}  // namespace belegd::resolve
