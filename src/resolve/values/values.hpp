#pragma once
// Dates, periods, quantities, sources and citations: from a clause to a value. Internal to resolve/.

#include "base/ratio.hpp"
#include "resolve/resolution.hpp"

namespace belegd::resolve {

std::optional<DateValue> date_of(Resolution& r, const Phrase& clause, const syntax::Tree& tree);
/// Whether what is dated may end by something of which nobody knows the day: `tot "intrekking van de wet"`.
enum class Ends : std::uint8_t { on_a_day, by_event };
Term term_of(Resolution& r, const Phrase& phrase, const syntax::Tree& tree, Ends may_end = Ends::on_a_day);
/// `vanaf 1 januari 2005 voor de duur van tien jaar`: an end date.
void lasts(Resolution& r, Term& term, const Phrase& clause, const syntax::Tree& tree);
/// `werkt terug tot en met 1 januari 2024`: counts from that day on (D31). Told when nothing says since when it holds
/// by itself; the day when one is read.
std::optional<DateValue> work_back(Resolution& r, Term& term, const Phrase& clause, const syntax::Tree& tree);
/// `stilzwijgend verlengd met 1 jaar`: goes on after its end; `eenmaal verlengd met` so much longer. Told without an end.
/// So many times, or each time again where it is none.
std::optional<Duration> renew(Resolution& r, Term& term, const Phrase& clause, const syntax::Tree& tree, int times);
/// Whether a word says by how much a term grows; how many times, with what `geldt` says beside it.
bool says_renewed(Word word);
int times_renewed(const Phrase& valid, Word renewed);
/// `1 januari`
Text day_of_year(const Resolution& r, const Phrase& clause, const syntax::Tree& tree);
/// `stilzwijgend verlengd met 1 jaar`, `anders 3 maanden later`; told when it has no whole number of months or days.
std::optional<Duration> duration_of(Resolution& r, const Phrase& clause, const syntax::Tree& tree);
std::optional<Status> status_of(const Phrase& clause, const syntax::Tree& tree);

/// In hundredths, with its unit (`%`, `€`, `maanden` …).
struct Quantity {
    long long hundredths;
    Word unit;
    bool money;
    std::string own_unit = {};  ///< a unit that is no word of the language: `uur`

    /// Of `3 maanden`; nothing when it is no length of time.
    std::optional<Duration::Unit> unit_of_time() const;
};
std::optional<Quantity> quantity_of(Resolution& r, const Phrase& clause, const syntax::Tree& tree);
/// A number with more than one reading, or none (L09).
void tell_unclear_number(Resolution& r, std::string_view text, const syntax::Tree& tree, std::uint32_t node);

/// The whole numbers in a text, in order; of more than five digits 99999.
std::vector<int> numbers_in(std::string_view text);
/// `33,3333` of a percentage, with any number of decimals.
std::optional<Ratio> percentage_of(std::string_view text, Language language);
/// `1/3`
std::optional<Ratio> fraction_of(std::string_view text);

Backing backing_of(Resolution& r, const Phrase& phrase);
/// `addendum art 3`, `"Addendum ICT" art 3`: that place in the text of what the addendum stands beside; nothing where none is
/// called so.
std::optional<Place> in_addendum(Resolution& r, const Place& place);
Citation citation_of(Resolution& r, const Place& place);
void tell_unknown_law(Resolution& r, const Place& place);
/// What `ter uitvoering van` names: a cooperation, decision or source, and the place in it.
std::vector<Under> under_of(Resolution& r, const Phrase& clause);

/// `raad en college van Leiden, cliëntenraad`: each with whose it is, if that is said.
std::vector<std::pair<Item, std::optional<Item>>> owned_names(const Resolution& r, const Phrase& clause);
/// A name as written, for what need not be declared (`na advies van cliëntenraad`).
std::vector<Text> names_as_written(Resolution& r, const Phrase& clause);
/// The sentence on one line, without comments and sources.
Text sentence_at(const Resolution& r, Span span);

}  // namespace belegd::resolve
