#include "report/examples.hpp"

#include <algorithm>

#include "diagnostics/diagnostic.hpp"
#include "syntax/parser.hpp"

namespace belegd::report {
namespace {

using syntax::Word;

std::string_view next_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

/// Without the blanks around it, and with one blank between its columns.
std::string in_one(std::string_view line) {
    std::string out;
    for (const char c : line)
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    while (!out.empty() && (out.back() == ' ' || out.back() == '\r')) out.pop_back();
    return out;
}

/// A line that holds the word, for words that are no statement or clause by themselves, such as a month.
std::string line_that_says(Word word, std::string_view model, Language language, const syntax::Lexicon& lexicon) {
    while (!model.empty()) {
        const auto line = next_line(model);
        // Behind a quotation mark or a `#` a word is no word of the language.
        const auto plain = line.substr(0, std::min(line.find_first_of("\"#"), line.size()));
        for (std::size_t at = 0; at < plain.size(); ++at) {
            if (plain[at] == ' ' || (at > 0 && plain[at - 1] != ' ')) continue;
            syntax::Lexicon::Match found[syntax::Lexicon::kMost];
            const auto count = lexicon.matches(plain.substr(at), language, found);
            if (std::any_of(found, found + count, [&](const auto& match) {
                    return match.word == word && match.length == found[0].length;  // no part of a longer phrase
                }))
                return in_one(line);
        }
    }
    return {};
}

/// The first line of a model that uses the word; nothing when none does, or when the model cannot be read.
std::string line_with(Word word, std::string_view model, Language language, const syntax::Lexicon& lexicon) {
    Sources sources;
    sources.add(Source("", std::string(model)));
    Diagnostics mistakes;
    const auto tree = syntax::parse(sources, 0, lexicon, mistakes);
    if (mistakes.unreadable() || tree.language != language) return {};
    for (const auto& node : tree.nodes) {
        if (node.word != word || node.end == node.begin) continue;
        const auto before = model.rfind('\n', node.begin);
        const auto begin = before == std::string_view::npos || node.begin == 0 ? 0 : before + 1;
        auto rest = model.substr(begin);
        return in_one(next_line(rest));
    }
    return {};
}

std::string example(Word word, Language language, const syntax::Lexicon& lexicon,
                    std::span<const embedded::File> pages) {
    for (const auto* mark : {"goed", "fout"})
        for (const auto& page : pages)
            for (const auto& model : models_of(page.text, mark, language))
                if (auto line = line_with(word, model, language, lexicon); !line.empty()) return line;
    for (const auto& module : embedded::library())
        if (auto line = line_with(word, module.text, language, lexicon); !line.empty()) return line;
    for (const auto* mark : {"goed", "fout"})
        for (const auto& page : pages)
            for (const auto& model : models_of(page.text, mark, language))
                if (auto line = line_that_says(word, model, language, lexicon); !line.empty()) return line;
    for (const auto& module : embedded::library())
        if (syntax::language_of(module.text) == language)
            if (auto line = line_that_says(word, module.text, language, lexicon); !line.empty()) return line;
    return {};
}

}  // namespace

std::vector<std::string> models_of(std::string_view page, std::string_view mark, Language language) {
    std::vector<std::string> out;
    bool inside = false;
    std::string model;
    const auto opening = "```belegd " + std::string(mark);
    while (!page.empty()) {
        const auto line = next_line(page);
        if (inside && line == "```") {
            inside = false;
            if (syntax::language_of(model) == language) out.push_back(model);
        } else if (inside) {
            model += std::string(line) + "\n";
        } else if (line == opening) {
            inside = true;
            model.clear();
        }
    }
    return out;
}

Text example_of(Word word, const syntax::Lexicon& lexicon, std::span<const embedded::File> pages) {
    Text out;
    out.nl = example(word, Language::nl, lexicon, pages);
    out.en = example(word, Language::en, lexicon, pages);
    return out;
}

}  // namespace belegd::report
