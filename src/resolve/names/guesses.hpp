#pragma once
// What was probably meant by a name that is not known, and what to write instead. Internal to resolve/.

#include <cstdint>

#include "resolve/resolution.hpp"

namespace belegd::resolve {

/// Of a name that may be a party's: whether only a cooperation will do, or a decision too.
enum class Wanted : std::uint8_t { anything, cooperation, cooperation_or_decision };

/// Tells that a name is not known (N01) or is that of another kind of thing (N03), with what was probably meant. Gives
/// what to go on with where the guess is as good as certain: the thing with this title, or whose name begins the text.
std::optional<std::uint32_t> tell_unknown(Resolution& r, NameKind kind, std::string_view name, Span span,
                                          Wanted wanted = Wanted::anything);
/// Whether what is not known was told already, or follows from what was; the place is added to what was told.
bool told_before(Resolution& r, NameKind kind, std::string_view name, Span span);
/// Notes what was reported last as what tells that a name is not known.
void is_told(Resolution& r, NameKind kind, std::string_view name);

/// Tells that a name is a function, task nor participant, when it is near to none of another kind either.
bool unknown_to_all(Resolution& r, const std::vector<NameKind>& kinds, const Item& item);

/// `zet erbij: gebruik overheden`, when a module that the model does not use has an organ of this name.
std::optional<Remedy> library_of_organ(const Resolution& r, std::string_view name);

/// A name as text to write in the model: in quotation marks where it needs them.
Text to_write(const Resolution& r, std::string_view name);
/// `bedoelde u ‘Leiden’?`, of a finding about the name alone.
Remedy meant(const Resolution& r, std::string_view name);

/// The name of the thing of this kind whose title this is.
std::optional<std::string> titled(const Resolution& r, NameKind kind, std::string_view title);

/// In the block of which declarations a word belongs.
std::vector<Remedy> where_it_belongs(Word word);
/// What to write instead of a line that the block does not take: the line itself where it is plain, else where it belongs.
std::vector<Remedy> instead_in(const Resolution& r, const Phrase& line, Word block);
/// `noem een samenwerking: dienst, lv`, `schrijf in het blok van dienst: deelnemers Delft`.
std::vector<Remedy> a_cooperation(const Resolution& r);
std::vector<Remedy> a_participant(const Resolution& r, PartyId party, CooperationId cooperation);

}  // namespace belegd::resolve
