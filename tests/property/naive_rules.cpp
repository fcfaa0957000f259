#include "property/naive_rules.hpp"

#include <algorithm>

namespace belegd::naive {

using Truth = std::optional<bool>;

Told unknown() { return {}; }
Told nothing() { return {Told::Is::nothing}; }
Told number(long long value) { return {Told::Is::number, value}; }
Told length(int months, int days) { return {Told::Is::length, 0, months, days}; }
Told things(std::vector<const Thing*> all, bool others) { return {Told::Is::things, 0, 0, 0, std::move(all), others}; }
Told told(std::optional<Day> day, const Told& otherwise) { return day ? number(day->count) : otherwise; }

// ---- as written ------------------------------------------------------------------------------------------------

std::string written(const Question& q) {
    const auto inside = [&](std::size_t part) { return "(" + written(q.parts[part]) + ")"; };
    if (q.word == "constant") return q.text;
    if (q.word == "attribute") {
        auto out = q.variable;
        for (const auto& each : q.attributes) out += "." + each;
        return out;
    }
    if (q.word == "plus" || q.word == "minus")
        return written(q.parts[0]) + (q.word == "plus" ? " + " : " - ") + written(q.parts[1]);
    if (q.word == "niet") return "niet " + inside(0);
    if (q.word == "en" || q.word == "of") return inside(0) + " " + q.word + " " + inside(1);
    if (q.word == "is vermeld" || q.word == "is niet vermeld") return written(q.parts[0]) + " " + q.word;
    if (q.word == "bestaat" || q.word == "geen" || q.word == "elke" || q.word == "aantal" || q.word == "som") {
        auto out = q.word == "som" ? "som " + written(q.parts[2]) + " voor elke " : q.word + " ";
        out += q.kind + " " + q.variable + " in " + written(q.parts[0]);
        return q.parts[1].word.empty() ? out : out + " waar " + inside(1);
    }
    return written(q.parts[0]) + " " + q.word + " " + written(q.parts[1]);
}

namespace {

std::string day_written(Day day) {
    static const char* const kMonths[] = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                          "juli",    "augustus", "september", "oktober", "november", "december"};
    const auto text = iso(day);
    return std::to_string(std::stoi(text.substr(8))) + " " + kMonths[std::stoi(text.substr(5, 2)) - 1] + " " +
           text.substr(0, 4);
}

}  // namespace

std::string written(const NaiveRule& rule) {
    std::string out = "regel " + rule.code + " \"Regel " + rule.code + "\" {\n  grond afleiding\n";
    if (rule.from || rule.until)
        out += "  geldt" + (rule.from ? " vanaf " + day_written(*rule.from) : std::string()) +
               (rule.until ? " tot " + day_written(*rule.until) : std::string()) + "\n";
    if (rule.in_force) out += "  gedurende de looptijd\n";
    for (std::size_t i = 0; i < rule.about.size(); ++i) {
        const auto& each = rule.about[i];
        out += (i == 0 ? "  voor elke " : ", ") + each.kind + " " + each.variable;
        if (!each.of.empty()) out += " in " + each.of + "." + each.list;
    }
    out += "\n";
    for (const auto& step : rule.steps) {
        if (!step.noem.empty()) out += "  noem " + step.noem + " " + written(step.named) + "\n";
        out += (step.required ? "  vereist " : "  waar ") + written(step.question) + "\n";
    }
    return out + "  opmerking \"dit\"\n}\n";
}

// ---- what it asks ----------------------------------------------------------------------------------------------

namespace {

/// What the letters and names of a rule stand for.
using Bound = std::map<std::string, Told>;

Truth no(Truth truth) { return truth ? Truth(!*truth) : std::nullopt; }
Truth both(Truth a, Truth b) {
    if (a == false || b == false) return false;
    if (!a || !b) return std::nullopt;
    return true;
}
Truth either(Truth a, Truth b) { return no(both(no(a), no(b))); }

/// A day some months on: the same day of that month, or its last.
Day months_on(Day day, int months) {
    const auto text = iso(day);
    int year = std::stoi(text.substr(0, 4)), month = std::stoi(text.substr(5, 2)) - 1 + months;
    auto in_month = std::stoi(text.substr(8));
    while (month < 0) --year, month += 12;
    while (month > 11) ++year, month -= 12;
    while (!day_of(year, month + 1, in_month)) --in_month;
    return *day_of(year, month + 1, in_month);
}

Truth compared(const std::string& sign, long long a, long long b) {
    if (sign == "<" || sign == "eerder dan") return a < b;
    if (sign == ">" || sign == "later dan") return a > b;
    if (sign == "<=") return a <= b;
    if (sign == ">=") return a >= b;
    return a == b;
}

/// Two lengths: what holds in every month, seen from every day on which they could begin.
Truth lengths(const std::string& sign, const Told& a, const Told& b) {
    if (a.months == b.months) return compared(sign, a.days, b.days);
    if (a.days == b.days) return compared(sign, a.months, b.months);
    bool always = true, never = true;
    for (auto begin = *day_of(2023, 1, 1); begin < *day_of(2027, 1, 1); begin = begin.next()) {
        const auto days = [&](const Told& each) {
            return months_on(begin, each.months).count - begin.count + each.days;
        };
        (*compared(sign, days(a), days(b)) ? never : always) = false;
    }
    return always ? Truth(true) : never ? Truth(false) : std::nullopt;
}

Told value(const Question& q, const Bound& bound);
Truth truth(const Question& q, const Bound& bound);

/// Those of a list for which the condition holds; the list has others when of one it cannot be said.
Told selected(const Question& q, Bound bound) {
    const auto list = value(q.parts[0], bound);
    if (list.is != Told::Is::things) return list;
    auto out = things({}, list.others);
    for (const auto* each : list.things) {
        bound[q.variable] = things({each});
        const auto fits = q.parts[1].word.empty() ? Truth(true) : truth(q.parts[1], bound);
        if (!fits) out.others = true;
        if (fits == true) out.things.push_back(each);
    }
    return out;
}

/// Whether there is one for which the condition holds.
Truth exists(const Question& q, const Bound& bound, bool wanted) {
    const auto list = value(q.parts[0], bound);
    if (list.is == Told::Is::nothing) return false;
    if (list.is == Told::Is::unknown) return std::nullopt;
    Truth out = list.others ? std::nullopt : Truth(false);
    auto with = bound;
    for (const auto* each : list.things) {
        with[q.variable] = things({each});
        auto fits = q.parts[1].word.empty() ? Truth(true) : truth(q.parts[1], with);
        if (!wanted) fits = no(fits);
        out = either(out, fits);
    }
    return out;
}

Told value(const Question& q, const Bound& bound) {
    if (q.word == "constant") return q.constants.at("value");
    if (q.word == "attribute") {
        auto out = bound.at(q.variable);
        for (const auto& attribute : q.attributes) {
            if (out.is != Told::Is::things) return out;  // of what is not there, or not stated
            out = out.things.front()->attributes.at(attribute);
        }
        return out;
    }
    if (q.word == "plus" || q.word == "minus") {
        const auto day = value(q.parts[0], bound), by = value(q.parts[1], bound);
        if (day.is != Told::Is::number) return day;
        const int sign = q.word == "plus" ? 1 : -1;
        return number(months_on(Day{static_cast<std::int32_t>(day.number)}, sign * by.months).count + sign * by.days);
    }
    const auto found = selected(q, bound);  // aantal, som
    if (found.is != Told::Is::things || found.others) return unknown();
    if (q.word == "aantal") return number(static_cast<long long>(found.things.size()));
    long long sum = 0;
    auto with = bound;
    for (const auto* each : found.things) {
        with[q.variable] = things({each});
        sum += value(q.parts[2], with).number;
    }
    return number(sum);
}

bool among(const Thing* one, const Told& all) {
    return std::find(all.things.begin(), all.things.end(), one) != all.things.end();
}
bool all_among(const Told& these, const Told& those) {
    return std::all_of(these.things.begin(), these.things.end(), [&](const Thing* each) { return among(each, those); });
}

Truth truth(const Question& q, const Bound& bound) {
    if (q.word == "en") return both(truth(q.parts[0], bound), truth(q.parts[1], bound));
    if (q.word == "of") return either(truth(q.parts[0], bound), truth(q.parts[1], bound));
    if (q.word == "niet") return no(truth(q.parts[0], bound));
    if (q.word == "bestaat") return exists(q, bound, true);
    if (q.word == "geen") return no(exists(q, bound, true));
    if (q.word == "elke") return no(exists(q, bound, false));
    const auto a = value(q.parts[0], bound);
    const bool stated = a.is != Told::Is::unknown && a.is != Told::Is::nothing;
    if (q.word == "is vermeld") return stated;
    if (q.word == "is niet vermeld") return !stated;
    const auto b = value(q.parts[1], bound);
    const bool negated = q.word.find(" niet") != std::string::npos || q.word.starts_with("niet ");
    const auto answer = [&]() -> Truth {
        if (a.is == Told::Is::nothing || b.is == Told::Is::nothing) return false;
        if (a.is == Told::Is::unknown || b.is == Told::Is::unknown) return std::nullopt;
        if (a.is == Told::Is::length) return lengths(q.word, a, b);
        if (a.is == Told::Is::number && b.is == Told::Is::number) return compared(q.word, a.number, b.number);
        if (q.word == "omvat") return all_among(b, a) ? Truth(true) : a.others ? std::nullopt : Truth(false);
        if (q.word == "binnen" || q.word == "is" || q.word == "is niet")
            return !all_among(a, b) ? Truth(false) : a.others ? std::nullopt : Truth(true);
        const bool touch =
            std::any_of(a.things.begin(), a.things.end(), [&](const Thing* each) { return among(each, b); });
        return touch ? Truth(true) : a.others ? std::nullopt : Truth(false);  // raakt, in
    }();
    return negated ? no(answer) : answer;
}

/// Whether the rule is the law for what is bound: on the day of the act, or on some day on which it lasts.
Truth is_law(const NaiveRule& rule, const std::vector<const Thing*>& about) {
    const bool always = !rule.from && !rule.until;
    for (const auto* thing : about) {
        if (!thing->from && !thing->until) {
            if (always || rule.in_force) return true;
            continue;  // it has no days: those of the next count
        }
        if (thing->from && thing->until && *thing->from >= *thing->until) return false;  // on no day at all
        if (rule.in_force) {
            const bool too_late = rule.until && thing->from && *thing->from >= *rule.until;
            const bool too_early = rule.from && thing->until && *thing->until <= *rule.from;
            return !too_late && !too_early;
        }
        if (!thing->from) return always ? Truth(true) : std::nullopt;
        return (!rule.from || *thing->from >= *rule.from) && (!rule.until || *thing->from < *rule.until);
    }
    return always ? Truth(true) : std::nullopt;
}

/// What comes of one case; nothing when the rule is not about it.
std::optional<std::string> verdict(const NaiveRule& rule, Bound bound, const std::vector<const Thing*>& about) {
    const auto law = is_law(rule, about);
    if (law == false) return std::nullopt;
    std::vector<Truth> where, required;
    for (const auto& step : rule.steps) {
        if (!step.noem.empty()) bound[step.noem] = value(step.named, bound);
        (step.required ? required : where).push_back(truth(step.question, bound));
    }
    const auto has = [](const std::vector<Truth>& all, Truth what) {
        return std::find(all.begin(), all.end(), what) != all.end();
    };
    if (!required.empty() && has(where, false)) return std::nullopt;
    if (where.size() > 1 && where.front() == false) return std::nullopt;
    if (has(where, false)) return "sound";
    // Who has all that is required need not be asked whether he must.
    if (!required.empty() && !has(required, false) && !has(required, std::nullopt)) return "sound";
    if (!law || has(where, std::nullopt)) return "undecided";
    if (required.empty() || has(required, false)) return "found";
    return has(required, std::nullopt) ? "undecided" : "sound";
}

}  // namespace

std::vector<std::string> cases(const NaiveModel& model, const NaiveRule& rule) {
    std::vector<std::string> out;
    const auto& first = rule.about.front();
    const auto note = [&](const std::string& name, const Bound& bound, const std::vector<const Thing*>& about) {
        if (const auto found = verdict(rule, bound, about)) out.push_back(rule.code + " " + name + ": " + *found);
    };
    for (const auto* one : model.kinds.at(first.kind)) {
        Bound bound{{first.variable, things({one})}};
        if (rule.about.size() == 1) {
            note(one->name, bound, {one});
            continue;
        }
        const auto& second = rule.about[1];
        for (const auto* other : one->attributes.at(second.list).things) {
            bound[second.variable] = things({other});
            note(one->name + ", " + other->name, bound, {one, other});
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace belegd::naive
