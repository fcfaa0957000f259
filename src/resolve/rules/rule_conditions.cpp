#include "resolve/rules/rule_conditions.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/rules.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/phrases/phrase_from_syntax.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

using syntax::Kind;
using Op = Expression::Kind;

/// Terms of a sum, or attributes of attributes, in one operand.
constexpr std::ptrdiff_t kMostParts = 256;

bool ordered(Type type) {
    return type == Type::number || type == Type::money || type == Type::share || type == Type::length ||
           type == Type::day;
}

bool chosen(Type type) {
    return std::any_of(all_choices().begin(), all_choices().end(),
                       [&](const Choice& each) { return each.type == type; });
}

std::vector<std::string> in_both(const std::vector<Text>& texts) {
    std::vector<std::string> out;
    for (const auto& each : texts) {
        out.push_back(each.nl);
        out.push_back(each.en);
    }
    return out;
}

/// The attributes of a kind, by their names in both languages, folded: every path of every rule is looked up here.
std::optional<Attribute> attribute_called(Type kind, std::string_view text) {
    const auto key = [](Type of, std::string_view name) { return static_cast<char>(of) + folded(name); };
    static const auto known = [&] {
        std::unordered_map<std::string, Attribute> out;
        out.reserve(2 * all_attributes().size());
        for (const auto each : all_attributes())
            for (const auto name : {info(each).name.nl, info(each).name.en})
                out.insert_or_assign(key(info(each).of, name), each);
        return out;
    }();
    const auto found = known.find(key(kind, text));
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Type> kind_called(std::string_view text) {
    static const auto known = [] {
        std::map<std::string, Type> out;
        for (const auto& each : all_kinds())
            for (const auto name : {each.name.nl, each.name.en}) out.insert_or_assign(folded(name), each.type);
        return out;
    }();
    const auto found = known.find(folded(text));
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

bool called(const Words& name, std::string_view text) {
    const auto wanted = folded(text);
    return folds_to(name.nl, wanted) || folds_to(name.en, wanted);
}

}  // namespace

RuleConditions::Expr RuleConditions::wrong(Text message, Span where, std::vector<Remedy> remedies) {
    r_.report(Code::N20, std::move(message), where, std::move(remedies));
    return std::nullopt;
}

std::uint32_t RuleConditions::add(Expression&& expression) {
    constexpr std::size_t kMostHave = 32;
    if (rule_.expressions.empty()) rule_.expressions.reserve(kMostHave);
    rule_.expressions.push_back(std::move(expression));
    return static_cast<std::uint32_t>(rule_.expressions.size() - 1);
}

RuleConditions::Expr RuleConditions::constant(Type type, Value value, Span where, bool many) {
    return add({Op::constant, type, many, {}, std::move(value), {}, 0, where});
}

// ---- conditions -------------------------------------------------------------------------------------------------

std::optional<std::uint32_t> RuleConditions::condition(std::uint32_t node) {
    const auto found = tree_[node].kind == Kind::any_of ? several(node, Op::any_of) : factor(node);
    if (found && at(*found).type != Type::truth)
        return wrong(say(message::rule_not_truth, {name_of(at(*found).type)}), at(*found).span,
                     {{say(message::rule_make_truth)}});
    return found;
}

RuleConditions::Expr RuleConditions::several(std::uint32_t node, Op kind) {
    Expression out{kind, Type::truth, false, {}, {}, {}, 0, span(node)};
    bool sound = true;
    for (const auto child : tree_.children(node)) {
        const auto inner = tree_[child].kind == Kind::all_of ? several(child, Op::all_of) : condition(child);
        if (inner)
            out.operands.push_back(*inner);
        else
            sound = false;
    }
    if (!sound || out.operands.empty()) return std::nullopt;
    return out.operands.size() == 1 ? out.operands.front() : add(std::move(out));
}

RuleConditions::Expr RuleConditions::factor(std::uint32_t node) {
    switch (tree_[node].kind) {
        case Kind::any_of: return several(node, Op::any_of);
        case Kind::comparison: return comparison(node);
        case Kind::quantified: return quantified(node);
        case Kind::negation:
            for (const auto child : tree_.children(node))
                if (const auto inner = condition(child))
                    return add({Op::negation, Type::truth, false, {*inner}, {}, {}, 0, span(node)});
            return std::nullopt;
        default: return std::nullopt;
    }
}

RuleConditions::Expr RuleConditions::comparison(std::uint32_t node) {
    std::vector<Operand> lefts, right;
    syntax::Word relation = syntax::Word::none;
    std::string_view sign;
    bool sound = true;
    for (const auto child : tree_.children(node)) {
        if (tree_[child].kind == Kind::relation || tree_[child].kind == Kind::is_stated) {
            relation = tree_[child].word;
            sign = text(child);
        } else if (tree_[child].kind == Kind::operand) {
            const auto read = operand(child);
            sound = sound && read;
            if (read) (sign.empty() ? lefts : right).push_back(*read);
        } else {
            return std::nullopt;  // said when it was read
        }
    }
    if (!sound || lefts.empty()) return std::nullopt;
    const bool met = relation == syntax::Word::meets || relation == syntax::Word::meets_not;
    auto* const left = &lefts.front();
    if (!left->expression && !met) {
        if (right.size() == 1 && right.front().expression && relation != syntax::Word::none) std::swap(*left, right[0]);
        if (!left->expression) {
            // A lone word that is no variable.
            std::vector<std::string> known;
            for (const auto& each : rule_.variables) known.push_back(each.name);
            std::vector<Remedy> remedies;
            if (!known.empty()) {
                const auto example = std::find_if(all_attributes().begin(), all_attributes().end(), [&](Attribute a) {
                    return info(a).of == rule_.variables.front().type;
                });
                auto path = Text(known.front());
                if (example != all_attributes().end()) path = joined({path, info(*example).name}, ".");
                remedies.push_back({say(message::rule_write_attribute, {path})});
            }
            return wrong(
                right.empty() ? say(message::rule_unknown_variable, {said(left->name)}) : say(message::rule_two_names),
                span(node), std::move(remedies));
        }
    }
    if (sign.empty()) return left->expression;
    if (relation == syntax::Word::is_said || relation == syntax::Word::is_not_said) {
        const auto stated = add({Op::stated, Type::truth, false, {*left->expression}, {}, {}, 0, span(node)});
        return relation == syntax::Word::is_said
                   ? stated
                   : add({Op::negation, Type::truth, false, {stated}, {}, {}, 0, span(node)});
    }
    // Several on the right are alternatives: `in delegatie, mandaat`.
    Expression any{Op::any_of, Type::truth, false, {}, {}, {}, 0, span(node)};
    const bool denies = relation == syntax::Word::is_not || relation == syntax::Word::not_among ||
                        relation == syntax::Word::touches_not || relation == syntax::Word::meets_not;
    for (const auto& each : right) {
        if (met) {
            const auto one = meets(lefts, each, span(node));
            if (!one) return std::nullopt;
            any.operands.push_back(*one);
            continue;
        }
        const auto other = typed(each, at(*left->expression).type);
        if (!other) return std::nullopt;
        const auto one = compared(relation, sign, *left->expression, *other, span(node));
        if (!one) return std::nullopt;
        any.operands.push_back(*one);
    }
    if (any.operands.empty()) return std::nullopt;
    const auto found = any.operands.size() == 1 ? any.operands.front() : add(std::move(any));
    return denies ? add({Op::negation, Type::truth, false, {found}, {}, {}, 0, span(node)}) : found;
}

RuleConditions::Expr RuleConditions::compared(syntax::Word relation, std::string_view sign, std::uint32_t left,
                                              std::uint32_t right, Span where) {
    const auto a = at(left).type, b = at(right).type;
    if (a != b)
        return wrong(say(message::rule_unlike, {name_of(a), name_of(b)}), where, {{say(message::rule_make_truth)}});
    auto kind = Op::is;
    bool swapped = false;
    switch (relation) {
        case syntax::Word::is:
        case syntax::Word::is_not: kind = Op::is; break;
        case syntax::Word::among:
        case syntax::Word::not_among: kind = Op::among; break;
        case syntax::Word::touches:
        case syntax::Word::touches_not: kind = Op::touches; break;
        case syntax::Word::mentions: kind = Op::mentions; break;
        case syntax::Word::lies_within: kind = Op::within; break;
        case syntax::Word::covers: kind = Op::covers; break;
        case syntax::Word::earlier_than: kind = Op::less; break;
        case syntax::Word::later_than:
            kind = Op::less;
            swapped = true;
            break;
        default:
            if (sign == "=") kind = Op::is;
            if (sign == "<" || sign == ">") kind = Op::less;
            if (sign == "<=" || sign == ">=" || sign == "\u2264" || sign == "\u2265") kind = Op::at_most;
            swapped = sign.front() == '>' || sign == "\u2265";
            break;
    }
    if ((kind == Op::less || kind == Op::at_most) && (!ordered(a) || at(left).many || at(right).many))
        return wrong(say(message::rule_no_order, {name_of(a)}), where, {{say(message::rule_order_of)}});
    return add(
        {kind, Type::truth, false, swapped ? std::vector{right, left} : std::vector{left, right}, {}, {}, 0, where});
}

RuleConditions::Expr RuleConditions::quantified(std::uint32_t node) {
    const auto word = tree_[node].word;
    const auto kind = word == syntax::Word::every ? Op::every : Op::exists;
    const auto found = question(node, kind, Type::truth, false);
    if (!found || word != syntax::Word::none_of) return found;
    return add({Op::negation, Type::truth, false, {*found}, {}, {}, 0, span(node)});
}

RuleConditions::Expr RuleConditions::question(std::uint32_t node, Op kind, Type type, bool many) {
    // What is summed stands first, and speaks of what is bound after it.
    std::uint32_t binding = 0, summed = 0;
    for (const auto child : tree_.children(node)) {
        if (tree_[child].kind == Kind::binding) binding = child;
        if (tree_[child].kind == Kind::term) summed = child;
    }
    const auto slot = binding != 0 ? bind(binding) : std::nullopt;
    if (!slot) return std::nullopt;
    const auto read = such_that(node, summed);
    scope_.erase(folded(rule_.variables[*slot].name));
    if (!read) return std::nullopt;
    const auto& bound = rule_.variables[*slot];
    std::vector<std::uint32_t> operands{bound.list, read->condition};
    if (summed != 0) operands.push_back(read->summed);
    return add({kind,
                summed != 0 ? at(read->summed).type
                : many      ? bound.type
                            : type,
                many,
                std::move(operands),
                {},
                {},
                *slot,
                span(node)});
}

std::optional<RuleConditions::Question> RuleConditions::such_that(std::uint32_t node, std::uint32_t summed) {
    Question out;
    bool sound = true;
    if (summed != 0) {
        const auto each = term(summed);
        if (each && !each->expression)
            wrong(say(message::rule_unknown_variable, {said(each->name)}), span(summed),
                  {{say(message::rule_needs_list)}});
        sound = each && each->expression;
        if (sound) out.summed = *each->expression;
    }
    if (const auto type = sound && summed != 0 ? at(out.summed).type : Type::number;
        type != Type::number && type != Type::money && type != Type::share) {
        wrong(say(message::rule_no_sum, {name_of(type)}), span(summed), {{say(message::rule_order_of)}});
        sound = false;
    }
    for (const auto child : tree_.children(node)) {
        if (tree_[child].kind != Kind::such_that) continue;
        for (const auto inner : tree_.children(child)) {
            if (tree_[inner].kind != Kind::any_of) continue;
            const auto read = condition(inner);
            sound = sound && read;
            if (read) out.condition = *read;
        }
    }
    return sound ? std::optional(out) : std::nullopt;
}

// ---- variables --------------------------------------------------------------------------------------------------

std::optional<std::uint32_t> RuleConditions::declare(std::uint32_t variable, Type type, bool many, std::uint32_t list) {
    const auto slot = static_cast<std::uint32_t>(rule_.variables.size());
    if (!scope_.emplace(folded(text(variable)), slot).second)
        return wrong(say(message::rule_same_name, {said(variable)}), span(variable),
                     {{say(message::choose_other_name)}});
    rule_.variables.push_back({std::string(text(variable)), type, many, list});
    return slot;
}

std::optional<std::uint32_t> RuleConditions::bind(std::uint32_t binding) {
    Type type = Type::nothing;
    std::uint32_t variable = 0, kind = 0;
    auto list = Expression::kNone;
    for (const auto child : tree_.children(binding)) {
        if (tree_[child].kind == Kind::kind_name) {
            kind = child;
            if (const auto found = kind_called(text(child))) {
                type = *found;
                continue;
            }
            std::vector<Text> names;
            for (const auto& each : all_kinds()) names.push_back(each.name);
            std::vector<Remedy> remedies;
            if (const auto near = nearest(text(child), in_both(names)))
                remedies.push_back({say(message::did_you_mean, {Text(*near)})});
            remedies.push_back({say(message::rule_kinds, {listed(names)})});
            return wrong(say(message::rule_unknown_kind, {said(child)}), span(child), std::move(remedies));
        }
        if (tree_[child].kind == Kind::variable) variable = child;
        if (tree_[child].kind == Kind::term) {
            const auto read = term(child);
            if (!read) return std::nullopt;
            if (!read->expression || !at(*read->expression).many)
                return wrong(say(message::rule_not_a_list,
                                 {read->expression ? name_of(at(*read->expression).type) : said(child)}),
                             span(child), {{say(message::rule_needs_list)}});
            list = *read->expression;
            if (at(list).type != type)
                return wrong(say(message::rule_wrong_list, {name_of(at(list).type), said(kind)}), span(child),
                             {{say(message::rule_needs_list)}});
        }
    }
    if (variable == 0) return std::nullopt;
    return declare(variable, type, false, list);
}

std::optional<std::uint32_t> RuleConditions::let(std::uint32_t variable, std::uint32_t node) {
    const auto read = operand(node);
    if (!read) return std::nullopt;
    if (!read->expression)
        return wrong(say(message::rule_unknown_variable, {said(read->name)}), span(node),
                     {{say(message::rule_needs_list)}});
    const auto& found = at(*read->expression);
    return declare(variable, found.type, found.many, *read->expression);
}

std::optional<std::uint32_t> RuleConditions::path(std::string_view whole, Span where) {
    const auto known = [&] {
        std::vector<std::string> out;
        for (const auto& each : rule_.variables)
            if (scope_.count(folded(each.name)) != 0) out.push_back(each.name);
        return out;
    };
    auto rest = whole;
    const auto next = [&] {
        const auto dot = std::min(rest.find('.'), rest.size());
        const auto word = rest.substr(0, dot);
        rest.remove_prefix(std::min(dot + 1, rest.size()));
        return word;
    };
    const auto head = next();
    const auto slot = scope_.find(folded(head));
    if (slot == scope_.end()) {
        const auto names = known();
        std::vector<Remedy> remedies;
        if (head.find(' ') != std::string_view::npos) remedies.push_back({say(message::rule_let_first)});
        if (const auto near = nearest(head, names)) remedies.push_back({say(message::did_you_mean, {Text(*near)})});
        std::vector<Text> all(names.begin(), names.end());
        remedies.push_back(
            {all.empty() ? say(message::rule_no_variables) : say(message::rule_variables, {listed(all)})});
        return wrong(say(message::rule_unknown_variable, {quoted(Text(head))}), where, std::move(remedies));
    }
    const auto& variable = rule_.variables[slot->second];
    auto found = add({Op::variable, variable.type, variable.many, {}, {}, {}, slot->second, where});
    if (std::count(rest.begin(), rest.end(), '.') > kMostParts)
        return wrong(say(message::rule_too_long, {belegd::number(kMostParts)}), where, {{say(message::rule_let_part)}});
    while (!rest.empty()) {
        const auto word = next();
        const auto of = at(found).type;
        const auto attribute = attribute_called(of, word);
        if (!attribute) {
            std::vector<Text> names;
            for (const auto each : attributes_of(of)) names.push_back(info(each).name);
            std::vector<Remedy> remedies;
            // `t.begin na 31 december 2023`: the attribute is there, the word behind it compares nothing.
            const auto space = word.find(' ');
            const bool known_first =
                space != std::string::npos && std::any_of(names.begin(), names.end(), [&](const Text& each) {
                    return folded(each.nl) == folded(word.substr(0, space)) ||
                           folded(each.en) == folded(word.substr(0, space));
                });
            if (known_first)
                return wrong(
                    say(message::rule_no_relation, {quoted(Text(word.substr(space + 1))), Text(word.substr(0, space))}),
                    where, {{say(message::rule_relations)}});
            if (const auto near = nearest(word, in_both(names)))
                remedies.push_back({say(message::did_you_mean, {Text(*near)})});
            remedies.push_back({names.empty() ? say(message::rule_no_attributes, {name_of(of)})
                                              : say(message::rule_attributes, {name_of(of), listed(names)})});
            return wrong(say(message::rule_unknown_attribute, {name_of(of), quoted(Text(word))}), where,
                         std::move(remedies));
        }
        if (info(*attribute).type == Type::text && at(found).many)
            return wrong(say(message::rule_texts_of_several, {quoted(Text(word))}), where,
                         {{say(message::rule_one_of_several, {name_of(of)})}});
        found = add({Op::attribute,
                     info(*attribute).type,
                     at(found).many || info(*attribute).many,
                     {found},
                     {},
                     *attribute,
                     0,
                     where});
    }
    return found;
}

// ---- operands ---------------------------------------------------------------------------------------------------

std::optional<RuleConditions::Operand> RuleConditions::operand(std::uint32_t node) {
    std::optional<Operand> out;
    std::optional<char> sign;
    std::ptrdiff_t terms = 0;
    for (const auto child : tree_.children(node)) {
        if (tree_[child].kind == Kind::term && ++terms > kMostParts) {
            wrong(say(message::rule_too_long, {belegd::number(kMostParts)}), span(node),
                  {{say(message::rule_let_part)}});
            return std::nullopt;
        }
        switch (tree_[child].kind) {
            case Kind::sign: sign = text(child).front(); break;
            case Kind::count_of: {
                const auto found = question(child, Op::count, Type::number, false);
                return found ? std::optional(Operand{found, 0}) : std::nullopt;
            }
            case Kind::all_that: {
                const auto found = question(child, Op::select, Type::nothing, true);
                return found ? std::optional(Operand{found, 0}) : std::nullopt;
            }
            case Kind::sum_of: {
                const auto found = question(child, Op::sum, Type::number, false);
                return found ? std::optional(Operand{found, 0}) : std::nullopt;
            }
            case Kind::term: {
                auto read = term(child);
                if (!read) return std::nullopt;
                if (!out) {
                    out = read;
                    break;
                }
                // A day or an amount goes before: `1 maart 2024 - 6 maanden`.
                if (!out->expression) out->expression = literal(out->name, Type::day);
                if (!out->expression) return std::nullopt;
                const auto type = at(*out->expression).type;
                const auto other =
                    read->expression ? read->expression : literal(read->name, type == Type::day ? Type::length : type);
                if (!other) return std::nullopt;
                const auto found = arithmetic(*out->expression, *other, sign == '+', span(node));
                if (!found) return std::nullopt;
                out = Operand{found, 0};
                break;
            }
            default: return std::nullopt;  // said when it was read
        }
    }
    return out;
}

RuleConditions::Expr RuleConditions::arithmetic(std::uint32_t left, std::uint32_t right, bool plus, Span where) {
    const auto a = at(left).type, b = at(right).type;
    const bool days = a == Type::day && b == Type::length;
    if (!days && (a != b || !ordered(a) || a == Type::day))
        return wrong(say(message::rule_no_sum, {name_of(a == Type::day ? b : a)}), where,
                     {{say(a == Type::day ? message::rule_add_days : message::rule_order_of)}});
    return add({plus ? Op::plus : Op::minus, a, false, {left, right}, {}, {}, 0, where});
}

std::optional<RuleConditions::Operand> RuleConditions::term(std::uint32_t node) {
    for (const auto child : tree_.children(node)) {
        if (tree_[child].kind != Kind::term_name) return Operand{std::nullopt, node};
        const auto words = text(child);
        const auto head = words.substr(0, words.find('.'));
        const bool dotted = head.size() < words.size() && head.find(' ') == std::string_view::npos;
        // `art 8` behind it, blanks within: a name of the model, not of the rule.
        if (tree_[node].next > child + 1) return Operand{std::nullopt, node};
        if (scope_.count(folded(head)) == 0 && !dotted) return Operand{std::nullopt, node};
        const auto found = path(words, span(child));
        return found ? std::optional(Operand{found, 0}) : std::nullopt;
    }
    return Operand{std::nullopt, node};
}

RuleConditions::Expr RuleConditions::typed(const Operand& operand, Type type) {
    return operand.expression ? operand.expression : literal(operand.name, type);
}

RuleConditions::Expr RuleConditions::literal(std::uint32_t node, Type type) {
    for (const auto child : tree_.children(node)) switch (tree_[child].kind) {
            case Kind::calendar_date:
            case Kind::named_date:
            case Kind::month_of_year:
            case Kind::quarter: return day(child);
            case Kind::year: return type == Type::day ? day(child) : number(child, type);
            case Kind::amount:
            case Kind::number: return number(child, type);
            default: return chosen(type) ? choice(node, type) : name(node, type);
        }
    return std::nullopt;
}

RuleConditions::Expr RuleConditions::day(std::uint32_t node) {
    Phrase holder;
    holder.tree = &tree_;
    holder.argument = node;
    const auto found = date_of(r_, holder, tree_);
    if (!found) return std::nullopt;
    return constant(Type::day, {static_cast<long long>(found->first.count)}, span(node), false);
}

RuleConditions::Expr RuleConditions::number(std::uint32_t node, Type type) {
    Phrase holder;
    holder.tree = &tree_;
    holder.argument = node;
    holder.span = span(node);
    const auto found = quantity_of(r_, holder, tree_);
    if (!found) return std::nullopt;
    const auto value = [&](Type as, long long number) { return constant(as, {number}, span(node), false); };
    if (found->money) return value(Type::money, found->hundredths);
    if (found->unit == syntax::Word::percent) return value(Type::share, found->hundredths);
    if (found->unit_of_time()) {
        const auto duration = duration_of(r_, holder, tree_);
        const auto length = duration ? length_of(*duration) : std::nullopt;  // what has none is told there
        return length ? value(Type::length, packed(*length)) : std::nullopt;
    }
    if (type == Type::share || type == Type::money) return value(type, found->hundredths);
    if (found->hundredths % 100 != 0)
        return wrong(say(message::rule_no_whole_number, {said(node)}), span(node),
                     {{say(message::rule_write_whole_number)}});
    return value(Type::number, found->hundredths / 100);
}

RuleConditions::Expr RuleConditions::choice(std::uint32_t node, Type type) {
    auto words = text(node);
    if (words.starts_with('"') && words.ends_with('"')) words = words.substr(1, words.size() - 2);
    std::vector<Text> names;
    for (const auto& each : all_choices()) {
        if (each.type != type) continue;
        if (called(each.name, words)) return constant(type, {each.value}, span(node), false);
        names.push_back(each.name);
    }
    std::vector<Remedy> remedies;
    if (const auto near = nearest(words, in_both(names)))
        remedies.push_back({say(message::did_you_mean, {Text(*near)})});
    remedies.push_back({say(message::rule_choices, {alternatives(names)})});
    return wrong(say(message::rule_unknown_choice, {said(node), name_of(type)}), span(node), std::move(remedies));
}

std::vector<Item> RuleConditions::items_of(std::uint32_t node) const {
    std::vector<Item> out{item_of(node)};
    for (const auto child : tree_.children(node)) {
        if (tree_[child].kind != Kind::reference_part) continue;
        std::vector<Item> longer;
        for (const auto& before : out)
            for (const auto& part : citation_parts(r_.sources, tree_, child)) {
                longer.push_back(before);
                longer.back().parts.push_back(part);
            }
        out = std::move(longer);
    }
    return out;
}

Item RuleConditions::item_of(std::uint32_t node) const {
    Item item{Item::Kind::name, syntax::Word::none, span(node), text(node), false, false, {}, {}, 0};
    for (const auto child : tree_.children(node)) {
        if (tree_[child].kind == Kind::string) {
            item.kind = Item::Kind::string;
            item.text = item.text.substr(1, item.text.size() - 2);
        }
        if (tree_[child].kind == Kind::term_name) item.text = text(child);
    }
    return item;
}

RuleConditions::Expr RuleConditions::name(std::uint32_t node, Type type) {
    const auto item = item_of(node);
    const auto entities = [&](auto ids) {
        std::vector<Entity> out;
        out.reserve(ids.size());
        for (const auto& id : ids) out.push_back(id.index);
        return constant(type, {std::move(out)}, span(node));
    };
    const auto of = [&](NameKind kind) { return named(r_, kind, item.text, span(node)); };
    switch (type) {
        case Type::task: {
            const auto places = items_of(node);
            if (is_citation(r_, places.front())) {
                BitSet all(r_.model.leaf_tasks.size());
                for (const auto& place : places) all |= resting_on(r_, place, nullptr, true).all();
                return constant(type, {std::move(all)}, span(node));
            }
            const auto found = of(NameKind::task);
            return found ? constant(type, {r_.model.tasks[*found].leaves}, span(node)) : std::nullopt;
        }
        case Type::function: {
            const auto found = of(NameKind::function);
            return found ? constant(type, {r_.model.functions[*found].leaves}, span(node)) : std::nullopt;
        }
        case Type::form: {
            const auto found = of(NameKind::form);
            if (!found) return std::nullopt;
            // A form, and every form of its family.
            std::vector<Entity> family{*found};
            for (std::size_t i = 0; i < family.size(); ++i)
                for (std::uint32_t f = 0; f < r_.model.forms.size(); ++f)
                    if (r_.model.forms[f].family.valid() && r_.model.forms[f].family.index == family[i])
                        family.push_back(f);
            return constant(type, {std::move(family)}, span(node));
        }
        case Type::statute: {
            const auto found = of(NameKind::statute);
            return found ? entities(std::vector<StatuteId>{{*found}}) : std::nullopt;
        }
        case Type::provision: {
            const auto found = of(NameKind::provision);
            return found ? entities(std::vector<ProvisionId>{{*found}}) : std::nullopt;
        }
        case Type::capacity: {
            const auto found = of(NameKind::capacity);
            return found ? entities(std::vector<CapacityId>{{*found}}) : std::nullopt;
        }
        case Type::variant: {
            const auto found = of(NameKind::variant);
            return found ? entities(std::vector<VariantId>{{*found}}) : std::nullopt;
        }
        case Type::decision: {
            const auto found = of(NameKind::decision);
            return found && r_.planned[*found].decision.valid()
                       ? entities(std::vector<DecisionId>{r_.planned[*found].decision})
                       : std::nullopt;
        }
        case Type::organ: {
            const auto found = known_organ(r_, item);
            return found ? entities(std::vector<OrganId>{*found}) : std::nullopt;
        }
        case Type::party: return entities(parties_named(r_, {item}));
        case Type::cooperation: {
            const auto found = of(NameKind::party);
            if (!found || !r_.owners[*found].cooperation.valid()) return std::nullopt;
            return entities(std::vector<CooperationId>{r_.owners[*found].cooperation});
        }
        case Type::text: return constant(type, {Text(item.text)}, span(node), false);
        default:
            return wrong(say(message::rule_no_such_value, {name_of(type), said(node)}), span(node),
                         {{say(type == Type::actor ? message::rule_part_of_actor
                               : ordered(type)     ? message::rule_order_of
                                                   : message::rule_make_truth)}});
    }
}

}  // namespace belegd::resolve
