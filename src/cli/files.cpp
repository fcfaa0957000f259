#include "cli/files.hpp"

#include <algorithm>
#include <filesystem>

#include "base/fold.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"
#include "syntax/load.hpp"
#include "syntax/markdown.hpp"
#include "system/files.hpp"
#include "system/terminal.hpp"

namespace belegd::cli {
namespace fs = std::filesystem;  // only what paths look like: what lies there, `system` knows

namespace {

using Kind = system::Entry::Kind;

constexpr std::size_t kLargest = 512u << 20;  // bytes

}  // namespace

std::optional<std::string> file_text(const std::string& path) { return system::read_file(path, kLargest); }

Text why_not_read(const std::string& path) {
    if (path == kStandard) return say(message::cannot_read_input);
    const auto found = system::entry(path);
    if (found.kind == Kind::device) return say(message::is_no_file, {Text(path)});
    if (found.kind == Kind::file && found.bytes > kLargest)
        return say(message::too_large, {Text(path), number(kLargest >> 20)});
    return say(message::cannot_read, {Text(path)});
}

std::optional<std::string> standard_input() { return system::read_input(kLargest); }

bool there(const std::string& path) { return system::entry(path).kind != Kind::nothing; }

namespace {

/// A README shows excerpts of models, and is none.
bool is_model(const std::string& file) {
    const fs::path path(file);
    if (path.extension() == ".belegd") return true;
    if (!syntax::is_markdown(file) || folded(path.stem().string()) == "readme") return false;
    const auto text = file_text(file);
    return text && syntax::has_model(*text);
}

/// The models in a folder, and in those below it when asked.
std::vector<std::string> found_in(const std::string& folder, bool below) {
    auto out = system::files_in(folder, below);
    std::erase_if(out, [](const std::string& each) { return !is_model(each); });
    std::sort(out.begin(), out.end());
    return out;
}

/// The files that a model brings in with `gebruik "…"`.
std::vector<fs::path> brought_in(const std::string& model) {
    std::vector<fs::path> out;
    for (const auto& path : syntax::files_used(model, file_text(model).value_or("")))
        out.push_back((fs::path(model).parent_path() / path).lexically_normal());
    return out;
}

}  // namespace

std::vector<std::string> model_files(const std::string& path) {
    if (system::entry(path).kind != Kind::folder) return {path};
    auto out = found_in(path, true);
    // What another model brings in is a part of that one.
    std::vector<fs::path> parts;
    for (const auto& model : out)
        for (auto& part : brought_in(model)) parts.push_back(std::move(part));
    std::erase_if(out, [&](const std::string& each) {
        return std::find(parts.begin(), parts.end(), fs::path(each).lexically_normal()) != parts.end();
    });
    return out;
}

std::vector<std::string> models_in(const std::string& folder) { return found_in(folder, false); }

std::vector<std::string> models_near(const std::string& path) {
    std::vector<std::string> out;
    for (auto folder = fs::path(path).parent_path();; folder = folder.parent_path()) {
        for (auto& each : models_in(folder.generic_string())) out.push_back(std::move(each));
        if (folder == folder.parent_path()) return out;
    }
}

std::string from_here(const std::string& path) {
    auto plain = fs::path(path).lexically_normal();
    if (!plain.is_absolute()) return plain.generic_string();
    const auto here = plain.lexically_relative(system::current_folder());
    const bool inside = !here.empty() && *here.begin() != "..";
    return (inside ? here : plain).generic_string();
}

bool same_file(const std::string& one, const std::string& other) { return system::is_same_file(one, other); }

Text why_not_replaced(const std::string& path, const std::optional<std::string>& before) {
    if (system::is_read_only(path)) return say(message::is_read_only, {Text(path)});
    if (system::is_in_use(path)) return say(message::is_in_use, {Text(path)});
    if (before && file_text(path) != before) return say(message::changed_meanwhile, {Text(path)});
    return {};
}

Text write_file(const std::string& path, const std::string& text, const std::optional<std::string>& before) {
    const auto failed = say(message::cannot_write, {Text(path)});
    // What is there and is no file, such as /dev/stdout, is written to as it is.
    if (system::entry(path).kind == Kind::device) return system::write_device(path, text) ? Text() : failed;
    if (system::is_read_only(path)) return say(message::is_read_only, {Text(path)});
    system::Draft draft(path);
    if (!draft.write(text)) return failed;
    if (auto why = why_not_replaced(path, before); !why.empty()) return why;
    return draft.take_place() ? Text() : failed;
}

Text write_folder(const std::string& folder, const std::vector<NewFile>& files) {
    const fs::path place(folder);
    // What of the path is not there yet, the deepest last: it goes again when nothing can be written.
    std::vector<std::string> made;
    for (auto each = place.has_filename() ? place : place.parent_path(); !each.empty() && !there(each.generic_string());
         each = each.parent_path())
        made.insert(made.begin(), each.generic_string());
    std::vector<system::Draft> drafts;
    const auto given_up = [&](const Text& why) {
        drafts.clear();
        for (auto each = made.rbegin(); each != made.rend(); ++each) system::remove(*each);
        return why;
    };
    for (const auto& each : made)
        if (!system::make_folder(each)) return given_up(say(message::cannot_make_folder, {Text(folder)}));
    if (system::entry(folder).kind != Kind::folder) return given_up(say(message::cannot_make_folder, {Text(folder)}));
    for (const auto& [name, text] : files) {
        const auto target = (place / name).generic_string();
        const auto failed = say(message::cannot_write, {Text(target)});
        if (system::entry(target).kind == Kind::folder) return given_up(failed);
        if (auto why = why_not_replaced(target, std::nullopt); !why.empty()) return given_up(why);
        if (!drafts.emplace_back(target).write(text)) return given_up(failed);
    }
    for (std::size_t i = 0; i < drafts.size(); ++i)
        if (!drafts[i].take_place())
            return given_up(say(message::cannot_write, {Text((place / files[i].name).generic_string())}));
    return {};
}

std::optional<std::string> beside(const std::string& model, const std::string& path) {
    const auto parent = fs::path(model).parent_path().generic_string();
    const fs::path folder = system::whole_path(parent.empty() ? "." : parent);
    const fs::path wanted = system::whole_path((folder / path).generic_string());
    const auto inside = std::mismatch(folder.begin(), folder.end(), wanted.begin(), wanted.end());
    if (folder.empty() || wanted.empty() || inside.first != folder.end()) return std::nullopt;
    return file_text(wanted.generic_string());
}

}  // namespace belegd::cli
