#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"

namespace belegd {

/// A place in a statute, a document or an arrangement: `Pw art 7 lid 1 onder b`, `bron brief blz 3`.
struct Citation {
    enum class Kind { article, paragraph, letter, section, heading, chapter, division, annex, page };
    struct Part {
        Kind kind;
        std::string value;  ///< as written: `8`, `10:15`, `1 t/m 4`
        bool operator==(const Part&) const = default;
    };
    std::string law;              ///< short name of the statute, or the id of the document
    std::string bwb;              ///< its number in the national law database, or empty
    std::vector<Part> parts;      ///< outermost first
    std::string worded_on;        ///< ISO date of the version meant, or empty
    bool and_successors = false;  ///< `en opvolgende wetgeving`

    bool operator==(const Citation&) const = default;
};

/// `Pw art. 7 lid 1 onder b` / `Pw art. 7(1)(b)`.
Text spelled(const Citation& citation);

}  // namespace belegd
