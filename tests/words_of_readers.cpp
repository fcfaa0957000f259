// What people read who never see a model: the appendix says nothing in the words of the modelling language, and in English
// nothing in Dutch but what the model itself calls things.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/fold.hpp"
#include "cells.hpp"
#include "model/describe.hpp"
#include "property/scale.hpp"
#include "render/render.hpp"
#include "report/overview.hpp"
#include "syntax/words.hpp"

#include <doctest/doctest.h>

namespace belegd {
namespace {

using namespace model;

constexpr std::size_t kNoWrap = 4000;  ///< so wide that every cell is one line

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0; }

/// Whether whole words of a folded text are these.
bool holds_words(const std::string& text, const std::string& words) {
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        const auto end = at + words.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

/// One line, with single spaces.
std::string flowing(const std::string& text) {
    std::string out;
    for (const auto c : text)
        if (c != '\n' && c != ' ')
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    return out;
}

/// What a model itself calls things and says in words of its own: that is printed as it was written.
std::string own_words(const analysis::Analysis& found) {
    std::string out;
    const auto& m = found.model;
    const auto& sources = found.subject->sources;
    std::set<std::uint32_t> files;
    const auto add = [&](const std::string& text) { out += folded(text) + " | "; };
    const auto name = [&](const auto& rows) {
        for (const auto& row : rows) {
            if (!sources[row.span.file].own()) continue;
            files.insert(row.span.file);
            add(printable(row.name).nl);
            add(row.title.nl);
        }
    };
    name(m.tasks);
    name(m.functions);
    name(m.parties);
    name(m.forms);
    name(m.regions);
    name(m.provisions);
    name(m.capacities);
    name(m.cooperations);
    name(m.variants);
    name(m.decisions);
    name(m.documents);
    name(m.costs);
    name(m.overviews);
    name(m.milestones);
    for (const auto& cooperation : m.cooperations)
        for (const auto& package : cooperation.packages) add(printable(package.name).nl);
    for (const auto& cost : m.costs) {
        for (const auto* words : {&cost.indexed, &cost.rounded, &cost.shared_by}) add(*words);
        for (const auto* amounts : {&cost.amounts, &cost.cover})
            for (const auto& amount : *amounts) add(amount.label);
    }
    for (const auto& transfer : m.transfers)
        if (transfer.condition) {
            add(transfer.condition->text);
            add(transfer.condition->unit + " " + transfer.condition->each);
            for (const auto& further : transfer.condition->further)
                add(further.text + " " + further.unit + " " + further.each);
        }
    for (const auto& organ : m.organs)
        if (organ.in_english.empty()) add(printable(organ.name).nl);
    // Between quotation marks stands what is not of the language.
    for (const auto file : files) {
        const std::string text(sources[file].text());
        for (auto at = text.find('"'); at != std::string::npos;) {
            const auto end = text.find('"', at + 1);
            if (end == std::string::npos) break;
            add(text.substr(at + 1, end - at - 1));
            at = text.find('"', end + 1);
        }
    }
    return flowing(out);
}

/// Dutch words that belegd has of its own: those of the language, and what the library calls organs, functions, tasks,
/// forms and provisions.
std::set<std::string> dutch_words(const analysis::Analysis& found) {
    std::set<std::string> dutch, english;
    const auto add = [&](const std::string& nl, const std::string& en) {
        if (nl.size() > 4) dutch.insert(folded(nl));
        english.insert(folded(en));
    };
    for (auto i = 1; i < static_cast<int>(syntax::Word::protected_name); ++i) {
        const auto& phrase = syntax::info(static_cast<syntax::Word>(i)).phrase;
        add(std::string(phrase.nl), std::string(phrase.en));
    }
    const auto& m = found.model;
    const auto& sources = found.subject->sources;
    const auto name = [&](const auto& rows) {
        for (const auto& row : rows)
            if (!sources[row.span.file].own()) add(printable(row.name).nl, row.title.en);
    };
    name(m.functions);
    name(m.tasks);
    name(m.forms);
    name(m.provisions);
    for (const auto& organ : m.organs)
        if (!organ.in_english.empty()) add(printable(organ.name).nl, organ.in_english);
    for (const auto* also_english : {"stand", "taken", "begin"}) dutch.erase(also_english);
    std::erase_if(dutch, [&](const std::string& word) {
        return std::any_of(english.begin(), english.end(),
                           [&](const std::string& other) { return holds_words(other, word); });
    });
    return dutch;
}

std::string appendix(const analysis::Analysis& found, const Overview& each, Language language) {
    return flowing(render::text(report::overview(found, each, report::Extent::appendix), language, kNoWrap));
}

}  // namespace

TEST_CASE("readers: in English an appendix has no Dutch of belegd's own") {
    std::size_t seen = 0;
    cells::each_overview([&](const analysis::Analysis& found, const Overview& each, const std::string& where) {
        const auto own = own_words(found);
        const auto text = folded(appendix(found, each, Language::en));
        for (const auto& word : dutch_words(found))
            if (holds_words(text, word) && !holds_words(own, word)) {
                const auto at = text.find(word);
                const auto from = at < 40 ? 0 : at - 40;
                FAIL_CHECK(where << ": " << word << " in: " << text.substr(from, word.size() + 80));
            }
        ++seen;
    });
    CHECK((naive::one_in() > 1 || seen > 300));
}

TEST_CASE("readers: an appendix tells nobody to write words of the modelling language") {
    std::set<std::string> words;
    for (auto i = 1; i < static_cast<int>(syntax::Word::protected_name); ++i) {
        const auto& phrase = syntax::info(static_cast<syntax::Word>(i)).phrase;
        words.insert(folded(std::string(phrase.nl)));
        words.insert(folded(std::string(phrase.en)));
    }
    std::size_t seen = 0;
    cells::each_overview([&](const analysis::Analysis& found, const Overview& each, const std::string& where) {
        const auto own = own_words(found);
        for (const auto language : {Language::nl, Language::en}) {
            const auto text = appendix(found, each, language);
            for (const auto* order : {"schrijf: ", "schrijf ‘", "write: ", "write ‘", "`"})
                if (text.find(order) != std::string::npos)
                    FAIL_CHECK(where << ": " << text.substr(text.find(order), 100));
            for (auto at = text.find("‘"); at != std::string::npos; at = text.find("‘", at + 3)) {
                const auto end = text.find("’", at);
                if (end == std::string::npos) break;
                const auto quoted = folded(text.substr(at + 3, end - at - 3));
                if (words.count(quoted) != 0 && !holds_words(own, quoted)) FAIL_CHECK(where << ": ‘" << quoted << "’");
            }
            ++seen;
        }
    });
    CHECK((naive::one_in() > 1 || seen > 600));
}

}  // namespace belegd
