#include "report/appendix/in_short.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/fold.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"
#include "report/appendix/tables.hpp"
#include "report/way_wording.hpp"
#include "report/ways.hpp"
#include "syntax/numbers.hpp"

namespace belegd::report {
namespace {

using namespace model;

constexpr std::size_t kMostNames = 6;       ///< more are not named in one sentence
constexpr std::size_t kMostSituations = 3;  ///< more get no sentence each
constexpr std::size_t kLong = 330;          ///< bytes; a longer sentence is said with less in it

/// Cells about which one thing is said.
class Bundle {
   public:
    explicit Bundle(const Frame& frame) : f_(frame), m_(frame.model) {}

    void add(PartyId party, std::size_t leaf, std::size_t function) {
        auto same = std::find_if(all_.begin(), all_.end(),
                                 [&](const Place& each) { return each.leaf == leaf && each.function == function; });
        if (same == all_.end()) same = all_.insert(all_.end(), {leaf, function, {}});
        same->parties.push_back(party);
    }

    bool empty() const { return all_.empty(); }

    Text functions_said() const { return functions_of(m_, functions()); }

    /// Whether it is a plural.
    bool several() const { return function_nodes_of(m_, functions()).size() > 1; }

    /// Whether what is said of it names more than one thing.
    bool many() const {
        return several() || std::any_of(all_.begin(), all_.end(),
                                        [&](const Place& each) { return each.parties != all_.front().parties; });
    }

    /// `uitvoering en werkgeverschap`, with its tasks where they are not all that have it and for whom where that is not
    /// everybody of the overview: `backoffice van Wmo voor Houten`.
    Text said() const {
        std::vector<std::pair<std::vector<PartyId>, std::vector<WorkRow>>> groups;
        for (const auto& place : all_) {
            auto group = std::find_if(groups.begin(), groups.end(),
                                      [&](const auto& each) { return each.first == place.parties; });
            if (group == groups.end()) group = groups.insert(groups.end(), {place.parties, {}});
            auto& rows = group->second;
            auto row = std::find_if(rows.begin(), rows.end(),
                                    [&](const WorkRow& each) { return each.functions.has(place.function); });
            if (row == rows.end()) {
                row = rows.emplace(rows.end());
                row->functions = BitSet(m_.leaf_functions.size());
                row->functions.set(place.function);
                row->tasks = BitSet(m_.leaf_tasks.size());
            }
            row->tasks.set(place.leaf);
        }
        const auto everybody = present_parties(f_).size();
        std::vector<Text> out;
        for (auto& [parties, rows] : groups) {
            for (const auto& text : of_rows(rows))
                out.push_back(parties.size() == everybody ? text
                                                          : say(message::short_for, {text, parties_said(m_, parties)}));
        }
        return out.size() > kMostNames ? say(message::short_varies, {functions_said()}) : listed(out);
    }

   private:
    struct Place {
        std::size_t leaf, function;
        std::vector<PartyId> parties;
    };

    /// Functions of the same tasks together; of all tasks that have them, without those.
    std::vector<Text> of_rows(const std::vector<WorkRow>& rows) const {
        std::vector<WorkRow> together;
        for (const auto& row : rows) {
            const auto whole = [&](const WorkRow& each) {
                return each.tasks == (needing(m_, each.functions) & f_.tasks);
            };
            const auto same = std::find_if(together.begin(), together.end(), [&](const WorkRow& other) {
                return other.tasks == row.tasks || (whole(other) && whole(row));
            });
            if (same == together.end()) {
                together.push_back(row);
                continue;
            }
            same->functions |= row.functions;
            same->tasks |= row.tasks;
        }
        std::vector<Text> out;
        for (const auto& row : together) {
            const auto functions = functions_of(m_, row.functions);
            const bool one_of_several = row.tasks != f_.tasks && nodes_of(m_, row.tasks).size() == 1;
            out.push_back(row.tasks == (needing(m_, row.functions) & f_.tasks) && nodes_of(m_, f_.tasks).size() == 1 &&
                                  !one_of_several
                              ? functions
                              : say(message::short_of, {functions, tasks_said(f_, row)}));
        }
        return out;
    }

    BitSet functions() const {
        BitSet out(m_.leaf_functions.size());
        for (const auto& each : all_) out.set(each.function);
        return out;
    }

    const Frame& f_;
    const Model& m_;
    std::vector<Place> all_;
};

/// Bundles by what is said of them, in order of appearance.
class Bundles {
   public:
    explicit Bundles(const Frame& frame) : f_(frame) {}

    Bundle& of(const Text& key) {
        const auto same = std::find_if(all_.begin(), all_.end(), [&](const auto& each) { return each.first == key; });
        if (same != all_.end()) return same->second;
        all_.emplace_back(key, Bundle(f_));
        return all_.back().second;
    }
    const std::vector<std::pair<Text, Bundle>>& all() const { return all_; }

   private:
    const Frame& f_;
    std::vector<std::pair<Text, Bundle>> all_;
};

class InShort {
   public:
    InShort(const Frame& frame, const SectionNames& sections) : f_(frame), m_(frame.model), sections_(sections) {}

    Text cooperations(const std::vector<CooperationId>& in_force) const {
        auto said = cooperations_said(in_force);
        const auto first = f_.what.columns.front();
        if (!first.valid()) return said;
        // It is a sentence within a sentence.
        for (auto* text : {&said.nl, &said.en})
            if (text->front() == 'O') text->front() = 'o';
        return say(message::short_in, {situation_said(m_, first), said});
    }

    Text cooperations_said(const std::vector<CooperationId>& in_force) const {
        const auto day = spelled(f_.asked);
        if (in_force.empty()) return say(message::short_none, {day});
        std::vector<Text> out;
        out.reserve(in_force.size());
        for (const auto id : in_force) out.push_back(with_form(id));
        const auto count = in_words(out.size());
        if (out.size() == 1) return say(message::short_one, {day, out.front()});
        if (out.size() > kMostNames && !sections_.agreements.empty())
            return say(message::short_many, {day, count, sections_.agreements});
        return say(message::short_several, {day, count, listed(out)});
    }

    /// What is done by somebody else in a situation.
    Text elsewhere(VariantId situation) const {
        std::vector<Given> by, inside;
        std::vector<Text> names;
        each_cell([&](PartyId party, std::size_t leaf, std::size_t function) {
            const auto* answer = f_.answer(situation, party, leaf, function);
            if (answer == nullptr) return;
            const bool as_written = lawful(situation, party, leaf, function, *answer);
            const auto who =
                as_written ? answer->performers : with_whom_it_stays(situation, party, leaf, function, *answer);
            if (const auto others = of_others(who, party); !others.empty()) {
                bundle_of(by, as_written ? performers_said(*answer, others) : who_said(others),
                          limits_of(*answer, others))
                    .add(party, leaf, function);
                add_names(names, others);
            } else if (const auto own = given_inside(*answer, who); !own.empty()) {
                bundle_of(inside, who_said(own), limits_of(*answer, own)).add(party, leaf, function);
            }
        });
        if (by.empty() && !inside.empty()) return within(situation, inside);
        if (by.empty())
            return situation.valid() ? say(message::short_nobody_else_in, {situation_said(m_, situation)})
                                     : say(message::short_nobody_else);
        const auto all = given_said(by);
        if (all.nl.size() > kLong) return partly(situation, names);
        return situation.valid() ? say(message::short_elsewhere_in, {situation_said(m_, situation), all})
                                 : say(message::short_elsewhere, {all});
    }

    /// What nobody does, what may not be so, and what cannot be said, in the first situation.
    std::vector<Text> wrong_now() const {
        Bundle open(f_), unsaid(f_);
        // To whom it may not go, where that has to be said, and by which rules.
        struct Forbidden {
            Text to;
            Bundle what;
            std::vector<Text> codes;
        };
        std::vector<Forbidden> forbidden;
        const auto first = f_.what.columns.front();
        each_marked(first, [&](PartyId party, std::size_t leaf, std::size_t function, const Marked& cell) {
            if (cell.as == MarkedAs::open) open.add(party, leaf, function);
            if (cell.as == MarkedAs::undetermined) unsaid.add(party, leaf, function);
            if (cell.as != MarkedAs::forbidden) return;
            const auto& answer = *f_.answer(first, party, leaf, function);
            const auto rules = f_.unlawful(first, party, leaf, function, answer);
            const auto to = forbidden_to(answer, rules);
            auto same = static_cast<std::size_t>(
                std::find_if(forbidden.begin(), forbidden.end(), [&](const Forbidden& each) { return each.to == to; }) -
                forbidden.begin());
            if (same == forbidden.size()) forbidden.push_back({to, Bundle(f_), {}});
            forbidden[same].what.add(party, leaf, function);
            auto& codes = forbidden[same].codes;
            const auto code = codes_until(rules);
            if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
        });
        std::vector<Text> out;
        if (!open.empty()) out.push_back(say(message::short_open_now, {open.said()}));
        for (const auto& [to, bundle, codes] : forbidden) {
            auto what = bundle.said();
            if (what.nl.size() > kLong) what = say(message::short_varies, {bundle.functions_said()});
            out.push_back(to.empty()
                              ? say(bundle.several() ? message::short_forbidden_all : message::short_forbidden,
                                    {what, listed(codes)})
                              : say(bundle.several() ? message::short_forbidden_to_all : message::short_forbidden_to,
                                    {what, listed(codes), to}));
        }
        if (!unsaid.empty()) out.push_back(say(message::short_undetermined, {unsaid.said()}));
        return out;
    }

    /// Which powers lie elsewhere, in which situations.
    std::vector<Text> delegated() const {
        std::vector<std::pair<Text, std::vector<VariantId>>> all;
        bool many = false;
        for (const auto situation : f_.what.columns) {
            Bundles to(f_);
            each_cell([&](PartyId party, std::size_t leaf, std::size_t function) {
                const auto* answer = f_.answer(situation, party, leaf, function);
                if (answer == nullptr || !lawful(situation, party, leaf, function, *answer)) return;
                auto others = of_others(answer->holders, party);
                // From council to executive it is delegated too, though it stays in the municipality.
                if (others.empty() && is_delegated(*answer)) others = given_inside(*answer, answer->holders);
                if (!others.empty()) to.of(who_said(others)).add(party, leaf, function);
            });
            std::vector<Text> out;
            for (const auto& [who, what] : to.all()) out.push_back(say(message::short_to, {what.said(), who}));
            many = many || to.all().size() > 1 || (!to.all().empty() && to.all().front().second.many());
            const auto text = joined(out, "; ");
            const auto same =
                std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.first == text; });
            if (same != all.end())
                same->second.push_back(situation);
            else
                all.push_back({text, {situation}});
        }
        std::vector<Text> out;
        // Of which parts of the work the title is not stated in the first situation, and of which more in another.
        BitSet here(m_.leaf_functions.size()), there(m_.leaf_functions.size());
        for (const auto situation : f_.what.columns)
            each_marked(situation, [&](PartyId, std::size_t, std::size_t function, const Marked& cell) {
                if (cell.as == MarkedAs::not_stated)
                    (situation == f_.what.columns.front() ? here : there).set(function);
            });
        there -= here;
        if ((here.any() || there.any()) && all.size() == 1 && all.front().first.empty()) {
            if (there.none()) return {say(message::short_no_delegation_named, {functions_of(m_, here)})};
            if (here.none()) return {say(message::short_no_delegation_named_there, {functions_of(m_, there)})};
            return {say(message::short_no_delegation_named_also, {functions_of(m_, here), functions_of(m_, there)})};
        }
        for (const auto& [text, situations] : all) {
            if (!text.empty())
                out.push_back(all.size() == 1
                                  ? say(many ? message::short_delegated_all : message::short_delegated, {text})
                                  : say(message::short_delegated_in, {said(situations), text}));
            else if (all.size() == 1)
                out.push_back(say(f_.what.columns.size() == 1 ? message::short_nothing_delegated
                                                              : message::short_nothing_delegated_any,
                                  {whose_it_is(f_)}));
        }
        return out;
    }

    /// What each other situation does to the first.
    std::vector<Text> changed() const {
        const auto& situations = f_.what.columns;
        if (situations.size() < 2) return {};
        if (situations.size() - 1 > kMostSituations)
            return {say(message::short_changes_elsewhere, {in_words(situations.size() - 1), sections_.changes})};
        std::vector<Text> out;
        for (std::size_t i = 1; i < situations.size(); ++i) out.push_back(change(situations[i]));
        return out;
    }

    Text open(const OpenCount& count) const {
        const auto& section = sections_.points;
        const auto all = in_words(count.all);
        if (count.all == 0)
            return count.questions ? say(message::short_only_questions, {section}) : say(message::short_nothing_open);
        if (count.all == 1) return say(count.grave > 0 ? message::short_one_grave : message::short_one_open, {section});
        if (count.grave == 0) return say(message::short_open, {all, section});
        if (count.grave == count.all) return say(message::short_all_grave, {all, section});
        return say(message::short_grave, {all, in_words(count.grave), section});
    }

   private:
    /// What some have been given, within the same limits.
    struct Given {
        Text who, limits;
        Bundle what;
    };
    Bundle& bundle_of(std::vector<Given>& all, Text who, Text limits) const {
        const auto same = std::find_if(all.begin(), all.end(),
                                       [&](const Given& each) { return each.who == who && each.limits == limits; });
        if (same != all.end()) return same->what;
        all.push_back({std::move(who), std::move(limits), Bundle(f_)});
        return all.back().what;
    }

    /// `aan het college van Hoorn uitvoering van opvang; beschikking (ten hoogste € 25.000)`
    static Text given_said(const std::vector<Given>& all) {
        std::vector<std::pair<Text, std::vector<Text>>> by;
        for (const auto& each : all) {
            auto same = std::find_if(by.begin(), by.end(), [&](const auto& other) { return other.first == each.who; });
            if (same == by.end()) same = by.insert(by.end(), {each.who, {}});
            same->second.push_back(each.limits.empty() ? each.what.said()
                                                       : say(message::who_how, {each.what.said(), each.limits}));
        }
        std::vector<Text> out;
        out.reserve(by.size());
        for (const auto& [who, what] : by) out.push_back(say(message::short_with, {who, joined(what, "; ")}));
        return joined(out, "; ");
    }

    /// Within which limits they have it; nothing where one of their ways to it has none.
    Text limits_of(const graph::Answer& answer, const std::vector<Actor>& who) const {
        std::vector<Text> out;
        for (const auto& way : ways(m_, answer).all) {
            if (std::none_of(way.performers.begin(), way.performers.end(),
                             [&](const Actor& each) { return std::find(who.begin(), who.end(), each) != who.end(); }))
                continue;
            auto limits = joined(limits_said(m_, way), ", ");
            if (limits.empty()) return {};
            if (std::find(out.begin(), out.end(), limits) == out.end()) out.push_back(std::move(limits));
        }
        return alternatives(out);
    }

    /// What officials and organs of the municipality itself have been given, where nobody else has.
    Text within(VariantId situation, const std::vector<Given>& inside) const {
        const auto all = given_said(inside);
        if (all.nl.size() > kLong)
            return situation.valid() ? say(message::short_nobody_outside_part_in, {situation_said(m_, situation)})
                                     : say(message::short_nobody_outside_part);
        return situation.valid() ? say(message::short_nobody_outside_in, {situation_said(m_, situation), all})
                                 : say(message::short_nobody_outside, {all});
    }

    /// Of those who do it, who got it: the one at whom the chain begins had it by law.
    static std::vector<Actor> given_inside(const graph::Answer& answer, std::vector<Actor> who) {
        if (answer.chain.empty()) return {};
        std::erase(who, answer.chain.front().from);
        return who;
    }

    /// Where a rule forbids a later step only, what came before stands: with whom it then stays.
    std::vector<Actor> with_whom_it_stays(VariantId situation, PartyId party, std::size_t leaf, std::size_t function,
                                          const graph::Answer& answer) const {
        if (answer.state != graph::State::assigned || titleless(answer)) return {};
        const auto rules = f_.unlawful(situation, party, leaf, function, answer);
        if (rules.empty() || rules.front().stays == answer.chain.front().from) return {};
        return {rules.front().stays};
    }

    /// To whom it may not go, where it has gone on from somebody who may have it.
    Text forbidden_to(const graph::Answer& answer, const std::vector<analysis::Unlawful>& rules) const {
        if (rules.front().stays == answer.chain.front().from) return {};
        for (const auto& step : answer.chain)
            if (step.from == rules.front().stays && step.kind != TransferKind::keeps) return who_said(step.to);
        return {};
    }

    /// `M-16, tot 6 januari 2026`
    Text codes_until(const std::vector<analysis::Unlawful>& rules) const {
        const auto codes = analysis::codes_said(m_, rules);
        std::optional<Day> until;
        for (const auto& each : rules) {
            if (!each.until) return codes;
            until = std::max(until, each.until);
        }
        return until ? say(message::code_until, {codes, spelled(*until)}) : codes;
    }

    /// Who do a part of the work, without which.
    Text partly(VariantId situation, const std::vector<Text>& names) const {
        if (names.size() > kMostNames) {
            const auto others = in_words(names.size());
            return situation.valid() ? say(message::short_many_do_in, {situation_said(m_, situation), others})
                                     : say(message::short_many_do, {others});
        }
        return situation.valid() ? say(message::short_names_do_in, {situation_said(m_, situation), listed(names)})
                                 : say(message::short_names_do, {listed(names)});
    }

    template <typename Visit>
    void each_marked(VariantId situation, Visit visit) const {
        each_cell([&](PartyId party, std::size_t leaf, std::size_t function) {
            if (const auto* answer = f_.answer(situation, party, leaf, function))
                visit(party, leaf, function, marked(f_, situation, party, leaf, function, *answer));
        });
    }

    template <typename Visit>
    void each_cell(Visit visit) const {
        for (const auto party : present_parties(f_))
            f_.tasks.each([&](std::size_t leaf) {
                f_.functions.each([&](std::size_t function) { visit(party, leaf, function); });
            });
    }

    /// `het college van Nieuwegein en Servicepunt 71`
    Text who_said(const std::vector<Actor>& actors) const {
        std::vector<Text> out;
        out.reserve(actors.size());
        for (const auto& actor : actors) out.push_back(the_actor(m_, actor));
        return listed(out);
    }

    /// The performers who are no own organs; of those who act as one all, for own and others do it together.
    Text performers_said(const graph::Answer& answer, const std::vector<Actor>& others) const {
        std::vector<Text> out;
        bool some = false;
        for (const auto& way : ways(m_, answer).all) {
            if (!way.together) continue;
            some = true;
            auto together = say(message::jointly, {who_said(way.performers)});
            if (std::find(out.begin(), out.end(), together) == out.end()) out.push_back(std::move(together));
        }
        if (!some) return who_said(others);
        for (const auto& way : ways(m_, answer).all)
            for (const auto& actor : way.performers)
                if (!way.together && std::find(others.begin(), others.end(), actor) != others.end())
                    if (auto alone = the_actor(m_, actor); std::find(out.begin(), out.end(), alone) == out.end())
                        out.push_back(std::move(alone));
        return listed(out);
    }

    /// Each once, also of those who do something together.
    void add_names(std::vector<Text>& out, const std::vector<Actor>& actors) const {
        for (const auto& actor : actors)
            if (auto name = the_actor(m_, actor); std::find(out.begin(), out.end(), name) == out.end())
                out.push_back(std::move(name));
    }

    std::vector<Actor> of_others(const std::vector<Actor>& all, PartyId own) const {
        std::vector<Actor> out;
        for (const auto& actor : all)
            if (!m_.is_of(own, actor)) out.push_back(actor);
        return out;
    }

    /// Whether the answer is one that counts: settled, by more than an intent, and forbidden by no rule.
    bool lawful(VariantId situation, PartyId party, std::size_t leaf, std::size_t function,
                const graph::Answer& answer) const {
        return answer.state == graph::State::assigned && !titleless(answer) &&
               f_.unlawful(situation, party, leaf, function, answer).empty();
    }

    static bool is_delegated(const graph::Answer& answer) {
        return std::any_of(answer.chain.begin(), answer.chain.end(),
                           [](const graph::Step& step) { return step.kind == TransferKind::delegates; });
    }

    /// Whether a step is one by a form that transfers nothing by itself.
    bool titleless(const graph::Answer& answer) const {
        return std::any_of(answer.chain.begin(), answer.chain.end(),
                           [&](const graph::Step& step) { return form_without_transfer(m_, step).valid(); });
    }

    Text with_form(CooperationId id) const {
        const auto& row = m_[id];
        auto title = title_of(m_, id);
        if (!row.form.valid()) return title;
        const Text form{m_[row.form].name, m_[row.form].title.en};
        const auto says = [](const std::string& words, const std::string& name) {
            return folded(words).find(folded(name)) != std::string::npos;
        };
        return says(title.nl, form.nl) ? title : say(message::who_how, {title, form});
    }

    Text said(const std::vector<VariantId>& situations) const {
        std::vector<Text> out;
        out.reserve(situations.size());
        for (const auto each : situations) out.push_back(situation_said(m_, each));
        return listed(out);
    }

    Text change(VariantId situation) const {
        const auto name = situation_said(m_, situation);
        if (f_.analysis.coverage.mode == graph::Mode::certain && !is_decided(situation))
            return say(message::short_not_counted, {name});
        const auto first = f_.what.columns.front();
        Bundles goes(f_);
        Bundle lost(f_), back(f_), settled(f_), unsaid(f_), otherwise(f_);
        std::vector<Text> names;
        each_cell([&](PartyId party, std::size_t leaf, std::size_t function) {
            const auto* was = f_.answer(first, party, leaf, function);
            const auto* is = f_.answer(situation, party, leaf, function);
            if (was == nullptr || is == nullptr) return;
            const auto before = marked(f_, first, party, leaf, function, *was);
            const auto after = marked(f_, situation, party, leaf, function, *is);
            if (before.means_as(after)) return;
            const auto others_before = of_others(was->performers, party), others = of_others(is->performers, party);
            const auto goes_to = [&](const Text& who) -> Bundle& {
                if (!others.empty())
                    add_names(names, others);
                else if (std::find(names.begin(), names.end(), who) == names.end())
                    names.push_back(who);
                return goes.of(who);
            };
            auto& bundle = is_loss(after.as) && !is_loss(before.as)                 ? lost
                           : after.as == MarkedAs::undetermined                     ? unsaid
                           : is_loss(before.as) && others.empty()                   ? settled
                           : was->performers == is->performers || is_loss(after.as) ? otherwise
                           : !others.empty()       ? goes_to(performers_said(*is, others))
                           : others_before.empty() ? goes_to(own_said(is->performers))
                                                   : back;
            bundle.add(party, leaf, function);
        });
        std::vector<Text> out;
        for (const auto& [who, what] : goes.all())
            out.push_back(say(what.several() ? message::short_go : message::short_goes, {what.said(), who}));
        if (!back.empty())
            out.push_back(say(back.several() ? message::short_come_back : message::short_comes_back,
                              {back.said(), whose_it_is(f_)}));
        if (!settled.empty())
            out.push_back(say(settled.several() ? message::short_settled_all : message::short_settled,
                              {settled.said(), whose_it_is(f_)}));
        if (!lost.empty()) out.push_back(say(message::short_loses, {lost.said()}));
        if (!unsaid.empty()) out.push_back(say(message::short_unsaid, {unsaid.said()}));
        if (!otherwise.empty())
            out.push_back(
                say(otherwise.several() ? message::short_otherwise_all : message::short_otherwise, {otherwise.said()}));
        if (joined(out, "; ").nl.size() > kLong) {
            out.clear();
            if (names.size() > kMostNames)
                out.push_back(say(message::short_moves_many));
            else if (!names.empty())
                out.push_back(say(message::short_moves, {listed(names)}));
            if (!back.empty()) out.push_back(say(message::short_moves_back, {whose_it_is(f_)}));
            if (!lost.empty()) out.push_back(say(message::short_loses_some, {lost.functions_said()}));
            if (!unsaid.empty()) out.push_back(say(message::short_unsaid_some, {unsaid.functions_said()}));
            out.push_back(say(message::short_see_section, {sections_.changes}));
        }
        if (out.empty()) return say(message::short_same, {name});
        return first.valid() ? say(message::short_change_from, {name, situation_said(m_, first), joined(out, "; ")})
                             : say(message::short_change, {name, joined(out, "; ")});
    }

    bool is_decided(VariantId situation) const {
        for (auto at = situation; at.valid(); at = m_[at].based_on)
            if (m_[at].status != Status::decided) return false;
        return true;
    }

    /// `de burgemeester`: organs of the municipality itself.
    Text own_said(const std::vector<Actor>& actors) const {
        std::vector<Text> out;
        out.reserve(actors.size());
        for (const auto& actor : actors) out.push_back(the_organ(m_, actor.organ));
        return listed(out);
    }

    const Frame& f_;
    const Model& m_;
    const SectionNames& sections_;
};

}  // namespace

Text in_words(std::size_t count) {
    const auto value = static_cast<int>(count);
    const auto dutch = syntax::named_number(value, Language::nl), english = syntax::named_number(value, Language::en);
    return dutch && english && value <= 12 ? Text(*dutch, *english) : number(value);
}

Bullets in_short(const Frame& frame, const std::vector<CooperationId>& in_force, OpenCount open,
                 const SectionNames& sections) {
    const InShort all(frame, sections);
    Bullets out;
    const auto add = [&](const Text& text) { out.items.push_back(Cell(sentence(text))); };
    add(all.cooperations(in_force));
    add(all.elsewhere(frame.what.columns.front()));
    for (const auto& text : all.wrong_now()) add(text);
    for (const auto& text : all.delegated()) add(text);
    for (const auto& text : all.changed()) add(text);
    add(all.open(open));
    return out;
}

}  // namespace belegd::report
