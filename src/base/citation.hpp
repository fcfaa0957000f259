#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"

namespace belegd {

/// A place in a statute, a document or an arrangement: `Pw art 7 lid 1 onder b`, `bron brief blz 3`.
struct Citation {
    enum class Kind { article, paragraph, letter, section, heading, chapter, division, annex, addendum, page };
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

/// Whether one place comes before another in a text: 4 lid 2 before 4 lid 10, 6 before 6a, 9 before 10.
bool earlier(const std::vector<Citation::Part>& one, const std::vector<Citation::Part>& other);

}  // namespace belegd
