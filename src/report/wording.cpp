#include "report/wording.hpp"

#include <algorithm>

#include "checks/limits.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"

namespace belegd::report {

using namespace model;

void Said::note(const Text& note) {
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
}

std::size_t Notes::of(const Text& note) {
    const auto [known, is_new] = numbers_.try_emplace(note.nl, notes_.size() + 1);
    if (is_new) notes_.push_back(note);
    return known->second;
}

Line Notes::line(const Said& said) {
    Line out{said.text, {}};
    for (const auto& note : said.notes) out.notes.push_back(of(note));
    std::sort(out.notes.begin(), out.notes.end());
    out.notes.erase(std::unique(out.notes.begin(), out.notes.end()), out.notes.end());
    return out;
}

Cell Notes::cell(const std::vector<Said>& lines) {
    Cell out;
    for (const auto& said : lines) {
        out.lines.push_back(line(said));
        out.mark = std::max(out.mark, said.mark);
    }
    return out;
}

Text document_said(const Model& model, const Backing::Reference& reference) {
    const auto& document = model[reference.document];
    std::vector<Text> parts{title_of(model, reference.document)};
    if (!document.reference.empty()) parts.push_back(say(message::with_reference, {Text(document.reference)}));
    if (document.date) parts.push_back(stretch_said(*document.date));
    if (document.date_open != Silence::none)
        parts.push_back(say(message::date_left_open, {name_of(document.date_open)}));
    if (!reference.place.parts.empty()) {
        auto place = reference.place;
        place.law.clear();
        parts.push_back(spelled(place));
    }
    if (document.status != Status::decided) parts.push_back(name_of(document.status));
    const auto out = joined(parts, ", ");
    return document.remark.empty() ? out : joined({out, document.remark}, "; ");
}

std::vector<Text> sources_said(const Model& model, const Transfer& x) {
    auto out = backing_said(model, x.backing);
    if (!x.backing.documents.empty()) return out;
    // What stands in a block has the sources of the block: the nearest that has any.
    const auto take = [&](const Backing& backing, const Text& of) {
        for (const auto& reference : backing.documents)
            out.push_back(say(message::source_of_block, {document_said(model, reference), of}));
        return !backing.documents.empty();
    };
    if (x.article.valid() && take(model[x.article].backing, place_said(model[x.article].parts))) return out;
    if (x.package && take(model[x.cooperation].packages[*x.package].backing, package_name(model, x))) return out;
    if (x.decision.valid() && take(model[x.decision].backing, title_of(model, x.decision))) return out;
    if (x.cooperation.valid()) take(model[x.cooperation].backing, title_of(model, x.cooperation));
    return out;
}

Text package_name(const Model& model, const Transfer& x) {
    const auto& package = model[x.cooperation].packages[*x.package];
    return package.title.empty() ? printable(package.name) : package.title;
}

std::vector<Text> backing_said(const Model& model, const Backing& backing) {
    std::vector<Text> out;
    for (const auto& citation : backing.citations) {
        auto said = spelled(citation);
        if (const auto certainty = name_of(backing.certainty); !certainty.empty())
            said = say(message::with_certainty, {said, certainty});
        out.push_back(said);
    }
    for (const auto& reference : backing.documents) out.push_back(document_said(model, reference));
    return out;
}

void add_notes(const Model& model, const Backing& backing, Said& said) {
    for (const auto& note : backing_said(model, backing)) said.note(note);
}

Text with_certainty(const Text& text, Certainty certainty) {
    const auto name = name_of(certainty);
    return name.empty() ? text : say(message::with_certainty, {text, name});
}

Said stated(const Model& model, const Text& text, const Backing& backing) {
    Said out{with_certainty(text, backing.certainty), {}, Cell::Mark::none};
    add_notes(model, backing, out);
    return out;
}

Text place_said(const std::vector<Citation::Part>& parts) { return spelled(Citation{{}, {}, parts, {}, false}); }

Text under_said(const Model& model, const Under& under) {
    const auto whole = under.cooperation.valid() ? title_of(model, under.cooperation)
                       : under.decision.valid()  ? title_of(model, under.decision)
                       : under.document.valid()  ? title_of(model, under.document)
                                                 : Text(under.place.law);
    return under.place.parts.empty() ? whole : joined({whole, place_said(under.place.parts)}, ", ");
}

Text actor_said(const Model& model, const Actor& actor, PartyId own) {
    if (actor.owner == Actor::Owner::party && actor.index == own.index)
        return actor.organ.valid() ? organ_name(model, actor.organ) : say(message::municipality_itself);
    if (actor.owner == Actor::Owner::own) return name_of(model, actor);
    // What is printed uses the short name of papers, or the title; what is to be typed keeps the name of the model.
    const auto called = [](const auto& row) {
        return !row.short_title.empty()                            ? Text(row.short_title)
               : !row.title.empty() && row.title != Text(row.name) ? row.title
                                                                   : Text();
    };
    const auto name = actor.owner == Actor::Owner::party ? called(model.parties[actor.index])
                                                         : called(model.cooperations[actor.index]);
    if (name.empty()) return name_of(model, actor);
    return actor.organ.valid() ? say(message::organ_of, {organ_name(model, actor.organ), name}) : name;
}

Text actors_said(const Model& model, const std::vector<Actor>& actors, PartyId own) {
    std::vector<Text> out;
    out.reserve(actors.size());
    for (const auto& actor : actors) out.push_back(actor_said(model, actor, own));
    return listed(out);
}

Text organs_said(const Model& model, const std::vector<OrganId>& organs, const std::vector<PartyId>& parties) {
    if (organs.empty()) return say(message::parties_without_organ, {parties_of(model, parties)});
    std::vector<Text> names;
    if (parties.size() == 1) {
        for (const auto organ : organs) names.push_back(organ_name(model, organ));
        return say(message::organ_of, {listed(names), parties_of(model, parties)});
    }
    const auto plural = [&](OrganId organ) {
        if (organ == model.raad) return say(message::councils);
        if (organ == model.college) return say(message::executives);
        if (organ == model.burgemeester) return say(message::mayors);
        return Text();
    };
    for (const auto organ : organs) names.push_back(plural(organ));
    if (std::none_of(names.begin(), names.end(), [](const Text& name) { return name.empty(); }))
        return say(message::organs_of, {listed(names), parties_of(model, parties)});
    names.clear();
    for (const auto party : parties) names.push_back(organs_said(model, organs, {party}));
    return listed(names);
}

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

/// All that one sentence says of when it holds.
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

/// `mandaat`
Text bare_title(const Model& model, const graph::Step& step) {
    const bool trio = std::any_of(step.by.begin(), step.by.end(), [&](TransferId id) { return model[id].trio; });
    return title_name(step.kind, trio);
}

/// `mandaat van college`
Text title_said(const Model& model, const Way& way, const graph::Step& last, PartyId own) {
    auto title = bare_title(model, last);
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
    bool operator==(const Mark& other) const = default;

    bool any() const { return !(*this == Mark{}); }
    Text said() const {
        std::vector<Text> parts;
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
    return out;
}

/// `voorgenomen, afgeleid` of the step that is named; of those before it each by itself: `delegatie aan dagelijks
/// bestuur afgeleid`. What is so of all of them is said once.
std::vector<Text> marks_said(const Model& model, const Way& way, PartyId own) {
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
        }
    }
    std::vector<Text> out;
    if (named.any()) out.push_back(named.said());
    if (std::all_of(earlier.begin(), earlier.end(), [&](const auto& each) { return each.second == named; })) return out;
    for (const auto& [step, mark] : earlier)
        if (mark.any())
            out.push_back(
                say(message::step_marked, {bare_title(model, *step), actors_said(model, step->to, own), mark.said()}));
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
        for (const auto* step : way.steps)
            if (auto text = conditions_said(conditions(model, *step));
                !text.empty() && std::find(parts.begin(), parts.end(), text) == parts.end())
                parts.push_back(std::move(text));
        for (auto& mark : marks_said(model, way, own)) parts.push_back(std::move(mark));
    }
    auto how = joined(parts, ", ");
    const bool says_holder = last == nullptr || last->kind == TransferKind::delegates ||
                             (last->from == way.holder && last->kind != TransferKind::entrusts);
    if (!says_holder) how = say(message::and_competent, {how, actor_said(model, way.holder, own)});
    return say(message::who_how, {who, how});
}

Text said(const Model& model, const graph::Answer& answer, PartyId own, bool plain) {
    const auto holders = actors_said(model, answer.holders, own);
    switch (answer.state) {
        case graph::State::assigned:
        case graph::State::doubly_assigned: {
            const auto found = ways(model, answer);
            std::vector<Text> each;
            for (const auto& way : found.all)
                if (const auto text = said(model, way, own, plain);
                    std::find(each.begin(), each.end(), text) == each.end())
                    each.push_back(text);
            const auto all = found.alternatives ? alternatives(each) : listed(each);
            return answer.state == graph::State::assigned ? all : say(message::doubled, {all});
        }
        case graph::State::unassigned: return say(message::nobody, {holders});
        case graph::State::cycle: return say(message::circle_holder, {say(message::in_circle), holders});
        case graph::State::no_owner: return say(message::no_organ);
        case graph::State::by_law:
            return say(message::who_how, {actors_said(model, answer.performers, own), say(message::by_law)});
    }
    return {};
}

}  // namespace

Text way_said(const Model& model, const Way& way, PartyId own) { return said(model, way, own, false); }

Text plain_answer(const Model& model, const graph::Answer& answer, PartyId own) {
    return said(model, answer, own, true);
}

Text text_says(const Model& model, const graph::Answer& answer, const analysis::Unlawful& found, PartyId own) {
    const auto& stays = found.stays;
    const bool ours = stays.owner == Actor::Owner::party && stays.index == own.index && stays.organ.valid();
    return say(message::text_says, {actors_said(model, answer.performers, own), analysis::unlawful_said(model, found),
                                    ours ? the_organ(model, stays.organ) : actor_said(model, stays, own)});
}

Said answer_said(const Model& model, const graph::Answer& answer, PartyId own) {
    Said out{said(model, answer, own, false), {}, Cell::Mark::none};
    if (answer.renewed) out.text = say(message::answer_renewed, {out.text});
    if (answer.retroactive) out.text = say(message::answer_retroactive, {out.text});
    if (answer.state == graph::State::unassigned) out.mark = Cell::Mark::open;
    if (answer.state == graph::State::doubly_assigned || answer.state == graph::State::cycle ||
        answer.state == graph::State::no_owner)
        out.mark = Cell::Mark::attention;
    for (const auto& step : answer.chain) {
        const auto shown = conditions(model, step);
        for (const auto id : step.by) {
            const auto& transfer = model[id];
            add_notes(model, transfer.backing, out);
            if (!transfer.substitutes.empty())
                out.note(say(message::note_substitute, {actors_said(model, transfer.substitutes, own)}));
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
    return out;
}

std::vector<Text> articles_said(const Model& model, const LawHolder& holder) {
    std::vector<Text> out;
    for (const auto& citation : holder.backing.citations) {
        if (holder.statute.valid() && citation.law != model[holder.statute].name) continue;
        out.push_back(spelled(citation));
    }
    const auto certainty = name_of(holder.backing.certainty);
    if (!out.empty() && !certainty.empty()) out.back() = say(message::with_certainty, {out.back(), certainty});
    return out;
}

Text status_said(const Model& model, VariantId variant) {
    auto weakest = Status::decided;
    bool stated = false;
    for (auto at = variant; at.valid(); at = model[at].based_on) {
        if (!model[at].status_stated) continue;
        stated = true;
        weakest = std::min(weakest, model[at].status);
    }
    return stated ? name_of(weakest) : say(message::status_not_given);
}

Text holder_said(const Model& model, const LawHolder& holder) {
    const auto organ = holder.organ.valid() ? organ_name(model, holder.organ) : say(message::municipality_itself);
    std::vector<Text> grounds;
    if (const auto articles = articles_said(model, holder); !articles.empty()) grounds.push_back(listed(articles));
    if (holder.statute.valid()) {
        const auto& statute = model[holder.statute];
        if (grounds.empty() || statute.title != Text(statute.name)) grounds.push_back(statute.title);
        if (const auto when = spelled(statute.term.days); !when.empty()) grounds.push_back(when);
    }
    return grounds.empty() ? organ : say(message::who_how, {organ, joined(grounds, ", ")});
}

Text situation_said(const Model& model, VariantId variant) {
    if (!variant.valid()) return say(message::the_present);
    const auto& title = model[variant].title;
    return say(message::who_how, {title.empty() || title == Text(model[variant].name) ? name_of(model, variant) : title,
                                  status_said(model, variant)});
}

}  // namespace belegd::report
