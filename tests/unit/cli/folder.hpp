#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace belegd::cli {
namespace fs = std::filesystem;

/// A folder that is there for one test.
class Folder {
   public:
    Folder() : path_(fs::temp_directory_path() / ("belegd-test-" + std::to_string(std::random_device{}()))) {
        fs::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    std::string path() const { return path_.string(); }
    /// Writes a file, with the folders it lies in.
    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    std::string read(const std::string& name) const {
        std::ifstream in(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    /// What lies in it, by name.
    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const auto& each : fs::directory_iterator(path_)) out.push_back(each.path().filename().string());
        std::sort(out.begin(), out.end());
        return out;
    }

   private:
    fs::path path_;
};

}  // namespace belegd::cli
