#include "render/plain_page.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"

using namespace belegd;

TEST_CASE("plain page: headings, prose, lists and blocks without the marks of Markdown") {
    CHECK(
        render::plain_page("# B01 **open**\n\nEen `woord` en\nnog een [woord](blad.md).\n\n- een\n- twee drie vier\n\n"
                           "```belegd fout\ntaak a\n\n  taak `b`\n```\n\n### Slot\nKlaar.\n",
                           14) ==
        "B01 open\n════════\n\nEen woord en\nnog een woord.\n\n• een\n• twee drie\n  vier\n\n    taak a\n\n"
        "      taak `b`\n\nSlot\n────\n\nKlaar.\n");
    CHECK(render::plain_page("", 40).empty());
}

TEST_CASE("plain page: the words of a piece of Markdown") {
    CHECK(without_marks("`a_b`, **c** en \\*d") == "a_b, c en *d");
    CHECK(without_marks("zie [de `wet`](x.md) en [1]") == "zie de wet en [1]");
    CHECK(without_marks("`**`") == "**");
}
