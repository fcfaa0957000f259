#include "cli/files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/fold.hpp"
#include "syntax/load.hpp"
#include "syntax/markdown.hpp"

namespace belegd::cli {
namespace fs = std::filesystem;

std::optional<std::string> file_text(const std::string& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error) && !fs::is_fifo(path, error) && !fs::is_character_file(path, error))
        return std::nullopt;
    if (fs::is_regular_file(path, error) && fs::file_size(path, error) > (512u << 20)) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::string text;
    for (char part[1 << 16]; in.read(part, sizeof part) || in.gcount() > 0;)
        text.append(part, static_cast<std::size_t>(in.gcount()));
    if (in.bad()) return std::nullopt;
    return text;
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

std::string from_here(const std::string& path) {
    std::error_code error;
    auto plain = fs::path(path).lexically_normal();
    if (!plain.is_absolute()) return plain.generic_string();
    const auto here = plain.lexically_relative(fs::current_path(error));
    const bool inside = !error && !here.empty() && *here.begin() != "..";
    return (inside ? here : plain).generic_string();
}

bool same_file(const std::string& one, const std::string& other) {
    std::error_code error;
    return fs::is_regular_file(one, error) && fs::equivalent(one, other, error) && !error;
}

bool write_file(const std::string& path, const std::string& text) {
    std::error_code error;
    // What is there and is no file, such as /dev/stdout, is written to as it is.
    const auto there = fs::status(path, error);
    if (fs::exists(there) && !fs::is_regular_file(there) && !fs::is_directory(there)) {
        std::ofstream out(path, std::ios::binary);
        out << text;
        return static_cast<bool>(out.flush());
    }
    auto target = fs::path(path);
    if (fs::is_symlink(target, error)) target = fs::weakly_canonical(target, error);
    auto draft = target;
    draft += ".part";
    {
        std::ofstream out(draft, std::ios::binary);
        out << text;
        if (!out.flush()) {
            std::error_code ignored;
            fs::remove(draft, ignored);
            return false;
        }
    }
    if (fs::is_regular_file(there)) fs::permissions(draft, there.permissions(), error);
    error.clear();
    fs::rename(draft, target, error);
    if (!error) return true;
    fs::remove(draft, error);
    return false;
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
