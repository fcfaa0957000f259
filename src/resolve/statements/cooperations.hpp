#pragma once
// Cooperations as they are resolved: heads, articles, packages, amendments, and what variants and decisions do to them.
// Internal to resolve/.

#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "resolve/phrases/clauses.hpp"

namespace belegd::resolve {

class Cooperations {
   public:
    explicit Cooperations(Resolution& r) : r_(r), model_(r.model) {}

    /// A cooperation of the present, or of a variant.
    void declared(const syntax::Tree& tree, const Phrase& phrase, VariantId variant);
    void variant(const syntax::Tree& tree, const Phrase& phrase);
    /// The sentences in the statutes of an organisation.
    void statutes(const syntax::Tree& tree, const Phrase& phrase);
    void decision(const syntax::Tree& tree, const Phrase& phrase, VariantId variant);
    /// Transfers wait until every cooperation has its organs and participants.
    void transfer(Phrase phrase, const Context& context) { transfers_.push_back({std::move(phrase), context}); }
    void amends(const syntax::Tree& tree, const Phrase& phrase, VariantId variant, DecisionId decision);
    void resolve_transfers();
    void resolve_consulted();
    /// After all cooperations are there: the versions that amendments make.
    void amend();

   private:
    /// The version being read, the article it is read from, and whether an amendment does it.
    struct Place {
        CooperationId id;
        ArticleId article;
        bool amending = false;
    };
    struct Amendment {
        VariantId variant;
        DecisionId decision;
        const syntax::Tree* tree;
        Phrase phrase;
        std::optional<Day> from;                ///< its first day; absent: it corrects the whole from the start
        Term term;                              ///< that day as it is said, and what it works back over (D31)
        std::optional<DateValue> back_to = {};  ///< the day to which it works back
        CooperationId made = {};                ///< the version that it made first
    };

    // ---- the head: form, participants, dates, scope (cooperations.cpp)
    void body(const Place& place, const syntax::Tree& tree, const Phrase& phrase, const Context& context);
    void head(const Place& place, const syntax::Tree& tree, const Phrase& clause);
    FormId family_of(Cooperation::Word word) const;
    void form(CooperationId id, const Phrase& clause);
    static void add_organ(model::Cooperation& cooperation, model::OrganId organ);
    void finish_form(CooperationId id);
    bool said_before(CooperationId id, const syntax::Tree& tree, const Phrase& clause);
    bool completes(CooperationId id, const syntax::Tree& tree, const Phrase& clause);
    void valid(const Place& place, const syntax::Tree& tree, const Phrase& clause);
    void notice(std::optional<Notice>& into, Backing& backing, const syntax::Tree& tree, const Phrase& clause);
    void endless(const Place& place, const Phrase& clause);
    void not_renewed(const Place& place, const Phrase& clause);
    /// Without an end, and with one: both cannot be.
    void tell_end(const Term& term, Endless endless, Span span);
    /// `geldt tot 1 januari 2026` of a package alone.
    void package_holds(Package& package, const syntax::Tree& tree, const Phrase& clause);
    void participants(const Place& place, const syntax::Tree& tree, const Phrase& clause);
    void scope(const Place& place, const Phrase& clause);
    void finish_later();

    // ---- what its text has, and who adopted it when (provisions.cpp)
    void provides(const Place& place, const Phrase& clause);
    void adoption(Cooperation& cooperation, const syntax::Tree& tree, const Phrase& clause);
    void signatures(CooperationId id, const Phrase& clause);
    bool signed_for_several(const Phrase& clause);

    // ---- articles and packages (articles.cpp)
    void inner(const Place& place, const syntax::Tree& tree, const Phrase& phrase, const Context& context,
               const std::vector<Citation::Part>& outer, const std::vector<Phrase>& inherited);
    void article(Place place, const syntax::Tree& tree, const Phrase& phrase, Context context,
                 std::vector<Citation::Part> outer, std::vector<Phrase> inherited);
    /// An article of a decision: its number, and what its head says of the sentences inside.
    void decided_article(const syntax::Tree& tree, const Phrase& phrase, Context context,
                         const std::vector<Phrase>& giver, const std::vector<Phrase>& inherited);
    void own_article(const syntax::Tree& tree, const Phrase& phrase, Context context,
                     const std::vector<Phrase>& inherited);
    void check_head(const Place& place, const Phrase& article, const std::vector<Phrase>& clauses, bool no_sentence);
    /// What stands inside an article, an annex or a chapter, with what its head says of it.
    void headed(const Place& place, const syntax::Tree& tree, const Phrase& phrase, const Context& context,
                const std::vector<Citation::Part>& outer, const std::vector<Phrase>& inherited);
    void annex(Place place, const syntax::Tree& tree, const Phrase& phrase, Context context,
               const std::vector<Phrase>& inherited);
    ArticleId add_article(CooperationId id, const Phrase& phrase, std::vector<Citation::Part> parts);
    /// How a board is made up and decides, once the organs and participants are there (boards.cpp).
    void board(const Place& place, const Phrase& phrase);
    void package(const Place& place, const syntax::Tree& tree, const Phrase& phrase, Context context,
                 const std::vector<Phrase>& inherited);

    // ---- amendments and endings (amendments.cpp)
    void amendment(Amendment& said);
    /// Makes the version that the amendment gives upon this one.
    CooperationId apply(const Amendment& said, CooperationId before, Status status);
    /// The same of an amendment that made a version elsewhere already: its sentences are copied.
    CooperationId apply_again(Amendment said, VariantId variant, CooperationId before, Status status);
    void speak(const Phrase& sentence, const Context& where);
    void copy_sentences(CooperationId from, CooperationId to, VariantId variant,
                        const std::function<bool(const Transfer&)>& wanted);
    void ends_with(const Amendment& said, CooperationId version, Day first_without, Status status);
    std::vector<CooperationId> passed_over(CooperationId before, CooperationId made) const;
    std::vector<const Amendment*> later_in_bases(const Amendment& said, CooperationId first) const;
    std::optional<CooperationId> version_for(CooperationId first, VariantId variant, Status status,
                                             std::optional<Day> begun_by = std::nullopt) const;
    Status status_said(const Amendment& said, CooperationId first);
    /// What another document says of the organs of who stands in a list that is `doorslaggevend`.
    void weigh_participants(CooperationId id);
    void accession(const Place& place, const syntax::Tree& tree, const Phrase& clause, std::optional<Day> from);
    void withdrawal(CooperationId id, const syntax::Tree& tree, const Phrase& clause, std::optional<Day> from);
    void leave(CooperationId id, PartyId party, const std::vector<OrganId>& organs, Day per, Span span);
    void drop(CooperationId id, const Phrase& clause, std::vector<ArticleId>& gone);
    void nothing_drops(CooperationId id, const resolve::Place& place);
    void take_out(CooperationId id, const std::vector<ArticleId>& gone);
    /// Puts what an ending names into it: a cooperation, or a decision other than the one that does it.
    bool named_to_end(const Item& item, DecisionId by, Ending& out);
    std::optional<DateValue> ends_on(const syntax::Tree& tree, const Phrase& clause);
    void ending(std::vector<Ending>& endings, const syntax::Tree& tree, const Phrase& clause, DecisionId decision);
    void variant_clause(VariantId id, const syntax::Tree& tree, const Phrase& clause);

    void tell_deciders(const Phrase& clause, const std::vector<Actor>& actors, DecisionId decision);

    Resolution& r_;
    Model& model_;
    struct Said {
        Span span;
        Text says;              ///< what follows the word, up to its sources
        bool prevails = false;  ///< `doorslaggevend`
    };
    std::map<std::pair<std::uint32_t, Word>, Said> once_;
    std::vector<Span> prevailing_;  ///< the lists of participants that are `doorslaggevend`
    std::vector<std::pair<Place, Phrase>>
        later_;  ///< scopes, signatures and boards, which need the participants and organs
    /// Who takes a decision, and who advises on it or must permit it: that needs the organs of every cooperation.
    std::vector<std::pair<Phrase, Context>> deciders_, consulted_;
    std::vector<Amendment> amendments_;
    std::vector<Amendment> applied_;  ///< in order of application
    /// The sentences of the amendment that made a version: their first number, and the first after them.
    std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> own_statements_;
    std::map<std::uint32_t, Day> uncut_;  ///< until when a version held by itself, where the next one ends it
    std::map<std::uint32_t, std::vector<Phrase>> heads_;   ///< what the head of each article says of its sentences
    std::map<std::uint32_t, std::vector<Phrase>> around_;  ///< and what those say in which it stands
    /// By number, the sentences that name somebody by his part (`centrum`), which another version may give to another.
    std::map<std::uint32_t, std::pair<Phrase, Context>> by_part_;
    std::vector<std::pair<Phrase, Context>> transfers_;
    /// Sentences of an amendment are read when its version is complete.
    std::vector<std::pair<Phrase, Context>>* waiting_ = &transfers_;
};

/// `‘18 maanden’ (Adviesnota)`
Text with_sources(const Model& model, const Text& says, const Backing& backing);
/// Whether a clause, or one behind it, says `doorslaggevend`.
bool prevails_in(const Phrase& clause);

/// Items of cost, keys, indices, actual figures, ceilings and settlements, in the cooperation or variant they stand in
/// (money.cpp).
void resolve_money(Resolution& r, const syntax::Tree& tree, const Phrase& phrase, const Context& context);
/// The item of that name that a variant sees: its own, else one of the present. Told where it may be one of several.
CostId cost_called(Resolution& r, const std::string& name, VariantId variant, Span span);
void tell_unknown_cost(Resolution& r, const std::string& name, Span span);
/// The calendar year in which the date of a clause lies.
std::optional<int> year_in(Resolution& r, const Phrase& clause, const syntax::Tree& tree);
/// The party that a share or value names.
std::optional<PartyId> payer_named(Resolution& r, const Item& item);
/// After all of them are there: the items, keys and indices that they name.
void link_money(Resolution& r);
/// Milestones and procedures, and money by `resolve_money` (planning.cpp).
void resolve_planning(Resolution& r, const syntax::Tree& tree, const Phrase& phrase, const Context& context);

}  // namespace belegd::resolve
