#include <doctest/doctest.h>

#include "render/render.hpp"
#include "unit/render/sample.hpp"
#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::sample;

namespace {

/// What stands between <main> and </main>.
std::string body(const std::string& page) {
    const auto begin = page.find("<main>\n") + 7;
    return page.substr(begin, page.find("</main>") - begin);
}

}  // namespace

TEST_CASE("html: a page by itself, in the language asked for") {
    const auto page = render::html(overview(), Language::en);
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
    CHECK(page.ends_with("</html>\n"));
    CHECK(has(page, "<title>Overview of tasks</title>"));
    CHECK(has(page, "@page"));
    CHECK(has(render::html(overview(), Language::nl), "<html lang=\"nl\">"));
    for (const auto* absent : {"<script", "<link", "http://", "https://", "url(", "{{", "}}"})
        CHECK_FALSE(has(page, absent));
}

TEST_CASE("html: a document with one block of each kind") {
    CHECK(body(render::html(overview(), Language::nl)) == R"(<h1>Overzicht taken</h1>
<p>Op 1 juni 2023.<sup><a id="use-1" href="#note-1"><span class="unseen">noot </span>1</a></sup></p>
<h2 id="part-1">Vergelijking</h2>
<div class="table" role="region" aria-labelledby="table-1" tabindex="0">
<table role="table">
<caption id="table-1">Wat verandert voor Voorschoten</caption>
<thead role="rowgroup">
<tr role="row">
<th role="columnheader" scope="col">Taak</th>
<th role="columnheader" scope="col">Huidig</th>
<th role="columnheader" scope="col" class="amount">Kosten</th>
</tr>
</thead>
<tbody role="rowgroup">
<tr class="group" role="row"><th role="rowheader" scope="rowgroup" colspan="3">Inkomen</th></tr>
<tr role="row">
<th role="rowheader" scope="row">bijstand</th>
<td role="cell" data-label="Huidig">Leiden<sup><a href="#note-1"><span class="unseen">noot </span>1</a>, <a id="use-2" href="#note-2"><span class="unseen">noot </span>2</a></sup></td>
<td role="cell" data-label="Kosten" class="amount">€ 758.825</td>
</tr>
</tbody>
<tbody role="rowgroup">
<tr class="group" role="row"><th role="rowheader" scope="rowgroup" colspan="3">Werk</th></tr>
<tr role="row">
<th role="rowheader" scope="row">re-integratie</th>
<td role="cell" data-label="Huidig" class="attention"><span class="line">onbelegd: niemand</span><br><span class="line">is aangewezen</span></td>
<td role="cell" data-label="Kosten" class="amount">€ 57.348<sup><a href="#note-1"><span class="unseen">noot </span>1</a></sup></td>
</tr>
</tbody>
</table>
</div>
<h3 id="part-2">Dienst</h3>
<dl>
<div><dt>Vorm</dt><dd class="open">niet vermeld</dd></div>
<div><dt>Deelnemers</dt><dd>Leiden<sup><a href="#note-2"><span class="unseen">noot </span>2</a></sup></dd></div>
</dl>
<ul>
<li>Wie beslist?</li>
<li>Sinds wanneer?</li>
</ul>
<section aria-labelledby="notes">
<h2 id="notes">Noten</h2>
<ol class="notes">
<li id="note-1">Raadsvoorstel 641951 <a class="back" href="#use-1"><span aria-hidden="true">↩</span><span class="unseen">terug naar de eerste verwijzing naar noot 1</span></a></li>
<li id="note-2">Wgr art 8 <a class="back" href="#use-2"><span aria-hidden="true">↩</span><span class="unseen">terug naar de eerste verwijzing naar noot 2</span></a></li>
</ol>
</section>
)");
}

TEST_CASE("html: one first heading, the title") {
    auto document = overview();
    document.blocks.emplace_back(report::Heading{1, "Nog een deel"});
    const auto page = render::html(document, Language::nl);
    CHECK(count(page, "<h1>") == 1);
    CHECK(has(page, "Nog een deel</h2>"));
}

TEST_CASE("html: text is text") {
    const auto page = render::html(with(report::Paragraph{cell("<b>\"a\" & 'b'</b> {{title}}")}), Language::nl);
    CHECK(has(page, "<p>&lt;b&gt;&quot;a&quot; &amp; &apos;b&apos;&lt;/b&gt; {{title}}</p>"));
}

TEST_CASE("html: a table without a name for its first column has no empty heading") {
    report::Table table;
    table.columns = {"", "Leiden"};
    table.rows = {{cell("Wmo"), cell("ja")}};
    CHECK(has(render::html(with(table), Language::nl),
              "<td role=\"cell\"></td>\n<th role=\"columnheader\" scope=\"col\">Leiden</th>\n</tr>"));
}

TEST_CASE("html: a table with a word that nobody can fit breaks it, and only such a table") {
    report::Table table;
    table.columns = {"taak", "wie"};
    table.rows = {{cell("Wmo"), cell(Text(std::string(40, 'a')))}};
    CHECK(has(render::html(with(table), Language::nl), "<div class=\"table\""));
    table.rows.front().back() = cell(Text("bij " + std::string(41, 'a')));
    CHECK(has(render::html(with(table), Language::nl), "<div class=\"table unbroken\""));
    table.rows.front().back() = cell("ja");
    table.columns.front() = Text(std::string(41, 'a'));
    CHECK(has(render::html(with(table), Language::nl), "<div class=\"table unbroken\""));
}

TEST_CASE("html: a note that nothing refers to leads nowhere") {
    report::Document document;
    document.notes = {"bron"};
    CHECK(has(render::html(document, Language::nl), "<li id=\"note-1\">bron</li>"));
}
