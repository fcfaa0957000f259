#include "report/origins.hpp"

#include <set>
#include <string>

#include "diagnostics/messages/reports.hpp"

namespace belegd::report {

Table with_origins(const Table& table) {
    auto out = table;
    if (out.origins.empty() || out.shows_origins) return out;
    out.shows_origins = true;
    std::set<std::string> files;
    for (const auto& row : out.origins)
        for (const auto& each : row) files.insert(each.file);
    const bool one_file = files.size() == 1;
    out.columns.push_back(say(message::line_in, {one_file ? Text(*files.begin()) : say(message::the_model)}));
    for (std::size_t row = 0; row < out.rows.size(); ++row) {
        std::string said, file;
        for (const auto& each : out.origins[row]) {
            const bool goes_on = one_file || each.file == file;
            if (!said.empty()) said += goes_on ? ", " : "; ";
            if (!goes_on) said += each.file + " ";
            said += std::to_string(each.line);
            file = each.file;
        }
        out.rows[row].resize(out.columns.size() - 1);
        out.rows[row].emplace_back(Text(said));
    }
    return out;
}

bool names_origins(std::string_view column) {
    const auto name = say(message::line_in, {Text()});
    return column.starts_with(name.nl) || column.starts_with(name.en);
}

}  // namespace belegd::report
