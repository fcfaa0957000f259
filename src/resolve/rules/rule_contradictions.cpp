#include "resolve/rules/rule_contradictions.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "base/fold.hpp"

namespace belegd::resolve {
namespace {

using Op = Expression::Kind;
using Values = std::vector<Entity>;

/// What one condition leaves of an attribute.
struct Demand {
    std::string path;  ///< the attribute as written
    Span span;
    Span value;  ///< what it is compared with
    Type type = Type::truth;
    std::optional<Values> only;  ///< one of these
    Values never;                ///< none of these
    long long least = std::numeric_limits<long long>::min(), most = std::numeric_limits<long long>::max();
    bool stated = true;
    bool denied = false;  ///< a comparison that must not hold: it does not of what is not there either
};

bool without(const Values& values, const Values& others) {
    return std::none_of(values.begin(), values.end(),
                        [&](Entity each) { return std::find(others.begin(), others.end(), each) != others.end(); });
}

/// Whether values can be among those left.
bool fits(const Demand& demand, const Values& values) {
    return std::any_of(values.begin(), values.end(), [&](Entity each) {
        const auto value = static_cast<long long>(each);
        return demand.least <= value && value <= demand.most &&
               std::find(demand.never.begin(), demand.never.end(), each) == demand.never.end();
    });
}

bool exclude(const Demand& a, const Demand& b) {
    if (a.denied && b.denied) return false;
    if (a.stated != b.stated) return !a.denied && !b.denied;
    if (!a.stated) return false;
    if (a.only && b.only) return without(*a.only, *b.only);
    if (a.only) return !fits(b, *a.only);
    if (b.only) return !fits(a, *b.only);
    return std::max(a.least, b.least) > std::min(a.most, b.most);
}

class Demands {
   public:
    Demands(const Rule& rule, const Sources& sources) : rule_(rule), sources_(sources) {}

    std::vector<Demand> all() {
        for (const auto& step : rule_.steps)
            if (step.kind == Rule::Step::Kind::where) take(step.expression, false, {});
        return std::move(out_);
    }

   private:
    const Expression& at(std::uint32_t index) const { return rule_.expressions[index]; }

    /// `around` is the `niet` around it, when there is one.
    void take(std::uint32_t index, bool denied, Span around) {
        const auto& e = at(index);
        if (e.named != Expression::kNone) return;  // its names are those of another text
        if (e.kind == Op::negation) return take(e.operands.front(), !denied, around.empty() ? e.span : around);
        if (e.kind == (denied ? Op::any_of : Op::all_of)) {
            for (const auto each : e.operands) take(each, denied, around);
            return;
        }
        // `is a, b` is one of two.
        if (!denied && e.kind == Op::any_of) {
            std::optional<Demand> joined;
            for (const auto each : e.operands) {
                auto one = demand(at(each), false);
                if (!one || !one->only || (joined && joined->path != one->path)) return;
                if (!joined)
                    joined = std::move(one);
                else
                    joined->only->insert(joined->only->end(), one->only->begin(), one->only->end());
            }
            if (joined) out_.push_back(std::move(*joined));
            return;
        }
        if (auto one = demand(e, denied)) {
            if (!around.empty()) one->span = around;
            out_.push_back(std::move(*one));
        }
    }

    std::optional<Demand> demand(const Expression& e, bool denied) const {
        if (e.kind == Op::stated) {
            auto out = of(at(e.operands.front()), e.span);
            if (out) out->stated = !denied;
            return out;
        }
        const bool order = e.kind == Op::less || e.kind == Op::at_most;
        if (!order && e.kind != Op::is && e.kind != Op::among) return std::nullopt;
        const auto &left = at(e.operands[0]), &right = at(e.operands[1]);
        const bool turned = order && left.kind == Op::constant;
        const auto& value = turned ? left : right;
        // How long a month is differs.
        if (value.kind != Op::constant || value.type == Type::length) return std::nullopt;
        auto out = of(turned ? right : left, e.span);
        if (!out) return std::nullopt;
        Values values;
        if (const auto* one = std::get_if<long long>(&value.value.is)) values = {static_cast<Entity>(*one)};
        if (const auto* list = std::get_if<Values>(&value.value.is)) values = *list;
        if (values.empty()) return std::nullopt;
        out->value = value.span;
        out->type = value.type;
        out->denied = denied;
        if (!order) {
            if (denied)
                out->never = std::move(values);
            else
                out->only = std::move(values);
            return out;
        }
        // attribute < value; denied or turned it is the other side that bounds, both together this one again.
        const auto bound = static_cast<long long>(values.front());
        const bool strict = (e.kind == Op::less) != denied;
        if (denied != turned)
            out->least = strict ? bound + 1 : bound;
        else
            out->most = strict ? bound - 1 : bound;
        return out;
    }

    std::optional<Demand> of(const Expression& e, Span span) const {
        if (e.kind != Op::attribute || e.many) return std::nullopt;
        Demand out;
        out.path = folded(sources_.text(e.span));
        out.span = span;
        return out;
    }

    const Rule& rule_;
    const Sources& sources_;
    std::vector<Demand> out_;
};

}  // namespace

std::optional<Contradiction> contradiction_in(const Rule& rule, const Sources& sources) {
    const auto demands = Demands(rule, sources).all();
    for (std::size_t later = 0; later < demands.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier)
            if (demands[earlier].path == demands[later].path && exclude(demands[earlier], demands[later]))
                return Contradiction{demands[earlier].span, demands[later].span};
    return std::nullopt;
}

std::optional<Span> form_not_there(const Rule& rule, const Sources& sources, const Model& model) {
    const auto names_form = [](const Expression& e) { return e.kind == Op::constant && e.type == Type::form; };
    if (std::none_of(rule.expressions.begin(), rule.expressions.end(), names_form)) return std::nullopt;
    for (const auto& demand : Demands(rule, sources).all()) {
        if (demand.type != Type::form || !demand.only) continue;
        const bool lived = std::any_of(demand.only->begin(), demand.only->end(), [&](Entity form) {
            return !intersection(model.forms[form].term.days, rule.term.days).empty();
        });
        if (!lived) return demand.value;
    }
    return std::nullopt;
}

}  // namespace belegd::resolve
