#include "report/impact.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "analysis/in_titles.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/compared.hpp"
#include "diagnostics/messages/impact.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"
#include "money/budget.hpp"
#include "report/compared.hpp"
#include "report/costs.hpp"
#include "report/phrases.hpp"

namespace belegd::report {
namespace {

using namespace model;

class Impact {
   public:
    Impact(const Frame& frame, const Frame& without, PartyId party)
        : f_(frame), without_(without), m_(frame.model), party_(party), variant_(frame.what.columns.front()) {}

    Document document() {
        const auto name = parties_said(m_, {party_});
        out_.title = say(message::impact_title, {name});
        out_.day = spelled(f_.asked);
        out_.blocks.emplace_back(
            Paragraph{Cell(say(message::impact_lead, {spelled(f_.asked), situation_said(m_, variant_), name}))});
        work();
        dependent();
        const auto before = out_.blocks.size();
        changes();
        cooperations();
        money();
        decisions();
        if (before == 1 && out_.blocks.size() == before)
            out_.blocks.emplace_back(Paragraph{Cell(say(message::impact_nothing, {name}))});
        return std::move(out_);
    }

   private:
    enum class Role : std::uint8_t { does, holds, passes };

    void heading(Message words) { out_.blocks.emplace_back(Heading{2, say(words)}); }
    void bullets(Message words, Bullets all) {
        if (all.items.empty()) return;
        heading(words);
        out_.blocks.emplace_back(std::move(all));
    }

    bool is_it(const Actor& actor) const { return m_.is_of(party_, actor); }
    bool any(const std::vector<Actor>& actors) const {
        return std::any_of(actors.begin(), actors.end(), [&](const Actor& actor) { return is_it(actor); });
    }
    std::optional<Role> role(const graph::Answer& answer) const {
        if (any(answer.performers)) return Role::does;
        if (any(answer.holders)) return Role::holds;
        for (const auto& step : answer.chain)
            if (is_it(step.from) || any(step.to)) return Role::passes;
        return std::nullopt;
    }

    /// Every cell of somebody else in which it has a role.
    template <typename Seen>
    void each_cell(Seen seen) const {
        for (const auto owner : f_.what.parties)
            if (owner != party_)
                f_.functions.each([&](std::size_t function) {
                    f_.tasks.each([&](std::size_t leaf) {
                        const auto* answer = f_.answer(variant_, owner, leaf, function);
                        if (answer != nullptr) seen(owner, function, leaf, *answer);
                    });
                });
    }

    void work() {
        struct Row {
            Role role;
            BitSet functions, tasks;
            std::vector<PartyId> owners;
            std::vector<Span> from;
        };
        std::vector<Row> rows;
        each_cell([&](PartyId owner, std::size_t function, std::size_t leaf, const graph::Answer& answer) {
            const auto as = role(answer);
            if (!as || answer.state == graph::State::by_law) return;
            auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& each) {
                return each.role == *as && each.owners.front() == owner && each.functions.has(function);
            });
            if (row == rows.end()) {
                row = rows.insert(rows.end(),
                                  {*as, BitSet(m_.leaf_functions.size()), BitSet(m_.leaf_tasks.size()), {owner}, {}});
                row->functions.set(function);
            }
            row->tasks.set(leaf);
            for (const auto& step : answer.chain)
                for (const auto id : step.by) row->from.push_back(m_[id].span);
        });
        const auto unite = [&](auto may, auto into) {
            united_rows(
                rows, [&](const Row& a, const Row& b) { return a.role == b.role && a.tasks == b.tasks && may(a, b); },
                [&](Row& to, Row& from) {
                    into(to, from);
                    to.from.insert(to.from.end(), from.from.begin(), from.from.end());
                });
        };
        unite([](const Row& a, const Row& b) { return a.owners == b.owners; },
              [](Row& to, const Row& from) { to.functions |= from.functions; });
        unite([](const Row& a, const Row& b) { return a.functions == b.functions; },
              [](Row& to, const Row& from) {
                  to.owners.insert(to.owners.end(), from.owners.begin(), from.owners.end());
              });
        if (rows.empty()) return;
        std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.role < b.role; });
        heading(message::impact_work);
        Table table;
        table.caption = say(message::caption_impact_work, {parties_said(m_, {party_})});
        table.columns = {say(message::compared_part), say(message::compared_for),
                         say(message::impact_role, {parties_said(m_, {party_})})};
        for (const auto& row : rows) {
            table.rows.push_back(
                {Cell(say(message::short_of, {functions_of(m_, row.functions), tasks_of(m_, row.tasks)})),
                 Cell(parties_said(m_, row.owners)), Cell(said(row.role))});
            table.origins.push_back(f_.origins(row.from));
        }
        out_.blocks.emplace_back(std::move(table));
    }

    static Text said(Role role) {
        return say(role == Role::does    ? message::impact_does
                   : role == Role::holds ? message::impact_holds
                                         : message::impact_passes);
    }

    TaskId top_of(std::size_t leaf) const {
        auto id = m_.leaf_tasks[leaf];
        while (m_[id].parent.valid()) id = m_[id].parent;
        return id;
    }

    /// A function that it alone does under several domains: whoever moves one of them meets the others. A domain depends on
    /// whom some part of the work cannot do without; that is what dominates it in the graph of who does what.
    void dependent() {
        Bullets out;
        for (const auto owner : f_.what.parties) {
            if (owner == party_) continue;
            std::vector<std::pair<std::vector<TaskId>, BitSet>> all;
            f_.functions.each([&](std::size_t function) {
                std::vector<TaskId> domains;
                f_.tasks.each([&](std::size_t leaf) {
                    const auto* answer = f_.answer(variant_, owner, leaf, function);
                    if (answer == nullptr || answer->performers.empty() || answer->state == graph::State::by_law)
                        return;
                    if (!std::all_of(answer->performers.begin(), answer->performers.end(),
                                     [&](const Actor& actor) { return is_it(actor); }))
                        return;
                    const auto top = top_of(leaf);
                    if (std::find(domains.begin(), domains.end(), top) == domains.end()) domains.push_back(top);
                });
                if (domains.size() < 2) return;
                auto same =
                    std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.first == domains; });
                if (same == all.end()) same = all.insert(all.end(), {domains, BitSet(m_.leaf_functions.size())});
                same->second.set(function);
            });
            for (const auto& [domains, functions] : all) {
                std::vector<Text> names;
                for (const auto id : domains) names.push_back(name_of(m_, id));
                out.items.emplace_back(say(message::impact_function,
                                           {functions_of(m_, functions), parties_said(m_, {owner}), listed(names)}));
            }
        }
        if (out.items.empty()) return;
        heading(message::impact_dependent);
        out_.blocks.emplace_back(Paragraph{Cell(say(message::impact_dependent_lead, {parties_said(m_, {party_})}))});
        out_.blocks.emplace_back(std::move(out));
    }

    void changes() {
        const auto without = say(message::impact_without, {parties_said(m_, {party_})});
        const auto name = situation_said(m_, variant_);
        const Side now{f_, variant_, name, name}, then{without_, variant_, without, without};
        compared_work(out_, now, then, without);
    }

    /// Who takes part in a cooperation of the day, in order of writing.
    std::vector<PartyId> participants(CooperationId id) const {
        std::vector<PartyId> out;
        const auto& world = f_.world(variant_);
        for (const auto& each : m_[id].participants)
            if (holds_on(world.participation(id, each.party), f_.day) && !names(out, each.party))
                out.push_back(each.party);
        return out;
    }

    void cooperations() {
        Bullets out;
        for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i) {
            const CooperationId id{i};
            if (!f_.world(variant_).force(id).contains(f_.day)) continue;
            auto all = participants(id);
            if (!names(all, party_)) continue;
            std::erase(all, party_);
            const auto title = title_of(m_, id);
            const bool open = m_[id].open_participants;
            Text line = all.empty()       ? say(message::impact_none_left, {title})
                        : all.size() == 1 ? say(message::impact_few, {title, parties_said(m_, all)})
                                          : say(message::impact_left, {title, parties_said(m_, all)});
            if (open && all.size() < 2) continue;
            out.items.emplace_back(std::move(line), std::vector<std::size_t>{},
                                   all.size() < 2 ? Cell::Mark::open : Cell::Mark::none);
        }
        bullets(message::impact_cooperations, std::move(out));
    }

    void money() {
        struct Borne {
            CostId cost;
            std::vector<Text> figures, amounts;
        };
        std::vector<Borne> all;
        const auto budget = money::budget(f_.world(variant_));
        const int year = year_of(f_.day);
        for (const auto& column : budget.columns) {
            using Kind = money::Column::Kind;
            const bool later = column.kind == Kind::onwards || column.kind == Kind::every_year || column.last >= year;
            if (column.kind == Kind::no_year || !later) continue;
            for (const auto& due : column.dues)
                for (const auto& bearer : due.bearers) {
                    if (bearer.party != party_) continue;
                    auto item =
                        std::find_if(all.begin(), all.end(), [&](const Borne& each) { return each.cost == due.cost; });
                    if (item == all.end()) item = all.insert(all.end(), {due.cost, {}, {}});
                    item->figures.push_back(bearer.figure.known() ? euros(*bearer.figure.cents)
                                                                  : say(message::impact_unknown));
                    item->amounts.push_back(say(message::impact_amount, {item->figures.back(), years_said(column)}));
                }
        }
        Bullets out;
        for (const auto& each : all) {
            const bool equal = std::all_of(each.figures.begin(), each.figures.end(),
                                           [&](const Text& figure) { return figure == each.figures.front(); });
            out.items.emplace_back(say(m_[each.cost].key.valid() ? message::impact_divided_anew : message::impact_bears,
                                       {analysis::title_of(m_[each.cost]), parties_said(m_, {party_}),
                                        equal ? each.figures.front() : listed(each.amounts)}));
        }
        bullets(message::impact_money, std::move(out));
    }

    void decisions() {
        Bullets out;
        for (const auto& each : m_.decisions) {
            if (!f_.world(variant_).visible(each.variant)) continue;
            const auto title = title_of_row(each);
            const bool over = each.taken && each.taken->last < f_.day;
            if (over) continue;
            if (each.by && is_it(*each.by)) out.items.emplace_back(say(message::impact_decides, {title}));
            if (any(each.consent_by)) out.items.emplace_back(say(message::impact_permits, {title}));
            if (any(each.advice_by) || any(each.heard_by))
                out.items.emplace_back(say(message::impact_advises, {title}));
        }
        for (const auto& each : m_.procedures)
            for (const auto& step : each.steps)
                if (std::any_of(step.by.begin(), step.by.end(), [&](const Text& by) { return mentions(by); }))
                    out.items.emplace_back(say(message::impact_step, {title_of_row(each), title_of_row(step)}));
        bullets(message::impact_decisions, std::move(out));
    }
    bool mentions(const Text& by) const {
        const auto& name = m_[party_].name;
        return by.nl == name || (by.nl.size() > name.size() && by.nl.ends_with(" " + name));
    }

    const Frame &f_, &without_;
    const Model& m_;
    PartyId party_;
    VariantId variant_;
    Document out_;
};

}  // namespace

Document impact(const Frame& frame, const Frame& without, PartyId party) {
    return Impact(frame, without, party).document();
}

}  // namespace belegd::report
