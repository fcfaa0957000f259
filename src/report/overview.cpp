#include "report/overview.hpp"

#include <algorithm>

#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"
#include "report/comparison.hpp"
#include "report/dates.hpp"
#include "report/legal_references.hpp"
#include "report/matrix.hpp"
#include "report/open_points.hpp"
#include "report/sheet.hpp"
#include "report/timeline.hpp"

namespace belegd::report {
namespace {

using namespace model;

class Builder {
   public:
    Builder(const analysis::Analysis& analysis, const Overview& what, Extent extent)
        : f_(analysis, what, extent), m_(analysis.model) {}

    Document document() {
        Document out;
        out.title = f_.what.title;
        if (auto line = heading_line(); !line.empty()) out.blocks.emplace_back(Paragraph{std::move(line)});
        std::vector<Text> columns;
        for (const auto column : f_.what.columns) columns.push_back(introduced(column));
        auto lead =
            say(message::overview_lead, {parties_of(m_, f_.what.parties), spelled(f_.day), joined(columns, "; ")});
        if (!f_.what.reference_day)
            lead = joined(
                {lead, say(f_.in_force ? message::overview_day : message::overview_last_day, {spelled(f_.day)})}, " ");
        out.blocks.emplace_back(Paragraph{lead});
        for (const auto party : f_.what.parties) comparison(out, f_, party);
        if (!f_.brief) {
            for (const auto party : f_.what.parties)
                for (const auto column : f_.what.columns) matrix(out, f_, party, column);
            sheets(out);
        }
        open_points(out, f_);
        if (!f_.brief) {
            legal_references(out, f_, shown_, loose_);
            timeline(out, f_);
        }
        out.notes = f_.notes.all();
        return out;
    }

   private:
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
        if (!column.valid() || m_[column].title.empty() || m_[column].title == Text(m_[column].name))
            return situation_said(m_, column);
        return say(message::introduced, {situation_said(m_, column), name_of(m_, column)});
    }

    /// Of each cooperation the version of the day, once: in the first situation that has it (D30).
    void sheets(Document& out) {
        for (const auto column : f_.what.columns)
            for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i) {
                const CooperationId id{i};
                if (std::find(shown_.begin(), shown_.end(), id) != shown_.end() || !f_.of_the_day(column, id)) continue;
                if (shown_.empty()) out.blocks.emplace_back(Heading{2, say(message::heading_sheets)});
                shown_.push_back(id);
                sheet(out, f_.analysis, id, column, f_.day, f_.notes);
            }
        loose(out, shown_.empty());
    }

    /// What is given outside any cooperation, for those and of those tasks that are shown.
    void loose(Document& out, bool first) {
        for (std::uint32_t i = 0; i < m_.transfers.size(); ++i) {
            const auto& x = m_.transfers[i];
            if (x.cooperation.valid() || !x.tasks.intersects(f_.tasks) || !x.functions.intersects(f_.functions))
                continue;
            const bool shown = std::any_of(f_.what.columns.begin(), f_.what.columns.end(),
                                           [&](VariantId column) { return holds_on(f_.counting(column, x), f_.day); });
            const bool said = std::any_of(loose_.begin(), loose_.end(),
                                          [&](TransferId id) { return m_[id].statement == x.statement; });
            if (shown && !said) loose_.push_back({i});
        }
        const auto planning = loose_planning(m_, f_.what.columns, f_.what.parties);
        if (loose_.empty() && planning.empty()) return;
        if (first) out.blocks.emplace_back(Heading{2, say(message::heading_sheets)});
        if (!loose_.empty()) loose_sheet(out, f_.analysis, loose_, f_.notes);
        if (!planning.empty()) planning_sheet(out, planning, f_.notes);
    }

    Frame f_;
    const Model& m_;
    std::vector<CooperationId> shown_;  ///< those with a sheet
    std::vector<TransferId> loose_;     ///< the sentences outside any
};

}  // namespace

Document overview(const analysis::Analysis& analysis, const Overview& what, Extent extent) {
    auto filled = what;
    const auto whole = whole_overview(analysis.model);
    if (filled.parties.empty()) filled.parties = whole.parties;
    if (filled.tasks.empty()) filled.tasks = whole.tasks;
    if (filled.columns.empty()) filled.columns = whole.columns;
    return Builder(analysis, filled, extent).document();
}

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
    out.tasks = nodes_of(model, tasks);
    if (out.tasks.empty())
        for (const auto leaf : model.leaf_tasks) out.tasks.push_back(leaf);
    if (out.parties.empty()) out.parties = model.municipalities();
    out.columns.push_back({});
    for (std::uint32_t i = 0; i < model.variants.size(); ++i) out.columns.push_back({i});
    return out;
}

}  // namespace belegd::report
