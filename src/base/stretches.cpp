#include "base/stretches.hpp"

#include <algorithm>
#include <tuple>

namespace belegd {

Stretches::Stretches(std::vector<Stretch> stretches) : sorted_(std::move(stretches)) {
    std::erase_if(sorted_, [](const Stretch& each) { return each.span.empty(); });
    std::sort(sorted_.begin(), sorted_.end(), [](const Stretch& a, const Stretch& b) {
        return std::tuple(a.span, a.owner) < std::tuple(b.span, b.owner);
    });
    reach_.reserve(sorted_.size());
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
        const bool first = i == 0 || sorted_[i - 1].span.file != sorted_[i].span.file;
        reach_.push_back(first ? sorted_[i].span.end : std::max(reach_.back(), sorted_[i].span.end));
    }
}

std::optional<std::uint32_t> Stretches::holder_of(Span words) const {
    auto at = std::upper_bound(sorted_.begin(), sorted_.end(), words, [](Span span, const Stretch& each) {
        return std::tuple(span.file, span.begin) < std::tuple(each.span.file, each.span.begin);
    });
    std::optional<std::uint32_t> out;
    while (at != sorted_.begin()) {
        --at;
        if (at->span.file != words.file || reach_[static_cast<std::size_t>(at - sorted_.begin())] < words.end) break;
        if (words.end <= at->span.end) out = std::min(out.value_or(at->owner), at->owner);
    }
    return out;
}

}  // namespace belegd
