#pragma once

#include <string>
#include <vector>

#include "checks/subject.hpp"

namespace belegd::analysis {

/// One way from the statutory holder to who performs a cell: alone, or together.
struct Way {
    std::vector<model::Actor> performers;
    std::vector<Text> limits;               ///< of the sentences on it: `ten hoogste € 50.000`
    std::vector<model::Actor> substitutes;  ///< who stands in for the performers, and is none himself (D34)
    std::vector<model::Actor> stand_ins;    ///< who stands in for one of those givers in his absence
    std::vector<model::Actor> givers;       ///< who gave it in mandate on it, and so may still act himself
};

/// What a cell answers, for one case or for all: the alternatives apart.
struct CellAnswer {
    graph::Answer answer;
    std::vector<Way> ways;           ///< of an assigned cell
    std::vector<std::string> meant;  ///< what a value without a name may be of, when that is more than one thing
};

/// One cell on one day; with values, limits on the way that exclude one drop out, and so does the rest beside a part
/// that takes it in (D34).
struct Cell {
    const checks::Subject& subject;
    const checks::Subject::View& view;
    model::PartyId participant;
    std::uint32_t function;
    std::size_t leaf;
    Day day;
};
CellAnswer answer_for(const Cell& cell, const graph::Answer& found, const std::vector<model::Test::Value>& values);

}  // namespace belegd::analysis
