#include "unit/render/found.hpp"

#include <doctest/doctest.h>

#include <pugixml.hpp>

using namespace belegd;

namespace {

struct Read {
    explicit Read(const std::vector<render::Found>& all, Severity fails_from = Severity::error) {
        text = render::junit(all, fails_from);
        REQUIRE(document.load_buffer(text.data(), text.size()));
    }
    pugi::xml_node suites() const { return document.child("testsuites"); }
    std::string text;
    pugi::xml_document document;
};

std::string attribute(pugi::xml_node node, const char* name) { return node.attribute(name).value(); }

constexpr const char* kNote = "gemeente Leiderdrop\n";  // N14, a warning

}  // namespace

TEST_CASE("junit: a suite for each model, a case for each finding; an error fails, the rest says what it has to say") {
    const Read read({sample::found("a.belegd", sample::kUnassigned), sample::found("b.belegd", kNote)});
    CHECK(attribute(read.suites(), "tests") == "3");
    CHECK(attribute(read.suites(), "failures") == "2");
    const auto first = read.suites().first_child();
    CHECK(attribute(first, "name") == "a.belegd");
    CHECK(attribute(first, "failures") == "2");
    const auto one = first.child("testcase");
    CHECK(attribute(one, "name") == "B01 onbelegd: voor uitvoering van inburgering is niemand aangewezen");
    CHECK(attribute(one, "file") == "a.belegd");
    CHECK(attribute(one, "line") == "7");
    CHECK(attribute(one.child("failure"), "type") == "B01");
    CHECK(std::string(one.child("failure").child_value()).starts_with("fout[B01 onbelegd]"));
    const auto second = first.next_sibling();
    CHECK(attribute(second, "failures") == "0");
    CHECK(std::string(second.child("testcase").child_value("system-out")).starts_with("waarschuwing[N14"));
}

TEST_CASE("junit: what is denied fails") {
    CHECK(attribute(Read({sample::found("b.belegd", kNote)}, Severity::warning).suites(), "failures") == "1");
}

TEST_CASE("junit: for tests, a case for each, passed or not") {
    const Read read({sample::tested("a.belegd", sample::kUnassigned)});
    const auto suite = read.suites().first_child();
    CHECK(attribute(suite, "tests") == "2");
    CHECK(attribute(suite, "failures") == "1");
    const auto passed = suite.child("testcase"), failed = passed.next_sibling();
    CHECK_FALSE(passed.child("failure"));
    CHECK(attribute(passed, "name").find("uitvoering van bijstand voor Leiderdorp") != std::string::npos);
    CHECK(attribute(failed, "line") == "10");
    CHECK(attribute(failed.child("failure"), "type") == "U01");
}

TEST_CASE("junit: a model without findings is a case that passed, one that could not be read an error") {
    const Read read({sample::found("goed.belegd", "gemeente Leiden\n"), sample::unread("weg.belegd")});
    CHECK(attribute(read.suites(), "tests") == "2");
    CHECK(attribute(read.suites(), "errors") == "1");
    CHECK(attribute(read.suites().first_child().child("testcase"), "name") == "geen bevindingen");
    CHECK(attribute(read.suites().last_child().child("testcase").child("error"), "message") == "is er niet");
}

TEST_CASE("junit: cases of one name are told apart, and XML holds every text") {
    const Read read({sample::found("a.belegd", "x & <y> \x01\nx & <y> \x01\nL\n")});
    auto one = read.suites().first_child().child("testcase");
    const auto first = attribute(one, "name");
    CHECK(attribute(one.next_sibling(), "name") == first + " (2)");
    CHECK(read.text.find('\x01') == std::string::npos);
    CHECK(read.text.find("&#1;") == std::string::npos);
    CHECK(Read({sample::found("a.belegd", "gemeente L\xEB\n")}).text.find('\xEB') == std::string::npos);
}
