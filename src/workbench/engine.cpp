// The binding: what the page asks as JSON, answered by the functions that answer the command line. Files lie in the memory
// of the page, so that a command reads its model as it always does; nothing here makes a document of its own.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "analysis/changes.hpp"
#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "render/render.hpp"
#include "report/overview.hpp"
#include "syntax/words.hpp"

namespace belegd::workbench {
namespace {

using Json = nlohmann::ordered_json;
using cli::Call;

struct Answer {
    std::string told;   ///< JSON
    std::string bytes;  ///< a document, or a text
};

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }
Json both(const Text& text) { return {{"nl", text.nl}, {"en", text.en}}; }

std::optional<std::string> text_of(const Json& asked, const char* name) {
    const auto found = asked.find(name);
    if (found == asked.end() || !found->is_string() || found->get_ref<const std::string&>().empty())
        return std::nullopt;
    return found->get<std::string>();
}

std::optional<Day> day_of(const Json& asked, const char* name) {
    const auto text = text_of(asked, name);
    return text ? day_from_iso(*text) : std::nullopt;
}

Call::Command command_of(const std::string& name) {
    using Command = Call::Command;
    constexpr std::pair<const char*, Command> all[] = {
        {"check", Command::check},       {"overview", Command::overview},   {"explain", Command::explain},
        {"rules", Command::rules},       {"questions", Command::questions}, {"test", Command::test},
        {"export", Command::export_},    {"coverage", Command::coverage},   {"graph", Command::graph},
        {"timeline", Command::timeline}, {"costs", Command::costs},         {"compare", Command::compare},
        {"impact", Command::impact},     {"decisions", Command::decisions}, {"format", Command::format},
        {"rename", Command::rename},     {"new", Command::create}};
    for (const auto& [known, command] : all)
        if (name == known) return command;
    return Command::check;
}

Call call_of(const Json& asked) {
    Call call;
    call.command = command_of(text_of(asked, "command").value_or(""));
    if (const auto path = text_of(asked, "path")) call.paths = {*path};
    call.name = text_of(asked, "name");
    call.new_name = text_of(asked, "new_name");
    if (const auto language = text_of(asked, "lang")) call.language = *language == "en" ? Language::en : Language::nl;
    call.format = text_of(asked, "format").value_or("");
    call.variant = text_of(asked, "variant");
    call.participant = text_of(asked, "for");
    call.before = text_of(asked, "before");
    call.after = text_of(asked, "after");
    call.tasks = text_of(asked, "tasks");
    call.on = day_of(asked, "on");
    call.today = day_of(asked, "today");
    call.house = text_of(asked, "template");
    call.print = call.command == Call::Command::format;
    if (const auto found = asked.find("participants"); found != asked.end())
        call.participants = found->get<std::vector<std::string>>();
    if (const auto extent = text_of(asked, "extent"))
        call.extent = *extent == "short"  ? report::Extent::brief
                      : *extent == "full" ? report::Extent::full
                                          : report::Extent::appendix;
    constexpr std::size_t width = 100;  // of a terminal that is not there
    call.width = width;
    return call;
}

Answer run(const Json& asked) {
    auto result = cli::execute(call_of(asked));
    return {written({{"exit", result.exit_code}, {"err", result.err}}), std::move(result.out)};
}

/// The model that was asked about last, until a file changes.
struct {
    std::string path;
    std::unique_ptr<analysis::Analysis> analysis;
} known;

Answer write(const Json& asked) {
    known = {};
    std::ofstream(asked.at("path").get<std::string>(), std::ios::binary)
        << asked.at("text").get_ref<const std::string&>();
    return {"{}", {}};
}

Answer remove(const Json& asked) {
    known = {};
    std::error_code ignored;
    std::filesystem::remove(asked.at("path").get<std::string>(), ignored);
    return {"{}", {}};
}

/// An offset in bytes as one in UTF-16, in which a page counts.
std::size_t in_page(std::string_view text, std::size_t at) {
    std::size_t out = 0;
    for (const char c : text.substr(0, at)) {
        const auto byte = static_cast<unsigned char>(c);
        constexpr unsigned char follows = 0x80, four = 0xF0;
        if ((byte & 0xC0) != follows) out += byte >= four ? 2 : 1;
    }
    return out;
}

Json change_json(const analysis::Analysis& analysis, const analysis::Change& change) {
    const auto text = analysis.texts.sources[analysis.texts.main].whole();
    return {{"from", in_page(text, change.span.begin)},
            {"to", in_page(text, change.span.end)},
            {"text", change.text},
            {"said", both(change.said)},
            {"tests", change.tests}};
}

/// Null when there is none.
const analysis::Analysis* model_of(const Json& asked) {
    auto path = asked.at("path").get<std::string>();
    if (!known.analysis || known.path != path) {
        auto analysis = cli::read(call_of(asked), path).analysis;
        known = {std::move(path), std::move(analysis)};
    }
    return known.analysis.get();
}

/// What the remedies of each finding write, by the id of the finding and in the order of its remedies; and what its code
/// is called and the articles it names, as they are printed.
Answer remedies(const Json& asked) {
    auto out = Json::object();
    if (const auto* analysis = model_of(asked); analysis != nullptr && analysis->readable())
        for (const auto& finding : analysis->findings) {
            auto changes = Json::array(), law = Json::array();
            for (const auto& change : analysis::proposed_changes(*analysis, finding))
                changes.push_back(change ? change_json(*analysis, *change) : Json());
            for (const auto& citation : finding.diagnostic.citations) law.push_back(both(spelled(citation)));
            out[finding.diagnostic.id] = {{"name", both(finding.diagnostic.code_name())},
                                          {"changes", std::move(changes)},
                                          {"law", std::move(law)}};
        }
    return {written(out), {}};
}

/// The smallest change that takes one finding away, tried; null when there is none.
Answer smallest(const Json& asked) {
    const auto call = call_of(asked);
    const auto path = asked.at("path").get<std::string>();
    const auto* analysis = model_of(asked);
    if (analysis != nullptr && analysis->readable())
        for (const auto& finding : analysis->findings) {
            if (finding.diagnostic.id != asked.at("id").get_ref<const std::string&>()) continue;
            const auto retry = [&](std::string text) { return cli::read_as(call, path, std::move(text)); };
            const auto change = analysis::smallest_change(*analysis, finding, retry);
            return {written(change ? change_json(*analysis, *change) : Json()), {}};
        }
    return {"null", {}};
}

/// What forms, choosers and completion offer of a model, or of the library alone.
Json names(const analysis::Analysis& analysis) {
    const auto& model = analysis.model;
    Json out{{"readable", analysis.readable()}, {"language", analysis.texts.language == Language::en ? "en" : "nl"}};
    const auto list = [&](const char* name, const auto& rows, const auto& more) {
        auto all = Json::array();
        for (const auto& row : rows) {
            Json each{{"name", row.name}};
            if constexpr (requires { row.title.nl; })
                if (!row.title.empty()) each["title"] = both(row.title);
            more(each, row);
            all.push_back(std::move(each));
        }
        out[name] = std::move(all);
    };
    const auto nothing = [](Json&, const auto&) {};
    const auto within = [&](const auto& rows) {
        return [&rows](Json& each, const auto& row) {
            if (row.parent.valid()) each["within"] = rows[row.parent.index].name;
        };
    };
    list("parties", model.parties, [](Json& each, const model::Party& party) {
        each["municipality"] = party.kind == model::Party::Kind::municipality;
        if (party.in_model) each["here"] = true;
        if (party.term.days.until != kNoEnd) each["until"] = iso(party.term.days.until);
    });
    list("organs", model.organs, nothing);
    list("tasks", model.tasks, within(model.tasks));
    list("functions", model.functions, within(model.functions));
    list("forms", model.forms, [&](Json& each, const model::Form& form) {
        if (form.family.valid()) each["within"] = model[form.family].name;
    });
    list("provisions", model.provisions, nothing);
    list("sources", model.documents, nothing);
    list("variants", model.variants, nothing);
    list("decisions", model.decisions, nothing);
    list("overviews", model.overviews, [&](Json& each, const model::Overview& overview) {
        if (overview.reference_day) each["day"] = iso(*overview.reference_day);
    });
    list("cooperations", model.cooperations, [&](Json& each, const model::Cooperation& row) {
        if (row.variant.valid()) each["variant"] = model[row.variant].name;
        each["version"] = row.version;
        auto parties = Json::array();
        for (const auto& participant : row.participants)
            if (participant.party.valid()) parties.push_back(model[participant.party].name);
        each["participants"] = std::move(parties);
        each["at"] = in_page(analysis.texts.sources[row.span.file].whole(), row.span.begin);
    });
    auto owners = Json::array();
    for (const auto id : model.owners()) owners.push_back(model[id].name);
    out["owners"] = std::move(owners);
    return out;
}

Answer model(const Json& asked) {
    const auto* analysis = model_of(asked);
    return {analysis != nullptr ? written(names(*analysis)) : "null", {}};
}

/// The appendix as a page, and of each of its tables what is to be asked about a cell and on which lines it rests.
Answer appendix(const Json& asked) {
    const auto call = call_of(asked);
    const auto* analysis = model_of(asked);
    if (analysis == nullptr || !analysis->readable()) {
        cli::Result failed;
        cli::one_model(call, failed);
        return {written({{"exit", failed.exit_code}, {"err", failed.err}}), {}};
    }
    const auto language = cli::language_of(call, *analysis);
    Text wrong;
    const auto what =
        report::overview_asked(analysis->model, {call.name, call.participant, call.variant, call.on}, wrong);
    if (!what) return {written({{"exit", 2}, {"err", wrong.in(language)}}), {}};
    const auto document = report::overview(*analysis, *what, call.extent);
    auto tables = Json::array();
    for (const auto& block : document.blocks) {
        const auto* table = std::get_if<report::Table>(&block);
        if (table == nullptr) continue;
        auto rows = Json::array();
        for (const auto& row : table->asked) {
            auto cells = Json::array();
            for (const auto& cell : row) {
                auto lines = Json::array();
                for (const auto& origin : cell.from)
                    if (origin.file == analysis->texts.sources[analysis->texts.main].bare_name())
                        lines.push_back(origin.line);
                cells.push_back({{"what", cell.what},
                                 {"variant", cell.variant},
                                 {"for", cell.parties},
                                 {"on", iso(cell.day)},
                                 {"lines", std::move(lines)}});
            }
            rows.push_back(std::move(cells));
        }
        tables.push_back(std::move(rows));
    }
    return {written({{"exit", 0}, {"err", ""}, {"tables", std::move(tables)}}), render::html(document, language)};
}

/// The words of the language, and the names of the library.
Answer language(const Json&) {
    using syntax::Word;
    auto words = Json::array();
    const auto ids = [](const std::vector<Word>& all) {
        auto out = Json::array();
        for (const auto word : all) out.push_back(syntax::info(word).id);
        return out;
    };
    for (auto i = static_cast<std::size_t>(Word::none) + 1; i < static_cast<std::size_t>(Word::protected_name); ++i) {
        const auto word = static_cast<Word>(i);
        const auto& info = syntax::info(word);
        words.push_back({{"id", info.id},
                         {"nl", info.phrase.nl},
                         {"en", info.phrase.en},
                         {"aliases", info.aliases},
                         {"roles", info.roles},
                         {"shape", static_cast<int>(info.shape)},
                         {"help", {{"nl", info.help.nl}, {"en", info.help.en}}},
                         {"takes", ids(syntax::taken_by(word))},
                         {"holds", ids(syntax::held_by(word))}});
    }
    return {written({{"words", std::move(words)},
                     {"top", ids(syntax::held_by(Word::none))},
                     {"library", names(*cli::library_model())}}),
            {}};
}

Answer answered(const Json& asked) {
    const auto what = asked.at("ask").get<std::string>();
    if (what == "run") return run(asked);
    if (what == "write") return write(asked);
    if (what == "remove") return remove(asked);
    if (what == "remedies") return remedies(asked);
    if (what == "smallest") return smallest(asked);
    if (what == "model") return model(asked);
    if (what == "appendix") return appendix(asked);
    return language(asked);
}

Answer last;

}  // namespace
}  // namespace belegd::workbench

extern "C" {

/// Answers a question in JSON. What it gave is read with the four functions below, until the next question.
void belegd_ask(const char* question) {
    using namespace belegd::workbench;
    try {
        last = answered(Json::parse(question));
    } catch (const std::exception& failed) {
        last = {written({{"failed", failed.what()}}), {}};
    }
}
const char* belegd_told() { return belegd::workbench::last.told.data(); }
std::size_t belegd_told_size() { return belegd::workbench::last.told.size(); }
const char* belegd_bytes() { return belegd::workbench::last.bytes.data(); }
std::size_t belegd_bytes_size() { return belegd::workbench::last.bytes.size(); }
}
