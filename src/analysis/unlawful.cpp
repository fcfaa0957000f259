#include "analysis/unlawful.hpp"

#include <algorithm>
#include <optional>

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "model/describe.hpp"
#include "rules/rule_evaluation.hpp"
#include "rules/rule_facts.hpp"

namespace belegd::analysis {
namespace {

using namespace model;

/// Cells by function and task; absent is all.
struct Matter {
    std::optional<BitSet> functions, tasks;

    static void narrow(std::optional<BitSet>& set, const std::optional<BitSet>& by) {
        if (by) set = set ? *set & *by : *by;
    }
    static void widen(std::optional<BitSet>& set, const std::optional<BitSet>& by) {
        if (set) set = by ? std::optional(*set | *by) : std::nullopt;
    }
};

/// Of which part of its sentence a rule speaks, in one of its cases.
class PartSpokenOf {
   public:
    PartSpokenOf(const Subject& subject, const Cause& cause)
        : m_(subject.model),
          rule_(m_.rules[cause.rule]),
          case_(cause.case_),
          facts_(subject, subject.view(cause.variant)),
          evaluation_(facts_, rule_) {}

    Matter matter() {
        Matter out;
        for (std::size_t i = 0; i < case_.size() && i < rule_.variables.size(); ++i)
            if (rule_.variables[i].type == Type::part) parts(case_[i], out);
        for (const auto& step : rule_.steps) {
            if (step.kind != Rule::Step::Kind::where) continue;
            const auto asked = asked_of(step.expression);
            Matter::narrow(out.functions, asked.functions);
            Matter::narrow(out.tasks, asked.tasks);
        }
        return out;
    }

    /// Where the rule minds that a transfer begins before some day, it minds nothing of that day and later.
    std::optional<Day> until() {
        std::optional<Day> out;
        for (const auto& e : rule_.expressions) {
            if (e.kind != Expression::Kind::less || e.operands.size() != 2) continue;
            const auto& begin = rule_.expressions[e.operands.front()];
            if (begin.kind != Expression::Kind::attribute || begin.attribute != Attribute::transfer_begin) continue;
            const auto limit = evaluation_.value(e.operands.back(), case_);
            if (const auto* day = std::get_if<long long>(&limit.is))
                if (const Day each{static_cast<std::int32_t>(*day)}; !out || *out < each) out = each;
        }
        return out;
    }

   private:
    void parts(const Value& value, Matter& out) {
        const auto* many = std::get_if<std::vector<Entity>>(&value.is);
        if (many == nullptr || many->empty()) return;
        BitSet functions(m_.leaf_functions.size()), tasks(m_.leaf_tasks.size());
        for (const auto part : *many) {
            add(facts_.of(Attribute::part_functions, part), functions);
            add(facts_.of(Attribute::part_tasks, part), tasks);
        }
        Matter::narrow(out.functions, functions);
        Matter::narrow(out.tasks, tasks);
    }

    static bool add(const Value& value, BitSet& out) {
        if (const auto* many = std::get_if<BitSet>(&value.is)) return out |= *many, true;
        if (const auto* one = std::get_if<long long>(&value.is)) return out.set(static_cast<std::size_t>(*one)), true;
        return false;
    }

    /// Which functions or tasks of a transfer a condition asks after by name.
    Matter asked_of(std::uint32_t at) {
        const auto& e = rule_.expressions[at];
        using Op = Expression::Kind;
        Matter out;
        if (e.kind == Op::all_of) {
            for (const auto each : e.operands) {
                const auto asked = asked_of(each);
                Matter::narrow(out.functions, asked.functions);
                Matter::narrow(out.tasks, asked.tasks);
            }
        } else if (e.kind == Op::any_of) {
            bool first = true;
            for (const auto each : e.operands) {
                if (!evaluation_.value(each, case_).truth()) continue;
                const auto asked = asked_of(each);
                if (first) {
                    out = asked;
                } else {
                    Matter::widen(out.functions, asked.functions);
                    Matter::widen(out.tasks, asked.tasks);
                }
                first = false;
            }
        } else if ((e.kind == Op::touches || e.kind == Op::mentions) && e.operands.size() == 2) {
            const auto& asks = rule_.expressions[e.operands.front()];
            const bool functions = asks.attribute == Attribute::transfer_functions;
            if (!functions && asks.attribute != Attribute::transfer_tasks) return out;
            BitSet named(functions ? m_.leaf_functions.size() : m_.leaf_tasks.size());
            if (add(evaluation_.value(e.operands.back(), case_), named))
                (functions ? out.functions : out.tasks) = std::move(named);
        }
        return out;
    }

    const Model& m_;
    const Rule& rule_;
    const std::vector<Value>& case_;
    const rules::RuleFacts facts_;
    rules::RuleEvaluation evaluation_;
};

/// A rule of the house may find fault with a transfer, and it is valid all the same: only what rests on a law forbids.
bool forbids(const Rule& rule) { return rule.severity == Severity::error && !rule.backing.citations.empty(); }

/// Whether a cause speaks of a cell by its cells; one without cells speaks of every cell of its sentence.
bool has_cell(const Cause& cause, PartyId participant, std::uint32_t function, std::size_t leaf, Day day) {
    if (cause.cells.empty()) return true;
    if (cause.function != Cause::kAnyFunction && cause.function != function) return false;
    return std::any_of(cause.cells.begin(), cause.cells.end(), [&](const Cells& cells) {
        return cells.participant == participant && cells.tasks.has(leaf) && cells.days.contains(day);
    });
}

/// The transfers that a rule about something else has a name for, such as those of a decision.
std::vector<TransferId> named_transfers(const Model& model, const Rule& rule, const std::vector<Value>& slots) {
    std::vector<TransferId> out;
    for (std::size_t i = 0; i < slots.size() && i < rule.variables.size(); ++i) {
        const auto type = rule.variables[i].type;
        if (i < rule.bound && (type == Type::transfer || type == Type::step || type == Type::cell)) return {};
        const auto* many = std::get_if<std::vector<Entity>>(&slots[i].is);
        if (i < rule.bound || type != Type::transfer || many == nullptr) continue;
        for (const auto each : *many)
            if (each < model.transfers.size()) out.push_back({static_cast<std::uint32_t>(each)});
    }
    return out;
}

/// Whether a sentence is one of those that a cause is about, in whichever version it stands.
bool is_of_cause(const Model& model, const Cause& cause, const std::vector<TransferId>& named, TransferId id) {
    const auto is_of = [&](const Passage& place) {
        return place.row.valid() && model[place.row].span == model[id].span;
    };
    return is_of(cause.culprit) || std::any_of(cause.seconds.begin(), cause.seconds.end(), is_of) ||
           std::any_of(named.begin(), named.end(), [&](TransferId each) { return model[each].span == model[id].span; });
}

/// The step of the chain that rests on a sentence of the cause.
const graph::Step* step_of(const Model& model, const Cause& cause, const std::vector<TransferId>& named,
                           const graph::Answer& answer) {
    for (const auto& step : answer.chain)
        for (const auto id : step.by)
            if (step.kind != TransferKind::keeps && is_of_cause(model, cause, named, id)) return &step;
    return nullptr;
}

/// Where in the chain a sentence stands.
std::size_t place_in(const graph::Answer& answer, const Unlawful& found) {
    for (std::size_t i = 0; i < answer.chain.size(); ++i)
        if (std::find(answer.chain[i].by.begin(), answer.chain[i].by.end(), found.by.front()) !=
            answer.chain[i].by.end())
            return i;
    return answer.chain.size();
}

}  // namespace

std::vector<Unlawful> unlawful(const Subject& subject, const std::vector<Cause>& causes, VariantId variant,
                               PartyId participant, std::uint32_t function, std::size_t leaf, Day day,
                               const graph::Answer& answer) {
    std::vector<Unlawful> out;
    if (answer.chain.empty()) return out;
    for (const auto& cause : causes) {
        if (cause.code != Code::R00 || cause.rule == Cause::kNoRule || cause.variant != variant ||
            !forbids(subject.model.rules[cause.rule]) || !has_cell(cause, participant, function, leaf, day))
            continue;
        const auto named = named_transfers(subject.model, subject.model.rules[cause.rule], cause.case_);
        const auto* step = step_of(subject.model, cause, named, answer);
        if (step == nullptr) continue;
        Unlawful found{cause.rule, step->from};
        for (const auto id : step->by)
            if (is_of_cause(subject.model, cause, named, id)) found.by.push_back(id);
        if (cause.cells.empty()) {
            PartSpokenOf spoken(subject, cause);
            // Of a sentence itself the rule has judged already when it begins.
            if (!named.empty()) found.until = spoken.until();
            if (found.until && day >= *found.until) continue;
            const auto about = spoken.matter();
            if ((about.functions && !about.functions->has(function)) || (about.tasks && !about.tasks->has(leaf)))
                continue;
        }
        const auto same = std::find_if(out.begin(), out.end(), [&](const Unlawful& other) {
            return other.rule == found.rule && other.stays == found.stays;
        });
        if (same == out.end()) {
            out.push_back(std::move(found));
            continue;
        }
        same->by.insert(same->by.end(), found.by.begin(), found.by.end());
        same->until = same->until && found.until ? std::optional(std::max(*same->until, *found.until)) : std::nullopt;
    }
    // It stays with who gave what is forbidden first.
    std::stable_sort(out.begin(), out.end(),
                     [&](const Unlawful& a, const Unlawful& b) { return place_in(answer, a) < place_in(answer, b); });
    return out;
}

Against against(const Model& model, const std::vector<Cause>& causes, VariantId variant, const Transfer& sentence) {
    Against out;
    for (const auto& cause : causes) {
        if (cause.variant != variant || !cause.culprit.row.valid() || model[cause.culprit.row].span != sentence.span)
            continue;
        if (cause.code == Code::B06) out.not_competent = true;
        if (cause.code != Code::R00 || cause.rule == Cause::kNoRule || !forbids(model.rules[cause.rule])) continue;
        if (const Text code(model.rules[cause.rule].code);
            std::find(out.rules.begin(), out.rules.end(), code) == out.rules.end())
            out.rules.push_back(code);
    }
    return out;
}

Text unlawful_said(const Model& model, const Unlawful& found) {
    const auto& rule = model.rules[found.rule];
    std::vector<Text> articles;
    for (const auto& citation : rule.backing.citations) articles.push_back(spelled(citation));
    const auto said = say(message::contrary_to, {listed(articles), Text(rule.code)});
    return found.until ? say(message::contrary_until, {said, spelled(*found.until)}) : said;
}

Text codes_said(const Model& model, const std::vector<Unlawful>& all) {
    std::vector<Text> codes;
    for (const auto& each : all)
        if (const Text code(model.rules[each.rule].code); std::find(codes.begin(), codes.end(), code) == codes.end())
            codes.push_back(code);
    return listed(codes);
}

}  // namespace belegd::analysis
