#include "syntax/markdown.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>

using namespace belegd;

namespace {

/// The model in a text with `.` for what is blank and `|` for the end of a line.
std::string model_of(const std::string& markdown) {
    auto out = syntax::model_text(markdown);
    CHECK(out.size() <= markdown.size());
    std::replace(out.begin(), out.end(), ' ', '.');
    std::replace(out.begin(), out.end(), '\n', '|');
    return out;
}

}  // namespace

TEST_CASE("markdown: the blocks marked belegd are the model, the prose is blank, every byte keeps its place") {
    CHECK(model_of("Memo\n```belegd\ntaal nl\n```\nSlot\n") == "....|.........|taal.nl|");
    CHECK(model_of("```belegd\na\n```\ntussen\n```belegd\nb\n```\n") == ".........|a|...|......|.........|b|");
    CHECK(model_of("één\n```belegd\né\n```") == ".....|.........|é|");
}

TEST_CASE("markdown: line ends stay as they are") {
    CHECK(model_of("x\r\n```belegd\r\na\r\n```\r\n") == ".\r|.........\r|a\r|");
    CHECK(model_of("x\ry\n```belegd\na\n```") == "...|.........|a|");
}

TEST_CASE("markdown: fences of graves and tildes, of any length, with what is said behind the mark") {
    CHECK(model_of("~~~ belegd\na\n~~~\n") == "..........|a|");
    CHECK(model_of("````belegd toon\n```\na\n`````\nb") == "...............|```|a|");
    CHECK(model_of("```belegd\n~~~\n```\n") == ".........|~~~|");
    CHECK(model_of("```belegd\n``` x\na\n```\n") == ".........|```.x|a|");
    CHECK(model_of("``` Belegd\na\n```\n") == "..........|a|");
    CHECK(model_of("```belegd\na\n````  \nb") == ".........|a|");
}

TEST_CASE("markdown: indented up to three blanks, and not more") {
    CHECK(model_of("   ```belegd\n   a\n  ```\nb") == "............|...a|");
    CHECK(model_of("    ```belegd\n    a\n    ```\n") == "");
    CHECK(model_of("```belegd\na\n    ```\nb\n```\n") == ".........|a|....```|b|");
}

TEST_CASE("markdown: a block without an end goes on to the end of the text") {
    CHECK(model_of("```belegd\na\n\nb") == ".........|a||b");
    CHECK(model_of("```belegd") == "");
}

TEST_CASE("markdown: another block is prose, also when it shows a block of belegd") {
    CHECK(model_of("```\nbelegd\n```\n```sql\na\n```\n") == "");
    CHECK(model_of("````markdown\n```belegd\na\n```\n````\n") == "");
    CHECK(model_of("```belegd-check\na\n```\n") == "");
    CHECK(model_of("`` `belegd` ``\n```belegd `x`\na\n") == "");
    CHECK(model_of("<!--\n```belegd\na\n```\n-->\n```belegd\nb\n```") == "....|.........|.|...|...|.........|b|");
    CHECK(model_of("<!-- kort -->\n```belegd\nb\n```") == ".............|.........|b|");
}

TEST_CASE("markdown: in a quotation and in a list, without their signs") {
    CHECK(model_of("> ```belegd\n> a\n>b\n> ```\n> c") == "...........|..a|.b|");
    CHECK(model_of("- x\n\n  ```belegd\n  a\n\n    b\n  ```\n") == "...||...........|..a||....b|");
    CHECK(model_of("12) ```belegd\n    a\n    ```\n") == ".............|....a|");
    CHECK(model_of("- > ~~~belegd\n  > a\n  > ~~~\n") == ".............|....a|");
    CHECK(model_of("1. een\n   - twee\n\n     ```belegd\n     a\n     ```\n") ==
          "......|.........||..............|.....a|");
    CHECK(model_of("-\t```belegd\n\ta\n\t```\n") == "...........|.a|");
}

TEST_CASE("markdown: a block ends with the quotation or the item it stands in") {
    CHECK(model_of("> ```belegd\n> a\nb\n") == "...........|..a|");
    CHECK(model_of("- ```belegd\n  a\nb\n") == "...........|..a|");
}

TEST_CASE("markdown: whether there is a model") {
    CHECK(syntax::has_model("```belegd\n```\n"));
    CHECK(syntax::has_model("\xEF\xBB\xBF```belegd"));
    CHECK_FALSE(syntax::has_model(""));
    CHECK_FALSE(syntax::has_model("belegd\n```\nbelegd\n```\n"));
    for (const std::string name : {"memo.md", "MEMO.MD", "deel/memo.markdown"}) CHECK(syntax::is_markdown(name));
    for (const std::string name : {"model.belegd", "md", "memo.md.bak", ""}) CHECK_FALSE(syntax::is_markdown(name));
}

TEST_CASE("markdown: whatever a text holds, each byte of the model is that of the text or a blank") {
    const std::string parts[] = {"```", "~~~", "belegd", "\n",   "\r\n", "> ", "- ",
                                 "1. ", " ",   "\t",     "<!--", "-->",  "a",  "é"};
    std::mt19937 random(1);
    for (int turn = 0; turn < 2000; ++turn) {
        std::string text;
        for (int i = 0; i < 40; ++i) text += parts[random() % std::size(parts)];
        CAPTURE(text);
        const auto model = syntax::model_text(text);
        REQUIRE(model.size() <= text.size());
        bool same = true;
        for (std::size_t at = 0; at < model.size(); ++at)
            same = same && (model[at] == text[at] || (model[at] == ' ' && text[at] != '\n'));
        CHECK(same);
        std::uint32_t end = 0;
        for (const auto& line : syntax::lines_of_markdown(text)) {
            same = same && line.begin >= end && line.begin <= line.content && line.content <= line.end;
            end = line.end;
        }
        CHECK(same);
    }
}
