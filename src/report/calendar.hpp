#pragma once

#include <cstdint>
#include <vector>

#include "report/events.hpp"
#include "report/overview.hpp"

/// Everything dated, in order, as one sees it on a day.
namespace belegd::report {

struct Calendar {
    /// Whether what happens lies behind the day on which one looks: of a stretch (`medio 2022`) that has that day it cannot
    /// be said.
    enum class Passed : std::uint8_t { no, today, yes, cannot_be_said };
    struct Entry {
        Event event;
        Passed passed;
        Text situation;  ///< `elke`, or the names of its situations; empty where the text says it, or there is one
        std::vector<Origin> origins;
    };
    Text title;
    Day looked_at;
    std::vector<Entry> entries;
    Document document;  ///< the same for people
};

/// Of what an overview is about, whatever day it is of.
Calendar calendar(const analysis::Analysis& analysis, const model::Overview& what, Day looked_at);

/// `opzegging`
Text kind_said(Event::Kind kind);

}  // namespace belegd::report
