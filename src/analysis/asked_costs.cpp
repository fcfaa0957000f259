#include <algorithm>

#include "analysis/asked.hpp"
#include "base/fold.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "model/describe.hpp"
#include "money/settle.hpp"

namespace belegd::analysis {
namespace {

using namespace model;
using money::Figure;
using CostAsked = AskedCost::What;

Text euros(long long cents) { return amount_said(cents, "€"); }

Text percent(Ratio part) { return amount_said(part.nearest_hundredths_of_percent(), "%"); }

class Amounts {
   public:
    Amounts(const checks::Subject& subject, const Test& test)
        : m_(subject.model),
          world_(*subject.view(test.variant).world),
          test_(test),
          asked_(*test.asked_cost),
          budget_(money::budget(world_)) {}

    std::optional<Text> wrong() const {
        if (asked_.hundredths_of_percent) return part_borne();
        return asked_.what == CostAsked::amount ? amount() : settlement();
    }

   private:
    bool asked_of(CostId id) const {
        if (asked_.cost.valid()) return id == asked_.cost;
        const auto of = m_[id].cooperation;
        return of.valid() && m_[of].first_version == asked_.cooperation;
    }
    bool asked_for(const money::Bearer& bearer) const {
        return bearer.party &&
               std::find(test_.parties.begin(), test_.parties.end(), *bearer.party) != test_.parties.end();
    }

    /// What those of whom it is asked bear of it; of nobody in particular, the whole.
    Figure part(const money::Due& due) const {
        if (test_.parties.empty()) return due.figure;
        Figure out{0};
        for (const auto& each : due.bearers)
            if (asked_for(each)) out = money::sum(out, each.figure);
        // Of what nobody is stated to bear, it cannot be said that they do not.
        if (!due.undivided.known() || *due.undivided.cents != 0) return {std::nullopt, money::Open::whom};
        return out;
    }

    /// Which part of an item they bear, also where the amount is not known.
    std::optional<Text> part_borne() const {
        std::vector<std::optional<Ratio>> all;
        for (const auto& column : budget_.columns) {
            if (asked_.year && column.kind != money::Column::Kind::every_year && &column != budget_.of(*asked_.year))
                continue;
            for (const auto& due : column.dues) {
                if (due.cost != asked_.cost) continue;
                std::optional<Ratio> together = Ratio{0, 1};
                for (const auto& each : due.bearers)
                    if (asked_for(each))
                        together = together && each.part ? Ratio::sum(*together, *each.part) : std::nullopt;
                if (std::find(all.begin(), all.end(), together) == all.end()) all.push_back(together);
            }
        }
        if (all.empty()) return say(message::costs_nothing_then);
        if (all.size() > 1) {
            std::vector<Text> said;
            said.reserve(all.size());
            for (const auto& each : all) said.push_back(each ? percent(*each) : say(message::not_to_be_said));
            return say(message::costs_by_year, {listed(said)});
        }
        const auto& found = all.front();
        if (!found) return say(message::part_unknown);
        // A third is 33,33 %: as near as hundredths of a percent come.
        if (*asked_.hundredths_of_percent == found->nearest_hundredths_of_percent()) return std::nullopt;
        return say(message::model_says, {percent(*found)});
    }

    std::optional<Text> amount() const {
        std::vector<Figure> all;
        for (const auto& column : budget_.columns) {
            const bool of_year =
                !asked_.year || column.kind == money::Column::Kind::every_year || &column == budget_.of(*asked_.year);
            if (!of_year) continue;
            Figure together{0};
            bool any = false;
            for (const auto& due : column.dues)
                if (asked_of(due.cost)) together = money::sum(together, part(due)), any = true;
            if (any && std::find(all.begin(), all.end(), together) == all.end()) all.push_back(together);
        }
        if (all.empty()) return asked_.not_stated ? std::nullopt : std::optional(say(message::costs_nothing_then));
        if (all.size() > 1) {
            std::vector<Text> said;
            said.reserve(all.size());
            for (const auto& each : all)
                said.push_back(each.known() ? euros(*each.cents) : say(message::not_to_be_said));
            return say(message::costs_by_year, {listed(said)});
        }
        const auto& found = all.front();
        if (!found.known())
            return asked_.not_stated || asked_.cannot_be_said ? std::nullopt
                                                              : std::optional(say(message::amount_unknown));
        if (asked_.cents == *found.cents) return std::nullopt;
        return say(message::model_says, {euros(*found.cents)});
    }

    std::optional<Text> settlement() const {
        using Verdict = money::Settled::Verdict;
        const money::Settled* row = nullptr;
        const auto all = money::settled(world_, budget_);
        for (const auto& each : all) {
            if (each.cost != asked_.cost || (asked_.year && each.year != *asked_.year)) continue;
            if (row != nullptr) return say(message::settled_by_year);
            row = &each;
        }
        if (row == nullptr) return say(message::no_actual_cost);
        switch (row->verdict) {
            case Verdict::no_agreement:
                return asked_.not_stated ? std::nullopt : std::optional(say(message::no_settlement_agreed));
            case Verdict::cannot_be_said:
                return asked_.cannot_be_said ? std::nullopt : std::optional(say(message::settlement_unknown));
            case Verdict::within:
                return asked_.what == CostAsked::not_settled && !expects_silence()
                           ? std::nullopt
                           : std::optional(say(message::within_limit, {euros(row->difference.cents.value_or(0))}));
            case Verdict::settled: break;
        }
        const auto& excess_only = m_.settlements[row->settlement].excess_only;
        const bool differ = row->whole != row->excess;
        // What exceeds the limit or all of it: where that is not stated, the amount is not known either.
        const auto figure = excess_only.value_or(false) ? row->excess : row->whole;
        const bool stated = figure.known() && (excess_only || !differ);
        const auto share = test_.parties.empty() ? figure : borne_of(*row);
        const bool known = stated && share.known();
        const auto said = known ? say(message::settled_at, {euros(*share.cents)}) : say(message::settled_at_unknown);
        if (asked_.what == CostAsked::settled && !expects_silence()) return std::nullopt;
        if (asked_.what == CostAsked::settlement &&
            (known ? asked_.cents == *share.cents : asked_.not_stated || asked_.cannot_be_said))
            return std::nullopt;
        return say(message::model_says, {said});
    }
    /// What of a settlement is theirs of whom it is asked; unknown where it is not said who bears it.
    Figure borne_of(const money::Settled& row) const {
        if (row.bearers.empty()) return {std::nullopt, money::Open::whom};
        Figure out{0};
        for (const auto& each : row.bearers)
            if (asked_for(each)) out = money::sum(out, each.figure);
        return out;
    }
    bool expects_silence() const { return asked_.not_stated || asked_.cannot_be_said; }

    const Model& m_;
    const graph::World& world_;
    const Test& test_;
    const AskedCost& asked_;
    money::Budget budget_;
};

}  // namespace

std::optional<Text> not_as_costs(const checks::Subject& subject, const Test& test) {
    return test.asked_cost ? Amounts(subject, test).wrong() : std::nullopt;
}

}  // namespace belegd::analysis
