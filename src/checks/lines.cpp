// The lines to write: a transfer for just these cells, and what stays by law.
#include "checks/lines.hpp"

#include <algorithm>

#include "diagnostics/messages/coverage.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"

namespace belegd::checks {

using namespace model;

Text line(const Subject& subject, const Text& sentence) {
    auto text = sentence.in(subject.language);
    const auto in_word = [&](std::size_t at) {
        return at < text.size() && text[at] != ' ' && text[at] != ',' && text[at] != '(' && text[at] != ')';
    };
    for (const auto& name : subject.names_in_quotes())
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + name.size() + 2)) {
            if ((at > 0 && in_word(at - 1)) || in_word(at + name.size())) continue;
            text.insert(at + name.size(), "\"").insert(at, "\"");
        }
    return Text(text);
}

Text transfer_line(const Subject& subject, TransferKind kind, const Text& matter, const Text& receiver,
                   const std::vector<Text>& clauses) {
    const bool with = kind == TransferKind::assigns || kind == TransferKind::keeps;
    std::vector<Text> parts{
        say(with ? message::write_with : message::write_transfer, {verb_of(kind), matter, receiver})};
    parts.insert(parts.end(), clauses.begin(), clauses.end());
    return line(subject, joined(parts, " "));
}

namespace {

/// `vanaf 1 januari 2024 tot en met 31 mei 2024`: where something else holds before these days, or after; nothing where
/// the cells are of different days.
std::vector<Text> days_for(const Subject& subject, const Cause& cause) {
    const auto& model = subject.model;
    const auto& view = subject.view(cause.variant);
    const auto& days = cause.cells.front().days;
    std::vector<Text> out;
    bool before = false, after = false;
    for (const auto& cells : cause.cells) {
        if (cells.days != days) return {};
        before =
            before || !subject.explicit_before(view, cells.participant, cause.function, cells.tasks, days.from).empty();
        after =
            after || !subject.explicit_from(view, cells.participant, cause.function, cells.tasks, days.until).empty();
    }
    if (before) out.push_back(say(message::write_from, {day_said(model, days.from)}));
    if (after)
        out.push_back(stretch_from(model, days.until) ? say(message::write_until, {day_said(model, days.until)})
                                                      : say(message::write_through, {spelled(days.until.previous())}));
    return out;
}

struct OfDays {
    Cause cause;
    std::vector<Text> days;
};
/// The cells apart for which a sentence must say other days; all together where it need not say any.
std::vector<OfDays> by_days(const Subject& subject, const Cause& cause) {
    std::vector<OfDays> out;
    for (const auto& cells : cause.cells) {
        auto one = cause;
        one.cells = {cells};
        auto days = days_for(subject, one);
        const auto same = std::find_if(out.begin(), out.end(), [&](const OfDays& part) { return part.days == days; });
        if (same == out.end())
            out.push_back({std::move(one), std::move(days)});
        else
            same->cause.cells.push_back(cells);
    }
    return out;
}

/// `voor Zoeterwoude`, where others take part too.
std::vector<Text> for_whom(const Model& model, const Cause& cause, CooperationId within) {
    const auto parties = participants_of(cause);
    bool others = !within.valid();
    if (within.valid())
        for (const auto& participant : model[within].participants)
            others = others || (model[participant.party].kind == Party::Kind::municipality &&
                                std::find(parties.begin(), parties.end(), participant.party) == parties.end());
    if (!others || parties.empty()) return {};
    return {say(message::write_for, {parties_of(model, parties)})};
}

}  // namespace

std::vector<Cause> in_equal_parts(const Cause& cause) {
    // The tasks of each participant, whatever the days.
    std::vector<std::pair<PartyId, BitSet>> whose;
    for (const auto& cells : cause.cells) {
        const auto known =
            std::find_if(whose.begin(), whose.end(), [&](const auto& each) { return each.first == cells.participant; });
        if (known == whose.end())
            whose.emplace_back(cells.participant, cells.tasks);
        else
            known->second |= cells.tasks;
    }
    std::vector<Cause> out;
    std::vector<BitSet> tasks;
    for (const auto& cells : cause.cells) {
        const auto& all = std::find_if(whose.begin(), whose.end(), [&](const auto& each) {
                              return each.first == cells.participant;
                          })->second;
        const auto at = static_cast<std::size_t>(std::find(tasks.begin(), tasks.end(), all) - tasks.begin());
        if (at == tasks.size()) {
            tasks.push_back(all);
            out.push_back(cause);
            out.back().cells.clear();
        }
        out[at].cells.push_back(cells);
    }
    return out;
}

std::vector<Text> clauses_for(const Subject& subject, const Cause& cause, CooperationId within) {
    auto out = for_whom(subject.model, cause, within);
    for (auto& each : days_for(subject, cause)) out.push_back(std::move(each));
    return out;
}

std::vector<Text> keep_lines(const Subject& subject, const Cause& cause, const ByLaw& law, CooperationId within) {
    const auto& model = subject.model;
    std::vector<Text> out;
    for (const auto& [together, days] : by_days(subject, cause))
        for (const auto& some : in_equal_parts(together)) {
            auto clauses = for_whom(model, some, within);
            clauses.insert(clauses.end(), days.begin(), days.end());
            BitSet tasks(model.leaf_tasks.size());
            for (const auto& cells : some.cells) tasks |= cells.tasks;
            for (const auto& part : law.parts)
                if (const auto its = part.tasks & tasks; its.any())
                    out.push_back(
                        transfer_line(subject, TransferKind::keeps, matter_said(model, some, its),
                                      name_of(model, part.owner.valid() ? model.organ_of(part.owner, part.organ)
                                                                        : Actor{{}, 0, part.organ}),
                                      clauses));
        }
    return out;
}

Remedy choice(const Text& what) { return {what, {}, true}; }

Remedy to_choose(const Text& sentence) { return {sentence, sentence, true}; }

void tell_choices(Diagnostic& finding) {
    if (finding.remedies.size() < 2) return;
    for (auto& remedy : finding.remedies)
        if (remedy.choice) remedy.text = say(message::your_choice, {remedy.text});
}

std::vector<OwnFollower> own_followers(const Subject& subject, std::uint32_t function, const BitSet& tasks) {
    const auto& model = subject.model;
    const auto& row = model[model.leaf_functions[function]];
    std::vector<OwnFollower> out;
    if (!row.follows.valid()) return out;
    BitSet needed(model.leaf_functions.size());
    tasks.each([&](std::size_t leaf) { needed |= model[model.leaf_tasks[leaf]].needed; });
    if (needed.intersects(model[row.follows].leaves)) return out;
    needed.each([&](std::size_t leaf) {
        const auto id = model.leaf_functions[leaf];
        const auto& power = model[id];
        if (!power.power || power.follows.valid() || !subject.sources[power.span.file].own()) return;
        OwnFollower one{id, row.name + "_" + power.name, false, {}};
        std::replace(one.name.begin(), one.name.end(), ' ', '_');
        for (const auto& other : model.functions)
            if (other.follows == id) one.name = other.name, one.exists = true;
        one.line = line(subject, say(message::write_follower, {Text(one.name), Text(power.name)}));
        out.push_back(std::move(one));
    });
    return out;
}

}  // namespace belegd::checks
