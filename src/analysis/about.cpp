#include "analysis/about.hpp"

#include <optional>

#include "rules/rule_facts.hpp"

namespace belegd::analysis {

using namespace model;

About about(const checks::Subject& subject, const checks::Cause& cause) {
    const auto& m = subject.model;
    About out{BitSet(m.leaf_tasks.size()), {}, {}};
    if (cause.rule == checks::Cause::kNoRule) return out;
    const auto& variables = m.rules[cause.rule].variables;
    std::optional<rules::RuleFacts> facts;
    const auto fact = [&](Attribute attribute, Entity entity) {
        if (!facts) facts.emplace(subject, subject.view(cause.variant));
        return facts->of(attribute, entity);
    };
    const auto add_tasks = [&](const Value& value) {
        if (const auto* many = std::get_if<BitSet>(&value.is)) out.tasks |= *many;
        if (const auto* one = std::get_if<long long>(&value.is)) out.tasks.set(static_cast<std::size_t>(*one));
    };
    const auto add_parties = [&](const Value& value) {
        if (const auto* many = std::get_if<std::vector<Entity>>(&value.is))
            for (const auto each : *many) out.municipalities.push_back({static_cast<std::uint32_t>(each)});
    };
    for (std::size_t i = 0; i < cause.case_.size(); ++i) {
        const auto type = variables[i].type;
        if (type == Type::task) {
            add_tasks(cause.case_[i]);
            continue;
        }
        const auto* one = std::get_if<long long>(&cause.case_[i].is);
        if (one == nullptr) continue;
        const auto entity = static_cast<Entity>(*one);
        if (type == Type::gap) {
            add_tasks(fact(Attribute::gap_tasks, entity));
            add_parties(fact(Attribute::gap_municipalities, entity));
        }
    }
    for (const auto version : cause.versions)
        if (m[version].first_version == cause.culprit.cooperation) out.versions.push_back(version);
    return out;
}

}  // namespace belegd::analysis
