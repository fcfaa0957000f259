#include "report/events.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "analysis/in_titles.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/calendar.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/appendix/agreements.hpp"
#include "report/open_points.hpp"
#include "report/planning.hpp"
#include "report/sheet.hpp"
#include "report/wording.hpp"

namespace belegd::report {
namespace {

using namespace model;

class Gatherer {
   public:
    explicit Gatherer(const Frame& frame, std::optional<Day> looked_at = {})
        : f_(frame), m_(frame.model), looked_at_(looked_at) {}

    std::vector<Event> gathered() {
        for (const auto column : f_.what.columns) {
            std::vector<CooperationId> firsts;
            for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i)
                if (f_.ever_shows(column, {i})) {
                    version(column, {i});
                    const auto first = m_.cooperations[i].first_version;
                    if (std::find(firsts.begin(), firsts.end(), first) == firsts.end()) firsts.push_back(first);
                }
            endings(column, firsts);
            loose(column);
            decisions(column, firsts);
            for (const auto& each : m_.milestones)
                if (f_.world(column).visible(each.variant)) milestone(column, each);
            if (looked_at_) more(column);
        }
        if (looked_at_) found();
        std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) {
            return std::pair(a.day, b.situations.size()) < std::pair(b.day, a.situations.size());
        });
        return std::move(events_);
    }

   private:
    using Kind = Event::Kind;

    /// What happens in several situations alike is told once.
    void add(VariantId column, Event event) {
        const auto same = std::find_if(events_.begin(), events_.end(), [&](const Event& each) {
            return each.day == event.day && each.when == event.when && each.text == event.text;
        });
        if (same == events_.end()) {
            event.situations = {column};
            events_.push_back(std::move(event));
            return;
        }
        if (same->situations.back() != column) same->situations.push_back(column);
        same->from.insert(same->from.end(), event.from.begin(), event.from.end());
    }
    void add(VariantId column, Kind kind, Day day, const Text& text, Span from) {
        const auto stretch = stretch_from(m_, day).value_or(DateValue{day, day});
        add(column, {kind, day, stretch, day_said(m_, day), text, {}, {from}});
    }
    void add(VariantId column, Kind kind, const DateValue& stretch, const Text& text, Span from) {
        add(column, {kind, stretch.first, stretch, stretch_said(stretch), text, {}, {from}});
    }

    void more(VariantId column) {
        for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i)
            if (f_.ever_shows(column, {i})) more(column, {i});
        for (const auto& each : m_.decisions)
            if (each.published && f_.world(column).visible(each.variant) && (!each.by || is_of_shown(*each.by)))
                add(column, Kind::published, *each.published,
                    say(message::event_published, {each.title.empty() ? printable(each.name) : each.title}), each.span);
        for (const auto& each : m_.costs)
            if (each.once_in && f_.world(column).visible(each.variant) &&
                (!each.cooperation.valid() || f_.ever_shows(column, each.cooperation)))
                add(column, Kind::payment, *each.once_in, cost_said(m_, each).text, each.span);
    }

    void more(VariantId column, CooperationId id) {
        const auto& row = m_[id];
        const auto title = title_of(m_, id);
        const auto force = f_.world(column).force(id);
        if (row.concluded)
            add(column, Kind::decision, *row.concluded, say(message::event_concluded, {title}), row.span);
        if (row.published)
            add(column, Kind::published, *row.published, say(message::event_published, {title}), row.span);
        if (const auto from = row.term.renewed_from; from && row.renewed && force.contains(*from)) {
            add(column, Kind::renewal, *from,
                say(row.renewed_times > 0 ? message::event_renewal_times : message::event_renewal,
                    {title, name_of(*row.renewed), times_said(row.renewed_times)}),
                row.span);
            notice(column, id, *from);
        }
        const auto end = next_end(column, id);
        const auto last = end ? last_day_of_notice(row, *end) : std::nullopt;
        if (last && !is_told(column, *last, row.span))
            add(column, Kind::notice, *last,
                say(message::event_next_notice,
                    {title, spelled(*end), with_certainty(name_of(row.notice->length), row.notice_backing.certainty)}),
                row.span);
    }

    /// Whether it is the last day of notice for something that ends anyway.
    bool is_told(VariantId column, Day last, Span cooperation) const {
        return std::any_of(events_.begin(), events_.end(), [&](const Event& each) {
            return each.kind == Kind::notice && each.day == last && each.from.front() == cooperation &&
                   std::find(each.situations.begin(), each.situations.end(), column) != each.situations.end();
        });
    }

    bool is_of_shown(const Actor& actor) const {
        return actor.owner != Actor::Owner::party || f_.shows({actor.index}) ||
               m_.parties[actor.index].kind != Party::Kind::municipality;
    }

    /// The first of the days as of which notice may be given that a notice of the day on which one looks is in time for.
    std::optional<Day> next_end(VariantId column, CooperationId id) const {
        constexpr int kYear = 366;
        const auto& row = m_[id];
        const auto force = f_.world(column).force(id);
        if (!row.notice || row.notice->none || row.notice->against.empty() || !force.contains(*looked_at_)) return {};
        const auto length = length_of(row.notice->length);
        if (!length) return {};
        auto day = *looked_at_ + *length;
        for (int i = 0; i <= kYear + 1; ++i, day = day.next()) {
            const auto last = last_day_of_notice(row, day);
            if (last && *last >= *looked_at_ && spelled(day).nl.starts_with(row.notice->against.nl + " "))
                return holds_on(f_.taking_part(column, id), day) ? std::optional(day) : std::nullopt;
        }
        return {};
    }

    /// What is open or wrong as of a day; which situation shows it, it says itself.
    void found() {
        const analysis::InTitles titled(f_.analysis);
        for (const auto& point : points_by_day(f_, titled.subject()))
            if (point.days.from != kNoBegin)
                add_found({Kind::finding,
                           point.days.from,
                           {point.days.from, point.days.from},
                           day_said(m_, point.days.from),
                           say(message::event_open_from, {point.text}),
                           {},
                           {point.from}});
    }
    void add_found(Event event) {
        const bool known = std::any_of(events_.begin(), events_.end(), [&](const Event& each) {
            return each.day == event.day && each.text == event.text;
        });
        if (!known) events_.push_back(std::move(event));
    }

    /// Whether another version of it was in force before: one that was postponed before it began was not.
    bool follows_another(VariantId column, CooperationId id) const {
        const auto& world = f_.world(column);
        for (const auto other : world.versions(m_[id].first_version))
            if (other != id.index && world.visible(m_.cooperations[other].variant) && !world.force({other}).empty() &&
                world.force({other}).from < world.force(id).from)
                return true;
        return false;
    }

    bool has_later_version(VariantId column, CooperationId id, Day from) const {
        for (const auto other : f_.world(column).versions(m_[id].first_version))
            if (f_.world(column).visible(m_.cooperations[other].variant) &&
                f_.world(column).force({other}).from == from && !f_.world(column).force({other}).empty())
                return true;
        return false;
    }

    void version(VariantId column, CooperationId id) {
        const auto& row = m_[id];
        const auto force = f_.world(column).force(id);
        const auto title = title_of(m_, id);
        if (force.from != kNoBegin && !row.dates_open) {
            const bool changes = follows_another(column, id);
            // What is intended must not read as if it were decided.
            const auto named =
                row.status == Status::decided ? title : say(message::who_how, {title, name_of(row.status)});
            const auto kind = changes ? Kind::changes : Kind::begins;
            // It goes in on its own day; what it works back to is told as that.
            const bool back = row.term.is_retroactive_on(force.from);
            if (back) add(column, kind, force.from, say(message::event_works_back, {named}), row.span);
            add(column, kind, back ? *row.term.retroactive_until : force.from,
                say(changes ? message::event_changes : message::event_begins, {named}), row.span);
        }
        for (const auto& package : row.packages)
            for (const auto& taker : package.takers)
                if (taker.term.days.from > force.from && force.contains(taker.term.days.from))
                    add(column, Kind::joins, taker.term.days.from,
                        say(message::timeline_taker,
                            {parties_said(m_, {taker.party}),
                             package.title.empty() ? printable(package.name) : package.title, title}),
                        taker.span);
        for (const auto& each : row.participants) {
            for (const auto& days : f_.world(column).participation(id, each.party)) {
                if (days.from > force.from && days.from != kNoBegin)
                    add(column, Kind::joins, days.from,
                        say(message::event_joins, {parties_said(m_, {each.party}), title}), each.span);
                if (days.until < force.until) leaves(column, id, {each.party}, days.until);
            }
        }
        joins_and_leaves_with(column, id);
        for (const auto* x : sentences_of(f_.analysis, id))
            if (x->why_not == Transfer::WhyNot::not_stated ||
                (x->why_not == Transfer::WhyNot::act && !f_.counting(column, *x).empty()))
                sentence(column, *x, title, force);
        if (force.until != kNoEnd && !has_later_version(column, id, force.until) && !is_ended(column, id, force.until))
            add(column, Kind::ends, force.until.previous(), say(message::event_ends, {title}), row.span);
    }

    /// The days on which a sentence by itself begins or ends, within those of what it stands in.
    void sentence(VariantId column, const Transfer& x, const Text& title, Period within) {
        if (!x.tasks.intersects(f_.tasks) || !x.functions.intersects(f_.functions)) return;
        const auto days = f_.world(column).lasting(x);
        if (days.empty()) return;
        const auto said = as_allowed(column, x, giving_said(m_, x));
        const bool back = x.retroactive && x.term.is_retroactive_on(days.from);
        if (days.from == x.term.days.from && (back || days.from > within.from) && days.from != kNoBegin) {
            if (back) add(column, Kind::begins, days.from, say(message::event_works_back_with, {title, said}), x.span);
            add(column, Kind::begins, back ? *x.term.retroactive_until : days.from,
                say(message::event_from, {title, said}), x.span);
        }
        // What is revoked is told with what revokes it.
        if (days.until == x.term.days.until && days.until < within.until)
            add(column, Kind::ends, days.until.previous(), say(message::event_through, {title, said}), x.span);
    }

    /// What is written as given, with what forbids it or why it gives nothing; in part, where it has effect all the same.
    Text as_allowed(VariantId column, const Transfer& x, Text said) const {
        const auto found = analysis::against(m_, f_.analysis.causes, column, x);
        if (!found.any()) return said;
        const auto& used = f_.analysis.subject->view(column).coverage->used;
        const bool partly = std::any_of(m_.transfers.begin(), m_.transfers.end(), [&](const Transfer& row) {
            return row.span == x.span && used[static_cast<std::size_t>(&row - m_.transfers.data())];
        });
        if (!found.not_competent) return say(message::not_allowed, {said, listed(found.rules)});
        auto codes = found.rules;
        codes.insert(codes.begin(), Text("B06"));
        return say(partly ? message::given_without_power_partly : message::given_without_power, {said, listed(codes)});
    }

    /// Sentences outside a cooperation; that a decision gives, is told with its own day.
    void loose(VariantId column) {
        for (const auto& x : m_.transfers) {
            if (x.cooperation.valid() || f_.counting(column, x).empty()) continue;
            Period within;
            if (x.decision.valid() && m_[x.decision].taken) within.from = m_[x.decision].taken->first;
            const auto title = x.decision.valid() ? title_of(m_, x.decision)
                               : x.giver          ? the_actor(m_, *x.giver)
                                                  : say(message::heading_loose);
            sentence(column, x, title, within);
        }
    }

    /// Who takes part in a version and not in the one before, and the other way round.
    void joins_and_leaves_with(VariantId column, CooperationId id) {
        if (m_[id].version == 1) return;
        const auto& world = f_.world(column);
        const auto from = world.force(id).from;
        CooperationId before;
        for (const auto other : world.versions(m_[id].first_version))
            if (world.force({other}).until == from && world.visible(m_.cooperations[other].variant) &&
                !world.force({other}).empty())
                before = {other};
        if (!before.valid()) return;
        const auto takes_part = [&](CooperationId version, PartyId party, Day day) {
            return holds_on(world.participation(version, party), day);
        };
        std::vector<PartyId> joined_now, left_now;
        std::vector<PartyId> parties;
        for (const auto version : {before, id})
            for (const auto& each : m_[version].participants)
                if (!names(parties, each.party)) parties.push_back(each.party);
        for (const auto party : parties) {
            const bool was = takes_part(before, party, from.previous()), is = takes_part(id, party, from);
            if (!was && is) joined_now.push_back(party);
            if (was && !is) left_now.push_back(party);
        }
        const auto title = title_of(m_, id);
        if (!joined_now.empty())
            add(column, Kind::joins, from, say(message::event_joins, {parties_said(m_, joined_now), title}),
                m_[id].span);
        if (!left_now.empty()) leaves(column, before, left_now, from);
    }

    void leaves(VariantId column, CooperationId id, const std::vector<PartyId>& parties, Day day) {
        // Where a sentence of the model ends it, it is told with that sentence.
        if (std::any_of(parties.begin(), parties.end(), [&](PartyId party) {
                const auto* ending = f_.world(column).ending(id, party);
                return ending != nullptr && !ending->only_version.valid() && ending->per.first == day;
            }))
            return;
        add(column, Kind::leaves, day, say(message::event_leaves, {parties_said(m_, parties), title_of(m_, id)}),
            m_[id].span);
        notice(column, id, day);
    }

    bool is_ended(VariantId column, CooperationId id, Day day) const {
        return f_.world(column).ended(id, std::nullopt) == day;
    }

    void endings(VariantId column, const std::vector<CooperationId>& firsts) {
        const auto see = [&](const Ending& each) {
            if (each.only_version.valid()) return;
            if (each.revoked.valid()) return revocation(column, each);
            if (std::find(firsts.begin(), firsts.end(), m_[each.cooperation].first_version) == firsts.end()) return;
            if (each.parties && std::none_of(each.parties->begin(), each.parties->end(),
                                             [&](PartyId party) { return f_.shows(party); }))
                return;
            const auto& world = f_.world(column);
            const bool counts = !each.parties
                                    ? world.ending(each.cooperation, std::nullopt) == &each
                                    : std::any_of(each.parties->begin(), each.parties->end(), [&](PartyId party) {
                                          return world.ending(each.cooperation, party) == &each;
                                      });
            if (!counts) return;
            const auto title = title_of(m_, each.cooperation);
            auto text = each.parties ? say(message::timeline_ends_for, {title, parties_said(m_, *each.parties)})
                                     : say(message::timeline_ends, {title});
            if (each.status != Status::decided) text = joined({text, name_of(each.status)}, ", ");
            add(column, each.parties ? Kind::leaves : Kind::ends, each.per, text, each.span);
            if (each.per.exact()) notice(column, each.cooperation, each.per.first);
        };
        for (auto at = column; at.valid(); at = m_[at].based_on)
            for (const auto& each : m_[at].endings) see(each);
        for (const auto& each : m_.endings) see(each);
    }

    void revocation(VariantId column, const Ending& each) {
        if (!f_.revokes_shown(column, each)) return;
        const auto title = title_of(m_, each.revoked);
        auto text = each.parties ? say(message::timeline_revoked_for, {title, parties_said(m_, *each.parties)})
                                 : say(message::timeline_revoked, {title});
        if (each.status != Status::decided) text = joined({text, name_of(each.status)}, ", ");
        add(column, Kind::ends, each.per, text, each.span);
    }

    /// The last day to give notice for what ends.
    void notice(VariantId column, CooperationId id, Day end) {
        const auto& row = m_[id];
        const auto last = last_day_of_notice(row, end);
        if (!last) return;
        add(column, Kind::notice, *last,
            say(message::event_notice, {title_of(m_, id), spelled(end),
                                        with_certainty(name_of(row.notice->length), row.notice_backing.certainty)}),
            row.span);
    }

    void decisions(VariantId column, const std::vector<CooperationId>& firsts) {
        /// Decisions of one day, kind and matter are told together: the councils that permit.
        struct Together {
            Kind kind;
            Day day;
            DateValue stretch;
            Text when, what;
            bool titled;
            std::vector<Actor> by;
            std::vector<Span> from;
        };
        std::vector<Together> all;
        for (std::uint32_t i = 0; i < m_.decisions.size(); ++i) {
            const auto& each = m_.decisions[i];
            if (!f_.world(column).visible(each.variant) || !tells_of(f_, {i}, firsts)) continue;
            const auto titled = !each.title.empty() && each.title != Text(each.name);
            std::vector<Text> about;
            for (const auto& concern : each.concerns)
                if (concern.cooperation.valid()) about.push_back(title_of(m_, concern.cooperation));
            const auto purpose = each.purpose == Decision::Purpose::permit ? say(message::consent) : purpose_said(each);
            auto what = titled ? each.title : purpose.empty() ? printable(each.name) : purpose;
            if (!titled && !about.empty()) what = say(message::purpose_about, {what, listed(about)});
            if (each.status != Status::decided) what = joined({what, name_of(each.status)}, ", ");
            const auto put = [&](Kind kind, Day day, const DateValue& stretch, const Text& when, const Text& text) {
                auto same = std::find_if(all.begin(), all.end(), [&](const Together& other) {
                    return other.kind == kind && other.day == day && other.when == when && other.what == text;
                });
                if (same == all.end()) same = all.insert(all.end(), {kind, day, stretch, when, text, titled, {}, {}});
                same->from.push_back(each.span);
                if (each.by) same->by.push_back(*each.by);
                same->by.insert(same->by.end(), each.also_by.begin(), each.also_by.end());
            };
            if (each.taken)
                put(Kind::decision, each.taken->first, *each.taken, stretch_said(*each.taken), what);
            else if (each.latest_before)
                put(Kind::deadline, each.latest_before->first, *each.latest_before,
                    say(message::latest_before, {stretch_said(*each.latest_before)}), what);
            else if (each.at_the_latest)
                put(Kind::deadline, each.at_the_latest->last, *each.at_the_latest,
                    say(message::at_the_latest, {stretch_said(*each.at_the_latest)}), what);
        }
        for (const auto& each : m_.decisions)
            if (each.works_back_to && f_.world(column).visible(each.variant) &&
                tells_of(f_, {static_cast<std::uint32_t>(&each - m_.decisions.data())}, firsts))
                add(column, Kind::begins, *each.works_back_to,
                    say(message::event_works_back, {each.title.empty() ? printable(each.name) : each.title}),
                    each.span);
        for (const auto& each : all)
            add(column,
                {each.kind, each.day, each.stretch, each.when, told(each.what, each.titled, each.by), {}, each.from});
    }

    /// `Onderzoek jeugd (besluit van de raad van Voorschoten)`: a title alone does not say that it is a decision.
    Text told(const Text& what, bool titled, const std::vector<Actor>& by) const {
        if (by.empty()) return titled ? say(message::who_how, {what, say(message::event_decision)}) : what;
        const auto who = deciders(by);
        return say(message::who_how, {what, titled ? say(message::decision_of, {who}) : who});
    }

    /// `de raden van Houten en Lopik`
    Text deciders(const std::vector<Actor>& all) const {
        const auto like_first = [&](const Actor& each) {
            return each.owner == Actor::Owner::party && each.organ.valid() && each.organ == all.front().organ;
        };
        if (!std::all_of(all.begin(), all.end(), like_first)) {
            std::vector<Text> out;
            out.reserve(all.size());
            for (const auto& each : all) out.push_back(the_actor(m_, each));
            return listed(out);
        }
        std::vector<PartyId> parties;
        parties.reserve(all.size());
        for (const auto& each : all) parties.push_back({each.index});
        return parties.size() == 1 ? the_actor(m_, all.front()) : organs_said(m_, {all.front().organ}, parties);
    }

    void milestone(VariantId column, const Milestone& each) {
        const auto& stretch = each.begin ? each.begin : each.ends_before ? each.ends_before : each.end;
        if (!stretch) return;
        const auto title = each.title.empty() ? printable(each.name) : each.title;
        auto text = each.status == Status::decided ? title : joined({title, name_of(each.status)}, ", ");
        const auto when =
            !each.begin && each.ends_before ? say(message::latest_before, {stretch_said(*stretch)})
            : !each.begin                   ? say(message::at_the_latest, {stretch_said(*stretch)})
            : each.goes_on                  ? say(message::since, {stretch_said(*stretch)})
            : each.end && !(*each.end == *each.begin)
                ? joined({stretch_said(*each.begin), say(message::through, {stretch_said(*each.end)})}, " ")
                : stretch_said(*stretch);
        DateValue whole = *stretch;
        if (each.begin && each.end) whole = {each.begin->first, each.end->last, each.begin->precision};
        add(column, {each.begin ? Kind::milestone : Kind::deadline,
                     stretch->first,
                     whole,
                     when,
                     text,
                     {},
                     {each.span},
                     each.goes_on});
    }

    const Frame& f_;
    const Model& m_;
    std::optional<Day> looked_at_;  ///< everything is told, as one sees it on this day
    std::vector<Event> events_;
};

}  // namespace

std::vector<Event> events(const Frame& frame) { return Gatherer(frame).gathered(); }
std::vector<Event> every_event(const Frame& frame, Day looked_at) { return Gatherer(frame, looked_at).gathered(); }

std::vector<CooperationId> cooperations_shown(const Frame& frame, VariantId column) {
    std::vector<CooperationId> out;
    for (std::uint32_t i = 0; i < frame.model.cooperations.size(); ++i) {
        if (!frame.ever_shows(column, {i})) continue;
        const auto first = frame.model.cooperations[i].first_version;
        if (std::find(out.begin(), out.end(), first) == out.end()) out.push_back(first);
    }
    return out;
}

bool tells_of(const Frame& frame, DecisionId id, const std::vector<CooperationId>& firsts) {
    const auto& model = frame.model;
    const auto& decision = model[id];
    if (std::any_of(firsts.begin(), firsts.end(), [&](CooperationId first) { return is_about(model, id, first); }))
        return true;
    const bool about_another = std::any_of(decision.concerns.begin(), decision.concerns.end(),
                                           [](const Concern& each) { return each.cooperation.valid(); }) ||
                               std::any_of(decision.under.begin(), decision.under.end(),
                                           [](const Under& each) { return each.cooperation.valid(); });
    if (about_another) return false;
    if (!decision.by) return true;
    return decision.by->owner != Actor::Owner::party || frame.shows({decision.by->index}) ||
           model.parties[decision.by->index].kind != Party::Kind::municipality;
}

Text situations_said(const Frame& frame, const Event& event) { return situations_named(frame, event.situations); }

Text situations_named(const Frame& frame, const std::vector<VariantId>& situations) {
    if (situations.size() == frame.what.columns.size()) return say(message::every_situation);
    std::vector<Text> names;
    names.reserve(situations.size());
    for (const auto column : situations) names.push_back(situation_named(frame.model, column));
    return titles_listed(names);
}

}  // namespace belegd::report
