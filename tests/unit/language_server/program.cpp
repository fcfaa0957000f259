// The program itself, over real pipes.
#include <sys/wait.h>

#include <cstdlib>

#include "language_server/framing.hpp"
#include "unit/cli/folder.hpp"
#include "unit/show.hpp"

#include <doctest/doctest.h>

namespace belegd::language_server {

TEST_CASE("server: the program speaks over standard input and output, and says how it ended") {
    const cli::Folder folder;
    folder.write("partijen.belegd", "gemeente Oostdam\n");
    const auto path = folder / "model.belegd";
    const auto hello =
        framed(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})") +
        framed(R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file://)" + path +
               R"(","version":1,"text":"gebruik \"partijen.belegd\"\nsamenwerking s { deelnemers Oostdan }\n"}}})");
    folder.write(
        "asked",
        hello +
            framed(
                R"({"jsonrpc":"2.0","id":2,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"file://)" +
                path + R"("},"range":{"start":{"line":1,"character":29},"end":{"line":1,"character":29}}}})") +
            framed(R"({"jsonrpc":"2.0","id":3,"method":"shutdown"})") + framed(R"({"jsonrpc":"2.0","method":"exit"})"));
    folder.write("left", hello);
    const auto run = [&](const std::string& asked) {
        const auto status = std::system(
            (std::string(BELEGD_BINARY) + " language-server <'" + (folder / asked) + "' >'" + (folder / "told") + "'")
                .c_str());
        return WEXITSTATUS(status);
    };
    CHECK(run("asked") == 0);
    auto told = folder.read("told");
    CHECK(has(told, R"("serverInfo":{"name":"belegd")"));
    CHECK(has(told, R"("newText":"Oostdam")"));
    CHECK(has(told, R"({"id":3,"result":null,"jsonrpc":"2.0"})"));
    CHECK(run("left") == 1);
    told = folder.read("told");
    CHECK(has(told, R"("method":"textDocument/publishDiagnostics")") == false);
    CHECK(std::system((std::string(BELEGD_BINARY) + " taalserver --textmate >'" + (folder / "told") + "'").c_str()) ==
          0);
    CHECK(has(folder.read("told"), R"("scopeName": "source.belegd")"));
}

}  // namespace belegd::language_server
