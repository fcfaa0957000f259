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
        out.blocks.emplace_back(Paragraph{
            say(message::overview_lead, {parties_of(m_, f_.what.parties), spelled(f_.day), joined(columns, "; ")})});
        for (const auto party : f_.what.parties) comparison(out, f_, party);
        if (!f_.brief) {
            for (const auto party : f_.what.parties)
                for (const auto column : f_.what.columns) matrix(out, f_, party, column);
            sheets(out);
        }
        open_points(out, f_.analysis, f_.what, f_.tasks, f_.functions, f_.day,
                    [&](CooperationId id) { return concerns(id); });
        if (!f_.brief) legal_references(out, f_, shown_, loose_);
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

    void sheets(Document& out) {
        for (const auto column : f_.what.columns) {
            const auto& view = f_.analysis.subject->view(column);
            for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i) {
                const CooperationId id{i};
                if (std::find(shown_.begin(), shown_.end(), id) != shown_.end() || !concerns(id) ||
                    !view.world->visible(m_[id].variant))
                    continue;
                // A version that another replaces from its first day on was never there.
                if (view.world->force(id).empty() && m_.has_versions(id)) continue;
                // What was over by the day looked at says nothing about it.
                if (f_.what.reference_day && view.world->force(id).until <= *f_.what.reference_day) continue;
                if (shown_.empty()) out.blocks.emplace_back(Heading{2, say(message::heading_sheets)});
                shown_.push_back(id);
                sheet(out, f_.analysis, id, f_.what.columns, f_.notes);
            }
        }
        loose(out, shown_.empty());
    }

    /// What is given outside any cooperation, for those and of those tasks that are shown.
    void loose(Document& out, bool first) {
        for (std::uint32_t i = 0; i < m_.transfers.size(); ++i) {
            const auto& x = m_.transfers[i];
            if (x.cooperation.valid() || !x.tasks.intersects(f_.tasks) || !x.functions.intersects(f_.functions))
                continue;
            const bool shown = std::any_of(f_.what.columns.begin(), f_.what.columns.end(), [&](VariantId column) {
                const auto& world = *f_.analysis.subject->view(column).world;
                return std::any_of(f_.what.parties.begin(), f_.what.parties.end(), [&](PartyId party) {
                    const auto valid = world.validity(x, party);
                    return std::any_of(valid.begin(), valid.end(), [&](Period days) { return f_.day < days.until; });
                });
            });
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

    /// Whether one of those shown takes part, or takes part in a legal person that does; `seen` on the way to it.
    bool takes_part(CooperationId id, std::vector<CooperationId> seen = {}) const {
        if (std::find(seen.begin(), seen.end(), id) != seen.end()) return false;
        seen.push_back(id);
        const auto& cooperation = m_[id];
        return std::any_of(cooperation.participants.begin(), cooperation.participants.end(),
                           [&](const Participant& each) {
                               const auto& shown = f_.what.parties;
                               return std::find(shown.begin(), shown.end(), each.party) != shown.end();
                           }) ||
               std::any_of(cooperation.legal_persons.begin(), cooperation.legal_persons.end(),
                           [&](const LegalPerson& each) { return takes_part(each.cooperation, seen); });
    }

    /// A cooperation belongs in the overview when one of its participants is shown and it speaks of the tasks.
    bool concerns(CooperationId id) const {
        const auto& cooperation = m_[id];
        if (!takes_part(id)) return false;
        bool task = cooperation.scopes.empty() && f_.analysis.subject->transfers_of(id).empty();
        for (const auto& scope : cooperation.scopes) task = task || scope.tasks.intersects(f_.tasks);
        for (const auto transfer : f_.analysis.subject->transfers_of(id))
            task = task || m_[transfer].tasks.intersects(f_.tasks);
        return task;
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
