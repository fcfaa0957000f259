#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// How many points are open, and how many of them are errors.
struct OpenCount {
    std::size_t all = 0, grave = 0;
    bool questions = false;  ///< whether rules ask what the model does not say
};

/// How sentences refer to sections, by number or by heading; empty for one that the document does not have.
struct SectionNames {
    Text changes, points, agreements;
};

/// `drie`; a figure from thirteen on.
Text in_words(std::size_t count);

/// At most seven sentences for who reads no further: which cooperations there are, what others do, whether a power has been
/// delegated, what each other situation changes, and how much is open. Each says what the cells of the matrix say.
Bullets in_short(const Frame& frame, const std::vector<model::CooperationId>& in_force, OpenCount open,
                 const SectionNames& sections);

}  // namespace belegd::report
