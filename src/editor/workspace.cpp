#include "editor/workspace.hpp"

#include <algorithm>
#include <set>

#include "syntax/markdown.hpp"
#include "syntax/parser.hpp"

namespace belegd::editor {

void Workspace::edit(const std::string& path, std::size_t begin, std::size_t end, std::string_view text) {
    const auto found = open_.find(path);
    if (found == open_.end()) return;
    auto& whole = found->second;
    begin = std::min(begin, whole.size());
    end = std::clamp(end, begin, whole.size());
    whole.replace(begin, end - begin, text);
}

void Workspace::close(const std::string& path) {
    open_.erase(path);
    disk_changed();
    const auto left = models();
    for (auto each = known_.begin(); each != known_.end();)
        each = std::find(left.begin(), left.end(), each->first) == left.end() ? known_.erase(each) : std::next(each);
}

void Workspace::disk_changed() {
    disk_.clear();
    disk_beside_.clear();
    near_.clear();
}

const std::string* Workspace::open_text(const std::string& path) const {
    const auto found = open_.find(path);
    return found == open_.end() ? nullptr : &found->second;
}

std::optional<std::string> Workspace::text(const std::string& path) {
    if (const auto* text = open_text(path)) return *text;
    auto found = disk_.find(path);
    if (found == disk_.end()) found = disk_.emplace(path, world_.text(path)).first;
    return found->second;
}

std::optional<std::string> Workspace::text_beside(const std::string& model, const std::string& used) {
    if (const auto* text = open_text(syntax::folder_of(model) + used)) return *text;
    auto found = disk_beside_.find({model, used});
    if (found == disk_beside_.end())
        found = disk_beside_.emplace(std::pair(model, used), world_.beside(model, used)).first;
    return found->second;
}

const std::vector<std::string>& Workspace::uses(const std::string& path) {
    auto text_now = text(path).value_or("");
    auto& [read, files] = uses_[path];
    if (read != text_now) {
        files = syntax::files_used(path, text_now);
        read = std::move(text_now);
    }
    return files;
}

bool Workspace::uses(const std::string& path, const std::string& wanted) {
    // What is used names its files from the folder of the model, whoever uses it.
    const auto folder = syntax::folder_of(path);
    std::set<std::string> seen;
    std::vector<std::string> left{path};
    while (!left.empty()) {
        const auto each = std::move(left.back());
        left.pop_back();
        for (const auto& used : uses(each)) {
            auto name = folder + used;
            if (name == wanted) return true;
            if (seen.insert(name).second) left.push_back(std::move(name));
        }
    }
    return false;
}

std::vector<std::string> Workspace::models_of(const std::string& path) {
    auto near = near_.find(path);
    if (near == near_.end()) near = near_.emplace(path, world_.models_near(path)).first;
    auto candidates = near->second;
    for (const auto& [other, text] : open_)
        if (path.starts_with(syntax::folder_of(other))) candidates.push_back(other);
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::erase_if(candidates,
                  [&](const std::string& other) { return other == path || !uses(other, path) || uses(path, other); });
    // Of models that use each other's only those count that no other uses.
    std::vector<std::string> out;
    for (const auto& each : candidates)
        if (std::none_of(candidates.begin(), candidates.end(), [&](const std::string& other) {
                return other != each && uses(other, each) && !uses(each, other);
            }))
            out.push_back(each);
    if (out.empty()) out.push_back(path);
    return out;
}

std::vector<std::string> Workspace::models() {
    std::set<std::string> out;
    for (const auto& [path, text] : open_)
        for (auto& each : models_of(path)) out.insert(std::move(each));
    return {out.begin(), out.end()};
}

bool Workspace::is_current(const std::string& path, const Known& known) {
    return text(path) == known.text && std::all_of(known.used.begin(), known.used.end(), [&](const auto& each) {
               return text_beside(path, each.first) == each.second;
           });
}

const analysis::Analysis* Workspace::model(const std::string& path) {
    if (const auto found = known_.find(path); found != known_.end() && is_current(path, found->second))
        return found->second.analysis.get();
    Known now;
    now.text = text(path);
    if (now.text && (!syntax::is_markdown(path) || syntax::has_model(*now.text))) {
        const auto read = [&](const std::string& used) {
            auto out = text_beside(path, used);
            now.used.emplace_back(used, out);
            return out;
        };
        now.analysis = analysis::of(path, *now.text, read, graph::Mode::planned, world_.today());
    }
    auto& kept = known_[path];
    kept = std::move(now);
    return kept.analysis.get();
}

const analysis::Analysis* Workspace::known(const std::string& path) const {
    const auto found = known_.find(path);
    return found == known_.end() ? nullptr : found->second.analysis.get();
}

bool Workspace::is_settled() {
    const auto all = models();
    return std::all_of(all.begin(), all.end(), [&](const std::string& path) {
        const auto found = known_.find(path);
        return found != known_.end() && is_current(path, found->second);
    });
}

const syntax::Piece* Reading::piece_at(std::uint32_t at) const {
    const syntax::Piece* out = nullptr;
    for (const auto& piece : cut.all) {
        if (piece.begin > at) break;
        // Where two pieces touch, the one that begins there is meant.
        if (piece.end >= at) out = &piece;
    }
    return out;
}

Reading reading(const std::string& path, std::string text, const syntax::Lexicon& lexicon) {
    Reading out;
    if (syntax::is_markdown(path)) {
        auto model = syntax::model_text(text);
        out.sources.add(Source(path, std::move(text), true, std::move(model)));
    } else {
        out.sources.add(Source(path, std::move(text)));
    }
    Diagnostics unheard;
    out.tree = syntax::parse(out.sources, 0, lexicon, unheard);
    out.cut = syntax::pieces(out.text(), out.tree, lexicon, {});
    return out;
}

const syntax::Lexicon& plain_lexicon() {
    static const auto out = [] {
        Diagnostics unheard;
        // Also those of other authorities, so that a text which uses them keeps them: `commissaris van de Koning`.
        return syntax::load(
                   "", "gebruik overheden\n", [](const std::string&) { return std::nullopt; }, unheard,
                   syntax::library_trees())
            .lexicon;
    }();
    return out;
}

std::optional<std::uint32_t> file_of(const analysis::Analysis& analysis, std::string_view path) {
    const auto& sources = analysis.texts.sources;
    for (std::uint32_t file = 0; file < sources.size(); ++file)
        if (sources[file].own() && sources[file].name() == path) return file;
    return std::nullopt;
}

}  // namespace belegd::editor
