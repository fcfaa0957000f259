#include "cli/run.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "base/hidden.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/language_server.hpp"
#include "cli/outputs.hpp"
#include "cli/watch.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"
#include "system/files.hpp"
#include "system/terminal.hpp"

namespace belegd::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

std::size_t terminal_width() {
    constexpr std::size_t least = 40, most = 400, otherwise = 100;
    if (const auto columns = system::environment("COLUMNS"))
        if (const int asked = std::atoi(columns->c_str()); asked >= static_cast<int>(least))
            return std::min(static_cast<std::size_t>(asked), most);
    if (const auto columns = system::columns_of_screen(); columns && *columns >= least) return std::min(*columns, most);
    return otherwise;
}

void tell(const Text& what, Language language) { std::cerr << "belegd: " << harmless(what.in(language)) << "\n"; }

/// Whether standard output took all of a text; when it did not, that is said, but not of a reader who has seen enough.
bool printed(const std::string& text, Language language) {
    const auto done = system::print(system::is_screen() ? harmless(text) : text);
    if (done == system::Printed::failed) tell(say(message::cannot_print), language);
    return done == system::Printed::whole;
}

}  // namespace

int run(int argc, const char* const* argv) {
    const system::Streams streams;
    const auto words = system::words_of_call(argc, argv);
    std::vector<const char*> given;
    given.reserve(words.size());
    for (const auto& word : words) given.push_back(word.c_str());
    auto asked = arguments(static_cast<int>(given.size()), given.data());
    if (!asked.call) {
        std::cerr << harmless(asked.err);
        return printed(asked.out, Language::nl) ? asked.exit_code : 2;
    }
    auto& call = *asked.call;
    for (auto& path : call.paths) path = system::typed_path(std::move(path));
    for (auto* path : {&call.output, &call.earlier, &call.house})
        if (*path) **path = system::typed_path(std::move(**path));
    if (call.width == 0) call.width = terminal_width();
    const auto language = call.language.value_or(Language::nl);
    for (const auto& path : call.paths)
        if (call.output && same_file(path, *call.output)) {
            tell(say(message::output_is_input, {Text(path)}), language);
            return 2;
        }
    Text no_form;  // told when it is to be written
    if (const auto* output = output_of(call, no_form);
        output != nullptr && output->binary &&
        (call.output && *call.output != kStandard ? system::is_screen(*call.output) : system::is_screen())) {
        tell(say(message::output_no_text, {Text(output->name)}), language);
        return 2;
    }
    if (call.watch) {
        for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, [](int) { interrupted = 1; });
        return watch(call, std::cerr, [] { return interrupted != 0; });
    }
    if (call.command == Call::Command::language_server && !call.textmate) return serve(call);
    const auto result = execute(call);
    std::cerr << result.err;
    const auto sound = [&](const Text& wrong) {
        if (!wrong.empty()) tell(wrong, language);
        return wrong.empty();
    };
    // All of the files or none.
    for (const auto& [path, text, before] : result.files)
        if (!sound(why_not_replaced(path, before))) return 2;
    for (const auto& [path, text, before] : result.files)
        if (!sound(write_file(path, text, before))) return 2;
    if (!result.in_folder.empty()) {
        std::vector<NewFile> files;
        for (const auto& [name, text, before] : result.in_folder) files.push_back({name, text});
        return sound(write_folder(*call.output, files)) && std::cerr ? result.exit_code : 2;
    }
    // What is not done leaves the file of before; a report of what could not be read is done.
    if (call.output && call.output != kStandard && !call.only_check && (result.exit_code != 2 || !result.out.empty())) {
        if (!sound(write_file(*call.output, result.out, result.before))) return 2;
    } else if (!printed(result.out, language)) {
        return 2;
    }
    // What was found goes to standard error: that may be a full device too.
    return std::cerr ? result.exit_code : 2;
}

}  // namespace belegd::cli
