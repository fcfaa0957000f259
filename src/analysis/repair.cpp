#include "analysis/repair.hpp"

#include <algorithm>

#include "analysis/questions.hpp"
#include "analysis/repair_verdict.hpp"
#include "diagnostics/messages/repair.hpp"
#include "model/describe.hpp"
#include "rules/permissions.hpp"

namespace belegd::analysis {

using namespace model;

namespace {

using Chosen = std::vector<std::size_t>;

constexpr std::size_t kMostLines = 3;
constexpr std::size_t kMostTries = 300, kFewestTries = 3;
/// About how much reading all tries together may take: letters of the text, and stretches of answers.
constexpr std::size_t kMostReading = 20'000'000;
/// Of one gap no more than a part of the tries, so that the next has its turn.
constexpr std::size_t kPart = 3, kFewestOfGap = 40;
constexpr std::size_t kMostSets = 20'000;

std::size_t tries_for(const Analysis& analysis) {
    std::size_t runs = 0;
    for (const auto& variant : analysis.coverage.variants) runs += variant.runs.size();
    const auto each = 1 + analysis.texts.sources[analysis.texts.main].whole().size() + 20 * runs;
    return std::clamp(kMostReading / each, kFewestTries, kMostTries);
}

/// Every choice of so many lines that together are about each part of the gap once.
void choices(const std::vector<RepairLine>& lines, std::vector<bool>& settled, std::size_t left, Chosen& chosen,
             std::vector<Chosen>& out) {
    const auto open = std::find(settled.begin(), settled.end(), false);
    if (open == settled.end()) {
        if (left == 0) {
            out.push_back(chosen);
            std::sort(out.back().begin(), out.back().end());
        }
        return;
    }
    if (left == 0) return;
    const auto part = static_cast<std::size_t>(open - settled.begin());
    for (std::size_t i = 0; i < lines.size() && out.size() < kMostSets; ++i) {
        const auto& closes = lines[i].closes;
        if (std::find(closes.begin(), closes.end(), part) == closes.end()) continue;
        if (std::any_of(closes.begin(), closes.end(), [&](std::size_t each) { return settled[each]; })) continue;
        for (const auto each : closes) settled[each] = true;
        chosen.push_back(i);
        choices(lines, settled, left - 1, chosen, out);
        chosen.pop_back();
        for (const auto each : closes) settled[each] = false;
    }
}

/// What the law asks permission for, in words, each once.
std::vector<Text> permissions_of(const Analysis& analysis, VariantId variant) {
    std::vector<Text> out;
    const auto& model = analysis.model;
    for (const auto& each : rules::permissions_asked(*analysis.subject, analysis.subject->view(variant))) {
        if (!each.questions.empty() || each.parties.empty()) continue;
        std::vector<Text> organs, cited;
        for (const auto party : each.parties)
            organs.push_back(the_names_of(model, {model.organ_of(party, each.organ)}));
        for (const auto& citation : model.rules[each.rule].backing.citations) cited.push_back(spelled(citation));
        out.push_back(
            say(message::repair_permission, {listed(organs), title_of(model, each.cooperation), joined(cited, "; ")}));
    }
    return out;
}

std::vector<Text> questions_of(const Analysis& analysis) {
    std::vector<Text> out;
    for (const auto& each : questions(analysis).open) out.push_back(each.text);
    return out;
}

/// What is there and was not.
std::vector<Text> more(const std::vector<Text>& now, const std::vector<Text>& before) {
    std::vector<Text> out;
    for (const auto& each : now)
        if (std::find(before.begin(), before.end(), each) == before.end() &&
            std::find(out.begin(), out.end(), each) == out.end())
            out.push_back(each);
    return out;
}

/// Tries the lines of one gap after another.
class RepairSearch {
   public:
    RepairSearch(const Analysis& analysis, const RepairAsked& asked, const Retry& retry)
        : a_(analysis), asked_(asked), retry_(retry), before_(analysis) {
        out_.most_tries = asked.most_tries.value_or(tries_for(analysis));
    }

    Repairs all() {
        for (auto& gap : gaps(a_, asked_)) {
            if (out_.tries >= out_.most_tries) {
                ++out_.not_tried;
                continue;
            }
            Repair repair;
            repair.lines = lines_for(a_, gap);
            repair.gap = std::move(gap);
            look_for(repair);
            out_.all.push_back(std::move(repair));
        }
        return std::move(out_);
    }

   private:
    void look_for(Repair& repair) {
        alone_.assign(repair.lines.size(), {});
        most_here_ = asked_.most_tries
                         ? *asked_.most_tries
                         : std::min(out_.most_tries, out_.tries + std::max(kFewestOfGap, out_.most_tries / kPart));
        for (std::size_t size = 1; size <= kMostLines && repair.proposals.empty() && !repair.cut; ++size) {
            std::vector<Chosen> sets;
            std::vector<bool> settled(repair.gap.parts.size());
            Chosen chosen;
            choices(repair.lines, settled, size, chosen, sets);
            repair.cut = sets.size() >= kMostSets;
            std::sort(sets.begin(), sets.end(),
                      [&](const Chosen& a, const Chosen& b) { return goes_before(repair.lines, a, b); });
            sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
            for (const auto& set : sets) {
                if (repair.proposals.size() >= asked_.most_proposals) repair.cut = true;
                if (repair.cut) break;
                if (set.size() == 1 ||
                    std::all_of(set.begin(), set.end(), [&](std::size_t line) { return may_be_one_of(repair, line); }))
                    try_set(repair, set);
            }
        }
    }

    /// The text with these lines, read; null when it cannot be, or when the tries are used up.
    std::unique_ptr<Analysis> read_with(Repair& repair, const Chosen& set) {
        if (out_.tries >= most_here_) {
            repair.cut = true;
            return nullptr;
        }
        auto text = text_with(a_, repair.lines, set);
        if (!text) return nullptr;
        ++out_.tries;
        ++repair.tried;
        auto tried = retry_(std::move(*text));
        return tried && tried->readable() ? std::move(tried) : nullptr;
    }

    /// Whether a line may do with others what it does not do alone: where it does not even close its own part, or is
    /// double there, others change nothing about it.
    bool may_be_one_of(Repair& repair, std::size_t line) {
        auto& known = alone_[line];
        if (known) return *known;
        const auto tried = read_with(repair, {line});
        if (repair.cut) return false;
        known = false;
        if (!tried) return false;
        const Reading after(*tried);
        if (!before_.closes(after, repair.gap, repair.lines[line].closes)) return false;
        for (const auto& each : before_.found_anew(after)) {
            if (each.code != info(Code::B02).id) continue;
            ++repair.refused[each];
            return false;
        }
        known = true;
        return true;
    }

    void try_set(Repair& repair, const Chosen& set) {
        const auto tried = read_with(repair, set);
        if (!tried) return;
        const Reading after(*tried);
        std::vector<std::size_t> parts;
        for (std::size_t i = 0; i < repair.gap.parts.size(); ++i) parts.push_back(i);
        if (!before_.closes(after, repair.gap, parts)) return;
        const auto anew = before_.found_anew(after);
        for (const auto& each : anew) ++repair.refused[each];
        if (!anew.empty()) return;
        const bool joins = std::any_of(set.begin(), set.end(),
                                       [&](std::size_t i) { return repair.lines[i].how == RepairLine::How::joins; });
        const bool moves = before_.moves_others(after, repair.gap);
        if (moves && (!joins || before_.moves_others(after, repair.gap, repair.gap.owners.front())))
            return void(++repair.moved);
        Proposal proposal;
        proposal.more_of_owner = moves;
        proposal.lines = set;
        proposal.outcomes = before_.outcomes(after, repair.gap, parts);
        if (!asked_before_) asked_before_ = questions_of(a_);
        proposal.asks = more(questions_of(*tried), *asked_before_);
        proposal.permissions = more(permissions_of(*tried, repair.gap.variant), permissions_of(a_, repair.gap.variant));
        proposal.tests = tried->tests.failed.size() > a_.tests.failed.size();
        repair.proposals.push_back(std::move(proposal));
    }

    const Analysis& a_;
    const RepairAsked& asked_;
    const Retry& retry_;
    const Reading before_;
    std::optional<std::vector<Text>> asked_before_;
    std::vector<std::optional<bool>> alone_;  ///< of each line of the gap at hand, once it is known
    std::size_t most_here_ = 0;               ///< up to how many tries it may go on
    Repairs out_;
};

}  // namespace

bool goes_before(const std::vector<RepairLine>& lines, const std::vector<std::size_t>& a,
                 const std::vector<std::size_t>& b) {
    const auto weights = [&](const Chosen& set) {
        std::vector<TransferKind> out;
        out.reserve(set.size());
        for (const auto i : set) out.push_back(lines[i].kind);
        std::sort(out.rbegin(), out.rend());
        return out;
    };
    const auto of_a = weights(a), of_b = weights(b);
    return of_a != of_b ? of_a < of_b : a < b;
}

std::optional<std::string> text_with(const Analysis& analysis, const std::vector<RepairLine>& lines,
                                     const std::vector<std::size_t>& chosen) {
    auto order = chosen;
    // From the end, so that places before stay; of two at one place the later first.
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(lines[a].span.begin, lines[a].span.end, a) >
               std::tuple(lines[b].span.begin, lines[b].span.end, b);
    });
    std::string out(analysis.texts.sources[analysis.texts.main].whole());
    std::size_t free_until = out.size();
    for (const auto i : order) {
        const auto& span = lines[i].span;
        if (span.end > free_until) return std::nullopt;
        out.replace(span.begin, span.end - span.begin, lines[i].text);
        free_until = span.begin;
    }
    return out;
}

Repairs repairs(const Analysis& analysis, const RepairAsked& asked, const Retry& retry) {
    if (!analysis.readable()) return {};
    return RepairSearch(analysis, asked, retry).all();
}

}  // namespace belegd::analysis
