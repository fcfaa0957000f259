#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

#include "unit/show.hpp"

using namespace belegd;
using namespace belegd::resolved;

namespace {

/// The days of `geldt CLAUSES`, or what is wrong with it.
std::string applies(const std::string& clauses, const std::string& language = "taal nl") {
    const Resolved found(language + "\nsamenwerking a { geldt " + clauses + " }");
    const auto said = found.said();
    return said.empty() ? days(found.cooperation("a").term.days) : said.substr(0, 3);
}

/// What the paper leaves open of the beginning and the end.
std::string open(const std::string& clauses) {
    const auto found = sound("samenwerking a { geldt " + clauses + " }");
    const auto& term = found.cooperation("a").term;
    const auto stretch = [](const std::optional<DateValue>& value) {
        return value ? iso(value->first) + " to " + iso(value->last) : std::string("exact");
    };
    return stretch(term.imprecise_from) + ", " + stretch(term.imprecise_until);
}

std::string horizon(const std::string& text) { return iso(sound(text).model.horizon); }

}  // namespace

TEST_CASE("dates: every spelling is the same day") {
    for (const std::string date : {"1 juni 2023", "01 juni 2023", "1 JUNI 2023", "1 jun 2023", "1 June 2023",
                                   "1-6-2023", "01-06-2023", "1/6/2023", "1\u20136\u20132023", "1\u20116\u20112023",
                                   "1\u20106\u20102023", "2023-06-01", "2023-6-1", "2023/06/01"}) {
        CAPTURE(date);
        CHECK(applies("vanaf " + date) == "from 2023-06-01");
        CHECK(applies("from " + date, "language en") == "from 2023-06-01");
    }
}

TEST_CASE("dates: every month by every name") {
    const std::vector<std::vector<std::string>> months{{"januari", "January", "jan"},
                                                       {"februari", "February", "feb"},
                                                       {"maart", "March", "mrt", "mar"},
                                                       {"april", "April", "apr"},
                                                       {"mei", "May"},
                                                       {"juni", "June", "jun"},
                                                       {"juli", "July", "jul"},
                                                       {"augustus", "August", "aug"},
                                                       {"september", "September", "sep", "sept"},
                                                       {"oktober", "October", "okt", "oct"},
                                                       {"november", "November", "nov"},
                                                       {"december", "December", "dec"}};
    for (std::size_t month = 0; month < months.size(); ++month)
        for (const auto& name : months[month]) {
            CAPTURE(name);
            const auto day = *day_of(2023, static_cast<int>(month) + 1, 15);
            CHECK(applies("vanaf 15 " + name + " 2023") == "from " + iso(day));
        }
}

TEST_CASE("dates: a date that does not exist") {
    for (const std::string date :
         {"31 februari 2023", "29 februari 2023", "31 april 2023", "0 januari 2023", "32 januari 2023", "31-02-2023",
          "2023-13-01", "2023-00-10", "1-1-0000", "99/99/2023"}) {
        CAPTURE(date);
        CHECK(applies("vanaf " + date) == "L05");
    }
    CHECK(applies("vanaf 29 februari 2024") == "from 2024-02-29");
    CHECK(applies("vanaf € 5") == "L05");
}

TEST_CASE("dates: `vanaf` and `per` include the day, `tot` does not, `tot en met` does") {
    CHECK(applies("vanaf 1 januari 2023") == "from 2023-01-01");
    CHECK(applies("per 1 januari 2023") == "from 2023-01-01");
    CHECK(applies("tot 1 januari 2023") == "to 2022-12-31");
    CHECK(applies("tot en met 1 januari 2023") == "to 2023-01-01");
    CHECK(applies("t/m 1 januari 2023") == "to 2023-01-01");
    CHECK(applies("vanaf 1 januari 2022 tot 1 januari 2023") == "2022-01-01 to 2022-12-31");
    CHECK(applies("from 1 January 2022 through 2 January 2022", "language en") == "2022-01-01 to 2022-01-02");
    CHECK(applies("vanaf niet vermeld") == "always");
}

TEST_CASE("dates: after `vanaf` and `tot` a year, quarter or month is its first day, after `tot en met` its last") {
    CHECK(applies("vanaf 2022 tot 2024") == "2022-01-01 to 2023-12-31");
    CHECK(applies("vanaf 2022 tot en met 2024") == "2022-01-01 to 2024-12-31");
    CHECK(applies("vanaf mei 2022 tot juni 2022") == "2022-05-01 to 2022-05-31");
    CHECK(applies("per februari 2024 t/m februari 2024") == "2024-02-01 to 2024-02-29");
    CHECK(applies("vanaf Q2 2022 tot Q4 2022") == "2022-04-01 to 2022-09-30");
    CHECK(applies("vanaf q1 2022 tot en met k3 2022") == "2022-01-01 to 2022-09-30");
    CHECK(open("vanaf 2022 tot en met Q1 2024") == "exact, exact");
}

TEST_CASE("dates: an imprecise date counts as its first day, at either end (D22), and the stretch is kept") {
    CHECK(applies("vanaf medio 2022 tot eind 2023") == "2022-06-01 to 2023-09-30");
    CHECK(open("vanaf medio 2022 tot eind 2023") == "2022-06-01 to 2022-06-30, 2023-10-01 to 2023-12-31");
    CHECK(applies("vanaf begin 2022 tot en met voorjaar 2023") == "2022-01-01 to 2023-02-28");
    CHECK(open("vanaf begin 2022 tot en met voorjaar 2023") == "2022-01-01 to 2022-03-31, 2023-03-01 to 2023-05-31");
    CHECK(applies("vanaf najaar 2022") == "from 2022-09-01");
    CHECK(open("vanaf najaar 2022") == "2022-09-01 to 2022-11-30, exact");
    // equal words leave neither gap nor overlap
    CHECK(applies("tot medio 2022") == "to 2022-05-31");
    CHECK(applies("tot en met medio 2022") == "to 2022-05-31");
    CHECK(applies("vanaf medio 2022") == "from 2022-06-01");
}

TEST_CASE("dates: a period that ends before it begins is no bound") {
    CHECK(applies("vanaf 2024 tot 2023") == "N08");
    CHECK(applies("vanaf 2024 tot 2024") == "N08");
    CHECK(applies("vanaf 2 januari 2024 tot en met 1 januari 2024") == "N08");
    CHECK(applies("vanaf 1 januari 2024 tot en met 1 januari 2024") == "2024-01-01 to 2024-01-01");
    CHECK(days(Resolved("samenwerking a { geldt vanaf 2024 tot 2023 }").cooperation("a").term.days) == "always");
}

TEST_CASE("dates: how sure one is of them") {
    const auto found = sound("samenwerking a { geldt vanaf 2024 voorlopig }\nsamenwerking b { geldt vanaf 2024 }");
    CHECK(found.cooperation("a").term_backing.certainty == model::Certainty::provisional);
    CHECK(found.cooperation("b").term_backing.certainty == model::Certainty::stated);
}

TEST_CASE("dates: answers begin at the first date that can change one (D23)") {
    CHECK(horizon("") == "2000-01-01");
    CHECK(horizon(kBasis) == "2000-01-01");
    CHECK(horizon(kBasis + "samenwerking a { geldt vanaf 1 januari 2012 }") == "2012-01-01");
    CHECK(horizon(kBasis + "samenwerking a { geldt tot 1 januari 2012 }") == "2011-12-31");
    CHECK(horizon(kBasis + "samenwerking a { geldt vanaf 2012\n deelnemers Oost tot 2010, West }") == "2009-12-31");
    // what has no beginning was there before the first date, though no sentence stands in it
    CHECK(horizon(kBasis + "samenwerking a { deelnemers Oost\n pakket p afnemers Oost vanaf 2009 { } }") ==
          "2008-12-31");
    CHECK(horizon(kBasis +
                  "samenwerking a { geldt vanaf 2011\n deelnemers Oost\n pakket p afnemers Oost vanaf 2012 { } "
                  "}") == "2011-01-01");
    CHECK(horizon(kBasis + "belegt ict van hulp bij West voor Oost vanaf 2008") == "2008-01-01");
    CHECK(horizon(kBasis + "samenwerking a { }\nvariant v { beëindigt a per 2007 }") == "2006-12-31");
    CHECK(horizon(kBasis + "samenwerking a { }\nvariant v { wijziging a per 2006 { } }") == "2005-12-31");
    CHECK(horizon("gemeente Oost vanaf 2005") == "2005-01-01");
    CHECK(horizon("taak t { vergt ict\n geldt vanaf 2004 }") == "2004-01-01");
    CHECK(horizon("wet W geldt tot 2003") == "2002-12-31");
    // dates of sources, tests, overviews and the library do not count
    CHECK(horizon("bron b \"B\" datum 1 mei 1990\n" + kBasis +
                  "toets hulp op 1 mei 1991 van rechtswege\noverzicht o { peildatum 1 mei 1992 }") == "2000-01-01");
    CHECK(horizon("gebruik sociaal_domein\nsamenwerking a { deelnemers Maashorst }") == "2000-01-01");
}

TEST_CASE("dates: to declare a municipality of the library again changes no answer") {
    CHECK(horizon("gemeente Maashorst") == "2000-01-01");
}
