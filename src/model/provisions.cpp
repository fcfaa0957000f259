// What the text of a cooperation regulates, and when and by whom it was adopted.
#include <algorithm>

#include "model/cooperations.hpp"

namespace belegd::model {

void Cooperations::provides(const Place& place, const Phrase& clause) {
    auto& version = model_[place.id];
    const bool has = clause.word == Word::provides;
    auto& said = has ? version.provides : version.provides_not;
    auto& contrary = has ? version.provides_not : version.provides;
    for (const auto& item : clause.items)
        if (has && item.value == Word::open_list) version.provides_open = true;
    for (const auto& item : r_.divided_items(clause.items, {NameKind::provision})) {
        const auto found = r_.named(NameKind::provision, item.text, item.span);
        if (!found) {
            version.provides_open = true;
            continue;
        }
        const ProvisionId id{*found};
        // What an amendment says of a provision replaces what the version before said of it.
        if (place.amending) std::erase_if(contrary, [&](const Provided& each) { return each.provision == id; });
        said.push_back({id, place.article, item.span, r_.backing(clause)});
    }
}

void Cooperations::adoption(CooperationId id, const syntax::Tree& tree, const Phrase& clause) {
    auto& cooperation = model_[id];
    if (clause.word == Word::signed_by) {
        const Context context{&tree, id, std::nullopt, {}, {}, {}};
        for (auto& name : r_.as_named(clause)) cooperation.signatories.push_back(std::move(name));
        for (const auto& actor : r_.known_actors(clause, context)) cooperation.signed_by.push_back(actor);
        return;
    }
    const bool concluded = clause.word == Word::concluded_on;
    (concluded ? cooperation.concluded : cooperation.published) = r_.date(clause, tree);
    (concluded ? cooperation.concluded_backing : cooperation.published_backing) = r_.backing(clause);
    (concluded ? cooperation.concluded_span : cooperation.published_span) = clause.whole;
}

}  // namespace belegd::model
