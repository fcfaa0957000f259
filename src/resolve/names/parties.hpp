#pragma once
// Parties as sentences name them. Internal to resolve/.

#include <initializer_list>

#include "resolve/resolution.hpp"

namespace belegd::resolve {

/// A party on the days on which it is meant: a region changes its members.
struct PartyOn {
    PartyId party;
    Period days;
    Span span;
    const Item* item;                ///< as written
    CooperationId cooperation = {};  ///< instead of a party: its legal person
};

/// The stretches on which the lists mean the same parties, and those meant on a day of one, each once.
std::vector<Period> unchanged(std::initializer_list<const std::vector<PartyOn>*> lists);
std::vector<PartyId> meant_on(const std::vector<PartyOn>& list, Day day);
/// Who is in both lists, on the days of both.
std::vector<PartyOn> of_both(const std::vector<PartyOn>& a, const std::vector<PartyOn>& b);

/// A party of a list with the period that binds it.
struct PartyWithTerm {
    PartyId party;
    Term term;
    Span span;
    CooperationId cooperation = {};  ///< instead of a party: its legal person
};

/// For whom a sentence holds, when its actors are named by their part (`gastgemeenten`: not for the centre).
struct Narrowing {
    std::vector<PartyId> except_for;
    bool together = false;  ///< `deelnemers gezamenlijk`: they all, not each its own
    Silence centre = {};    ///< the centre is named, and the papers do not state who that is
    Silence guests = {};    ///< so are the others than the centre
};

/// The part in a cooperation that a name stands for: `centrum`, `gastgemeenten`, `deelnemers`.
std::optional<Word> part_named(std::string_view name);

/// Adds to `open` what a clause about parties leaves open of who they are: its list, or the centre it takes for known.
void note_open_whom(const Resolution& r, const Phrase& clause, const Context& context, OpenWhom& open);

/// Whose organs these are: of the party of that name or, when it has none of them, of the one party that has and whose
/// name ends in it: `gedeputeerde staten van Utrecht` are those of `provincie Utrecht`. Of several it is asked which (N07).
/// The one body called so, or with the word for its kind before it, that has one of these organs: `provincie Noord-Holland`
/// for `gedeputeerde staten van Noord-Holland`. Nothing is told where there is none, or more than one.
std::optional<std::uint32_t> owner_by_organ(const Resolution& r, const std::vector<OrganId>& organs, const Item& owner);
std::optional<std::uint32_t> owner_named(Resolution& r, const std::vector<OrganId>& organs, const Item& owner);

/// Every party meant, regions by their members, each on its days; `open` tells that the list is not complete. A
/// cooperation is one only where its legal person may stand (otherwise N03).
std::vector<PartyOn> parties_on(Resolution& r, const std::vector<Item>& items, const Context& context = {},
                                bool* open = nullptr, bool legal_persons = false,
                                const std::vector<OrganId>& organs = {});
/// Those parties, whatever the day.
std::vector<PartyId> parties_named(Resolution& r, const std::vector<Item>& items, const Context& context = {},
                                   bool* open = nullptr);
/// A list of parties with their periods: a clause before a comma binds the name before it, one after the last name
/// the whole list, unless an earlier name has one of its own (language.md section 5).
std::vector<PartyWithTerm> parties_with_terms(Resolution& r, const Phrase& clause, const std::vector<Item>& items,
                                              const syntax::Tree& tree, const Context& context, bool* open,
                                              bool legal_persons = false, const std::vector<OrganId>& organs = {});
/// Naming somebody who does not take part is told (D7, N09).
void tell_who_takes_no_part(Resolution& r, CooperationId cooperation, PartyId party, Span span);
/// `voor gastgemeenten`, `voor deelnemers`: for all who take part, on whatever day they do, but not for the centre.
bool means_all(Resolution& r, const std::vector<Item>& items, const Context& context, Narrowing& narrowing);
/// A municipality named by the model has cells from then on (D1).
void mention_party(Resolution& r, PartyId party, Span span);

}  // namespace belegd::resolve
