#include "diagnostics/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace belegd {
namespace {

constexpr CodeInfo kCodes[] = {
#define CODE(id, severity, nl, en) {#id, Stage{#id[0]}, Severity::severity, {nl, en}},
#include "diagnostics/catalogue.def"
#undef CODE
};

}  // namespace

const CodeInfo& info(Code code) { return kCodes[static_cast<std::size_t>(code)]; }

const std::vector<Code>& all_codes() {
    static const std::vector<Code> codes = [] {
        std::vector<Code> out;
        for (std::size_t i = 0; i < std::size(kCodes); ++i)
            if (const auto code = static_cast<Code>(i); code != Code::R00) out.push_back(code);
        return out;
    }();
    return codes;
}

bool Diagnostics::unreadable() const {
    return std::any_of(items_.begin(), items_.end(), [](const Diagnostic& item) {
        const auto stage = info(item.code).stage;
        return item.severity() == Severity::error && (stage == Stage::reading || stage == Stage::names);
    });
}

bool Diagnostics::has_errors() const { return count(Severity::error) > 0; }

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(items_.begin(), items_.end(), [&](const Diagnostic& item) {
        return !item.accepted && !item.is_question() && item.severity() == severity;
    }));
}

std::size_t Diagnostics::accepted() const {
    return static_cast<std::size_t>(
        std::count_if(items_.begin(), items_.end(), [](const Diagnostic& item) { return item.accepted.has_value(); }));
}

void Diagnostics::sort() {
    const auto key = [](const Diagnostic& item) {
        return std::tuple(item.primary.span, item.code_id(), std::string_view(item.message.nl),
                          std::string_view(item.id));
    };
    std::stable_sort(items_.begin(), items_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    items_.erase(
        std::unique(items_.begin(), items_.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
        items_.end());
}

}  // namespace belegd
