#include "render/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "render/wrap.hpp"

namespace belegd::render {
namespace {

using Json = nlohmann::ordered_json;

Text severity_name(Severity severity) {
    switch (severity) {
        case Severity::error: return say(Message::severity_error);
        case Severity::warning: return say(Message::severity_warning);
        case Severity::note: return say(Message::severity_note);
    }
    return {};
}
const char* severity_id(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

/// A label laid on one line of the text: from and to in columns (from 0, in characters).
struct Mark {
    std::uint32_t line, from, to;
    bool primary;
    std::string text;
};

std::string repeated(std::string_view what, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += what;
    return out;
}

class Excerpt {
   public:
    Excerpt(const Sources& sources, Language language, std::size_t width)
        : sources_(sources), language_(language), width_(width) {}

    std::string of(const Diagnostic& diagnostic) {
        add(diagnostic.primary, true);
        for (const auto& label : diagnostic.related) add(label, false);
        std::size_t margin = 2;
        for (const auto& [file, marks] : files_)
            for (const auto& mark : marks) margin = std::max(margin, std::to_string(mark.line).size());

        std::string out;
        const auto primary = sources_.place(diagnostic.primary.span);
        file(out, diagnostic.primary.span.file, primary, margin);
        for (auto& [id, marks] : files_)
            if (id != diagnostic.primary.span.file) file(out, id, {marks.front().line, marks.front().from + 1}, margin);
        return out;
    }

   private:
    void add(const Label& label, bool primary) {
        const auto& source = sources_[label.span.file];
        const auto first = source.place(label.span.begin), last = source.place(label.span.end);
        auto to = last.line == first.line ? last.column - 1 : characters(source.line(first.line));
        to = std::max(to, first.column);
        auto& marks = files_[label.span.file];
        const Mark mark{first.line, first.column - 1, to, primary, label.text.in(language_)};
        // Two places that are the same words are shown once.
        for (auto& other : marks)
            if (other.line == mark.line && other.from == mark.from && other.to == mark.to) {
                if (other.text.empty()) other.text = mark.text;
                other.primary = other.primary || primary;
                return;
            }
        marks.push_back(mark);
    }

    void file(std::string& out, std::uint32_t id, Place place, std::size_t margin) {
        auto& marks = files_[id];
        std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
            return std::tie(a.line, a.from) < std::tie(b.line, b.from);
        });
        const auto& source = sources_[id];
        out += fmt::format("{:>{}} ┌─ {}:{}:{}\n", "", margin - 1, source.name(), place.line, place.column);
        std::uint32_t shown = 0;
        for (const auto& mark : marks) {
            if (mark.line != shown) {
                std::string line(source.line(mark.line));
                std::replace(line.begin(), line.end(), '\t', ' ');
                out += trimmed(fmt::format("{:>{}}│ {}", mark.line, margin, line)) + "\n";
                shown = mark.line;
            }
            const auto under = repeated(mark.primary ? "━" : "─", mark.to - mark.from);
            auto line = fmt::format("{:>{}}│ {}{}", "", margin, repeated(" ", mark.from), under);
            const auto used = margin + 2 + mark.to;
            const auto said = characters(mark.text);
            if (mark.text.empty() || used + 1 + said <= width_) {
                out += trimmed(line + " " + mark.text) + "\n";
            } else {
                const auto indent =
                    std::min<std::size_t>(mark.from, width_ > said + margin + 4 ? width_ - said - margin - 4 : 0);
                out += line + "\n" + fmt::format("{:>{}}│ {}{}", "", margin, repeated(" ", indent), mark.text) + "\n";
            }
        }
    }

    static std::string trimmed(std::string line) {
        while (!line.empty() && line.back() == ' ') line.pop_back();
        return line;
    }

    const Sources& sources_;
    Language language_;
    std::size_t width_;
    std::map<std::uint32_t, std::vector<Mark>> files_;
};

/// A label in the margin, then the text wrapped beside it.
std::string beside(const std::string& label, const std::string& text, std::size_t width) {
    constexpr std::size_t indent = 12;
    std::string out;
    for (const auto& line : wrapped(text, width > indent + 20 ? width - indent : 20)) {
        if (out.empty())
            out += "  " + label + repeated(" ", indent - 2 - std::min<std::size_t>(indent - 2, characters(label))) +
                   line + "\n";
        else
            out += repeated(" ", indent) + line + "\n";
    }
    return out;
}

std::string citations_of(const Diagnostic& diagnostic, Language language) {
    std::vector<Text> all;
    for (const auto& citation : diagnostic.citations) all.push_back(spelled(citation));
    return joined(all, "; ").in(language);
}

Json text_json(const Text& text) { return {{"nl", text.nl}, {"en", text.en}}; }

Json place_json(const Label& label, const Sources& sources) {
    const auto from = sources.place(label.span), to = sources.last_place(label.span);
    Json out{{"file", sources[label.span.file].name()},
             {"start", {{"line", from.line}, {"col", from.column}}},
             {"end", {{"line", to.line}, {"col", to.column}}}};
    if (!label.text.empty()) out["label"] = text_json(label.text);
    return out;
}

const char* part_id(Citation::Kind kind) {
    switch (kind) {
        case Citation::Kind::article: return "article";
        case Citation::Kind::paragraph: return "lid";
        case Citation::Kind::letter: return "onder";
        case Citation::Kind::section: return "section";
        case Citation::Kind::heading: return "title";
        case Citation::Kind::chapter: return "chapter";
        case Citation::Kind::division: return "division";
        case Citation::Kind::annex: return "annex";
        case Citation::Kind::page: return "page";
    }
    return "";
}

}  // namespace

std::string finding(const Diagnostic& diagnostic, const Sources& sources, Language language, std::size_t width) {
    const auto& code = info(diagnostic.code);
    std::string out;
    const auto head = fmt::format("{}[{} {}] {}", severity_name(code.severity).in(language), code.id,
                                  code.name.in(language), diagnostic.message.in(language));
    for (const auto& line : wrapped(head, width)) out += line + "\n";
    out += Excerpt(sources, language, width).of(diagnostic);
    for (const auto& fact : diagnostic.facts) {
        std::string lead = "  = ";
        for (const auto& line : wrapped(fact.in(language), width > 24 ? width - 4 : 20)) {
            out += lead + line + "\n";
            lead = "    ";
        }
    }
    if (!diagnostic.why.empty()) {
        auto why = diagnostic.why.in(language);
        const auto cited = citations_of(diagnostic, language);
        if (!cited.empty() && why.find(cited) == std::string::npos) why += " (" + cited + ")";
        out += beside(say(Message::why).in(language), why, width);
    }
    auto label = say(Message::remedy).in(language);
    for (const auto& remedy : diagnostic.remedies) {
        out += beside(label, remedy.text.in(language), width);
        label.clear();
    }
    if (code.id[0] == 'B')
        out += beside(say(Message::more).in(language), fmt::format("belegd explain {}", code.id), width);
    return out;
}

std::string findings(const Diagnostics& diagnostics, const Sources& sources, Language language, std::size_t width) {
    std::string out;
    for (const auto& item : diagnostics.items()) out += finding(item, sources, language, width) + "\n";
    std::vector<Text> counts;
    const auto count = [&](Severity severity, Message one, Message many) {
        const auto found = diagnostics.count(severity);
        if (found > 0) counts.push_back(say(found == 1 ? one : many, {number(static_cast<long long>(found))}));
    };
    count(Severity::error, Message::one_error, Message::many_errors);
    count(Severity::warning, Message::one_warning, Message::many_warnings);
    count(Severity::note, Message::one_note, Message::many_notes);
    out += (counts.empty() ? say(Message::no_findings) : listed(counts)).in(language) + "\n";
    return out;
}

std::string findings_json(const Diagnostics& diagnostics, const Sources& sources) {
    auto out = Json::array();
    for (const auto& item : diagnostics.items()) {
        Json row{{"code", info(item.code).id},
                 {"severity", severity_id(item.severity())},
                 {"message", text_json(item.message)},
                 {"primary", place_json(item.primary, sources)},
                 {"related", Json::array()}};
        for (const auto& label : item.related) row["related"].push_back(place_json(label, sources));
        row["facts"] = Json::array();
        for (const auto& fact : item.facts) row["facts"].push_back(text_json(fact));
        if (!item.why.empty()) row["why"] = text_json(item.why);
        row["citations"] = Json::array();
        for (const auto& citation : item.citations) {
            Json cited{{"law", citation.law}};
            if (!citation.bwb.empty()) cited["bwb"] = citation.bwb;
            for (const auto& part : citation.parts) cited[part_id(part.kind)] = part.value;
            if (!citation.worded_on.empty()) cited["validOn"] = citation.worded_on;
            row["citations"].push_back(cited);
        }
        row["fixes"] = Json::array();
        for (const auto& remedy : item.remedies)
            row["fixes"].push_back(
                {{"applicability", remedy.safe ? "safe" : "maybe"}, {"title", text_json(remedy.text)}});
        row["id"] = item.id;
        out.push_back(std::move(row));
    }
    return Json{{"findings", out}}.dump(1) + "\n";
}

}  // namespace belegd::render
