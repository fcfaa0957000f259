#include "language_server/server.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "diagnostics/messages/editor.hpp"
#include "language_server/answers.hpp"
#include "language_server/framing.hpp"

namespace belegd::language_server {

struct Server::Parts {
    Parts(editor::World world, std::optional<Language> spoken)
        : workspace(std::move(world)),
          wire(workspace, client),
          answers(workspace, wire, client, spoken),
          language(spoken) {}

    /// A message that waits for its turn.
    struct Waiting {
        Json message;
        bool cancelled = false;
    };
    enum class State : std::uint8_t { new_, begun, stopped };

    void take(std::string_view bytes);
    void receive(const std::string& text);
    void handle(const Waiting& waiting);
    std::optional<Json> result(const std::string& method, const Json& parameters);
    void notified(const std::string& method, const Json& parameters);
    void open(const Json& parameters);
    void change(const Json& parameters);
    void close(const Json& parameters);
    void rest();
    void tell(const std::string& path, Json problems, std::map<std::string, Json>& now);

    std::string in_words(const Text& text) const { return text.in(language.value_or(client.language)); }
    void send(Json message) {
        message["jsonrpc"] = "2.0";
        out += framed(written(message));
    }
    void fail(const Json& id, Fault fault, const Text& why) {
        send({{"id", id}, {"error", {{"code", static_cast<int>(fault)}, {"message", in_words(why)}}}});
    }

    Client client;
    editor::Workspace workspace;
    Wire wire;
    Answers answers;
    std::optional<Language> language;
    Framing framing;
    std::deque<Waiting> queue;
    std::string out;
    State state = State::new_;
    std::optional<int> ended;
    bool restless = false;
    std::map<std::string, long long> versions;  ///< of the open files, by path
    std::map<std::string, Json> told;           ///< what the editor was last told of each file
};

void Server::Parts::take(std::string_view bytes) {
    framing.add(bytes);
    while (auto frame = framing.next()) {
        if (frame->wrong.empty())
            receive(frame->message);
        else
            fail(nullptr, Fault::not_json, frame->wrong);
    }
}

void Server::Parts::receive(const std::string& text) {
    auto message = Json::parse(text, nullptr, false);
    if (message.is_discarded()) return fail(nullptr, Fault::not_json, say(message::server_not_json));
    const auto is_text = [&](const char* name) { return message.contains(name) && message[name].is_string(); };
    const bool answers_us = message.is_object() && !message.contains("method") && message.contains("id") &&
                            (message.contains("result") || message.contains("error"));
    if (answers_us) return;
    const auto id = message.is_object() && message.contains("id") ? message["id"] : Json();
    const bool known_id = id.is_null() || id.is_string() || id.is_number();
    const bool parameters = message.is_object() && (!message.contains("params") || message["params"].is_object() ||
                                                    message["params"].is_array() || message["params"].is_null());
    if (!message.is_object() || !is_text("method") || !known_id || !parameters ||
        message.value("jsonrpc", Json()) != "2.0")
        return fail(known_id ? id : Json(), Fault::no_request, say(message::server_no_request));
    if (message["method"] == "$/cancelRequest") {
        const auto asked = message.value("params", Json::object());
        const auto which = asked.is_object() ? asked.value("id", Json()) : Json();
        for (auto& each : queue)
            if (!which.is_null() && each.message.contains("id") && each.message["id"] == which) each.cancelled = true;
        return;
    }
    queue.push_back({std::move(message)});
}

void Server::Parts::handle(const Waiting& waiting) {
    const auto& message = waiting.message;
    const auto method = message["method"].get<std::string>();
    auto parameters = message.value("params", Json::object());
    if (parameters.is_null()) parameters = Json::object();
    const bool request = message.contains("id");
    const auto id = request ? message["id"] : Json();
    const auto refused = [&](Fault fault, const Text& why) {
        if (request)
            fail(id, fault, why);
        else
            send({{"method", "window/logMessage"}, {"params", {{"type", 1}, {"message", in_words(why)}}}});
    };
    try {
        if (!request) return notified(method, parameters);
        if (waiting.cancelled) return fail(id, Fault::cancelled, say(message::server_cancelled));
        if (state == State::new_ && method != "initialize")
            return fail(id, Fault::not_begun, say(message::server_not_begun));
        if (state == State::stopped) return fail(id, Fault::no_request, say(message::server_stopped));
        auto found = result(method, parameters);
        if (!found) return fail(id, Fault::no_method, say(message::server_no_method, {Text(method)}));
        send({{"id", id}, {"result", std::move(*found)}});
    } catch (const Refusal& refusal) {
        refused(refusal.fault, refusal.why);
    } catch (const Json::exception& wrong) {
        refused(Fault::wrong_parameters, say(message::server_wrong_parameters, {Text(method), Text(wrong.what())}));
    } catch (const std::exception& failed) {
        refused(Fault::failed, say(message::server_failed, {Text(failed.what())}));
    }
}

std::optional<Json> Server::Parts::result(const std::string& method, const Json& parameters) {
    if (method == "initialize") {
        if (state != State::new_) throw Refusal{Fault::no_request, say(message::server_begun)};
        client = client_of(parameters);
        state = State::begun;
        return capabilities(client.encoding);
    }
    if (method == "shutdown") {
        state = State::stopped;
        return Json();
    }
    return answers.to(method, parameters);
}

void Server::Parts::notified(const std::string& method, const Json& parameters) {
    if (method == "exit") {
        ended = state == State::stopped ? 0 : 1;
        return;
    }
    if (state != State::begun) return;
    if (method == "initialized") {
        if (client.watches)
            send({{"id", "belegd/watch"},
                  {"method", "client/registerCapability"},
                  {"params",
                   {{"registrations",
                     Json::array({{{"id", "belegd/watch"},
                                   {"method", "workspace/didChangeWatchedFiles"},
                                   {"registerOptions",
                                    {{"watchers", Json::array({{{"globPattern", "**/*.{belegd,md}"}}})}}}}})}}}});
        return;
    }
    if (method == "textDocument/didOpen") return open(parameters);
    if (method == "textDocument/didChange") return change(parameters);
    if (method == "textDocument/didClose") return close(parameters);
    if (method == "textDocument/didSave" || method == "workspace/didChangeWatchedFiles") {
        workspace.disk_changed();
        wire.forget();
        restless = true;
    }
}

void Server::Parts::open(const Json& parameters) {
    const auto& document = parameters.at("textDocument");
    const auto uri = document.at("uri").get<std::string>();
    const auto path = path_of(uri);
    auto text = document.at("text").get<std::string>();
    versions[path] = document.value("version", 0LL);
    wire.known_as(path, uri);
    workspace.disk_changed();
    workspace.open(path, std::move(text));
    wire.forget();
    restless = true;
}

void Server::Parts::change(const Json& parameters) {
    const auto& document = parameters.at("textDocument");
    const auto uri = document.at("uri").get<std::string>();
    const auto path = path_of(uri);
    if (workspace.open_text(path) == nullptr)
        throw Refusal{Fault::wrong_parameters, say(message::server_not_open, {Text(uri)})};
    for (const auto& each : parameters.at("contentChanges")) {
        const auto& text = each.at("text").get_ref<const std::string&>();
        if (each.contains("range")) {
            const auto& lines = wire.lines(path);
            const auto begin = lines.offset(position_of(each["range"].at("start")), client.encoding);
            const auto end = lines.offset(position_of(each["range"].at("end")), client.encoding);
            workspace.edit(path, begin, end, text);
        } else {
            workspace.open(path, text);
        }
        wire.forget();
    }
    versions[path] = document.value("version", versions[path] + 1);
    restless = true;
}

void Server::Parts::close(const Json& parameters) {
    const auto path = path_of(parameters.at("textDocument").at("uri").get<std::string>());
    workspace.close(path);
    versions.erase(path);
    wire.forget();
    restless = true;
}

void Server::Parts::tell(const std::string& path, Json problems, std::map<std::string, Json>& now) {
    Json parameters{{"uri", wire.uri(path)}};
    if (const auto version = versions.find(path); version != versions.end()) parameters["version"] = version->second;
    parameters["diagnostics"] = std::move(problems);
    const auto before = told.find(path);
    const bool nothing = before == told.end() && parameters["diagnostics"].empty() && versions.count(path) == 0;
    if (!nothing && (before == told.end() || before->second != parameters))
        send({{"method", "textDocument/publishDiagnostics"}, {"params", parameters}});
    if (!parameters["diagnostics"].empty() || versions.count(path) > 0) now[path] = std::move(parameters);
}

void Server::Parts::rest() {
    restless = false;
    std::map<std::string, Json> found, now;
    for (const auto& [path, version] : versions) found[path] = Json::array();
    for (const auto& model : workspace.models()) {
        const auto* analysis = workspace.model(model);
        if (analysis == nullptr) continue;
        for (const auto& problem : editor::problems(*analysis)) {
            auto& file = found.try_emplace(problem.at.path, Json::array()).first->second;
            auto each = wire.problem(problem, answers.language_of(*analysis));
            // Several models may use a file and find the same in it.
            if (std::find(file.begin(), file.end(), each) == file.end()) file.push_back(std::move(each));
        }
    }
    for (const auto& [path, before] : told) found.try_emplace(path, Json::array());
    for (auto& [path, problems] : found) tell(path, std::move(problems), now);
    told = std::move(now);
}

Server::Server(editor::World world, std::optional<Language> language)
    : parts_(std::make_unique<Parts>(std::move(world), language)) {}
Server::~Server() = default;
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;

void Server::take(std::string_view bytes) { parts_->take(bytes); }

bool Server::step() {
    auto& queue = parts_->queue;
    if (queue.empty() || parts_->ended) return false;
    const auto next = std::move(queue.front());
    queue.pop_front();
    parts_->handle(next);
    return true;
}

bool Server::is_restless() const { return parts_->restless; }

void Server::rest() { parts_->rest(); }

std::string Server::out() { return std::exchange(parts_->out, {}); }

std::optional<int> Server::ended() const { return parts_->ended; }

}  // namespace belegd::language_server
