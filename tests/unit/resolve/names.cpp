#include "resolve/names/names.hpp"
#include "resolve/names/lookup.hpp"

#include <doctest/doctest.h>

#include <set>

#include "base/fold.hpp"

using namespace belegd;
using namespace belegd::resolve;

namespace {

/// The names in a run, with `|` between; `+` behind them when there was an `en`.
std::string names_in(std::string_view run, const std::set<std::string>& declared) {
    const auto found = divided(run, [&](std::string_view name) { return declared.count(folded(name)) > 0; });
    std::string out;
    for (const auto name : found.names) out += (out.empty() ? "" : "|") + std::string(name);
    return out + (found.joined ? " +" : "");
}

}  // namespace

TEST_CASE("names: a run of words is divided at `en` into declared names, longest first") {
    const std::set<std::string> declared{"werk en inkomen", "werk", "inkomen", "wmo", "kaag en braassem"};
    CHECK(names_in("wmo", declared) == "wmo");
    CHECK(names_in("werk en inkomen", declared) == "werk en inkomen");
    CHECK(names_in("Werk en Inkomen", declared) == "Werk en Inkomen");
    CHECK(names_in("werk en wmo", declared) == "werk|wmo +");
    CHECK(names_in("werk en inkomen en wmo", declared) == "werk en inkomen|wmo +");
    CHECK(names_in("wmo en werk en inkomen", declared) == "wmo|werk en inkomen +");
    CHECK(names_in("inkomen en werk en wmo", declared) == "inkomen|werk|wmo +");
    CHECK(names_in("Kaag en Braassem en Leiden", declared) == "Kaag en Braassem|Leiden +");
    CHECK(names_in("work and wmo", {"work", "wmo"}) == "work|wmo +");
    CHECK(names_in("werk en\twmo", declared) == "werk|wmo +");
}

TEST_CASE("names: a name ends where its last word ends, however many blanks follow") {
    CHECK(names_in("werk  en wmo", {"werk", "wmo"}) == "werk|wmo +");
}

TEST_CASE("names: what is not declared stays as it stands, up to the next `en`") {
    CHECK(names_in("x", {}) == "x");
    CHECK(names_in("x en y", {}) == "x|y +");
    CHECK(names_in("x en wmo", {"wmo"}) == "x|wmo +");
    CHECK(names_in("wmo en x en y", {"wmo", "x en y"}) == "wmo|x en y +");
    CHECK(names_in("een ander ding en wmo", {"wmo"}) == "een ander ding|wmo +");
    CHECK(names_in("", {}) == "");
    CHECK(names_in("en", {}) == "en");
    CHECK(names_in("enig en ander", {}) == "enig|ander +");
}

TEST_CASE("names: case, accents, hyphens and blanks do not count") {
    Names names;
    CHECK_FALSE(names.add("Re-integratie", 3).has_value());
    CHECK(names.find("re_integratie") == 3u);
    CHECK(names.find("RE INTEGRATIE") == 3u);
    CHECK_FALSE(names.find("reintegratie").has_value());
    CHECK(names.add("re integratie", 4) == 3u);  // taken already
    CHECK(names.find("Re-integratie") == 3u);
    CHECK(names.all() == std::vector<std::string>{"Re-integratie"});
}

TEST_CASE("names: an unknown name is told once, with each other place where it stands") {
    Sources sources;
    Diagnostics found;
    const auto file = sources.add(Source("a.belegd", "mandateert a aan Leidn\nmandateert b aan Leidn\n", true));
    Resolution r(sources, found);
    const Span first{file, 17, 22}, second{file, 40, 45};
    // A sentence that an amendment takes along is read in each version: that is no second place.
    for (const auto span : {first, first, second, second, first}) CHECK_FALSE(named(r, NameKind::party, "Leidn", span));
    REQUIRE(found.items().size() == 1);
    CHECK(found.items().front().primary.span == first);
    REQUIRE(found.items().front().related.size() == 1);
    CHECK(found.items().front().related.front().span == second);
}
