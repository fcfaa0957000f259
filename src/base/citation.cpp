#include "base/citation.hpp"

#include "base/fold.hpp"

#include <algorithm>
#include <string_view>

#include "base/date.hpp"

namespace belegd {

namespace {

/// Runs of digits by their number, all else as it is spelt.
int compared(std::string_view one, std::string_view other) {
    const auto number = [](std::string_view& text) {
        std::size_t length = 0;
        while (length < text.size() && is_digit(text[length])) ++length;
        auto digits = text.substr(0, length);
        digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
        text.remove_prefix(length);
        return digits;
    };
    while (!one.empty() && !other.empty()) {
        if (is_digit(one.front()) && is_digit(other.front())) {
            const auto a = number(one), b = number(other);
            if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
            if (a != b) return a < b ? -1 : 1;
        } else {
            if (one.front() != other.front()) return one.front() < other.front() ? -1 : 1;
            one.remove_prefix(1), other.remove_prefix(1);
        }
    }
    return static_cast<int>(other.empty()) - static_cast<int>(one.empty());
}

}  // namespace

bool earlier(const std::vector<Citation::Part>& one, const std::vector<Citation::Part>& other) {
    return std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end(),
                                        [](const Citation::Part& a, const Citation::Part& b) {
                                            return a.kind != b.kind ? a.kind < b.kind : compared(a.value, b.value) < 0;
                                        });
}

Text spelled(const Citation& citation) {
    using Kind = Citation::Kind;
    Text out(citation.law);
    for (const auto& part : citation.parts) {
        const auto& value = part.value;
        const auto add = [&](const char* nl, const char* en) {
            out.nl += std::string(" ") + nl + value;
            out.en += std::string(" ") + en + value;
        };
        switch (part.kind) {
            case Kind::article: add("art. ", "art. "); break;
            case Kind::paragraph:
                out.nl += " lid " + value;
                out.en += "(" + value + ")";
                break;
            case Kind::letter:
                out.nl += " onder " + value;
                out.en += "(" + value + ")";
                break;
            case Kind::section: add("par. ", "section "); break;
            case Kind::heading: add("titel ", "title "); break;
            case Kind::chapter: add("hoofdstuk ", "chapter "); break;
            case Kind::division: add("afdeling ", "division "); break;
            case Kind::annex: add("bijlage ", "annex "); break;
            case Kind::addendum: add("aanvulling ", "addendum "); break;
            case Kind::page: add("blz. ", "p. "); break;
        }
    }
    if (!citation.worded_on.empty()) {
        const auto day = day_from_iso(citation.worded_on);
        const auto said = day ? spelled(*day) : Text(citation.worded_on);
        out.nl += ", zoals luidend op " + said.nl;
        out.en += ", as worded on " + said.en;
    }
    for (auto* said : {&out.nl, &out.en}) said->erase(0, said->find_first_not_of(' '));
    return out;
}

}  // namespace belegd
