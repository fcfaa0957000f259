#include "render/paper.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "render/addresses.hpp"
#include "render/paper_columns.hpp"
#include "unit/render/sample.hpp"
#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::sample;
using render::paper::Twips;

namespace {

/// A table with so many columns of one word each.
report::Table columns_of_words(std::size_t count, const std::string& word) {
    report::Table out;
    for (std::size_t i = 0; i < count; ++i) out.columns.emplace_back("k" + std::to_string(i));
    out.rows.emplace_back();
    for (std::size_t i = 0; i < count; ++i) out.rows.back().push_back(cell(Text(word)));
    return out;
}

std::string directions_of(std::vector<report::Block> blocks) {
    report::Document document;
    document.title = "titel";
    document.blocks = std::move(blocks);
    std::string out;
    for (const auto& part : render::paper::laid_out(document, Language::nl).parts) {
        out += part.on_its_side ? "_" : "|";
        out += std::to_string(part.blocks.size());
    }
    return out;
}

/// What a line is parted in: `zie <https://a.nl>.`
std::string parted(std::string_view line) {
    std::string out;
    for (const auto& piece : render::pieces(line)) out += piece.address ? "<" + piece.text + ">" : piece.text;
    return out;
}

}  // namespace

TEST_CASE("paper: a table lies on its side for its seventh column, or for long words; not for long sentences") {
    const auto lies = [](const report::Table& table) { return render::paper::lies_on_its_side(table, Language::nl); };
    CHECK_FALSE(lies(columns_of_words(6, "werk")));
    CHECK(lies(columns_of_words(7, "werk")));
    CHECK_FALSE(lies(columns_of_words(4, "gemeenschappelijke")));
    CHECK(lies(columns_of_words(6, "gemeenschappelijke")));
    CHECK_FALSE(
        lies(columns_of_words(5, "wie dat doet en op welke titel staat in de regeling die de raad heeft vastgesteld")));
    CHECK_FALSE(lies(report::Table{}));
}

TEST_CASE("paper: a table lies on its side where long words leave a long text so narrow that it fills sheets") {
    const auto table = [](std::size_t rows) {
        report::Table out;
        out.columns = {"taak", "wie", "vorm", "onderdeel"};
        const std::string parts = "bijstand, inburgering, schuldhulpverlening, begeleiding, dagbesteding en jeugdhulp";
        out.rows.push_back(
            {{"dienstverleningsovereenkomst"}, {"bedrijfsvoeringsorganisatie"}, {"gemeenschappelijke"}, {"zelf"}});
        while (out.rows.size() < rows) out.rows.push_back({{"zelf"}, {"zelf"}, {"zelf"}, {parts + ", " + parts}});
        return out;
    };
    CHECK(render::paper::lies_on_its_side(table(40), Language::nl));
    CHECK_FALSE(render::paper::lies_on_its_side(table(3), Language::nl));
}

TEST_CASE("paper: columns together are as wide as the room there is, and each is as wide as its words") {
    for (const auto& table : {comparison(), columns_of_words(9, "beleid"), columns_of_words(2, std::string(300, 'x')),
                              columns_of_words(1, "a"), columns_of_words(60, "gemeenschappelijke")}) {
        const bool on_its_side = render::paper::lies_on_its_side(table, Language::nl);
        std::vector<std::size_t> seen;
        for (const auto& each : render::paper::columns_of(table, Language::nl, render::paper::room(on_its_side))) {
            CHECK(std::accumulate(each.widths.begin(), each.widths.end(), Twips{0}) ==
                  render::paper::room(on_its_side));
            CHECK(each.at.size() == each.widths.size());
            CHECK(each.at.front() == 0);
            seen.insert(seen.end(), each.at.begin() + (seen.empty() ? 0 : 1), each.at.end());
        }
        std::vector<std::size_t> every(table.columns.size());
        std::iota(every.begin(), every.end(), std::size_t{0});
        CHECK(seen == every);
    }
}

TEST_CASE("paper: what does not fit is divided over tables that name their rows") {
    auto table = columns_of_words(40, "gemeenschappelijke");
    table.caption = "Alles";
    const auto paper = render::paper::laid_out(with(table), Language::nl);
    std::size_t tables = 0;
    for (const auto& block : paper.parts.front().blocks)
        if (const auto* one = std::get_if<render::paper::Table>(&block)) {
            ++tables;
            CHECK(one->title == "Alles (deel " + std::to_string(tables) + " van 7)");
            CHECK(one->rows.front().cells.front().lines.front().pieces.front().text == "k0");
        }
    CHECK(tables == 7);
}

TEST_CASE("paper: what stands between two headings lies as its table does; what stands before the first, with it") {
    const auto wide = columns_of_words(8, "werk");
    const report::Heading part{2, "deel"};
    const report::Paragraph words{cell("tekst")};
    CHECK(directions_of({words}) == "|2");
    CHECK(directions_of({words, wide}) == "_3");
    CHECK(directions_of({words, part, wide}) == "_4");
    CHECK(directions_of({words, part, report::Heading{3, "eerste"}, wide, words}) == "_6");
    CHECK(directions_of({part, words, part, wide, part, words}) == "|3_2|2");
    CHECK(directions_of({part, wide, part, report::Heading{3, "tweede"}, wide}) == "_6");
    CHECK(directions_of({report::Heading{1, "titel"}, part, words}) == "|3");
}

TEST_CASE("paper: what a table is about is said to who cannot see it") {
    auto table = comparison();
    table.about = {{{"situatie", "situation"}, {"huidig", "present"}}};
    table.across = {"functie", "function"};
    for (const auto& [language, said] :
         {std::pair(Language::nl, "situatie: huidig; kolommen (functie): Taak, Huidig, Kosten"),
          std::pair(Language::en, "situation: present; columns (function): Task, Present, Costs")}) {
        auto document = with(table);
        document.notes = {"een", "twee"};
        const auto paper = render::paper::laid_out(document, language);
        CHECK(std::get<render::paper::Table>(paper.parts.front().blocks.back()).description == said);
    }
}

TEST_CASE("addresses: the address ends where the sentence goes on") {
    CHECK(parted("zie https://a.nl/b.") == "zie <https://a.nl/b>.");
    CHECK(parted("(https://a.nl/b_(c)), en http://x.nl?") == "(<https://a.nl/b_(c)>), en <http://x.nl>?");
    CHECK(parted("https://a.nl:8080/x#y#z") == "<https://a.nl:8080/x#y>#z");
    CHECK(parted("https://a.nl:x") == "<https://a.nl>:x");
    CHECK(parted("https://a.nl/x<y> https://é.nl") == "<https://a.nl/x><y> https://é.nl");
    CHECK(parted("xhttps://a.nl, https://, http:/a, http") == "xhttps://a.nl, https://, http:/a, http");
    CHECK(parted("https://a.nl/http://b.nl") == "<https://a.nl/http://b.nl>");
    CHECK(parted("") == "");
}

TEST_CASE("paper: a short table stands on one page, and of a long sheet no row stands alone below its heading") {
    const auto rows_together = [](std::size_t rows, std::size_t lines) {
        report::Sheet sheet;
        for (std::size_t row = 0; row < rows; ++row) {
            sheet.rows.emplace_back("label", report::Cell());
            for (std::size_t line = 0; line < lines; ++line) sheet.rows.back().second.lines.push_back({"regel", {}});
        }
        const auto paper = render::paper::laid_out(with(sheet), Language::nl);
        return std::get<render::paper::Table>(paper.parts.front().blocks.front()).together;
    };
    CHECK(rows_together(10, 1) == 10);
    CHECK(rows_together(11, 1) == 3);
    CHECK(rows_together(2, 9) == 2);
    CHECK(rows_together(5, 4) == 3);
    const auto of_table = [](const report::Table& table) {
        const auto paper = render::paper::laid_out(with(table), Language::nl);
        return std::get<render::paper::Table>(paper.parts.front().blocks.back()).together;
    };
    CHECK(of_table(columns_of_words(3, "werk")) == 2);  // the names of the columns, and its row
    auto long_one = columns_of_words(3, "werk");
    while (long_one.rows.size() < 16) long_one.rows.push_back(long_one.rows.front());
    CHECK(of_table(long_one) == 0);
    // What does not fit beside the other columns goes on below, and takes its room on the sheet.
    auto high = columns_of_words(3, "een werk dat met veel woorden wordt gezegd en daarom over regels wordt verdeeld");
    CHECK(of_table(high) == 2);
    while (high.rows.size() < 8) high.rows.push_back(high.rows.front());
    CHECK(of_table(high) == 0);
}

TEST_CASE("paper: above each page stands the title, of a long one whole words as far as a line goes") {
    const auto head = [](const std::string& title) {
        report::Document document;
        document.title = Text(title);
        return render::paper::laid_out(document, Language::nl).head;
    };
    CHECK(head("") == "");
    CHECK(head("Overzicht taken") == "Overzicht taken");
    const std::string line = "één " + std::string(91, 'a');
    CHECK(head(line) == line);
    CHECK(head(line + "a") == "één…");
    CHECK(head(line + " b") == line + "…");
    CHECK(head(std::string(200, 'a')) == std::string(95, 'a') + "…");
}
