#include "report/slots.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"
#include "syntax/markdown.hpp"

namespace belegd::report {
namespace {

using syntax::LineOfMarkdown;
using syntax::MarkdownLine;

constexpr std::string_view kBlanks = " \t";

std::string_view trimmed(std::string_view text) {
    const auto begin = std::min(text.find_first_not_of(kBlanks), text.size());
    const auto end = text.find_last_not_of(kBlanks);
    return end == std::string_view::npos ? std::string_view() : text.substr(begin, end + 1 - begin);
}

/// Words, and what stands between quotation marks as one.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    while (!(text = trimmed(text)).empty()) {
        const bool quoted = text.front() == '"';
        if (quoted) text.remove_prefix(1);
        const auto end = std::min(text.find_first_of(quoted ? "\"" : kBlanks), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

}  // namespace

std::optional<Day> day_of_words(const std::string& text) {
    if (const auto day = day_from_iso(text)) return day;
    const auto mark = text.find_first_of("-/");
    const auto first = mark == std::string::npos ? text.find(' ') : mark;
    const auto last = mark == std::string::npos ? text.rfind(' ') : text.find_last_of("-/");
    const auto number = [](const std::string& digits) {
        const bool sound =
            !digits.empty() && digits.size() <= 4 && digits.find_first_not_of("0123456789") == std::string::npos;
        return sound ? std::stoi(digits) : 0;
    };
    if (first == last) return std::nullopt;
    if (mark != std::string::npos)
        return day_of(number(text.substr(last + 1)), number(text.substr(first + 1, last - first - 1)),
                      number(text.substr(0, first)));
    for (int month = 1; month <= 12; ++month) {
        const auto day = day_of(number(text.substr(last + 1)), month, number(text.substr(0, first)));
        if (!day) continue;
        for (const auto& name : {spelled(*day).nl, spelled(*day).en})
            if (folded(name) == folded(text)) return day;
    }
    return std::nullopt;
}

namespace {

/// What a marker asks for; nothing when it cannot be read, and why.
std::optional<Asked> asked(const std::vector<std::string>& words, Text& wrong) {
    Asked out;
    std::string day;
    std::string* part = nullptr;
    const auto begin = [&](std::optional<std::string>& which) { part = &which.emplace(); };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        const bool day_follows = i + 1 < words.size() && words[i + 1].find_first_of("0123456789") == 0;
        if (word == "voor" || word == "for" || word == "--for")
            begin(out.participant);
        else if (word == "in" || word == "--variant")
            begin(out.variant);
        else if (((word == "op" || word == "on") && day_follows) || word == "--on")
            part = &day;
        else {
            if (part == nullptr) begin(out.name);
            *part += (part->empty() ? "" : " ") + word;
            continue;
        }
        if (i + 1 < words.size()) continue;
        wrong = say(message::marker_unfinished, {Text(word)});
        return std::nullopt;
    }
    if (!day.empty() && !(out.day = day_of_words(day))) {
        wrong = say(message::call_date, {Text(day)});
        return std::nullopt;
    }
    return out;
}

class SlotFinder {
   public:
    explicit SlotFinder(std::string_view text) : text_(text) {}

    Slots found() {
        for (const auto& line : syntax::lines_of_markdown(text_)) {
            if (line.kind == MarkdownLine::comment) marker(line);
            if (line.kind == MarkdownLine::prose && !open_) heading(line);
            if (!out_.wrong.empty()) return std::move(out_);
        }
        if (open_) stop(open_->marker, say(message::marker_not_closed));
        return std::move(out_);
    }

   private:
    void stop(std::uint32_t at, Text what) {
        out_.wrong = std::move(what);
        out_.wrong_at = at;
    }

    void marker(const LineOfMarkdown& line) {
        const auto whole = text_.substr(line.content, line.end - line.content);
        const auto at = line.content + static_cast<std::uint32_t>(whole.find("<!--"));
        auto inside = trimmed(whole).substr(4);
        const auto close = inside.find("-->");
        const auto words = words_of(inside.substr(0, close));
        if (words.empty()) return;
        const auto name = folded(words.front());
        const bool ends = name == "/belegd" || name.starts_with("/belegd:");
        if (!ends && !name.starts_with("belegd:")) return;
        if (close == std::string_view::npos || close + 3 != inside.size())
            return stop(at, say(message::marker_line_of_its_own));
        if (ends) {
            if (!open_) return stop(at, say(message::marker_not_opened));
            open_->end = line.begin;
            out_.all.push_back(std::move(*open_));
            open_.reset();
            return;
        }
        if (open_) return stop(at, say(message::marker_nested));
        if (name != "belegd:overzicht" && name != "belegd:overview")
            return stop(at, say(message::marker_unknown, {Text(words.front())}));
        Text wrong;
        auto what = asked({words.begin() + 1, words.end()}, wrong);
        if (!what) return stop(at, wrong);
        const auto behind = static_cast<std::uint32_t>(std::min(text_.find('\n', line.end), text_.size()));
        open_ = Slot{std::move(*what),
                     at,
                     std::min(behind + 1, static_cast<std::uint32_t>(text_.size())),
                     0,
                     lead(line),
                     behind > line.end ? "\r\n" : "\n",
                     heading_};
    }

    /// The signs of a quotation go on; that of a list is blank on the lines that follow.
    std::string lead(const LineOfMarkdown& line) const {
        std::string out(text_.substr(line.begin, line.content - line.begin));
        if (out.starts_with("\xEF\xBB\xBF")) out.erase(0, 3);
        for (auto& c : out)
            if (c != '>' && c != '\t') c = ' ';
        return out;
    }

    void heading(const LineOfMarkdown& line) {
        const auto said = trimmed(text_.substr(line.content, line.end - line.content));
        const auto level = std::min(said.find_first_not_of('#'), said.size());
        if (level >= 1 && level <= 6 && (level == said.size() || said[level] == ' '))
            heading_ = static_cast<int>(level);
        const auto underlined = [&](char with) { return said.find_first_not_of(with) == std::string_view::npos; };
        if (!said.empty() && above_ && underlined('=')) heading_ = 1;
        if (!said.empty() && above_ && underlined('-')) heading_ = 2;
        above_ = !said.empty();
    }

    std::string_view text_;
    Slots out_;
    std::optional<Slot> open_;
    int heading_ = 1;
    bool above_ = false;  ///< whether the line above holds words
};

}  // namespace

Slots slots(std::string_view markdown) { return SlotFinder(markdown).found(); }

}  // namespace belegd::report
