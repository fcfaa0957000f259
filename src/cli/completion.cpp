#include "cli/completion.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace belegd::cli {
namespace {

using Strings = std::vector<std::string>;

std::string joined_by(const Strings& parts, std::string_view between) {
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
    return out;
}

/// In single quotation marks, as every shell takes it; `escape` is what stands for such a mark itself.
std::string quoted(std::string_view text, std::string_view escape) {
    std::string out = "'";
    for (const char c : text)
        if (c == '\'')
            out += escape;
        else
            out += c;
    return out + "'";
}
constexpr std::string_view kPosixMark = "'\\''", kFishMark = "\\'", kPowershellMark = "''";

Strings names_of(const std::vector<Parameter>& parameters) {
    Strings out;
    for (const auto& each : parameters)
        if (!each.positional) out.insert(out.end(), each.names.begin(), each.names.end());
    return out;
}

Strings names_of(const std::vector<CommandHelp>& commands) {
    Strings out;
    for (const auto& command : commands)
        for (const auto& name : command.names()) out.push_back(name);
    return out;
}

std::vector<Parameter> positionals(const CommandHelp& command) {
    std::vector<Parameter> out;
    std::copy_if(command.parameters.begin(), command.parameters.end(), std::back_inserter(out),
                 [](const Parameter& each) { return each.positional; });
    return out;
}

// ---- bash ----------------------------------------------------------------------------------------------------------
// Where the function answers nothing, bash completes file names. `--format=md` reaches it as three words.
constexpr std::string_view kBash = R"(# belegd for bash; written by: belegd completion bash
_belegd() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} command= option= position=0 i words=
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        if [[ -n $option ]]; then
            [[ ${{COMP_WORDS[i]}} == = ]] || option=
            continue
        fi
        case "$command ${{COMP_WORDS[i]}}" in
{values}                option=${{COMP_WORDS[i]}} ;;
            *' -'*) ;;
            *) if [[ -z $command ]]; then
                   command=${{COMP_WORDS[i]}}
               else
                   position=$((position + 1))
               fi ;;
        esac
    done
    [[ $current == = ]] && current=
    if [[ -n $option ]]; then
        case "$command $option" in
{choices}            *) return ;;
        esac
    elif [[ $current == -* ]]; then
        case $command in
{options}        esac
    else
        case "$command $position" in
            ' 0') words={commands} ;;
{positions}            *) return ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _belegd belegd
)";

std::string bash(const Description& d) {
    std::string choices, options, positions;
    Strings values;
    const auto each_of = [&](const Strings& commands, const std::vector<Parameter>& parameters) {
        for (const auto& parameter : parameters) {
            if (parameter.positional || parameter.value.empty()) continue;
            Strings patterns;
            for (const auto& command : commands)
                for (const auto& name : parameter.names)
                    patterns.push_back(quoted(fmt::format("{} {}", command, name), kPosixMark));
            values.insert(values.end(), patterns.begin(), patterns.end());
            if (!parameter.choices.empty())
                choices += fmt::format("            {}) words={} ;;\n", joined_by(patterns, " | "),
                                       quoted(joined_by(parameter.choices, " "), kPosixMark));
        }
        options +=
            fmt::format("            {}) words={} ;;\n", commands.front().empty() ? "''" : joined_by(commands, " | "),
                        quoted(joined_by(names_of(parameters), " "), kPosixMark));
    };
    each_of({""}, d.parameters);
    for (const auto& command : d.commands) {
        each_of(command.names(), command.parameters);
        const auto about = positionals(command);
        for (std::size_t i = 0; i < about.size(); ++i) {
            if (about[i].choices.empty()) continue;
            Strings patterns;
            for (const auto& name : command.names())
                patterns.push_back(quoted(fmt::format("{} {}", name, i), kPosixMark));
            positions += fmt::format("            {}) words={} ;;\n", joined_by(patterns, " | "),
                                     quoted(joined_by(about[i].choices, " "), kPosixMark));
        }
    }
    return fmt::format(kBash, fmt::arg("values", "            " + joined_by(values, " | \\\n            ") + ")\n"),
                       fmt::arg("choices", choices), fmt::arg("options", options),
                       fmt::arg("commands", quoted(joined_by(names_of(d.commands), " "), kPosixMark)),
                       fmt::arg("positions", positions));
}

// ---- zsh -----------------------------------------------------------------------------------------------------------
/// Within a specification of `_arguments` a colon ends a part, and a bracket the help.
std::string zsh_plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_value(const Parameter& parameter) {
    if (!parameter.choices.empty()) return "(" + joined_by(parameter.choices, " ") + ")";
    return parameter.file ? "_files" : "( )";
}

std::string zsh_arguments(const std::vector<Parameter>& parameters, std::string_view indent) {
    std::string out;
    std::size_t position = 0;
    for (const auto& each : parameters) {
        if (each.positional) {
            const auto place = each.repeated ? std::string("*") : std::to_string(++position);
            out +=
                fmt::format(" \\\n{}{}", indent,
                            quoted(fmt::format("{}:{}:{}", place, zsh_plain(each.help), zsh_value(each)), kPosixMark));
            continue;
        }
        for (const auto& name : each.names) {
            auto spec = fmt::format("({}){}", joined_by(each.names, " "), name);
            if (!each.value.empty() && name.starts_with("--")) spec += "=";
            spec += fmt::format("[{}]", zsh_plain(each.help));
            if (!each.value.empty()) spec += fmt::format(":{}:{}", zsh_plain(each.value), zsh_value(each));
            out += fmt::format(" \\\n{}{}", indent, quoted(spec, kPosixMark));
        }
    }
    return out;
}

std::string zsh(const Description& d) {
    std::string out =
        "#compdef belegd\n# belegd for zsh; written by: belegd completion zsh\n_belegd() {\n"
        "    local context state state_descr line\n    typeset -A opt_args\n    _arguments -C";
    out += zsh_arguments(d.parameters, "        ");
    out += " \\\n        '1: :->command' '*:: :->rest'\n    case $state in\n    command)\n        local -a commands=(";
    for (const auto& command : d.commands)
        for (const auto& name : command.names())
            out += "\n            " + quoted(name + ":" + zsh_plain(command.help), kPosixMark);
    out += "\n        )\n        _describe belegd commands ;;\n    rest)\n        case $words[1] in\n";
    for (const auto& command : d.commands)
        out += fmt::format("        {})\n            _arguments{} ;;\n", joined_by(command.names(), "|"),
                           zsh_arguments(command.parameters, "                "));
    out +=
        "        esac ;;\n    esac\n}\n"
        "if [[ ${funcstack[1]-} == _belegd ]]; then\n    _belegd \"$@\"\nelse\n    compdef _belegd belegd\nfi\n";
    return out;
}

// ---- fish ----------------------------------------------------------------------------------------------------------
std::string fish_parameter(const Parameter& each, const std::string& condition) {
    auto out = "complete -c belegd -n " + quoted(condition, kFishMark);
    if (!each.positional)
        for (const auto& name : each.names)
            out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!each.choices.empty())
        out += (each.positional ? " -a " : " -x -a ") + quoted(joined_by(each.choices, " "), kFishMark);
    else if (!each.value.empty() && !each.positional)
        out += each.file ? " -r -F" : " -x";
    return out + " -d " + quoted(each.help, kFishMark) + "\n";
}

std::string fish(const Description& d) {
    std::string out = "# belegd for fish; written by: belegd completion fish\n";
    const std::string first = "__fish_use_subcommand";
    out += "complete -c belegd -n " + first + " -f\n";
    for (const auto& each : d.parameters) out += fish_parameter(each, first);
    for (const auto& command : d.commands) {
        for (const auto& name : command.names())
            out +=
                fmt::format("complete -c belegd -n {} -f -a {} -d {}\n", first, name, quoted(command.help, kFishMark));
        const auto inside = "__fish_seen_subcommand_from " + joined_by(command.names(), " ");
        bool files = false;
        for (const auto& each : command.parameters) {
            files = files || (each.positional && each.file);
            if (!each.positional || !each.choices.empty()) out += fish_parameter(each, inside);
        }
        if (!files) out += "complete -c belegd -n " + quoted(inside, kFishMark) + " -f\n";
    }
    return out;
}

// ---- PowerShell ----------------------------------------------------------------------------------------------------
// Where the script answers nothing, PowerShell completes file names.
constexpr std::string_view kPowershell = R"(# belegd for PowerShell; written by: belegd completion powershell
Register-ArgumentCompleter -Native -CommandName belegd -ScriptBlock {{
    param($wordToComplete, $commandAst, $cursorPosition)
    $options = @{{
{options}    }}
    $choices = @{{
{choices}    }}
    $commands = @{{
{commands}    }}
    $words = @($commandAst.CommandElements | Where-Object {{ $_.Extent.EndOffset -lt $cursorPosition }} |
        ForEach-Object {{ $_.ToString() }} | Select-Object -Skip 1)
    $command = ''
    $position = 0
    $previous = ''
    foreach ($word in $words) {{
        if ($previous -and $choices.ContainsKey("$command $previous")) {{
            $previous = ''
        }} elseif ($word.StartsWith('-')) {{
            $previous = $word
        }} elseif ($command -eq '') {{
            $command = $word
            $previous = ''
        }} else {{
            $position++
            $previous = ''
        }}
    }}
    if ($previous -and $choices.ContainsKey("$command $previous")) {{
        $found = $choices["$command $previous"]
    }} elseif ($wordToComplete.StartsWith('-')) {{
        $found = $options[$command]
    }} elseif ($command -eq '') {{
        $found = $commands.Keys | Sort-Object
    }} else {{
        $found = $choices["$command $position"]
    }}
    $found | Where-Object {{ $_ -and $_.StartsWith($wordToComplete) }} | ForEach-Object {{
        $help = if ($command -eq '' -and $commands.ContainsKey($_)) {{ $commands[$_] }} else {{ $_ }}
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $help)
    }}
}}
)";

std::string powershell(const Description& d) {
    std::string options, choices, commands;
    const auto list = [](const Strings& words) {
        Strings out;
        for (const auto& word : words) out.push_back(quoted(word, kPowershellMark));
        return "@(" + joined_by(out, ", ") + ")";
    };
    const auto row = [&](const std::string& key, const std::string& value) {
        return fmt::format("        {} = {}\n", quoted(key, kPowershellMark), value);
    };
    const auto each_of = [&](const std::string& command, const std::vector<Parameter>& parameters) {
        options += row(command, list(names_of(parameters)));
        std::size_t position = 0;
        for (const auto& each : parameters) {
            if (each.positional)
                choices += row(fmt::format("{} {}", command, position++), list(each.choices));
            else if (!each.value.empty())
                for (const auto& name : each.names)
                    choices += row(fmt::format("{} {}", command, name), list(each.choices));
        }
    };
    each_of("", d.parameters);
    for (const auto& command : d.commands)
        for (const auto& name : command.names()) {
            each_of(name, command.parameters);
            commands += row(name, quoted(command.help, kPowershellMark));
        }
    return fmt::format(kPowershell, fmt::arg("options", options), fmt::arg("choices", choices),
                       fmt::arg("commands", commands));
}

}  // namespace

std::string completion(const Description& description, const std::string& shell) {
    if (shell == "zsh") return zsh(description);
    if (shell == "fish") return fish(description);
    if (shell == "powershell") return powershell(description);
    return bash(description);
}

}  // namespace belegd::cli
