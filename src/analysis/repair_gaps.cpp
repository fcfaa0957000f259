// Gaps: the cells of findings that say nobody has been designated, joined where one line can settle them together.
#include <algorithm>

#include "analysis/repair.hpp"
#include "checks/sentences.hpp"
#include "model/describe.hpp"

namespace belegd::analysis {

using namespace model;

namespace {

constexpr std::size_t kMostTaskParts = 6;

bool is_gap(Code code) { return code == Code::B01 || code == Code::B03 || code == Code::B08; }

/// The version of a cooperation whose text in one situation can say something about these owners on a day.
CooperationId home_of(const Subject::View& view, CooperationId some_version, const std::vector<PartyId>& owners,
                      Day day) {
    const auto& world = *view.world;
    const auto& model = world.model();
    if (!some_version.valid()) return {};
    CooperationId out;
    for (const auto index : world.versions(model[some_version].first_version)) {
        const CooperationId version{index};
        if (model[version].variant != view.variant || !world.force(version).contains(std::max(day, model.horizon)))
            continue;
        const bool all = std::all_of(owners.begin(), owners.end(), [&](PartyId owner) {
            return holds_on(world.participation(version, owner), std::max(day, model.horizon));
        });
        if (all) out = version;
    }
    return out;
}

/// The cells of the cause, one organ at a time: a gap for each function and owner.
void add_cells(const Subject& subject, const Cause& cause, std::vector<Gap>& out) {
    const auto& model = subject.model;
    const auto& view = subject.view(cause.variant);
    Gap gap;
    gap.code = cause.code;
    gap.variant = cause.variant;
    gap.place = cause.culprit;
    gap.claimed_by = cause.culprit.scope;
    for (const auto& second : cause.seconds)
        if (second.scope.valid()) gap.claimed_by = second.scope;
    if (cause.code == Code::B03 && !cause.seconds.empty()) gap.resumes = cause.seconds.front();
    const auto functions = functions_of(model, cause);
    for (const auto& cells : cause.cells)
        functions.each([&](std::size_t f) {
            const auto function = static_cast<std::uint32_t>(f);
            auto left = cells.tasks;
            left.each([&](std::size_t leaf) {
                const auto holder = [&](std::size_t of) {
                    return holder_by_law(model, cells.participant, model.leaf_tasks[of], function,
                                         cells.days.until.previous());
                };
                const auto* law = holder(leaf);
                if (law == nullptr || !left.has(leaf)) return;
                auto one = gap;
                one.organ = law->organ;
                one.held_by = law->party;
                one.owners = {cells.participant};
                one.functions = BitSet(model.leaf_functions.size());
                one.functions.set(f);
                one.tasks = BitSet(model.leaf_tasks.size());
                cells.tasks.each([&](std::size_t other) {
                    const auto* its = holder(other);
                    if (its != nullptr && its->organ == law->organ && its->party == law->party) one.tasks.set(other);
                });
                one.days = cells.days;
                one.home = home_of(view, gap.claimed_by.valid() ? gap.claimed_by : cause.culprit.cooperation,
                                   one.owners, one.days.from);
                // Each task once: the set is of those with one organ.
                if (one.tasks.first() == leaf) out.push_back(std::move(one));
            });
        });
}

bool is_power(const Model& model, const BitSet& functions) {
    bool out = false;
    functions.each([&](std::size_t f) { out = out || model[model.leaf_functions[f]].power; });
    return out;
}

/// Whether one line may be about both, apart from what it is about.
bool same_kind(const Model& model, const Gap& a, const Gap& b) {
    return a.code == b.code && a.variant == b.variant && a.claimed_by == b.claimed_by && a.home == b.home &&
           a.organ == b.organ && a.held_by == b.held_by && a.days == b.days && a.resumes == b.resumes &&
           (a.code != Code::B03 || a.place == b.place) && is_power(model, a.functions) == is_power(model, b.functions);
}

/// Joins two of them as long as they differ in one thing: what is joined is open for all that it names.
void join(const Model& model, std::vector<Gap>& all) {
    const auto joined = [&](auto same, auto into) {
        bool any = false;
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = i + 1; j < all.size();) {
                if (!same_kind(model, all[i], all[j]) || !same(all[i], all[j])) {
                    ++j;
                    continue;
                }
                into(all[i], all[j]);
                all.erase(all.begin() + static_cast<std::ptrdiff_t>(j));
                any = true;
            }
        return any;
    };
    bool more = true;
    while (more) {
        more = joined([](const Gap& a, const Gap& b) { return a.owners == b.owners && a.functions == b.functions; },
                      [](Gap& to, const Gap& from) { to.tasks |= from.tasks; });
        more |= joined([](const Gap& a, const Gap& b) { return a.owners == b.owners && a.tasks == b.tasks; },
                       [](Gap& to, const Gap& from) { to.functions |= from.functions; });
        more |= joined([](const Gap& a, const Gap& b) { return a.functions == b.functions && a.tasks == b.tasks; },
                       [](Gap& to, const Gap& from) {
                           for (const auto owner : from.owners)
                               if (!names(to.owners, owner)) to.owners.push_back(owner);
                       });
    }
}

void complete(const Model& model, Gap& gap) {
    const auto relevant = needing(model, gap.functions);
    auto nodes = nodes_of(model, gap.tasks, &relevant);
    for (const auto owner : gap.owners)
        gap.functions.each([&](std::size_t f) {
            const auto function = static_cast<std::uint32_t>(f);
            if (nodes.size() > kMostTaskParts) {
                gap.parts.push_back({owner, function, gap.tasks, gap.days});
                return;
            }
            for (const auto node : nodes)
                gap.parts.push_back({owner, function, model[node].leaves & gap.tasks, gap.days});
        });
}

}  // namespace

Cause cause_of(const Gap& gap) {
    Cause out{};
    out.code = gap.code;
    out.culprit = gap.place;
    out.variant = gap.variant;
    out.functions = gap.functions;
    for (const auto owner : gap.owners) out.cells.push_back({owner, gap.tasks, gap.days});
    return out;
}

std::vector<Gap> gaps(const Analysis& analysis, const RepairAsked& asked) {
    const auto& subject = *analysis.subject;
    std::vector<Gap> out;
    const auto accepted = [&](const Diagnostic& finding) {
        const auto& items = analysis.diagnostics.items();
        return std::any_of(items.begin(), items.end(), [&](const Diagnostic& item) {
            return item.accepted && item.code == finding.code && item.id == finding.id;
        });
    };
    if (asked.variant) {
        for (const auto& cause : analysis.causes)
            if (is_gap(cause.code) && cause.variant == *asked.variant) add_cells(subject, cause, out);
    } else {
        for (const auto& finding : analysis.findings)
            if (is_gap(finding.cause.code) && !accepted(finding.diagnostic)) add_cells(subject, finding.cause, out);
    }
    if (asked.owners) std::erase_if(out, [&](const Gap& gap) { return !names(*asked.owners, gap.owners.front()); });
    join(analysis.model, out);
    for (auto& gap : out) complete(analysis.model, gap);
    return out;
}

}  // namespace belegd::analysis
