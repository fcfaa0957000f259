// The only file that sees CLI11.
#include <CLI/CLI.hpp>

#include "base/suggest.hpp"
#include "base/version.hpp"
#include "cli/call.hpp"
#include "diagnostics/diagnostic.hpp"

namespace belegd::cli {
namespace {

/// CLI11's help without its English words and types.
class Help : public CLI::Formatter {
   public:
    explicit Help(Language language) : language_(language) {}
    std::string make_positionals(const CLI::App* app) const override {
        const auto options = app->get_options([](const CLI::Option* option) { return option->get_positional(); });
        return options.empty() ? std::string() : make_group(say(Message::help_about).in(language_), true, options);
    }
    std::string make_option_opts(const CLI::Option* option) const override {
        if (option->get_type_size() == 0 || option->get_positional()) return {};
        const auto type = option->get_type_name();
        return " " + type.substr(0, type.find(':'));
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

}  // namespace

Arguments arguments(int argc, const char* const* argv) {
    const auto language = spoken(argc, argv);
    const auto text = [&](Message message) { return say(message).in(language); };
    Call call;
    std::string lang, lang_before, into, on, deny;
    const auto version = std::string("belegd ") + kVersion;

    CLI::App app{text(Message::help_app), "belegd"};
    app.formatter(std::make_shared<Help>(language));
    app.get_formatter()->label("OPTIONS", text(Message::help_options));
    app.get_formatter()->label("SUBCOMMAND", text(Message::help_command));
    app.get_formatter()->label("Usage", text(Message::help_usage));
    app.get_formatter()->column_width(26);
    app.require_subcommand(1);
    app.set_version_flag("--version", version, text(Message::help_version));
    app.set_help_flag("-h,--help", text(Message::help_help));
    app.footer(text(Message::help_footer));

    const auto spoken_in = [&](CLI::App& command, std::string& which) {
        command.add_option("--lang", which, text(Message::help_lang))
            ->type_name("nl|en")
            ->check(CLI::IsMember({"nl", "en"}));
    };
    spoken_in(app, lang_before);
    const auto common = [&](CLI::App* command) {
        command->set_help_flag("-h,--help", text(Message::help_help));
        command->group(text(Message::help_commands));
        spoken_in(*command, lang);
        command->add_option("-o,--output", call.output, text(Message::help_output))
            ->type_name(text(Message::help_type_file));
        command->add_flag("--certain", call.certain, text(Message::help_certain));
        command->add_option("--width", call.width, text(Message::help_width))
            ->type_name("40-400")
            ->check(CLI::Range(40, 400));
    };
    const auto begin = [&](const char* name, const char* alias, Message help, Call::Command which) {
        auto* command = app.add_subcommand(name, text(help));
        if (*alias != '\0') command->alias(alias);
        command->callback([&call, which] { call.command = which; });
        common(command);
        return command;
    };
    const auto files = [&](CLI::App* command) {
        command->add_option("PATH", call.paths, text(Message::help_paths))->required();
    };
    std::string file;
    const auto one_file = [&](CLI::App* command) {
        command->add_option("FILE", file, text(Message::help_file))->required();
    };
    const auto format = [&](CLI::App* command, std::vector<std::string> known) {
        std::string choice;
        for (const auto& each : known) choice += (choice.empty() ? "" : "|") + each;
        command->add_option("--format", call.format, text(Message::help_format))
            ->type_name(choice)
            ->check(CLI::IsMember(known));
    };
    const auto narrowed = [&](CLI::App* command) {
        command->add_option("--variant", call.variant, text(Message::help_variant))
            ->type_name(text(Message::help_type_name));
        command->add_option("--for", call.participant, text(Message::help_for))
            ->type_name(text(Message::help_type_name));
        command->add_option("--on", on, text(Message::help_on))->type_name(text(Message::help_type_day));
    };

    auto* check = begin("check", "controleer", Message::help_check, Call::Command::check);
    files(check);
    format(check, {"text", "json", "sarif", "github", "junit"});
    check->add_option("--deny", deny, text(Message::help_deny))
        ->type_name("warning|note")
        ->check(CLI::IsMember({"warning", "note"}));
    narrowed(check);

    auto* overview = begin("overview", "overzicht", Message::help_overview, Call::Command::overview);
    one_file(overview);
    overview->add_option("NAME", call.name, text(Message::help_overview_name));
    format(overview, {"text", "md", "html", "csv", "json"});
    narrowed(overview);
    overview->add_flag("--update", call.update, text(Message::help_update));

    auto* explain = begin("explain", "leg-uit", Message::help_explain, Call::Command::explain);
    explain->add_option("FILE", file, text(Message::help_explain_file))->required();
    explain->add_option("WHAT", call.name, text(Message::help_explain_what));
    format(explain, {"text", "md", "html", "json"});
    narrowed(explain);

    auto* test = begin("test", "toets", Message::help_test, Call::Command::test);
    files(test);
    format(test, {"text", "json", "github", "junit"});

    auto* facts = begin("export", "exporteer", Message::help_export, Call::Command::export_);
    one_file(facts);
    format(facts, {"json"});

    auto* coverage = begin("coverage", "dekking", Message::help_coverage, Call::Command::coverage);
    one_file(coverage);
    format(coverage, {"json"});

    auto* layout = begin("format", "opmaak", Message::help_layout, Call::Command::format);
    layout->add_option("PATH", call.paths, text(Message::help_layout_paths))->required();
    layout->add_option("--language", into, text(Message::help_layout_language))
        ->type_name("nl|en")
        ->check(CLI::IsMember({"nl", "en"}));
    layout->add_flag("--check", call.only_check, text(Message::help_layout_check));
    layout->add_flag("--stdout", call.print, text(Message::help_layout_stdout));

    auto* rename = begin("rename", "hernoem", Message::help_rename, Call::Command::rename);
    one_file(rename);
    rename->add_option("OLD", call.name, text(Message::help_rename_old))->required();
    rename->add_option("NEW", call.new_name, text(Message::help_rename_new))->required();
    rename->add_option("--kind", call.kind, text(Message::help_rename_kind))
        ->type_name(text(Message::help_type_kind))
        ->check(CLI::IsMember({"party", "function", "task", "form", "source", "variant", "decision", "organ", "package",
                               "overview", "law", "procedure", "step"}));

    // CLI11 names its groups in English; these are the same ones by the names of the language asked for.
    const auto grouped = [&](CLI::App& command) {
        for (auto* option : command.get_options())
            option->group(text(option->get_positional() ? Message::help_about : Message::help_flags));
    };
    grouped(app);
    for (auto* command : app.get_subcommands({})) grouped(*command);

    Arguments out;
    const auto wrong = [&](const std::string& what) {
        out.exit_code = 2;
        out.err = "belegd: " + what + "\n" + text(Message::help_hint) + "\n";
        return out;
    };
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const CLI::App* asked = &app;
        for (const auto* command : app.get_subcommands()) asked = command;
        out.out = asked->help(asked == &app ? "" : "belegd");
        return out;
    } catch (const CLI::CallForVersion&) {
        out.out = version + "\n";
        return out;
    } catch (const CLI::RequiredError& error) {
        if (argc < 2) {
            out.out = app.help();
            out.exit_code = 2;
            return out;
        }
        if (app.get_subcommands().empty()) {
            std::vector<Text> known;
            std::vector<std::string> names;
            for (const auto* command : app.get_subcommands({}))
                known.emplace_back(command->get_name()), names.push_back(command->get_name());
            auto said = say(Message::call_command, {listed(known)});
            for (int i = 1; i < argc; ++i)
                if (const auto near = argv[i][0] == '-' ? std::nullopt : nearest(argv[i], names))
                    said = joined({said, say(Message::did_you_mean, {Text(*near)})}, "; ");
            return wrong(said.in(language));
        }
        return wrong(say(Message::call_missing,
                         {Text(std::string_view(error.what()).substr(0, std::string_view(error.what()).find(' ')))})
                         .in(language));
    } catch (const CLI::ExtrasError&) {
        std::string left;
        for (const auto& each : app.remaining(true)) left += (left.empty() ? "" : " ") + each;
        return wrong(say(Message::call_extra, {Text(left)}).in(language));
    } catch (const CLI::ValidationError& error) {
        // `--format: pdf not in {text,md}`
        const std::string_view what(error.what());
        const auto open = what.find('{'), close = what.rfind('}');
        const auto option = what.substr(0, what.find(':'));
        if (open == std::string_view::npos || close == std::string_view::npos)
            return wrong(say(Message::call_value, {Text(option)}).in(language));
        return wrong(
            say(Message::call_choose, {Text(option), Text(what.substr(open + 1, close - open - 1))}).in(language));
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string_view what(error.what());
        return wrong(say(Message::call_value, {Text(what.substr(0, what.find_first_of(": ")))}).in(language));
    } catch (const CLI::ParseError& error) {
        return wrong(say(Message::call_wrong, {Text(error.what())}).in(language));
    }
    if (!file.empty()) call.paths = {file};
    if (lang.empty()) lang = lang_before;
    if (!lang.empty()) call.language = lang == "en" ? Language::en : Language::nl;
    if (!into.empty()) call.into = into == "en" ? Language::en : Language::nl;
    if (!on.empty()) {
        call.on = day_from_iso(on);
        if (!call.on) return wrong(say(Message::call_date, {Text(on)}).in(language));
    }
    if (!deny.empty()) call.deny = deny == "warning" ? Severity::warning : Severity::note;
    if (call.update)
        for (const auto* other : {"--format", "--output", "--variant", "--for", "--on", "NAME"})
            if (overview->count(other) > 0)
                return wrong(say(Message::call_not_together, {Text("--update"), Text(other)}).in(language));
    out.call = std::move(call);
    return out;
}

}  // namespace belegd::cli
