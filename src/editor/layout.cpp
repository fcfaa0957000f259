#include "editor/layout.hpp"

#include <algorithm>

#include "syntax/markdown.hpp"
#include "syntax/parser.hpp"

namespace belegd::editor {

syntax::Formatted laid_out(bool markdown, const std::string& text, const syntax::Lexicon& lexicon,
                           std::optional<Language> into) {
    if (!markdown) return syntax::formatted(text, lexicon, into);
    std::vector<std::uint32_t> uneven;
    const auto blocks = syntax::blocks_of_markdown(text, uneven);
    auto out = syntax::formatted(text, blocks, lexicon, into);
    out.kept.insert(out.kept.end(), uneven.begin(), uneven.end());
    std::sort(out.kept.begin(), out.kept.end());
    if (!uneven.empty() && into && *into != syntax::language_of(syntax::model_text(text))) {
        out.kept_language = true;
        out.text = text;
    }
    return out;
}

std::optional<Edit> difference(const std::string& path, const std::string& before, const std::string& after) {
    if (before == after) return std::nullopt;
    const auto most = std::min(before.size(), after.size());
    std::size_t front = 0, back = 0;
    while (front < most && before[front] == after[front]) ++front;
    while (front > 0 && before[front - 1] != '\n') --front;
    while (back < most - front && before[before.size() - 1 - back] == after[after.size() - 1 - back]) ++back;
    // To the beginning of a line in both.
    const auto begins_line = [&](const std::string& text) {
        return back == text.size() || text[text.size() - back - 1] == '\n';
    };
    while (back > 0 && !(begins_line(before) && begins_line(after))) --back;
    return Edit{{path, static_cast<std::uint32_t>(front), static_cast<std::uint32_t>(before.size() - back)},
                after.substr(front, after.size() - back - front)};
}

}  // namespace belegd::editor
