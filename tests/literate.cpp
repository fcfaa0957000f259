#include "literate.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "golden.hpp"
#include "property/scale.hpp"
#include "render/diagnostics.hpp"
#include "render/render.hpp"
#include "report/questions.hpp"

namespace belegd::literate {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFence = "```";
const fs::path kRules = "dsl/reference/rules";  // pages of rules: each shows the findings of its own rule

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::string joined(const std::vector<std::string>& lines, std::size_t begin, std::size_t end) {
    std::string text;
    for (auto at = begin; at < end; ++at) text += lines[at] + "\n";
    return text;
}

int hexadecimal(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The bytes that a `bytes` block stands for: `\r` and `\n` end a line, `\xEB` is a byte, `\s` a blank, `\\` a backslash,
/// `\64(taak t\i {)` the same sixty-four times, with `\i` counting from 1.
std::string unescaped(std::string_view text, unsigned long turn = 0) {
    std::string out;
    while (!text.empty()) {
        if (text.front() != '\\' || text.size() == 1) {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(1);
        const auto open = text.find('('), close = text.find(')');
        if (text.front() >= '0' && text.front() <= '9' && open < close && close != std::string_view::npos) {
            const auto times = std::stoul(std::string(text.substr(0, open)));
            for (auto i = 1ul; i <= times; ++i) out += unescaped(text.substr(open + 1, close - open - 1), i);
            text.remove_prefix(close + 1);
            continue;
        }
        if (text.front() == 'x' && text.size() > 2 && hexadecimal(text[1]) >= 0 && hexadecimal(text[2]) >= 0) {
            out += static_cast<char>(hexadecimal(text[1]) * 16 + hexadecimal(text[2]));
            text.remove_prefix(3);
            continue;
        }
        switch (text.front()) {
            case 'r': out += '\r'; break;
            case 'n': out += '\n'; break;
            case 's': out += ' '; break;
            case 'i': out += std::to_string(turn); break;
            default: out += text.front();
        }
        text.remove_prefix(1);
    }
    return out;
}

/// What belegd says, with the bytes that no page can hold written as in a `bytes` block.
std::string escaped(std::string_view text) {
    std::string out;
    auto bad = first_invalid_utf8(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool invisible = byte < 0x20 && byte != '\n';
        if (at != bad && !invisible) {
            out += text[at];
            continue;
        }
        out += fmt::format("\\x{:02X}", byte);
        if (at == bad) {
            bad = first_invalid_utf8(text.substr(at + 1));
            if (bad != std::string_view::npos) bad += at + 1;
        }
    }
    return out;
}

/// Reads a page: which of its fenced blocks are models, which are words, and what belongs to what.
class Reader {
   public:
    explicit Reader(Page& page) : page_(page) {}

    void read() {
        for (std::size_t at = 0; at < page_.lines.size(); ++at) {
            if (!page_.lines[at].starts_with(kFence)) continue;
            auto end = at + 1;
            while (end < page_.lines.size() && page_.lines[end] != kFence) ++end;
            if (end == page_.lines.size()) return fault(at, "this block has no end");
            block(at, end);
            at = end;
        }
    }

   private:
    void fault(std::size_t at, const std::string& what) {
        page_.faults.push_back(fmt::format("{}:{}: {}", page_.path, at + 1, what));
    }

    void block(std::size_t begin, std::size_t end) {
        std::istringstream info(page_.lines[begin].substr(kFence.size()));
        std::string kind;
        info >> kind;
        if (kind == "belegd") return model(info, begin, end);
        if (kind == "overview") return overview(info, begin, end);
        if (kind == "questions") return void(printed(&Case::questions, begin, end));
        if (kind == "timeline") return void(printed(&Case::timeline, begin, end));
        if (kind == "costs") return void(printed(&Case::costs, begin, end));
        if (kind == "repair") return void(printed(&Case::repair, begin, end));
        if (kind == "decisions") return void(printed(&Case::decisions, begin, end));
        if (kind == "explain") {
            if (printed(&Case::explain, begin, end)) std::getline(info >> std::ws, page_.cases.back().asked);
            return;
        }
        if (kind != "check") return;
        if (page_.cases.empty() || page_.cases.back().words) return fault(begin, "these words belong to no model");
        auto& words = page_.cases.back();
        words.words = joined(page_.lines, begin + 1, end);
        words.words_begin = begin + 1;
        words.words_end = end;
    }

    /// Whether what a command prints could be taken as that of the last model.
    bool printed(std::optional<Case::Printed> Case::*which, std::size_t begin, std::size_t end) {
        if (page_.cases.empty() || page_.cases.back().*which) {
            fault(begin, "this is of no model");
            return false;
        }
        page_.cases.back().*which = Case::Printed{joined(page_.lines, begin + 1, end), begin + 1, end};
        return true;
    }

    void overview(std::istringstream& info, std::size_t begin, std::size_t end) {
        if (!printed(&Case::overview, begin, end)) return;
        if (std::string part; info >> part) {
            if (part != "annex" && part != "full") return fault(begin, "an overview cannot be " + part);
            (part == "annex" ? page_.cases.back().annex : page_.cases.back().full) = true;
        }
    }

    void model(std::istringstream& info, std::size_t begin, std::size_t end) {
        Case one;
        one.line = begin + 1;
        if (const fs::path path(page_.path); path.parent_path() == kRules) {
            one.law = true;
            one.only = path.stem().string();
        }
        one.text = joined(page_.lines, begin + 1, end);
        std::string file;
        for (std::string word; info >> word;) {
            if (word == "fout")
                one.role = Case::Role::wrong;
            else if (word == "goed")
                one.role = Case::Role::right;
            else if (word == "open")
                one.role = Case::Role::open;
            else if (word == "zeker")
                one.certain = true;
            else if (word == "recht")
                one.law = true;
            else if (word == "bytes")
                // The last line end is the block's, not the model's.
                one.text =
                    unescaped(std::string_view(one.text).substr(0, std::max<std::size_t>(one.text.size(), 1) - 1));
            else if (word.ends_with(".belegd") || word.ends_with(".md"))
                file = word;
            else
                fault(begin, "a model cannot be " + word);
        }
        if (!file.empty()) {
            files_[file] = one.text;
            return;
        }
        one.files = files_;
        page_.cases.push_back(std::move(one));
    }

    Page& page_;
    std::map<std::string, std::string> files_;
};

/// What a model without words must be: right, if the page says so; readable; and its tests hold.
void check_silent(const Page& page, const Case& one, const analysis::Analysis& found) {
    const auto has = [&](auto wanted) {
        return std::any_of(found.diagnostics.items().begin(), found.diagnostics.items().end(), wanted);
    };
    const auto wrong = [&] {
        switch (one.role) {
            case Case::Role::clean: return !found.diagnostics.items().empty();
            case Case::Role::open:
            case Case::Role::right: return found.diagnostics.has_errors();
            default: return has([](const Diagnostic& item) { return item.code == Code::U01; }) || !found.readable();
        }
    };
    if (wrong()) FAIL_CHECK(fmt::format("{}:{}: this model is not right\n{}", page.path, one.line, words(found)));
}

/// Compares a block with what belegd says now, or puts that into the page.
bool check_block(Page& page, const std::string& expected, const std::string& said, std::size_t begin, std::size_t end) {
    const auto differs = golden::difference(expected, said);
    if (!differs) return false;
    if (!golden::updating()) {
        FAIL_CHECK(fmt::format("{}:{}: {}", page.path, begin, *differs));
        return false;
    }
    const auto first = page.lines.begin();
    const auto at =
        page.lines.erase(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end));
    const auto lines = lines_of(said);
    page.lines.insert(at, lines.begin(), lines.end());
    return true;
}

}  // namespace

void check(Page& page) {
    for (const auto& fault : page.faults) FAIL_CHECK(fault);
    bool rewritten = false;
    for (auto one = page.cases.rbegin(); one != page.cases.rend(); ++one) {  // from the end, so that lines keep place
        const auto found = analysis(*one);
        struct Block {
            const std::string* expected;
            std::string said;
            std::size_t begin, end;
        };
        std::vector<Block> blocks;
        if (one->words)
            blocks.push_back({&*one->words, words(*found, one->only), one->words_begin, one->words_end});
        else
            check_silent(page, *one, *found);
        const auto hold = [&](const std::optional<Case::Printed>& block, auto said) {
            if (block) blocks.push_back({&block->text, said(), block->begin, block->end});
        };
        hold(one->overview, [&] { return overview(*found, one->annex, one->full); });
        hold(one->questions, [&] { return questions(*found, one->only); });
        hold(one->timeline, [&] { return timeline(*found); });
        hold(one->costs, [&] { return costs(*found); });
        hold(one->decisions, [&] { return decisions(*found); });
        hold(one->explain, [&] { return explain(*found, one->asked); });
        hold(one->repair, [&] { return repair(*one, *found); });
        std::sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) { return a.begin > b.begin; });
        for (const auto& block : blocks)
            rewritten |= check_block(page, *block.expected, block.said, block.begin, block.end);
    }
    if (rewritten) golden::write(page.path, joined(page.lines, 0, page.lines.size()));
}

Page page_at(const std::string& path) {
    Page page;
    page.path = path;
    page.lines = lines_of(golden::text_of(path).value_or(""));
    Reader(page).read();
    // The reference shows nothing wrong without saying so.
    if (const auto folder = fs::path(path).parent_path(); folder == "dsl/reference/nl" || folder == "dsl/reference/en")
        for (auto& one : page.cases)
            if (one.role == Case::Role::plain) one.role = Case::Role::clean;
    return page;
}

std::vector<Page> pages(const std::string& folder) {
    std::vector<Page> out;
    const fs::path root(BELEGD_ROOT);
    for (const auto& entry : fs::recursive_directory_iterator(root / folder))
        if (entry.path().extension() == ".md")
            out.push_back(page_at(fs::relative(entry.path(), root).generic_string()));
    std::sort(out.begin(), out.end(), [](const Page& a, const Page& b) { return a.path < b.path; });
    return out;
}

std::unique_ptr<analysis::Analysis> analysis(const Case& one) {
    const auto read = [&](const std::string& path) -> std::optional<std::string> {
        if (path == "model.belegd") return one.text;
        const auto known = one.files.find(path);
        return known == one.files.end() ? std::nullopt : std::optional(known->second);
    };
    return analysis::of("model.belegd", one.text, read, one.certain ? graph::Mode::certain : graph::Mode::planned,
                        kToday, one.law);
}

std::string words(const analysis::Analysis& analysis, const std::string& only) {
    Diagnostics shown;
    for (const auto& item : analysis.diagnostics.items())
        if (only.empty() || item.code_id() == only || !analysis.readable()) shown.add(item);
    if (shown.items().empty()) return {};
    auto out = render::findings(shown, analysis.texts.sources, analysis.texts.language, kWidth);
    const auto asked = render::questions_line(analysis::questions(analysis).open.size(), "model.belegd");
    if (only.empty() && !asked.empty()) out += asked.in(analysis.texts.language) + "\n";
    return escaped(out);
}

std::string questions(const analysis::Analysis& analysis, const std::string& only) {
    analysis::QuestionsAsked asked;
    if (!only.empty()) asked.rule = [&](std::string_view code) { return code == only; };
    const auto found = analysis::questions(analysis, asked);
    return escaped(render::text(report::questions(analysis, found, "model.belegd"), analysis.texts.language, kWidth));
}

bool shows(const std::string& words, Code code) {
    // What is asked is counted in a line of its own.
    if (code == Code::R01) return words.find(": belegd questions ") != std::string::npos;
    return words.find(std::string("[") + info(code).id + " ") != std::string::npos;
}

namespace {

/// Of a slow build a part of them, see property/scale.hpp.
void check(std::vector<Page>& all) {
    CHECK(!all.empty());
    for (std::size_t i = 0; i < all.size(); i += naive::one_page_in()) check(all[i]);
}

}  // namespace

TEST_CASE("Every page of the findings says what belegd says") {
    auto all = pages("dsl/reference/findings");
    check(all);
}

TEST_CASE("Every page of a rule says what belegd says") {
    auto all = pages(kRules.generic_string());
    check(all);
}

TEST_CASE("Every page of the reference says what belegd says, and shows nothing wrong without saying so") {
    for (const auto* folder : {"dsl/reference/nl", "dsl/reference/en"}) {
        auto all = pages(folder);
        check(all);
    }
}

TEST_CASE("The page that greets a newcomer says what belegd says") {
    auto page = page_at("README.md");
    CHECK(!page.cases.empty());
    check(page);
}

TEST_CASE("Every page of the cases says what belegd says") {
    auto all = pages("tests/cases");
    check(all);
}

}  // namespace belegd::literate
