#pragma once
// The conditions of a rule, typed. Internal to resolve/.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/messages/general.hpp"
#include "model/rule.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/resolution.hpp"

namespace belegd::resolve {

/// Reads the expressions of one rule; what is wrong is reported, and gives nothing.
class RuleConditions {
   public:
    /// The condition with a name that has this place in Model::conditions; null when it cannot be used.
    using Named = std::function<const NamedCondition*(std::uint32_t)>;
    RuleConditions(Resolution& resolution, const syntax::Tree& tree, Rule& rule, Named named)
        : r_(resolution), tree_(tree), rule_(rule), named_(std::move(named)) {}

    /// A node of `waar` or `vereist`.
    std::optional<std::uint32_t> condition(std::uint32_t node);
    /// `toedeling t`, `deelnemer d in s.deelnemers`: brings the variable into scope and gives its slot.
    std::optional<std::uint32_t> bind(std::uint32_t binding);
    /// `noem x …`: what follows is read first, then named.
    std::optional<std::uint32_t> let(std::uint32_t variable, std::uint32_t operand);
    /// `t.aan` in a message; `span` is where it stands.
    std::optional<std::uint32_t> path(std::string_view text, Span span);

   private:
    using Expr = std::optional<std::uint32_t>;
    /// An operand, or a name whose meaning depends on what it is compared with.
    struct Operand {
        Expr expression;
        std::uint32_t name = 0;  ///< node of the term
    };

    std::uint32_t add(Expression&& expression);
    const Expression& at(std::uint32_t expression) const { return rule_.expressions[expression]; }
    Span span(std::uint32_t node) const { return tree_.span(node); }
    std::string_view text(std::uint32_t node) const { return r_.sources.text(tree_.span(node)); }
    Text said(Span span) const { return quoted(Text(on_one_line(r_.sources.text(span)))); }
    Text said(std::uint32_t node) const { return quoted(Text(text(node))); }
    Expr wrong(Text message, Span span, std::vector<Remedy> remedies);

    Expr several(std::uint32_t node, Expression::Kind kind);
    Expr factor(std::uint32_t node);
    Expr comparison(std::uint32_t node);
    Expr compared(syntax::Word relation, std::string_view sign, std::uint32_t left, std::uint32_t right, Span span);
    Expr quantified(std::uint32_t node);
    /// `t, s voldoen aan …`: the parts of the condition with that name, of these things.
    Expr meets(const std::vector<Operand>& of, const Operand& asked, Span span);
    /// Binding, condition and what is summed of a question, as operands of an expression of this kind.
    Expr question(std::uint32_t node, Expression::Kind kind, Type type, bool many);
    struct Question {
        std::uint32_t condition = Expression::kNone;
        std::uint32_t summed = Expression::kNone;
    };
    /// What is asked of what a question binds; `summed` is the term of a sum, or 0.
    std::optional<Question> such_that(std::uint32_t node, std::uint32_t summed);

    std::optional<Operand> operand(std::uint32_t node);
    std::optional<Operand> term(std::uint32_t node);
    Expr typed(const Operand& operand, Type type);
    Expr literal(std::uint32_t term, Type type);
    Item item_of(std::uint32_t term) const;
    /// The same with each of the places in a law: `Pw art 8 eerste en derde lid` names two.
    std::vector<Item> items_of(std::uint32_t term) const;
    Expr name(std::uint32_t term, Type type);
    Expr choice(std::uint32_t term, Type type);
    Expr number(std::uint32_t number, Type type);
    Expr day(std::uint32_t date);
    Expr constant(Type type, Value value, Span span, bool many = true);
    Expr arithmetic(std::uint32_t left, std::uint32_t right, bool plus, Span span);

    std::optional<std::uint32_t> declare(std::uint32_t variable, Type type, bool many, std::uint32_t list);

    Resolution& r_;
    const syntax::Tree& tree_;
    Rule& rule_;
    Named named_;
    std::map<std::string, std::uint32_t> scope_;  ///< folded name → slot
};

}  // namespace belegd::resolve
