// Any text as a memorandum: its blocks are found, read, laid out and refreshed, and its prose stays as it is.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analysis/analysis.hpp"
#include "fuzz/changes.hpp"
#include "render/diagnostics.hpp"
#include "render/refresh.hpp"
#include "syntax/format.hpp"
#include "syntax/load.hpp"
#include "syntax/markdown.hpp"

namespace {

using namespace belegd;

constexpr std::size_t kLongest = 16 << 10;  // bytes
constexpr std::size_t kWide = 100;

constexpr std::string_view kModels[] = {
    "# Memo\n\n~~~belegd\ndomein zorg { vergt uitvoering\n taak hulp }\ngemeente Oost\n~~~\n\n"
    "- punt\n\n  ```belegd\n  gemeente   West\n  ```\n\n> ```belegd\n> samenwerking s {\n>  deelnemers Oost, West\n> "
    "}\n> "
    "```\n\n<!-- belegd:overzicht alles -->\nnog niets\n<!-- /belegd -->\n\n"
    "```belegd\noverzicht alles { voor Oost  taken zorg }\n```\n",
    "```belegd\nregel H-01 \"X\" {\n  voor elke toedeling t\n  waar t.soort is mandaat\n  fout \"y\"\n}\n```\n\n"
    "```belegd fout\ngemeente Oost\n```\n\n<!-- belegd:overview -->\n<!-- /belegd -->\n\n    ```belegd\n    gemeente "
    "Noord\n    ```\n\n1. ````belegd\n   variant v { status besloten }\n   ````\n"};

const syntax::Lexicon& lexicon() {
    static const auto out = [] {
        Diagnostics nothing;
        return syntax::load(
                   "", "", [](const std::string&) { return std::nullopt; }, nothing)
            .lexicon;
    }();
    return out;
}

void require(bool holds) {
    if (!holds) std::abort();
}

/// Everything that is no model.
std::string prose(const std::string& text) {
    std::string out;
    for (const auto& line : syntax::lines_of_markdown(text))
        if (line.kind != syntax::MarkdownLine::model) out += text.substr(line.begin, line.end - line.begin) + "\n";
    return out;
}

std::string laid_out(const std::string& text) {
    std::vector<std::uint32_t> uneven;
    return syntax::formatted(text, syntax::blocks_of_markdown(text, uneven), lexicon(), std::nullopt).text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > kLongest) return 0;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto language = size % 2 == 0 ? Language::nl : Language::en;
    require(syntax::model_text(text).size() <=
            text.size());  // it ends with the last block; places are those in the whole
    const auto once = laid_out(text);
    require(laid_out(once) == once);
    require(prose(once) == prose(text));
    const auto analysis = analysis::of("memo.md", text, fuzz::other_file, graph::Mode::planned, Day{20'000});
    (void)render::findings(analysis->diagnostics, analysis->texts.sources, language, kWide);
    if (!analysis->readable()) return 0;
    const auto fresh = render::refreshed(*analysis, language);
    if (!fresh.wrong.empty()) return 0;
    const auto again = analysis::of("memo.md", fresh.text, fuzz::other_file, graph::Mode::planned, Day{20'000});
    if (again->readable()) require(render::refreshed(*again, language).changed.empty());
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
    return belegd::fuzz::changed(kModels, data, size, most, seed);
}
