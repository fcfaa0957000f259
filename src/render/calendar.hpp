#pragma once

#include <string>

#include "report/calendar.hpp"

/// Everything dated, for other programs.
namespace belegd::render {

/// An iCalendar file (RFC 5545): a whole-day event for each entry, with reminders before the last day for notice, before
/// deadlines and ends. Same calendar, same bytes: the time of making is the day on which one looks.
std::string ics(const report::Calendar& calendar, Language language);

/// As dsl/schema/timeline.json has it, in both languages.
std::string calendar_json(const report::Calendar& calendar);

}  // namespace belegd::render
