// Any bytes to the server: it answers in messages, comes to no end by itself, and knows the text as it was changed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "language_server/framing.hpp"
#include "language_server/server.hpp"

namespace {

using namespace belegd;

constexpr std::size_t kLongest = 16 << 10;  // bytes

void require(bool holds) {
    if (!holds) std::abort();
}

editor::World nowhere() {
    return {[](const std::string&) { return std::nullopt; },
            [](const std::string&, const std::string&) { return std::nullopt; },
            [](const std::string&) { return std::vector<std::string>(); }, [] { return Day{20'000}; }};
}

std::string text_in_json(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        constexpr char kDigits[] = "0123456789abcdef";
        if (byte < 0x20 || c == '"' || c == '\\' || byte >= 0x7F)
            (out += "\\u00", out += kDigits[byte >> 4], out += kDigits[byte & 15]);
        else
            out += c;
    }
    return out + "\"";
}

/// Something that is asked of a file, at a place.
std::string asked(int id, const std::string& method, unsigned line, unsigned character) {
    const auto at = R"({"line":)" + std::to_string(line) + R"(,"character":)" + std::to_string(character) + "}";
    return language_server::framed(R"({"jsonrpc":"2.0","id":)" + std::to_string(id) + R"(,"method":"textDocument/)" +
                                   method +
                                   R"(","params":{"textDocument":{"uri":"file:///m"},"newName":"x","position":)" + at +
                                   R"(,"range":{"start":)" + at + R"(,"end":)" + at + "}}}");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || size > kLongest) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    language_server::Server server(nowhere());
    const auto done = [&] {
        while (server.step()) {
        }
        if (server.is_restless()) server.rest();
    };
    const auto hello =
        language_server::framed(R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}})");
    if (data[0] % 2 == 0) {  // the bytes are what comes in
        if (data[0] % 4 == 0) server.take(hello);
        server.take(bytes);
        done();
        server.take(language_server::framed(bytes));
        done();
    } else {  // the bytes are a text
        server.take(
            hello +
            language_server::framed(
                R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///m","text":)" +
                text_in_json(bytes) + "}}}"));
        done();
        int id = 1;
        for (const auto* method : {"completion", "hover", "definition", "references", "prepareRename", "rename",
                                   "documentSymbol", "semanticTokens/full", "formatting", "codeAction", "foldingRange"})
            server.take(asked(id++, method, data[0] % 5, static_cast<unsigned>(size % 40)));
        done();
    }
    language_server::Framing framing;
    framing.add(server.out());
    while (const auto frame = framing.next()) require(frame->wrong.empty() && frame->message.starts_with('{'));
    return 0;
}
