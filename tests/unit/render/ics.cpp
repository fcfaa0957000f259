// Everything dated as a file for calendars (RFC 5545), and as data.
#include <doctest/doctest.h>

#include <string>

#include "render/calendar.hpp"

using namespace belegd;
using report::Calendar;
using report::Event;

namespace {

DateValue days(int year, int month, int first, int last) {
    return {*day_of(year, month, first), *day_of(year, month, last)};
}

Calendar calendar_of(std::vector<Calendar::Entry> entries) {
    Calendar out;
    out.title = {"Tijdlijn: zorg", "Timeline: care"};
    out.looked_at = *day_of(2026, 1, 1);
    out.entries = std::move(entries);
    return out;
}

Calendar::Entry entry(Event::Kind kind, DateValue when, Text text) {
    Calendar::Entry out;
    out.event = {kind, when.first, when, spelled(when.first), std::move(text), {}, {}};
    out.passed = Calendar::Passed::no;
    return out;
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t out = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++out;
    return out;
}

}  // namespace

TEST_CASE("ics: an event is a whole day, and the last day for notice has reminders before it") {
    const auto said =
        render::ics(calendar_of({entry(Event::Kind::notice, days(2026, 6, 30, 30), "laatste dag")}), Language::nl);
    CHECK(said.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    CHECK(said.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    CHECK(times(said, "DTSTAMP:20260101T000000Z\r\n") == 1);
    CHECK(times(said, "DTSTART;VALUE=DATE:20260630\r\nDTEND;VALUE=DATE:20260701\r\nSUMMARY:laatste dag\r\n") == 1);
    CHECK(times(said, "CATEGORIES:opzegging\r\n") == 1);
    CHECK(times(said, "BEGIN:VALARM\r\n") == 2);
    CHECK(times(said, "TRIGGER:-P180D\r\n") == 1);
}

TEST_CASE("ics: a stretch has all its days and says so; what is told of a beginning needs no reminder") {
    const auto said =
        render::ics(calendar_of({entry(Event::Kind::begins, days(2026, 5, 1, 31), "iets begint")}), Language::nl);
    CHECK(times(said, "DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260601\r\n") == 1);
    CHECK(times(said, "SUMMARY:1 mei 2026: iets begint\r\n") == 1);
    CHECK(times(said, "VALARM") == 0);
}

TEST_CASE("ics: signs that mean something are escaped, long lines are folded between characters") {
    const std::string euros(60, 'x');
    const auto said = render::ics(
        calendar_of({entry(Event::Kind::ends, days(2026, 1, 2, 2), Text("a, b; c\\d " + euros + "ééééééééééééééé"))}),
        Language::nl);
    CHECK(times(said, "SUMMARY:a\\, b\\; c\\\\d ") == 1);
    std::string unfolded;
    std::size_t begin = 0;
    for (auto end = said.find("\r\n"); end != std::string::npos; begin = end + 2, end = said.find("\r\n", begin)) {
        const auto line = said.substr(begin, end - begin);
        CHECK(line.size() <= 75);
        unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
    }
    CHECK(times(unfolded, euros + "ééééééééééééééé\n") == 2);
}

TEST_CASE("ics: an entry is known again when its day moves, and equal ones are told apart") {
    const auto mark_of = [](const std::string& said, std::size_t from = 0) {
        const auto at = said.find("UID:", from);
        return said.substr(at, said.find("\r\n", at) - at);
    };
    const auto one = render::ics(calendar_of({entry(Event::Kind::ends, days(2026, 1, 2, 2), "einde")}), Language::nl);
    const auto moved = render::ics(calendar_of({entry(Event::Kind::ends, days(2027, 1, 2, 2), "einde")}), Language::nl);
    CHECK(mark_of(one) == mark_of(moved));
    const auto two = render::ics(calendar_of({entry(Event::Kind::ends, days(2026, 1, 2, 2), "einde"),
                                              entry(Event::Kind::ends, days(2027, 1, 2, 2), "einde")}),
                                 Language::nl);
    CHECK(mark_of(two) != mark_of(two, two.find("END:VEVENT")));
}

TEST_CASE("timeline as data: each with its kind, its days and whether it has passed") {
    auto late = entry(Event::Kind::deadline, days(2025, 1, 2, 2), {"besluit", "decision"});
    late.passed = Calendar::Passed::yes;
    late.origins = {{"plan.belegd", 3}};
    const auto said = render::calendar_json(calendar_of({late}));
    for (const auto* part : {"\"looked_at\": \"2026-01-01\"", "\"kind\": \"deadline\"", "\"first\": \"2025-01-02\"",
                             "\"passed\": \"yes\"", "\"line\": 3", "\"en\": \"decision\""})
        CHECK(times(said, part) == 1);
}
