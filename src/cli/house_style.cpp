#include "cli/house_style.hpp"

#include <filesystem>
#include <utility>

#include "base/fold.hpp"
#include "cli/files.hpp"
#include "cli/outputs.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"
#include "render/controls/controls.hpp"

namespace belegd::cli {
namespace {

namespace fs = std::filesystem;

/// The file that a word processor puts beside one that it has open; empty when there is none. Word puts `~$` before a short
/// name, and in a longer one over its first letters.
std::string owner_of(const std::string& path) {
    const fs::path file(path);
    const auto name = file.filename().string();
    std::vector<std::string> names{".~lock." + name + "#", "~$" + name};
    for (const std::size_t over : {std::size_t{1}, std::size_t{2}})
        if (name.size() > over) names.push_back("~$" + name.substr(over));
    for (const auto& each : names)
        if (there((file.parent_path() / each).generic_string())) return each;
    return {};
}

}  // namespace

Result in_house_style(const Call& call, const analysis::Analysis& analysis, const model::Overview& what,
                      Language language, Result result) {
    const auto& path = *call.house;
    std::vector<Text> wrong;
    if (call.output && there(*call.output))
        if (const auto owner = owner_of(*call.output); !owner.empty())
            wrong.push_back(say(message::house_is_open, {Text(*call.output), Text(owner)}));
    if (call.output && *call.output != kStandard)
        if (const auto ending = folded(fs::path(*call.output).extension().string());
            ending != ".docx" && !(ending.empty() && !into_folder(call) && there(*call.output)))
            wrong.push_back(say(message::house_ending, {Text(*call.output)}));
    auto bytes = file_text(path);
    if (!bytes) wrong.push_back(why_not_read(path));
    if (bytes) {
        const auto document = report::overview(analysis, what, call.extent, report::Headings::plain);
        auto filled = render::filled(*bytes, document, language);
        for (const auto& each : filled.wrong) wrong.push_back(say(message::house_wrong, {Text(path), each}));
        for (const auto& each : filled.remarks)
            result.err += say(message::house_wrong, {Text(path), each}).in(language) + "\n";
        result.out = std::move(filled.bytes);
    }
    if (!wrong.empty()) {
        wrong.push_back(say(message::house_not_filled, {Text(path)}));
        for (const auto& each : wrong) result.err += "belegd: " + each.in(language) + "\n";
        result.out.clear();
        result.exit_code = 2;
        return result;
    }
    if (call.output && same_file(path, *call.output)) result.before = std::move(bytes);
    return result;
}

}  // namespace belegd::cli
