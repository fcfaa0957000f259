#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/fold.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"
#include "syntax/load.hpp"
#include "syntax/markdown.hpp"

namespace belegd::cli {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargest = 512u << 20;  // bytes

/// Everything that a stream gives; nothing when it fails on the way or goes on for too long.
std::optional<std::string> all_of(std::istream& in) {
    std::string text;
    std::vector<char> part(1 << 16);
    while (in.read(part.data(), static_cast<std::streamsize>(part.size())) || in.gcount() > 0) {
        text.append(part.data(), static_cast<std::size_t>(in.gcount()));
        if (text.size() > kLargest) return std::nullopt;
    }
    return in.bad() ? std::nullopt : std::optional(std::move(text));
}

}  // namespace

std::optional<std::string> file_text(const std::string& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error) || fs::file_size(path, error) > kLargest) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    return in ? all_of(in) : std::nullopt;
}

Text why_not_read(const std::string& path) {
    std::error_code error;
    if (path == kStandard) return say(message::cannot_read_input);
    const auto status = fs::status(path, error);
    if (fs::is_fifo(status) || fs::is_character_file(status) || fs::is_block_file(status) || fs::is_socket(status))
        return say(message::is_no_file, {Text(path)});
    if (fs::is_regular_file(status) && fs::file_size(path, error) > kLargest && !error)
        return say(message::too_large, {Text(path), number(kLargest >> 20)});
    return say(message::cannot_read, {Text(path)});
}

std::optional<std::string> standard_input() {
    auto text = all_of(std::cin);
    // The stream takes an error of a closed input, or of a folder, for its end.
    return std::ferror(stdin) == 0 ? std::move(text) : std::nullopt;
}

bool there(const std::string& path) {
    std::error_code error;
    return fs::exists(path, error);
}

namespace {

/// A README shows excerpts of models, and is none.
bool is_model(const fs::path& path) {
    if (path.extension() == ".belegd") return true;
    if (!syntax::is_markdown(path.string()) || folded(path.stem().string()) == "readme") return false;
    const auto text = file_text(path.string());
    return text && syntax::has_model(*text);
}

/// The files that a model brings in with `gebruik "…"`.
std::vector<fs::path> brought_in(const fs::path& model) {
    std::vector<fs::path> out;
    for (const auto& path : syntax::files_used(model.string(), file_text(model.string()).value_or("")))
        out.push_back((model.parent_path() / path).lexically_normal());
    return out;
}

}  // namespace

std::vector<std::string> model_files(const std::string& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return {path};
    std::vector<std::string> out;
    for (fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error), end;
         at != end; at.increment(error)) {
        if (error) break;
        if (at->is_regular_file(error) && is_model(at->path())) out.push_back(at->path().string());
    }
    std::sort(out.begin(), out.end());
    // What another model brings in is a part of that one.
    std::vector<fs::path> parts;
    for (const auto& model : out)
        for (auto& part : brought_in(model)) parts.push_back(std::move(part));
    std::erase_if(out, [&](const std::string& each) {
        return std::find(parts.begin(), parts.end(), fs::path(each).lexically_normal()) != parts.end();
    });
    return out;
}

std::vector<std::string> models_in(const std::string& folder) {
    std::error_code error;
    std::vector<std::string> out;
    for (fs::directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end; at != end;
         at.increment(error)) {
        if (error) break;
        if (at->is_regular_file(error) && is_model(at->path())) out.push_back(at->path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<std::string> models_near(const std::string& path) {
    std::vector<std::string> out;
    for (auto folder = fs::path(path).parent_path();; folder = folder.parent_path()) {
        for (auto& each : models_in(folder.string())) out.push_back(std::move(each));
        if (folder == folder.parent_path()) return out;
    }
}

std::string from_here(const std::string& path) {
    std::error_code error;
    auto plain = fs::path(path).lexically_normal();
    if (!plain.is_absolute()) return plain.generic_string();
    const auto here = plain.lexically_relative(fs::current_path(error));
    const bool inside = !error && !here.empty() && *here.begin() != "..";
    return (inside ? here : plain).generic_string();
}

bool is_terminal(const std::string& path) {
    if (path == kStandard) return ::isatty(STDOUT_FILENO) != 0;
    std::error_code error;
    if (!fs::is_character_file(path, error)) return false;
    const int file = ::open(path.c_str(), O_WRONLY | O_NOCTTY | O_NONBLOCK);
    if (file < 0) return false;
    const bool out = ::isatty(file) != 0;
    ::close(file);
    return out;
}

bool same_file(const std::string& one, const std::string& other) {
    std::error_code error;
    return fs::is_regular_file(one, error) && fs::equivalent(one, other, error) && !error;
}

namespace {

/// An owner may be root, who can write anywhere: what nobody may write is read-only for everybody.
bool read_only(const std::string& path) {
    constexpr auto writes = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::is_regular_file(status)) return false;
    return (status.permissions() & writes) == fs::perms::none || ::access(path.c_str(), W_OK) != 0;
}

/// A new file beside another, under a name that nothing there has.
struct Draft {
    fs::path path;
    std::FILE* file = nullptr;
};
Draft draft_beside(const fs::path& target) {
    constexpr int kMost = 100;
    Draft out;
    for (int i = 0; i < kMost && out.file == nullptr; ++i) {
        out.path = target;
        out.path += i == 0 ? ".part" : "." + std::to_string(i) + ".part";
        out.file = std::fopen(out.path.c_str(), "wbx");
        if (out.file == nullptr && errno != EEXIST) break;
    }
    return out;
}

/// Who owns a file and who may read it, for the draft that takes its place; before anything stands in it.
void like(const fs::path& draft, const fs::path& target) {
    struct stat known {};
    if (::stat(target.c_str(), &known) != 0) return;
    if (::chown(draft.c_str(), known.st_uid, known.st_gid) != 0) errno = 0;  // only root gives files away
    ::chmod(draft.c_str(), known.st_mode & 07777);
}

}  // namespace

Text why_not_replaced(const std::string& path, const std::optional<std::string>& before) {
    if (read_only(path)) return say(message::is_read_only, {Text(path)});
    if (before && file_text(path) != before) return say(message::changed_meanwhile, {Text(path)});
    return {};
}

Text write_file(const std::string& path, const std::string& text, const std::optional<std::string>& before) {
    auto failed = say(message::cannot_write, {Text(path)});
    std::error_code error;
    // What is there and is no file, such as /dev/stdout, is written to as it is.
    const auto there = fs::status(path, error);
    if (fs::exists(there) && !fs::is_regular_file(there) && !fs::is_directory(there)) {
        std::ofstream out(path, std::ios::binary);
        out << text;
        return out.flush() ? Text() : failed;
    }
    if (read_only(path)) return say(message::is_read_only, {Text(path)});
    auto target = fs::path(path);
    if (fs::is_symlink(target, error)) target = fs::weakly_canonical(target, error);
    const auto draft = draft_beside(target);
    if (draft.file == nullptr) return failed;
    const auto given_up = [&](const Text& why) {
        fs::remove(draft.path, error);
        return why;
    };
    like(draft.path, target);
    const bool whole = std::fwrite(text.data(), 1, text.size(), draft.file) == text.size();
    if (std::fclose(draft.file) != 0 || !whole) return given_up(failed);
    if (auto why = why_not_replaced(path, before); !why.empty()) return given_up(why);
    fs::rename(draft.path, target, error);
    return error ? given_up(failed) : Text();
}

Text write_folder(const std::string& folder, const std::vector<NewFile>& files) {
    const fs::path place(folder);
    std::error_code error;
    // What of the path is not there yet, the deepest last: it goes again when nothing can be written.
    std::vector<fs::path> made;
    for (auto each = place.has_filename() ? place : place.parent_path(); !each.empty() && !fs::exists(each, error);
         each = each.parent_path())
        made.insert(made.begin(), each);
    std::vector<Draft> drafts;
    const auto given_up = [&](const Text& why) {
        for (const auto& draft : drafts) fs::remove(draft.path, error);
        for (auto each = made.rbegin(); each != made.rend(); ++each) fs::remove(*each, error);
        return why;
    };
    fs::create_directories(place, error);
    if (!fs::is_directory(place, error)) return given_up(say(message::cannot_make_folder, {Text(folder)}));
    std::vector<fs::path> targets;
    for (const auto& [name, text] : files) {
        auto target = place / name;
        auto failed = say(message::cannot_write, {Text(target.string())});
        if (fs::is_directory(target, error)) return given_up(failed);
        if (auto why = why_not_replaced(target.string(), std::nullopt); !why.empty()) return given_up(why);
        if (fs::is_symlink(target, error)) target = fs::weakly_canonical(target, error);
        const auto draft = draft_beside(target);
        if (draft.file == nullptr) return given_up(failed);
        drafts.push_back(draft);
        targets.push_back(target);
        like(draft.path, target);
        const bool whole = std::fwrite(text.data(), 1, text.size(), draft.file) == text.size();
        if (std::fclose(draft.file) != 0 || !whole) return given_up(failed);
    }
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        fs::rename(drafts[i].path, targets[i], error);
        if (error) return given_up(say(message::cannot_write, {Text(targets[i].string())}));
    }
    return {};
}

std::optional<std::string> beside(const std::string& model, const std::string& path) {
    std::error_code error;
    const auto folder = fs::weakly_canonical(fs::absolute(model, error).parent_path(), error);
    const auto wanted = fs::weakly_canonical(folder / path, error);
    const auto inside = std::mismatch(folder.begin(), folder.end(), wanted.begin(), wanted.end());
    if (error || inside.first != folder.end()) return std::nullopt;
    return file_text(wanted.string());
}

}  // namespace belegd::cli
