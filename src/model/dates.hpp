#pragma once

#include "model/model.hpp"

/// Days as the paper has them.
namespace belegd::model {

/// `mei 2021`, `2021`, `kwartaal 4 van 2021`, `medio 2020`.
Text stretch_said(const DateValue& stretch);

/// `vanaf 2024 t/m 31 december 2025`; an end that names a month, a year or a season is said so.
Text term_said(const Term& term);

/// The stretch by which the model names a day, where it names that day by no date: `medio 2029`, counted as its first day.
std::optional<DateValue> stretch_from(const Model& model, Day day);

/// `medio 2029` where that is how the model names the day, else `1 juni 2029`.
Text day_said(const Model& model, Day day);

/// `vanaf 1 januari 2024 tot medio 2029`; in days where the model names its bounds by days, as `spelled` has it.
Text period_said(const Model& model, Period period);

/// The same with the day to which it works back: `vanaf 2 februari 2022, werkt terug t/m 25 januari 2022`.
Text counted_said(const Term& term);

/// When a cooperation (version) counts on days of its own period: as the paper has them where they are all of it.
Text counted_said(const Model& model, const Cooperation& cooperation, Period days);

/// `eenmaal`, `tweemaal`: how often.
Text times_said(int times);

/// The last day on which notice is in time for an end on a day, by the term of the text; nothing where none is stated.
std::optional<Day> last_day_of_notice(const Cooperation& cooperation, Day end);

}  // namespace belegd::model
