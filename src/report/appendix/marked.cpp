#include "report/appendix/marked.hpp"

#include <algorithm>

#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"
#include "report/way_wording.hpp"

namespace belegd::report {
namespace {

using namespace model;

MarkedAs mark_of_kind(TransferKind kind) {
    switch (kind) {
        case TransferKind::keeps: return MarkedAs::own;
        case TransferKind::assigns: return MarkedAs::work;
        case TransferKind::entrusts: return MarkedAs::not_stated;
        case TransferKind::authorises: return MarkedAs::authorisation;
        case TransferKind::empowers: return MarkedAs::attorney;
        case TransferKind::mandates: return MarkedAs::mandate;
        case TransferKind::delegates: return MarkedAs::delegation;
    }
    return MarkedAs::own;
}

class Marker {
   public:
    Marker(const Frame& frame, PartyId own, std::size_t function) : m_(frame.model), own_(own), function_(function) {}

    Marked settled(const graph::Answer& answer) const {
        Marked out;
        bool first = true;
        const auto found = ways(m_, answer);
        for (const auto& way : found.all) {
            auto [as, line, holder] = said(way);
            const Text& competent = holder;
            if (answer.renewed) line.text = with(line.text, say(message::is_renewed));
            if (answer.retroactive) line.text = with(line.text, say(message::is_retroactive));
            out.as = first ? as : std::max(out.as, as);
            first = false;
            const auto whole = [&](const Text& text) {
                return competent.empty() ? text : say(message::competent_is, {text, competent});
            };
            out.sure.push_back(whole(line.text));
            if (const auto marks = certainty_said(m_, way, own_); !marks.empty())
                // A mark alone has it with the mark.
                (line.text.empty() ? line.lead : line.text) =
                    say(message::who_how, {line.text.empty() ? line.lead : line.text, joined(marks, ", ")});
            line.text = whole(line.text);
            if (std::find(out.lines.begin(), out.lines.end(), line) == out.lines.end())
                out.lines.push_back(std::move(line));
        }
        return out;
    }

    Said line(MarkedAs as, Text text) const { return {std::move(text), {}, Cell::Mark::none, mark_name(as)}; }

    Text actors(const std::vector<Actor>& all) const {
        const auto out = actors_said(m_, all, own_);
        return out == say(message::municipality_itself) ? Text() : out;
    }

    /// `niemand; bevoegd: college`, where there is a power at all.
    Text competent(const std::vector<Actor>& holders) const {
        const auto who = actors(holders);
        return is_power() && !who.empty() ? say(message::competent_only, {who}) : Text();
    }

   private:
    bool is_power() const { return m_[m_.leaf_functions[function_]].power; }
    bool is_own(const Actor& actor) const { return actor.owner == Actor::Owner::party && actor.index == own_.index; }

    static Text with(const Text& text, const Text& more) { return text.empty() ? more : joined({text, more}, ", "); }

    /// How one way is said, and who is competent where that is to be said too.
    struct SaidWay {
        MarkedAs as;
        Said line;
        Text competent = {};
    };

    /// The strongest step says on what title; who gets it last on that title is named first.
    SaidWay said(const Way& way) const {
        const graph::Step* named = nullptr;
        std::vector<Text> middle;
        for (const auto* step : way.steps) {
            if (step->kind == TransferKind::keeps) continue;
            if (named != nullptr && step->kind < named->kind) break;
            if (named != nullptr && named->kind == step->kind) middle.push_back(actor_said(m_, step->from, own_));
            named = step;
        }
        if (named == nullptr || goes_nowhere(way, *named)) return finish(way, MarkedAs::own, actors(way.performers));
        const auto* last = way.last_move();
        const bool ends_there = named == last;
        auto who = ends_there                               ? actors_said(m_, way.performers, own_)
                   : named->kind == TransferKind::delegates ? actor_said(m_, way.holder, own_)
                   : std::find(way.steps.begin(), way.steps.end(), last) == way.steps.end()
                       ? actors_said(m_, named->to, own_)
                       : actor_said(m_, next_giver(way, *named), own_);
        if (way.together && ends_there) {
            // `samen het college en Wassenaar`: without its article it would be a college of both.
            if (std::any_of(way.performers.begin(), way.performers.end(),
                            [&](const Actor& each) { return is_own(each) && each.organ.valid(); })) {
                std::vector<Text> all;
                for (const auto& each : way.performers)
                    all.push_back(is_own(each) && each.organ.valid() ? the_organ(m_, each.organ) : the_actor(m_, each));
                who = listed(all);
            }
            who = say(message::acting_together, {who});
        }
        if (!middle.empty()) who = say(message::by_way_of, {who, joined(middle, ", ")});
        if (!ends_there)
            who = say(message::then_by, {who, step_title(m_, *last), actors_said(m_, way.performers, own_)});
        auto out = finish(way, mark_of_kind(named->kind), std::move(who));
        const bool says_who =
            named->kind != TransferKind::delegates && (is_mandate(named->kind) || (is_power() && !is_own(way.holder)));
        if (says_who && out.as != MarkedAs::fault) out.competent = actor_said(m_, way.holder, own_);
        return out;
    }

    /// Who passes it on after a step: the one of its receivers along whom this way goes.
    static Actor next_giver(const Way& way, const graph::Step& named) {
        bool found = false;
        for (const auto* step : way.steps) {
            if (found) return step->from;
            found = step == &named;
        }
        return named.to.front();
    }

    /// Work that the party itself does: it goes to nobody else.
    bool goes_nowhere(const Way& way, const graph::Step& named) const {
        return is_factual(named.kind) && !way.performers.empty() &&
               std::all_of(way.performers.begin(), way.performers.end(),
                           [&](const Actor& each) { return is_own(each) && !each.organ.valid(); }) &&
               is_own(way.holder);
    }

    SaidWay finish(const Way& way, MarkedAs as, Text text) const {
        if (way.performers.empty()) return {MarkedAs::fault, line(MarkedAs::fault, say(message::in_circle))};
        for (const auto& limit : limits_said(m_, way)) text = with(text, unbroken(limit));
        return {as, line(as, std::move(text))};
    }

    const Model& m_;
    PartyId own_;
    std::size_t function_;
};

Marked one(MarkedAs as, Said line, Cell::Mark mark) {
    line.mark = mark;
    auto text = line.text;
    return {as, false, {std::move(line)}, {std::move(text)}, {}};
}

}  // namespace

bool Marked::says_as(const Marked& other) const {
    return as == other.as && lines.size() == other.lines.size() &&
           std::equal(lines.begin(), lines.end(), other.lines.begin(), [](const Said& a, const Said& b) {
               return a.lead == b.lead && a.text == b.text && a.mark == b.mark;
           });
}

bool Marked::means_as(const Marked& other) const { return as == other.as && sure == other.sure; }

namespace {

/// `de raad`, where it is an organ of the municipality itself.
Text stays_said(const Model& model, const Actor& actor, PartyId own) {
    const bool ours = actor.owner == Actor::Owner::party && actor.index == own.index && actor.organ.valid();
    return ours ? the_organ(model, actor.organ) : actor_said(model, actor, own);
}

Marked said_so(const Frame& frame, VariantId situation, PartyId party, std::size_t leaf, std::size_t function,
               const graph::Answer& answer) {
    const Marker marker(frame, party, function);
    const auto& model = frame.model;
    const auto notes_of = [&](Marked out) {
        const auto said = answer_said(model, answer, party);
        for (const auto& note : said.notes) out.lines.front().note(note);
        return out;
    };
    const auto holders = [&] { return actors_said(model, answer.holders, party); };

    if (const auto forbidden = frame.unlawful(situation, party, leaf, function, answer); !forbidden.empty()) {
        auto line = marker.line(MarkedAs::forbidden,
                                say(message::stays_by_rule, {actors_said(model, answer.performers, party),
                                                             analysis::codes_said(model, forbidden),
                                                             stays_said(model, forbidden.front().stays, party)}));
        for (const auto& each : forbidden) line.note(text_says(model, answer, each, party));
        return notes_of(one(MarkedAs::forbidden, std::move(line), Cell::Mark::attention));
    }
    if (const auto why = frame.left_open(situation, party, leaf, function, answer))
        return one(MarkedAs::undetermined,
                   marker.line(MarkedAs::undetermined, say(message::competent_is, {*why, holders()})),
                   Cell::Mark::open);
    switch (answer.state) {
        case graph::State::by_law: {
            auto out =
                one(MarkedAs::own, marker.line(MarkedAs::own, marker.actors(answer.performers)), Cell::Mark::none);
            out.by_law = true;
            return out;
        }
        case graph::State::unassigned:
            return one(MarkedAs::open, marker.line(MarkedAs::open, marker.competent(answer.holders)), Cell::Mark::open);
        case graph::State::cycle:
            return notes_of(
                one(MarkedAs::fault,
                    marker.line(MarkedAs::fault, say(message::competent_is, {say(message::in_circle), holders()})),
                    Cell::Mark::attention));
        case graph::State::no_owner:
            return one(MarkedAs::fault, marker.line(MarkedAs::fault, say(message::no_organ)), Cell::Mark::attention);
        case graph::State::doubly_assigned: {
            std::vector<Text> each;
            for (const auto& way : ways(model, answer).all)
                if (auto text = way_said(model, way, party); std::find(each.begin(), each.end(), text) == each.end())
                    each.push_back(std::move(text));
            return notes_of(
                one(MarkedAs::doubled, marker.line(MarkedAs::doubled, listed(each)), Cell::Mark::attention));
        }
        case graph::State::assigned: break;
    }
    return notes_of(marker.settled(answer));
}

}  // namespace

Marked marked(const Frame& frame, VariantId situation, PartyId party, std::size_t leaf, std::size_t function,
              const graph::Answer& answer) {
    auto out = said_so(frame, situation, party, leaf, function, answer);
    for (const auto& step : answer.chain)
        for (const auto id : step.by) out.from.push_back(frame.model[id].span);
    return out;
}

Text mark_name(MarkedAs mark) {
    switch (mark) {
        case MarkedAs::own: return say(message::mark_own);
        case MarkedAs::work: return say(message::mark_work);
        case MarkedAs::authorisation: return say(message::mark_authorisation);
        case MarkedAs::attorney: return say(message::mark_attorney);
        case MarkedAs::mandate: return say(message::mark_mandate);
        case MarkedAs::delegation: return say(message::mark_delegation);
        case MarkedAs::not_stated: return say(message::mark_not_stated);
        case MarkedAs::undetermined: return say(message::mark_undetermined);
        case MarkedAs::open: return say(message::mark_open);
        case MarkedAs::doubled: return say(message::mark_double);
        case MarkedAs::forbidden: return say(message::mark_forbidden);
        case MarkedAs::fault: return say(message::mark_fault);
    }
    return {};
}

Text explained(MarkedAs mark, const Text& whose) {
    switch (mark) {
        case MarkedAs::own: return say(message::explains_own, {whose});
        case MarkedAs::work: return say(message::explains_work, {whose});
        case MarkedAs::authorisation: return say(message::explains_authorisation, {whose});
        case MarkedAs::attorney: return say(message::explains_attorney, {whose});
        case MarkedAs::mandate: return say(message::explains_mandate, {whose});
        case MarkedAs::delegation: return say(message::explains_delegation);
        case MarkedAs::not_stated: return say(message::explains_not_stated, {whose});
        case MarkedAs::undetermined: return say(message::explains_undetermined);
        case MarkedAs::open: return say(message::explains_open);
        case MarkedAs::doubled: return say(message::explains_double);
        case MarkedAs::forbidden: return say(message::explains_forbidden);
        case MarkedAs::fault: return say(message::explains_fault);
    }
    return {};
}

bool is_loss(MarkedAs mark) { return mark == MarkedAs::open || mark == MarkedAs::forbidden || mark == MarkedAs::fault; }

}  // namespace belegd::report
