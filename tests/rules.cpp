// The rules of the library: each has a page with a wrong and a right example, words in both languages, and rests on
// articles that were the law on its days.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "base/embedded.hpp"
#include "golden.hpp"
#include "literate.hpp"
#include "model/statute_places.hpp"
#include "rules/of_law.hpp"
#include "rules/rule_facts.hpp"

// Last: it has a MESSAGE of its own.
#include <doctest/doctest.h>
#undef MESSAGE

namespace belegd {
namespace {

using literate::Case;
using model::Rule;

/// A model that uses the whole library and says nothing itself.
const analysis::Analysis& library() {
    static const auto read = [] {
        Case all;
        all.text = "gebruik sociaal_domein\n";
        all.law = true;
        return literate::analysis(all);
    }();
    return *read;
}

bool has(const analysis::Analysis& found, const std::string& code) {
    const auto& items = found.diagnostics.items();
    return std::any_of(items.begin(), items.end(), [&](const Diagnostic& item) { return item.code_id() == code; });
}

/// The page that lists every kind of thing and its attributes, in one language.
std::string attributes_page(Language language) {
    const bool dutch = language == Language::nl;
    std::string out =
        dutch ? "# Kenmerken: waar een regel naar kan vragen\n\nDeze lijst komt uit de tabel die belegd zelf gebruikt. "
                "Hoe een regel vraagt, staat bij [regels](regels.md).\n"
              : "# Attributes: what a rule may ask\n\nThis list comes from the table that belegd itself "
                "uses. How a rule asks stands under [rules](rules.md).\n";
    for (const auto& kind : model::all_kinds()) {
        out += fmt::format("\n## {}\n\n{}.\n", kind.name.in(language), kind.help.in(language));
        const auto attributes = model::attributes_of(kind.type);
        if (attributes.empty()) continue;
        out += dutch ? "\n| kenmerk | geeft | betekent |\n|---|---|---|\n"
                     : "\n| attribute | gives | means |\n|---|---|---|\n";
        for (const auto each : attributes) {
            const auto& known = model::info(each);
            const auto gives = model::name_of(known.type).in(language);
            out += fmt::format("| `{}` | {}{} | {} |\n", known.name.in(language),
                               !known.many ? ""
                               : dutch     ? "lijst: "
                                           : "list: ",
                               gives, known.help.in(language));
        }
    }
    out += dutch ? "\n## Vaste woorden\n\n| van | kies uit |\n|---|---|\n"
                 : "\n## Fixed words\n\n| of | choose from |\n|---|---|\n";
    std::vector<model::Type> types;
    for (const auto& choice : model::all_choices())
        if (std::find(types.begin(), types.end(), choice.type) == types.end()) types.push_back(choice.type);
    for (const auto type : types) {
        std::string words;
        for (const auto& choice : model::all_choices())
            if (choice.type == type)
                words += fmt::format("{}`{}`", words.empty() ? "" : ", ", choice.name.in(language));
        out += fmt::format("| {} | {} |\n", model::name_of(type).in(language), words);
    }
    return out;
}

void check_page(const std::string& path, const std::string& wanted) {
    if (golden::updating()) return golden::write(path, wanted);
    if (const auto differs = golden::difference(golden::text_of(path).value_or(""), wanted))
        FAIL_CHECK(fmt::format("{}: {}", path, *differs));
}

}  // namespace

TEST_CASE("The lists of attributes are those of the table") {
    check_page("dsl/reference/nl/kenmerken.md", attributes_page(Language::nl));
    check_page("dsl/reference/en/attributes.md", attributes_page(Language::en));
}

TEST_CASE("Every attribute is answered for some thing of some model") {
    // One that nobody answers reads as unknown everywhere: the rules that ask it would never find anything.
    std::set<model::Attribute> waiting;
    for (const auto& kind : model::all_kinds())
        for (const auto each : model::attributes_of(kind.type)) waiting.insert(each);
    const auto each_of = [](const model::Value& all, const auto& visit) {
        if (const auto* list = std::get_if<std::vector<model::Entity>>(&all.is))
            for (const auto each : *list) visit(each);
        if (const auto* set = std::get_if<BitSet>(&all.is)) set->each([&](std::size_t each) { visit(each); });
    };
    const auto ask = [&](const rules::RuleFacts& facts) {
        std::set<model::Entity> actors;  // nobody lists them: they stand in the answers
        const auto ask_kind = [&](model::Type kind, const model::Value& all) {
            for (const auto attribute : model::attributes_of(kind)) {
                const bool tells_actors =
                    model::info(attribute).type == model::Type::actor && model::info(attribute).many;
                if (waiting.count(attribute) == 0 && !tells_actors) continue;
                each_of(all, [&](model::Entity each) {
                    const auto value = facts.of(attribute, each);
                    if (value.unknown()) return;
                    waiting.erase(attribute);
                    if (tells_actors) each_of(value, [&](model::Entity actor) { actors.insert(actor); });
                });
            }
        };
        for (const auto& kind : model::all_kinds()) ask_kind(kind.type, facts.all(kind.type));
        ask_kind(model::Type::actor, {std::vector<model::Entity>(actors.begin(), actors.end())});
    };
    for (const auto& page : literate::pages("dsl/reference/rules"))
        for (const auto& one : page.cases)
            if (const auto found = literate::analysis(one); !waiting.empty() && found->readable())
                for (const auto& view : found->subject->views()) ask({*found->subject, view});
    for (const auto each : waiting) FAIL_CHECK(model::info(each).name.nl);
}

TEST_CASE("The library has its rules, and each can be read") {
    CHECK(library().diagnostics.items().empty());
    CHECK(library().model.rules.size() >= 80);
}

TEST_CASE("Every rule has a page with a wrong and a right example, and every page is of a rule") {
    std::map<std::string, literate::Page> pages;
    for (auto& page : literate::pages("dsl/reference/rules")) {
        const auto name = std::filesystem::path(page.path).stem().string();
        pages.emplace(name, std::move(page));
    }
    std::set<std::string> codes;
    for (const auto& rule : library().model.rules) {
        codes.insert(rule.code);
        const auto found = pages.find(rule.code);
        if (found == pages.end()) {
            FAIL_CHECK(fmt::format("{} has no page in dsl/reference/rules", rule.code));
            continue;
        }
        const auto& page = found->second;
        CAPTURE(page.path);
        CHECK((page.lines.empty() ? std::string() : page.lines.front()) ==
              fmt::format("# {} {} / {}", rule.code, rule.title.nl, rule.title.en));
        bool shown = false, right = false;
        for (const auto& one : page.cases) {
            const auto said = literate::analysis(one);
            if (one.role == Case::Role::wrong) {
                CHECK_MESSAGE(has(*said, rule.code), "line ", one.line,
                              ": the wrong example does not have the finding");
                shown = shown || (one.words && one.words->find(rule.code) != std::string::npos);
            }
            if (one.role == Case::Role::right) {
                CHECK_MESSAGE(!has(*said, rule.code), "line ", one.line, ": the right example has the finding");
                right = true;
            }
        }
        CHECK_MESSAGE(shown, "no wrong example shows the finding");
        CHECK_MESSAGE(right, "there is no right example");
        const auto holds = [&](std::string_view words) {
            return std::any_of(page.lines.begin(), page.lines.end(),
                               [&](const std::string& line) { return line.find(words) != std::string::npos; });
        };
        CHECK_MESSAGE(holds("## English"), "the page says nothing in English");
        CHECK_MESSAGE((holds("](https://") || rule.backing.citations.empty()), "the page has no link to its source");
    }
    for (const auto& page : pages) CHECK_MESSAGE(codes.count(page.first) == 1, page.second.path, " is of no rule");
}

TEST_CASE("Every rule speaks both languages, and says what it rests on") {
    for (const auto& rule : library().model.rules) {
        CAPTURE(rule.code);
        CHECK(rule.title.nl != rule.title.en);
        const auto words = [](const std::vector<Rule::Template::Piece>& pieces) {
            std::string out;
            for (const auto& piece : pieces) out += piece.words + "{}";
            return out;
        };
        for (const auto* text : {&rule.message, &rule.consequence, &rule.advice, &rule.question})
            if (!text->empty()) CHECK(words(text->nl) != words(text->en));
        const bool coherence = rule.code.starts_with("C-");
        CHECK_MESSAGE((coherence || !rule.backing.citations.empty()), "the rule rests on nothing");
    }
}

TEST_CASE("Every article that a rule rests on stands in the list of its statute on the days of the rule") {
    for (const auto& rule : library().model.rules)
        for (const auto& citation : rule.backing.citations) {
            const auto& statutes = library().model.statutes;
            const auto statute = std::find_if(statutes.begin(), statutes.end(),
                                              [&](const model::Statute& each) { return each.name == citation.law; });
            REQUIRE(statute != statutes.end());
            CAPTURE(rule.code);
            CAPTURE(spelled(citation).nl);
            CHECK(model::article_stands(*statute, citation.parts, rule.term.days) != model::Stands::no);
        }
}

}  // namespace belegd
