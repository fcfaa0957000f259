// One sentence, one or more rows.
#include "resolve/statements/transfer_rows.hpp"

#include <algorithm>

#include "model/describe.hpp"
#include "resolve/phrases/clauses.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

class TransferRows {
   public:
    TransferRows(Resolution& r, const Phrase& phrase, const Context& context, TransferSaid& said)
        : r_(r), model_(r.model), phrase_(phrase), context_(context), said_(said) {}

    void add() {
        said_.fill_kept(r_);
        from_decision();
        std::vector<Transfer> rows;
        std::vector<const TransferSaid::Stretch*> whose;
        const auto stretches = divided_by_exceptions();
        for (const auto& stretch : stretches) {
            // Functions with the same tasks make one row.
            const auto first = static_cast<std::ptrdiff_t>(rows.size());
            leaves_of(r_, said_.matter.functions).each([&](std::size_t f) {
                if (stretches.size() > 1 && stretch.kept[f].none()) return;
                auto same = std::find_if(rows.begin() + first, rows.end(), [&](const Transfer& other) {
                    return other.tasks == stretch.kept[f] && other.excepted == said_.dropped[f];
                });
                if (same == rows.end()) {
                    same = rows.insert(rows.end(), said_.row);
                    same->tasks = stretch.kept[f];
                    same->excepted = said_.dropped[f];
                    same->functions = BitSet(model_.leaf_functions.size());
                }
                same->functions.set(f);
            });
            whose.resize(rows.size(), &stretch);
        }
        const auto id = next_id();
        // A duty or a possibility is not the act (D28), and an unknown receiver or matter moves nothing: it is read,
        // kept and printed.
        const bool unknown = said_.row.receivers.empty() ||
                             (said_.matter.tasks_unknown && said_.matter.tasks.empty()) ||
                             (said_.matter.functions_unknown && said_.matter.functions.empty());
        if (phrase_.modal != Word::none || gives_nothing(phrase_) || unknown) {
            auto row = said_.row;
            row.id = id;
            row.why_not = phrase_.modal == Word::must  ? Transfer::WhyNot::duty
                          : phrase_.modal == Word::may ? Transfer::WhyNot::possibility
                          : gives_nothing(phrase_)     ? Transfer::WhyNot::denied
                                                       : Transfer::WhyNot::not_stated;
            row.functions = leaves_of(r_, said_.matter.functions);
            row.open_matter = silence_of_matter();
            row.tasks = BitSet(model_.leaf_tasks.size());
            for (const auto& kept : said_.kept) row.tasks |= kept;
            apply_parties(row, kNoBegin);
            leave_open(row, said_.except_open);
            model_.without_act.push_back(std::move(row));
            return;
        }
        if (said_.matter.task_leaves.all().none()) return;  // why is said already
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].id = id;
            for (const auto& period : unchanged({&said_.only_for, &whose[i]->except_for})) {
                auto row = rows[i];
                apply_parties(row, period.from);
                row.except_for = meant_on(whose[i]->except_for, period.from);
                row.term.days = intersection(row.term.days, period);
                leave_open(row, whose[i]->except_open);
                if (row.term.days.empty() || (row.only_for && row.only_for->empty() && !row.whom.open)) continue;
                by_giver(std::move(row));
            }
            for (const auto& part : said_.given_by) add_by_organ(rows[i], part);
        }
    }

   private:
    std::string next_id() {
        const auto first = context_.cooperation.valid() ? model_[context_.cooperation].first_version : CooperationId{};
        const auto decision = first.valid() ? DecisionId{} : said_.row.decision;
        const auto number =
            ++r_.transfers_in[{first.index, first.valid() ? ~0u : said_.row.variant.index, decision.index}];
        return (first.valid()               ? model_[first].name
                : decision.valid()          ? model_[decision].name
                : said_.row.variant.valid() ? model_[said_.row.variant].name
                                            : std::string("model")) +
               "/" + std::to_string(number);
    }

    /// The act in a decision has effect from the day on which it was taken (D28).
    void from_decision() {
        // Of a decision that the model does not have it is not known that it was taken, whatever the sentence says (D19).
        if (!said_.row.other_decision.empty()) said_.row.status = std::min(said_.row.status, Status::intended);
        if (!said_.row.decision.valid() || !model_[said_.row.decision].taken) return;
        // A decision that works back takes its sentences along.
        const auto taken = model_[said_.row.decision].taken->first;
        const auto since = model_[said_.row.decision].works_back_to.value_or(taken);
        if (since < taken && taken > said_.row.term.stated().from) said_.row.term.retroactive_until = taken;
        said_.row.term.days.from = std::max(said_.row.term.days.from, since);
    }

    /// What the sentence gives of a participant of whom only some organs are meant.
    void add_by_organ(Transfer row, const PartyByOrgan& part) {
        if (said_.narrowed && !said_.only_for.empty() &&
            std::none_of(said_.only_for.begin(), said_.only_for.end(),
                         [&](const PartyOn& each) { return each.party == part.party.party; }) &&
            names(meant_on(said_.except_for, row.term.days.from), part.party.party))
            return;
        row.only_for = std::vector<PartyId>{part.party.party};
        row.term.days = intersection(row.term.days, part.party.days);
        if (row.term.days.empty()) return;
        const auto functions = row.functions, tasks = row.tasks;
        for (const auto organ : part.organs) {
            row.giver = Actor{Actor::Owner::own, 0, organ};
            add_lots(row, functions, [&](std::uint32_t f) { return by_law_with(organ, f, tasks); });
        }
    }

    /// `door college en burgemeester`: each gives what he has by law. What none of them has by law one of them may have
    /// received: that is given by whom the chain finds.
    void by_giver(Transfer row) {
        if (said_.givers.size() < 2) {
            model_.transfers.push_back(std::move(row));
            return;
        }
        row.several_givers = true;
        r_.givers_of.try_emplace(row.statement, said_.givers);
        if (row.all_powers) {  // those that each has
            for (const auto& giver : said_.givers) {
                row.giver = giver;
                model_.transfers.push_back(row);
            }
            return;
        }
        const auto functions = row.functions, tasks = row.tasks;
        std::vector<BitSet> others(model_.leaf_functions.size(), tasks);
        for (const auto& giver : said_.givers) {
            row.giver = giver;
            add_lots(row, functions, [&](std::uint32_t f) {
                auto its = by_law_with(giver.organ, f, tasks);
                others[f] -= its;
                return its;
            });
        }
        for (const auto& giver : said_.givers) {
            row.giver = giver;
            add_lots(row, functions, [&](std::uint32_t f) { return others[f]; });
        }
    }

    /// The row for some of its tasks: those with the same functions together.
    template <typename TasksOf>
    void add_lots(Transfer row, const BitSet& functions, TasksOf tasks_of) {
        std::vector<std::pair<BitSet, BitSet>> lots;  // tasks with their functions
        functions.each([&](std::size_t f) {
            BitSet its = tasks_of(static_cast<std::uint32_t>(f));
            if (its.none()) return;
            auto lot = std::find_if(lots.begin(), lots.end(), [&](const auto& each) { return each.first == its; });
            if (lot == lots.end())
                lot = lots.insert(lots.end(), {std::move(its), BitSet(model_.leaf_functions.size())});
            lot->second.set(f);
        });
        for (auto& [its, with] : lots) {
            row.tasks = std::move(its);
            row.functions = std::move(with);
            model_.transfers.push_back(row);
        }
    }

    /// Of some tasks those of which an organ has the function by law, under whatever statute.
    BitSet by_law_with(OrganId organ, std::uint32_t function, const BitSet& tasks) const {
        BitSet out(model_.leaf_tasks.size());
        tasks.each([&](std::size_t leaf) {
            for (auto at = model_.leaf_tasks[leaf]; at.valid(); at = model_[at].parent) {
                bool says = false;
                for (const auto& holder : model_[at].holders)
                    if (holder.functions.has(function)) {
                        says = true;
                        if (holder.by.organ == organ) out.set(leaf);
                    }
                if (says) return;
            }
            const auto& itself = model_[model_.leaf_functions[function]];
            if (itself.holder && itself.holder->organ == organ) out.set(leaf);
            if (itself.holder || !itself.follows.valid()) return;
            BitSet one(model_.leaf_tasks.size());
            one.set(leaf);
            model_[itself.follows].leaves.each([&](std::size_t followed) {
                if (by_law_with(organ, static_cast<std::uint32_t>(followed), one).any()) out.set(leaf);
            });
        });
        return out;
    }

    std::vector<TransferSaid::Stretch> divided_by_exceptions() const {
        std::vector<TransferSaid::Stretch> out{{said_.kept, said_.except_for, said_.except_open}};
        for (const auto& some : said_.for_some) {
            std::vector<TransferSaid::Stretch> cut;
            for (auto& whole : out) {
                auto inside = whole;
                bool any = false, rest = false;
                for (std::size_t f = 0; f < whole.kept.size(); ++f) {
                    inside.kept[f] &= some.kept[f];
                    whole.kept[f] -= some.kept[f];
                    any = any || inside.kept[f].any();
                    rest = rest || whole.kept[f].any();
                }
                inside.except_for.insert(inside.except_for.end(), some.except_for.begin(), some.except_for.end());
                if (some.except_open.open) inside.except_open = some.except_open;
                if (rest || !any) cut.push_back(std::move(whole));
                if (any) cut.push_back(std::move(inside));
            }
            out = std::move(cut);
        }
        return out;
    }

    /// The word that stands instead of functions or tasks.
    Silence silence_of_matter() const {
        const auto* of = phrase_.clause(Word::of);
        for (const auto* items : {&phrase_.items, of == nullptr ? &phrase_.items : &of->items})
            for (const auto& item : *items)
                if (const auto silence = silence_of(item.value); silence != Silence::none) return silence;
        return Silence::not_stated;
    }

    void apply_parties(Transfer& row, Day day) const {
        if (said_.narrowed) row.only_for = meant_on(said_.only_for, day);
        row.except_for = meant_on(said_.except_for, day);
    }

    /// Of whom it is not known who is excepted, nobody is known for whom it holds; for nobody else than those named it does.
    void leave_open(Transfer& row, const OpenWhom& except) const {
        if (!except.open) return;
        if (row.only_for && context_.cooperation.valid())
            for (const auto& each : model_[context_.cooperation].participants)
                if (!names(*row.only_for, each.party) && !names(row.except_for, each.party))
                    row.except_for.push_back(each.party);
        row.only_for = std::vector<PartyId>{};
        row.whom = except;
    }

    Resolution& r_;
    Model& model_;
    const Phrase& phrase_;
    const Context& context_;
    TransferSaid& said_;
};

}  // namespace

void TransferSaid::fill_kept(Resolution& r) {
    if (!kept.empty()) return;
    kept.assign(r.model.leaf_functions.size(), BitSet(r.model.leaf_tasks.size()));
    dropped = kept;
    leaves_of(r, matter.functions).each([&](std::size_t f) { kept[f] = matter.task_leaves.of(f); });
}

bool gives_nothing(const Phrase& phrase) {
    return phrase.word == Word::delegates_nothing || phrase.word == Word::mandates_nothing;
}

void add_rows(Resolution& r, const Phrase& phrase, const Context& context, TransferSaid& said) {
    TransferRows(r, phrase, context, said).add();
}

}  // namespace belegd::resolve
