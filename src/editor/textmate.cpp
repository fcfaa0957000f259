#include "editor/textmate.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "base/fold.hpp"
#include "syntax/words.hpp"

namespace belegd::editor {
namespace {

using Json = nlohmann::ordered_json;
using syntax::Word;

/// A phrase as an expression: any blanks where it has one, accents or none.
std::string as_expression(std::string_view phrase) {
    std::string out;
    while (!phrase.empty()) {
        const auto [character, bytes] = folded_character(phrase);
        const auto here = phrase.substr(0, bytes);
        if (is_blank(character))
            out += "\\s+";
        else if (bytes > 1 && character > 0 && character < 0x80)
            out += "[" + std::string(1, static_cast<char>(character)) + std::string(here) + "]";
        else if (std::string_view("\\.^$|?*+()[]{}").find(here.front()) != std::string_view::npos)
            out += "\\" + std::string(here);
        else
            out += here;
        phrase.remove_prefix(bytes);
    }
    return out;
}

/// Every spelling of the words with one of these roles, the longest first.
std::string spellings(unsigned roles, unsigned but_for = 0) {
    std::set<std::string> all;
    for (auto i = static_cast<std::size_t>(Word::none) + 1; i < static_cast<std::size_t>(Word::protected_name); ++i) {
        const auto word = static_cast<Word>(i);
        if (!syntax::has(word, roles) || syntax::has(word, but_for)) continue;
        const auto& known = syntax::info(word);
        all.emplace(known.phrase.nl);
        all.emplace(known.phrase.en);
        for (auto left = known.aliases; !left.empty();) {
            const auto end = std::min(left.find(';'), left.size());
            all.emplace(left.substr(0, end));
            left.remove_prefix(std::min(end + 1, left.size()));
        }
    }
    all.erase("");
    std::vector<std::string> sorted(all.begin(), all.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& one, const auto& other) { return one.size() > other.size(); });
    std::string out;
    for (const auto& each : sorted) out += (out.empty() ? "" : "|") + as_expression(each);
    return "(" + out + ")";
}

/// Whole words only, in capitals or not.
std::string whole(const std::string& words) { return "(?i)(?<![\\w'-])" + words + "(?![\\w'-])"; }

}  // namespace

std::string textmate_grammar() {
    using namespace syntax;
    const std::string begins = "(?:^|(?<=[{}]))\\s*";
    const auto first = [&](unsigned roles, unsigned but_for = 0) {
        return "(?i)" + begins + spellings(roles, but_for) + "(?![\\w'-])";
    };
    auto patterns = Json::array();
    const auto match = [&](const std::string& name, const std::string& expression) {
        patterns.push_back({{"name", name}, {"match", expression}});
    };
    const auto leading = [&](const std::string& name, const std::string& expression) {
        patterns.push_back({{"match", expression}, {"captures", {{"1", {{"name", name}}}}}});
    };
    match("comment.line.number-sign.belegd", "#.*$");
    match("string.quoted.double.belegd", "\"[^\"\\n]*\"?");
    match("string.quoted.other.belegd", "[“„][^“”\\n]*[“”]?");
    leading("keyword.control.belegd", first(Verb));
    leading("keyword.declaration.belegd", first(Declares | Leads, Verb));
    match("constant.language.belegd", whole(spellings(Value | Certainty | Status)));
    match("constant.numeric.belegd", whole(spellings(Month)));
    match("keyword.control.belegd", whole(spellings(Verb)));
    match("keyword.other.belegd", whole(spellings(Clause | Joins, Value)));
    match("constant.numeric.belegd", "(?<![\\w-])(€\\s*)?\\d[\\d.,:/-]*%?");
    match("punctuation.belegd", "[{},]");
    const Json out{{"$schema", "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json"},
                   {"comment", "written by: belegd language-server --textmate"},
                   {"name", "belegd"},
                   {"scopeName", "source.belegd"},
                   {"fileTypes", {"belegd"}},
                   {"patterns", std::move(patterns)}};
    return out.dump(2) + "\n";
}

}  // namespace belegd::editor
