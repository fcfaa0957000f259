#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "editor/workspace.hpp"

/// Files that lie nowhere, for tests of an editor.
namespace belegd::editor {

struct Disk {
    std::map<std::string, std::string> files;  ///< by path: `/m/model.belegd`
    std::size_t read = 0;                      ///< how often a file was read

    World world() {
        const auto text = [this](const std::string& path) -> std::optional<std::string> {
            ++read;
            const auto found = files.find(path);
            return found == files.end() ? std::nullopt : std::optional(found->second);
        };
        return {
            text,
            [text](const std::string& model, const std::string& used) { return text(syntax::folder_of(model) + used); },
            [this](const std::string& path) {
                std::vector<std::string> out;
                for (const auto& [other, content] : files)
                    if (path.starts_with(syntax::folder_of(other))) out.push_back(other);
                return out;
            },
            [] { return *day_of(2026, 6, 1); }};
    }
};

/// A text and the place in it that is marked `‸`.
struct Marked {
    explicit Marked(std::string marked) : text(std::move(marked)) {
        constexpr std::string_view kMark = "‸";
        const auto found = text.find(kMark);
        if (found == std::string::npos) return;
        at = static_cast<std::uint32_t>(found);
        text.erase(found, kMark.size());
    }
    std::string text;
    std::uint32_t at = 0;
};

}  // namespace belegd::editor
