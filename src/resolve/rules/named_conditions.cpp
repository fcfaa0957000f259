// Conditions with a name (`voorwaarde`): what a rule asks with `voldoet aan` becomes a part of the rule itself.
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/rules/rule_conditions.hpp"

namespace belegd::resolve {
namespace {

using Op = Expression::Kind;

/// Puts the expressions of a condition into a rule, with what the rule asks it of in the place of its parameters.
class Inliner {
   public:
    Inliner(const Rule& from, Rule& to, std::vector<std::uint32_t> arguments)
        : from_(from), to_(to), known_(std::move(arguments)) {
        known_.resize(from.variables.size(), Expression::kNone);
    }

    std::uint32_t whole(std::uint32_t named, Span span) {
        Expression out{Op::all_of, Type::truth, false, {}, {}, {}, 0, span, named};
        for (const auto& step : from_.steps) {
            if (step.kind == Rule::Step::Kind::let)
                known_[step.slot] = put(step.expression);
            else
                out.operands.push_back(put(step.expression));
        }
        return add(std::move(out));
    }

   private:
    std::uint32_t add(Expression expression) {
        to_.expressions.push_back(std::move(expression));
        return static_cast<std::uint32_t>(to_.expressions.size() - 1);
    }

    std::uint32_t put(std::uint32_t index) {
        if (index == Expression::kNone) return index;
        auto e = from_.expressions[index];
        if (e.kind == Op::variable) {
            if (known_[e.slot] != Expression::kNone) return known_[e.slot];
            e.slot = bound_.at(e.slot);
            return add(std::move(e));
        }
        const bool asks = e.kind == Op::exists || e.kind == Op::every || e.kind == Op::count || e.kind == Op::select ||
                          e.kind == Op::sum;
        for (std::size_t i = 0; i < e.operands.size(); ++i) {
            e.operands[i] = put(e.operands[i]);
            // The list stands before what is asked of its members.
            if (i > 0 || !asks) continue;
            const auto slot = static_cast<std::uint32_t>(to_.variables.size());
            auto variable = from_.variables[e.slot];
            variable.list = e.operands[0];
            to_.variables.push_back(std::move(variable));
            bound_[e.slot] = slot;
            e.slot = slot;
        }
        return add(std::move(e));
    }

    const Rule& from_;
    Rule& to_;
    std::vector<std::uint32_t> known_;                ///< by slot: what stands for a parameter, or for a `noem`
    std::map<std::uint32_t, std::uint32_t> bound_{};  ///< slots of what a question binds, there and here
};

}  // namespace

RuleConditions::Expr RuleConditions::meets(const std::vector<Operand>& of, const Operand& asked, Span where) {
    if (asked.expression)
        return wrong(say(message::rule_no_condition, {Text(r_.sources.text(at(*asked.expression).span))}),
                     at(*asked.expression).span, {{say(message::rule_name_condition)}});
    const auto item = item_of(asked.name);
    const auto found = named(r_, NameKind::condition, item.text, span(asked.name));
    const auto* condition = found ? named_(*found) : nullptr;
    if (condition == nullptr) return std::nullopt;
    const auto& body = condition->body;
    std::vector<Text> kinds;
    for (std::size_t i = 0; i < body.bound; ++i) kinds.push_back(name_of(body.variables[i].type));
    const auto asks = say(message::rule_condition_asks, {quoted(Text(condition->name)), listed(kinds)});
    std::vector<std::uint32_t> arguments;
    for (const auto& each : of) {
        if (!each.expression)
            return wrong(say(message::rule_unknown_variable, {said(each.name)}), span(each.name), {{asks}});
        const auto& argument = at(*each.expression);
        if (argument.many)
            return wrong(say(message::rule_condition_of_one, {said(argument.span)}), argument.span,
                         {{say(message::rule_ask_of_each)}});
        const auto place = arguments.size();
        if (place < body.bound && argument.type != body.variables[place].type)
            return wrong(say(message::rule_condition_other, {said(argument.span), name_of(argument.type)}),
                         argument.span, {{asks}});
        arguments.push_back(*each.expression);
    }
    if (arguments.size() != body.bound)
        return wrong(say(message::rule_condition_count,
                         {belegd::number(static_cast<long long>(arguments.size())), quoted(Text(condition->name))}),
                     where, {{asks}});
    return Inliner(body, rule_, std::move(arguments)).whole(*found, where);
}

}  // namespace belegd::resolve
