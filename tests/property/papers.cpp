// Documents of random blocks and random signs: nothing of them is lost or added in a word processor.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "property/scale.hpp"
#include "render/render.hpp"
#include "unit/render/papers.hpp"

using namespace belegd;

namespace {

class Scribe {
   public:
    explicit Scribe(std::uint32_t seed) : random_(seed) {}

    report::Document document() {
        report::Document out;
        if (!one_of(4)) out.title = text();
        notes_ = below(5);
        for (auto notes = notes_; notes > 0; --notes) out.notes.push_back(text());
        for (auto blocks = below(8); blocks > 0; --blocks) out.blocks.push_back(block());
        return out;
    }

   private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    bool one_of(std::size_t many) { return below(many) == 0; }

    std::string sign() {
        static const char* const all[] = {
            "a",        "B",      " ",        " ",          "é",      "&",
            "<",        ">",      "\"",       "'",          "\n",     "\t",
            "\x01",     "\x7F",   "\xC2\x9B", "\u00A0",     "\u200B", "\u202E",
            "\u05D0",   "\u0639", "e\u0301",  "\U0001F3DB", "\uFFFE", "\xFF",
            "\xC3",     "]]>",    "&amp;",    "{{x}}",      "=SUM(",  "https://a.nl/x?y=1&z=2",
            "https://", "-",      "/",        "\r",         "\uFEFF", "lange-woorden"};
        return all[below(std::size(all))];
    }
    std::string signs() {
        std::string out;
        for (auto left = below(one_of(9) ? 400 : 12); left > 0; --left) out += sign();
        return out;
    }
    Text text() { return {signs(), signs()}; }

    report::Cell cell() {
        report::Cell out;
        for (auto lines = below(4); lines > 0; --lines) {
            out.lines.push_back({text(), {}});
            if (notes_ > 0)
                for (auto references = below(3); references > 0; --references)
                    out.lines.back().notes.push_back(1 + below(notes_));
        }
        out.mark = static_cast<enum report::Cell::Mark>(below(3));
        return out;
    }

    report::Table table() {
        report::Table out;
        if (!one_of(3)) out.caption = text();
        for (auto columns = below(12); columns > 0; --columns) out.columns.push_back(text());
        for (auto rows = below(6); rows > 0; --rows) {
            auto& row = out.rows.emplace_back();
            for (auto cells = below(out.columns.size() + 1); cells > 0; --cells) row.push_back(cell());
        }
        for (std::size_t row = 0; row <= out.rows.size(); ++row)
            if (one_of(3)) out.groups.emplace_back(row, text());
        if (one_of(3)) out.across = text();
        if (one_of(3)) out.about.emplace_back(text(), text());
        return out;
    }

    report::Block block() {
        switch (below(6)) {
            case 0: return report::Heading{static_cast<int>(1 + below(7)), text()};
            case 1: return report::Paragraph{cell()};
            case 2: {
                report::Bullets out;
                for (auto items = below(4); items > 0; --items) out.items.push_back(cell());
                return out;
            }
            case 3: {
                report::Sheet out;
                for (auto rows = below(4); rows > 0; --rows) out.rows.emplace_back(text(), cell());
                return out;
            }
            default: return table();
        }
    }

    std::mt19937 random_;
    std::size_t notes_ = 0;
};

}  // namespace

TEST_CASE("papers: whatever a document says, Word and OpenDocument say it, in order, and are sound") {
    std::size_t divided_ones = 0, whole_ones = 0;
    for (std::uint32_t seed = 0; seed < 300; seed += naive::one_in()) {
        CAPTURE(seed);
        const auto document = Scribe(seed).document();
        for (const auto language : {Language::nl, Language::en}) {
            const auto expected = papers::said_by(document, language);
            const auto word = render::docx(document, language), open = render::odt(document, language);
            const bool divided = papers::opened(word)
                                     .parts.at("word/document.xml")
                                     .find(language == Language::nl ? "deel 1 van" : "part 1 of") != std::string::npos;
            ++(divided ? divided_ones : whole_ones);
            CHECK(papers::wrong_with_docx(word) == "");
            CHECK(papers::wrong_with_odt(open) == "");
            CHECK(papers::lost(expected, papers::said_by_docx(word), divided) == "");
            CHECK(papers::lost(expected, papers::said_by_odt(open), divided) == "");
        }
    }
    CHECK(whole_ones > 0);
    if (naive::one_in() == 1) CHECK(divided_ones > 0);
}
