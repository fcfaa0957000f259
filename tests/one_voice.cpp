// One verdict everywhere (D32): of every stretch of answers of every page and model the coverage, the findings, a test,
// the explanation and the overview say the same.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "cells.hpp"
#include "checks/open_lists.hpp"
#include "cli/files.hpp"
#include "literate.hpp"
#include "property/scale.hpp"
#include "render/render.hpp"
#include "report/explanation.hpp"
#include "report/frame.hpp"

namespace belegd {
namespace {

using namespace model;
using graph::State;
using Verdict = Test::Verdict;

/// One cell on one day.
struct Cell {
    VariantId variant;
    PartyId participant;
    std::size_t leaf;
    std::uint32_t function;
    Day day;
};

class Listening {
   public:
    explicit Listening(analysis::Analysis& found) : a_(found), m_(found.model) {
        for (const auto& cause : a_.causes)
            if (info(cause.code).id[0] == 'B') coded_.push_back(&cause);
    }

    /// Every stretch of days with one answer, on its first day, of one of its tasks.
    std::vector<std::string> differences() {
        for (const auto& view : a_.subject->views())
            for (const auto& run : view.coverage->runs) {
                const auto& answer = a_.subject->answer(run);
                for (const auto& days : graph::is_implicit(answer.state) ? checks::unchanging(*a_.subject, run.days)
                                                                         : std::vector<Period>{run.days}) {
                    // Of days before the first that is said nothing is said (D23).
                    const auto day = std::max(days.from, m_.begins);
                    if (days.contains(day))
                        cell({view.variant, run.participant, run.tasks.first(), run.function, day}, view, answer,
                             run.answer);
                }
            }
        return std::move(out_);
    }
    std::size_t heard() const { return heard_; }

   private:
    void cell(const Cell& cell, const checks::Subject::View& view, const graph::Answer& answer, graph::AnswerId id) {
        ++heard_;
        BitSet one(m_.leaf_tasks.size());
        one.set(cell.leaf);
        const bool open = graph::is_implicit(answer.state) &&
                          checks::left_open(*a_.subject, view, cell.participant, cell.function, cell.day, one).any();
        const auto wrong = [&](const std::string& what) {
            out_.push_back(fmt::format("{} of {} for {} on {}: {}", m_[m_.leaf_functions[cell.function]].name,
                                       m_[m_.leaf_tasks[cell.leaf]].name, m_[cell.participant].name, iso(cell.day),
                                       what));
        };
        const auto test = [&](Verdict verdict, const std::vector<Actor>& actors = {}) {
            return passes(cell, verdict, actors);
        };

        // A test.
        if (test(Verdict::by_law) != (answer.state == State::by_law && !open)) wrong("a test of `van rechtswege`");
        if (test(Verdict::unassigned) != (answer.state == State::unassigned && !open)) wrong("a test of `onbelegd`");
        if (test(Verdict::undetermined) != open) wrong("a test of `niet te zeggen`");
        if (answer.state == State::assigned && !answer.performers.empty() && !substituted(answer) &&
            !test(Verdict::performer, answer.performers))
            wrong("a test of who does it");
        if (!answer.holders.empty() && !test(Verdict::competent, answer.holders)) wrong("a test of who is competent");

        // The findings.
        const auto told = [&](std::initializer_list<Code> codes) {
            return std::any_of(coded_.begin(), coded_.end(), [&](const checks::Cause* cause) {
                return std::find(codes.begin(), codes.end(), cause->code) != codes.end() && touches(*cause, cell);
            });
        };
        if (told({Code::B14}) != open) wrong("B14");
        if (answer.state == State::unassigned && !open && !told({Code::B01, Code::B03})) wrong("neither B01 nor B03");
        if (answer.state == State::by_law && !open && told({Code::B01})) wrong("B01 of what is by law");
        if (graph::is_explicit(answer.state) && told({Code::B01, Code::B03, Code::B14, Code::B08}))
            wrong("a finding as if nothing had effect");
        if (answer.state == State::doubly_assigned && !told({Code::B02})) wrong("no B02");
        if (answer.state == State::cycle && !told({Code::B04})) wrong("no B04");
        if (answer.renewed && !told({Code::B16})) wrong("no B16");

        // The overview and the explanation say it in the same words: of equal answers one speaks for all.
        if (!said_.emplace(cell.variant.index, id, open).second) return;
        Overview about;
        about.parties = {cell.participant};
        about.tasks = {m_.leaf_tasks[cell.leaf]};
        about.functions = {m_.leaf_functions[cell.function]};
        about.columns = {cell.variant};
        about.reference_day = cell.day;
        const report::Frame frame(a_, about, report::Extent::full);
        const auto* shown = frame.answer(cell.variant, cell.participant, cell.leaf, cell.function);
        if (shown == nullptr || !(*shown == answer)) return wrong("the overview has no such cell");
        if (frame.left_open(cell.variant, cell.participant, cell.leaf, cell.function, *shown).has_value() != open)
            wrong("the overview leaves open something else");
        const auto said = frame.cell_said(cell.variant, cell.participant, cell.leaf, cell.function, *shown).text;
        report::Question question;
        question.functions = about.functions;
        question.tasks = about.tasks;
        question.parties = about.parties;
        question.variant = cell.variant;
        question.day = cell.day;
        const auto explained = render::text(report::explanation(a_, question), Language::nl, 100'000);
        const auto has = [&](const std::string& words) { return explained.find(words) != std::string::npos; };
        // What the law forbids the explanation says in a sentence of its own.
        if (const auto words = said.nl.substr(0, said.nl.find("; mag niet")); !has(words))
            wrong(fmt::format("the explanation does not say {}", words));
        for (const auto& rule : frame.unlawful(cell.variant, cell.participant, cell.leaf, cell.function, *shown))
            if (const auto& code = m_.rules[rule.rule].code; !has(code)) wrong("the explanation does not say " + code);
    }

    bool substituted(const graph::Answer& answer) const {
        return std::any_of(answer.chain.begin(), answer.chain.end(), [&](const graph::Step& step) {
            return std::any_of(step.by.begin(), step.by.end(),
                               [&](TransferId id) { return !m_[id].substitutes.empty(); });
        });
    }

    bool passes(const Cell& cell, Verdict verdict, const std::vector<Actor>& actors) {
        Test test{};
        test.verdict = verdict;
        test.functions = {m_.leaf_functions[cell.function]};
        test.tasks = {m_.leaf_tasks[cell.leaf]};
        test.parties = {cell.participant};
        test.day = cell.day;
        test.variant = cell.variant;
        test.actors = actors;
        const auto own = std::exchange(m_.tests, {test});
        const auto found = analysis::expectations(*a_.subject, a_.causes, [](const checks::Cause&) { return false; });
        m_.tests = own;
        return found.passed == 1;
    }

    bool touches(const checks::Cause& cause, const Cell& cell) const {
        if (cause.variant != cell.variant) return false;
        if (cause.function == checks::Cause::kAnyFunction ? !cause.functions.has(cell.function)
                                                          : cause.function != cell.function)
            return false;
        return std::any_of(cause.cells.begin(), cause.cells.end(), [&](const checks::Cells& cells) {
            return cells.participant == cell.participant && cells.tasks.has(cell.leaf) && cells.days.contains(cell.day);
        });
    }

    analysis::Analysis& a_;
    Model& m_;
    std::vector<const checks::Cause*> coded_;
    std::vector<std::string> out_;
    std::set<std::tuple<std::uint32_t, graph::AnswerId, bool>> said_;
    std::size_t heard_ = 0;
};

/// Of a model with very many answers some speak for all.
constexpr std::size_t kMost = 4000;

}  // namespace

TEST_CASE("one voice: coverage, findings, tests, explanations and overviews of every page say the same of a cell") {
    std::size_t heard = 0;
    cells::each_page(kMost, [&](analysis::Analysis& found, const std::string& where) {
        Listening listening(found);
        for (const auto& difference : listening.differences()) FAIL_CHECK(where << ": " << difference);
        heard += listening.heard();
    });
    CHECK((naive::one_in() > 1 || heard > 5000));
}

}  // namespace belegd
