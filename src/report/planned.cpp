#include "report/planned.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/explanation.hpp"
#include "report/planning.hpp"
#include "report/sheet.hpp"
#include "syntax/words.hpp"

namespace belegd::report {
namespace {

using namespace model;
using syntax::Word;

/// Every row that is called so, table by table.
template <typename Seen>
void each_called(const Model& model, std::string_view name, Seen seen) {
    const auto look = [&](const auto& rows) {
        for (std::uint32_t i = 0; i < rows.size(); ++i)
            if (goes_by(rows[i], name)) seen(rows[i], i);
    };
    look(model.decisions);
    look(model.milestones);
    look(model.costs);
    look(model.division_keys);
    look(model.price_indices);
    look(model.cost_ceilings);
    look(model.procedures);
    look(model.decision_rules);
    look(model.variants);
}

class Planned {
   public:
    Planned(Document& out, const analysis::Analysis& analysis, Notes& notes)
        : out_(out), m_(analysis.model), notes_(notes) {}

    void operator()(const Decision& decision, std::uint32_t index) {
        const DecisionId id{index};
        add(Word::decision, {decision_said(m_, decision, {})});
        std::vector<Said> revoked;
        const auto see = [&](const std::vector<Ending>& all, VariantId situation) {
            endings(all, situation, [&](const Ending& each) { return each.decision == id; });
            for (const auto& each : all)
                if (each.revoked == id) revoked.push_back(ending_said(m_, each, situation));
        };
        see(m_.endings, {});
        for (std::uint32_t v = 0; v < m_.variants.size(); ++v) see(m_.variants[v].endings, {v});
        if (!revoked.empty()) rows_.rows.emplace_back(say(message::sheet_revoked), notes_.cell(revoked));
        std::vector<Said> made;
        for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i)
            if (const auto& each = m_.cooperations[i]; each.amended_in == id)
                made.push_back(
                    bare(joined({say(message::version_of, {title_of(m_, CooperationId{i}), number(each.version)}),
                                 counted_said(each.term)},
                                ", ")));
        add(Word::amendment, made);
        sentences([&](const Transfer& x) { return x.decision == id; });
        done(decision);
    }
    void operator()(const Milestone& milestone, std::uint32_t) {
        add(Word::milestone, {milestone_said(m_, milestone)});
        done(milestone);
    }
    void operator()(const Cost& cost, std::uint32_t) {
        add(Word::cost, {cost_said(m_, cost)});
        done(cost);
    }
    void operator()(const DivisionKey& key, std::uint32_t) {
        add(Word::division_key, {division_key_said(m_, key)});
        done(key);
    }
    void operator()(const PriceIndex& index, std::uint32_t) {
        add(Word::price_index, {price_index_said(m_, index)});
        done(index);
    }
    void operator()(const CostCeiling& ceiling, std::uint32_t) {
        add(Word::cost_ceiling, {cost_ceiling_said(m_, ceiling)});
        done(ceiling);
    }
    void operator()(const Procedure& procedure, std::uint32_t) {
        add(Word::procedure, procedure_said(m_, procedure));
        done(procedure);
    }
    void operator()(const DecisionRule& rule, std::uint32_t) {
        add(Word::decision_rule, decision_rule_said(m_, rule));
        done(rule);
    }
    void operator()(const Variant& variant, std::uint32_t index) {
        const VariantId id{index};
        add(Word::variant, {stated(m_, situation_said(m_, id), variant.backing)});
        if (variant.based_on.valid()) add(Word::based_on, {bare(situation_said(m_, variant.based_on))});
        endings(variant.endings, id, [](const Ending& each) { return !each.only_version.valid(); });
        std::vector<Said> inside, made;
        for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i)
            if (m_.cooperations[i].variant == id)
                (m_.cooperations[i].amended_by.empty() ? inside : made).push_back(bare(title_of(m_, CooperationId{i})));
        add(Word::cooperation, inside);
        add(Word::amendment, made);
        sentences([&](const Transfer& x) { return x.variant == id && !x.cooperation.valid(); });
        std::vector<Said> remarks;
        for (const auto& remark : variant.remarks) remarks.push_back(bare(remark));
        add(Word::remark, remarks);
        done(variant);
    }
    void package(CooperationId within, std::uint32_t index) {
        const auto& row = m_[within].packages[index];
        add(Word::package, {package_said(m_, row)});
        add(Word::cooperation, {bare(title_of(m_, within))});
        sentences([&](const Transfer& x) { return x.cooperation == within && x.package == index; });
        done(row);
    }

   private:
    static Said bare(const Text& text) { return {text, {}, Cell::Mark::none}; }
    void add(Word word, const std::vector<Said>& lines) {
        if (!lines.empty()) rows_.rows.emplace_back(syntax::info(word).phrase, notes_.cell(lines));
    }
    template <typename Wanted>
    void endings(const std::vector<Ending>& all, VariantId situation, Wanted wanted) {
        std::vector<Said> lines;
        for (const auto& each : all)
            if (!each.only_version.valid() && wanted(each)) {
                auto line = ending_said(m_, each, situation);
                line.text = say(
                    message::function_line,
                    {each.revoked.valid() ? title_of(m_, each.revoked) : title_of(m_, each.cooperation), line.text});
                lines.push_back(std::move(line));
            }
        add(Word::ends, lines);
    }
    /// Each sentence once, whatever rows it has.
    template <typename Wanted>
    void sentences(Wanted wanted) {
        std::vector<Said> lines;
        std::vector<std::uint32_t> told;
        for (const auto* table : {&m_.transfers, &m_.without_act})
            for (const auto& x : *table) {
                if (!wanted(x) || std::find(told.begin(), told.end(), x.statement) != told.end()) continue;
                told.push_back(x.statement);
                lines.push_back(sentence_said(m_, x));
            }
        if (!lines.empty()) rows_.rows.emplace_back(say(message::sheet_tasks), notes_.cell(lines));
    }
    template <typename Row>
    void done(const Row& row) {
        const auto name = printable(row.name);
        out_.blocks.emplace_back(Heading{
            3, row.title.empty() || row.title == Text(row.name) ? name : say(message::who_how, {row.title, name})});
        out_.blocks.emplace_back(std::move(rows_));
        rows_ = {};
    }

    Document& out_;
    const Model& m_;
    Notes& notes_;
    Sheet rows_;
};

/// The packages of that name, each in the first version that has it.
template <typename Seen>
void each_package(const Model& model, std::string_view name, Seen seen) {
    std::vector<CooperationId> told;
    for (std::uint32_t i = 0; i < model.cooperations.size(); ++i) {
        const auto& each = model.cooperations[i];
        if (std::find(told.begin(), told.end(), each.first_version) != told.end()) continue;
        for (std::uint32_t p = 0; p < each.packages.size(); ++p) {
            if (!goes_by(each.packages[p], name)) continue;
            told.push_back(each.first_version);
            seen(CooperationId{i}, p);
        }
    }
}

}  // namespace

bool names_what_is_planned(const Model& model, std::string_view name) {
    bool out = false;
    each_called(model, name, [&](const auto&, std::uint32_t) { out = true; });
    each_package(model, name, [&](CooperationId, std::uint32_t) { out = true; });
    return out;
}

void planned_explained(Document& out, const analysis::Analysis& analysis, std::string_view name, Notes& notes) {
    Planned planned(out, analysis, notes);
    each_called(analysis.model, name, [&](const auto& row, std::uint32_t index) { planned(row, index); });
    each_package(analysis.model, name,
                 [&](CooperationId within, std::uint32_t index) { planned.package(within, index); });
}

}  // namespace belegd::report
