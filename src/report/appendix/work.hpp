#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "report/appendix/marked.hpp"

/// Who does what: the parts of the work in as few rows as say the same.
namespace belegd::report {

/// Parts of the work (functions) of tasks of which the same is to be said in every column.
struct WorkRow {
    BitSet functions;                                        ///< over leaves
    std::vector<std::pair<std::uint32_t, BitSet>> tasks_of;  ///< the leaf tasks of each function
    BitSet tasks;                                            ///< of all of them together
    std::vector<model::PartyId> parties;                     ///< whose they are, where the columns do not say it
    std::vector<std::optional<Marked>> cells;                ///< by column; nothing where there is no such cell
};

/// A column is about a situation, and about those whose answers are equal throughout or about whoever the row is about.
struct WorkColumn {
    model::VariantId situation;
    std::vector<model::PartyId> parties;
};

/// The work of a table, before it is written.
struct Work {
    std::vector<WorkColumn> columns;
    bool parties_in_rows = false;
    std::vector<WorkRow> rows;    ///< in order of the tasks, then of the functions
    std::vector<WorkRow> by_law;  ///< what no sentence touches in any column, apart
};

/// Who does what on the day of the overview, for those who are there that day: a column for each situation where all
/// answers are equal for all of them, otherwise the first situation with a column for each group of equals. With more than five
/// columns the municipalities stand in the rows.
Work who_does_what(const Frame& frame);

/// What the other situations change in the first: only rows that differ, what nobody does any more first. Nothing where
/// `shown` has a column for each situation already.
Work changes(const Frame& frame, const Work& shown);

/// `Werk en Inkomen behalve Inburgering`: the fewest titles of tasks for a row.
Text tasks_said(const Frame& frame, const WorkRow& row);

/// Whether parts of which the same is said can stand in one row: each has in the tasks of both just those that it has by
/// itself. A task that does not need a part takes nothing away from it.
bool share_a_row(const Frame& frame, const WorkRow& a, const WorkRow& b);

/// Who is there on the day.
std::vector<model::PartyId> present_parties(const Frame& frame);

}  // namespace belegd::report
