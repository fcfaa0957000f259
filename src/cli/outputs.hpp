#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.hpp"
#include "cli/call.hpp"
#include "render/calendar.hpp"
#include "render/costs.hpp"
#include "render/decisions.hpp"
#include "render/drawing/drawing.hpp"
#include "render/findings.hpp"
#include "render/questions.hpp"
#include "render/render.hpp"
#include "render/repair.hpp"
#include "report/document.hpp"

/// The forms in which belegd writes: the one table that the command line, its help, completion and manual read.
namespace belegd::cli {

/// How the findings of a run are to be written.
struct FindingsAsked {
    Language language;    ///< of a form that has one language for all models
    Severity fails_from;  ///< the run fails on a finding as grave as this
    render::Pages page;
};

/// A form of output of some commands. One of the writers writes it; none of them writes what is said for each
/// model as it is read: the findings for people.
struct Output {
    std::string_view name;                  ///< behind --format
    std::vector<std::string_view> endings;  ///< of the files that are written so; the first is the usual one
    std::vector<Call::Command> commands;
    std::string (*document)(const report::Document&, Language, std::size_t width) = nullptr;
    std::string (*findings)(const std::vector<render::Found>&, const FindingsAsked&) = nullptr;
    std::string (*model)(const analysis::Analysis&) = nullptr;
    std::string (*questions)(const std::vector<render::AskedOf>&) = nullptr;
    /// Of who does what for whom; with positions where a program for the layout gives them.
    std::string (*drawing)(const report::Drawing&, Language, const std::optional<render::Positions>&) = nullptr;
    enum class Placed : std::uint8_t { never, where_possible, always } placed = Placed::never;
    std::string (*calendar)(const report::Calendar&, Language) = nullptr;
    std::string (*costs)(const analysis::Analysis&, const report::Costs&) = nullptr;
    std::string (*decisions)(const report::DecisionList&) = nullptr;
    std::string (*repairs)(const analysis::Analysis&, const analysis::Repairs&) = nullptr;
    bool binary = false;  ///< no text: nothing for a terminal
    bool to_pdf = false;  ///< what is written is an OpenDocument text, of which LibreOffice then makes a PDF
    /// Its tables each by themselves, for a folder or for `--table`.
    render::CsvTables (*tables)(const report::Document&, Language) = nullptr;
};

/// The whole table.
const std::vector<Output>& outputs();
/// What a command can write, the form that people read first; nothing for one that writes in its own way.
std::vector<const Output*> outputs_of(Call::Command command);
/// The form asked for by name, or by the ending of the output, or else the first; null for a command without forms,
/// and then, or when it cannot write the form that was asked for, with the reason in `wrong`.
const Output* output_of(const Call& call, Text& wrong);
/// Whether the output is a folder: `-o map/`.
bool into_folder(const Call& call);

}  // namespace belegd::cli
