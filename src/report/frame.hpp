#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/unlawful.hpp"
#include "report/overview.hpp"
#include "report/wording.hpp"

namespace belegd::report {

/// What the parts of one overview have in common: what it is about, the answers for it, and its notes.
class Frame {
   public:
    Frame(const analysis::Analysis& all, const model::Overview& about, Extent extent);

    const analysis::Analysis& analysis;
    const model::Model& model;
    const model::Overview& what;
    BitSet tasks, functions;  ///< over leaves
    Day day;    ///< without a day of its own: the last on which something changes while a cooperation is in force
    Day asked;  ///< what is printed of that day; another than `day` only where the beginning is not stated (D23)
    bool in_force = true;  ///< false where no cooperation ever is: then the last on which something changes
    bool of_law = false;   ///< nothing of the model changes on that day, only the law that the program knows
    bool brief;
    bool full;  ///< the annex stands behind it
    Notes notes;

    const graph::World& world(model::VariantId variant) const { return *analysis.subject->view(variant).world; }
    bool shows(model::PartyId party) const { return model::names(what.parties, party); }
    /// Whether a cooperation (version) speaks of the tasks; of none in particular it speaks of all.
    bool speaks_of_tasks(model::CooperationId id) const;
    /// When one of those shown takes part in a version, itself or by a legal person that does.
    std::vector<Period> taking_part(model::VariantId variant, model::CooperationId id) const;
    /// Whether a version is in force on some day for one of those shown, and about the tasks.
    bool ever_shows(model::VariantId variant, model::CooperationId id) const;
    /// Whether a version is one of that day, for one of those shown and about the tasks.
    bool of_the_day(model::VariantId variant, model::CooperationId id) const;
    /// Whether what revokes a decision ends a sentence that counts for one of those shown, about the tasks and functions.
    bool revokes_shown(model::VariantId variant, const model::Ending& ending) const;
    /// When a sentence counts for one of those shown.
    std::vector<Period> counting(model::VariantId variant, const model::Transfer& transfer) const;

    /// A heading, with the municipality where there are several.
    Text place(const Text& heading, model::PartyId party) const;
    /// Null where there is no cell.
    const graph::Answer* answer(model::VariantId variant, model::PartyId party, std::size_t leaf,
                                std::size_t function) const;
    /// Why it cannot be said whether a cell is settled; nothing where it can.
    std::optional<Text> left_open(model::VariantId column, model::PartyId party, std::size_t leaf, std::size_t function,
                                  const graph::Answer& answer) const;
    /// What a cell answers; where an open list may settle it, that it cannot be said.
    Said cell_said(model::VariantId column, model::PartyId party, std::size_t leaf, std::size_t function,
                   const graph::Answer& answer) const;
    /// The rules that forbid what a cell answers (D33).
    std::vector<analysis::Unlawful> unlawful(model::VariantId column, model::PartyId party, std::size_t leaf,
                                             std::size_t function, const graph::Answer& answer) const;
    /// The lines of the model on which these begin, each once; what stands in the library has none.
    std::vector<Origin> origins(const std::vector<Span>& spans) const;
    /// Lines with the numbers of their notes; a brief overview has no notes.
    Cell cell(const std::vector<Said>& lines);

    /// Groups of leaves under the node right below the overview's own tasks.
    std::vector<std::pair<Text, std::vector<std::size_t>>> groups() const;

    /// The tasks of one row, and what the other cells say.
    struct Row {
        std::vector<std::size_t> leaves;
        std::vector<std::vector<Said>> cells;
    };
    Cell row_name(const Row& row) const;

   private:
    Day last_change();
};

/// Whether the work is where it was, by law or in so many words.
bool stays(const graph::Answer& answer);

/// A row for tasks of a group about which the same is to be said.
template <typename CellsOf>
std::vector<Frame::Row> rows_of(const std::vector<std::size_t>& leaves, CellsOf cells_of) {
    std::vector<Frame::Row> out;
    for (const auto leaf : leaves) {
        auto cells = cells_of(leaf);
        const auto same =
            std::find_if(out.begin(), out.end(), [&](const Frame::Row& row) { return row.cells == cells; });
        if (same == out.end())
            out.push_back({{leaf}, std::move(cells)});
        else
            same->leaves.push_back(leaf);
    }
    return out;
}

/// One row for those of which the same is to be said, in the place of the first.
template <typename Row, typename Alike, typename Into>
void united_rows(std::vector<Row>& rows, Alike alike, Into into) {
    std::vector<Row> out;
    for (auto& row : rows) {
        const auto same = std::find_if(out.begin(), out.end(), [&](const Row& other) { return alike(other, row); });
        if (same == out.end())
            out.push_back(std::move(row));
        else
            into(*same, row);
    }
    rows = std::move(out);
}

}  // namespace belegd::report
