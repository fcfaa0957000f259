#include "resolve/statements/asked.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/planning.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

using syntax::Tree;
using What = Asked::What;

constexpr std::string_view kBeginning[] = {
#define BEGINNING(name) name,
#include "set_phrases.def"
};
constexpr std::string_view kEnding[] = {
#define ENDING(name) name,
#include "set_phrases.def"
};
constexpr std::string_view kBefore[] = {
#define COMES_BEFORE(word) word,
#include "set_phrases.def"
};
constexpr std::string_view kAfter[] = {
#define COMES_AFTER(word) word,
#include "set_phrases.def"
};

bool is_one(std::string_view name, const auto& all) {
    return std::any_of(std::begin(all), std::end(all),
                       [&](std::string_view each) { return folded(each) == folded(name); });
}

/// What a clause asks; a clause that asks nothing of a plan has none.
std::optional<What> question(Word word) {
    switch (word) {
        case Word::by: return What::by;
        case Word::purpose: return What::purpose;
        case Word::latest:
        case Word::latest_on:
        case Word::latest_before: return What::at_the_latest;
        case Word::published: return What::published;
        case Word::concluded_on: return What::concluded;
        case Word::advice: return What::advice;
        case Word::hearing: return What::hearing;
        case Word::consultation: return What::consultation;
        case Word::consent: return What::consent;
        case Word::assent: return What::assent;
        case Word::together_with: return What::together;
        case Word::earlier:
        case Word::later: return What::earlier;
        case Word::valid: return What::applies;
        case Word::form: return What::form;
        case Word::notice:
        case Word::no_notice: return What::notice;
        case Word::last_notice:
        case Word::notice_before: return What::last_notice;
        case Word::fulfilled:
        case Word::not_fulfilled:
        case Word::not_yet_known:
        case Word::undecided: return What::verdict;
        default: return std::nullopt;
    }
}

bool of_cooperations(What what) {
    return what == What::applies || what == What::form || what == What::notice || what == What::last_notice ||
           what == What::concluded;
}

/// Whether such a thing has what is asked.
bool can_have(const AskedOf& of, What what) {
    if (of.rule.valid() || what == What::verdict) return of.rule.valid() && what == What::verdict;
    if (of.cooperation.valid())
        return of_cooperations(what) || what == What::published ||
               (what == What::earlier && of.bound != AskedOf::Bound::whole);
    if (of_cooperations(what)) return false;
    if (of.decision.valid()) return true;
    return what == What::on || what == What::at_the_latest || what == What::earlier || what == What::together;
}

/// Every clause, also one that hangs under another, but not the parts of `geldt` and of an order.
void flatten(const Phrase& phrase, std::vector<const Phrase*>& out) {
    for (const auto& each : phrase.clauses) {
        if (each.word == Word::of) continue;
        out.push_back(&each);
        if (each.word != Word::valid && each.word != Word::notice) flatten(each, out);
    }
}

bool is_open(const Phrase& clause) {
    return std::any_of(clause.items.begin(), clause.items.end(),
                       [](const Item& item) { return item.value != Word::none; });
}

AskedOf planned_named(const Resolution& r, std::string_view name) {
    const auto found = r.names.find(NameKind::decision);
    const auto known = found == r.names.end() ? std::nullopt : found->second.find(name);
    if (!known) return {};
    AskedOf out;
    out.decision = r.planned[*known].decision;
    out.milestone = r.planned[*known].milestone;
    out.rule = r.planned[*known].rule;
    return out;
}

AskedOf cooperation_named(const Resolution& r, std::string_view name) {
    const auto found = r.names.find(NameKind::party);
    const auto known = found == r.names.end() ? std::nullopt : found->second.find(name);
    AskedOf out;
    if (known && r.owners[*known].cooperation.valid())
        out.cooperation = r.model[r.owners[*known].cooperation].first_version;
    return out;
}

/// What a single name stands for, `begin van lv` included; nothing where it is not known.
AskedOf meant_by(const Resolution& r, const Item& item, const Phrase* of, bool cooperation_first) {
    if (of != nullptr && of->items.size() == 1) {
        auto out = planned_named(r, of->items.front().text);
        const auto has_name = [&](const Criterion& each) { return goes_by(each, item.text); };
        if (out.rule.valid()) {
            const auto& all = r.model[out.rule].criteria;
            const auto found = std::find_if(all.begin(), all.end(), has_name);
            if (found == all.end()) return {};
            out.criterion = static_cast<std::uint32_t>(found - all.begin());
            return out;
        }
    }
    if (of != nullptr) {
        const bool first = is_one(item.text, kBeginning), last = is_one(item.text, kEnding);
        if ((!first && !last) || of->items.size() != 1) return {};
        auto out = cooperation_named(r, of->items.front().text);
        out.bound = first ? AskedOf::Bound::beginning : AskedOf::Bound::end;
        return out.valid() ? out : AskedOf{};
    }
    const auto planned = planned_named(r, item.text), cooperation = cooperation_named(r, item.text);
    return planned.valid() && (!cooperation_first || !cooperation.valid()) ? planned : cooperation;
}

void mention(Resolution& r, const AskedOf& found, const Item& item, const Phrase* of) {
    const auto& name = of != nullptr ? of->items.front() : item;
    if (found.criterion != ~0u)
        r.mention_inside(NameKind::criterion, r.model[found.rule].name,
                         r.model[found.rule].criteria[found.criterion].name, item.span, false);
    const auto kind = found.cooperation.valid() ? NameKind::party : NameKind::decision;
    if (const auto known = r.names[kind].find(name.text)) r.used(kind, *known, name.span);
}

class Reader {
   public:
    Reader(Resolution& r, const Tree& tree, const Phrase& test) : r_(r), tree_(tree), test_(test) {}

    std::optional<Asked> read() {
        std::vector<const Phrase*> all;
        flatten(test_, all);
        const Phrase* asks = nullptr;
        for (const auto* each : all) {
            if (!question(each->word) && !is_answer_about_cells(each->word)) continue;
            if (each->word == Word::undetermined) {
                out_.cannot_be_said = true;
                continue;
            }
            if (asks != nullptr) {
                r_.report(Code::N07, say(message::one_verdict), each->span, {{say(message::one_line_per_verdict)}},
                          {{asks->span, say(message::also_here)}});
                return std::nullopt;
            }
            asks = each;
        }
        if (asks == nullptr)
            for (const auto* each : all)
                if (each->word == Word::on) asks = each;
        if (asks == nullptr) return std::nullopt;
        const auto what = asks->word == Word::on           ? What::on
                          : asks->word == Word::not_stated ? std::optional(What::verdict)
                                                           : question(asks->word);
        if (!what) return std::nullopt;
        out_.what = *what;
        return subject(*asks) && answer(*asks) ? std::optional(std::move(out_)) : std::nullopt;
    }

   private:
    /// What only a test of cells may have for an answer.
    static bool is_answer_about_cells(Word word) {
        constexpr Word kAnswers[] = {Word::with,        Word::also_with,     Word::competent,    Word::unassigned,
                                     Word::by_law,      Word::not_stated,    Word::untitled,     Word::conditional,
                                     Word::partly,      Word::contradictory, Word::undetermined, Word::finding,
                                     Word::no_findings, Word::status};
        return std::find(std::begin(kAnswers), std::end(kAnswers), word) != std::end(kAnswers);
    }

    bool subject(const Phrase& asks) {
        if (test_.items.empty()) {
            r_.report(Code::N05, say(message::asked_of_what), test_.span, {{say(message::asked_example)}});
            return false;
        }
        const auto& item = test_.items.front();
        const auto* of = test_.clause(Word::of);
        const auto found = test_.items.size() == 1 ? meant_by(r_, item, of, of_cooperations(out_.what)) : AskedOf{};
        if (!found.valid()) {
            tell_unknown_subject(item, of, asks);
            return false;
        }
        mention(r_, found, item, of);
        out_.of = found;
        return fits(found, item, asks);
    }

    void tell_unknown_subject(const Item& item, const Phrase* of, const Phrase& asks) {
        if (out_.what == What::verdict) {
            tell_unknown_criterion(item, of, asks);
            return;
        }
        const bool tasks = of != nullptr || test_.items.size() > 1 || r_.knows(NameKind::task, item.text) ||
                           r_.knows(NameKind::function, item.text) || r_.knows(NameKind::variant, item.text) ||
                           r_.knows(NameKind::party, item.text);
        if (tasks)
            r_.report(Code::N04, say(message::asked_not_of_tasks, {quoted(syntax::info(asks.word).phrase)}), asks.span,
                      {{say(message::asked_example)}});
        else if (of_cooperations(out_.what))
            (void)named_cooperation(r_, item.text, item.span);
        else
            (void)named(r_, NameKind::decision, item.text, item.span);
    }

    void tell_unknown_criterion(const Item& item, const Phrase* of, const Phrase& asks) {
        const auto rule =
            of != nullptr && of->items.size() == 1 ? planned_named(r_, of->items.front().text).rule : DecisionRuleId{};
        if (!rule.valid()) {
            r_.report(Code::N04, say(message::asked_verdict_of_what, {quoted(syntax::info(asks.word).phrase)}),
                      asks.span, {{say(message::asked_verdict_example)}});
            return;
        }
        std::vector<std::string> known;
        std::vector<Remedy> remedies;
        for (const auto& each : r_.model[rule].criteria) known.push_back(each.name);
        if (const auto near = r_.nearest_to(item.text, known)) remedies.push_back(meant(r_, *near));
        if (remedies.empty() && !known.empty())
            remedies.push_back({say(message::known_are, {listed(std::vector<Text>(known.begin(), known.end()))})});
        r_.report(
            Code::N01,
            say(message::no_such_criterion, {quoted(Text(std::string(item.text))), quoted(Text(r_.model[rule].name))}),
            item.span, std::move(remedies));
    }

    bool fits(const AskedOf& found, const Item& item, const Phrase& asks) {
        if (can_have(found, out_.what)) return true;
        const Text name{std::string(item.text)};
        if (found.cooperation.valid() && out_.what == What::earlier)
            r_.report(Code::N05, say(message::asked_which_day, {quoted(name)}), item.span,
                      {{say(message::asked_first_or_last_day, {name})}});
        else
            r_.report(Code::N04,
                      say(found.cooperation.valid() ? message::asked_not_of_cooperation
                          : found.decision.valid()  ? message::asked_not_of_decision
                                                    : message::asked_not_of_milestone,
                          {quoted(syntax::info(asks.word).phrase)}),
                      asks.span, {{say(message::asked_example)}});
        return false;
    }

    bool answer(const Phrase& asks) {
        out_.not_stated = is_open(asks);
        if (out_.cannot_be_said && out_.what != What::earlier) {
            r_.report(Code::N07, say(message::one_verdict), asks.span, {{say(message::one_line_per_verdict)}});
            return false;
        }
        switch (out_.what) {
            case What::by:
                if (!out_.not_stated) out_.actors = actors_of(r_, asks, {});
                return out_.not_stated || !out_.actors.empty();
            case What::purpose:
                if (asks.argument != 0) out_.purpose = purpose_of(tree_[asks.argument].word);
                return out_.not_stated || out_.purpose != Decision::Purpose::not_stated;
            case What::on:
            case What::published:
            case What::concluded: return day(asks, false);
            case What::at_the_latest: return day(asks, asks.word == Word::latest_before);
            case What::last_notice: return day(asks, asks.word == Word::notice_before);
            case What::advice:
            case What::hearing:
            case What::consultation:
            case What::consent:
            case What::assent:
                if (out_.not_stated) return true;
                out_.names = names_as_written(r_, asks);
                out_.actors = known_actors(r_, asks, {});
                return !out_.names.empty();
            case What::together:
                if (out_.not_stated) return true;
                for (auto& name : planned_names(r_, asks)) out_.names.emplace_back(std::move(name));
                return !out_.names.empty();
            case What::earlier: return order(asks);
            case What::applies: return applies(asks);
            case What::form: return form(asks);
            case What::notice: return notice(asks);
            case What::verdict: return verdict(asks);
        }
        return false;
    }

    /// Of a criterion whether it is fulfilled, of a rule what follows.
    bool verdict(const Phrase& asks) {
        const bool of_criterion = out_.of.criterion != ~0u;
        for (const auto word : {Word::on, Word::for_})
            if (const auto* clause = test_.clause(word)) {
                r_.report(Code::N04, say(message::asked_verdict_not_with, {quoted(syntax::info(word).phrase)}),
                          clause->span, {{say(message::asked_verdict_example)}});
                return false;
            }
        out_.not_stated = asks.word == Word::not_stated;
        const auto wrong = of_criterion ? Word::undecided : Word::not_yet_known;
        if (asks.word == wrong || (out_.not_stated && !of_criterion)) {
            r_.report(Code::N04, say(message::asked_verdict), asks.span, {{say(message::asked_verdict_remedy)}});
            return false;
        }
        out_.verdict = verdict_said(asks.word);
        out_.outcome = asks.word == Word::fulfilled       ? Outcome::fulfilled
                       : asks.word == Word::not_fulfilled ? Outcome::not_fulfilled
                                                          : Outcome::undecided;
        return true;
    }

    /// Before a day is in time through the day before it.
    bool day(const Phrase& asks, bool before) {
        if (out_.not_stated) return true;
        out_.date = date_of(r_, asks, tree_);
        if (out_.date && before) out_.date = DateValue{out_.date->first.previous(), out_.date->first.previous()};
        return out_.date.has_value();
    }

    bool order(const Phrase& asks) {
        out_.later = asks.word == Word::later;
        const auto* of = asks.clause(Word::of);
        for (const auto& item : divided_items(r_, asks.items, {NameKind::decision, NameKind::party})) {
            const auto found = meant_by(r_, item, of, false);
            if (!found.valid()) {
                if (of == nullptr)
                    (void)named(r_, NameKind::decision, item.text, item.span);
                else if (!of->items.empty())
                    (void)named_cooperation(r_, of->items.front().text, of->items.front().span);
                return false;
            }
            mention(r_, found, item, of);
            if (!fits(found, item, asks)) return false;
            out_.others.push_back(found);
        }
        return !out_.others.empty();
    }

    bool applies(const Phrase& asks) {
        const auto term = term_of(r_, asks, tree_);
        const bool nothing_said = asks.clause(Word::not_stated) != nullptr;
        out_.from_not_stated = nothing_said || term.from_open != Silence::none;
        out_.until_not_stated = nothing_said || term.until_open != Silence::none;
        if (!term.from_span.empty()) out_.from = term.days.from;
        if (!term.until_span.empty()) out_.until = term.days.until;
        if (out_.from || out_.until || out_.from_not_stated || out_.until_not_stated) return true;
        r_.report(Code::N05, say(message::asked_since_when), asks.span, {{say(message::asked_example)}});
        return false;
    }

    bool form(const Phrase& asks) {
        for (const auto& item : asks.items) {
            if (item.value == Word::further_not_stated) out_.family = true;
            if (item.value != Word::none) continue;
            const auto found = named(r_, NameKind::form, item.text, item.span);
            if (!found) return false;
            out_.form = {*found};
        }
        out_.not_stated = out_.not_stated && !out_.family;
        return out_.form.valid() || out_.not_stated || out_.family;
    }

    bool notice(const Phrase& asks) {
        if (asks.word == Word::no_notice) {
            out_.notice = Notice{{0, Duration::Unit::days}, {}, true};
            return true;
        }
        if (out_.not_stated) return true;
        const auto length = duration_of(r_, asks, tree_);
        if (!length) return false;
        out_.notice = Notice{*length, {}};
        if (const auto* against = asks.clause(Word::against); against != nullptr && against->argument != 0)
            out_.notice->against = day_of_year(r_, *against, tree_);
        return true;
    }

    Resolution& r_;
    const Tree& tree_;
    const Phrase& test_;
    Asked out_{};
};

/// `overstap na toestemming_raad` in one name: what stands before and behind the word of order.
std::optional<std::array<std::string_view, 2>> parted_at(const Resolution& r, std::string_view name,
                                                         const auto& words) {
    for (const std::string_view word : words) {
        const auto at = name.find(" " + std::string(word) + " ");
        if (at == std::string_view::npos) continue;
        const auto before = name.substr(0, at), behind = name.substr(at + word.size() + 2);
        if (planned_named(r, before).valid() && planned_named(r, behind).valid()) return {{before, behind}};
    }
    return std::nullopt;
}

void tell_order(Resolution& r, Span span, std::string_view before, Word word, std::string_view behind) {
    r.report(Code::N05, say(message::asked_which_order), span,
             {{say(message::write_instead, {joined({syntax::info(Word::test).phrase, Text(std::string(before)),
                                                    syntax::info(word).phrase, Text(std::string(behind))},
                                                   " ")})}});
}

}  // namespace

bool asks_of_plan(const Resolution& r, const Phrase& test) {
    std::vector<const Phrase*> all;
    flatten(test, all);
    bool on = false, other = false;
    for (const auto* each : all) {
        if (question(each->word)) return true;
        if (each->word == Word::not_stated && test.items.size() == 1 &&
            meant_by(r, test.items.front(), test.clause(Word::of), false).rule.valid())
            return true;
        on = on || each->word == Word::on;
        other = other || (each->word != Word::on && each->word != Word::in && each->word != Word::for_);
    }
    return on && !other && test.items.size() == 1 && test.clause(Word::of) == nullptr &&
           planned_named(r, test.items.front().text).valid();
}

std::optional<Asked> asked_of(Resolution& r, const Tree& tree, const Phrase& test) {
    return Reader(r, tree, test).read();
}

bool tell_order_words(Resolution& r, const Phrase& test) {
    if (test.items.size() != 1) return false;
    const auto& item = test.items.front();
    if (const auto parts = parted_at(r, item.text, kAfter)) {
        tell_order(r, item.span, (*parts)[0], Word::later, (*parts)[1]);
        return true;
    }
    if (const auto parts = parted_at(r, item.text, kBefore)) {
        tell_order(r, item.span, (*parts)[0], Word::earlier, (*parts)[1]);
        return true;
    }
    const auto* whom = test.clause(Word::for_);
    if (whom == nullptr || whom->items.size() != 1 || !planned_named(r, item.text).valid()) return false;
    const auto& other = whom->items.front();
    if (!planned_named(r, other.text).valid() || r.knows(NameKind::party, other.text)) return false;
    tell_order(r, whom->span, item.text, Word::earlier, other.text);
    return true;
}

}  // namespace belegd::resolve
