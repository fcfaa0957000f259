#include <nlohmann/json.hpp>

#include "render/calendar.hpp"
#include "render/json_text.hpp"

namespace belegd::render {
namespace {

using Json = nlohmann::ordered_json;
using report::Calendar;
using report::Event;

const char* word(Event::Kind kind) {
    switch (kind) {
        case Event::Kind::begins: return "begins";
        case Event::Kind::changes: return "changes";
        case Event::Kind::joins: return "joins";
        case Event::Kind::leaves: return "leaves";
        case Event::Kind::ends: return "ends";
        case Event::Kind::notice: return "notice";
        case Event::Kind::renewal: return "renewal";
        case Event::Kind::decision: return "decision";
        case Event::Kind::deadline: return "deadline";
        case Event::Kind::milestone: return "milestone";
        case Event::Kind::published: return "published";
        case Event::Kind::payment: return "payment";
        case Event::Kind::finding: return "finding";
    }
    return "";
}

const char* word(Calendar::Passed passed) {
    switch (passed) {
        case Calendar::Passed::no: return "no";
        case Calendar::Passed::today: return "today";
        case Calendar::Passed::yes: return "yes";
        case Calendar::Passed::cannot_be_said: return "cannot_be_said";
    }
    return "";
}

}  // namespace

std::string calendar_json(const Calendar& calendar) {
    auto events = Json::array();
    for (const auto& entry : calendar.entries) {
        auto& out = events.emplace_back(Json{{"kind", word(entry.event.kind)},
                                             {"first", iso(entry.event.stretch.first)},
                                             {"last", iso(entry.event.stretch.last)},
                                             {"when", in_both(entry.event.when)},
                                             {"text", in_both(entry.event.text)},
                                             {"passed", word(entry.passed)}});
        if (!entry.situation.empty()) out["situation"] = in_both(entry.situation);
        auto& origins = out["origins"] = Json::array();
        for (const auto& each : entry.origins) origins.push_back({{"file", each.file}, {"line", each.line}});
    }
    const Json all{
        {"title", in_both(calendar.title)}, {"looked_at", iso(calendar.looked_at)}, {"events", std::move(events)}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace belegd::render
