// The reference against what it tells of: word lists made from the table of words, every word and command shown somewhere,
// and links that lead to a page.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "base/fold.hpp"
#include "golden.hpp"
#include "literate.hpp"
#include "syntax/words.hpp"

// Last: it has a MESSAGE of its own.
#include <doctest/doctest.h>
#undef MESSAGE

namespace belegd {
namespace {

using syntax::Word;
using syntax::WordInfo;

std::vector<Word> all_words() {
    std::vector<Word> out;
    for (auto i = 1; i < static_cast<int>(Word::protected_name); ++i) out.push_back(static_cast<Word>(i));
    return out;
}

std::vector<std::string> spellings(std::string_view aliases) {
    std::vector<std::string> out;
    while (!aliases.empty()) {
        const auto end = std::min(aliases.find(';'), aliases.size());
        out.emplace_back(aliases.substr(0, end));
        aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
    return out;
}

std::string in_code(std::string_view phrase) { return fmt::format("`{}`", phrase); }

/// A part of the list: the words of which the first role that counts is one of these.
struct Part {
    unsigned roles;
    Text title;
};
const std::vector<Part> kParts = {
    {syntax::Verb | syntax::Modal, {"Wie geeft wat aan wie", "Who gives what to whom"}},
    {syntax::Status, {"Status", "Status"}},
    {syntax::Certainty | syntax::Value, {"Wat het stuk openlaat", "What the paper leaves open"}},
    {syntax::Purpose, {"Wat een besluit doet", "What a decision does"}},
    {syntax::Month | syntax::Season | syntax::Unit,
     {"Dagen, delen van een jaar, eenheden", "Days, parts of a year, units"}},
    {syntax::Cites, {"Vindplaatsen", "Places in a text"}},
    {syntax::Declares, {"Waarmee een zin begint", "What begins a sentence"}},
    {~0u, {"Wat in een zin volgt", "What follows in a sentence"}},
};

std::size_t part_of(Word word) {
    // What begins a sentence is looked up there, also when it may stand in a citation.
    const auto roles = syntax::info(word).roles;
    for (std::size_t i = 0; i < kParts.size(); ++i) {
        if ((roles & syntax::Declares) != 0 && kParts[i].roles != syntax::Declares) continue;
        if ((roles & kParts[i].roles) != 0) return i;
    }
    return kParts.size() - 1;
}

/// The statements where a word may stand. One of a family stands for the family.
std::string places(Word word, Language language) {
    std::vector<std::string> out;
    const Text transfer{"een zin die iets geeft", "a sentence that gives something"};
    const Text line{"een regel van het bestand", "a line of the file"};
    const auto stands = [&](Word statement) {
        const auto& taken = syntax::taken_by(statement);
        const auto& held = syntax::held_by(statement);
        return std::find(taken.begin(), taken.end(), word) != taken.end() ||
               std::find(held.begin(), held.end(), word) != held.end();
    };
    for (auto i = 0; i < static_cast<int>(Word::count_); ++i) {
        const auto statement = static_cast<Word>(i);
        if (!stands(statement)) continue;
        if (statement == Word::none) {
            out.push_back(line.in(language));
        } else if (statement == Word::delegates) {
            out.push_back(transfer.in(language));
        } else if (syntax::has(statement, syntax::Verb)) {
            continue;
        } else if ((statement == Word::arrangement || statement == Word::agreement) && stands(Word::cooperation)) {
            continue;
        } else if ((statement == Word::paragraph || statement == Word::letter) && stands(Word::article)) {
            continue;
        } else {
            // `vorm` as a clause stands in the table beside `vorm` as a declaration.
            const auto named = statement == Word::protected_name ? Word::form : statement;
            const auto code = in_code(syntax::info(named).phrase.in(language));
            if (std::find(out.begin(), out.end(), code) == out.end()) out.push_back(code);
        }
    }
    return fmt::format("{}", fmt::join(out, ", "));
}

std::string row(Word word, Language language, bool with_places) {
    const auto& entry = syntax::info(word);
    const auto other = language == Language::nl ? Language::en : Language::nl;
    std::vector<std::string> others;
    for (const auto& alias : spellings(entry.aliases)) others.push_back(in_code(alias));
    return fmt::format("| {} | {} | {} | {} |{}\n", in_code(entry.phrase.in(language)), in_code(entry.phrase.in(other)),
                       fmt::join(others, ", "), entry.help.in(language),
                       with_places ? fmt::format(" {} |", places(word, language)) : "");
}

std::string word_list(Language language) {
    const bool dutch = language == Language::nl;
    std::string out =
        dutch
            ? "# Woordenlijst\n\n"
              "Alle woorden van belegd, in het Nederlands en in het Engels. Beide mogen altijd, ook door elkaar. Waar\n"
              "`samenwerking` staat, geldt hetzelfde voor `regeling` en `overeenkomst`; waar `artikel` staat ook voor\n"
              "`lid` en `onder`. Deze bladzijde wordt gemaakt uit `dsl/vocabulary.def` en niet met de hand "
              "bijgehouden.\n"
            : "# Words\n\n"
              "All words of belegd, in English and in Dutch. Both are always accepted, also side by side. Where\n"
              "`cooperation` stands, the same holds for `arrangement` and `agreement`; where `article` stands, also "
              "for\n"
              "`paragraph` and `point`. This page is made from `dsl/vocabulary.def`, and not kept by hand.\n";
    for (std::size_t part = 0; part < kParts.size(); ++part) {
        std::vector<std::pair<std::string, Word>> words;
        for (const auto word : all_words())
            if (part_of(word) == part) words.emplace_back(folded(syntax::info(word).phrase.in(language)), word);
        std::sort(words.begin(), words.end());
        out += fmt::format("\n## {}\n\n", kParts[part].title.in(language));
        const bool verbs = kParts[part].roles == (syntax::Verb | syntax::Modal);
        const bool with_places = !verbs && std::any_of(words.begin(), words.end(), [&](const auto& entry) {
            return !places(entry.second, language).empty();
        });
        if (verbs)
            out += fmt::format("{} {}.\n\n", dutch ? "Deze zinnen staan in:" : "These sentences stand in:",
                               places(Word::delegates, language));
        out += dutch ? "| woord | in het Engels | ook | wat het doet |" : "| word | in Dutch | also | what it does |";
        if (with_places) out += dutch ? " waar het staat |" : " where it stands |";
        out += with_places ? "\n|---|---|---|---|---|\n" : "\n|---|---|---|---|\n";
        for (const auto& entry : words) out += row(entry.second, language, with_places);
    }
    return out;
}

/// The models of the pages below a folder, without comments, as one folded line.
std::string models(const std::string& folder) {
    std::string out;
    for (const auto& page : literate::pages(folder))
        for (const auto& one : page.cases) {
            bool comment = false;
            for (const auto c : one.text) {
                comment = c != '\n' && (comment || c == '#');
                out += comment || c == '\n' ? ' ' : c;
            }
        }
    return folded(out);
}

bool letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool occurs(const std::string& phrase, const std::string& text) {
    for (auto at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + 1)) {
        const auto end = at + phrase.size();
        if ((at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end]))) return true;
    }
    return false;
}

void check_used(Language language, const std::string& folder) {
    const auto text = models(folder);
    for (const auto word : all_words()) {
        if (syntax::has(word, syntax::Month | syntax::Unit)) continue;
        const auto& phrase = syntax::info(word).phrase.in(language);
        if (!occurs(folded(phrase), text)) FAIL_CHECK(fmt::format("no model in {} uses ‘{}’", folder, phrase));
    }
}

void check_list(Language language, const std::string& path) {
    const auto made = word_list(language);
    const auto there = golden::text_of(path);
    if (golden::updating() && there != made)
        golden::write(path, made);
    else if (const auto differs = golden::difference(there.value_or(""), made))
        FAIL_CHECK(fmt::format("{}: {}", path, *differs));
}

/// The commands that the tool names when asked for help.
std::vector<std::string> commands() {
    std::string help;
    if (auto* tool = popen("'" BELEGD_BINARY "' --lang en --help", "r")) {
        for (int c = std::fgetc(tool); c != EOF; c = std::fgetc(tool)) help += static_cast<char>(c);
        pclose(tool);
    }
    std::vector<std::string> out;
    std::istringstream lines(help);
    for (std::string line; std::getline(lines, line);) {
        const auto end = line.find(", ");  // `  check, controleer  says ...`
        if (line.size() > 2 && line.starts_with("  ") && letter(line[2]) && end < line.find(' ', 2))
            out.push_back(line.substr(2, end - 2));
    }
    return out;
}

/// The pages that a page links to, as paths from the project's root.
std::vector<std::string> links(const literate::Page& page) {
    std::vector<std::string> out;
    for (const auto& line : page.lines)
        for (auto at = line.find("]("); at != std::string::npos; at = line.find("](", at + 1)) {
            const auto target = line.substr(at + 2, line.find(')', at) - at - 2);
            if (target.find("://") == std::string::npos)
                out.push_back((std::filesystem::path(page.path).parent_path() / target).generic_string());
        }
    return out;
}

}  // namespace

TEST_CASE("Every link of the reference leads to a page, and every page is linked") {
    for (const auto* folder : {"dsl/reference/nl", "dsl/reference/en"}) {
        std::string linked;
        const auto pages = literate::pages(folder);
        for (const auto& page : pages)
            for (const auto& link : links(page)) {
                linked += link + "\n";
                if (!golden::text_of(link)) FAIL_CHECK(fmt::format("{}: {} is not there", page.path, link));
            }
        for (const auto& page : pages) {
            const auto name = std::filesystem::path(page.path).stem();
            if (name != "begin" && name != "start" && linked.find(page.path + "\n") == std::string::npos)
                FAIL_CHECK(fmt::format("nothing links to {}", page.path));
        }
    }
}

TEST_CASE("The page of the commands names each") {
    CHECK(!commands().empty());
    for (const auto* path : {"dsl/reference/nl/opdrachten.md", "dsl/reference/en/commands.md"})
        for (const auto& command : commands())
            if (golden::text_of(path).value_or("").find("`belegd " + command) == std::string::npos)
                FAIL_CHECK(fmt::format("{} does not name {}", path, command));
}

TEST_CASE("The word lists are those of the table of words") {
    check_list(Language::nl, "dsl/reference/nl/woordenlijst.md");
    check_list(Language::en, "dsl/reference/en/words.md");
}

TEST_CASE("Every word stands in a model of the reference, in both languages") {
    check_used(Language::nl, "dsl/reference/nl");
    check_used(Language::en, "dsl/reference/en");
}

}  // namespace belegd
