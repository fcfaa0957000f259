// The only file that sees CLI11.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/suggest.hpp"
#include "base/version.hpp"
#include "cli/call.hpp"
#include "cli/create.hpp"
#include "cli/description.hpp"
#include "cli/files.hpp"
#include "cli/outputs.hpp"
#include "cli/rename.hpp"
#include "diagnostics/codes.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/calendar.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/compared.hpp"
#include "diagnostics/messages/costs.hpp"
#include "diagnostics/messages/decisions.hpp"
#include "diagnostics/messages/drawing.hpp"
#include "diagnostics/messages/editor.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/impact.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/repair.hpp"
#include "diagnostics/messages/rules.hpp"
#include "report/slots.hpp"

namespace belegd::cli {
namespace {

/// CLI11's help without its English words and types.
class Help : public CLI::Formatter {
   public:
    explicit Help(Language language) : language_(language) {}
    std::string make_positionals(const CLI::App* app) const override {
        const auto options = app->get_options([](const CLI::Option* option) { return option->get_positional(); });
        return options.empty() ? std::string() : make_group(say(message::help_about).in(language_), true, options);
    }
    std::string make_option_opts(const CLI::Option* option) const override {
        if (option->get_type_size() == 0 || option->get_positional()) return {};
        const auto type = option->get_type_name();
        return " " + type.substr(0, type.find(':'));
    }

    /// With the other names of the command.
    std::string make_description(const CLI::App* app) const override {
        auto out = CLI::Formatter::make_description(app);
        std::vector<Text> others;
        for (const auto& alias : app->get_aliases()) others.emplace_back(alias);
        if (!others.empty()) out += say(message::help_alias, {listed(others)}).in(language_) + "\n";
        return out;
    }

   private:
    Language language_;
};

/// The language of help and of errors in the call: asked for with --lang, otherwise Dutch.
Language spoken(int argc, const char* const* argv) {
    for (int i = 1; i + 1 < argc; ++i)
        if (std::string_view(argv[i]) == "--lang" && std::string_view(argv[i + 1]) == "en") return Language::en;
    for (int i = 1; i < argc; ++i)
        if (std::string_view(argv[i]) == "--lang=en") return Language::en;
    return Language::nl;
}

/// Every command with its options, and where what is given is kept until it has been read.
class CommandLine {
   public:
    /// With the options of all commands, or of the one that is asked for: for most calls the others need none.
    explicit CommandLine(Language language, std::string_view asked = {})
        : language_(language), app(text(message::help_app), "belegd") {
        whole();
        models();
        others();
        const auto one = std::find_if(commands_.begin(), commands_.end(),
                                      [&](const auto& each) { return each.first->check_name(std::string(asked)); });
        for (const auto& [command, options] : commands_) {
            if (one != commands_.end() && command != one->first) continue;
            command->set_help_flag("-h,--help", text(message::help_help));
            spoken_in(*command, lang);
            options(command);
        }
        // CLI11 names its groups in English; these are the same ones by the names of the language asked for.
        grouped(app);
        for (auto* command : app.get_subcommands({})) grouped(*command);
    }
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    std::string text(Message message) const { return say(message).in(language_); }
    static std::string version() { return std::string("belegd ") + kVersion; }

   private:
    using Options = std::function<void(CLI::App*)>;
    Language language_;
    std::vector<std::pair<CLI::App*, Options>> commands_;

   public:
    Call call;
    std::string lang, lang_before, into, on, today, only, deny, file, participants, about, width;
    Text refusal;  ///< what is wrong with a value
    CLI::App app;
    CLI::App* overview = nullptr;
    CLI::App* check = nullptr;

   private:
    void whole() {
        app.formatter(std::make_shared<Help>(language_));
        app.get_formatter()->label("OPTIONS", text(message::help_options));
        app.get_formatter()->label("SUBCOMMAND", text(message::help_command));
        app.get_formatter()->label("Usage", text(message::help_usage));
        app.get_formatter()->column_width(26);
        app.require_subcommand(1);
        app.allow_windows_style_options(false);  // `/model.belegd` is a path there too
        app.set_version_flag("--version", version(), text(message::help_version));
        app.set_help_flag("-h,--help", text(message::help_help));
        app.footer(text(message::help_exit) + "\n" + text(message::help_folders) + "\n" + text(message::help_streams));
        spoken_in(app, lang_before);
    }

    /// The commands that read models.
    void models() {
        check = begin(Call::Command::check, message::help_check, [this](CLI::App* command) {
            common(command);
            files(command);
            format(command, Call::Command::check);
            one_of(command->add_option("--deny", deny, text(message::help_deny)), {"warning", "note"});
            command->add_option("--only,--alleen", only, text(message::help_only))
                ->type_name(text(message::help_type_codes));
            looked_at(command);
            command->add_flag("--watch", call.watch, text(message::help_watch));
            narrowed(command);
        });

        overview = begin(Call::Command::overview, message::help_overview, [this](CLI::App* command) {
            common(command);
            one_file(command);
            command->add_option("NAME", call.name, text(message::help_overview_name));
            format(command, Call::Command::overview);
            one_table(command);
            narrowed(command);
            auto* brief = command->add_flag_callback(
                "--short,--kort", [this] { call.extent = report::Extent::brief; }, text(message::help_short));
            command
                ->add_flag_callback(
                    "--full,--volledig", [this] { call.extent = report::Extent::full; }, text(message::help_full))
                ->excludes(brief);
            command->add_flag("--update", call.update, text(message::help_update));
            command->add_option("--template,--sjabloon", call.house, text(message::help_house))
                ->type_name(text(message::help_type_file));
            command->add_option("--check", call.earlier, text(message::help_earlier))
                ->type_name(text(message::help_type_file));
        });

        begin(Call::Command::graph, message::help_graph, [this](CLI::App* command) {
            common(command);
            one_file(command);
            command->add_option("NAME", call.name, text(message::help_overview_name));
            format(command, Call::Command::graph);
            one_table(command);
            narrowed(command);
            command->add_option("--tasks,--taken", call.tasks, text(message::help_tasks))
                ->type_name(text(message::help_type_name));
        });

        begin(Call::Command::timeline, message::help_timeline, [this](CLI::App* command) {
            common(command);
            one_file(command);
            command->add_option("NAME", call.name, text(message::help_overview_name));
            format(command, Call::Command::timeline);
            one_table(command);
            who(command);
            command->add_option("--today,--vandaag", today, text(message::help_judged))
                ->type_name(text(message::help_type_day));
        });

        begin(Call::Command::costs, message::help_costs, [this](CLI::App* command) {
            common(command);
            one_file(command);
            command->add_option("NAME", call.name, text(message::help_overview_name));
            format(command, Call::Command::costs);
            one_table(command);
            who(command);
        });

        begin(Call::Command::compare, message::help_compare, [this](CLI::App* command) {
            common(command);
            one_file(command);
            command->add_option("A", call.before, text(message::help_compared))->required();
            command->add_option("B", call.after, text(message::help_compared));
            format(command, Call::Command::compare);
            one_table(command);
            narrowed(command);
        });

        begin(Call::Command::impact, message::help_impact, [this](CLI::App* command) {
            common(command);
            one_file(command);
            command->add_option("PARTY", call.name, text(message::help_impact_party))->required();
            format(command, Call::Command::impact);
            one_table(command);
            narrowed(command);
        });

        begin(Call::Command::repair, message::help_repair, [this](CLI::App* command) {
            common(command);
            one_file(command);
            format(command, Call::Command::repair);
            one_table(command);
            who(command);
        });

        begin(Call::Command::decisions, message::help_decisions, [this](CLI::App* command) {
            common(command);
            one_file(command);
            command->add_option("NAME", call.name, text(message::help_overview_name));
            format(command, Call::Command::decisions);
            one_table(command);
            who(command);
            command->add_option("--today,--vandaag", today, text(message::help_judged))
                ->type_name(text(message::help_type_day));
        });

        begin(Call::Command::questions, message::help_questions, [this](CLI::App* command) {
            common(command);
            files(command);
            format(command, Call::Command::questions);
            command->add_option("--only,--alleen", only, text(message::help_only_questions))
                ->type_name(text(message::help_type_codes));
            looked_at(command);
            who(command);
        });

        begin(Call::Command::explain, message::help_explain, [this](CLI::App* command) {
            common(command);
            command->add_option("FILE", file, text(message::help_explain_file))->required();
            command->add_option("WHAT", call.name, text(message::help_explain_what));
            format(command, Call::Command::explain);
            narrowed(command);
        });

        begin(Call::Command::rules, message::help_rules, [this](CLI::App* command) {
            common(command);
            command->add_option("FILE", file, text(message::help_file));
            format(command, Call::Command::rules);
            one_table(command);
        });

        begin(Call::Command::test, message::help_test, [this](CLI::App* command) {
            common(command);
            files(command);
            format(command, Call::Command::test);
            looked_at(command);
        });

        begin(Call::Command::export_, message::help_export, [this](CLI::App* command) {
            common(command);
            one_file(command);
            format(command, Call::Command::export_);
        });

        begin(Call::Command::coverage, message::help_coverage, [this](CLI::App* command) {
            common(command);
            one_file(command);
            format(command, Call::Command::coverage);
        });

        begin(Call::Command::format, message::help_layout, [this](CLI::App* command) {
            common(command);
            command->add_option("PATH", call.paths, text(message::help_layout_paths))->required();
            one_of(command->add_option("--language", into, text(message::help_layout_language)), {"nl", "en"});
            command->add_flag("--check", call.only_check, text(message::help_layout_check));
            command->add_flag("--stdout", call.print, text(message::help_layout_stdout));
        });

        begin(Call::Command::rename, message::help_rename, [this](CLI::App* command) {
            common(command);
            one_file(command);
            command->add_option("OLD", call.name, text(message::help_rename_old))->required();
            command->add_option("NEW", call.new_name, text(message::help_rename_new))->required();
            one_of(command->add_option("--kind", call.kind, text(message::help_rename_kind)), kinds_of_names());
        });
    }

    /// The commands that read none.
    void others() {
        begin(Call::Command::create, message::help_new, [this](CLI::App* command) {
            command->add_option("KIND", call.name, text(message::help_new_kind))->type_name(choice(template_names()));
            command->add_option("FILE", file, text(message::help_new_file));
            command->add_option("--for", participants, text(message::help_new_for))
                ->type_name(text(message::help_type_names));
        });

        begin(Call::Command::completion, message::help_completion, [this](CLI::App* command) {
            one_of(command->add_option("SHELL", call.name, text(message::help_completion_shell))->required(),
                   {"bash", "zsh", "fish", "powershell"});
            output(command);
        });

        begin(Call::Command::man, message::help_man, [this](CLI::App* command) { output(command); });

        begin(Call::Command::language_server, message::help_server, [this](CLI::App* command) {
            command->add_flag_callback(
                "--stdio", [] {}, text(message::help_server_stdio));
            command->add_flag("--textmate", call.textmate, text(message::help_server_textmate));
        });

        begin(Call::Command::help, message::help_help_command, [this](CLI::App* command) {
            std::vector<std::string> names;
            for (const auto* each : app.get_subcommands({})) names.push_back(each->get_name());
            command->add_option("COMMAND", about, text(message::help_help_about))->type_name(choice(names));
        });
    }

    void spoken_in(CLI::App& command, std::string& which) {
        one_of(command.add_option("--lang", which, text(message::help_lang)), {"nl", "en"});
    }
    /// A command; `options` adds what may stand behind it.
    CLI::App* begin(Call::Command which, Message help, Options options) {
        const auto& names = names_of(which);
        auto* command = app.add_subcommand(std::string(names.english), text(help));
        command->alias(std::string(names.dutch));
        command->callback([this, which] { call.command = which; });
        command->group(text(message::help_commands));
        commands_.emplace_back(command, std::move(options));
        return command;
    }
    void output(CLI::App* command) {
        command->add_option("-o,--output", call.output, text(message::help_output))
            ->type_name(text(message::help_type_file));
    }
    void common(CLI::App* command) {
        output(command);
        command->add_flag("--certain", call.certain, text(message::help_certain));
        auto* option = command->add_option("--width", width, text(message::help_width));
        option->type_name("40-400")->check(told([this, option](const std::string& said) {
            const bool digits =
                !said.empty() && said.size() <= 3 && said.find_first_not_of("0123456789") == std::string::npos;
            if (digits && std::stoi(said) >= 40 && std::stoi(said) <= 400) return true;
            refusal = say(message::call_value, {Text(option->get_name())});
            return false;
        }));
    }
    void files(CLI::App* command) { command->add_option("PATH", call.paths, text(message::help_paths))->required(); }
    void one_file(CLI::App* command) { command->add_option("FILE", file, text(message::help_file))->required(); }
    static std::string choice(const std::vector<std::string>& known) {
        std::string out;
        for (const auto& each : known) out += (out.empty() ? "" : "|") + each;
        return out;
    }
    void format(CLI::App* command, Call::Command which) {
        std::vector<std::string> known;
        for (const auto* each : outputs_of(which)) {
            known.emplace_back(each->name);
            if (each->tables != nullptr)
                command->get_option("--output")->description(text(message::help_output_tables));
        }
        one_of(command->add_option("--format", call.format, text(message::help_format)), known);
    }
    /// Takes one of these words, and says so itself: what CLI11 says of a wrong value is in English.
    void one_of(CLI::Option* option, const std::vector<std::string>& known) {
        option->type_name(choice(known))->check(told([this, option, known](const std::string& said) {
            if (std::find(known.begin(), known.end(), said) != known.end()) return true;
            std::vector<Text> all(known.begin(), known.end());
            refusal = say(message::call_choose, {Text(option->get_name()), joined(all, ",")});
            return false;
        }));
    }
    /// A validator that leaves what is wrong in `refusal`.
    static std::function<std::string(const std::string&)> told(std::function<bool(const std::string&)> right) {
        return
            [right = std::move(right)](const std::string& said) { return std::string(right(said) ? "" : "refused"); };
    }
    void who(CLI::App* command) {
        command->add_option("--variant", call.variant, text(message::help_variant))
            ->type_name(text(message::help_type_name));
        command->add_option("--for", call.participant, text(message::help_for))
            ->type_name(text(message::help_type_name));
    }
    void narrowed(CLI::App* command) {
        who(command);
        command->add_option("--on", on, text(message::help_on))->type_name(text(message::help_type_day));
    }
    void one_table(CLI::App* command) {
        command->add_option("--table,--tabel", call.table, text(message::help_table))
            ->type_name(text(message::help_type_name));
    }
    void looked_at(CLI::App* command) {
        command->add_option("--today,--vandaag", today, text(message::help_today))
            ->type_name(text(message::help_type_day));
    }
    void grouped(CLI::App& command) const {
        for (auto* option : command.get_options())
            option->group(text(option->get_positional() ? message::help_about : message::help_flags));
    }
};

std::vector<std::string> parts(std::string_view list, char between) {
    std::vector<std::string> out;
    while (true) {
        const auto end = std::min(list.find(between), list.size());
        auto part = list.substr(0, end);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!part.empty()) out.emplace_back(part);
        if (end == list.size()) return out;
        list.remove_prefix(end + 1);
    }
}

/// What `--only` may ask for: a code, by itself or by its name, or how codes begin (`B`, `W`, `B0`).
std::optional<std::string> code_or_beginning(const std::string& said) {
    if (auto code = code_named(said)) return code;
    auto begin = said;
    for (auto& c : begin)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const bool letters = std::all_of(begin.begin(), begin.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    constexpr std::size_t kMostLetters = 3;  // of the code of a rule
    const auto& codes = all_codes();
    const bool known = std::any_of(codes.begin(), codes.end(),
                                   [&](Code code) { return std::string_view(info(code).id).starts_with(begin); });
    return known || (letters && begin.size() <= kMostLetters) ? std::optional(begin) : std::nullopt;
}

Text unknown_code(const std::string& said) {
    const auto unknown = say(message::unknown_code, {quoted(Text(said))});
    const auto near = nearest_code(said);
    return near ? joined({unknown, say(message::did_you_mean, {Text(*near)})}, "; ") : unknown;
}

Parameter described(const CLI::Option& option, const std::string& file_type) {
    Parameter out;
    out.help = option.get_description();
    out.positional = option.get_positional();
    out.required = option.get_required();
    out.repeated = option.get_expected_max() > 1;
    if (out.positional) {
        out.names = {option.get_name()};
    } else {
        for (const auto& name : option.get_snames()) out.names.push_back("-" + name);
        for (const auto& name : option.get_lnames()) out.names.push_back("--" + name);
    }
    if (option.get_type_size() == 0) return out;
    const auto type = option.get_type_name();
    out.value = type.substr(0, type.find(':'));
    if (out.value.find('|') != std::string::npos) out.choices = parts(out.value, '|');
    out.file = out.value == file_type || out.names.front() == "PATH" || out.names.front() == "FILE";
    return out;
}

std::vector<Parameter> described(const CLI::App& app, const std::string& file_type) {
    std::vector<Parameter> out;
    for (const auto* option : app.get_options()) out.push_back(described(*option, file_type));
    return out;
}

Arguments refused(const CommandLine& line, const std::string& what) {
    return {{}, 2, {}, "belegd: " + what + "\n" + line.text(message::help_hint) + "\n"};
}

/// Which commands there are, and which of them a word that is none may have meant.
Text which_command(const CLI::App& app, const std::vector<std::string>& words) {
    std::vector<Text> known;
    std::vector<std::string> names;
    for (const auto* command : app.get_subcommands({}))
        known.emplace_back(command->get_name()), names.push_back(command->get_name());
    auto said = say(message::call_command, {listed(known)});
    for (const auto& word : words)
        if (const auto near = word.starts_with('-') ? std::nullopt : nearest(word, names))
            said = joined({said, say(message::did_you_mean, {Text(*near)})}, "; ");
    return said;
}

/// What was called: the command, or the whole.
const CLI::App& called(const CLI::App& app) {
    const auto commands = app.get_subcommands();
    return commands.empty() ? app : *commands.back();
}

/// What a command asks for and was not given.
std::vector<Text> missing(const CLI::App& app) {
    std::vector<Text> out;
    for (const auto* option : called(app).get_options())
        if (option->get_required() && option->count() == 0) out.emplace_back(option->get_name());
    return out;
}

/// The options behind which a value is missing, or more stands than they take.
std::vector<Text> unfinished(const CLI::App& app, const std::vector<std::string>& words) {
    std::vector<Text> out;
    for (const auto* from : {&called(app), &app})
        for (const auto* option : from->get_options()) {
            std::size_t times = 0;
            bool wrong = false;
            for (std::size_t i = 0; i < words.size(); ++i) {
                const auto equals = words[i].find('=');
                if (!words[i].starts_with('-') || !option->check_name(words[i].substr(0, equals))) continue;
                ++times;
                const bool valued = equals != std::string::npos;
                const bool alone = i + 1 == words.size() || words[i + 1].starts_with('-');
                wrong = wrong || (option->get_type_size() == 0 ? valued : !valued && alone);
            }
            if (wrong || (times > 1 && option->get_type_size() != 0)) out.emplace_back(option->get_name());
        }
    if (out.empty()) out.emplace_back(words.empty() ? std::string() : words.back());
    return out;
}

/// `belegd help`, `belegd help check`
Arguments helped(Language language, const std::string& about) {
    const CommandLine line(language);  // CLI11 shows the help of a command that was called for that of the whole
    if (about.empty()) return {{}, 0, line.app.help(), {}};
    for (const auto* command : line.app.get_subcommands({}))
        if (command->check_name(about)) return {{}, 0, command->help("belegd"), {}};
    return refused(line, which_command(line.app, {about}).in(language));
}

}  // namespace

std::vector<std::string> CommandHelp::names() const {
    auto out = aliases;
    out.insert(out.begin(), name);
    return out;
}

Description description(Language language) {
    const CommandLine line(language);
    const auto file = line.text(message::help_type_file);
    Description out{line.app.get_description(), described(line.app, file), {}};
    for (const auto* command : line.app.get_subcommands({}))
        out.commands.push_back(
            {command->get_name(), command->get_aliases(), command->get_description(), described(*command, file)});
    return out;
}

Arguments arguments(int argc, const char* const* argv) {
    const auto language = spoken(argc, argv);
    CommandLine line(language, argc > 1 ? argv[1] : "");
    auto& call = line.call;
    auto& app = line.app;
    Arguments out;
    const auto wrong = [&](const std::string& what) { return refused(line, what); };
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const CLI::App* asked = &app;
        for (const auto* command : app.get_subcommands()) asked = command;
        out.out = asked->help(asked == &app ? "" : "belegd");
        return out;
    } catch (const CLI::CallForVersion&) {
        out.out = CommandLine::version() + "\n";
        return out;
    } catch (const CLI::RequiredError&) {
        if (argc < 2) {
            out.out = app.help();
            out.exit_code = 2;
            return out;
        }
        if (app.get_subcommands().empty()) {
            return wrong(which_command(app, {argv + 1, argv + argc}).in(language));
        }
        return wrong(say(message::call_missing, {listed(missing(app))}).in(language));
    } catch (const CLI::ExtrasError&) {
        std::string left;
        for (const auto& each : app.remaining(true)) left += (left.empty() ? "" : " ") + each;
        return wrong(say(message::call_extra, {Text(left)}).in(language));
    } catch (const CLI::ValidationError&) {
        return wrong(line.refusal.in(language));
    } catch (const CLI::ParseError&) {
        return wrong(say(message::call_value, {alternatives(unfinished(app, {argv + 1, argv + argc}))}).in(language));
    }
    if (!line.file.empty()) call.paths = {line.file};
    if (line.lang.empty()) line.lang = line.lang_before;
    if (!line.lang.empty()) call.language = line.lang == "en" ? Language::en : Language::nl;
    if (!line.into.empty()) call.into = line.into == "en" ? Language::en : Language::nl;
    for (const auto& [said, day] : {std::pair(&line.on, &call.on), std::pair(&line.today, &call.today)}) {
        if (said->empty()) continue;
        *day = report::day_of_words(*said);
        if (!*day) return wrong(say(message::call_date, {Text(*said)}).in(language));
    }
    for (const auto& said : parts(line.only, ',')) {
        auto code = code_or_beginning(said);
        if (!code) return wrong(unknown_code(said).in(language));
        call.only.push_back(std::move(*code));
    }
    if (!line.deny.empty()) call.deny = line.deny == "warning" ? Severity::warning : Severity::note;
    if (!line.width.empty()) call.width = std::stoul(line.width);
    call.participants = parts(line.participants, ',');
    if (call.command == Call::Command::help) return helped(language, line.about);
    if (call.watch && std::find(call.paths.begin(), call.paths.end(), kStandard) != call.paths.end())
        return wrong(say(message::call_not_together, {Text("--watch"), Text(kStandard)}).in(language));
    if (call.watch)
        for (const auto* other : {"--format", "--output"})
            if (line.check->count(other) > 0)
                return wrong(say(message::call_not_together, {Text("--watch"), Text(other)}).in(language));
    if (call.update)
        for (const auto* other : {"--format", "--output", "--variant", "--for", "--on", "--short", "--table", "NAME"})
            if (line.overview->count(other) > 0)
                return wrong(say(message::call_not_together, {Text("--update"), Text(other)}).in(language));
    if (call.house) {
        for (const auto* other : {"--format", "--table", "--update", "--check"})
            if (line.overview->count(other) > 0)
                return wrong(say(message::call_not_together, {Text("--template"), Text(other)}).in(language));
        call.format = "docx";
    }
    if (call.earlier)
        for (const auto* other : {"--format", "--output", "--update"})
            if (line.overview->count(other) > 0)
                return wrong(say(message::call_not_together, {Text("--check"), Text(other)}).in(language));
    out.call = std::move(call);
    return out;
}

}  // namespace belegd::cli
