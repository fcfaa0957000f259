#include "report/frame.hpp"

#include <algorithm>
#include <functional>

#include "checks/open_lists.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"

namespace belegd::report {

using namespace model;

Frame::Frame(const analysis::Analysis& all, const Overview& about, Extent extent)
    : analysis(all),
      model(all.model),
      what(about),
      tasks(model.leaf_tasks.size()),
      functions(model.leaf_functions.size()),
      brief(extent == Extent::brief),
      full(extent == Extent::full) {
    for (const auto id : what.tasks) tasks |= model[id].leaves;
    for (const auto id : what.functions) functions |= model[id].leaves;
    if (what.functions.empty())
        tasks.each([&](std::size_t leaf) { functions |= model[model.leaf_tasks[leaf]].needed; });
    asked = what.reference_day ? *what.reference_day : last_change();
    // A situation of which nothing is said on that day is not shown: what stands here, its first day answers for.
    day = std::max(asked, model.horizon);
}

bool Frame::speaks_of_tasks(CooperationId id) const {
    const auto& scopes = model[id].scopes;
    const auto& given = analysis.subject->transfers_of(id);
    return (scopes.empty() && given.empty()) ||
           std::any_of(
               scopes.begin(), scopes.end(),
               [&](const Scope& each) { return each.tasks.intersects(tasks) || each.silence != Silence::none; }) ||
           std::any_of(given.begin(), given.end(),
                       [&](TransferId each) { return model[each].tasks.intersects(tasks); }) ||
           std::any_of(model.without_act.begin(), model.without_act.end(),
                       [&](const Transfer& each) { return each.cooperation == id && each.tasks.intersects(tasks); });
}

namespace {

void add_common(std::vector<Period>& out, Period days, const std::vector<Period>& others) {
    for (const auto& each : others)
        if (const auto both = intersection(days, each); !both.empty()) out.push_back(both);
}

}  // namespace

std::vector<Period> Frame::taking_part(VariantId variant, CooperationId id) const {
    const auto& in = world(variant);
    std::vector<Period> out;
    std::vector<CooperationId> seen;
    // What does not count, an intent or what was rejected, is still written: with the days that it would have.
    const auto days_of = [&](CooperationId version) {
        const auto& row = model[version];
        auto status = row.status;
        if (row.variant.valid()) status = std::min(status, model[row.variant].status);
        return in.counts(status, row.variant.valid()) ? in.force(version) : row.term.days;
    };
    const std::function<void(CooperationId, Period)> look = [&](CooperationId version, Period days) {
        if (std::find(seen.begin(), seen.end(), version) != seen.end() || !in.visible(model[version].variant)) return;
        seen.push_back(version);
        const bool counts = !in.force(version).empty();
        for (const auto party : what.parties)
            if (counts) add_common(out, days, in.participation(version, party));
        if (!counts)
            for (const auto& each : model[version].participants)
                if (shows(each.party)) add_common(out, days, {each.term.days});
        for (const auto& body : model[version].legal_persons)
            for (const auto other : in.versions(body.cooperation))
                look({other}, intersection(intersection(days, body.term.days), days_of({other})));
        seen.pop_back();
    };
    look(id, days_of(id));
    return out;
}

bool Frame::ever_shows(VariantId variant, CooperationId id) const {
    return world(variant).visible(model[id].variant) && speaks_of_tasks(id) && !world(variant).force(id).empty() &&
           !taking_part(variant, id).empty();
}

bool Frame::of_the_day(VariantId variant, CooperationId id) const {
    return speaks_of_tasks(id) && holds_on(taking_part(variant, id), day);
}

bool Frame::revokes_shown(VariantId variant, const Ending& ending) const {
    return std::any_of(model.transfers.begin(), model.transfers.end(), [&](const Transfer& x) {
        return x.decision == ending.revoked && x.tasks.intersects(tasks) && x.functions.intersects(functions) &&
               !counting(variant, x).empty();
    });
}

std::vector<Period> Frame::counting(VariantId variant, const Transfer& transfer) const {
    std::vector<Period> out;
    for (const auto party : what.parties)
        for (const auto& days : world(variant).validity(transfer, party)) out.push_back(days);
    return out;
}

/// The latest of the days on which a period begins or ends, or an answer changes, that lies in one of the periods.
Day Frame::last_change() {
    std::vector<Period> together, outside;
    std::vector<Day> changes, own;
    const auto add = [&](std::vector<Period>& to, const std::vector<Period>& all) {
        for (const auto& days : all) {
            if (days.empty()) continue;
            to.push_back(days);
            for (const auto bound : {days.from, days.until})
                if (bound != kNoBegin && bound != kNoEnd) changes.push_back(bound), own.push_back(bound);
        }
    };
    for (const auto column : what.columns) {
        for (std::uint32_t i = 0; i < model.cooperations.size(); ++i)
            if (world(column).visible(model.cooperations[i].variant) && speaks_of_tasks({i}))
                add(together, taking_part(column, {i}));
        for (const auto& transfer : model.transfers)
            if (!transfer.cooperation.valid() && transfer.tasks.intersects(tasks))
                add(outside, counting(column, transfer));
        for (const auto party : what.parties)
            functions.each([&](std::size_t function) {
                for (const auto* run : analysis.subject->runs(analysis.subject->view(column), party,
                                                              static_cast<std::uint32_t>(function)))
                    if (run->tasks.intersects(tasks)) changes.push_back(run->days.from);
            });
    }
    std::sort(changes.begin(), changes.end(), std::greater<>());
    const auto changes_law = [&](Day on) {
        return std::none_of(own.begin(), own.end(), [&](Day each) { return each == on; }) &&
               std::any_of(model.statutes.begin(), model.statutes.end(), [&](const Statute& law) {
                   return !analysis.texts.sources[law.span.file].own() &&
                          (law.term.days.from == on || law.term.days.until == on);
               });
    };
    const auto& slices = analysis.coverage.slices;
    // Where nothing in the model has a day, it is seen by the law as it is now.
    if (!model.horizon_stated && !slices.empty()) {
        in_force = holds_on(together, slices.back());
        return slices.back();
    }
    for (const auto* days : {&together, &outside}) {
        in_force = days == &together;
        for (const auto each : changes)
            if (holds_on(*days, each)) return of_law = changes_law(each), each;
    }
    return slices.empty() ? model.horizon : slices.back();
}

std::vector<Origin> Frame::origins(const std::vector<Span>& spans) const {
    std::vector<Origin> out;
    for (const auto& span : spans) {
        const auto& source = analysis.texts.sources[span.file];
        if (source.own() && !span.empty()) out.push_back({source.bare_name(), source.place(span.begin).line});
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Text Frame::place(const Text& heading, PartyId party) const {
    return what.parties.size() > 1 ? say(message::heading_for, {heading, parties_said(model, {party})}) : heading;
}

const graph::Answer* Frame::answer(VariantId variant, PartyId party, std::size_t leaf, std::size_t function) const {
    for (const auto* run :
         analysis.subject->runs(analysis.subject->view(variant), party, static_cast<std::uint32_t>(function)))
        if (run->tasks.has(leaf) && run->days.contains(day)) return &analysis.subject->answer(*run);
    return nullptr;
}

std::optional<Text> Frame::left_open(VariantId column, PartyId party, std::size_t leaf, std::size_t function,
                                     const graph::Answer& answer) const {
    if (!graph::is_implicit(answer.state)) return std::nullopt;
    BitSet one(model.leaf_tasks.size());
    one.set(leaf);
    const auto open = checks::what_is_open(*analysis.subject, analysis.subject->view(column), party,
                                           static_cast<std::uint32_t>(function), day, one);
    if (open.empty()) return std::nullopt;
    return checks::why_said(open.front());
}

Said Frame::cell_said(VariantId column, PartyId party, std::size_t leaf, std::size_t function,
                      const graph::Answer& answer) const {
    auto out = answer_said(model, answer, party);
    if (const auto why = left_open(column, party, leaf, function, answer)) {
        out.text = say(message::open_list_cell, {*why, actors_said(model, answer.holders, party)});
        out.mark = Cell::Mark::open;
    }
    const auto forbidden = unlawful(column, party, leaf, function, answer);
    if (forbidden.empty()) return out;
    for (const auto& each : forbidden) out.note(text_says(model, answer, each, party));
    out.text = say(message::may_not, {out.text, analysis::codes_said(model, forbidden)});
    out.mark = Cell::Mark::attention;
    return out;
}

std::vector<analysis::Unlawful> Frame::unlawful(VariantId column, PartyId party, std::size_t leaf, std::size_t function,
                                                const graph::Answer& answer) const {
    return analysis::unlawful(*analysis.subject, analysis.causes, column, party, static_cast<std::uint32_t>(function),
                              leaf, day, answer);
}

Cell Frame::cell(const std::vector<Said>& lines) {
    if (!brief) return notes.cell(lines);
    auto bare = lines;
    for (auto& line : bare) line.notes.clear();
    return notes.cell(bare);
}

std::vector<std::pair<Text, std::vector<std::size_t>>> Frame::groups() const {
    std::vector<std::pair<Text, std::vector<std::size_t>>> out;
    tasks.each([&](std::size_t leaf) {
        const auto parent = model[model.leaf_tasks[leaf]].parent;
        const auto name = parent.valid() ? title_of(model, parent) : Text();
        if (out.empty() || !(out.back().first == name)) out.push_back({name, {}});
        out.back().second.push_back(leaf);
    });
    return out;
}

Cell Frame::row_name(const Row& row) const {
    Cell out;
    for (const auto leaf : row.leaves) out.lines.push_back({title_of(model, model.leaf_tasks[leaf]), {}});
    return out;
}

bool stays(const graph::Answer& answer) {
    return answer.state == graph::State::by_law ||
           (answer.chain.size() == 1 && answer.chain.front().kind == TransferKind::keeps);
}

}  // namespace belegd::report
