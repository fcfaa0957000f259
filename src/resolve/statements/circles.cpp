// What comes back to itself: variants on variants, texts under texts, decisions after decisions (N06).
#include <algorithm>

#include "base/digraph.hpp"
#include "base/fold.hpp"
#include "diagnostics/messages/names.hpp"
#include "resolve/resolution.hpp"

namespace belegd::resolve {
namespace {

/// The sentence for a circle: of the first name alone, or through the others.
Text said(Message alone, Message through, std::vector<Text> names) {
    for (auto& name : names) name = quoted(name);
    const auto first = names.front();
    names.erase(names.begin());
    return names.empty() ? say(alone, {first}) : say(through, {first, listed(names)});
}

template <typename Row>
std::uint32_t count(const std::vector<Row>& rows) {
    return static_cast<std::uint32_t>(rows.size());
}

/// `ter uitvoering van`, from cooperations to decisions and back.
void under_each_other(Resolution& r) {
    auto& model = r.model;
    const auto decisions = count(model.cooperations);
    Digraph hangs{decisions + count(model.decisions), {}};
    const auto add = [&](std::uint32_t from, const std::vector<Under>& under) {
        for (const auto& each : under) {
            if (each.cooperation.valid()) hangs.edges.emplace_back(from, each.cooperation.index);
            if (each.decision.valid()) hangs.edges.emplace_back(from, decisions + each.decision.index);
        }
    };
    for (std::uint32_t i = 0; i < decisions; ++i)
        add(model.cooperations[i].first_version.index, model.cooperations[i].under);
    for (std::uint32_t i = 0; i < model.decisions.size(); ++i) add(decisions + i, model.decisions[i].under);
    for (const auto& circle : circles(hangs)) {
        std::vector<Text> names;
        for (const auto at : circle)
            names.emplace_back(at < decisions ? model.cooperations[at].name : model.decisions[at - decisions].name);
        const auto first = circle.front();
        const auto& under =
            first < decisions ? model.cooperations[first].under : model.decisions[first - decisions].under;
        r.report(Code::N06, said(message::under_itself, message::under_circle, std::move(names)), under.front().span,
                 {{say(message::under_circle_out)}});
        for (const auto at : circle)
            (at < decisions ? model.cooperations[at].under : model.decisions[at - decisions].under).clear();
    }
}

/// `na`, between decisions and milestones.
void after_each_other(Resolution& r) {
    auto& model = r.model;
    const auto milestones = count(model.decisions);
    Digraph follows{milestones + count(model.milestones), {}};
    const auto add = [&](std::uint32_t from, const std::vector<std::string>& after) {
        for (const auto& name : after) {
            for (std::uint32_t i = 0; i < milestones; ++i)
                if (folded(model.decisions[i].name) == folded(name)) follows.edges.emplace_back(from, i);
            for (std::uint32_t i = 0; i < model.milestones.size(); ++i)
                if (folded(model.milestones[i].name) == folded(name)) follows.edges.emplace_back(from, milestones + i);
        }
    };
    for (std::uint32_t i = 0; i < milestones; ++i) add(i, model.decisions[i].after);
    for (std::uint32_t i = 0; i < model.milestones.size(); ++i) add(milestones + i, model.milestones[i].after);
    for (const auto& circle : circles(follows)) {
        std::vector<Text> names;
        for (const auto at : circle)
            names.emplace_back(at < milestones ? model.decisions[at].name : model.milestones[at - milestones].name);
        const auto first = circle.front();
        r.report(Code::N06, said(message::after_itself, message::after_circle, std::move(names)),
                 first < milestones ? model.decisions[first].span : model.milestones[first - milestones].span,
                 {{say(message::after_circle_out)}});
        for (const auto at : circle)
            (at < milestones ? model.decisions[at].after : model.milestones[at - milestones].after).clear();
    }
}

}  // namespace

void break_variant_circles(Resolution& r) {
    auto& variants = r.model.variants;
    Digraph bases{count(variants), {}};
    for (std::uint32_t i = 0; i < variants.size(); ++i)
        if (variants[i].based_on.valid()) bases.edges.emplace_back(i, variants[i].based_on.index);
    for (const auto& circle : circles(bases)) {
        std::vector<Text> names;
        for (const auto at : circle) names.emplace_back(variants[at].name);
        r.report(Code::N06, said(message::variant_circle, message::variant_circle_through, std::move(names)),
                 variants[circle.front()].span, {{say(message::variant_circle_out)}});
        for (const auto at : circle) variants[at].based_on = {};
    }
}

void break_function_circles(Resolution& r) {
    auto& functions = r.model.functions;
    Digraph follows{count(functions), {}};
    for (std::uint32_t i = 0; i < functions.size(); ++i)
        if (functions[i].follows.valid()) follows.edges.emplace_back(i, functions[i].follows.index);
    for (const auto& circle : circles(follows)) {
        std::vector<Text> names;
        for (const auto at : circle) names.emplace_back(functions[at].name);
        r.report(Code::N06, said(message::following_circle, message::following_circle_through, std::move(names)),
                 functions[circle.front()].span, {{say(message::following_circle_out)}});
        for (const auto at : circle) functions[at].follows = {};
    }
}

void break_circles(Resolution& r) {
    under_each_other(r);
    after_each_other(r);
}

}  // namespace belegd::resolve
