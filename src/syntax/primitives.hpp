#pragma once
// What the grammar cannot say in rules: words are looked up in the table, blocks are counted, errors are noted.

#include "syntax/primitives/blocks.hpp"
#include "syntax/primitives/clauses.hpp"
#include "syntax/primitives/limits.hpp"
#include "syntax/primitives/numbers.hpp"
#include "syntax/primitives/places.hpp"
#include "syntax/primitives/words.hpp"
