// Places in statutes, held against what the statutes have on the day that matters.
#include <algorithm>

#include "diagnostics/messages/names.hpp"
#include "model/statute_places.hpp"
#include "resolve/resolution.hpp"

namespace belegd::resolve {
namespace {

using syntax::Kind;

/// The statements whose first day matters for what is cited within them, in order of the text.
class FirstDays {
   public:
    FirstDays(const Resolution& r, const std::vector<syntax::Tree>& trees) {
        for (const auto& transfer : r.model.transfers) {
            auto from = transfer.term.days.from;
            if (from == kNoBegin && transfer.cooperation.valid()) from = r.model[transfer.cooperation].term.days.from;
            known_.try_emplace({transfer.span.file, transfer.span.begin}, from);
        }
        for (const auto& cooperation : r.model.cooperations)
            known_.try_emplace({cooperation.span.file, cooperation.span.begin}, cooperation.term.days.from);
        for (const auto& tree : trees)
            if (r.sources[tree.file].own()) add(tree);
        std::sort(statements_.begin(), statements_.end(),
                  [](const Statement& a, const Statement& b) { return a.begins() < b.begins(); });
    }

    /// The first day of the innermost of them; without one every day matters.
    Period of(Span span) const {
        auto after = std::upper_bound(statements_.begin(), statements_.end(), Begin{span.file, span.begin},
                                      [](const Begin& begin, const Statement& each) { return begin < each.begins(); });
        while (after != statements_.begin()) {
            const auto& each = *--after;
            if (each.span.file != span.file) break;
            if (span.end <= each.span.end) {
                const auto day = known_.at(each.begins());
                return day == kNoBegin ? Period{} : Period{day, day.next()};
            }
            if (!each.inside) break;  // nothing before it holds what comes after it
        }
        return {};
    }

   private:
    using Begin = std::pair<std::uint32_t, std::uint32_t>;  ///< file and byte
    struct Statement {
        Span span;
        bool inside;  ///< stands in the block of another of them
        Begin begins() const { return {span.file, span.begin}; }
    };

    void add(const syntax::Tree& tree) {
        std::uint32_t end = 0;  // of the outermost so far
        for (std::uint32_t node = 1; node < tree.nodes.size(); ++node) {
            if (tree[node].kind != Kind::statement || !known_.contains({tree.file, tree[node].begin})) continue;
            statements_.push_back({tree.span(node), tree[node].begin < end});
            end = std::max(end, tree[node].end);
        }
    }

    std::map<Begin, Day> known_;
    std::vector<Statement> statements_;
};

std::vector<Remedy> what_there_is(const Statute& statute, const std::vector<Citation::Part>& parts, Period days) {
    std::vector<Remedy> out;
    std::vector<Text> then;
    for (const auto period : days_of_place(statute, parts)) then.push_back(spelled(period));
    if (!then.empty()) out.push_back({say(message::place_stands, {listed(then)})});
    std::vector<Text> beside;
    if (then.empty())
        for (auto& article : articles_beside(statute, parts.front().value, days))
            beside.push_back(spelled(Citation{statute.name, {}, {{Citation::Kind::article, article}}, {}, false}));
    if (!beside.empty()) out.push_back({say(message::places_are, {listed(beside)})});
    out.push_back({say(message::place_accepted)});
    return out;
}

}  // namespace

void check_cited_places(Resolution& r, const std::vector<syntax::Tree>& trees) {
    std::optional<FirstDays> first_days;
    std::vector<Span> told;
    for (const auto& [id, parts, span, worded_on] : r.cited_places) {
        const auto& statute = r.model[id];
        if (!r.sources[span.file].own() || statute.places.empty()) continue;
        if (!first_days) first_days.emplace(r, trees);
        const auto days = worded_on ? Period{*worded_on, worded_on->next()} : first_days->of(span);
        if (article_stands(statute, parts, days) != Stands::no) continue;
        if (std::find(told.begin(), told.end(), span) != told.end()) continue;  // a head is cited for every sentence
        told.push_back(span);
        const auto place = spelled(Citation{statute.name, {}, parts, {}, false});
        const bool ever = article_stands(statute, parts, {}) == Stands::yes;
        r.report(Code::N19,
                 ever ? say(message::no_place_then, {place, spelled(days.from)}) : say(message::no_such_place, {place}),
                 span, what_there_is(statute, parts, days));
    }
}

}  // namespace belegd::resolve
