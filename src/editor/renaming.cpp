#include "editor/renaming.hpp"

#include <algorithm>
#include <set>

#include "diagnostics/messages/commands.hpp"
#include "syntax/load.hpp"

namespace belegd::editor {

using analysis::Analysis;

Files files_of(Workspace& workspace) {
    return {
        [](const std::string& path) { return path; },
        [&workspace](const std::string& path) {
            auto out = workspace.world().models_near(path);
            for (auto& each : workspace.models())
                if (std::find(out.begin(), out.end(), each) == out.end()) out.push_back(std::move(each));
            return out;
        },
        [&workspace](const std::string& path) { return workspace.text(path); },
        [&workspace](const std::string& model, const std::string& used) { return workspace.text_beside(model, used); },
        [&workspace](const std::string& path) -> std::unique_ptr<Analysis> {
            auto text = workspace.text(path);
            if (!text) return nullptr;
            return analysis::of(
                path, std::move(*text), [&](const std::string& used) { return workspace.text_beside(path, used); },
                graph::Mode::planned, workspace.world().today());
        }};
}

Text Renaming::everywhere(const std::string& path, std::unique_ptr<Analysis> before) {
    auto wrong = in(path, std::move(before));
    if (wrong.empty()) wrong = in_who_shares();
    if (wrong.empty() && !can_be_read()) wrong = say(message::rename_breaks, {quoted(Text(to_))});
    return wrong;
}

/// Changes a model and the files it uses; gives why that cannot be.
Text Renaming::in(const std::string& path, std::unique_ptr<Analysis> before) {
    const auto& texts = before->texts;
    auto made = resolve::renamed(texts, before->model, name_, to_, kind_);
    if (!made.wrong.empty()) return std::move(made.wrong);
    for (auto& [file, text, places, replaced] : made.files) {
        const auto where = file == texts.main ? path : texts.sources[file].name();
        const auto name = files_.one_name(where);
        const auto known = changed_.find(name);
        if (known == changed_.end())
            changed_[name] = {where, std::move(text), std::string(texts.sources[file].whole()), std::move(replaced)};
        else if (known->second.text != text)
            return say(message::rename_two_ways, {Text(where)});
    }
    models_.push_back({path, std::move(before)});
    return {};
}

/// Changes the other models that use what was changed. They lie beside it or in a folder above: nobody can use a file
/// that does not lie below his own folder.
Text Renaming::in_who_shares() {
    std::set<std::string> looked;
    for (bool more = true; more;) {
        more = false;
        const auto now = changed_;
        for (const auto& [name, change] : now) {
            if (!looked.insert(name).second) continue;
            more = true;
            for (const auto& path : files_.models_near(name))
                if (auto why = in_other(path, name, change.path); !why.empty()) return why;
        }
    }
    return {};
}

/// Reads all of it again as it would be: a name that breaks a sentence elsewhere is not given.
bool Renaming::can_be_read() const {
    return std::all_of(models_.begin(), models_.end(), [&](const Model& each) {
        const auto& main = each.before->texts.sources[each.before->texts.main];
        const auto found = changed_.find(files_.one_name(each.path));
        const auto again = analysis::of(
            main.name(), found == changed_.end() ? std::string(main.whole()) : found->second.text,
            [&](const std::string& used) -> std::optional<std::string> {
                const auto other = changed_.find(files_.one_name(syntax::folder_of(each.path) + used));
                return other == changed_.end() ? files_.beside(each.path, used) : std::optional(other->second.text);
            },
            graph::Mode::planned);
        return again->readable() && again->model.mentions.size() == each.before->model.mentions.size() &&
               again->coverage.answers.size() == each.before->coverage.answers.size() &&
               again->diagnostics.items().size() == each.before->diagnostics.items().size();
    });
}

/// `shared` is a changed file, `shown` its path for people.
Text Renaming::in_other(const std::string& path, const std::string& shared, const std::string& shown) {
    if (files_.one_name(path) == shared || has(path) || !uses(path, shared)) return {};
    auto other = files_.read(path);
    if (!other || !other->readable()) return say(message::rename_shared_unreadable, {Text(path), Text(shown)});
    auto why = in(path, std::move(other));
    return why.empty() ? why : say(message::rename_shared_not, {Text(path), Text(shown), why});
}

bool Renaming::has(const std::string& path) const {
    return std::any_of(models_.begin(), models_.end(),
                       [&](const Model& each) { return files_.one_name(each.path) == files_.one_name(path); });
}

/// Whether a model has this file, also by way of another.
bool Renaming::uses(const std::string& model, const std::string& shared) const {
    const auto folder = syntax::folder_of(model);
    std::set<std::string> seen;
    std::vector<std::string> left{model};
    while (!left.empty()) {
        const auto file = left.back();
        left.pop_back();
        for (const auto& used : syntax::files_used(file, files_.text(file).value_or(""))) {
            const auto name = files_.one_name(folder + used);
            if (name == shared) return true;
            if (seen.insert(name).second) left.push_back(name);
        }
    }
    return false;
}

}  // namespace belegd::editor
