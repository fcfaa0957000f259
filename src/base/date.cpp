#include "base/date.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace belegd {
namespace {

date::year_month_day civil(Day day) { return date::sys_days(date::days(day.count)); }

constexpr std::array<const char*, 12> kMaanden{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                               "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr std::array<const char*, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                              "July",    "August",   "September", "October", "November", "December"};

}  // namespace

std::optional<Day> day_of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const auto found =
        date::year(year) / date::month(static_cast<unsigned>(month)) / date::day(static_cast<unsigned>(day));
    if (!found.ok()) return std::nullopt;
    return Day{static_cast<std::int32_t>(date::sys_days(found).time_since_epoch().count())};
}

int year_of(Day day) { return int(civil(day).year()); }

Day last_day_of_month(int year, int month) {
    const date::sys_days found = date::year(year) / date::month(static_cast<unsigned>(month)) / date::last;
    return {static_cast<std::int32_t>(found.time_since_epoch().count())};
}

namespace {

Day months_away(Day day, int months) {
    const auto from = civil(day);
    const auto to = date::year_month(from.year(), from.month()) + date::months(months);
    const int year = int(to.year()), month = static_cast<int>(unsigned(to.month()));
    return day_of(year, month, static_cast<int>(unsigned(from.day()))).value_or(last_day_of_month(year, month));
}

}  // namespace

Day operator+(Day day, Length length) { return {months_away(day, length.months).count + length.days}; }
Day operator-(Day day, Length length) { return {months_away(day, -length.months).count - length.days}; }

DayCount days_in(Length length) {
    DayCount out{std::numeric_limits<std::int64_t>::max(), 0};
    // Four years of months have every order of long and short ones.
    for (int month = 0; month < 48; ++month) {
        const auto from = *day_of(2024 + month / 12, month % 12 + 1, 1);
        const std::int64_t days = months_away(from, length.months).count - from.count;
        out = {std::min(out.least, days), std::max(out.most, days)};
    }
    return {out.least + length.days, out.most + length.days};
}

std::optional<Length> length_of(Duration duration) {
    using Unit = Duration::Unit;
    const bool in_months = duration.unit == Unit::months || duration.unit == Unit::years;
    const long long most = in_months ? 9999 * 12 : 9999 * 365;
    const long long times = duration.unit == Unit::years ? 12 : duration.unit == Unit::weeks ? 7 : 1;
    // Compared before it is multiplied: a paper may name any number.
    if (duration.hundredths > most * 100 / times || duration.hundredths * times % 100 != 0) return std::nullopt;
    const auto whole = static_cast<int>(duration.hundredths * times / 100);
    return in_months ? Length{whole, 0} : Length{0, whole};
}

std::string iso(Day day) {
    const auto found = civil(day);
    return fmt::format("{:04}-{:02}-{:02}", int(found.year()), unsigned(found.month()), unsigned(found.day()));
}

std::optional<Day> day_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int parts[3] = {0, 0, 0};
    for (std::size_t i = 0, part = 0; i < text.size(); ++i) {
        if (text[i] == '-') {
            if (i != 4 && i != 7) return std::nullopt;
            ++part;
        } else if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        } else {
            parts[part] = parts[part] * 10 + (text[i] - '0');
        }
    }
    return day_of(parts[0], parts[1], parts[2]);
}

Text spelled(Day day) {
    const auto found = civil(day);
    const auto month = unsigned(found.month()) - 1;
    return {fmt::format("{} {} {}", unsigned(found.day()), kMaanden[month], int(found.year())),
            fmt::format("{} {} {}", unsigned(found.day()), kMonths[month], int(found.year()))};
}

Period intersection(Period a, Period b) { return {std::max(a.from, b.from), std::min(a.until, b.until)}; }

std::vector<Period> united(std::vector<Period> periods) {
    std::sort(periods.begin(), periods.end(), [](Period a, Period b) { return a.from < b.from; });
    std::vector<Period> out;
    for (const auto& period : periods) {
        if (period.empty()) continue;
        if (!out.empty() && period.from <= out.back().until)
            out.back().until = std::max(out.back().until, period.until);
        else
            out.push_back(period);
    }
    return out;
}

bool holds_on(const std::vector<Period>& periods, Day day) {
    return std::any_of(periods.begin(), periods.end(), [&](Period period) { return period.contains(day); });
}

Text spelled(Period period) {
    const bool begins = period.from != kNoBegin, ends = period.until != kNoEnd;
    const Text first = begins ? spelled(period.from) : Text();
    const Text last = ends ? spelled(period.until.previous()) : Text();
    if (begins && ends && period.from == period.until.previous()) return {"op " + first.nl, "on " + first.en};
    if (begins && ends) return {first.nl + " t/m " + last.nl, first.en + " through " + last.en};
    if (begins) return {"vanaf " + first.nl, "from " + first.en};
    if (ends) return {"t/m " + last.nl, "through " + last.en};
    return {};
}

}  // namespace belegd
