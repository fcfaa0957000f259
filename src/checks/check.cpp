#include "checks/check.hpp"

namespace belegd::checks {

#define CHECK(name, ...)                       \
    void find_##name(const Subject&, Causes&); \
    Diagnostic word_##name(const Subject&, const Cause&);
#include "checks/all.def"
#undef CHECK

std::vector<Check> checks_of_coverage() {
    return {
#define CHECK(name, ...) {#name, find_##name, word_##name, {__VA_ARGS__}},
#include "checks/all.def"
#undef CHECK
    };
}

}  // namespace belegd::checks
