#include "diagnostics/codes.hpp"

#include <vector>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/diagnostic.hpp"

namespace belegd {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
}  // namespace

bool is_rule_code(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == 0 || dash == std::string_view::npos || dash + 1 == text.size()) return false;
    for (const char c : text.substr(0, dash))
        if (!is_letter(c)) return false;
    for (const char c : text.substr(dash + 1))
        if (!is_digit(c)) return false;
    return true;
}

std::optional<std::string> code_named(std::string_view text) {
    const auto wanted = folded(text);
    for (const auto each : all_codes()) {
        const auto& known = info(each);
        if (folds_to(known.id, wanted) || folds_to(known.name.nl, wanted) || folds_to(known.name.en, wanted))
            return known.id;
    }
    if (!is_rule_code(text)) return std::nullopt;
    std::string out(text);
    for (auto& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

std::optional<std::string> nearest_code(std::string_view text) {
    std::vector<std::string> known;
    for (const auto each : all_codes())
        for (const std::string& one :
             {std::string(info(each).id), std::string(info(each).name.nl), std::string(info(each).name.en)})
            known.push_back(one);
    const auto near = nearest(text, known);
    return near ? code_named(*near) : std::nullopt;
}

}  // namespace belegd
