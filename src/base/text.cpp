#include "base/text.hpp"

namespace belegd {
namespace {

Text chained(const std::vector<Text>& items, const Text& last) {
    Text out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool closes = i > 0 && i + 1 == items.size();
        out.nl += i == 0 ? "" : closes ? last.nl : ", ";
        out.en += i == 0 ? "" : closes ? last.en : ", ";
        out.nl += items[i].nl;
        out.en += items[i].en;
    }
    return out;
}

}  // namespace

Text number(long long value) { return Text(std::to_string(value)); }

Text listed(const std::vector<Text>& items) { return chained(items, {" en ", " and "}); }

Text alternatives(const std::vector<Text>& items) { return chained(items, {" of ", " or "}); }

Text joined(const std::vector<Text>& items, std::string_view between) {
    Text out;
    for (const auto& item : items) {
        if (!out.empty()) {
            out.nl += between;
            out.en += between;
        }
        out.nl += item.nl;
        out.en += item.en;
    }
    return out;
}

}  // namespace belegd
