#include "report/overview.hpp"

#include <algorithm>
#include <utility>

#include "checks/beginning.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/appendix/appendix.hpp"
#include "report/comparison.hpp"
#include "report/legal_references.hpp"
#include "report/matrix.hpp"
#include "report/open_points.hpp"
#include "report/origins.hpp"
#include "report/sheet.hpp"
#include "report/shown.hpp"
#include "report/timeline.hpp"
#include "syntax/words.hpp"

namespace belegd::report {
namespace {

using namespace model;

class Builder {
   public:
    Builder(const analysis::Analysis& analysis, const Overview& what, const Overview& shown,
            std::vector<Text> beginnings, Extent extent, Headings headings)
        : f_(analysis, shown, extent),
          m_(analysis.model),
          what_(what),
          headings_(headings),
          beginnings_(std::move(beginnings)) {}

    Document document(Extent extent) {
        Document out;
        out.title = f_.what.title;
        out.reference = f_.what.reference;
        out.day = spelled(f_.asked);
        if (f_.what.dated) {
            out.dated = stretch_said(*f_.what.dated);
            if (f_.what.dated->exact()) out.dated_on = f_.what.dated->first;
        }
        const bool is_annex = extent == Extent::annex;
        if (is_annex)
            introduction(out);
        else
            head(out);
        for (const auto& said : beginnings_)
            out.blocks.emplace_back(Paragraph{{sentence(said), {}, Cell::Mark::attention}});
        if (f_.what.columns.empty()) return out;
        // Of who is not there nothing holds that day: no task is settled or open, and no statute speaks of it.
        bool anybody = false;
        for (const auto party : f_.what.parties) {
            const auto absent = checks::absent_on(m_, party, f_.day);
            anybody = anybody || !absent;
            if (absent && !is_annex) out.blocks.emplace_back(Paragraph{Cell(sentence(*absent))});
        }
        if (!is_annex && anybody) write_appendix(out, f_, headings_);
        if (extent == Extent::full) {
            for (auto& block : out.blocks)
                if (auto* table = std::get_if<Table>(&block)) *table = with_origins(*table);
            out.blocks.emplace_back(Heading{2, say(message::heading_annex), Section::annex});
            introduction(out);
        }
        if (is_annex || extent == Extent::full) annex(out, anybody);
        out.notes = f_.notes.all();
        return out;
    }

   private:
    /// Of the first page: for whom, the day, what kind of document it is.
    void head(Document& out) const {
        std::vector<Text> parts{parties_said(m_, f_.what.parties), say(message::as_on, {spelled(f_.asked)})};
        if (f_.what.columns.size() == 1 && f_.what.columns.front().valid())
            parts.push_back(say(message::in_the_situation, {situation_said(m_, f_.what.columns.front())}));
        if (f_.analysis.coverage.mode == graph::Mode::certain) parts.push_back(say(message::only_decided));
        if (const auto line = heading_line(); !line.empty()) parts.push_back(line);
        auto line = joined(parts, "; ");
        if (const auto why = why_this_day(); !why.empty()) line = joined({line, why}, ". ");
        out.blocks.emplace_back(Paragraph{Cell(line)});
    }

    /// Where the overview does not choose a day itself.
    Text why_this_day() const {
        if (f_.what.reference_day) return {};
        const auto day = spelled(f_.day);
        // Where nothing in the model has a day, the day is one of the law.
        if (!m_.horizon_stated) return say(message::overview_no_day, {day});
        if (f_.of_law) return say(f_.in_force ? message::overview_law_day : message::overview_last_law_day, {day});
        return say(f_.in_force ? message::overview_day : message::overview_last_day, {day});
    }

    void introduction(Document& out) const {
        if (auto line = heading_line(); !line.empty()) out.blocks.emplace_back(Paragraph{std::move(line)});
        std::vector<Text> columns;
        for (const auto column : what_.columns) columns.push_back(introduced(column));
        auto lead =
            say(message::overview_lead, {parties_said(m_, f_.what.parties), spelled(f_.asked), joined(columns, "; ")});
        if (const auto why = why_this_day(); !why.empty()) lead = joined({lead, why}, " ");
        out.blocks.emplace_back(Paragraph{Cell(lead)});
    }

    /// Cell by cell, with what each rests on.
    void annex(Document& out, bool anybody) {
        for (const auto party : f_.what.parties)
            if (const auto absent = checks::absent_on(m_, party, f_.day)) {
                out.blocks.emplace_back(Heading{2, f_.place(say(message::heading_comparison), party)});
                out.blocks.emplace_back(Paragraph{Cell(sentence(*absent))});
            } else {
                comparison(out, f_, party);
            }
        if (anybody) {
            for (const auto party : f_.what.parties)
                for (const auto column : f_.what.columns)
                    if (!checks::absent_on(m_, party, f_.day)) matrix(out, f_, party, column);
            sheets(out);
            open_points(out, f_);
            legal_references(out, f_, shown_, loose_);
        }
        timeline(out, f_);
    }

    /// `concept, kenmerk Z/24/17, 1 juni 2024`
    Text heading_line() const {
        std::vector<Text> parts;
        if (f_.what.stage == Overview::Stage::draft) parts.push_back(say(message::stage_draft));
        if (f_.what.stage == Overview::Stage::final_) parts.push_back(say(message::stage_final));
        if (!f_.what.reference.empty()) parts.push_back(say(message::with_reference, {f_.what.reference}));
        if (f_.what.dated) parts.push_back(stretch_said(*f_.what.dated));
        for (const auto& remark : f_.what.remarks) parts.push_back(remark);
        return joined(parts, "; ");
    }

    /// With its own name, by which cells and findings speak of it.
    Text introduced(VariantId column) const {
        if (!column.valid()) return situation_said(m_, column);
        const auto& variant = m_[column];
        auto out = situation_said(m_, column);
        if (variant.based_on.valid())
            out = joined({out, syntax::info(syntax::Word::based_on).phrase, titled(variant.based_on)}, " ");
        return variant.title.empty() || variant.title == Text(variant.name)
                   ? out
                   : say(message::introduced, {out, name_of(m_, column)});
    }

    Text titled(VariantId id) const {
        const auto& title = m_[id].title;
        return title.empty() || title == Text(m_[id].name) ? name_of(m_, id) : title;
    }

    /// Of each cooperation the version of the day, once: in the first situation that has it.
    void sheets(Document& out) {
        for (const auto& [id, situations] : cooperations_of_the_day(f_)) {
            if (shown_.empty()) out.blocks.emplace_back(Heading{2, say(message::heading_sheets)});
            shown_.push_back(id);
            sheet(out, f_.analysis, id, situations.front(), f_.day, f_.notes, f_.what.columns);
        }
        loose(out, shown_.empty());
        remarks(out);
    }

    /// What the model itself remarks of its situations, parties, tasks, regions and notions.
    void remarks(Document& out) {
        Sheet rows;
        const auto add = [&](const Text& of, const std::vector<Text>& all, const Backing& backing) {
            std::vector<Said> lines;
            lines.reserve(all.size());
            for (const auto& remark : all) lines.push_back(stated(m_, remark, backing));
            if (all.empty())  // where its declaration comes from
                for (const auto& each : backing.documents)
                    lines.push_back({say(message::source_is, {document_said(m_, each)}), {}, Cell::Mark::none});
            if (all.empty() && backing.source != Silence::none)
                lines.push_back({say(message::source_silent, {name_of(backing.source)}), {}, Cell::Mark::none});
            if (!lines.empty()) rows.rows.emplace_back(of, f_.notes.cell(lines));
        };
        const auto own = [&](Span span) { return f_.analysis.subject->sources[span.file].own(); };
        const auto& columns = f_.what.columns;
        std::vector<VariantId> told;
        for (const auto column : columns)
            for (auto at = column; at.valid(); at = m_[at].based_on) {
                if (std::find(told.begin(), told.end(), at) != told.end()) continue;
                told.push_back(at);
                add(situation_said(m_, at), m_[at].remarks, m_[at].backing);
            }
        for (std::uint32_t i = 0; i < m_.parties.size(); ++i)
            if (own(m_.parties[i].span)) {
                const auto name = actor_said(m_, {Actor::Owner::party, i, {}}, {});
                add(name, m_.parties[i].remarks, m_.parties[i].backing);
                statutes(rows, name, m_.parties[i]);
            }
        // What no task needs, and a task that needs nothing, belongs to no overview in particular.
        BitSet without(m_.leaf_tasks.size()), needed(m_.leaf_functions.size());
        for (std::size_t leaf = 0; leaf < m_.leaf_tasks.size(); ++leaf) {
            const auto& task = m_[m_.leaf_tasks[leaf]];
            if (task.needed.none()) without.set(leaf);
            needed |= task.needed;
        }
        for (std::uint32_t i = 0; i < m_.tasks.size(); ++i) {
            const auto& task = m_.tasks[i];
            if (own(task.span) && (task.leaves.intersects(f_.tasks) || without.includes(task.leaves))) {
                for (std::size_t r = 0; r < task.remarks.size(); ++r)
                    add(title_of(m_, TaskId{i}), {task.remarks[r]}, task.remarks_backing[r]);
                if (task.remarks.empty()) add(title_of(m_, TaskId{i}), {}, task.backing);
            }
        }
        const auto notions = [&](const auto& table) {
            for (const auto& each : table)
                if (own(each.span))
                    add(each.title.empty() ? printable(each.name) : each.title, each.remarks, each.backing);
        };
        for (const auto& function : m_.functions)
            if (own(function.span) && (function.leaves.intersects(f_.functions) || !function.leaves.intersects(needed)))
                add(function.title.empty() ? printable(function.name) : function.title, function.remarks,
                    function.backing);
        notions(m_.regions);
        notions(m_.provisions);
        notions(m_.capacities);
        notions(m_.conditions);
        notions(m_.statutes);
        for (const auto& form : m_.forms)
            if (own(form.span))
                for (const auto& remark : form.remarks)
                    add(form.title.empty() ? printable(form.name) : form.title, {remark},
                        form.bases.empty() ? Backing{} : form.bases.front());
        if (rows.rows.empty()) return;
        out.blocks.emplace_back(Heading{3, say(message::heading_remarks)});
        out.blocks.emplace_back(std::move(rows));
    }

    /// `art. 12 Bestuur: het bestuur heeft vijf leden`, of the statutes of an organisation.
    void statutes(Sheet& rows, const Text& name, const Party& party) {
        std::vector<Said> lines;
        for (const auto& article : party.articles) {
            auto text = place_said(article.parts);
            if (!article.title.empty()) text = joined({text, article.title}, " ");
            if (!article.remarks.empty()) text = say(message::function_line, {text, joined(article.remarks, " ")});
            lines.push_back(stated(m_, text, article.backing));
        }
        if (!lines.empty()) rows.rows.emplace_back(say(message::statutes_of, {name}), f_.notes.cell(lines));
    }

    /// What is given outside any cooperation, for those and of those tasks that are shown.
    void loose(Document& out, bool first) {
        loose_ = loose_of_the_day(f_);
        const auto planning = loose_planning(m_, f_.what.columns, f_.what.parties, shown_);
        if (loose_.empty() && planning.empty()) return;
        if (first) out.blocks.emplace_back(Heading{2, say(message::heading_sheets)});
        if (!loose_.empty()) loose_sheet(out, f_.analysis, loose_, f_.notes);
        if (!planning.empty()) planning_sheet(out, planning, f_.notes);
    }

    Frame f_;
    const Model& m_;
    const Overview& what_;  ///< as it was asked for: also with the situations that begin later
    Headings headings_;
    std::vector<Text> beginnings_;      ///< why its day is answered as a later one, or not at all
    std::vector<CooperationId> shown_;  ///< those with a sheet
    std::vector<TransferId> loose_;     ///< the sentences outside any
};

}  // namespace

Beginning beginning(const analysis::Analysis& analysis, const Overview& what) {
    Beginning out{what, {}, {}};
    const auto whole = whole_overview(analysis.model);
    if (out.filled.parties.empty()) out.filled.parties = whole.parties;
    if (out.filled.tasks.empty()) out.filled.tasks = whole.tasks;
    if (out.filled.columns.empty()) out.filled.columns = whole.columns;
    out.shown = out.filled;
    out.shown.columns.clear();
    std::vector<std::pair<Text, std::vector<VariantId>>> all;
    for (const auto column : out.filled.columns) {
        const auto found = what.reference_day
                               ? checks::earlier(*analysis.subject, analysis.subject->view(column), *what.reference_day)
                               : std::nullopt;
        if (!found || found->answered_as) out.shown.columns.push_back(column);
        if (!found) continue;
        auto same = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.first == found->why; });
        if (same == all.end()) same = all.insert(all.end(), {found->why, {}});
        same->second.push_back(column);
    }
    for (const auto& [why, columns] : all) {
        std::vector<Text> names;
        for (const auto column : columns) names.push_back(situation_said(analysis.model, column));
        out.said.push_back(
            columns.size() == out.filled.columns.size() ? why : say(message::in_situation, {listed(names), why}));
    }
    return out;
}

Document overview(const analysis::Analysis& analysis, const Overview& what, Extent extent, Headings headings) {
    auto known = beginning(analysis, what);
    return Builder(analysis, known.filled, known.shown, std::move(known.said), extent, headings).document(extent);
}

namespace {

/// Whether the law gives an owner some of what a sentence is about.
bool has_by_law(const Model& model, const Transfer& x, PartyId owner) {
    for (const auto& task : model.tasks)
        for (const auto& holder : task.holders)
            if (holder.by.party == owner && task.leaves.intersects(x.tasks) && holder.functions.intersects(x.functions))
                return true;
    bool out = false;
    x.functions.each([&](std::size_t function) {
        const auto& holder = model[model.leaf_functions[function]].holder;
        out = out || (holder && holder->party == owner);
    });
    return out;
}

/// Whether a sentence gives what an owner who is no municipality has by law: he gives it, it is for him, or it stands in
/// what he takes part in.
bool gives_own(const Model& model, const Transfer& x, PartyId owner) {
    if (!has_by_law(model, x, owner) || names(x.except_for, owner)) return false;
    if (x.only_for) return names(*x.only_for, owner);
    const auto body = model[owner].embodies;
    if (x.giver && x.giver->owner == Actor::Owner::party) return x.giver->index == owner.index;
    if (x.giver && x.giver->owner == Actor::Owner::cooperation) return body.valid() && x.giver->index == body.index;
    if (!x.cooperation.valid()) return false;
    const auto& in = model[x.cooperation];
    return std::any_of(in.participants.begin(), in.participants.end(),
                       [&](const Participant& each) { return each.party == owner; }) ||
           std::any_of(in.legal_persons.begin(), in.legal_persons.end(),
                       [&](const LegalPerson& each) { return body.valid() && each.cooperation == body; });
}

}  // namespace

Overview whole_overview(const Model& model) {
    Overview out;
    out.name = "overzicht";
    out.title = say(message::whole_title);
    BitSet tasks(model.leaf_tasks.size());
    for (const auto& cooperation : model.cooperations) {
        for (const auto& scope : cooperation.scopes) tasks |= scope.tasks;
        for (const auto& participant : cooperation.participants)
            if (model[participant.party].kind == Party::Kind::municipality &&
                std::find(out.parties.begin(), out.parties.end(), participant.party) == out.parties.end())
                out.parties.push_back(participant.party);
    }
    for (const auto& transfer : model.transfers) tasks |= transfer.tasks;
    // What leaves open to whom, or which part, is asked of its tasks too (D32).
    for (const auto& each : model.without_act)
        if (each.why_not != Transfer::WhyNot::denied) tasks |= each.tasks;
    out.tasks = nodes_of(model, tasks);
    if (out.tasks.empty())
        for (const auto leaf : model.leaf_tasks) out.tasks.push_back(leaf);
    if (out.parties.empty()) out.parties = model.municipalities();
    // And who else has a power of his own by law, and gives it (D1).
    for (const auto owner : model.owners())
        if (!names(out.parties, owner) && model[owner].kind != Party::Kind::municipality &&
            std::any_of(model.transfers.begin(), model.transfers.end(),
                        [&](const Transfer& x) { return gives_own(model, x, owner); }))
            out.parties.push_back(owner);
    out.columns.push_back({});
    for (std::uint32_t i = 0; i < model.variants.size(); ++i) out.columns.push_back({i});
    return out;
}

}  // namespace belegd::report
