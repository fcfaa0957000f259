#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "base/digest.hpp"
#include "base/version.hpp"
#include "diagnostics/messages/reports.hpp"
#include "render/calendar.hpp"
#include "render/cells.hpp"

namespace belegd::render {
namespace {

using report::Calendar;
using report::Event;

/// A day as iCalendar has it: 20230601.
std::string compact(Day day) {
    auto out = iso(day);
    std::erase(out, '-');
    return out;
}

/// The value of a text: what would end it is escaped.
std::string escaped(const std::string& text) {
    std::string out;
    for (const char byte : text) {
        if (byte == '\n') {
            out += "\\n";
            continue;
        }
        if (byte == '\\' || byte == ';' || byte == ',') out += '\\';
        out += byte;
    }
    return out;
}

class IcsWriter {
   public:
    explicit IcsWriter(Language language) : language_(language) {}

    /// A line goes on after 75 bytes behind a blank, and no character is divided.
    void line(const std::string& text) {
        constexpr std::size_t most = 75;
        std::size_t begin = 0, room = most;
        while (text.size() - begin > room) {
            auto end = begin + room;
            while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
            out_ += text.substr(begin, end - begin) + "\r\n ";
            begin = end;
            room = most - 1;
        }
        out_ += text.substr(begin) + "\r\n";
    }

    void property(const std::string& name, const Text& text) {
        line(name + ":" + escaped(joined_lines(text, language_, "\n")));
    }

    std::string take() { return std::move(out_); }

   private:
    Language language_;
    std::string out_;
};

/// How many days before it somebody wants to be told.
std::vector<int> reminders(Event::Kind kind) {
    switch (kind) {
        case Event::Kind::notice: return {180, 30};
        case Event::Kind::deadline:
        case Event::Kind::ends:
        case Event::Kind::leaves:
        case Event::Kind::renewal: return {30};
        default: return {};
    }
}

/// By which a calendar knows an entry again when it is made anew: its words, in what situation, and which of equal ones;
/// not its day, which may move.
std::string mark(const Calendar::Entry& entry, std::map<std::string, int>& taken) {
    const auto words = entry.event.text.nl + "\n" + entry.situation.nl;
    return sha256(words + "\n" + std::to_string(taken[words]++)).substr(0, 32) + "@belegd";
}

}  // namespace

std::string ics(const Calendar& calendar, Language language) {
    IcsWriter out(language);
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//belegd//belegd " + std::string(kVersion) + "//" + (language == Language::nl ? "NL" : "EN"));
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    out.property("X-WR-CALNAME", calendar.title);
    std::map<std::string, int> taken;
    for (const auto& entry : calendar.entries) {
        const auto& event = entry.event;
        out.line("BEGIN:VEVENT");
        out.line("UID:" + mark(entry, taken));
        out.line("DTSTAMP:" + compact(calendar.looked_at) + "T000000Z");
        out.line("DTSTART;VALUE=DATE:" + compact(event.stretch.first));
        out.line("DTEND;VALUE=DATE:" + compact(event.stretch.last.next()));
        // A stretch is shown over all its days: the words say that it is some day of them.
        out.property("SUMMARY", event.stretch.exact() ? event.text : joined({event.when, event.text}, ": "));
        if (!entry.situation.empty())
            out.property("DESCRIPTION", joined({say(message::sheet_situation), entry.situation}, ": "));
        out.property("CATEGORIES", report::kind_said(event.kind));
        out.line("TRANSP:TRANSPARENT");
        for (const auto days : reminders(event.kind)) {
            out.line("BEGIN:VALARM");
            out.line("ACTION:DISPLAY");
            out.property("DESCRIPTION", event.text);
            out.line("TRIGGER:-P" + std::to_string(days) + "D");
            out.line("END:VALARM");
        }
        out.line("END:VEVENT");
    }
    out.line("END:VCALENDAR");
    return out.take();
}

}  // namespace belegd::render
