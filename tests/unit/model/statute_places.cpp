#include "model/statute_places.hpp"

#include "analysis/analysis.hpp"

// Last: it has a MESSAGE of its own.
#include <doctest/doctest.h>
#undef MESSAGE

using namespace belegd;
using namespace belegd::model;

namespace {

using Kind = Citation::Kind;

/// `artikelen 1 t/m 9, 14a`, `artikelen 8 lid 4 vanaf 1 januari 2015`, `artikelen 2.6.1 t/m 2.6.3`, `artikelen 30 tot 1 januari 2020  onzeker`
Statute statute() {
    Statute out;
    out.name = "Wpr";
    const auto from_2015 = Period{*day_of(2015, 1, 1), kNoEnd};
    out.places = {{{{Kind::article, "1 t/m 9"}}, {}, Certainty::stated},
                  {{{Kind::article, "14a"}}, {}, Certainty::stated},
                  {{{Kind::article, "8"}, {Kind::paragraph, "4"}}, from_2015, Certainty::stated},
                  {{{Kind::article, "2.6.1 t/m 2.6.3"}}, {}, Certainty::stated},
                  {{{Kind::article, "30"}}, {kNoBegin, *day_of(2020, 1, 1)}, Certainty::uncertain},
                  {{{Kind::article, "40"}, {Kind::paragraph, "2"}}, {}, Certainty::stated}};
    return out;
}

Stands stands(std::vector<Citation::Part> parts, int year = 2024) {
    const auto day = *day_of(year, 6, 1);
    return article_stands(statute(), parts, {day, day.next()});
}

/// Whether the library's own citation stands in the library's own list.
void check(const Model& m, const Backing& backing) {
    for (const auto& citation : backing.citations)
        for (const auto& law : m.statutes)
            if (law.name == citation.law) {
                CAPTURE(spelled(citation).nl);
                CHECK(article_stands(law, citation.parts, law.term.days) != Stands::no);
            }
}

}  // namespace

TEST_CASE("statute places: articles, ranges, letters and numbers of several parts") {
    CHECK(stands({{Kind::article, "1"}}) == Stands::yes);
    CHECK(stands({{Kind::article, "9"}}) == Stands::yes);
    CHECK(stands({{Kind::article, "10"}}) == Stands::no);
    CHECK(stands({{Kind::article, "8a"}}) == Stands::no);
    CHECK(stands({{Kind::article, "14a"}}) == Stands::yes);
    CHECK(stands({{Kind::article, "2.6.2"}}) == Stands::yes);
    CHECK(stands({{Kind::article, "2.7.2"}}) == Stands::no);
    CHECK(stands({{Kind::article, "1 t/m 4"}}) == Stands::yes);
    CHECK(stands({{Kind::article, "8 t/m 11"}}) == Stands::no);
}

TEST_CASE("statute places: a paragraph stands where its article does, unless the list dates it") {
    CHECK(stands({{Kind::article, "8"}, {Kind::paragraph, "4"}}, 2014) == Stands::no);
    CHECK(stands({{Kind::article, "8"}, {Kind::paragraph, "4"}, {Kind::letter, "b"}}, 2014) == Stands::no);
    CHECK(stands({{Kind::article, "8"}, {Kind::paragraph, "4"}}, 2015) == Stands::yes);
    CHECK(stands({{Kind::article, "8"}, {Kind::paragraph, "9"}}) == Stands::yes);
    CHECK(stands({{Kind::article, "8"}}, 2014) == Stands::yes);
    CHECK(stands({{Kind::article, "40"}}) == Stands::yes);
}

TEST_CASE("statute places: what is not certain or not listed is unknown") {
    CHECK(stands({{Kind::article, "30"}}, 2019) == Stands::yes);
    CHECK(stands({{Kind::article, "30"}}, 2021) == Stands::unknown);
    CHECK(stands({{Kind::chapter, "3"}}) == Stands::unknown);
    CHECK(article_stands({}, {{Kind::article, "1"}}, {}) == Stands::unknown);
}

TEST_CASE("statute places: the articles beside one that is not there") {
    CHECK(articles_beside(statute(), "8a", {}) == std::vector<std::string>{"8", "9"});
    CHECK(articles_beside(statute(), "12", {}) == std::vector<std::string>{"9", "14a"});
    CHECK(articles_beside(statute(), "2.6.4", {}) == std::vector<std::string>{"2.6.3"});
}

TEST_CASE("statute places: every article that the library cites stands in its statute") {
    const auto library = analysis::of(
        "belegd", "gebruik wgr, sociaal_domein\n", [](const std::string&) { return std::nullopt; },
        graph::Mode::planned);
    const auto& m = library->model;
    std::size_t listed = 0;
    for (const auto& law : m.statutes) listed += law.places.empty() ? 0 : 1;
    CHECK(listed == 8);
    for (const auto& task : m.tasks) {
        check(m, task.backing);
        for (const auto& holder : task.holders) check(m, holder.by.backing);
        for (const auto& remark : task.remarks_backing) check(m, remark);
    }
    for (const auto& function : m.functions)
        if (function.holder) check(m, function.holder->backing);
    for (const auto& form : m.forms)
        for (const auto& basis : form.bases) check(m, basis);
}
