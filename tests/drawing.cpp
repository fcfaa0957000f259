// The drawing against coverage: of every model and page each cell that does not stay with whose it is stands in one arrow,
// with the mark of its answer and to who performs; and no arrow or line is about anything else.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cells.hpp"
#include "literate.hpp"
#include "model/describe.hpp"
#include "property/scale.hpp"
#include "report/drawing.hpp"

namespace belegd {
namespace {

using namespace model;
using report::Drawing;
using report::MarkedAs;

class DrawnWalk {
   public:
    DrawnWalk(const analysis::Analysis& found, const Overview& what, const Drawing& drawing)
        : m_(found.model), frame_(found, what, report::Extent::appendix), d_(drawing) {}

    std::vector<std::string> differences() {
        std::size_t expected = 0;
        for (const auto party : report::present_parties(frame_))
            frame_.functions.each([&](std::size_t function) {
                frame_.tasks.each([&](std::size_t leaf) {
                    using Change = Drawing::Change;
                    const auto& columns = frame_.what.columns;
                    bool both = see(columns.front(), party, leaf, function, {Change::stays, Change::goes}, expected);
                    if (d_.difference) see(columns[1], party, leaf, function, {Change::stays, Change::comes}, expected);
                    // What stays stands there once, for both.
                    if (both && d_.difference) --expected;
                });
            });
        std::size_t drawn = 0;
        const auto count = [&](const std::vector<Drawing::Line>& lines) {
            for (const auto& line : lines)
                for (const auto& [function, tasks] : line.row.tasks_of)
                    drawn += tasks.count() * line.row.parties.size();
        };
        for (const auto& box : d_.owners) count(box.own);
        for (const auto& arrow : d_.arrows) {
            if (arrow.from.empty() || arrow.to.empty() || arrow.lines.empty()) out_.emplace_back("an empty arrow");
            count(arrow.lines);
        }
        if (drawn != expected) out_.push_back(fmt::format("{} cells are drawn, and {} are there", drawn, expected));
        return std::move(out_);
    }
    std::size_t arrows() const { return arrows_; }

   private:
    /// Whether the cell is drawn as one that stays.
    bool see(VariantId situation, PartyId party, std::size_t leaf, std::size_t function,
             std::vector<Drawing::Change> changes, std::size_t& expected) {
        const auto* answer = frame_.answer(situation, party, leaf, function);
        std::size_t times = 0;
        const Drawing::Line* line = nullptr;
        const Drawing::Arrow* arrow = nullptr;
        const auto look = [&](const std::vector<Drawing::Line>& lines, const Drawing::Arrow* in) {
            for (const auto& each : lines) {
                if (std::find(changes.begin(), changes.end(), each.change) == changes.end()) continue;
                if (!names(each.row.parties, party)) continue;
                for (const auto& [of, tasks] : each.row.tasks_of)
                    if (of == function && tasks.has(leaf)) ++times, line = &each, arrow = in;
            }
        };
        for (const auto& box : d_.owners) look(box.own, nullptr);
        for (const auto& each : d_.arrows) look(each.lines, &each);
        const auto wrong = [&](const std::string& what) {
            out_.push_back(fmt::format("{} of {} for {} in {}: {}", name_of(m_, m_.leaf_functions[function]).nl,
                                       name_of(m_, m_.leaf_tasks[leaf]).nl, name_of(m_, party).nl,
                                       name_of(m_, situation).nl, what));
        };
        if (answer == nullptr) {
            if (times != 0) wrong("a cell that is not there");
            return false;
        }
        ++expected;
        if (times != 1) return wrong(fmt::format("stands in {} lines", times)), false;
        const auto mark = cells::mark_of(frame_, situation, party, leaf, function, *answer);
        if (line->mark != mark) wrong("is marked " + report::mark_name(line->mark).nl);
        const auto is_own = [&](const Actor& each) {
            return each.owner == Actor::Owner::party && each.index == party.index;
        };
        const bool somebody = !answer->performers.empty() && mark != MarkedAs::open && mark != MarkedAs::undetermined &&
                              answer->state != graph::State::cycle && answer->state != graph::State::no_owner;
        const bool stays = mark == MarkedAs::own ||
                           (somebody && std::all_of(answer->performers.begin(), answer->performers.end(), is_own));
        if (stays != (arrow == nullptr)) wrong(stays ? "is an arrow and stays" : "is no arrow and goes elsewhere");
        if (arrow == nullptr || stays) return line->change == Drawing::Change::stays;
        ++arrows_;
        const bool is_from = std::any_of(arrow->from.begin(), arrow->from.end(),
                                         [&](std::size_t from) { return names(d_.owners[from].parties, party); });
        if (!is_from) wrong("is of an arrow of others");
        std::string to;
        bool nobody = false;
        for (const auto each : arrow->to) {
            to += d_.doers[each].title.nl + "\n";
            nobody = nobody || d_.doers[each].nobody;
        }
        if (nobody == somebody) wrong("goes to " + to);
        if (somebody)
            for (const auto& each : answer->performers)
                if (!is_own(each) && to.find(report::actor_said(m_, each.whole(), {}).nl) == std::string::npos)
                    wrong("does not go to " + report::actor_said(m_, each.whole(), {}).nl);
        return line->change == Drawing::Change::stays;
    }

    const Model& m_;
    report::Frame frame_;
    const Drawing& d_;
    std::vector<std::string> out_;
    std::size_t arrows_ = 0;
};

}  // namespace

TEST_CASE("drawing: every cell of every model and page stands in one line, and who does it elsewhere at its arrow") {
    std::size_t seen = 0, differences = 0;
    cells::each_overview([&](const analysis::Analysis& found, const Overview& each, const std::string& where) {
        const auto known = report::beginning(found, each);
        if (known.shown.columns.empty()) return;
        for (const bool difference : {false, true}) {
            if (difference && known.shown.columns.size() < 2) continue;
            auto what = known.shown;
            what.columns.resize(difference ? 2 : 1);
            const auto drawing = report::drawing(found, what, difference);
            CHECK(drawing.difference == difference);
            DrawnWalk walk(found, what, drawing);
            for (const auto& wrong : walk.differences()) FAIL_CHECK(where << ": " << wrong);
            seen += walk.arrows();
            if (difference) ++differences;
        }
    });
    CHECK((naive::one_in() > 1 || seen > 4'000));
    CHECK((naive::one_in() > 1 || differences > 20));
}

TEST_CASE("drawing: too many municipalities for an arrow each are drawn by cooperation, and no cell is lost") {
    // Ten services of two municipalities; in each third one a neighbour takes part as well, so that few are equal.
    std::string text = "gebruik sociaal_domein\n";
    for (int i = 0; i < 40; ++i) text += fmt::format("gemeente Plaats{:02}\n", i);
    for (int i = 0; i < 20; ++i) {
        text +=
            fmt::format("regeling dienst{0} \"Dienst {0}\" {{\n  vorm centrumregeling\n  deelnemers college van ", i);
        text += fmt::format("Plaats{:02}, Plaats{:02}", 2 * i, 2 * i + 1);
        if (i % 3 == 0 && i > 0) text += fmt::format(", Plaats{:02}", 2 * i - 1);
        text += fmt::format("\n  geldt vanaf 2020\n  mandateert uitvoering van {} aan college van Plaats{:02}\n}}\n",
                            i % 3 == 0 ? "bijstand" : "inburgering", 2 * i);
    }
    literate::Case one;
    one.text = text;
    const auto found = literate::analysis(one);
    REQUIRE(found->readable());
    auto what = report::whole_overview(found->model);
    what.columns.resize(1);
    what.reference_day = day_of(2024, 1, 1);
    const auto drawing = report::drawing(*found, what, false);
    CHECK(drawing.crowded);
    DrawnWalk walk(*found, what, drawing);
    for (const auto& wrong : walk.differences()) FAIL_CHECK(wrong);
    CHECK(walk.arrows() == 26);
    CHECK(drawing.cooperations.size() == 20);
}

}  // namespace belegd
