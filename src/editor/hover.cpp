#include "editor/hover.hpp"

#include <algorithm>

#include "diagnostics/codes.hpp"
#include "diagnostics/messages/editor.hpp"
#include "editor/names.hpp"
#include "model/describe.hpp"
#include "resolve/values/dates.hpp"
#include "syntax/examples.hpp"

namespace belegd::editor {
namespace {

using syntax::Word;

/// A text as Markdown shows it: what would be a mark is none.
std::string shown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}
Text shown(const Text& text) { return {shown(std::string_view(text.nl)), shown(std::string_view(text.en))}; }
Text bold(const Text& text) { return joined({Text("**"), shown(text), Text("**")}, ""); }

Text weekday(Day day) {
    constexpr std::int32_t kWeek = 7, kThursday = 4;  // 1 January 1970
    const Message names[] = {message::editor_sunday,    message::editor_monday,   message::editor_tuesday,
                             message::editor_wednesday, message::editor_thursday, message::editor_friday,
                             message::editor_saturday};
    return say(names[((day.count + kThursday) % kWeek + kWeek) % kWeek]);
}

Text day_said(Day day) { return joined({weekday(day), spelled(day)}, " "); }

std::optional<Text> date_told(const Reading& read, std::uint32_t node) {
    const auto days = resolve::date_written(read.tree[node], read.text(node));
    if (!days) return std::nullopt;
    if (days->exact()) return joined({bold(day_said(days->first)), Text(iso(days->first))}, " · ");
    return say(message::editor_stretch,
               {day_said(days->first), day_said(days->last), number(days->last.count - days->first.count + 1)});
}

Text name_told(const analysis::Analysis& analysis, const NameThere& name) {
    std::vector<Text> lines;
    const auto title = title_of(analysis.model, name.kind, name.name);
    lines.push_back(joined({bold(Text(name.name)), model::name_of(name.kind)}, " · "));
    if (!title.empty() && title != Text(name.name)) lines.push_back(shown(title));
    if (name.origin) lines.push_back(shown(origin_said(analysis, *name.origin)));
    if (name.own)
        lines.push_back(name.used.size() == 1
                            ? say(message::editor_used_once)
                            : say(message::editor_used, {number(static_cast<long long>(name.used.size()))}));
    return joined(lines, "\n\n");
}

/// What a code is called, of belegd or of a rule.
std::optional<Text> code_told(const analysis::Analysis& analysis, std::string_view written) {
    const auto code = code_named(written);
    if (!code) return std::nullopt;
    for (const auto each : all_codes())
        if (*code == info(each).id) return joined({bold(Text(*code)), info(each).name}, " · ");
    for (const auto& rule : analysis.model.rules)
        if (rule.code == *code) return joined({bold(Text(*code)), shown(rule.title)}, " · ");
    return std::nullopt;
}

/// The date that a node is part of; none: 0.
std::uint32_t date_around(const Reading& read, std::uint32_t node) {
    for (; node != 0; node = read.cut.parent[node])
        if (resolve::is_date(read.tree[node].kind)) return node;
    return 0;
}

}  // namespace

Text word_told(Word word) {
    const auto& info = syntax::info(word);
    const Text head{"**" + std::string(info.phrase.nl) + "** · " + std::string(info.phrase.en),
                    "**" + std::string(info.phrase.en) + "** · " + std::string(info.phrase.nl)};
    std::vector<Text> parts{head, shown(Text(info.help))};
    constexpr auto shows = syntax::Declares | syntax::Verb | syntax::Leads | syntax::Clause | syntax::Joins;
    if (syntax::has(word, shows)) {
        const auto example = syntax::example_of(word);
        parts.push_back(joined({Text("```belegd\n"), example, Text("\n```")}, ""));
    }
    return joined(parts, "\n\n");
}

std::optional<Hover> hover(const analysis::Analysis& analysis, const std::string& path, const std::string& text,
                           std::uint32_t at) {
    const auto read = reading(path, text, analysis.texts.lexicon);
    const auto* piece = read.piece_at(at);
    if (piece == nullptr) return std::nullopt;
    if (const auto date = date_around(read, piece->node); date != 0)
        if (auto told = date_told(read, date))
            return Hover{std::move(*told), read.tree[date].begin, read.tree[date].end};
    if (const auto name = name_there(analysis, path, at))
        return Hover{name_told(analysis, *name), name->here.begin, name->here.end};
    if (piece->sort == syntax::Piece::Sort::keyword)
        return Hover{word_told(read.tree[piece->node].word), piece->begin, piece->end};
    if (auto told = code_told(analysis, read.text().substr(piece->begin, piece->end - piece->begin)))
        return Hover{std::move(*told), piece->begin, piece->end};
    return std::nullopt;
}

}  // namespace belegd::editor
