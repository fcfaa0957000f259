#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "language_server/framing.hpp"
#include "language_server/places.hpp"

namespace belegd::language_server {
namespace {

/// What comes of some bytes, given in parts of a size: a message as it is, a refusal as `!`.
std::string cut(std::string_view bytes, std::size_t part) {
    Framing framing;
    std::string out;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(part, bytes.size()))) {
        framing.add(bytes.substr(0, part));
        while (const auto frame = framing.next()) out += (frame->wrong.empty() ? frame->message : "!") + "|";
    }
    return out;
}

}  // namespace

TEST_CASE("server: messages are cut by their headers, in whatever parts they come") {
    const std::string huge = std::to_string(Framing::kLargest + 1);
    const std::pair<std::string, const char*> rows[] = {
        {framed("{}") + framed("[1]"), "{}|[1]|"},
        {"content-length: 2\r\n\r\n{}", "{}|"},
        {"Content-Type: x; charset=utf-8\r\nContent-Length:2\r\n\r\n{}", "{}|"},
        {"Content-Length: 0\r\n\r\n" + framed("{}"), "|{}|"},
        {"Content-Length: two\r\n\r\n{}" + framed("{}"), "!|{}|"},
        {"Content-Length: -2\r\n\r\n" + framed("{}"), "!|{}|"},
        {"Content-Length: 99999999999999999999\r\n\r\n" + framed("{}"), "!|{}|"},
        {"X: y\r\n\r\n" + framed("{}"), "!|{}|"},
        {"nonsense\r\n\r\n" + framed("{}"), "!|{}|"},
        {std::string(5000, 'x') + framed("{}"), "!|{}|"},
        {"Content-Length: 5\r\n\r\n{}", ""},
    };
    for (const auto& [bytes, wanted] : rows)
        for (const std::size_t part : {std::size_t{1}, std::size_t{7}, bytes.size()}) {
            const auto begin = bytes.substr(0, 60);
            CAPTURE(begin);
            CAPTURE(part);
            CHECK(cut(bytes, part) == wanted);
        }
    Framing framing;
    framing.add("Content-Length: " + huge + "\r\n\r\n");
    REQUIRE(framing.next());
    for (std::size_t left = Framing::kLargest + 1; left > 0;) {
        const auto now = std::min<std::size_t>(left, 1 << 20);
        framing.add(std::string(now, 'x'));
        CHECK_FALSE(framing.next());
        left -= now;
    }
    framing.add(framed("{}"));
    CHECK(framing.next()->message == "{}");
}

TEST_CASE("server: places are counted in UTF-16 or in bytes") {
    const Lines lines("één\n\U0001F600x\r\ny\rz");
    CHECK(lines.count() == 4);
    const std::pair<Position, std::size_t> in_units[] = {{{0, 0}, 0},  {{0, 1}, 2},  {{0, 3}, 5},  {{0, 9}, 5},
                                                         {{1, 0}, 6},  {{1, 2}, 10}, {{1, 3}, 11}, {{1, 7}, 11},
                                                         {{2, 1}, 14}, {{3, 1}, 16}, {{9, 0}, 16}};
    for (const auto& [place, offset] : in_units) {
        const auto line = place.line, character = place.character;
        CAPTURE(line);
        CAPTURE(character);
        CHECK(lines.offset(place, Encoding::utf16) == offset);
    }
    CHECK(lines.offset({0, 2}, Encoding::utf8) == 2);
    CHECK(lines.offset({0, 1}, Encoding::utf8) == 0);
    CHECK(lines.position(10, Encoding::utf16) == Position{1, 2});
    CHECK(lines.position(10, Encoding::utf8) == Position{1, 4});
    CHECK(lines.position(99, Encoding::utf16) == Position{3, 1});
    CHECK(Lines("").count() == 1);
}

TEST_CASE("server: addresses of files, and of what is none") {
    const std::pair<const char*, const char*> rows[] = {
        {"file:///home/a%20b/%C3%A9.belegd", "/home/a b/é.belegd"},
        {"file://server/share/x.belegd", "/share/x.belegd"},
        {"file:///c%3A/m.belegd", "c:/m.belegd"},
        {"untitled:Untitled-1", "untitled:Untitled-1"},
        {"file:///a%zz%4", "/a%zz%4"},
    };
    for (const auto& [uri, path] : rows) CHECK(path_of(uri) == path);
    CHECK(uri_of("/home/a b/é.belegd") == "file:///home/a%20b/%C3%A9.belegd");
    CHECK(uri_of("c:/m.belegd") == "file:///c%3A/m.belegd");
    CHECK(uri_of("untitled:Untitled-1") == "untitled:Untitled-1");
}

}  // namespace belegd::language_server
