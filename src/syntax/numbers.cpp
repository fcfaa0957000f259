#include "syntax/numbers.hpp"

#include "base/fold.hpp"

namespace belegd::syntax {
namespace {

struct Named {
    int value;
    const char *nl, *en;
};
constexpr Named kNumbers[] = {
#define NUMBER(value, nl, en) {value, nl, en},
#include "numbers.def"
#undef NUMBER
};

}  // namespace

std::optional<int> number_named(std::string_view word) {
    if (word.empty() || (word.front() >= '0' && word.front() <= '9')) return std::nullopt;
    const auto wanted = folded(word);
    for (const auto& each : kNumbers)
        if (wanted == folded(each.nl) || wanted == folded(each.en)) return each.value;
    return std::nullopt;
}

std::optional<std::string> named_number(int value, Language language) {
    for (const auto& each : kNumbers)
        if (each.value == value) return language == Language::nl ? each.nl : each.en;
    return std::nullopt;
}

}  // namespace belegd::syntax
