#include "render/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/hidden.hpp"
#include "diagnostics/messages/general.hpp"
#include "render/wrap.hpp"

namespace belegd::render {
namespace {

Text severity_name(Severity severity) {
    switch (severity) {
        case Severity::error: return say(message::severity_error);
        case Severity::warning: return say(message::severity_warning);
        case Severity::note: return say(message::severity_note);
    }
    return {};
}

/// A label laid on one line of the text: from and to in columns (from 0, in characters).
struct Mark {
    std::uint32_t line, from, to;
    bool primary;
    std::string text;
};

/// A line as it can be printed, where each character takes one column.
std::string printable(std::string_view line) {
    std::string out(line);
    std::replace_if(
        out.begin(), out.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; }, ' ');
    return harmless(out);
}

/// The bytes of the first characters of a text.
std::size_t bytes_of(std::string_view text, std::size_t characters) {
    std::size_t at = 0;
    for (; at < text.size(); ++at)
        if ((text[at] & 0xC0) != 0x80 && characters-- == 0) break;
    return at;
}

/// A text that would fill more than a screen is cut; a name may be as long as a file.
std::string cut(std::string text) {
    constexpr std::size_t kMost = 600;  // characters
    if (const auto end = bytes_of(text, kMost); end < text.size()) text = text.substr(0, end) + "…";
    return text;
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
        std::size_t skipped = 0;
        for (auto mark : marks) {
            if (mark.line != shown) {
                skipped = 0;
                const auto whole = source.line(mark.line);
                auto line = whole.size() > kLongLine ? part(whole, mark, skipped) : printable(whole);
                out += trimmed(fmt::format("{:>{}}│ {}", mark.line, margin, line)) + "\n";
                shown = mark.line;
            }
            if (source.line(mark.line).size() > kLongLine) {
                const auto place_of = [&](std::uint32_t column) {
                    const auto from = column < skipped ? 0 : column - skipped + (skipped > 0 ? 1 : 0);
                    return static_cast<std::uint32_t>(std::min(from, kPart));
                };
                mark.from = place_of(mark.from);
                mark.to = std::max(mark.from + 1, place_of(mark.to));
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

    /// Of a line as long as a page: what stands around the place.
    static constexpr std::size_t kLongLine = 400, kPart = 160;
    static std::string part(std::string_view line, const Mark& mark, std::size_t& skipped) {
        skipped = mark.from > kPart / 2 ? mark.from - kPart / 2 : 0;
        line.remove_prefix(bytes_of(line, skipped));
        const auto end = bytes_of(line, kPart - (skipped > 0 ? 1 : 0));
        return (skipped > 0 ? "…" : "") + printable(line.substr(0, end)) + (end < line.size() ? "…" : "");
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

constexpr std::string_view kHardBlank = "\u00A0";

/// `(kies zelf)` at the end of a remedy stays together.
std::string held_together(std::string text) {
    const auto open = text.rfind('(');
    if (open == std::string::npos || open < 2 || text.substr(open - 2, 2) != "  " || !text.ends_with(')')) return text;
    for (auto at = text.find(' ', open); at != std::string::npos; at = text.find(' ', at))
        text.replace(at, 1, kHardBlank);
    return text;
}
std::string let_go(std::string text) {
    for (auto at = text.find(kHardBlank); at != std::string::npos; at = text.find(kHardBlank, at))
        text.replace(at, kHardBlank.size(), " ");
    return text;
}

/// A label in the margin, then the text wrapped beside it.
std::string beside(const std::string& label, const std::string& text, std::size_t width) {
    constexpr std::size_t indent = 12;
    std::string out;
    for (const auto& each : wrapped(held_together(text), width > indent + 20 ? width - indent : 20)) {
        const auto line = let_go(each);
        if (out.empty())
            out += "  " + label + repeated(" ", indent - 2 - std::min<std::size_t>(indent - 2, characters(label))) +
                   line + "\n";
        else
            out += repeated(" ", indent) + line + "\n";
    }
    return out;
}

}  // namespace

std::string in_shell(const std::string& word) {
    return word.find(' ') == std::string::npos ? word : "\"" + word + "\"";
}

Text questions_line(std::size_t count, const std::string& call) {
    if (count == 0) return {};
    const auto many =
        say(count == 1 ? message::one_question : message::many_questions, {number(static_cast<long long>(count))});
    return say(message::questions_where, {many, Text(call)});
}

std::string why(const Diagnostic& diagnostic, Language language) {
    auto out = diagnostic.why.in(language);
    std::vector<Text> all;
    for (const auto& citation : diagnostic.citations) all.push_back(spelled(citation));
    const auto cited = joined(all, "; ").in(language);
    if (!cited.empty() && out.find(cited) == std::string::npos) out += " (" + cited + ")";
    return out;
}

std::string finding(const Diagnostic& diagnostic, const Sources& sources, Language language, std::size_t width) {
    const auto code = diagnostic.code_id();
    std::string out;
    // The name of a rule is the norm, which is told as the reason.
    const auto name = diagnostic.rule ? std::string() : " " + diagnostic.code_name().in(language);
    const auto head = fmt::format("{}[{}{}] {}", severity_name(diagnostic.severity()).in(language), code, name,
                                  cut(diagnostic.message.in(language)));
    for (const auto& line : wrapped(head, width)) out += line + "\n";
    out += Excerpt(sources, language, width).of(diagnostic);
    for (const auto& fact : diagnostic.facts) {
        std::string lead = "  = ";
        for (const auto& line : wrapped(fact.in(language), width > 24 ? width - 4 : 20)) {
            out += lead + line + "\n";
            lead = "    ";
        }
    }
    if (!diagnostic.why.empty()) out += beside(say(message::why).in(language), why(diagnostic, language), width);
    auto label = say(message::remedy).in(language);
    for (const auto& remedy : diagnostic.remedies) {
        out += beside(label, remedy.text.in(language), width);
        label.clear();
    }
    std::string model;
    // What a rule of the model's own means stands in the model alone, whose file is the first that is not of the library.
    if (diagnostic.rule && !diagnostic.rule->of_library)
        for (std::uint32_t file = 0; file < sources.size() && model.empty(); ++file)
            if (sources[file].own()) model = in_shell(sources[file].name()) + " ";
    if (diagnostic.rule || code[0] == 'B' || code[0] == 'R')
        out += beside(say(message::more).in(language), fmt::format("belegd explain {}{}", model, code), width);
    return out;
}

Text counted(const Diagnostics& diagnostics) {
    std::vector<Text> counts;
    const auto count = [&](Severity severity, Message one, Message many) {
        const auto found = diagnostics.count(severity);
        if (found > 0) counts.push_back(say(found == 1 ? one : many, {number(static_cast<long long>(found))}));
    };
    count(Severity::error, message::one_error, message::many_errors);
    count(Severity::warning, message::one_warning, message::many_warnings);
    count(Severity::note, message::one_note, message::many_notes);
    auto out = counts.empty() ? say(message::no_findings) : listed(counts);
    if (const auto accepted = diagnostics.accepted(); accepted > 0)
        out = joined({out, say(message::one_accepted, {number(static_cast<long long>(accepted))})}, ", ");
    return out;
}

/// `aanvaard: B12 titel niet vermeld (…), omdat …, tot en met …`
Text accepted_line(const Diagnostic& item) {
    const auto what = joined({Text(std::string(item.code_id())), item.code_name()}, " ");
    const auto out = say(message::accepted_line, {what, item.message, Text(item.accepted->reason)});
    return item.accepted->until ? say(message::accepted_until, {out, spelled(item.accepted->until->previous())}) : out;
}

std::string told(const Diagnostics& diagnostics, const Sources& sources, Language language, std::size_t width) {
    constexpr std::size_t kMostOfOne = 50, kMost = 200;
    struct Left {
        Text name;
        std::size_t count = 0;
    };
    std::map<std::string_view, std::size_t> seen;
    std::map<std::string_view, Left> left;
    std::string out;
    std::size_t shown = 0;
    for (const auto& item : diagnostics.items()) {
        if (item.accepted || item.is_question()) continue;
        const auto code = item.code_id();
        if (++seen[code] > kMostOfOne || shown == kMost) {
            auto& others = left[code];
            others.name = item.code_name();
            ++others.count;
            continue;
        }
        ++shown;
        out += finding(item, sources, language, width) + "\n";
    }
    for (const auto& [code, others] : left)
        out += say(message::and_more_of,
                   {number(static_cast<long long>(others.count)), joined({Text(std::string(code)), others.name}, " ")})
                   .in(language) +
               "\n";
    if (!left.empty()) out += "\n";
    std::string let_stand;
    for (const auto& item : diagnostics.items())
        if (item.accepted)
            for (const auto& line : wrapped(accepted_line(item).in(language), width)) let_stand += line + "\n";
    return let_stand.empty() ? out : out + let_stand + "\n";
}

std::string findings(const Diagnostics& diagnostics, const Sources& sources, Language language, std::size_t width) {
    return told(diagnostics, sources, language, width) + counted(diagnostics).in(language) + "\n";
}

}  // namespace belegd::render
