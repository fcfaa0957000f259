#pragma once

#include <cstdint>
#include <string>

/// A made-up model of real size, as text: what `belegd` has to carry for the whole country.
namespace belegd::bench {

struct National {
    std::uint32_t seed = 1;
    std::uint32_t scale = 1;     ///< times 450 cooperations
    std::uint32_t variants = 0;  ///< futures in which some cooperations end and others come
};

/// All municipalities of the library, 300 leaf tasks that each need 12 functions, change on 24 days, and cooperations
/// with the forms and sizes of those in the national register. Most of them settle what they claim; some forget a
/// task, collide, stop too early or leave something open. The same wish gives the same text on every machine.
std::string national(const National& wish);

}  // namespace belegd::bench
