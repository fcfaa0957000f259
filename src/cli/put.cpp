#include "cli/put.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "cli/outputs.hpp"
#include "cli/reading.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/general.hpp"

namespace belegd::cli {
namespace {

/// The one table that was asked for: by its number, by its whole caption or heading, or by a part of it.
const render::CsvTable* table_named(const render::CsvTables& all, const std::string& asked, Text& wrong) {
    const auto& tables = all.tables;
    if (tables.empty()) return wrong = say(message::no_tables), nullptr;
    std::vector<const render::CsvTable*> found;
    std::vector<Text> names;
    const auto pick = [&](const auto& fits) {
        if (!found.empty()) return;
        names.clear();
        for (std::size_t i = 0; i < tables.size(); ++i) {
            if (!fits(i)) continue;
            found.push_back(&tables[i]);
            names.push_back(joined({number(static_cast<long long>(i) + 1),
                                    quoted(Text(tables[i].caption.empty() ? tables[i].heading : tables[i].caption))},
                                   " "));
        }
    };
    const auto words = folded(asked);
    pick([&](std::size_t i) { return std::to_string(i + 1) == asked; });
    pick([&](std::size_t i) { return folded(tables[i].caption) == words || folded(tables[i].heading) == words; });
    pick([&](std::size_t i) {
        return !words.empty() && (folded(tables[i].caption).find(words) != std::string::npos ||
                                  folded(tables[i].heading).find(words) != std::string::npos);
    });
    if (found.size() == 1) return found.front();
    const bool several = !found.empty();
    pick([](std::size_t) { return true; });
    wrong = say(several ? message::several_tables : message::no_such_table, {quoted(Text(asked)), joined(names, ", ")});
    return nullptr;
}

}  // namespace

void put(Result& result, const report::Document& document, const Call& call, Language language) {
    Text wrong;
    const auto* output = output_of(call, wrong);
    if (output == nullptr || output->document == nullptr) return;
    if (output->tables == nullptr || (!into_folder(call) && !call.table)) {
        result.out = output->document(document, language, call.width);
        return;
    }
    auto all = output->tables(document, language);
    if (call.table) {
        if (const auto* table = table_named(all, *call.table, wrong))
            result.out = table->bytes;
        else
            cannot(result, language, wrong);
        return;
    }
    for (auto& table : all.tables) result.in_folder.push_back({std::move(table.file), std::move(table.bytes)});
    result.in_folder.push_back({std::move(all.rest_file), std::move(all.rest)});
}

}  // namespace belegd::cli
