// Decisions, milestones and procedures: read as the papers give them.
#include <algorithm>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/cooperations.hpp"
#include "resolve/statements/planning.hpp"
#include "resolve/values/values.hpp"
#include "syntax/examples.hpp"
#include "syntax/numbers.hpp"

namespace belegd::resolve {

Decision::Purpose purpose_of(Word word) {
    switch (word) {
        case Word::to_adopt: return Decision::Purpose::adopt;
        case Word::to_agree: return Decision::Purpose::agree;
        case Word::to_permit: return Decision::Purpose::permit;
        case Word::to_view: return Decision::Purpose::view;
        case Word::to_advise: return Decision::Purpose::advise;
        case Word::to_note: return Decision::Purpose::note;
        default: return Decision::Purpose::not_stated;
    }
}

std::vector<std::string> planned_names(Resolution& r, const Phrase& clause) {
    std::vector<std::string> out;
    for (const auto& item : divided_items(r, clause.items, {NameKind::decision, NameKind::variant, NameKind::task})) {
        bool known = false;
        for (const auto kind : {NameKind::decision, NameKind::variant, NameKind::task})
            if (const auto found = known ? std::nullopt : r.names[kind].find(item.text)) {
                r.used(kind, *found, item.span);
                known = true;
            }
        if (!known) {
            std::vector<Remedy> remedies;
            if (const auto near = r.nearest_to(item.text, r.names[NameKind::decision].all()))
                remedies.push_back(meant(r, *near));
            remedies.push_back({say(message::declare_decision, {to_write(r, item.text)})});
            r.report(Code::N01, say(message::unknown_planned, {quoted(Text(item.text))}), item.span,
                     std::move(remedies));
        }
        out.emplace_back(item.text);
    }
    return out;
}

std::vector<Concern> concerned(Resolution& r, const Phrase& clause) {
    std::vector<Concern> out;
    const std::vector<NameKind> kinds{NameKind::party, NameKind::variant, NameKind::decision, NameKind::task};
    for (const auto& item : divided_items(r, clause.items, kinds)) {
        Concern row;
        row.span = item.span;
        std::vector<std::string> known;
        for (const auto kind : kinds) {
            const auto& names = r.names[kind];
            known.insert(known.end(), names.all().begin(), names.all().end());
            const auto found = names.find(item.text);
            if (!found) continue;
            if (kind == NameKind::party) row.cooperation = r.owners[*found].cooperation;
            if (kind == NameKind::variant) row.variant = {*found};
            if (kind == NameKind::decision) row.decision = r.planned[*found].decision;
            if (kind == NameKind::task) row.task = {*found};
            if (!row.cooperation.valid() && !row.variant.valid() && !row.decision.valid() && !row.task.valid())
                continue;
            r.used(kind, *found, item.span);
            break;
        }
        if (row.cooperation.valid() || row.variant.valid() || row.decision.valid() || row.task.valid()) {
            out.push_back(row);
            continue;
        }
        std::vector<Remedy> remedies;
        if (const auto near = r.nearest_to(item.text, known); near && folded(*near) != folded(item.text))
            remedies.push_back(meant(r, *near));
        else
            remedies = a_cooperation(r);
        r.report(Code::N01, say(message::unknown_concern, {quoted(Text(item.text))}), item.span, std::move(remedies));
    }
    return out;
}

bool declared_here(const Phrase& phrase, Span span) {
    return span.file == name_span(phrase).file && span.begin == name_span(phrase).begin;
}

namespace {

using syntax::Tree;

/// `besluit vaststelling van de begroting`: no organ follows `van`, so it is a part of the name; told.
bool named_by_van(Resolution& r, const Tree& tree, const Phrase& decision, const Phrase& clause) {
    if (tree[clause.node].word != Word::of || decision.items.empty()) return false;
    const auto known = [&](const Item& item) {
        return item.value != Word::none || r.organ_names.find(item.text) || r.knows(NameKind::party, item.text);
    };
    const auto whose = divided_items(r, clause.items, {NameKind::party});
    if (std::any_of(whose.begin(), whose.end(), known)) return false;
    const Span whole{clause.span.file, name_span(decision).begin, clause.whole.end};
    const auto name = sentence_at(r, whole);
    r.report(Code::N04, say(message::name_needs_quotes, {name, syntax::info(Word::of).phrase}), whole,
             {{say(message::quote_name, {name})}, {say(message::decision_by_whom)}});
    return true;
}

/// Before a day is in time through the day before it; before which stretch it was, stays known.
void before_stretch(std::optional<DateValue>& last, std::optional<DateValue>& stretch) {
    if (!last) return;
    if (last->precision != DateValue::Precision::day) stretch = last;
    last = DateValue{last->first.previous(), last->first.previous()};
}

void milestone(Resolution& r, const Tree& tree, const Phrase& phrase, const Context& context) {
    if (phrase.items.empty()) return;
    const auto known = r.names[NameKind::decision].find(phrase.items.front().text);
    if (!known || !r.planned[*known].milestone.valid()) return;
    auto& row = r.model.milestones[r.planned[*known].milestone.index];
    if (!declared_here(phrase, row.span)) return;
    row.variant = context.variant;
    row.begin = date_in(r, phrase, tree);
    row.backing = backing_of(r, phrase);
    each_clause(r, tree, phrase, [&](const Phrase& clause) {
        switch (clause.word) {
            case Word::from:
            case Word::on:
                row.begin = date_in(r, clause, tree);
                row.goes_on = clause.word == Word::from;
                break;
            case Word::through:
            case Word::latest_on: row.end = date_in(r, clause, tree); break;
            case Word::until:
            case Word::latest_before:
                row.end = date_in(r, clause, tree);
                before_stretch(row.end, row.ends_before);
                break;
            case Word::after: row.after = planned_names(r, clause); break;
            case Word::status: row.status = status_of(clause, tree).value_or(row.status); break;
            case Word::remark: row.remarks.push_back(remark_of(clause)); break;
            case Word::source: merge(row.backing, backing_of_clause(r, clause)); break;
            default: break;
        }
    });
    row.goes_on = row.goes_on && row.begin && !row.end;
    if (row.begin && row.end && row.end->last < row.begin->first)
        r.report(Code::N08, say(message::ends_before_begin, {spelled(row.begin->first), spelled(row.end->last)}),
                 phrase.span);
}

/// `stap ambtelijk Onderhandeling`: from the first capital on it is the title, unless a party is named there.
bool take_title(const Resolution& r, Procedure::Step& step) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto& name = step.name;
    if (r.sources.text(step.span) != name || capital(name.front())) return false;
    for (std::size_t at = 1; at + 1 < name.size(); ++at) {
        if (name[at - 1] != ' ' || !capital(name[at])) continue;
        const auto rest = name.substr(at);
        if (r.knows(NameKind::party, rest) || r.knows(NameKind::task, rest)) return false;
        const auto end = name.find_last_not_of(' ', at - 1) + 1;
        step.span.end = step.span.begin + static_cast<std::uint32_t>(end);
        step.title = Text(rest);
        step.name.resize(end);
        return true;
    }
    return false;
}

/// A step that another leads to by name and title together has no title: it all is its name.
void whole_names(std::vector<Procedure::Step>& steps, const std::vector<std::size_t>& divided,
                 const std::vector<std::pair<std::string, Span>>& leads_to) {
    for (const auto at : divided) {
        auto& step = steps[at];
        const auto whole = step.name + " " + step.title.nl;
        if (std::any_of(leads_to.begin(), leads_to.end(),
                        [&](const auto& to) { return folded(to.first) == folded(whole); })) {
            step.span.end = step.span.begin + static_cast<std::uint32_t>(whole.size());
            step.name = whole;
            step.title = Text(whole);
        }
    }
}

/// Who takes a step, and whether the model knows them; in quotation marks they are meant as they stand.
void takers(Resolution& r, const Phrase& clause, const Context& context, Procedure::Step& step) {
    step.by = names_as_written(r, clause);
    step.taken = !left_open(clause) && !step.by.empty();
    const bool quoted_names = std::any_of(clause.items.begin(), clause.items.end(),
                                          [](const Item& item) { return item.kind == Item::Kind::string; });
    step.taker_known = step.taken && (quoted_names || known_actors(r, clause, context).size() >= step.by.size());
}

void procedure(Resolution& r, const Tree& tree, const Phrase& phrase, const Context& context) {
    Procedure row{};
    row.name = phrase.items.empty() ? std::string() : std::string(phrase.items.front().text);
    row.title = phrase.title.empty() ? Text(row.name) : phrase.title;
    row.cooperation = context.cooperation;
    row.article = context.article;
    row.span = phrase.whole;
    row.backing = backing_of(r, phrase);
    if (!phrase.items.empty()) r.mention_inside(NameKind::procedure, "", row.name, name_span(phrase), true);
    std::vector<std::pair<std::string, Span>> leads_to;
    std::vector<std::size_t> divided;  ///< steps whose title stands without quotation marks
    each_clause(
        r, tree, phrase,
        [&](const Phrase& clause) {
            if (clause.word == Word::implements) row.under = under_of(r, clause);
            if (clause.word == Word::remark) row.remarks.push_back(remark_of(clause));
            if (clause.word == Word::source || clause.word == Word::according_to)
                merge(row.backing, backing_of_clause(r, clause));
        },
        [&](const Phrase& inner) {
            if (inner.items.empty()) return;
            Procedure::Step step{std::string(inner.items.front().text), inner.title, {}, {}, name_span(inner)};
            if (step.title.empty() && take_title(r, step)) divided.push_back(row.steps.size());
            if (step.title.empty()) step.title = Text(step.name);
            each_clause(r, tree, inner, [&](const Phrase& clause) {
                if (clause.word == Word::by) takers(r, clause, context, step);
                if (clause.word == Word::within) step.within = duration_of(r, clause, tree);
                if (clause.word == Word::remark) step.remarks.push_back(remark_of(clause));
                if (clause.word == Word::source) merge(step.backing, backing_of_clause(r, clause));
                if (clause.word != Word::on_agreement && clause.word != Word::otherwise_to) return;
                auto& to = clause.word == Word::on_agreement ? step.on_agreement : step.otherwise;
                to = text_of(r, clause);
                if (!clause.items.empty()) leads_to.emplace_back(to, clause.items.front().span);
            });
            row.steps.push_back(std::move(step));
        });
    whole_names(row.steps, divided, leads_to);
    for (const auto& step : row.steps) r.mention_inside(NameKind::step, row.name, step.name, step.span, true);
    // Where a step leads may be an outcome; only a name that is nearly a step's is taken for a slip.
    Names steps;
    for (std::uint32_t i = 0; i < row.steps.size(); ++i) steps.add(row.steps[i].name, i);
    for (const auto& [to, span] : leads_to)
        if (steps.find(to))
            r.mention_inside(NameKind::step, row.name, to, span, false);
        else if (const auto near = r.nearest_to(to, steps.all()))
            r.report(Code::N18, say(message::step_leads_nowhere, {quoted(Text(to))}), span, {meant(r, *near)});
    r.model.procedures.push_back(std::move(row));
}

}  // namespace

void resolve_planning(Resolution& r, const Tree& tree, const Phrase& phrase, const Context& context) {
    switch (phrase.word) {
        case Word::milestone: milestone(r, tree, phrase, context); break;
        case Word::cost:
        case Word::settlement:
        case Word::actual_cost:
        case Word::cost_ceiling: resolve_money(r, tree, phrase, context); break;
        case Word::procedure: procedure(r, tree, phrase, context); break;
        case Word::decision_rule: resolve_decision_rule(r, tree, phrase); break;
        default: break;
    }
}

void Cooperations::decision(const Tree& tree, const Phrase& phrase, VariantId variant) {
    if (phrase.items.empty()) return;
    const auto known = r_.names[NameKind::decision].find(phrase.items.front().text);
    if (!known || !r_.planned[*known].decision.valid()) return;
    const auto id = r_.planned[*known].decision;
    if (!declared_here(phrase, model_[id].span)) return;
    model_[id].variant = variant;
    model_[id].backing = backing_of(r_, phrase);
    Context context{&tree, {}, std::nullopt, variant, {}, id};
    std::vector<Phrase> inside, endings, giver, consulted;
    std::optional<Phrase> back;
    each_clause(
        r_, tree, phrase,
        [&](const Phrase& clause) {
            auto& row = model_[id];
            switch (clause.word) {
                case Word::by: {
                    if (named_by_van(r_, tree, phrase, clause)) break;
                    deciders_.emplace_back(clause, context);
                    row.each_own = row.each_own || clause.clause(Word::each_own) != nullptr;
                    giver = {clause};
                    break;
                }
                case Word::on:
                case Word::dated:
                    row.taken = date_in(r_, clause, tree);
                    row.taken_open = backing_of(r_, clause).silence;
                    break;
                case Word::each_own: row.each_own = true; break;
                case Word::retroactive: back = clause; break;
                case Word::latest_on: row.at_the_latest = date_in(r_, clause, tree); break;
                case Word::latest_before:
                    row.at_the_latest = date_in(r_, clause, tree);
                    before_stretch(row.at_the_latest, row.latest_before);
                    break;
                case Word::otherwise: row.otherwise = duration_of(r_, clause, tree); break;
                case Word::together_with: row.together_with = planned_names(r_, clause); break;
                case Word::after: row.after = planned_names(r_, clause); break;
                case Word::advice:
                    row.advice = names_as_written(r_, clause);
                    consulted.push_back(clause);
                    break;
                case Word::consent:
                    row.consent = names_as_written(r_, clause);
                    consulted.push_back(clause);
                    break;
                case Word::assent:
                    row.assent = names_as_written(r_, clause);
                    consulted.push_back(clause);
                    break;
                case Word::hearing:
                    row.hearing = names_as_written(r_, clause);
                    consulted.push_back(clause);
                    break;
                case Word::consultation:
                    row.consultation = names_as_written(r_, clause);
                    consulted.push_back(clause);
                    break;
                case Word::concerns: row.concerns = concerned(r_, clause); break;
                case Word::published:
                    row.published = date_in(r_, clause, tree);
                    row.published_backing = backing_of(r_, clause);
                    row.published_span = clause.whole;
                    break;
                case Word::provided:
                case Word::unless:
                    row.condition = text_of(r_, clause);
                    row.condition_open = left_open(clause);
                    break;
                case Word::implements: row.under = under_of(r_, clause); break;
                case Word::purpose:
                    if (clause.argument != 0) row.purpose = purpose_of(tree[clause.argument].word);
                    break;
                case Word::status:
                    if (const auto said = status_of(clause, tree)) {
                        row.status = *said;
                        row.status_stated = true;
                    }
                    break;
                case Word::ends: endings.push_back(clause); break;
                case Word::remark: row.remarks.push_back(remark_of(clause)); break;
                case Word::source:
                case Word::according_to: merge(row.backing, backing_of_clause(r_, clause)); break;
                default: break;
            }
        },
        [&](const Phrase& inner) { inside.push_back(inner); });
    if (back) {
        Term term;
        if (const auto& taken = model_[id].taken) term.days.from = taken->first;
        model_[id].retroactive = work_back(r_, term, *back, tree);
        if (term.retroactive_until) model_[id].works_back_to = term.days.from;
    }
    auto& ended = variant.valid() ? model_[variant].endings : model_.endings;
    const auto before = ended.size();
    for (const auto& clause : endings) ending(ended, tree, clause, id);
    for (auto i = before; i < ended.size(); ++i) ended[i].status = std::min(ended[i].status, model_[id].status);
    // Who decides gives, and a decision under an arrangement gives for those who take part in it.
    const auto& under = model_[id].under;
    const bool bare =
        giver.empty() || (giver.front().clause(Word::of) == nullptr &&
                          std::none_of(giver.front().items.begin(), giver.front().items.end(),
                                       [&](const Item& item) { return r_.knows(NameKind::party, item.text); }));
    if (bare && !under.empty() && under.front().cooperation.valid()) context.cooperation = under.front().cooperation;
    for (auto& clause : consulted) consulted_.emplace_back(std::move(clause), context);
    for (auto& each : inside) {
        if (each.word == Word::amendment || each.word == Word::addendum) {
            amends(tree, each, variant, id);
            continue;
        }
        if (each.word == Word::article || each.word == Word::chapter) {
            decided_article(tree, each, context, giver, {});
            continue;
        }
        if (each.clause(Word::by) == nullptr) each.clauses.insert(each.clauses.end(), giver.begin(), giver.end());
        transfer(std::move(each), context);
    }
}

/// `besluit overstap door college van Oostdam, college van Rijnhof`: each of them takes a decision of its own.
void Cooperations::tell_deciders(const Phrase& clause, const std::vector<Actor>& actors, DecisionId decision) {
    constexpr std::size_t kMost = 5;
    std::vector<std::vector<Actor>> bodies;
    for (const auto& actor : actors) {
        auto known = std::find_if(bodies.begin(), bodies.end(),
                                  [&](const auto& body) { return body.front().whole() == actor.whole(); });
        if (known == bodies.end())
            bodies.push_back({actor});
        else
            known->push_back(actor);
    }
    const auto& row = model_[decision];
    const auto &head = syntax::info(Word::decision).phrase, &by = syntax::info(Word::by).phrase;
    std::vector<Remedy> remedies;
    for (const auto& body : bodies) {
        if (remedies.size() == kMost) break;
        auto name =
            row.name + "_" +
            (body.front().owner == Actor::Owner::own ? std::string() : name_of(model_, body.front().whole()).nl);
        std::replace(name.begin(), name.end(), ' ', '_');
        std::vector<Text> parts{head, to_write(r_, name), by, names_of(model_, body)};
        const auto line = joined(parts, " ");
        remedies.push_back({say(remedies.empty() ? message::deciders_each : message::and_the_line, {line})});
    }
    r_.report(Code::N07, say(message::deciders_of_several, {names_of(model_, actors)}), clause.span,
              std::move(remedies));
}

void Cooperations::resolve_consulted() {
    for (const auto& [clause, context] : deciders_) {
        auto actors = actors_of(r_, clause, context);
        if (actors.size() == 1 || organs_of_one(model_, actors)) {
            auto& row = model_[context.decision];
            row.by = actors.front();
            row.also_by.assign(std::next(actors.begin()), actors.end());
        } else if (!actors.empty()) {
            tell_deciders(clause, actors, context.decision);
        }
    }
    for (const auto& [clause, context] : consulted_) {
        auto& row = model_[context.decision];
        tell_unknown_actors(r_, clause);
        if (clause.word == Word::consultation) continue;
        auto actors = known_actors(r_, clause, context);
        for (auto& actor : actors) actor = model_.of_decider(row.by, actor);
        auto& all = clause.word == Word::advice    ? row.advice_by
                    : clause.word == Word::hearing ? row.heard_by
                                                   : row.consent_by;
        all.insert(all.end(), actors.begin(), actors.end());
        if (clause.word == Word::consent) row.permitted_by.insert(row.permitted_by.end(), actors.begin(), actors.end());
    }
}

}  // namespace belegd::resolve
