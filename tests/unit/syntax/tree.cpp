// Whatever the text, its tree is sound: nodes lie in their parents, in order, and no line swallows another.
#include "syntax/tree.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <utility>

#include "unit/syntax/shape.hpp"

#include <doctest/doctest.h>

using namespace belegd;
using namespace belegd::syntax;

namespace {

const std::string kModel = BELEGD_ROOT "/models/voorschoten-werk-en-inkomen/voorschoten.belegd";
const std::string kLibrary = BELEGD_ROOT "/dsl/library/sociaal_domein.belegd";

std::string text_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE_MESSAGE(in, path);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines) out += line + "\n";
    return out;
}

/// What is wrong with a tree, or nothing.
std::string fault(const Tree& tree, std::string_view text, std::size_t bytes) {
    if (tree.nodes.empty() || tree[0].kind != Kind::document || tree[0].next != tree.nodes.size()) return "no document";
    if (tree[0].begin != 0 || tree[0].end != bytes) return "the document is not the text";
    std::string wrong;
    for (std::uint32_t at = 0; at < tree.nodes.size(); ++at) {
        const auto& node = tree[at];
        const auto where = std::string(shape::name_of(node.kind)) + " at " + std::to_string(node.begin) + " (" +
                           std::string(text.substr(std::min<std::size_t>(node.begin, text.size()), 60)) + ")";
        if (node.begin > node.end) return where + " ends before it begins";
        if (node.next <= at || node.next > tree.nodes.size()) return where + " has no end";
        auto free = node.begin;
        for (const auto child : tree.children(at)) {
            if (tree[child].begin < free) return where + " has parts that overlap";
            if (tree[child].end > node.end) return where + " does not hold its parts";
            if (tree[child].next > node.next) return where + " has a part that goes on beyond it";
            free = tree[child].end;
        }
    }
    return {};
}

void check_sound(const std::string& text) {
    const shape::Parsed parsed(text);
    const bool lone_returns = text.find('\r') != std::string::npos && text.find('\n') == std::string::npos;
    const bool read =
        first_invalid_utf8(text) == std::string::npos && text.find('\0') == std::string::npos && !lone_returns;
    const auto found = fault(parsed.tree, text, read ? text.size() : 0);
    if (!found.empty()) FAIL_CHECK(found, " in:\n", text);
}

std::string any_bytes(std::mt19937& random) {
    // Mostly what the grammar looks at, sometimes anything.
    static const std::string common = "{}{}\n\n\r#,,\"\"  \t/.:;-()%0123456789aeinrtv";
    std::string out;
    for (auto left = random() % 200; left > 0; --left)
        out += random() % 12 == 0 ? static_cast<char>(random() % 128) : common[random() % common.size()];
    return out;
}

std::string any_words(std::mt19937& random) {
    static const std::vector<std::string> others{
        "\n",     "\n",  "{",    "}",  ",",      "\"",     "\"tekst\"", "#",   "1 januari 2023", "2024", "€ 5", "70 %",
        "Leiden", "wmo", "raad", "'s", "\u201C", "\u00A0", "漢",        "/ en"};
    const auto words = static_cast<std::size_t>(Word::protected_name);
    std::string out;
    for (auto left = random() % 60; left > 0; --left) {
        const auto pick = random() % (words + 2 * others.size());
        const auto language = random() % 3 == 0 ? Language::en : Language::nl;
        out +=
            pick < words ? info(static_cast<Word>(pick)).phrase.in(language) : others[(pick - words) % others.size()];
        out += random() % 8 == 0 ? "" : " ";
    }
    return out;
}

}  // namespace

TEST_CASE("tree: sound for the texts of this project") {
    for (const auto& folder : {"/models", "/dsl/library"})
        for (const auto& each : std::filesystem::recursive_directory_iterator(BELEGD_ROOT + std::string(folder)))
            if (each.is_regular_file()) check_sound(text_of(each.path().string()));
}

TEST_CASE("tree: sound for any bytes") {
    std::mt19937 random(1);
    for (int round = 0; round < 4000; ++round) check_sound(any_bytes(random));
    check_sound(std::string("gemeente \0 Leiden", 17));
    check_sound("gemeente \xEB");
    check_sound("\xEF\xBB\xBFgemeente Leiden");
    check_sound("gemeente \rLeiden");
}

TEST_CASE("tree: what a rule read before it failed is not in it") {
    for (const auto* line :
         {"geldt van 2024 driemaal", "behalve van € 5 leden", "kosten a 2024 {\n  € 5 per uur voor 400",
          "overeenkomst uitvoering van 2024", "voor zover bedrag van € 10 en ouder"})
        check_sound(line);
}

TEST_CASE("tree: sound for any words of the language") {
    std::mt19937 random(2);
    for (int round = 0; round < 4000; ++round) check_sound(any_words(random));
}

TEST_CASE("tree: sound for a model in which lines and bytes went astray") {
    std::mt19937 random(3);
    const auto lines = lines_of(text_of(kModel));
    for (int round = 0; round < 300; ++round) {
        auto changed = lines;
        for (auto changes = 1 + random() % 6; changes > 0; --changes) {
            const auto here = random() % changed.size(), there = random() % changed.size();
            switch (random() % 4) {
                case 0: changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(here)); break;
                case 1: std::swap(changed[here], changed[there]); break;
                case 2: changed[here] += changed[there]; break;
                default:
                    if (!changed[here].empty()) changed[here].erase(random() % changed[here].size());
                    break;
            }
        }
        check_sound(joined(changed));
    }
}

TEST_CASE("tree: deep blocks are cut off, and the text after them is read") {
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "taak t {\n";
    check_sound(deep);
    for (int i = 0; i < 5000; ++i) deep += "}\n";
    deep += "gemeente Leiden\n";
    check_sound(deep);
    const shape::Parsed parsed(deep);
    CHECK(parsed.shape().ends_with("statement municipality\n  name [Leiden]\n"));
    CHECK(parsed.diagnostics.count(Severity::error) == 1);
}

namespace {

/// A statement by the line on which it begins and the word that begins it.
using Begun = std::pair<std::size_t, std::string>;

std::multiset<Begun> statements(const shape::Parsed& parsed) {
    std::multiset<Begun> out;
    for (std::uint32_t at = 0; at < parsed.tree.nodes.size(); ++at)
        if (parsed.tree[at].kind == Kind::statement)
            out.emplace(parsed.sources.place(parsed.tree.span(at)).line, info(parsed.tree[at].word).id);
    return out;
}

std::multiset<Begun> without(std::multiset<Begun> all, std::size_t line) {
    for (auto each = all.begin(); each != all.end();) each = each->first == line ? all.erase(each) : std::next(each);
    return all;
}

/// The lines that hold a brace, or a part of a statement that also stands on another line.
std::set<std::size_t> lines_that_depend(const shape::Parsed& parsed) {
    std::set<std::size_t> out;
    const auto& tree = parsed.tree;
    for (std::uint32_t at = 0; at < tree.nodes.size(); ++at) {
        const auto first = parsed.sources.place(tree.span(at)).line,
                   last = parsed.sources.last_place(tree.span(at)).line;
        if (tree[at].kind == Kind::block) {
            out.insert(first);
            out.insert(last);
        } else if (tree[at].kind == Kind::statement) {
            for (const auto part : tree.children(at)) {
                if (tree[part].kind == Kind::block) continue;
                for (auto line = first; line < parsed.sources.last_place(tree.span(part)).line; ++line) {
                    out.insert(line);
                    out.insert(line + 1);
                }
            }
        }
    }
    return out;
}

/// Puts a wrong line in the place of each line of a text that stands by itself.
void check_nothing_lost(const std::string& text, const std::string& wrong) {
    CAPTURE(wrong);
    const auto lines = lines_of(text);
    const shape::Parsed sound(text);
    const auto before = statements(sound);
    const auto depend = lines_that_depend(sound);
    for (std::size_t number = 1; number <= lines.size(); ++number) {
        if (depend.count(number) > 0) continue;
        auto changed = lines;
        changed[number - 1] = wrong;
        if (without(before, number) == without(statements(shape::Parsed(joined(changed))), number)) continue;
        FAIL_CHECK("line ", number, ": ", lines[number - 1]);
        break;
    }
}

}  // namespace

TEST_CASE("tree: a mistake on one line takes no statement of another") {
    for (const auto& path : {kModel, kLibrary}) {
        const auto text = text_of(path);
        for (const std::string wrong :
             {"onzin", "???", "bron \"zonder einde", "gemeente: Leiden", "deelnemers ,", "mandateert uitvoering van",
              "geldt vanaf", "opmerking", "toets uitvoering van bijstand onbelegd deels ;", "reikwijdte 7 % van",
              "tooi", "= = =", "( [", "\u201Cnooit gesloten"})
            check_nothing_lost(text, wrong);
    }
}
