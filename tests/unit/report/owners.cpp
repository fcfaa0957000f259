#include <doctest/doctest.h>

#include "analysis/analysis.hpp"
#include "report/explanation.hpp"

using namespace belegd;

TEST_CASE("question: every owner of cells may be asked about, also a body that is no municipality") {
    const auto found = analysis::of(
        "model.belegd",
        "gemeente Oost\norganisatie Veen organen bestuur\norganisatie Werf\n"
        "functie keur houder bestuur van Veen\ntaak hekken vergt keur\n",
        [](const std::string&) { return std::nullopt; }, graph::Mode::planned, std::nullopt, false);
    REQUIRE(found->readable());
    Text wrong;
    const auto veen = report::parties_named(found->model, "Veen", wrong);
    REQUIRE(veen);
    CHECK(found->model[veen->front()].name == "Veen");
    CHECK(report::parties_named(found->model, "Oost, Veen", wrong)->size() == 2);
    CHECK(!report::parties_named(found->model, "Werf", wrong));
}
