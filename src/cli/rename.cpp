#include "cli/rename.hpp"

#include "cli/files.hpp"
#include "cli/reading.hpp"
#include "diagnostics/messages/commands.hpp"
#include "editor/renaming.hpp"
#include "system/files.hpp"

namespace belegd::cli {
namespace {

struct Kind {
    const char *nl, *en;
    model::NameKind kind;
};
constexpr Kind kKinds[] = {{"partij", "party", model::NameKind::party},
                           {"functie", "function", model::NameKind::function},
                           {"taak", "task", model::NameKind::task},
                           {"vorm", "form", model::NameKind::form},
                           {"bron", "source", model::NameKind::document},
                           {"variant", "variant", model::NameKind::variant},
                           {"besluit", "decision", model::NameKind::decision},
                           {"orgaan", "organ", model::NameKind::organ},
                           {"pakket", "package", model::NameKind::package},
                           {"overzicht", "overview", model::NameKind::overview},
                           {"wet", "law", model::NameKind::statute},
                           {"procedure", "procedure", model::NameKind::procedure},
                           {"stap", "step", model::NameKind::step},
                           {"criterium", "criterion", model::NameKind::criterion},
                           {"bepaling", "provision", model::NameKind::provision},
                           {"hoedanigheid", "capacity", model::NameKind::capacity},
                           {"voorwaarde", "condition", model::NameKind::condition}};

std::optional<model::NameKind> kind_named(const std::string& kind) {
    for (const auto& each : kKinds)
        if (kind == each.nl || kind == each.en) return each.kind;
    return std::nullopt;
}

/// Files as they lie on the disk; by whatever path it is reached, a file has one name.
editor::Files on_disk(const Call& call) {
    return {[](const std::string& path) { return path == kStandard ? path : system::whole_path(path); },
            [](const std::string& path) {
                auto out = path == kStandard ? std::vector<std::string>() : models_near(path);
                for (auto& each : out) each = from_here(each);
                return out;
            },
            file_text, beside, [&call](const std::string& path) { return read(call, path).analysis; }};
}

}  // namespace

std::vector<std::string> kinds_of_names() {
    std::vector<std::string> out;
    for (const auto& each : kKinds)
        for (const std::string name : {each.nl, each.en})
            if (out.empty() || out.back() != name) out.push_back(name);
    return out;
}

Result rename(const Call& call) {
    Result result;
    auto [path, analysis] = one_model(call, result);
    if (!analysis) return result;
    const auto language = language_of(call, *analysis);
    editor::Renaming renaming(on_disk(call), *call.name, *call.new_name, kind_named(call.kind));
    const auto wrong = renaming.everywhere(path, std::move(analysis));
    if (!wrong.empty()) return cannot(result, language, wrong), result;
    std::vector<Text> files;
    std::size_t places = 0;
    for (const auto& [name, change] : renaming.changed()) {
        if (name == kStandard)
            result.out = change.text;
        else
            result.files.push_back({change.path, change.text, change.before});
        files.emplace_back(change.path);
        places += change.replaced.size();
    }
    const auto from = quoted(Text(*call.name)), to = quoted(Text(*call.new_name));
    // What was renamed on standard input is the result; the sentence about it is not.
    (result.out.empty() ? result.out : result.err) +=
        (places == 1 ? say(message::rename_once, {from, to, listed(files)})
                     : say(message::rename_done, {from, to, number(static_cast<long long>(places)), listed(files)}))
            .in(language) +
        "\n";
    return result;
}

}  // namespace belegd::cli
