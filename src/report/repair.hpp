#pragma once

#include "analysis/repair.hpp"
#include "report/document.hpp"

namespace belegd::report {

/// What is open, and for each gap the proposals that close it, numbered: what to write and where, what it is then, and
/// what it asks besides.
Document repairs(const analysis::Analysis& analysis, const analysis::Repairs& found,
                 const analysis::RepairAsked& asked = {});

/// `uitvoering van inburgering voor Leiden, in Naar Leiden`
Text gap_said(const model::Model& model, const analysis::Gap& gap);
/// What a proposal is: `mandaat`, `het blijft`; and how it is written, empty for a sentence of its own.
Text means_said(model::TransferKind kind);
Text how_said(analysis::RepairLine::How how);
/// Where a line stands: its file and line, and in whose text.
Text place_said(const analysis::Analysis& analysis, const analysis::RepairLine& line);
/// What it is then, a sentence for each answer.
std::vector<Text> outcomes_said(const analysis::Proposal& proposal);
/// What it asks besides.
std::vector<Text> asks_said(const analysis::Analysis& analysis, const analysis::Repair& repair,
                            const analysis::Proposal& proposal);

}  // namespace belegd::report
