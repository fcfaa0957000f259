#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/overview.hpp"

/// The places in a Markdown text that belegd keeps up to date, between two lines:
/// `<!-- belegd:overzicht bijlage voor Voorschoten op 2023-06-01 in naar_leiden -->` and `<!-- /belegd -->`.
namespace belegd::report {

struct Slot {
    Asked asked;
    std::uint32_t marker;      ///< where the marker begins
    std::uint32_t begin, end;  ///< the bytes between the two lines
    std::string lead;          ///< what begins each line there, in a list or a quotation
    std::string line_end;
    int heading;  ///< the level of the heading it stands under, from 1
};

/// Every slot of a text, in order, or what is wrong with the first that is not right.
struct Slots {
    std::vector<Slot> all;
    Text wrong;
    std::uint32_t wrong_at = 0;
};
Slots slots(std::string_view markdown);

/// `2023-06-01`, `1-6-2023` or `1 juni 2023`; nothing when it is no day.
std::optional<Day> day_of_words(const std::string& text);

}  // namespace belegd::report
