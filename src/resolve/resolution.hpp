#pragma once
// The state that the parts of the resolver share. Internal to model/.

#include <deque>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/model.hpp"
#include "resolve/names/names.hpp"
#include "resolve/phrases/phrase.hpp"
#include "resolve/values/task_set.hpp"
#include "syntax/tree.hpp"

namespace belegd::resolve {

using namespace model;

using syntax::Word;

/// The kinds among which a name that is not known is looked for.
inline constexpr NameKind kNameKinds[] = {NameKind::party, NameKind::function, NameKind::task,    NameKind::statute,
                                          NameKind::form,  NameKind::document, NameKind::variant, NameKind::decision};

/// Where a statement stands: in which file, cooperation, article, package, decision and variant.
struct Context {
    const syntax::Tree* tree = nullptr;
    CooperationId cooperation;
    std::optional<std::uint32_t> package;
    VariantId variant;
    ArticleId article;
    DecisionId decision;
};

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
};

class Resolution {
   public:
    Resolution(const Sources& texts, Diagnostics& sink) : sources(texts), diagnostics(sink) {}

    const Sources& sources;
    Diagnostics& diagnostics;
    Model model;
    std::map<NameKind, Names> names;
    Names organ_names;

    /// A name of parties, cooperations and regions stands for one of them.
    struct Owner {
        PartyId party;
        CooperationId cooperation;
        RegionId region;
    };
    std::vector<Owner> owners;
    std::set<std::string> lost;
    bool incomplete = false;  ///< a library or file is missing, or the line that names it: unknown names follow from it
    std::map<std::pair<NameKind, std::string>, std::size_t> unknown;  ///< said as which finding
    std::set<std::uint32_t> unknown_forms;  ///< first versions of cooperations whose form is named and not known
    /// A name of decisions and milestones stands for one of either.
    struct Planned {
        DecisionId decision;
        MilestoneId milestone;
    };
    std::vector<Planned> planned;

    // ---- findings -------------------------------------------------------------------------------------------
    void report(Code code, Text message, Span span, std::vector<Remedy> remedies = {}, std::vector<Label> related = {},
                Text why = {});
    /// Adds a name and reports a double (N02); the index goes to the name's first bearer.
    bool declare(NameKind kind, std::string_view name, std::uint32_t index, Span span, Span first);

    // ---- names ----------------------------------------------------------------------------------------------
    /// The index of a name of one kind; an unknown one is reported with the nearest known (N01, N03).
    std::optional<std::uint32_t> named(NameKind kind, std::string_view name, Span span);
    /// The items of a list, divided at `en`; values (`niet vermeld`) are left out.
    std::vector<Item> divided_items(const std::vector<Item>& items, const std::vector<NameKind>& kinds,
                                    bool* joined = nullptr) const;
    /// `A van B, C van D` as two phrases: before each further `van` the last name belongs to it. Clauses other than
    /// `van` are left out.
    std::vector<Phrase> pairs_of(const Phrase& clause, const std::vector<NameKind>& kinds,
                                 bool* joined = nullptr) const;
    bool knows(NameKind kind, std::string_view name) const;
    /// A name that a line declares which could not be read, or stands in the wrong place: not to know it is no finding.
    void lose(std::string_view name);
    /// Of a name that is not known: the one that is known and was cut by a word of the language.
    std::optional<std::string> cut_name(NameKind kind, std::string_view name, Span& span) const;
    /// The same where the name itself is what stands before that word.
    std::optional<std::string> begun_name(NameKind kind, std::string_view name, Span& span) const;
    /// The name of the thing of this kind whose title this is.
    std::optional<std::string> titled(NameKind kind, std::string_view title) const;
    /// Reports a name that a module of the library declares which the model does not use.
    bool in_unused_library(NameKind kind, std::string_view name, Span span);
    bool uses(std::string_view module) const;
    /// What would be an organ, were the form of this cooperation known.
    bool formless(CooperationId cooperation) const;
    /// A name as text to write in the model: in quotation marks where it needs them.
    Text to_write(std::string_view name) const;
    /// `bedoelde u ‘Leiden’?`
    Text meant(std::string_view name) const;
    /// Tells that a name is a function, task nor participant, when it is near to none of another kind either.
    bool unknown_to_all(const std::vector<NameKind>& kinds, const Item& item);
    /// `noem een samenwerking: dienst, lv`, `schrijf in het blok van dienst: deelnemers Delft`.
    std::vector<Remedy> a_cooperation() const;
    std::vector<Remedy> a_participant(PartyId party, CooperationId cooperation) const;
    /// Notes that a name is used here, for finding and renaming it.
    void used(NameKind kind, std::uint32_t index, Span span, bool declares = false);
    /// The same for a name within another: a package of a cooperation, a step of a procedure.
    void mention_inside(NameKind kind, std::string_view outer, std::string_view name, Span span, bool declares);

    /// Every party meant, regions by their members, each on its days; `open` tells that the list is not complete. A
    /// cooperation is one only where its legal person may stand (otherwise N03).
    std::vector<PartyOn> parties_on(const std::vector<Item>& items, const Context& context = {}, bool* open = nullptr,
                                    bool legal_persons = false);
    /// A list of parties with their periods: a clause before a comma binds the name before it, one after the last name
    /// the whole list, unless an earlier name has one of its own (language.md section 5).
    std::vector<PartyWithTerm> dated(const Phrase& clause, const std::vector<Item>& items, const syntax::Tree& tree,
                                     const Context& context, bool* open, bool legal_persons = false);
    /// Naming somebody who does not take part is told (D7, N09).
    void takes_part(CooperationId cooperation, PartyId party, Span span);
    /// `voor gastgemeenten`, `voor deelnemers`: for all who take part, on whatever day they do, but not for the centre.
    bool for_all(const std::vector<Item>& items, const Context& context, Narrowing& narrowing);
    /// Those parties, whatever the day.
    std::vector<PartyId> parties(const std::vector<Item>& items, const Context& context = {}, bool* open = nullptr);
    std::vector<FunctionId> functions(const std::vector<Item>& items);
    /// The tasks that one item of a list names, or nothing when it is a citation.
    std::vector<TaskId> tasks(const std::vector<Item>& items);
    /// Whether an item is a law or a place in one.
    bool cites(const Item& item) const;
    /// For a citation every leaf task that rests on it, by function (N16 when there is none); `list` is the phrase it
    /// stands in, whose clauses belong to the last item.
    TaskSet resting_on(const Item& item, const Phrase* list, bool last);
    /// `zoals luidend op` and `en opvolgende wetgeving` behind what is no law (N04).
    void only_of_laws(const Item& item, const Phrase* list, bool last);
    /// The leaf tasks meant, with what brackets take out of their part of the list.
    TaskSet task_set(const std::vector<Item>& items, const Phrase* list);
    /// What `behalve` takes out of a set of tasks, less what `maar wel` puts back.
    TaskSet excepted_tasks(const Phrase& clause, const TaskSet& within);
    /// The same in a sentence: for each leaf function a set of leaf tasks, within what the sentence names.
    std::vector<BitSet> excepted(const Phrase& clause, const std::vector<BitSet>& within);
    OrganId organ(std::string_view name);
    /// The organ of a name that must be known already; an unknown one is reported.
    std::optional<OrganId> known_organ(const Item& item);
    /// The names of the cooperations, and of the parties of the model, that have an organ.
    std::vector<std::string> owners_of(OrganId organ) const;
    /// A municipality named by the model has cells from then on (D1).
    void mention(PartyId party, Span span);

    /// Somebody as named in a clause such as `aan raad van Leiden`.
    std::vector<Actor> actors(const Phrase& clause, const Context& context, bool* joined = nullptr,
                              Narrowing* narrowing = nullptr);

    /// `centrum` where none is stated, once for each cooperation (N05).
    void no_centre(CooperationId cooperation, Span span);
    std::set<std::uint32_t> without_centre;
    /// What was read before, in another version: it says nothing anew, finds no names and cites nothing again.
    template <typename Read>
    void again(Read read) {
        const auto findings = diagnostics.items().size();
        const auto mentions = model.mentions.size(), cited = cited_articles.size(), places = cited_places.size();
        read();
        diagnostics.keep(findings);
        model.mentions.resize(mentions);
        cited_articles.resize(cited);
        cited_places.resize(places);
    }
    /// A cooperation with organs of its own has the library's `directeur` once a sentence names him.
    bool gets_official(CooperationId cooperation, OrganId organ);
    /// Those of a clause that the model knows: `raad`, `college van Leiden`, a party. Others are no finding, and who is
    /// named here takes no part in the model by that.
    std::vector<Actor> known_actors(const Phrase& clause, const Context& context);
    /// An organ that some law names: of each municipality that has it (D1).
    std::vector<Actor> holders_by_law(const Phrase& clause);

    BitSet leaves_of(const std::vector<FunctionId>& functions) const;
    BitSet leaves_of(const std::vector<TaskId>& tasks) const;

    // ---- values ---------------------------------------------------------------------------------------------
    std::optional<DateValue> date(const Phrase& clause, const syntax::Tree& tree);
    Term term(const Phrase& phrase, const syntax::Tree& tree);
    /// `1 januari`
    Text day_of_year(const Phrase& clause, const syntax::Tree& tree) const;
    void unknown_law(const Place& place);
    Backing backing(const Phrase& phrase);
    Citation citation(const Place& place);
    /// What `ter uitvoering van` names: a cooperation, decision or source, and the place in it.
    std::vector<Under> under(const Phrase& clause);
    /// `stilzwijgend verlengd met 1 jaar`, `anders 3 maanden later`: the number and its unit in words.
    std::optional<Decision::Delay> duration(const Phrase& clause, const syntax::Tree& tree);
    /// `raad en college van Leiden, cliëntenraad`: each with whose it is, if that is said.
    std::vector<std::pair<Item, std::optional<Item>>> owned(const Phrase& clause) const;
    /// A name as written, for what need not be declared (`na advies van cliëntenraad`).
    std::vector<std::string> as_named(const Phrase& clause);
    std::optional<Status> status(const Phrase& clause, const syntax::Tree& tree) const;
    /// In hundredths, with its unit (`%`, `€`, `maanden` …).
    struct Quantity {
        long long hundredths;
        Word unit;
        bool money;
        std::string own_unit = {};  ///< a unit that is no word of the language: `uur`
    };
    /// A number with more than one reading, or none (L09).
    void unclear_number(std::string_view text, const syntax::Tree& tree, std::uint32_t node);
    std::optional<Quantity> quantity(const Phrase& clause, const syntax::Tree& tree);
    /// The sentence on one line, without comments and sources.
    Text sentence(Span span) const;

    // ---- what is being read ---------------------------------------------------------------------------------
    struct Declared {
        const syntax::Tree* tree;
        Phrase phrase;
    };
    std::deque<Declared> statements;  ///< top level, in order of loading
    std::string_view task_spoken_of;  ///< the first task of the sentence whose functions are being read
    std::uint32_t statement_count = 0;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t>
        transfers_in;  ///< cooperation, variant, decision → how many statements
    /// Places in cooperations that are cited; whether the articles are there is known at the end.
    struct CitedArticle {
        CooperationId cooperation;
        std::vector<Citation::Part> parts;
        Span span;
    };
    std::vector<CitedArticle> cited_articles;
    /// Places in statutes that are cited; whether the statutes have them is known at the end.
    struct CitedPlace {
        StatuteId statute;
        std::vector<Citation::Part> parts;
        Span span;
        std::optional<Day> worded_on = {};
    };
    std::vector<CitedPlace> cited_places;
};

// ---- the parts, in the order in which they run --------------------------------------------------------------
void declare_names(Resolution& resolution);
void resolve_parties(Resolution& resolution);
void resolve_functions(Resolution& resolution);
void resolve_tasks(Resolution& resolution);
void resolve_notions(Resolution& resolution);
void resolve_regions(Resolution& resolution);
void resolve_law(Resolution& resolution);
void resolve_cooperations(Resolution& resolution);
void resolve_outputs(Resolution& resolution);
void resolve_rules(Resolution& resolution);
/// Which findings the statements of the model accept.
void resolve_acceptances(Resolution& resolution, const std::vector<syntax::Tree>& trees);
/// What is left out on purpose, in the document or in the block of a cooperation.
void resolve_omission(Resolution& resolution, const Phrase& phrase, CooperationId cooperation);
/// The code of a finding as named; one that does not exist is reported with the nearest (N01).
std::optional<std::string> finding_code(Resolution& resolution, const Item& item);
/// A variant based on itself through others is based on nothing, and says so (N06).
void break_variant_circles(Resolution& resolution);
/// The same of texts under texts and of decisions after decisions.
void break_circles(Resolution& resolution);
/// Who takes part with an organ that he does not have (N01).
void check_participants(Resolution& resolution);
/// Articles that are cited and not there (N15).
void check_articles(Resolution& resolution);
/// Places that the statute cited does not have on the day that matters (N19).
void check_cited_places(Resolution& resolution, const std::vector<syntax::Tree>& trees);

/// One transfer sentence in its context.
void resolve_transfer(Resolution& resolution, const Phrase& phrase, const Context& context);

/// Whether one place lies within the other: `art 6` holds `art 6 lid 1`.
bool within(const std::vector<Citation::Part>& inner, const std::vector<Citation::Part>& outer);

/// In the block of which declarations a word belongs.
std::vector<Remedy> where_it_belongs(Word word);

/// The part in a cooperation that a name stands for: `centrum`, `gastgemeenten`, `deelnemers`.
std::optional<Word> part_named(std::string_view name);

/// The first bytes of a declaration's own name.
Span name_span(const Phrase& phrase);

/// The name of a place in a law or document, without the numbers behind it.
Span name_span(const Sources& sources, const Place& place);

}  // namespace belegd::resolve
