#include "property/sketch.hpp"

#include <cassert>

#include "property/tables.hpp"

namespace belegd::naive {
namespace {

std::vector<std::string> list(const std::string& names) {
    std::vector<std::string> result;
    for (std::size_t begin = 0; begin < names.size();) {
        auto end = names.find(", ", begin);
        if (end == std::string::npos) end = names.size();
        result.push_back(names.substr(begin, end - begin));
        begin = end + 2;
    }
    return result;
}

/// The place of the row of that name; a test that names nothing is wrong itself.
template <typename Row>
std::uint32_t named(const std::vector<Row>& rows, const std::string& name) {
    std::uint32_t i = 0;
    while (i < rows.size() && rows[i].name != name) ++i;
    assert(i < rows.size());
    return i;
}

model::Term term(const std::string& from, const std::string& until) {
    model::Term result;
    if (!from.empty()) result.days.from = *day_from_iso(from);
    if (!until.empty()) result.days.until = *day_from_iso(until);
    return result;
}

}  // namespace

Sketch::Sketch() {
    model_.raad = organ("raad");
    model_.college = organ("college");
    model_.burgemeester = organ("burgemeester");
}

model::OrganId Sketch::organ(const std::string& name) {
    std::uint32_t i = 0;
    while (i < model_.organs.size() && model_.organs[i].name != name) ++i;
    if (i == model_.organs.size()) model_.organs.push_back({name});
    return {i};
}

std::vector<model::OrganId> Sketch::organs(const std::string& names) {
    std::vector<model::OrganId> result;
    for (const auto& name : list(names)) result.push_back(organ(name));
    return result;
}

std::vector<model::PartyId> Sketch::parties(const std::string& names) const {
    std::vector<model::PartyId> result;
    for (const auto& name : list(names)) result.push_back({named(model_.parties, name)});
    return result;
}

/// Oldest first.
std::vector<model::CooperationId> Sketch::versions(const std::string& name) const {
    std::vector<model::CooperationId> result;
    for (std::uint32_t i = 0; i < model_.cooperations.size(); ++i)
        if (model_.cooperations[i].name == name) result.push_back({i});
    return result;
}

model::Actor Sketch::actor(const std::string& name) {
    const auto slash = name.find('/');
    const auto owner = name.substr(0, slash);
    model::Actor result;
    if (slash != std::string::npos) result.organ = organ(name.substr(slash + 1));
    if (owner == "*") return result;
    const auto cooperation = versions(owner);
    result.owner = cooperation.empty() ? model::Actor::Owner::party : model::Actor::Owner::cooperation;
    result.index = cooperation.empty() ? named(model_.parties, owner) : cooperation.front().index;
    return result;
}

void Sketch::number() {
    if (!numbered_) number_leaves(model_);
    numbered_ = true;
}

BitSet Sketch::leaf_tasks(const std::string& names) {
    number();
    BitSet result(model_.leaf_tasks.size());
    for (const auto& name : list(names)) result |= model_.tasks[named(model_.tasks, name)].leaves;
    return result;
}

BitSet Sketch::leaf_functions(const std::string& names) {
    number();
    BitSet result(model_.leaf_functions.size());
    for (const auto& name : list(names)) result |= model_.functions[named(model_.functions, name)].leaves;
    return result;
}

BitSet Sketch::all_functions(const std::string& names) const {
    BitSet result(model_.functions.size());
    for (const auto& name : list(names)) result.set(named(model_.functions, name));
    return result;
}

model::VariantId Sketch::variant_named(const std::string& name) const {
    if (name.empty()) return {};
    return {named(model_.variants, name)};
}

Sketch& Sketch::municipalities(const std::string& names) {
    for (const auto& name : list(names)) {
        auto& party = model_.parties.emplace_back();
        party.name = name;
        party.organs = {model_.raad, model_.college, model_.burgemeester};
        party.in_model = true;
    }
    return *this;
}

Sketch& Sketch::organisation(const std::string& name, const std::string& its_organs) {
    auto has = organs(its_organs);
    auto& party = model_.parties.emplace_back();
    party.name = name;
    party.kind = model::Party::Kind::organisation;
    party.organs = std::move(has);
    party.in_model = true;
    return *this;
}

Sketch& Sketch::statute(const std::string& name, const std::string& from, const std::string& until) {
    auto& statute = model_.statutes.emplace_back();
    statute.name = name;
    statute.term = term(from, until);
    return *this;
}

Sketch& Sketch::function(const Function& said) {
    model::Function function;
    function.name = said.name;
    function.plural = said.plural;
    if (said.holder == "*")
        function.holder.emplace();
    else if (!said.holder.empty())
        function.holder = {organ(said.holder), {}, {}, {}};
    model_.functions.push_back(std::move(function));
    return *this;
}

Sketch& Sketch::task(const Task& said) {
    model::Task task;
    task.name = said.name;
    task.needs = all_functions(said.needs);
    task.needs_not = all_functions(said.needs_not);
    task.term = term(said.from, said.until);
    if (!said.under.empty()) task.parent = {named(model_.tasks, said.under)};
    model_.tasks.push_back(std::move(task));
    return *this;
}

Sketch& Sketch::law(const Law& said) {
    model::Task::Holder holder{all_functions(said.functions), {}};
    if (said.organ != "*") holder.by.organ = organ(said.organ);
    if (!said.statute.empty()) holder.by.statute = {named(model_.statutes, said.statute)};
    model_.tasks[named(model_.tasks, said.task)].holders.push_back(std::move(holder));
    return *this;
}

Sketch& Sketch::variant(const Variant& said) {
    model::Variant variant;
    variant.name = said.name;
    variant.based_on = variant_named(said.based_on);
    variant.status = said.status;
    model_.variants.push_back(std::move(variant));
    return *this;
}

Sketch& Sketch::cooperation(const Cooperation& said) {
    model::Cooperation cooperation;
    cooperation.name = said.name;
    cooperation.first_version = {static_cast<std::uint32_t>(model_.cooperations.size())};
    cooperation.status = said.status;
    cooperation.variant = variant_named(said.variant);
    cooperation.term = term(said.from, said.until);
    cooperation.organs = organs(said.organs);
    for (const auto party : parties(said.participants)) cooperation.participants.push_back({party, {}, {}, {}, {}, {}});
    if (!said.scope.empty()) {
        auto& scope = cooperation.scopes.emplace_back();
        scope.tasks = leaf_tasks(said.scope);
        if (!said.scope_functions.empty()) scope.functions = leaf_functions(said.scope_functions);
    }
    model_.cooperations.push_back(std::move(cooperation));
    return *this;
}

Sketch& Sketch::amendment(const Cooperation& said) {
    const auto before = versions(said.name).back();
    cooperation(said);
    auto& version = model_.cooperations.back();
    version.first_version = model_[before].first_version;
    version.version = model_[before].version + 1;
    if (version.variant.valid())
        model_[version.variant].endings.push_back({version.first_version,
                                                   {},
                                                   {version.term.days.from, version.term.days.from},
                                                   model::Status::decided,
                                                   {},
                                                   {},
                                                   before,
                                                   {}});
    else
        model_[before].term.days.until = version.term.days.from;
    return *this;
}

Sketch& Sketch::taken(const Package& said) {
    auto& packages = model_[versions(said.cooperation).back()].packages;
    std::size_t i = 0;
    while (i < packages.size() && packages[i].name != said.name) ++i;
    if (i == packages.size()) packages.push_back({said.name, {}, false, {}, {}, {}});
    packages[i].takers.push_back({parties(said.taker).front(), term(said.from, said.until), {}});
    return *this;
}

Sketch& Sketch::transfer(const std::string& id, model::TransferKind kind, const std::string& functions_of_tasks,
                         const std::string& to, const Clauses& said) {
    const auto of = functions_of_tasks.find(" of ");
    model::Transfer transfer{};
    transfer.id = id;
    transfer.statement = static_cast<std::uint32_t>(model_.transfers.size());
    transfer.kind = kind;
    transfer.status = said.status;
    transfer.functions = leaf_functions(functions_of_tasks.substr(0, of));
    transfer.excepted = leaf_tasks(said.except_tasks);
    transfer.tasks = leaf_tasks(functions_of_tasks.substr(of + 4)) - transfer.excepted;
    for (const auto& name : list(to)) transfer.receivers.push_back(actor(name));
    transfer.together = said.together;
    transfer.variant = variant_named(said.variant);
    if (!said.giver.empty()) transfer.giver = actor(said.giver);
    if (!said.condition.empty())
        transfer.condition = {model::Condition::Kind::provided, said.condition, {}, {}, {}, false, {}};
    if (!said.only_for.empty()) transfer.only_for = parties(said.only_for);
    transfer.except_for = parties(said.except_for);
    transfer.term = term(said.from, said.until);
    if (const auto around = versions(id.substr(0, id.find('/'))); !around.empty()) {
        transfer.cooperation = around.back();
        const auto& cooperation = model_[transfer.cooperation];
        if (!transfer.variant.valid()) transfer.variant = cooperation.variant;
        if (!said.package.empty()) transfer.package = named(cooperation.packages, said.package);
    }
    model_.transfers.push_back(std::move(transfer));
    return *this;
}

Sketch& Sketch::ending(const Ending& said) {
    model::Ending ending{};
    ending.cooperation = versions(said.cooperation).front();
    ending.per = {*day_from_iso(said.per), *day_from_iso(said.per)};
    if (!said.parties.empty()) ending.parties = parties(said.parties);
    model_[variant_named(said.variant)].endings.push_back(std::move(ending));
    return *this;
}

model::Model Sketch::model() const {
    auto result = model_;
    if (!numbered_) number_leaves(result);
    set_horizon(result);
    return result;
}

}  // namespace belegd::naive
