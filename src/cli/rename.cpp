#include "cli/rename.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "cli/files.hpp"
#include "cli/reading.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/general.hpp"
#include "resolve/names/navigation.hpp"
#include "syntax/load.hpp"

namespace belegd::cli {
namespace {

namespace fs = std::filesystem;
using analysis::Analysis;

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

/// One name that becomes another, in a model and in every other that has a file in common with it.
class Renaming {
   public:
    explicit Renaming(const Call& call) : call_(call) {}

    /// Changes a model and the files it uses; gives why that cannot be.
    Text in(const std::string& path, std::unique_ptr<Analysis> before) {
        const auto& texts = before->texts;
        auto made = resolve::renamed(texts, before->model, *call_.name, *call_.new_name, kind_named(call_.kind));
        if (!made.wrong.empty()) return std::move(made.wrong);
        for (const auto& [file, text, places] : made.files) {
            const auto where = file == texts.main ? path : texts.sources[file].name();
            const auto known = changed_.find(one_name(where));
            if (known == changed_.end())
                changed_[one_name(where)] = {where, text, std::string(texts.sources[file].whole()), places};
            else if (known->second.text != text)
                return say(message::rename_two_ways, {Text(where)});
        }
        models_.push_back({path, std::move(before)});
        return {};
    }

    /// Changes the other models that use what was changed. They lie beside it or in a folder above: nobody can use a file
    /// that does not lie below his own folder.
    Text in_who_shares() {
        std::set<std::string> looked;
        for (bool more = true; more;) {
            more = false;
            const auto now = changed_;
            for (const auto& [name, change] : now) {
                if (name == kStandard || !looked.insert(name).second) continue;
                more = true;
                for (auto folder = fs::path(name).parent_path();; folder = folder.parent_path()) {
                    for (const auto& path : models_in(folder.string()))
                        if (auto why = in_other(path, name, change.path); !why.empty()) return why;
                    if (folder == folder.parent_path()) break;
                }
            }
        }
        return {};
    }

    /// Reads all of it again as it would be: a name that breaks a sentence elsewhere is not given.
    bool can_be_read() const {
        return std::all_of(models_.begin(), models_.end(), [&](const Model& each) {
            const auto& main = each.before->texts.sources[each.before->texts.main];
            const auto found = changed_.find(one_name(each.path));
            const auto again = analysis::of(
                main.name(), found == changed_.end() ? std::string(main.whole()) : found->second.text,
                [&](const std::string& used) -> std::optional<std::string> {
                    const auto other = changed_.find(one_name((fs::path(each.path).parent_path() / used).string()));
                    return other == changed_.end() ? beside(each.path, used) : std::optional(other->second.text);
                },
                graph::Mode::planned);
            return again->readable() && again->model.mentions.size() == each.before->model.mentions.size() &&
                   again->coverage.answers.size() == each.before->coverage.answers.size() &&
                   again->diagnostics.items().size() == each.before->diagnostics.items().size();
        });
    }

    struct Change {
        std::string path, text, before;
        std::size_t places = 0;
    };
    const std::map<std::string, Change>& changed() const { return changed_; }

   private:
    struct Model {
        std::string path;
        std::unique_ptr<Analysis> before;
    };

    /// By whatever path it is reached, a file has one name.
    static std::string one_name(const std::string& path) {
        std::error_code error;
        return path == kStandard ? path : fs::weakly_canonical(fs::absolute(path, error), error).string();
    }

    /// `shared` is a changed file, `shown` its path for people.
    Text in_other(const std::string& found, const std::string& shared, const std::string& shown) {
        const auto path = from_here(found);
        if (one_name(found) == shared || has(found) || !uses(found, shared)) return {};
        auto other = read(call_, path);
        if (!other.analysis || !other.analysis->readable())
            return say(message::rename_shared_unreadable, {Text(path), Text(shown)});
        auto why = in(path, std::move(other.analysis));
        return why.empty() ? why : say(message::rename_shared_not, {Text(path), Text(shown), why});
    }

    bool has(const std::string& path) const {
        return std::any_of(models_.begin(), models_.end(),
                           [&](const Model& each) { return one_name(each.path) == one_name(path); });
    }

    /// Whether a model has this file, also by way of another.
    static bool uses(const std::string& model, const std::string& shared) {
        const auto folder = fs::path(model).parent_path();
        std::set<std::string> seen;
        std::vector<std::string> left{model};
        while (!left.empty()) {
            const auto file = left.back();
            left.pop_back();
            for (const auto& used : syntax::files_used(file, file_text(file).value_or(""))) {
                const auto name = one_name((folder / used).string());
                if (name == shared) return true;
                if (seen.insert(name).second) left.push_back(name);
            }
        }
        return false;
    }

    const Call& call_;
    std::map<std::string, Change> changed_;
    std::vector<Model> models_;
};

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
    Renaming renaming(call);
    auto wrong = renaming.in(path, std::move(analysis));
    if (wrong.empty()) wrong = renaming.in_who_shares();
    if (wrong.empty() && !renaming.can_be_read()) wrong = say(message::rename_breaks, {quoted(Text(*call.new_name))});
    if (!wrong.empty()) return cannot(result, language, wrong), result;
    std::vector<Text> files;
    std::size_t places = 0;
    for (const auto& [name, change] : renaming.changed()) {
        if (name == kStandard)
            result.out = change.text;
        else
            result.files.push_back({change.path, change.text, change.before});
        files.emplace_back(change.path);
        places += change.places;
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
