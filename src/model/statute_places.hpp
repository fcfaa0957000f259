#pragma once

#include <string>
#include <vector>

#include "model/subjects.hpp"

namespace belegd::model {

/// Whether a statute has a place; unknown where nobody listed its articles, or is not certain of the days.
enum class Stands : std::uint8_t { no, yes, unknown };

/// Whether the place stands in the statute on some day of the period. A paragraph or point that the list does not name
/// stands where its article does; of a range its ends are asked.
Stands article_stands(const Statute& statute, const std::vector<Citation::Part>& parts, Period days);

/// The stretches on which the list has the place, or the nearest that holds it.
std::vector<Period> days_of_place(const Statute& statute, const std::vector<Citation::Part>& parts);

/// The articles of the period just before and just after one that is not there.
std::vector<std::string> articles_beside(const Statute& statute, std::string_view article, Period days);

}  // namespace belegd::model
