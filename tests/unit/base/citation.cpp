#include "base/citation.hpp"

#include <doctest/doctest.h>

#include "unit/show.hpp"

using namespace belegd;
using enum Citation::Kind;

TEST_CASE("citation: places in the order of a text") {
    const std::vector<std::vector<Citation::Part>> in_order = {
        {{article, "4"}},
        {{article, "4"}, {paragraph, "1"}},
        {{article, "4"}, {paragraph, "2"}},
        {{article, "4"}, {paragraph, "2"}, {letter, "a"}},
        {{article, "4"}, {paragraph, "10"}},
        {{article, "6"}},
        {{article, "6a"}},
        {{article, "6b"}},
        {{article, "9"}},
        {{article, "10"}},
        {{article, "10:2"}},
        {{article, "10:15"}},
        {{annex, "1"}},
    };
    for (std::size_t i = 0; i < in_order.size(); ++i)
        for (std::size_t j = 0; j < in_order.size(); ++j) {
            CAPTURE(i);
            CAPTURE(j);
            CHECK(earlier(in_order[i], in_order[j]) == (i < j));
        }
}

TEST_CASE("citation: each kind of place, in both languages") {
    struct {
        std::vector<Citation::Part> parts;
        Text expected;
    } const cases[] = {
        {{}, "Pw"},
        {{{article, "7"}}, "Pw art. 7"},
        {{{article, "7"}, {paragraph, "1"}}, {"Pw art. 7 lid 1", "Pw art. 7(1)"}},
        {{{article, "7"}, {paragraph, "1"}, {letter, "b"}}, {"Pw art. 7 lid 1 onder b", "Pw art. 7(1)(b)"}},
        {{{article, "8"}, {paragraph, "1 t/m 4"}}, {"Pw art. 8 lid 1 t/m 4", "Pw art. 8(1 t/m 4)"}},
        {{{section, "4.1"}}, {"Pw par. 4.1", "Pw section 4.1"}},
        {{{heading, "10.1"}}, {"Pw titel 10.1", "Pw title 10.1"}},
        {{{chapter, "2"}, {division, "3"}}, {"Pw hoofdstuk 2 afdeling 3", "Pw chapter 2 division 3"}},
        {{{annex, "I"}}, {"Pw bijlage I", "Pw annex I"}},
        {{{page, "3"}}, {"Pw blz. 3", "Pw p. 3"}},
    };
    for (const auto& each : cases) {
        CAPTURE(each.expected.nl);
        Citation citation;
        citation.law = "Pw";
        citation.parts = each.parts;
        CHECK(spelled(citation) == each.expected);
    }
}
