// Conversations with the server, message by message.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "language_server/framing.hpp"
#include "language_server/server.hpp"
#include "unit/editor/disk.hpp"
#include "unit/show.hpp"

#include <doctest/doctest.h>

namespace belegd::language_server {
namespace {

using Json = nlohmann::json;

/// Whether a value has all that another has, at least: of objects each member, of lists each item in its place.
bool has_all(const Json& whole, const Json& part) {
    if (part.is_object())
        return whole.is_object() && std::all_of(part.items().begin(), part.items().end(), [&](const auto& each) {
                   return whole.contains(each.key()) && has_all(whole[each.key()], each.value());
               });
    if (part.is_array()) {
        if (!whole.is_array() || whole.size() != part.size()) return false;
        for (std::size_t i = 0; i < part.size(); ++i)
            if (!has_all(whole[i], part[i])) return false;
        return true;
    }
    return whole == part;
}

/// A conversation with a server that has files which lie nowhere.
class Talk {
   public:
    explicit Talk(std::optional<Language> language = {}) : server_(disk.world(), language) {}

    /// Sends some bytes, and gives the messages that come back.
    std::vector<Json> bytes(const std::string& sent, bool rest = true) {
        server_.take(sent);
        while (server_.step()) {
        }
        if (rest && server_.is_restless()) server_.rest();
        std::vector<Json> out;
        Framing framing;
        framing.add(server_.out());
        while (const auto frame = framing.next()) {
            REQUIRE(frame->wrong.empty());
            out.push_back(Json::parse(frame->message));
            CHECK(out.back()["jsonrpc"] == "2.0");
        }
        return out;
    }
    std::vector<Json> raw(const std::string& message) { return bytes(framed(message)); }
    std::vector<Json> notify(const std::string& method, const Json& params) {
        return raw(Json{{"jsonrpc", "2.0"}, {"method", method}, {"params", params}}.dump());
    }
    Json ask(const std::string& method, const Json& params) {
        const auto id = ++id_;
        const auto out = raw(Json{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}}.dump());
        for (const auto& each : out)
            if (each.value("id", Json()) == Json(id)) return each;
        FAIL("no answer to " << method);
        return {};
    }
    Json begin(Json params = Json::object()) {
        params.emplace("capabilities", Json::object());
        auto out = ask("initialize", params);
        notify("initialized", Json::object());
        return out;
    }
    std::vector<Json> open(const std::string& path, const std::string& text) {
        return notify(
            "textDocument/didOpen",
            {{"textDocument", {{"uri", "file://" + path}, {"languageId", "belegd"}, {"version", 1}, {"text", text}}}});
    }
    std::optional<int> ended() const { return server_.ended(); }

    editor::Disk disk;

   private:
    Server server_;
    int id_ = 0;
};

Json at(const std::string& path, int line, int character) {
    return {{"textDocument", {{"uri", "file://" + path}}}, {"position", {{"line", line}, {"character", character}}}};
}
Json about(const std::string& path) { return {{"textDocument", {{"uri", "file://" + path}}}}; }
Json range(int line, int from, int to) {
    return {{"start", {{"line", line}, {"character", from}}}, {"end", {{"line", line}, {"character", to}}}};
}

const std::string kPath = "/m/model.belegd";

}  // namespace

TEST_CASE("server: what is wrong with a message gets the error that it should") {
    struct Row {
        const char *sent, *back;
    };
    const Row rows[] = {
        {"{", R"({"id":null,"error":{"code":-32700}})"},
        {"[]", R"({"id":null,"error":{"code":-32600}})"},
        {"1", R"({"id":null,"error":{"code":-32600}})"},
        {"\xFF\xFE", R"({"id":null,"error":{"code":-32700}})"},
        {R"({"jsonrpc":"2.0","id":1})", R"({"id":1,"error":{"code":-32600}})"},
        {R"({"jsonrpc":"1.0","id":1,"method":"shutdown"})", R"({"id":1,"error":{"code":-32600}})"},
        {R"({"jsonrpc":"2.0","id":{},"method":"shutdown"})", R"({"id":null,"error":{"code":-32600}})"},
        {R"({"jsonrpc":"2.0","id":1,"method":7})", R"({"id":1,"error":{"code":-32600}})"},
        {R"({"jsonrpc":"2.0","id":1,"method":"shutdown","params":7})", R"({"id":1,"error":{"code":-32600}})"},
        {R"({"jsonrpc":"2.0","id":"a","method":"textDocument/hover"})", R"({"id":"a","error":{"code":-32002}})"},
        {R"({"jsonrpc":"2.0","id":2,"method":"initialize","params":{"capabilities":7}})",
         R"({"id":2,"error":{"code":-32602}})"},
        {R"({"jsonrpc":"2.0","id":3,"method":"initialize","params":{"capabilities":{},"locale":"nl"}})",
         R"({"id":3,"result":{"capabilities":{"positionEncoding":"utf-16"},"serverInfo":{"name":"belegd"}}})"},
        {R"({"jsonrpc":"2.0","id":4,"method":"initialize","params":{}})", R"({"id":4,"error":{"code":-32600}})"},
        {R"({"jsonrpc":"2.0","id":5,"method":"textDocument/implementation","params":{}})",
         R"({"id":5,"error":{"code":-32601,"message":"belegd kent textDocument/implementation niet"}})"},
        {R"({"jsonrpc":"2.0","id":6,"method":"textDocument/hover","params":{}})",
         R"({"id":6,"error":{"code":-32602}})"},
        {R"({"jsonrpc":"2.0","id":6,"method":"textDocument/hover","params":[]})",
         R"({"id":6,"error":{"code":-32602}})"},
        {R"({"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///x"},"position":{"line":0,"character":0}}})",
         R"({"id":7,"error":{"code":-32602,"message":"file:///x is niet geopend"}})"},
        {R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}})", R"({"method":"window/logMessage"})"},
        {R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///x"},"contentChanges":[]}})",
         R"({"method":"window/logMessage"})"},
        {R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///x.belegd","version":1,"text":"gemeente Oostdam\n"}}})",
         R"({"method":"textDocument/publishDiagnostics","params":{"uri":"file:///x.belegd"}})"},
        {R"({"jsonrpc":"2.0","id":8,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///x.belegd"},"position":{"line":-1,"character":0}}})",
         R"({"id":8,"error":{"code":-32602,"message":"een plaats is een regel en een teken daarin, geteld vanaf 0"}})"},
        {R"({"jsonrpc":"2.0","id":9,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///x.belegd"},"position":{"line":9,"character":0}}})",
         R"({"id":9,"error":{"code":-32602,"message":"x.belegd heeft geen regel 10"}})"},
        {R"({"jsonrpc":"2.0","id":10,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///x.belegd"},"position":{"line":0,"character":999}}})",
         R"({"id":10})"},
        {R"({"jsonrpc":"2.0","method":"nobody/knows"})", ""},
        {R"({"jsonrpc":"2.0","id":11,"result":null})", ""},
        {R"({"jsonrpc":"2.0","id":12,"method":"shutdown"})", R"({"id":12,"result":null})"},
        {R"({"jsonrpc":"2.0","id":13,"method":"shutdown"})", R"({"id":13,"error":{"code":-32600}})"},
    };
    Talk talk;
    for (const auto& row : rows) {
        CAPTURE(std::string(row.sent));
        const auto found = talk.raw(row.sent);
        const std::string wanted = row.back;
        if (wanted.empty()) continue;
        REQUIRE(found.size() == 1);
        CHECK_MESSAGE(has_all(found[0], Json::parse(wanted)), found[0].dump());
    }
    CHECK_FALSE(talk.ended());
    talk.raw(R"({"jsonrpc":"2.0","method":"exit"})");
    CHECK(talk.ended() == 0);
}

TEST_CASE("server: who goes without asking first ends with 1, and broken bytes are passed over") {
    Talk talk;
    const auto found = talk.bytes("nonsense\r\n\r\n" + framed(R"({"jsonrpc":"2.0","id":1,"method":"x"})"));
    REQUIRE(found.size() == 2);
    CHECK(found[0]["error"]["code"] == -32700);
    CHECK(found[1]["error"]["code"] == -32002);
    talk.raw(R"({"jsonrpc":"2.0","method":"exit"})");
    CHECK(talk.ended() == 1);
}

TEST_CASE("server: what is cancelled while it waits is not done") {
    Talk talk;
    talk.begin();
    const auto found = talk.bytes(framed(R"({"jsonrpc":"2.0","id":90,"method":"textDocument/hover","params":{}})") +
                                  framed(R"({"jsonrpc":"2.0","id":91,"method":"textDocument/hover","params":{}})") +
                                  framed(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":91}})"));
    REQUIRE(found.size() == 2);
    CHECK(found[0]["error"]["code"] == -32602);
    CHECK(found[1]["id"] == 91);
    CHECK(found[1]["error"]["code"] == -32800);
}

TEST_CASE("server: findings come when a text rests, in every file, and go when they are mended") {
    Talk talk;
    talk.disk.files["/m/partijen.belegd"] = "gemeente Oostdam\ngemeente Rijnhof\nregio r leden Oostdan\n";
    talk.begin({{"locale", "en"},
                {"capabilities", {{"textDocument", {{"publishDiagnostics", {{"relatedInformation", true}}}}}}}});
    auto found = talk.open(kPath, "gebruik \"partijen.belegd\"\nsamenwerking s { deelnemers Oostdam, Rijnhop }\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0]["method"] == "textDocument/publishDiagnostics");
    CHECK(found[0]["params"]["uri"] == "file:///m/model.belegd");
    CHECK(found[0]["params"]["version"] == 1);
    CHECK(has_all(found[0]["params"]["diagnostics"][0],
                  {{"range", range(1, 37, 44)}, {"severity", 1}, {"code", "N01"}, {"source", "belegd"}}));
    CHECK(found[1]["params"]["uri"] == "file:///m/partijen.belegd");
    CHECK(found[1]["params"]["diagnostics"].back()["code"] == "N01");
    // Mended in an open text, without saving.
    found = talk.open("/m/partijen.belegd", "gemeente Oostdam\ngemeente Rijnhop\n");
    REQUIRE(found.size() == 2);
    CHECK(std::all_of(found.begin(), found.end(), [](const Json& each) {
        return each["params"]["uri"] != "" &&
               std::none_of(each["params"]["diagnostics"].begin(), each["params"]["diagnostics"].end(),
                            [](const Json& one) { return one["code"] == "N01"; });
    }));
    // Closed without saving: the disk counts again.
    found = talk.notify("textDocument/didClose", about("/m/partijen.belegd"));
    REQUIRE(!found.empty());
    found = talk.notify("textDocument/didClose", about(kPath));
    REQUIRE(found.size() == 2);
    for (const auto& each : found) CHECK(each["params"]["diagnostics"].empty());
}

TEST_CASE("server: a text is changed piece by piece, counted in UTF-16") {
    Talk talk;
    talk.begin();
    talk.open(kPath, "# \U0001F600 één\ngemeente Oostdan\nsamenwerking s { deelnemers Oostdam }\n");
    const auto change = [&](const Json& changes) {
        return talk.notify("textDocument/didChange", {{"textDocument", {{"uri", "file://" + kPath}, {"version", 2}}},
                                                      {"contentChanges", changes}});
    };
    auto found = change({{{"range", range(1, 15, 16)}, {"text", "m"}}, {{"range", range(0, 5, 8)}, {"text", "twee"}}});
    REQUIRE(found.size() == 1);
    CHECK(found[0]["params"]["version"] == 2);
    const auto hover = talk.ask("textDocument/hover", at(kPath, 2, 30))["result"];
    CHECK(hover["range"] == range(2, 28, 35));
    CHECK(has(hover["contents"]["value"].get<std::string>(), "**Oostdam**"));
    const auto symbols = talk.ask("textDocument/documentSymbol", about(kPath))["result"];
    REQUIRE(symbols.size() == 2);
    CHECK(symbols[0]["name"] == "Oostdam");
    CHECK(symbols[0]["location"]["range"] == range(1, 0, 16));
    // Behind the end of the text is its end.
    change({{{"range", {{"start", {{"line", 99}, {"character", 0}}}, {"end", {{"line", 999}, {"character", 9}}}}},
             {"text", "gemeente Rijnhof\n"}}});
    CHECK(talk.ask("textDocument/documentSymbol", about(kPath))["result"].size() == 3);
    change({{{"text", "gemeente Delta\n"}}});
    CHECK(talk.ask("textDocument/documentSymbol", about(kPath))["result"][0]["name"] == "Delta");
}

TEST_CASE("server: bytes are counted where the editor prefers so") {
    Talk talk;
    const auto begun = talk.begin({{"capabilities", {{"general", {{"positionEncodings", {"utf-8", "utf-16"}}}}}}});
    CHECK(begun["result"]["capabilities"]["positionEncoding"] == "utf-8");
    talk.open(kPath, "gemeente Één\nsamenwerking s { deelnemers Één }\n");
    CHECK(talk.ask("textDocument/definition", at(kPath, 1, 30))["result"][0]["range"] == range(0, 9, 14));
}

TEST_CASE("server: a quick fix, a completion, a name everywhere, a layout, folds, colours and the appendix") {
    Talk talk;
    talk.disk.files["/m/partijen.belegd"] = "gemeente Oostdam\ngemeente Rijnhof\n";
    talk.begin(
        {{"capabilities", {{"textDocument", {{"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}}}}}}});
    const std::string text =
        "gebruik sociaal_domein\ngebruik \"partijen.belegd\"\nregeling dienst {\n  vorm centrumregeling\n"
        "  deelnemers college van Oostdam, Rijnhop\n  geldt vanaf 1 januari 2024\n"
        "  mandateert uitvoering van bijstand aan college van Oostdam\n}\n";
    talk.open(kPath, text);
    auto asked = about(kPath);
    asked["range"] = range(4, 35, 35);
    asked["context"] = {{"diagnostics", Json::array()}};
    const auto actions = talk.ask("textDocument/codeAction", asked)["result"];
    REQUIRE(actions.size() == 1);
    CHECK(actions[0]["kind"] == "quickfix");
    CHECK(actions[0]["isPreferred"] == true);
    const auto& edit = actions[0]["edit"]["changes"]["file:///m/model.belegd"][0];
    CHECK(edit["newText"] == "Rijnhof");
    CHECK(edit["range"] == range(4, 34, 41));
    talk.notify("textDocument/didChange",
                {{"textDocument", {{"uri", "file://" + kPath}, {"version", 2}}},
                 {"contentChanges", {{{"range", edit["range"]}, {"text", edit["newText"]}}}}});

    const auto offered = talk.ask("textDocument/completion", at(kPath, 6, 6))["result"]["items"];
    REQUIRE(!offered.empty());
    CHECK(offered[0]["label"] == "mandateert");
    CHECK(offered[0]["textEdit"]["range"] == range(6, 2, 6));
    CHECK(has(offered[0]["documentation"]["value"].get<std::string>(), "```belegd"));

    CHECK(talk.ask("textDocument/prepareRename", at(kPath, 4, 27))["result"]["placeholder"] == "Oostdam");
    CHECK(talk.ask("textDocument/prepareRename", at(kPath, 6, 32))["error"]["code"] == -32803);
    CHECK(talk.ask("textDocument/prepareRename", at(kPath, 3, 3))["result"].is_null());
    auto renamed = at(kPath, 4, 27);
    renamed["newName"] = "Westdam";
    const auto changes = talk.ask("textDocument/rename", renamed)["result"]["changes"];
    CHECK(changes["file:///m/model.belegd"].size() == 2);
    CHECK(changes["file:///m/partijen.belegd"] == Json::array({{{"range", range(0, 9, 16)}, {"newText", "Westdam"}}}));
    renamed["newName"] = "Rijnhof";
    CHECK(talk.ask("textDocument/rename", renamed)["error"]["code"] == -32803);

    auto references = at(kPath, 4, 27);
    references["context"] = {{"includeDeclaration", true}};
    CHECK(talk.ask("textDocument/references", references)["result"].size() == 3);
    CHECK(talk.ask("textDocument/definition", at(kPath, 4, 27))["result"][0]["uri"] == "file:///m/partijen.belegd");

    const auto symbols = talk.ask("textDocument/documentSymbol", about(kPath))["result"];
    REQUIRE(symbols.size() == 1);
    CHECK(symbols[0]["children"].size() == 1);
    CHECK(talk.ask("textDocument/foldingRange", about(kPath))["result"] ==
          Json::array({{{"startLine", 2}, {"endLine", 6}, {"kind", "region"}}}));
    const auto tokens = talk.ask("textDocument/semanticTokens/full", about(kPath))["result"]["data"];
    REQUIRE(tokens.size() % 5 == 0);
    CHECK(Json(std::vector<Json>(tokens.begin(), tokens.begin() + 10)) == Json({0, 0, 7, 0, 0, 0, 8, 14, 5, 0}));

    auto layout = about(kPath);
    layout["options"] = {{"tabSize", 2}, {"insertSpaces", true}};
    const auto laid_out = talk.ask("textDocument/formatting", layout)["result"];
    REQUIRE(laid_out.size() == 1);
    CHECK(has(laid_out[0]["newText"].get<std::string>(), "  deelnemers  college van Oostdam, Rijnhof\n"));

    const auto overview = talk.ask("belegd/overview", about(kPath))["result"];
    CHECK(has(overview["html"].get<std::string>(), "<html"));
    auto unknown = about(kPath);
    unknown["name"] = "niets";
    CHECK(talk.ask("belegd/overview", unknown)["error"]["code"] == -32803);
}

TEST_CASE("server: a memorandum with a model in it, and one without") {
    Talk talk;
    talk.begin();
    const auto found = talk.open(
        "/m/memo.md", "Een memo.\n\n> ```belegd\n> gemeente Oostdam\n> samenwerking s { deelnemers Oostdan }\n> ```\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0]["params"]["diagnostics"][0]["range"] == range(4, 30, 37));
    const auto plain = talk.open("/m/plain.md", "Niets dan tekst.\n");
    REQUIRE(plain.size() == 1);
    CHECK(plain[0]["params"]["diagnostics"].empty());
    CHECK(talk.ask("textDocument/hover", at("/m/plain.md", 0, 3))["result"].is_null());
}

TEST_CASE("server: the language is that of the file, unless another is asked for") {
    for (const auto language : {std::optional<Language>(), std::optional(Language::en)}) {
        Talk talk(language);
        talk.begin({{"locale", "nl-NL"}});
        const auto found = talk.open(kPath, "samenwerking s { deelnemers Oostdan }\ngemeente Oostdam\n");
        const auto said = found.at(0)["params"]["diagnostics"][0]["message"].get<std::string>();
        CHECK_MESSAGE(has(said, language ? "party" : "partij"), said);
    }
}

}  // namespace belegd::language_server
