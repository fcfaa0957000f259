#include "report/repair.hpp"

#include <algorithm>

#include "checks/sentences.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/repair.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/wording.hpp"

namespace belegd::report {

using namespace model;
using analysis::Gap;
using analysis::Proposal;
using analysis::Repair;
using analysis::RepairLine;

namespace {

constexpr std::size_t kMostQuestions = 3, kMostNamed = 3;

/// By its title; a name that could be any other word stands between quotation marks.
Text cooperation_said(const Model& m, CooperationId id) {
    const auto& s = m[id];
    return s.title == Text(s.name) ? as_name(s.name) : title_of(m, id);
}

Text matter_of_gap(const Model& m, const Gap& gap) { return checks::matter_said(m, analysis::cause_of(gap)); }

/// The days of a gap behind a word, or nothing where it has always been so.
Text days_of_gap(const Model& m, const Gap& gap) {
    auto days = gap.days;
    if (days.from <= m.horizon && !m.horizon_stated) days.from = kNoBegin;
    // Of a stretch with both its ends stands `van` in front.
    const bool by_days = days.from != kNoBegin && days.until != kNoEnd && !stretch_from(m, days.from) &&
                         !stretch_from(m, days.until) && days.from.next() != days.until;
    const auto said = by_days ? say(message::from_through, {spelled(days.from), spelled(days.until.previous())})
                              : period_said(m, days);
    return said.empty() ? Text() : say(message::repair_days, {said});
}

Text cited(const checks::ByLaw& law) {
    std::vector<Text> out;
    for (const auto& each : law.citations) out.push_back(spelled(each));
    return out.empty() ? Text() : say(message::repair_cited, {joined(out, "; ")});
}

Text open_said(const Model& m, const Gap& gap) {
    const auto law = checks::by_law(m, analysis::cause_of(gap));
    const auto days = days_of_gap(m, gap);
    const auto who = checks::by_law_said(m, law);
    if (gap.code == Code::B03) return say(message::repair_interrupted, {days, who, cited(law)});
    if (gap.code == Code::B08) return say(message::repair_fell_back, {days, who, cited(law)});
    const auto by = cooperation_said(m, gap.claimed_by);
    bool power = false;
    gap.functions.each([&](std::size_t f) { power = power || m[m.leaf_functions[f]].power; });
    return power ? say(message::repair_open, {days, by, who, cited(law)})
                 : say(message::repair_open_nobody, {days, by});
}

/// Who takes part in a version on a day, each with the organ with which it does.
std::vector<Text> participants_said(const analysis::Analysis& a, VariantId variant, CooperationId version, Day day) {
    const auto& m = a.model;
    const auto& world = *a.subject->view(variant).world;
    std::vector<Text> out;
    for (const auto& each : m[version].participants) {
        if (!holds_on(world.participation(version, each.party), std::max(day, m.horizon))) continue;
        std::vector<Actor> organs;
        for (const auto organ : each.organs) organs.push_back(m.organ_of(each.party, organ));
        auto said = organs.empty() ? parties_said(m, {each.party}) : the_names_of(m, organs);
        if (std::find(out.begin(), out.end(), said) == out.end()) out.push_back(std::move(said));
    }
    return out;
}

/// Of whom first: `Leiden: uitvoering van inburgering`.
Text heading_of(const Model& m, const Gap& gap) {
    const auto matter = matter_of_gap(m, gap);
    const auto owners = parties_said(m, gap.owners);
    return gap.variant.valid() ? say(message::repair_heading_in, {owners, matter, situation_named(m, gap.variant)})
                               : say(message::repair_heading, {owners, matter});
}

/// Whether somebody who is to do it has no part in the cooperation of which the text says so.
bool is_outsider(const Model& m, const RepairLine& line) {
    if (!line.to || !line.within.valid() || line.to->owner != Actor::Owner::party) return false;
    const auto& all = m[line.within].participants;
    return std::none_of(all.begin(), all.end(), [&](const Participant& each) { return m.is_of(each.party, *line.to); });
}

void once(std::vector<Text>& all, Text said) {
    if (std::find(all.begin(), all.end(), said) == all.end()) all.push_back(std::move(said));
}

/// What every proposal asks: it is said once, below them.
std::vector<Text> asked_by_all(const analysis::Analysis& a, const Repair& repair) {
    std::vector<Text> out;
    if (repair.proposals.size() < 2) return out;
    out = asks_said(a, repair, repair.proposals.front());
    for (const auto& each : repair.proposals) {
        const auto its = asks_said(a, repair, each);
        std::erase_if(out, [&](const Text& said) { return std::find(its.begin(), its.end(), said) == its.end(); });
    }
    return out;
}

Table proposals_table(const analysis::Analysis& a, const Repair& repair, const std::vector<Text>& by_all) {
    Table out;
    out.caption = say(message::repair_caption, {gap_said(a.model, repair.gap)});
    out.columns = {say(message::repair_column_means), say(message::repair_column_line),
                   say(message::repair_column_then), say(message::repair_column_asks)};
    for (std::size_t i = 0; i < repair.proposals.size(); ++i) {
        const auto& proposal = repair.proposals[i];
        std::vector<Text> means;
        Cell how, lines, then, asks;
        for (const auto index : proposal.lines) {
            const auto& line = repair.lines[index];
            once(means, means_said(line.kind));
            if (const auto said = how_said(line.how); !said.empty()) how.lines.push_back({said, {}});
            lines.lines.push_back({Text(line.written), {}});
            lines.lines.push_back({place_said(a, line), {}});
        }
        Cell first(say(message::repair_numbered, {number(static_cast<long long>(i) + 1), listed(means)}));
        for (auto& each : how.lines) first.lines.push_back(std::move(each));
        for (auto& each : outcomes_said(proposal)) then.lines.push_back({std::move(each), {}});
        for (auto& each : asks_said(a, repair, proposal))
            if (std::find(by_all.begin(), by_all.end(), each) == by_all.end())
                asks.lines.push_back({std::move(each), {}});
        if (asks.lines.empty()) asks.lines.push_back({say(message::repair_asks_no_more), {}});
        out.rows.push_back({std::move(first), std::move(lines), std::move(then), std::move(asks)});
    }
    return out;
}

/// A situation by its name.
Text situation_called(const Model& m, const std::string& name) {
    for (std::uint32_t i = 0; i < m.variants.size(); ++i)
        if (m.variants[i].name == name) return situation_named(m, VariantId{i});
    return printable(name);
}

/// What a finding is called, by its code.
Text title_of_code(const Model& m, const std::string& code) {
    for (const auto& rule : m.rules)
        if (rule.code == code) return rule.title;
    for (const auto each : all_codes())
        if (info(each).id == code) return info(each).name;
    return {};
}

/// What was tried in vain, and what was not tried.
void add_limits(Document& out, const Model& m, const Repair& repair) {
    Bullets refused;
    for (const auto& [what, times] : repair.refused) {
        auto said = say(message::repair_refused_code, {Text(what.code), title_of_code(m, what.code)});
        if (!what.variant.empty()) said = say(message::repair_refused_in, {said, situation_called(m, what.variant)});
        refused.items.emplace_back(
            times == 1 ? said : say(message::repair_refused_times, {said, number(static_cast<long long>(times))}));
    }
    if (repair.proposals.empty()) {
        const auto tried = static_cast<long long>(repair.tried);
        const auto said = repair.lines.empty() || tried == 0 ? say(message::repair_no_candidates)
                          : tried == 1                       ? say(message::repair_one_tried)
                                                             : say(message::repair_none, {number(tried)});
        out.blocks.emplace_back(Paragraph{Cell(said, {}, Cell::Mark::open)});
    }
    if (!refused.items.empty()) {
        out.blocks.emplace_back(Paragraph{Cell(say(message::repair_refused))});
        out.blocks.emplace_back(std::move(refused));
    }
    std::vector<Text> built_on;
    for (const auto& [what, times] : repair.refused)
        if (what.code == info(Code::B02).id && !what.variant.empty() &&
            (!repair.gap.variant.valid() || m[repair.gap.variant].name != what.variant))
            built_on.push_back(situation_called(m, what.variant));
    if (!built_on.empty() && repair.proposals.empty())
        out.blocks.emplace_back(Paragraph{Cell(
            say(built_on.size() == 1 ? message::repair_built_on_one : message::repair_built_on, {listed(built_on)}))});
    if (repair.moved > 0)
        out.blocks.emplace_back(Paragraph{
            Cell(repair.moved == 1 ? say(message::repair_moved_one)
                                   : say(message::repair_moved, {number(static_cast<long long>(repair.moved))}))});
    if (!repair.cut) return;
    out.blocks.emplace_back(
        Paragraph{Cell(repair.proposals.size() >= analysis::RepairAsked{}.most_proposals
                           ? say(message::repair_cut, {number(static_cast<long long>(repair.proposals.size()))})
                           : say(message::repair_cut_tries, {number(static_cast<long long>(repair.tried))}))});
}

}  // namespace

Text gap_said(const Model& m, const Gap& gap) {
    const auto matter = matter_of_gap(m, gap);
    const auto owners = parties_said(m, gap.owners);
    return gap.variant.valid() ? say(message::repair_gap_in, {matter, owners, situation_named(m, gap.variant)})
                               : say(message::repair_gap, {matter, owners});
}

Text means_said(TransferKind kind) {
    switch (kind) {
        case TransferKind::keeps: return say(message::repair_means_keeps);
        case TransferKind::authorises: return say(message::repair_means_authorises);
        case TransferKind::empowers: return say(message::repair_means_empowers);
        case TransferKind::mandates: return say(message::repair_means_mandates);
        case TransferKind::delegates: return say(message::repair_means_delegates);
        default: return say(message::repair_means_assigns);
    }
}

Text how_said(RepairLine::How how) {
    switch (how) {
        case RepairLine::How::extends: return say(message::repair_how_extends);
        case RepairLine::How::no_exception: return say(message::repair_how_no_exception);
        case RepairLine::How::lasts: return say(message::repair_how_lasts);
        case RepairLine::How::decides: return say(message::repair_how_decides);
        case RepairLine::How::joins: return say(message::repair_how_joins);
        case RepairLine::How::writes: break;
    }
    return {};
}

Text place_said(const analysis::Analysis& a, const RepairLine& line) {
    const auto& source = a.texts.sources[line.span.file];
    const auto at = number(source.place(line.span.begin).line);
    const bool added = line.how == RepairLine::How::writes || line.how == RepairLine::How::decides ||
                       line.how == RepairLine::How::joins;
    auto place = say(added ? message::repair_place_new : message::repair_place_instead, {Text(source.bare_name()), at});
    if (line.within.valid())
        return say(added && !a.model[line.within].amended_by.empty() ? message::repair_place_in_amendment
                                                                     : message::repair_place_in,
                   {place, cooperation_said(a.model, line.within)});
    return place;
}

std::vector<Text> outcomes_said(const Proposal& proposal) {
    struct Same {
        TransferKind kind;
        Text performers;
        std::vector<Text> holders;
    };
    std::vector<Same> all;
    for (const auto& each : proposal.outcomes) {
        const auto performers = each.kind == TransferKind::keeps ? Text() : each.performers;
        auto same = std::find_if(all.begin(), all.end(), [&](const Same& other) {
            return other.kind == each.kind && other.performers == performers;
        });
        if (same == all.end()) same = all.insert(all.end(), {each.kind, performers, {}});
        once(same->holders, each.kind == TransferKind::keeps ? each.performers : each.holders);
    }
    std::vector<Text> out;
    for (const auto& each : all) {
        const auto holders = listed(each.holders);
        switch (each.kind) {
            case TransferKind::keeps: out.push_back(say(message::repair_then_keeps, {holders})); break;
            case TransferKind::authorises:
                out.push_back(say(message::repair_then_authorises, {each.performers, holders}));
                break;
            case TransferKind::empowers:
                out.push_back(say(message::repair_then_empowers, {each.performers, holders}));
                break;
            case TransferKind::mandates:
                out.push_back(say(message::repair_then_mandates, {each.performers, holders}));
                break;
            case TransferKind::delegates: out.push_back(say(message::repair_then_delegates, {holders})); break;
            default: out.push_back(say(message::repair_then_assigns, {each.performers}));
        }
    }
    return out;
}

std::vector<Text> asks_said(const analysis::Analysis& a, const Repair& repair, const Proposal& proposal) {
    const auto& m = a.model;
    const auto& gap = repair.gap;
    std::vector<Text> out;
    const auto givers = [&] {
        std::vector<Text> names;
        for (const auto owner : gap.owners)
            names.push_back(the_names_of(m, {m.organ_of(gap.held_by.valid() ? gap.held_by : owner, gap.organ)}));
        return listed(names);
    };
    for (const auto index : proposal.lines) {
        const auto& line = repair.lines[index];
        if (line.how == RepairLine::How::decides) {
            once(out, say(message::repair_asks_decision, {givers()}));
        } else if (line.within.valid()) {
            const auto title = cooperation_said(m, line.within);
            const auto who = participants_said(a, gap.variant, line.within, gap.days.from);
            once(out, who.size() < 2 || m[line.within].open_participants ? say(message::repair_asks_text_open, {title})
                      : who.size() > kMostNamed
                          ? say(message::repair_asks_text_many, {title, number(static_cast<long long>(who.size()))})
                          : say(message::repair_asks_text, {title, listed(who)}));
            if (is_outsider(m, line)) once(out, say(message::repair_asks_outsider, {the_names_of(m, {*line.to})}));
        } else if (line.kind == TransferKind::assigns) {
            std::vector<Text> who;
            for (const auto& each : proposal.outcomes) once(who, each.performers);
            once(out, say(message::repair_asks_agreement, {parties_said(m, gap.owners), listed(who)}));
        } else if (line.kind != TransferKind::keeps) {
            once(out, say(message::repair_asks_giver, {givers()}));
        }
    }
    if (proposal.more_of_owner) out.push_back(say(message::repair_asks_more_of_owner, {parties_said(m, gap.owners)}));
    for (const auto index : proposal.lines)
        if (const auto within = repair.lines[index].within; within.valid())
            if (const auto& documents = m[within].backing.documents; !documents.empty())
                // Of an amendment its own comes last.
                once(out, say(message::repair_asks_source, {title_of(m, documents.back().document)}));
    for (const auto& each : proposal.permissions) once(out, each);
    for (std::size_t i = 0; i < proposal.asks.size() && i < kMostQuestions; ++i)
        once(out, say(message::repair_asks_question, {proposal.asks[i]}));
    if (proposal.asks.size() > kMostQuestions)
        out.push_back(say(message::repair_asks_more_questions,
                          {number(static_cast<long long>(proposal.asks.size() - kMostQuestions))}));
    if (proposal.tests) out.push_back(say(message::repair_asks_tests));
    if (out.empty()) out.push_back(say(message::repair_asks_nothing));
    return out;
}

Document repairs(const analysis::Analysis& a, const analysis::Repairs& found, const analysis::RepairAsked& asked) {
    const auto& m = a.model;
    Document out;
    out.title = say(message::repair_title);
    if (found.all.empty() && found.not_tried == 0) {
        out.blocks.emplace_back(
            Paragraph{Cell(asked.owners    ? say(message::repair_nothing_for, {parties_said(m, *asked.owners)})
                           : asked.variant ? say(message::repair_nothing_in, {situation_named(m, *asked.variant)})
                                           : say(message::repair_nothing))});
        return out;
    }
    out.blocks.emplace_back(Paragraph{Cell(say(message::repair_lead))});
    for (const auto& repair : found.all) {
        out.blocks.emplace_back(Heading{2, heading_of(m, repair.gap)});
        const auto place = a.texts.sources.place(repair.gap.place.span);
        out.blocks.emplace_back(Paragraph{
            Cell(joined({open_said(m, repair.gap),
                         say(message::repair_found_at,
                             {Text(a.texts.sources[repair.gap.place.span.file].bare_name()), number(place.line)})},
                        " "))});
        if (!repair.proposals.empty()) {
            const auto by_all = asked_by_all(a, repair);
            out.blocks.emplace_back(proposals_table(a, repair, by_all));
            if (!by_all.empty()) {
                out.blocks.emplace_back(Paragraph{Cell(say(message::repair_asked_by_all))});
                Bullets list;
                for (const auto& each : by_all) list.items.emplace_back(each);
                out.blocks.emplace_back(std::move(list));
            }
        }
        add_limits(out, m, repair);
    }
    if (found.not_tried > 0) {
        const auto tries = number(static_cast<long long>(found.tries));
        out.blocks.emplace_back(Paragraph{
            Cell(found.not_tried == 1
                     ? say(message::repair_not_tried_one, {tries})
                     : say(message::repair_not_tried, {tries, number(static_cast<long long>(found.not_tried))}),
                 {}, Cell::Mark::open)});
    }
    return out;
}

}  // namespace belegd::report
