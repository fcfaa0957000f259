#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "editor/colours.hpp"
#include "editor/completion.hpp"
#include "editor/outline.hpp"
#include "editor/problems.hpp"
#include "language_server/places.hpp"

namespace belegd::language_server {

using Json = nlohmann::ordered_json;

/// The numbers that JSON-RPC and the protocol give to what goes wrong.
enum class Fault : int {
    not_json = -32700,
    no_request = -32600,
    no_method = -32601,
    wrong_parameters = -32602,
    failed = -32603,
    not_begun = -32002,
    cancelled = -32800,
    refused = -32803
};

/// Why a request has no result.
struct Refusal {
    Fault fault;
    Text why;
};

/// What an editor said that it can do with what it is told.
struct Client {
    Encoding encoding = Encoding::utf16;
    Language language = Language::nl;  ///< of what is said of no file
    bool related = false;              ///< findings with other places
    bool hierarchy = false;            ///< an outline with parts in parts
    bool watches = false;              ///< files, when the server asks for it
};
Client client_of(const Json& parameters);

/// What the server offers.
Json capabilities(Encoding encoding);

/// A place as an editor says it; refused when it is none.
Position position_of(const Json& json);

/// Values of the core as the protocol has them.
class Wire {
   public:
    Wire(editor::Workspace& workspace, const Client& client) : workspace_(workspace), client_(client) {}

    const Lines& lines(const std::string& path);
    /// The name by which the editor knows a file.
    std::string uri(const std::string& path) const;
    void known_as(const std::string& path, const std::string& uri) { uris_[path] = uri; }
    /// Texts may have changed.
    void forget() { lines_.clear(); }

    Json position(const std::string& path, std::size_t offset);
    Json range(const std::string& path, std::size_t begin, std::size_t end);
    Json location(const editor::Location& at);
    Json edits(const std::vector<editor::Edit>& all);
    Json changes(const std::vector<editor::Edit>& all);
    Json problem(const editor::Problem& problem, Language language);
    Json completion(const std::string& path, const editor::Completion& each, Language language, std::size_t rank);
    Json symbols(const std::string& path, const std::vector<editor::Part>& parts, Language language);
    Json tokens(const std::string& path, const std::vector<editor::Coloured>& colours);

   private:
    Json symbol(const std::string& path, const editor::Part& part, Language language);
    void flat(const std::string& path, const std::vector<editor::Part>& parts, const std::string& inside,
              Language language, Json& out);

    editor::Workspace& workspace_;
    const Client& client_;
    std::map<std::string, Lines> lines_;
    std::map<std::string, std::string> uris_;
};

std::string written(const Json& json);

}  // namespace belegd::language_server
