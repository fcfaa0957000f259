#include "base/citation.hpp"

#include "base/date.hpp"

namespace belegd {

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
            case Kind::page: add("blz. ", "p. "); break;
        }
    }
    if (!citation.worded_on.empty()) {
        const auto day = day_from_iso(citation.worded_on);
        const auto said = day ? spelled(*day) : Text(citation.worded_on);
        out.nl += ", zoals luidend op " + said.nl;
        out.en += ", as worded on " + said.en;
    }
    return out;
}

}  // namespace belegd
