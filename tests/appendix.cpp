// The matrix of the appendix against coverage: of every model and page each cell stands in one row, and its mark and its
// names are those of the answer.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "cells.hpp"
#include "model/describe.hpp"
#include "property/scale.hpp"
#include "report/appendix/work.hpp"
#include "report/explanation.hpp"

namespace belegd {
namespace {

using namespace model;
using graph::State;
using report::MarkedAs;

class Walk {
   public:
    Walk(const analysis::Analysis& found, const Overview& what)
        : m_(found.model), frame_(found, what, report::Extent::appendix) {}

    std::vector<std::string> differences() {
        const auto work = report::who_does_what(frame_);
        for (const auto& column : work.columns)
            for (const auto party : column.parties.empty() ? report::present_parties(frame_) : column.parties)
                each_cell([&](std::size_t leaf, std::size_t function) {
                    see(work, column.situation, party, leaf, function);
                });
        const auto changes = report::changes(frame_, work);
        for (const auto& column : changes.columns)
            for (const auto party : report::present_parties(frame_))
                each_cell([&](std::size_t leaf, std::size_t function) {
                    change(changes, column.situation, party, leaf, function);
                });
        return std::move(out_);
    }
    std::size_t seen() const { return seen_; }

   private:
    template <typename Visit>
    void each_cell(Visit visit) const {
        frame_.functions.each(
            [&](std::size_t function) { frame_.tasks.each([&](std::size_t leaf) { visit(leaf, function); }); });
    }

    /// Where a row says something of a cell: of each table at most once.
    const report::Marked* said(const report::Work& work, VariantId situation, PartyId party, std::size_t leaf,
                               std::size_t function, std::size_t& times) const {
        const report::Marked* out = nullptr;
        for (const auto* rows : {&work.rows, &work.by_law})
            for (const auto& row : *rows) {
                const bool has = std::any_of(row.tasks_of.begin(), row.tasks_of.end(), [&](const auto& each) {
                    return each.first == function && each.second.has(leaf);
                });
                if (!has || (work.parties_in_rows && !names(row.parties, party))) continue;
                for (std::size_t i = 0; i < work.columns.size(); ++i) {
                    const auto& column = work.columns[i];
                    if (column.situation != situation) continue;
                    if (!column.parties.empty() && !names(column.parties, party)) continue;
                    ++times;
                    out = row.cells[i] ? &*row.cells[i] : nullptr;
                }
            }
        return out;
    }

    void see(const report::Work& work, VariantId situation, PartyId party, std::size_t leaf, std::size_t function) {
        const auto* answer = frame_.answer(situation, party, leaf, function);
        std::size_t times = 0;
        const auto* cell = said(work, situation, party, leaf, function, times);
        const auto wrong = [&](const std::string& what) {
            out_.push_back(fmt::format("{} of {} for {} in {}: {}", name_of(m_, m_.leaf_functions[function]).nl,
                                       name_of(m_, m_.leaf_tasks[leaf]).nl, name_of(m_, party).nl,
                                       name_of(m_, situation).nl, what));
        };
        if (answer == nullptr) {
            if (cell != nullptr) wrong("a cell that is not there");
            return;
        }
        ++seen_;
        if (times != 1 || cell == nullptr) return wrong(fmt::format("stands in {} rows", times));
        // With what a sentence keeps in a row of its own the same may stand that the law has so.
        if (cell->by_law && (answer->state != State::by_law || !is_sure(situation, party, leaf, function, *answer)))
            wrong("is not as the law has it");
        if (cell->as != cells::mark_of(frame_, situation, party, leaf, function, *answer))
            wrong("is marked " + report::mark_name(cell->as).nl);
        for (const auto& step : answer->chain)
            for (const auto id : step.by)
                if (std::find(cell->from.begin(), cell->from.end(), m_[id].span) == cell->from.end())
                    wrong("does not lead to a sentence that it rests on");
        std::string words;
        for (const auto& line : cell->lines) words += line.text.nl + "\n";
        if (answer->state != State::assigned || cell->as == MarkedAs::undetermined) return;
        for (const auto& actor : answer->performers) {
            const bool itself =
                actor.owner == Actor::Owner::party && actor.index == party.index && !actor.organ.valid();
            if (!itself && words.find(report::actor_said(m_, actor, party).nl) == std::string::npos)
                wrong("does not name " + report::actor_said(m_, actor, party).nl + ": " + words);
        }
    }

    bool is_sure(VariantId situation, PartyId party, std::size_t leaf, std::size_t function,
                 const graph::Answer& answer) const {
        return !frame_.left_open(situation, party, leaf, function, answer);
    }

    /// Who does it elsewhere than in the first situation stands among the changes.
    void change(const report::Work& changes, VariantId situation, PartyId party, std::size_t leaf,
                std::size_t function) {
        const auto* first = frame_.answer(frame_.what.columns.front(), party, leaf, function);
        const auto* here = frame_.answer(situation, party, leaf, function);
        if (first == nullptr || here == nullptr) return;
        std::size_t times = 0;
        said(changes, situation, party, leaf, function, times);
        const bool moves = first->performers != here->performers || first->state != here->state;
        if (moves && first->state != State::assigned && here->state != State::assigned && times == 1) return;
        if (moves && times != 1 && !(first->performers == here->performers))
            out_.push_back(fmt::format("a change of {} of {} for {} in {} stands in {} rows",
                                       name_of(m_, m_.leaf_functions[function]).nl, name_of(m_, m_.leaf_tasks[leaf]).nl,
                                       name_of(m_, party).nl, name_of(m_, situation).nl, times));
    }

    const Model& m_;
    report::Frame frame_;
    std::vector<std::string> out_;
    std::size_t seen_ = 0;
};

}  // namespace

TEST_CASE("appendix: every cell of every model and page stands in one row, with the mark and the names of its answer") {
    std::size_t seen = 0;
    cells::each_overview([&](const analysis::Analysis& found, const Overview& each, const std::string& where) {
        Walk one(found, each);
        for (const auto& difference : one.differences()) FAIL_CHECK(where << ": " << difference);
        seen += one.seen();
    });
    CHECK((naive::one_in() > 1 || seen > 20'000));
}

TEST_CASE("appendix: what its cells are to be asked about names parts, tasks, situations and parties of the model") {
    std::size_t seen = 0;
    cells::each_overview([&](const analysis::Analysis& found, const Overview& each, const std::string& where) {
        const auto document = report::overview(found, each);
        for (const auto& block : document.blocks) {
            const auto* table = std::get_if<report::Table>(&block);
            if (table == nullptr) continue;
            for (const auto& row : table->asked) {
                CHECK(row.size() < table->columns.size());
                for (const auto& cell : row) {
                    Text wrong;
                    const auto question = report::question(found.model, cell.what, wrong);
                    CHECK_MESSAGE((question && !question->functions.empty()), where << ": " << wrong.nl);
                    CHECK((cell.variant.empty() || report::variant_named(found.model, cell.variant, wrong)));
                    CHECK_MESSAGE((cell.parties.empty() || report::parties_named(found.model, cell.parties, wrong)),
                                  where << ": " << wrong.nl);
                    ++seen;
                }
            }
        }
    });
    CHECK((naive::one_in() > 1 || seen > 100));
}

}  // namespace belegd
