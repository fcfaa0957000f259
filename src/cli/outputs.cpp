#include "cli/outputs.hpp"

#include <algorithm>
#include <filesystem>

#include "base/fold.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/general.hpp"
#include "render/coverage.hpp"
#include "render/facts.hpp"
#include "render/render.hpp"

namespace belegd::cli {
namespace {

using Command = Call::Command;
using report::Document;
using Findings = std::vector<render::Found>;

const std::vector<Command> kReports{Command::overview, Command::explain, Command::rules};
const std::vector<Command> kTexts{Command::overview, Command::explain,  Command::rules,     Command::questions,
                                  Command::graph,    Command::timeline, Command::decisions, Command::costs,
                                  Command::compare,  Command::impact,   Command::repair};
const std::vector<Command> kPages{Command::overview, Command::explain,   Command::rules, Command::questions,
                                  Command::timeline, Command::decisions, Command::costs, Command::compare,
                                  Command::impact,   Command::repair};
const std::vector<Command> kTables{Command::overview, Command::rules,     Command::graph,
                                   Command::timeline, Command::decisions, Command::costs,
                                   Command::compare,  Command::impact,    Command::repair};
const std::vector<Command> kChecks{Command::check, Command::test};

std::string json(const Document& document, Language, std::size_t) { return render::json(document); }
std::string markdown(const Document& document, Language language, std::size_t) {
    return render::markdown(document, language);
}
std::string html(const Document& document, Language language, std::size_t) { return render::html(document, language); }
std::string docx(const Document& document, Language language, std::size_t) { return render::docx(document, language); }
std::string odt(const Document& document, Language language, std::size_t) { return render::odt(document, language); }
std::string xlsx(const Document& document, Language language, std::size_t) { return render::xlsx(document, language); }
std::string csv(const Document& document, Language language, std::size_t) { return render::csv(document, language); }

std::string findings_json(const Findings& all, const FindingsAsked&) { return render::findings_json(all); }
std::string github(const Findings& all, const FindingsAsked&) { return render::github(all); }
std::string junit(const Findings& all, const FindingsAsked& asked) { return render::junit(all, asked.fails_from); }
std::string sarif(const Findings& all, const FindingsAsked& asked) {
    return render::sarif(all, asked.language, asked.page);
}

using Positions = std::optional<render::Positions>;

std::string dot(const report::Drawing& drawing, Language language, const Positions&) {
    return render::dot(drawing, language);
}
std::string mermaid(const report::Drawing& drawing, Language language, const Positions&) {
    return render::mermaid(drawing, language);
}
std::string svg(const report::Drawing& drawing, Language language, const Positions& positions) {
    return positions ? render::svg(drawing, language, *positions).value_or("") : "";
}
std::string drawn_page(const report::Drawing& drawing, Language language, const Positions& positions) {
    return render::html_with(report::drawing_in_words(drawing), language, svg(drawing, language, positions));
}

std::string calendar_json(const report::Calendar& calendar, Language) { return render::calendar_json(calendar); }

std::string facts(const analysis::Analysis& analysis) { return render::facts(analysis.model); }
std::string coverage(const analysis::Analysis& analysis) { return render::coverage(*analysis.subject); }

}  // namespace

const std::vector<Output>& outputs() {
    static const std::vector<Output> all{
        // What people read comes first.
        {"text", {".txt"}, kTexts, render::text},
        {"text", {".txt"}, kChecks},
        {"md", {".md", ".markdown"}, kTexts, markdown},
        {"html", {".html", ".htm"}, kPages, html},
        {.name = "docx", .endings = {".docx"}, .commands = kTexts, .document = docx, .binary = true},
        {.name = "odt", .endings = {".odt"}, .commands = kTexts, .document = odt, .binary = true},
        {.name = "pdf", .endings = {".pdf"}, .commands = kTexts, .document = odt, .binary = true, .to_pdf = true},
        {.name = "xlsx", .endings = {".xlsx"}, .commands = kTexts, .document = xlsx, .binary = true},
        {.name = "csv", .endings = {".csv"}, .commands = kTables, .document = csv, .tables = render::csv_tables},
        {"json", {".json"}, kReports, json},
        {"json", {".json"}, {Command::graph, Command::compare, Command::impact}, json},
        {.name = "html",
         .endings = {".html", ".htm"},
         .commands = {Command::graph},
         .drawing = drawn_page,
         .placed = Output::Placed::always},
        {.name = "svg",
         .endings = {".svg"},
         .commands = {Command::graph},
         .drawing = svg,
         .placed = Output::Placed::always},
        {.name = "drawio",
         .endings = {".drawio"},
         .commands = {Command::graph},
         .drawing = render::drawio,
         .placed = Output::Placed::where_possible},
        {.name = "mermaid", .endings = {".mmd", ".mermaid"}, .commands = {Command::graph}, .drawing = mermaid},
        {.name = "dot", .endings = {".dot", ".gv"}, .commands = {Command::graph}, .drawing = dot},
        {.name = "json", .endings = {".json"}, .commands = {Command::timeline}, .calendar = calendar_json},
        {.name = "json", .endings = {".json"}, .commands = {Command::decisions}, .decisions = render::decisions_json},
        {.name = "json", .endings = {".json"}, .commands = {Command::costs}, .costs = render::costs_json},
        {.name = "json", .endings = {".json"}, .commands = {Command::repair}, .repairs = render::repair_json},
        {.name = "ics", .endings = {".ics"}, .commands = {Command::timeline}, .calendar = render::ics},
        {.name = "json", .endings = {".json"}, .commands = kChecks, .findings = findings_json},
        {.name = "sarif", .endings = {".sarif"}, .commands = {Command::check}, .findings = sarif},
        {.name = "github", .endings = {}, .commands = kChecks, .findings = github},
        {.name = "junit", .endings = {".xml"}, .commands = kChecks, .findings = junit},
        {.name = "json", .endings = {".json"}, .commands = {Command::export_}, .model = facts},
        {.name = "json", .endings = {".json"}, .commands = {Command::coverage}, .model = coverage},
        {.name = "json", .endings = {".json"}, .commands = {Command::questions}, .questions = render::questions_json},
    };
    return all;
}

std::vector<const Output*> outputs_of(Command command) {
    std::vector<const Output*> out;
    for (const auto& each : outputs())
        if (std::find(each.commands.begin(), each.commands.end(), command) != each.commands.end()) out.push_back(&each);
    return out;
}

bool into_folder(const Call& call) { return call.output && call.output->ends_with('/'); }

namespace {

/// What goes with a folder or with one table; `form` is the form that is asked for besides, or null.
const Output* output_of_tables(const Call& call, const std::vector<const Output*>& all, const Output* form,
                               Text& wrong) {
    const auto tables = std::find_if(all.begin(), all.end(), [](const auto* each) { return each->tables != nullptr; });
    if (tables != all.end() && (form == nullptr || form == *tables) && !(into_folder(call) && call.table))
        return *tables;
    if (!call.table)
        wrong = say(message::output_folder, {Text(*call.output)});
    else if (into_folder(call))
        wrong = say(message::call_not_together, {Text("--table"), Text("-o " + *call.output)});
    else
        wrong = say(message::call_not_together,
                    {Text("--table"), Text(form == nullptr ? "" : "--format " + std::string(form->name))});
    return nullptr;
}

/// The form asked for by name, or by the ending of the output; null when neither asks for one.
const Output* output_asked(const Call& call, const std::vector<const Output*>& all, Text& wrong) {
    if (!call.format.empty()) {
        std::vector<Text> names;
        for (const auto* each : all) {
            if (each->name == call.format) return each;
            names.emplace_back(each->name);
        }
        wrong = say(message::call_choose, {Text("--format"), joined(names, ",")});
        return nullptr;
    }
    if (!call.output) return nullptr;
    const auto given = folded(std::filesystem::path(*call.output).extension().string());
    if (given.empty()) return nullptr;
    std::vector<Text> known;
    for (const auto* each : all) {
        if (std::find(each->endings.begin(), each->endings.end(), given) != each->endings.end()) return each;
        if (!each->endings.empty()) known.emplace_back(each->endings.front());
    }
    wrong = say(message::output_ending, {Text(*call.output), alternatives(known)});
    return nullptr;
}

}  // namespace

const Output* output_of(const Call& call, Text& wrong) {
    const auto all = outputs_of(call.command);
    if (all.empty()) return nullptr;
    const auto* form = output_asked(call, all, wrong);
    if (!wrong.empty()) return nullptr;
    if (into_folder(call) || call.table) return output_of_tables(call, all, form, wrong);
    return form != nullptr ? form : all.front();
}

}  // namespace belegd::cli
