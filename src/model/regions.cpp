// Regions: sets of municipalities that change over time.
#include "model/clauses.hpp"

#include <algorithm>

namespace belegd::model {

void resolve_regions(Resolution& r) {
    for (const auto& [tree, declared] : r.statements) {
        if (declared.word != Word::region || declared.items.empty()) continue;
        const auto known = r.names[NameKind::party].find(declared.items.front().text);
        if (!known || !r.owners[*known].region.valid()) continue;
        const auto id = r.owners[*known].region;
        r.model[id].backing = r.backing(declared);
        each_clause(r, *tree, declared, [&, &tree = tree](const Phrase& clause) {
            if (clause.word == Word::remark) r.model[id].remarks.push_back(remark_of(clause));
            if (clause.word != Word::members) return;
            const auto common = r.term(clause, *tree);
            const bool each_own = std::any_of(clause.items.begin(), clause.items.end(),
                                              [](const Item& item) { return !item.own.empty(); });
            for (const auto& item : clause.items) {
                Phrase own;
                own.clauses = item.own;
                const bool last = &item == &clause.items.back();
                const auto term = !item.own.empty() ? r.term(own, *tree) : !each_own || last ? common : Term{};
                for (const auto& member : r.parties_on({item}, {}, &r.model[id].open))
                    r.model[id].members.push_back({member.party, term, member.span});
            }
        });
        if (r.model[id].members.empty() && !r.model[id].open)
            r.report(Code::N05, say(Message::region_of_whom, {say(Message::quoted, {Text(r.model[id].name)})}),
                     declared.span, {{say(Message::region_members_example)}});
    }
}

void check_articles(Resolution& r) {
    const auto& model = r.model;
    for (const auto& [cooperation, parts, span] : r.cited_articles) {
        const auto first = model[cooperation].first_version;
        std::vector<Text> numbers;
        bool there = false, any = false;
        for (const auto& article : model.articles) {
            if (article.cooperation != first) continue;
            any = true;
            there = there || within(parts, article.parts) || within(article.parts, parts);
            if (article.parts.size() == 1) numbers.push_back(spelled(Citation{{}, {}, article.parts, {}, false}));
        }
        // A text of which the model has no articles at all cannot be held against them.
        if (there || !any) continue;
        const auto place = spelled(Citation{{}, {}, parts, {}, false});
        std::vector<Remedy> remedies;
        if (!numbers.empty()) remedies.push_back({say(Message::articles_are, {listed(numbers)})});
        r.report(Code::N15, say(Message::no_such_article, {Text(model[first].name), place}), span, std::move(remedies));
    }
}

}  // namespace belegd::model
