#include "analysis/expectations.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "analysis/asked.hpp"
#include "analysis/cases.hpp"
#include "analysis/unlawful.hpp"
#include "base/fold.hpp"
#include "checks/beginning.hpp"
#include "checks/lines.hpp"
#include "checks/open_lists.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"
#include "rules/of_law.hpp"

namespace belegd::analysis {
namespace {

using namespace model;
using Verdict = Test::Verdict;

/// A party or cooperation matches itself and its organs; an organ only itself.
bool matches(const Actor& named, const Actor& found) {
    return named == found || (!named.organ.valid() && found.whole() == named);
}

/// Who perform it: together, or each of them alone.
Text performers_said(const Model& model, const graph::Answer& answer) {
    const bool together = std::any_of(answer.chain.begin(), answer.chain.end(), [&](const graph::Step& step) {
        return std::any_of(step.by.begin(), step.by.end(),
                           [&](TransferId id) { return model[id].together == Transfer::Together::joint; });
    });
    if (together) return names_of(model, answer.performers);
    std::vector<Text> names;
    for (const auto& actor : answer.performers) names.push_back(name_of(model, actor));
    return alternatives(names);
}

/// The alternatives, each with its limits; where there are none of those, who performs it.
Text ways_said(const Model& model, const CellAnswer& cell) {
    if (std::all_of(cell.ways.begin(), cell.ways.end(), [](const Way& way) { return way.limits.empty(); }))
        return performers_said(model, cell.answer);
    std::vector<Text> names;
    for (const auto& way : cell.ways) {
        auto name = names_of(model, way.performers);
        if (!way.limits.empty()) name = say(message::with_limits, {name, listed(way.limits)});
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return alternatives(names);
}

Text state_said(const Model& model, const CellAnswer& cell) {
    const auto& answer = cell.answer;
    switch (answer.state) {
        case graph::State::assigned: {
            auto whose = ways_said(model, cell);
            if (answer.renewed) whose = say(message::answer_renewed, {whose});
            std::vector<Text> said{say(message::answer_assigned, {whose, names_of(model, answer.holders)})};
            for (const auto& way : cell.ways)
                if (!way.substitutes.empty())
                    said.push_back(say(message::answer_substitutes,
                                       {names_of(model, way.performers), names_of(model, way.substitutes)}));
            return joined(said, "; ");
        }
        case graph::State::unassigned: return say(message::answer_unassigned, {names_of(model, answer.holders)});
        case graph::State::doubly_assigned: return say(message::answer_double, {names_of(model, answer.performers)});
        case graph::State::cycle: return say(message::answer_cycle);
        case graph::State::no_owner: return say(message::answer_no_owner);
        case graph::State::by_law: return say(message::answer_by_law, {names_of(model, answer.holders)});
    }
    return {};
}

class Expectation {
   public:
    Expectation(const Subject& subject, const std::vector<Cause>& causes, const IsAccepted& is_accepted,
                const Test& test)
        : s_(subject),
          m_(subject.model),
          causes_(causes),
          is_accepted_(is_accepted),
          test_(test),
          view_(subject.view(test.variant)) {
        tasks_ = BitSet(m_.leaf_tasks.size());
        if (test.tasks.empty())
            for (std::size_t i = 0; i < m_.leaf_tasks.size(); ++i) tasks_.set(i);
        for (const auto id : test.tasks) tasks_ |= m_[id].leaves;
        functions_ = BitSet(m_.leaf_functions.size());
        if (test.functions.empty())
            for (std::size_t i = 0; i < m_.leaf_functions.size(); ++i) functions_.set(i);
        for (const auto id : test.functions) functions_ |= m_[id].leaves;
        parties_ = test.parties.empty() ? m_.owners() : test.parties;
        day_ = test.day;
        if (!day_) return;
        earlier_ = checks::earlier(s_, view_, *day_);
        if (earlier_) day_ = earlier_->answered_as;
    }

    /// What is wrong, or nothing when the test holds.
    std::optional<Text> failure() {
        if (test_.asked) return not_as_asked(s_, test_);
        if (test_.asked_cost) return not_as_costs(s_, test_);
        if (test_.asked_board) return not_as_boards(s_, test_);
        // Of a day before the model nothing is said, whatever is expected of it (D23).
        if (earlier_ && !earlier_->answered_as) return earlier_->why;
        const auto wrong = answered();
        return wrong && earlier_ ? joined({*wrong, earlier_->why}, "; ") : wrong;
    }

    /// Whether who was expected to do it alone may do it beside others.
    bool also() const { return also_; }

    /// Of a day before the model (D23): the sentences that would say that what holds by law held then.
    std::vector<Remedy> lines_for_earlier() const {
        std::vector<Remedy> out;
        if (!earlier_ || earlier_->answered_as || test_.tasks.empty() || test_.functions.empty() ||
            test_.parties.empty())
            return out;
        functions_.each([&](std::size_t function) {
            const auto tasks = needing(function) & tasks_;
            if (tasks.none()) return;
            Cause cause{};
            cause.function = static_cast<std::uint32_t>(function);
            cause.variant = test_.variant;
            for (const auto party : parties_) cause.cells.push_back({party, tasks, {*test_.day, m_.begins}});
            for (const auto& part : checks::by_law(m_, cause).parts) {
                const auto holder = name_of(m_, part.owner.valid() ? m_.organ_of(part.owner, part.organ)
                                                                   : Actor{Actor::Owner::own, 0, part.organ});
                out.push_back({say(
                    message::u01_earlier,
                    {checks::transfer_line(s_, TransferKind::keeps, checks::matter_said(m_, cause, part.tasks), holder,
                                           {say(message::write_for, {parties_of(m_, parties_)}),
                                            say(message::write_from, {spelled(*test_.day)}),
                                            say(message::write_until, {spelled(m_.begins)})})})});
                if (test_.verdict == Verdict::by_law) out.push_back({say(message::u01_earlier_expect, {holder})});
            }
        });
        return out;
    }

    /// What rules forbid on the way to who is expected: the text says it, and the test holds; each once.
    std::vector<Text> unlawful_answers() const {
        std::vector<Text> out;
        if (test_.verdict != Verdict::performer && test_.verdict != Verdict::competent) return out;
        for (const auto party : parties_)
            functions_.each([&](std::size_t function) {
                for (const auto* run : s_.runs(view_, party, static_cast<std::uint32_t>(function))) {
                    const auto tasks = run->tasks & tasks_;
                    if (tasks.none() || (day_ && !run->days.contains(*day_))) continue;
                    for (auto& sentence : forbidden(*run, tasks, s_.answer(*run)))
                        if (std::find(out.begin(), out.end(), sentence) == out.end())
                            out.push_back(std::move(sentence));
                }
            });
        return out;
    }

   private:
    std::optional<Text> answered() {
        switch (test_.verdict) {
            case Verdict::status: return status();
            case Verdict::finding: return finding();
            case Verdict::no_findings: {
                for (const auto& cause : causes_)
                    if (cause.variant == test_.variant && touches(cause) && !is_accepted_(cause))
                        return say(message::there_is, {Text(code_of(cause)), name_of_code(cause)});
                return std::nullopt;
            }
            default: return cells();
        }
    }

    /// A finding of a rule goes by the rule's code and title.
    std::string code_of(const Cause& cause) const {
        return cause.rule == Cause::kNoRule ? info(cause.code).id : m_.rules[cause.rule].code;
    }
    Text name_of_code(const Cause& cause) const {
        return cause.rule == Cause::kNoRule ? info(cause.code).name : m_.rules[cause.rule].title;
    }
    std::optional<Text> status() const {
        const auto found = test_.status_of_variant.valid()       ? m_[test_.status_of_variant].status
                           : test_.status_of_cooperation.valid() ? m_[test_.status_of_cooperation].status
                           : test_.status_of_decision.valid()    ? m_[test_.status_of_decision].status
                           : test_.status_of_milestone.valid()   ? m_[test_.status_of_milestone].status
                                                                 : Status::decided;
        if (found == test_.status) return std::nullopt;
        return say(message::status_is, {name_of(found)});
    }

    bool named() const {
        return !test_.tasks.empty() || !test_.functions.empty() || !test_.parties.empty() || day_.has_value();
    }

    bool touches(const Cause& cause) const {
        if (!named()) return true;
        for (const auto& cells : cause.cells) {
            if (std::find(parties_.begin(), parties_.end(), cells.participant) == parties_.end() ||
                !cells.tasks.intersects(tasks_))
                continue;
            if (day_ && !cells.days.contains(*day_)) continue;
            if (cause.function == Cause::kAnyFunction ? cause.functions.none() || cause.functions.intersects(functions_)
                                                      : functions_.has(cause.function))
                return true;
        }
        return false;
    }

    Text no_cell() const {
        std::vector<Text> absent;
        for (const auto party : test_.parties)
            if (const auto why = day_ ? checks::absent_on(m_, party, *day_) : std::nullopt) absent.push_back(*why);
        if (!absent.empty() && absent.size() == test_.parties.size()) return joined(absent, "; ");
        auto out = checks::of_others(m_, test_.parties, day_, tasks_, functions_).value_or(say(message::no_such_cell));
        for (const auto& why : checks::why_no_cell(m_, test_.parties, day_, tasks_, functions_))
            out = joined({out, why}, "; ");
        functions_.each([&](std::size_t function) {
            const auto name = name_of(m_, m_.leaf_functions[function]);
            for (const auto& own : checks::own_followers(s_, static_cast<std::uint32_t>(function), tasks_)) {
                const auto power = name_of(m_, own.power);
                const auto& followed = m_[m_.leaf_functions[function]].follows;
                out = joined({out, own.exists ? say(message::own_follower_named, {power, Text(own.name)})
                                              : say(message::own_follower,
                                                    {name, name_of(m_, followed), own.line, Text(own.name)})},
                             "; ");
            }
        });
        return out;
    }

    std::optional<Text> finding() const {
        std::vector<const Cause*> with_code;
        for (const auto& cause : causes_)
            if (cause.variant == test_.variant &&
                std::find(test_.codes.begin(), test_.codes.end(), code_of(cause)) != test_.codes.end())
                with_code.push_back(&cause);
        std::vector<Text> codes;
        for (const auto& code : test_.codes) codes.emplace_back(code);
        const auto none = say(message::no_such_finding, {alternatives(codes)});
        if (!named()) return with_code.empty() ? std::optional(none) : std::nullopt;
        // Every cell that the test names must be among the cells of such a finding.
        std::optional<Text> missing;
        bool any = false;
        for (const auto party : parties_)
            functions_.each([&](std::size_t function) {
                auto left = needing(function) & tasks_;
                if (left.none()) return;
                any = true;
                for (const auto* cause : with_code) {
                    const bool of_function = cause->function == Cause::kAnyFunction ? cause->functions.has(function)
                                                                                    : cause->function == function;
                    for (const auto& cells : cause->cells)
                        if (of_function && cells.participant == party && (!day_ || cells.days.contains(*day_)))
                            left -= cells.tasks;
                }
                if (left.any() && !missing)
                    missing = say(message::no_such_finding_for,
                                  {alternatives(codes), tasks_of(m_, left), name_of(m_, party)});
            });
        if (!any) return no_cell();
        return missing;
    }

    BitSet needing(std::size_t function) const {
        BitSet out(m_.leaf_tasks.size());
        for (std::size_t leaf = 0; leaf < m_.leaf_tasks.size(); ++leaf)
            if (m_[m_.leaf_tasks[leaf]].needed.has(function)) out.set(leaf);
        return out;
    }

    std::optional<Text> cells() {
        std::optional<Text> wrong;
        bool any = false;
        for (const auto party : parties_)
            functions_.each([&](std::size_t function) {
                for (const auto* run : s_.runs(view_, party, static_cast<std::uint32_t>(function))) {
                    auto tasks = run->tasks & tasks_;
                    if (tasks.none() || (day_ && !run->days.contains(*day_))) continue;
                    any = true;
                    while (tasks.any() && !wrong) {
                        const auto first = tasks.first();
                        const auto cell = of_case(*run, party, first);
                        auto alike = tasks;
                        // For a case the scope decides too, and that goes by the task.
                        if (!test_.values.empty()) {
                            alike = BitSet(m_.leaf_tasks.size());
                            alike.set(first);
                        }
                        tasks -= alike;
                        wrong = wrong_about(*run, alike, party, cell);
                    }
                }
            });
        if (!any) return no_cell();
        return wrong;
    }

    CellAnswer of_case(const graph::Run& run, PartyId party, std::size_t leaf) const {
        return answer_for({s_, view_, party, run.function, leaf, day_.value_or(run.days.from)}, s_.answer(run),
                          test_.values);
    }

    std::optional<Text> wrong_about(const graph::Run& run, const BitSet& tasks, PartyId party, const CellAnswer& cell) {
        const auto matter =
            say(message::function_of_tasks, {name_of(m_, m_.leaf_functions[run.function]), tasks_of(m_, tasks)});
        if (!cell.meant.empty()) {
            std::vector<Text> meant;
            for (const auto& each : cell.meant) meant.emplace_back(each);
            return say(message::value_of_what, {matter, alternatives(meant)});
        }
        if (holds(cell, run, tasks, party)) return std::nullopt;
        const bool left_open = graph::is_implicit(cell.answer.state) && open_among(run, tasks, party).any();
        auto wrong = say(message::answer_is, {matter, name_of(m_, party),
                                              left_open ? say(message::answer_left_open) : state_said(m_, cell)});
        if (!test_.values.empty()) wrong = say(message::for_values, {values_said(), wrong});
        if (test_.verdict == Verdict::performer && may_act(cell, party)) also_ = true;
        for (const auto& sentence : forbidden(run, tasks, cell.answer)) wrong = joined({wrong, sentence}, "; ");
        for (const auto& sentence : otherwise_by_law(run, tasks)) wrong = joined({wrong, sentence}, "; ");
        return wrong;
    }

    /// The findings that the law puts somebody in the place of a participant whom the model does not name, each rule once.
    std::vector<Text> otherwise_by_law(const graph::Run& run, const BitSet& tasks) const {
        std::vector<Text> out;
        for (const auto& cause : causes_) {
            if (cause.rule == Cause::kNoRule || cause.variant != test_.variant ||
                !rules::asks_after_successors(m_.rules[cause.rule]) || !cause.functions.has(run.function))
                continue;
            const bool here = std::any_of(cause.cells.begin(), cause.cells.end(), [&](const checks::Cells& cells) {
                return cells.participant == run.participant && cells.tasks.intersects(tasks) &&
                       cells.days.contains(test_.day.value_or(run.days.from));
            });
            auto text = say(message::see_finding, {Text(code_of(cause)), name_of_code(cause)});
            if (here && std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
        }
        return out;
    }

    Text values_said() const {
        std::vector<Text> out;
        for (const auto& value : test_.values) {
            const auto amount = amount_said(value.hundredths, value.unit);
            out.push_back(value.of.empty() ? amount : joined({Text(value.of), amount}, " "));
        }
        return listed(out);
    }

    /// What the rules say of the way to an answer (D33), each once.
    std::vector<Text> forbidden(const graph::Run& run, const BitSet& tasks, const graph::Answer& answer) const {
        std::vector<Text> out;
        tasks.each([&](std::size_t leaf) {
            for (const auto& each : unlawful(s_, causes_, test_.variant, run.participant, run.function, leaf,
                                             test_.day.value_or(run.days.from), answer)) {
                auto text = say(message::only_by_text, {unlawful_said(m_, each), with_article(each.stays)});
                if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
            }
        });
        return out;
    }

    /// `de raad van Lopik`
    Text with_article(const Actor& actor) const {
        if (!actor.organ.valid()) return name_of(m_, actor);
        return say(message::organ_of, {the_organ(m_, actor.organ), name_of(m_, actor.whole())});
    }

    bool same_actors(const std::vector<Actor>& found, PartyId party) const {
        std::vector<Actor> named;
        for (const auto& actor : test_.actors) named.push_back(m_.seen_from(party, actor));
        const auto matched = [&](const Actor& actor) {
            return std::any_of(named.begin(), named.end(), [&](const Actor& n) { return matches(n, actor); });
        };
        const auto meant = [&](const Actor& n) {
            return std::any_of(found.begin(), found.end(), [&](const Actor& actor) { return matches(n, actor); });
        };
        return !found.empty() && std::all_of(found.begin(), found.end(), matched) &&
               std::all_of(named.begin(), named.end(), meant);
    }

    bool conditioned(const graph::Answer& answer, bool provided) const {
        if (answer.state != graph::State::assigned || answer.chain.empty()) return false;
        for (const auto& step : answer.chain) {
            if (!(step.from == answer.chain.front().from)) continue;
            for (const auto id : step.by) {
                const auto& x = m_[id];
                if (provided ? !x.is_conditional() : !x.takes_part()) return false;
            }
        }
        return true;
    }

    bool open(const graph::Answer& answer, const graph::Run& run, const BitSet& tasks) const {
        for (const auto& cause : causes_) {
            if (cause.variant != test_.variant && cause.code != Code::B13) continue;
            if (cause.code == Code::B12 && cause.functions.has(run.function)) {
                auto left = tasks;
                for (const auto& cells : cause.cells)
                    if (cells.participant == run.participant && (!day_ || cells.days.contains(*day_)))
                        left -= cells.tasks;
                if (left.none()) return true;
            }
            if (cause.code != Code::B13) continue;
            for (const auto& step : answer.chain)
                for (const auto id : step.by)
                    if (cause.culprit.row.valid()) {
                        if (m_[cause.culprit.row].statement == m_[id].statement) return true;
                    } else if (m_[id].cooperation.valid() &&
                               m_[m_[m_[id].cooperation].first_version].name_span == cause.culprit.span)
                        return true;
        }
        return false;
    }

    /// Whether each that is named may act: as one of the alternatives, as who gave it in mandate and keeps the power
    /// himself, or as a substitute of one of these (D34).
    bool may_act(const CellAnswer& cell, PartyId party) const {
        if (cell.answer.state != graph::State::assigned && cell.answer.state != graph::State::by_law) return false;
        auto able = cell.answer.performers;
        for (const auto& way : cell.ways) {
            able.insert(able.end(), way.substitutes.begin(), way.substitutes.end());
            able.insert(able.end(), way.givers.begin(), way.givers.end());
            able.insert(able.end(), way.stand_ins.begin(), way.stand_ins.end());
        }
        return std::all_of(test_.actors.begin(), test_.actors.end(), [&](const Actor& asked) {
            const auto named = m_.seen_from(party, asked);
            return std::any_of(able.begin(), able.end(), [&](const Actor& actor) { return matches(named, actor); });
        });
    }

    bool holds(const CellAnswer& cell, const graph::Run& run, const BitSet& tasks, PartyId party) const {
        const auto& answer = cell.answer;
        switch (test_.verdict) {
            case Verdict::performer: return same_actors(answer.performers, party);
            case Verdict::may_perform: return may_act(cell, party);
            case Verdict::competent: return same_actors(answer.holders, party);
            case Verdict::unassigned:
                return answer.state == graph::State::unassigned && open_among(run, tasks, party).none();
            case Verdict::by_law: return answer.state == graph::State::by_law && open_among(run, tasks, party).none();
            case Verdict::contradictory:
                return answer.state == graph::State::doubly_assigned ||
                       (test_.values.empty() && overlapping(run, tasks));
            case Verdict::conditional: return conditioned(answer, true);
            case Verdict::partly: return conditioned(answer, false);
            case Verdict::not_stated: return open(answer, run, tasks);
            case Verdict::undetermined:
                return graph::is_implicit(answer.state) && open_among(run, tasks, party) == tasks;
            default: return false;
        }
    }

    /// Of which it cannot be said that no sentence touches them.
    BitSet open_among(const graph::Run& run, const BitSet& tasks, PartyId party) const {
        return left_open(s_, view_, party, run.function, day_.value_or(run.days.from), tasks);
    }

    /// Limits that overlap: the parts are with several, though each sentence goes its own way (D16).
    bool overlapping(const graph::Run& run, const BitSet& tasks) const {
        auto left = tasks;
        for (const auto& cause : causes_) {
            if (cause.code != Code::B02 || cause.variant != test_.variant || cause.function != run.function) continue;
            for (const auto& cells : cause.cells)
                if (cells.participant == run.participant &&
                    (!day_ ? cells.days.from <= run.days.from && run.days.until <= cells.days.until
                           : cells.days.contains(*day_)))
                    left -= cells.tasks;
        }
        return left.none();
    }

    const Subject& s_;
    const Model& m_;
    const std::vector<Cause>& causes_;
    const IsAccepted& is_accepted_;
    const Test& test_;
    const Subject::View& view_;
    BitSet tasks_, functions_;
    std::vector<PartyId> parties_;
    bool also_ = false;
    std::optional<Day> day_;                  ///< whose answers are asked for
    std::optional<checks::Earlier> earlier_;  ///< of a day before the first of the model
};

/// `mits "het afdelingshoofd afwezig is"`: who stands in for another is no second performer where the sentence says so.
std::vector<Remedy> remedies_of(const Model& model, const Test& test, bool also) {
    std::vector<Remedy> out;
    if (also) out.push_back({say(message::u01_also, {names_of(model, test.actors)})});
    if (test.verdict == Test::Verdict::performer || test.verdict == Test::Verdict::may_perform)
        for (const auto& x : model.transfers) {
            const bool asked =
                test.tasks.empty() || std::any_of(test.tasks.begin(), test.tasks.end(),
                                                  [&](TaskId task) { return x.tasks.intersects(model[task].leaves); });
            if (!x.condition || !asked) continue;
            const auto words = folded(x.condition->text);
            const auto absent = [&](const char* part) { return words.find(part) != std::string::npos; };
            if (!absent("afwezig") && !absent("verhinder") && !absent("ontstentenis") && !absent("absen")) continue;
            out.push_back({say(message::u01_substitute, {names_of(model, x.receivers)})});
            break;
        }
    out.push_back({say(message::u01_remedy)});
    return out;
}

}  // namespace

TestResults expectations(const Subject& subject, const std::vector<Cause>& causes, const IsAccepted& is_accepted) {
    TestResults out;
    std::map<std::string, std::size_t> uses;
    for (const auto& test : subject.model.tests) {
        Expectation expectation(subject, causes, is_accepted, test);
        const auto failure = expectation.failure();
        if (!failure) {
            ++out.passed;
            out.all.push_back({test.text, test.span, std::nullopt, expectation.unlawful_answers()});
            continue;
        }
        auto remedies = expectation.lines_for_earlier();
        for (auto& each : remedies_of(subject.model, test, expectation.also())) remedies.push_back(std::move(each));
        auto id = "U01/" + test.text.nl;
        if (const auto times = ++uses[id]; times > 1) id += "/" + std::to_string(times);
        out.failed.push_back({Code::U01,
                              say(message::u01),
                              at(test.span, say(message::expected_here)),
                              {},
                              {*failure},
                              {},
                              {},
                              std::move(remedies),
                              std::move(id)});
        out.all.push_back({test.text, test.span, out.failed.back(), {}});
    }
    return out;
}

}  // namespace belegd::analysis
