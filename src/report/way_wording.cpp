#include "report/way_wording.hpp"

#include <algorithm>

#include "checks/limits.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"

namespace belegd::report {

using namespace model;

namespace {

constexpr std::size_t kShort = 60;  ///< a longer condition goes to a note

Message limits(Condition::Kind kind) {
    switch (kind) {
        case Condition::Kind::provided: return message::note_provided;
        case Condition::Kind::unless: return message::note_unless;
        case Condition::Kind::insofar: return message::note_insofar;
        case Condition::Kind::at_most: return message::note_at_most;
    }
    return message::note_provided;
}

/// A status that is weaker than that of the situation in which the statement stands, or decided.
Status own_status(const Model& model, const Transfer& transfer) {
    auto status = transfer.status;
    if (transfer.cooperation.valid()) status = std::min(status, model[transfer.cooperation].status);
    if (transfer.variant.valid() && status >= model[transfer.variant].status) return Status::decided;
    return status;
}

/// What limits a step, when everything that carries its title is limited.
std::vector<const Condition*> conditions(const Model& model, const graph::Step& step) {
    std::vector<const Condition*> out;
    for (const auto id : step.by) {
        const auto& transfer = model[id];
        if (transfer.kind != step.kind && step.kind != TransferKind::keeps) continue;
        if (!transfer.condition) return {};
        out.push_back(&*transfer.condition);
    }
    return out;
}

/// The text of a condition with its limit: `loonwaarde tot 70 %`.
Text limited(const Condition& condition) {
    if (!condition.limited()) return Text(condition.text);
    return condition.kind == Condition::Kind::insofar ? checks::part_said(condition) : ceiling_said(condition);
}

/// `voor zover …`, `ten hoogste € 10.000`; a limit of something named has that first: `bedrag ten hoogste € 10.000`.
Text with_kind(const Condition& condition, const Text& words) {
    auto out = say(limits(condition.kind), {words});
    return condition.kind == Condition::Kind::at_most && condition.limited() && !condition.text.empty()
               ? joined({Text(condition.text), out}, " ")
               : out;
}

/// What limits a step: what each sentence says stays together, and apart from what another says.
Text conditions_said(const std::vector<const Condition*>& all) {
    std::vector<Text> each;
    for (const auto* condition : all)
        if (auto text = condition_said(*condition); std::find(each.begin(), each.end(), text) == each.end())
            each.push_back(std::move(text));
    Text out;
    for (auto& text : each) out = out.empty() ? std::move(text) : say(message::or_when, {out, text});
    return out;
}

/// `mandaat van college`
Text title_said(const Model& model, const Way& way, const graph::Step& last, PartyId own) {
    auto title = step_title(model, last);
    const auto giver = actor_said(model, last.from, own);
    switch (last.kind) {
        case TransferKind::keeps: return title;
        case TransferKind::assigns: {
            const bool own_work =
                last.from.owner == Actor::Owner::party && last.from.index == own.index && !last.from.organ.valid();
            return own_work ? title : say(message::title_for, {title, giver});
        }
        case TransferKind::entrusts: return &last == way.steps.front() ? title : say(message::title_by, {title, giver});
        case TransferKind::delegates:
            if (last.from.owner == Actor::Owner::party && last.from.index == own.index) return title;
            break;
        default: break;
    }
    return say(message::title_from, {title, giver});
}

/// How certain a step is: the weakest status and certainty of what carries it.
struct Mark {
    Status status = Status::decided;
    Certainty certainty = Certainty::stated;
    FormId form = {};  ///< the form in which it stands, where that carries nothing
    bool operator==(const Mark& other) const = default;

    bool any() const { return !(*this == Mark{}); }
    Text said(const Model& model) const {
        std::vector<Text> parts;
        if (form.valid()) parts.push_back(say(message::moves_nothing_by, {{model[form].name, model[form].title.en}}));
        if (status != Status::decided) parts.push_back(name_of(status));
        if (certainty != Certainty::stated) parts.push_back(name_of(certainty));
        return joined(parts, ", ");
    }
};

Mark mark_of(const Model& model, const graph::Step& step) {
    Mark out;
    for (const auto id : step.by) {
        out.status = std::min(out.status, own_status(model, model[id]));
        out.certainty = std::max(out.certainty, model[id].backing.certainty);
    }
    out.form = form_without_transfer(model, step);
    return out;
}

Text said(const Model& model, const Way& way, PartyId own, bool plain) {
    if (way.performers.empty()) return say(message::in_circle);
    const auto who = actors_said(model, way.performers, own);
    const auto* last = way.last_move();
    std::vector<Text> parts;
    if (way.together) parts.push_back(say(message::together));
    parts.push_back(last == nullptr ? title_name(TransferKind::keeps) : title_said(model, way, *last, own));
    std::vector<Text> middle;
    if (last != nullptr && way.steps.front() != last)
        for (std::size_t i = 1; way.steps[i] != last; ++i) middle.push_back(actor_said(model, way.steps[i]->from, own));
    if (!middle.empty()) parts.push_back(say(message::via, {joined(middle, ", ")}));
    if (!plain) {
        for (auto& limit : limits_said(model, way)) parts.push_back(std::move(limit));
        for (auto& mark : certainty_said(model, way, own)) parts.push_back(std::move(mark));
    }
    auto how = joined(parts, ", ");
    const bool says_holder = last == nullptr || last->kind == TransferKind::delegates ||
                             (last->from == way.holder && last->kind != TransferKind::entrusts);
    if (!says_holder) how = say(message::and_competent, {how, actor_said(model, way.holder, own)});
    return say(message::who_how, {who, how});
}

}  // namespace

FormId form_without_transfer(const Model& model, const graph::Step& step) {
    const auto same_body = [&](const Actor& to) { return to.owner == step.from.owner && to.index == step.from.index; };
    if (step.kind == TransferKind::keeps || std::all_of(step.to.begin(), step.to.end(), same_body)) return {};
    FormId out;
    for (const auto id : step.by) {
        const auto& x = model[id];
        if (x.decision.valid() || !x.cooperation.valid() || !model[x.cooperation].form.valid()) return {};
        out = model[x.cooperation].form;
        if (!model[out].can_carry.empty()) return {};
    }
    return out;
}

Text way_said(const Model& model, const Way& way, PartyId own) { return said(model, way, own, false); }

Text plain_way(const Model& model, const Way& way, PartyId own) { return said(model, way, own, true); }

Text condition_said(const Condition& condition) {
    std::vector<Text> all;
    const auto add = [&](const Condition& each) {
        const auto words = limited(each);
        all.push_back(words.empty() || words.nl.size() > kShort
                          ? say(each.takes_part() ? message::for_a_part : message::under_condition)
                          : with_kind(each, words));
    };
    add(condition);
    for (const auto& each : condition.further) add(each);
    return joined(all, ", ");
}

std::vector<Text> limits_said(const Model& model, const Way& way) {
    std::vector<Text> out;
    for (const auto* step : way.steps)
        if (auto text = conditions_said(conditions(model, *step));
            !text.empty() && std::find(out.begin(), out.end(), text) == out.end())
            out.push_back(std::move(text));
    return out;
}

std::vector<Text> certainty_said(const Model& model, const Way& way, PartyId own) {
    if (way.steps.empty()) return {};
    const auto* last = way.last_move();
    std::vector<std::pair<const graph::Step*, Mark>> earlier;
    Mark named;
    bool before = last != nullptr;
    for (const auto* step : way.steps) {
        before = before && step != last;
        const auto mark = mark_of(model, *step);
        if (before) {
            earlier.emplace_back(step, mark);
        } else {
            named.status = std::min(named.status, mark.status);
            named.certainty = std::max(named.certainty, mark.certainty);
            if (mark.form.valid()) named.form = mark.form;
        }
    }
    std::vector<Text> out;
    if (named.any()) out.push_back(named.said(model));
    if (std::all_of(earlier.begin(), earlier.end(), [&](const auto& each) { return each.second == named; })) return out;
    for (const auto& [step, mark] : earlier)
        if (mark.any())
            out.push_back(say(message::step_marked,
                              {step_title(model, *step), actors_said(model, step->to, own), mark.said(model)}));
    return out;
}

Text step_title(const Model& model, const graph::Step& step) {
    const bool trio = std::any_of(step.by.begin(), step.by.end(), [&](TransferId id) { return model[id].trio; });
    return title_name(step.kind, trio);
}

void note_step(const Model& model, const graph::Step& step, bool passed_on, PartyId own, Said& out) {
    const auto shown = conditions(model, step);
    for (const auto id : step.by) {
        const auto& transfer = model[id];
        add_notes(model, transfer.backing, out);
        if (const auto who = actors_said(model, transfer.substitutes, own); !transfer.substitutes.empty())
            out.note(passed_on ? say(message::note_substitute_of, {actors_said(model, step.to, own), who})
                               : say(message::note_substitute, {who}));
        if (transfer.open_substitute != Silence::none)
            out.note(say(message::note_open_substitute, {name_of(transfer.open_substitute)}));
        if (!transfer.condition) continue;
        const bool is_shown = std::find(shown.begin(), shown.end(), &*transfer.condition) != shown.end();
        // Beside other sentences what this one says stays together.
        const bool together = shown.size() > 1 && is_shown;
        std::vector<Text> whole;
        bool any_long = false;
        const auto add = [&](const Condition& condition) {
            const auto words = limited(condition);
            if (words.empty()) return;
            const bool is_long = words.nl.size() > kShort;
            any_long = any_long || is_long;
            if (together)
                whole.push_back(with_kind(condition, words));
            else if (!is_shown || is_long)
                out.note(with_kind(condition, words));
        };
        add(*transfer.condition);
        for (const auto& further : transfer.condition->further) add(further);
        if (any_long && !whole.empty()) out.note(joined(whole, ", "));
    }
}

}  // namespace belegd::report
