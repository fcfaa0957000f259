#include "report/appendix/work.hpp"

#include <algorithm>

#include "checks/beginning.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "model/describe.hpp"

namespace belegd::report {
namespace {

using namespace model;

constexpr std::size_t kMostColumns = 5;  ///< more do not fit beside each other on an upright page

using Cells = std::vector<std::optional<Marked>>;

bool same_cells(const Cells& a, const Cells& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.has_value() == y.has_value() && (!x || x->says_as(*y));
    });
}

/// What a merged cell rests on is what each of them rested on; what a sentence keeps beside what the law has there is no
/// longer the law's alone.
void merge(const Cells& from, Cells& to) {
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (!to[i]) continue;
        to[i]->by_law = to[i]->by_law && from[i]->by_law;
        to[i]->from.insert(to[i]->from.end(), from[i]->from.begin(), from[i]->from.end());
        for (std::size_t line = 0; line < to[i]->lines.size(); ++line)
            for (const auto& note : from[i]->lines[line].notes) to[i]->lines[line].note(note);
    }
}

class Weaver {
   public:
    Weaver(const Frame& frame, std::vector<WorkColumn> columns, bool parties_in_rows)
        : f_(frame), m_(frame.model), columns_(std::move(columns)), parties_in_rows_(parties_in_rows) {}

    /// `wanted` tells which cells to keep.
    template <typename Wanted>
    Work woven(const std::vector<PartyId>& parties, Wanted wanted) const {
        std::vector<WorkRow> rows;
        f_.functions.each([&](std::size_t function) {
            std::vector<WorkRow> of_function;
            for (const auto party : parties_in_rows_ ? parties : std::vector<PartyId>{PartyId{}}) {
                std::vector<WorkRow> of_party;
                f_.tasks.each([&](std::size_t leaf) {
                    auto cells = cells_of(party, leaf, function);
                    if (std::none_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.has_value(); }))
                        return;
                    if (!wanted(cells)) return;
                    auto same = std::find_if(of_party.begin(), of_party.end(),
                                             [&](const WorkRow& row) { return same_cells(row.cells, cells); });
                    if (same == of_party.end())
                        same = of_party.insert(of_party.end(), row_of(function, party, std::move(cells)));
                    else
                        merge(cells, same->cells);
                    same->tasks_of.front().second.set(leaf);
                    same->tasks.set(leaf);
                });
                for (auto& row : of_party) join_parties(of_function, std::move(row));
            }
            for (auto& row : of_function) join_functions(rows, std::move(row));
        });
        Work out{columns_, parties_in_rows_, {}, {}};
        for (auto& row : rows) {
            const bool by_law =
                std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell || cell->by_law; });
            (by_law ? out.by_law : out.rows).push_back(std::move(row));
        }
        std::stable_sort(out.rows.begin(), out.rows.end(), [](const WorkRow& a, const WorkRow& b) {
            return std::pair(a.tasks.first(), a.functions.first()) < std::pair(b.tasks.first(), b.functions.first());
        });
        return out;
    }

    Cells cells_of(PartyId party, std::size_t leaf, std::size_t function) const {
        Cells out;
        for (const auto& column : columns_) {
            out.push_back(
                cell_of(column.situation, column.parties.empty() ? party : column.parties.front(), leaf, function));
            // Those of a group say the same, and each has its own sources for it.
            for (std::size_t i = 1; i < column.parties.size(); ++i) {
                Cells together{std::move(out.back())};
                merge({cell_of(column.situation, column.parties[i], leaf, function)}, together);
                out.back() = std::move(together.front());
            }
        }
        return out;
    }

   private:
    std::optional<Marked> cell_of(VariantId situation, PartyId party, std::size_t leaf, std::size_t function) const {
        const auto* found = f_.answer(situation, party, leaf, function);
        if (found == nullptr) return std::nullopt;
        return marked(f_, situation, party, leaf, function, *found);
    }

    WorkRow row_of(std::size_t function, PartyId party, Cells cells) const {
        WorkRow out;
        out.functions = BitSet(m_.leaf_functions.size());
        out.functions.set(function);
        out.tasks_of.emplace_back(static_cast<std::uint32_t>(function), BitSet(m_.leaf_tasks.size()));
        out.tasks = BitSet(m_.leaf_tasks.size());
        if (party.valid()) out.parties.push_back(party);
        out.cells = std::move(cells);
        return out;
    }

    static void join_parties(std::vector<WorkRow>& all, WorkRow row) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const WorkRow& other) {
            return other.tasks == row.tasks && same_cells(other.cells, row.cells);
        });
        if (same == all.end()) return all.push_back(std::move(row));
        merge(row.cells, same->cells);
        same->parties.insert(same->parties.end(), row.parties.begin(), row.parties.end());
    }

    /// Parts of which the same is said share a row, where that says of each no more than it said by itself.
    void join_functions(std::vector<WorkRow>& all, WorkRow row) const {
        const auto same = std::find_if(all.begin(), all.end(), [&](const WorkRow& other) {
            return other.parties == row.parties && same_cells(other.cells, row.cells) && share_a_row(f_, other, row);
        });
        if (same == all.end()) return all.push_back(std::move(row));
        merge(row.cells, same->cells);
        same->functions |= row.functions;
        same->tasks |= row.tasks;
        same->tasks_of.push_back(std::move(row.tasks_of.front()));
    }

    const Frame& f_;
    const Model& m_;
    std::vector<WorkColumn> columns_;
    bool parties_in_rows_;
};

/// Those whose answers in one situation are equal throughout.
std::vector<std::vector<PartyId>> equals(const Frame& frame, const std::vector<PartyId>& parties,
                                         const std::vector<VariantId>& situations) {
    std::vector<WorkColumn> columns;
    columns.reserve(situations.size());
    for (const auto situation : situations) columns.push_back({situation, {}});
    const Weaver weaver(frame, std::move(columns), true);
    std::vector<std::vector<PartyId>> out;
    std::vector<std::vector<Cells>> of_groups;
    for (const auto party : parties) {
        std::vector<Cells> cells;
        frame.functions.each([&](std::size_t function) {
            frame.tasks.each([&](std::size_t leaf) { cells.push_back(weaver.cells_of(party, leaf, function)); });
        });
        const auto same = std::find_if(of_groups.begin(), of_groups.end(), [&](const auto& of_group) {
            return std::equal(cells.begin(), cells.end(), of_group.begin(), same_cells);
        });
        if (same == of_groups.end()) {
            out.push_back({party});
            of_groups.push_back(std::move(cells));
        } else {
            out[static_cast<std::size_t>(same - of_groups.begin())].push_back(party);
        }
    }
    return out;
}

bool everything(const Cells&) { return true; }

}  // namespace

bool share_a_row(const Frame& frame, const WorkRow& a, const WorkRow& b) {
    const auto together = a.tasks | b.tasks;
    const auto fits = [&](const std::pair<std::uint32_t, BitSet>& each) {
        BitSet one(frame.model.leaf_functions.size());
        one.set(each.first);
        return (together & needing(frame.model, one) & frame.tasks) == each.second;
    };
    return std::all_of(a.tasks_of.begin(), a.tasks_of.end(), fits) &&
           std::all_of(b.tasks_of.begin(), b.tasks_of.end(), fits);
}

std::vector<PartyId> present_parties(const Frame& frame) {
    std::vector<PartyId> out;
    for (const auto party : frame.what.parties)
        if (!checks::absent_on(frame.model, party, frame.day)) out.push_back(party);
    return out;
}

Work who_does_what(const Frame& frame) {
    const auto parties = present_parties(frame);
    const auto& situations = frame.what.columns;
    if (parties.empty() || situations.empty()) return {};
    if (situations.size() <= kMostColumns && equals(frame, parties, situations).size() == 1) {
        std::vector<WorkColumn> columns;
        columns.reserve(situations.size());
        for (const auto situation : situations) columns.push_back({situation, parties});
        return Weaver(frame, std::move(columns), false).woven(parties, everything);
    }
    const auto groups = equals(frame, parties, {situations.front()});
    if (groups.size() > kMostColumns) return Weaver(frame, {{situations.front(), {}}}, true).woven(parties, everything);
    std::vector<WorkColumn> columns;
    columns.reserve(groups.size());
    for (const auto& group : groups) columns.push_back({situations.front(), group});
    return Weaver(frame, std::move(columns), false).woven(parties, everything);
}

Work changes(const Frame& frame, const Work& shown) {
    const auto& situations = frame.what.columns;
    std::vector<VariantId> seen;
    for (const auto& column : shown.columns)
        if (std::find(seen.begin(), seen.end(), column.situation) == seen.end()) seen.push_back(column.situation);
    if (situations.size() < 2 || seen.size() == situations.size()) return {};
    std::vector<WorkColumn> columns;
    columns.reserve(situations.size());
    for (const auto situation : situations) columns.push_back({situation, {}});
    auto out = Weaver(frame, std::move(columns), true).woven(present_parties(frame), [](const Cells& cells) {
        return std::any_of(cells.begin(), cells.end(), [&](const auto& cell) {
            const auto& first = cells.front();
            return cell.has_value() != first.has_value() || (cell && !cell->means_as(*first));
        });
    });
    const auto loses = [](const WorkRow& row) {
        const auto& first = row.cells.front();
        return (!first || !is_loss(first->as)) &&
               std::any_of(row.cells.begin() + 1, row.cells.end(),
                           [](const auto& cell) { return cell && is_loss(cell->as); });
    };
    std::stable_partition(out.rows.begin(), out.rows.end(), loses);
    return out;
}

namespace {

Text titles_of(const Model& model, const std::vector<TaskId>& nodes) {
    std::vector<Text> out;
    out.reserve(nodes.size());
    for (const auto id : nodes) out.push_back(title_of(model, id));
    return listed(out);
}

}  // namespace

Text tasks_said(const Frame& frame, const WorkRow& row) {
    const auto& model = frame.model;
    const auto relevant = needing(model, row.functions) & frame.tasks;
    std::vector<Text> out;
    for (const auto root : nodes_of(model, frame.tasks)) {
        const auto here = row.tasks & model[root].leaves;
        if (here.none()) continue;
        const auto whole = relevant & model[root].leaves;
        const auto named = nodes_of(model, here, &relevant);
        const auto rest = whole - here;
        const auto left = rest.any() ? nodes_of(model, rest, &relevant) : std::vector<TaskId>{};
        // Of one task it is said by its own name, also where no other task has that part of the work.
        const auto one = nodes_of(model, here);
        if (rest.none() && one.size() == 1)
            out.push_back(title_of(model, one.front()));
        else if (rest.none())
            out.push_back(title_of(model, root));
        else if (left.size() < named.size())
            out.push_back(say(message::tasks_but, {title_of(model, root), titles_of(model, left)}));
        else
            out.push_back(titles_of(model, named));
    }
    return listed(out);
}

}  // namespace belegd::report
