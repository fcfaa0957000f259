#include "cli/files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace belegd::cli {
namespace fs = std::filesystem;

std::optional<std::string> file_text(const std::string& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error) && !fs::is_fifo(path, error) && !fs::is_character_file(path, error))
        return std::nullopt;
    if (fs::is_regular_file(path, error) && fs::file_size(path, error) > (512u << 20)) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (in.bad()) return std::nullopt;
    return text;
}

std::vector<std::string> model_files(const std::string& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return {path};
    std::vector<std::string> out;
    for (fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error), end;
         at != end; at.increment(error)) {
        if (error) break;
        if (at->is_regular_file(error) && at->path().extension() == ".belegd") out.push_back(at->path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

bool write_file(const std::string& wanted, const std::string& text) {
    // Through a link to the file itself; who could read it before can read it afterwards.
    std::error_code absent;
    const auto known = fs::canonical(wanted, absent);
    const auto path = absent ? wanted : known.string();
    const auto draft = path + ".part";
    {
        std::ofstream out(draft, std::ios::binary);
        out << text;
        if (!out.flush()) {
            std::error_code ignored;
            fs::remove(draft, ignored);
            return false;
        }
    }
    std::error_code error;
    if (!absent) fs::permissions(draft, fs::status(path, error).permissions(), error);
    fs::rename(draft, path, error);
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
