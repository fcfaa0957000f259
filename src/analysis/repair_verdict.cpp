#include "analysis/repair_verdict.hpp"

#include <algorithm>

#include "model/describe.hpp"

namespace belegd::analysis {

using namespace model;

namespace {

std::string code_of(const Model& model, const Cause& cause) {
    return cause.rule == Cause::kNoRule ? info(cause.code).id : model.rules[cause.rule].code;
}

/// Whether a sentence says no more than another: it is that one, with words left out.
bool says_less(std::string_view less, std::string_view more) {
    const auto next = [](std::string_view& text) {
        const auto end = std::min(text.find(' '), text.size());
        auto word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (word.ends_with(',')) word.remove_suffix(1);
        return word;
    };
    while (!less.empty()) {
        const auto word = next(less);
        bool there = false;
        while (!there && !more.empty()) there = next(more) == word;
        if (!there) return false;
    }
    return true;
}

/// Whether some cells are all among others.
template <typename Cells>
bool within(const Cells& some, const std::vector<Cells>& others) {
    std::vector<Day> cuts{some.days.from, some.days.until};
    for (const auto& other : others)
        for (const auto day : {other.days.from, other.days.until})
            if (some.days.from < day && day < some.days.until) cuts.push_back(day);
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        auto left = some.tasks;
        for (const auto& other : others)
            if (other.days.contains(cuts[i])) left -= other.tasks;
        if (left.any()) return false;
    }
    return true;
}

}  // namespace

Reading::Reading(const Analysis& of) : analysis(of) {
    const auto& model = of.model;
    const auto name = [&](std::uint32_t function) { return model[model.leaf_functions[function]].name; };
    for (const auto& variant : of.coverage.variants)
        for (const auto& run : variant.runs)
            answers_[{variant_name(variant.variant), model[run.participant].name, name(run.function)}].push_back(
                {{run.tasks, run.days}, of.coverage.answers[run.answer].state, run.answer});
    for (const auto& cause : of.causes) {
        if (cause.code == Code::R01) continue;
        const auto code = code_of(model, cause);
        const auto in = variant_name(cause.variant);
        if (cause.cells.empty()) {
            said_[{code, in, on_one_line(of.texts.sources.text(cause.culprit.span))}].push_back(cause.said);
            continue;
        }
        const auto functions = functions_of(model, cause);
        for (const auto& cells : cause.cells) {
            const auto& owner = model[cells.participant].name;
            if (functions.none()) found_[{code, {in, owner, {}}}].push_back({cells.tasks, cells.days});
            functions.each([&](std::size_t f) {
                found_[{code, {in, owner, name(static_cast<std::uint32_t>(f))}}].push_back({cells.tasks, cells.days});
            });
        }
    }
    for (const auto& item : of.diagnostics.items())
        if (!item.rule && (info(item.code).stage == Stage::reading || info(item.code).stage == Stage::names))
            said_[{std::string(item.code_id()), {}, {}}].push_back(item.message.nl);
}

std::string Reading::variant_name(VariantId variant) const {
    return variant.valid() ? analysis.model[variant].name : std::string();
}

const std::vector<Reading::Answered>& Reading::answers(const Key& key) const {
    static const std::vector<Answered> none;
    const auto found = answers_.find(key);
    return found == answers_.end() ? none : found->second;
}

Reading::Key Reading::key_of(const Gap& gap, const OpenPart& part) const {
    const auto& model = analysis.model;
    return {variant_name(gap.variant), model[part.owner].name, model[model.leaf_functions[part.function]].name};
}

const std::string& Reading::said(graph::AnswerId answer) const {
    auto& out = answers_said_[answer];
    if (out.empty()) {
        std::vector<std::string> holders, performers;
        for (const auto& actor : analysis.coverage.answers[answer].holders)
            holders.push_back(name_of(analysis.model, actor).nl);
        for (const auto& actor : analysis.coverage.answers[answer].performers)
            performers.push_back(name_of(analysis.model, actor).nl);
        std::sort(holders.begin(), holders.end());
        std::sort(performers.begin(), performers.end());
        for (const auto& each : holders) out += each + ";";
        out += "|";
        for (const auto& each : performers) out += each + ";";
    }
    return out;
}

std::set<FoundAnew> Reading::found_anew(const Reading& after) const {
    std::set<FoundAnew> out;
    for (const auto& [where, cells] : after.found_) {
        const auto known = found_.find(where);
        for (const auto& each : cells)
            if (known == found_.end() || !within(each, known->second))
                out.insert({where.first, std::get<0>(where.second)});
    }
    for (const auto& [where, all] : after.said_) {
        const auto found = said_.find(where);
        auto known = found == said_.end() ? std::vector<std::string>() : found->second;
        for (const auto& each : all) {
            const auto was = std::find_if(known.begin(), known.end(),
                                          [&](const std::string& other) { return says_less(each, other); });
            if (was == known.end())
                out.insert({std::get<0>(where), std::get<1>(where)});
            else
                known.erase(was);
        }
    }
    return out;
}

bool Reading::moves_others(const Reading& after, const Gap& gap, PartyId may) const {
    const auto& model = analysis.model;
    if (after.analysis.model.leaf_tasks.size() != model.leaf_tasks.size()) return true;
    for (const auto& [key, now] : after.answers_) {
        if (may.valid() && std::get<1>(key) == model[may].name) continue;
        const auto& before = answers(key);
        // What the gap has of these cells, in whatever situation.
        std::vector<Cells> open;
        for (const auto& part : gap.parts)
            if (model[part.owner].name == std::get<1>(key) &&
                model[model.leaf_functions[part.function]].name == std::get<2>(key))
                open.push_back({part.tasks, part.days});
        for (const auto& each : now) {
            auto known = open;
            for (const auto& was : before)
                if (said(was.answer) == after.said(each.answer)) known.push_back({was.tasks, was.days});
            if (!within(Cells{each.tasks, each.days}, known)) return true;
        }
    }
    return false;
}

bool Reading::closes(const Reading& after, const Gap& gap, const std::vector<std::size_t>& parts) const {
    return std::all_of(parts.begin(), parts.end(), [&](std::size_t i) {
        const auto& part = gap.parts[i];
        const auto& all = after.answers(key_of(gap, part));
        return std::all_of(all.begin(), all.end(), [&](const Answered& each) {
            return !each.tasks.intersects(part.tasks) || intersection(each.days, part.days).empty() ||
                   (each.state == graph::State::assigned &&
                    !after.analysis.coverage.answers[each.answer].performers.empty());
        });
    });
}

std::vector<Settled> Reading::outcomes(const Reading& after, const Gap& gap,
                                       const std::vector<std::size_t>& parts) const {
    const auto& then = after.analysis.model;
    std::vector<Settled> out;
    for (const auto i : parts)
        for (const auto& each : after.answers(key_of(gap, gap.parts[i]))) {
            if (!each.tasks.intersects(gap.parts[i].tasks) || intersection(each.days, gap.parts[i].days).empty())
                continue;
            const auto& answer = after.analysis.coverage.answers[each.answer];
            Settled one{answer.chain.empty() ? TransferKind::keeps : answer.chain.back().kind,
                        the_names_of(then, answer.performers), the_names_of(then, answer.holders)};
            if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(std::move(one));
        }
    return out;
}

}  // namespace belegd::analysis
