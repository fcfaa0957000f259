#pragma once
// The state that the rooms of the resolver share. Internal to resolve/.

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/model.hpp"
#include "resolve/names/names.hpp"
#include "resolve/phrases/phrases.hpp"
#include "resolve/values/task_set.hpp"
#include "syntax/tree.hpp"

namespace belegd::resolve {

using namespace model;
using syntax::Word;

/// Where a statement stands: in which file, cooperation, article, package, decision and variant.
struct Context {
    const syntax::Tree* tree = nullptr;
    CooperationId cooperation;
    std::optional<std::uint32_t> package;
    VariantId variant;
    ArticleId article;
    DecisionId decision;
    std::vector<Citation::Part> in_text = {};  ///< the article of that decision, or of the statutes
    PartyId statutes_of = {};                  ///< the organisation in whose own statutes it stands
};

/// What one resolution knows so far: the model that grows, and the names in it. What the rooms do with it are functions
/// of theirs: names/ who is meant, values/ dates, amounts and what a sentence is about, statements/ and rules/ the rest.
class Resolution {
   public:
    Resolution(const Sources& texts, Diagnostics& sink) : sources(texts), diagnostics(sink), phrases(texts, sink) {}

    const Sources& sources;
    Diagnostics& diagnostics;
    Phrases phrases;
    Model model;

    // ---- names
    std::map<NameKind, Names> names;
    Names organ_names;
    /// A name of parties, cooperations and regions stands for one of them.
    struct Owner {
        PartyId party;
        CooperationId cooperation;
        RegionId region;
    };
    std::vector<Owner> owners;
    /// A name of decisions, milestones and decision rules stands for one of these.
    struct Planned {
        DecisionId decision;
        MilestoneId milestone;
        DecisionRuleId rule;
    };
    std::vector<Planned> planned;

    // ---- what follows from another mistake, and is not told again
    std::set<std::string> lost;
    bool every_rule = false;  ///< rules of the library are read in full, whatever the model has
    bool incomplete = false;  ///< a library or file is missing, or the line that names it: unknown names follow from it
    std::map<std::pair<NameKind, std::string>, std::size_t> unknown;  ///< said as which finding
    std::map<std::size_t, std::set<Span>> unknown_elsewhere;          ///< by finding: the places that it does not show
    std::set<std::uint32_t> unknown_forms;         ///< first versions of cooperations whose form is named and not known
    std::set<std::uint32_t> unknown_participants;  ///< of which a participant is named and not known
    std::set<std::uint32_t> without_centre;        ///< of which it was told that no centre is stated

    // ---- what a name that is not known may have been meant to be, as long as that takes no longer than somebody waits
    std::size_t sought = 0;  ///< names looked through for that
    /// Whether there is still time to look through so many names.
    bool may_seek(std::size_t names_there);
    /// The nearest of some names; nothing once too many have been looked through.
    std::optional<std::string> nearest_to(std::string_view name, const std::vector<std::string>& known);

    // ---- what is being read
    struct Declared {
        const syntax::Tree* tree;
        Phrase phrase;
    };
    std::deque<Declared> statements;  ///< top level, in order of loading
    /// The tasks that a sentence names, and whether there may be others.
    struct TasksSaid {
        TaskSet tasks;
        bool open = false;
    };
    std::map<Span, TasksSaid> tasks_said;  ///< by where the sentence stands
    std::optional<Span> sentence;          ///< at hand: `bovenstaande taken` are those of one above it
    std::string_view task_spoken_of;       ///< the first task of the sentence whose functions are being read
    std::uint32_t statement_count = 0;
    std::map<std::uint32_t, std::vector<Actor>> givers_of;  ///< of a statement that has several, each for what he has
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t>
        transfers_in;  ///< cooperation, variant, decision → how many statements

    // ---- what is cited; whether it is there is known at the end
    struct CitedArticle {
        CooperationId cooperation;  ///< invalid: of the statutes of
        PartyId organisation;
        std::vector<Citation::Part> parts;
        Span span;
    };
    std::vector<CitedArticle> cited_articles;
    struct CitedPlace {
        StatuteId statute;
        std::vector<Citation::Part> parts;
        Span span;
        std::optional<Day> worded_on = {};
    };
    std::vector<CitedPlace> cited_places;

    void report(Code code, Text message, Span span, std::vector<Remedy> remedies = {}, std::vector<Label> related = {},
                Text why = {});
    bool knows(NameKind kind, std::string_view name) const;
    /// A name that a line declares which could not be read, or stands in the wrong place: not to know it is no finding.
    void lose(std::string_view name);
    /// Whether the model uses a module of the library.
    bool uses(std::string_view module) const;
    /// Of what would be an organ, were the form of this cooperation known.
    bool formless(CooperationId cooperation) const;
    /// Whether a participant of this cooperation is named and not known: who else takes part may be meant by that.
    bool lists_unknown(CooperationId cooperation) const;
    /// Notes that a name is used here, for finding and renaming it.
    void used(NameKind kind, std::uint32_t index, Span span, bool declares = false);
    /// The same for a name within another: a package of a cooperation, a step of a procedure.
    void mention_inside(NameKind kind, std::string_view outer, std::string_view name, Span span, bool declares);
};

// ---- the parts, in the order in which they run --------------------------------------------------------------
void declare_names(Resolution& resolution);
/// The articles that organisations have in their own statutes, before anything cites them.
void resolve_bylaws(Resolution& resolution);
void resolve_parties(Resolution& resolution);
void resolve_functions(Resolution& resolution);
void break_function_circles(Resolution& resolution);
void resolve_tasks(Resolution& resolution);
void resolve_notions(Resolution& resolution);
void resolve_regions(Resolution& resolution);
void imply_needs(Resolution& resolution);
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
/// Whether the bodies to which the law is said to give something have the organs named (N01, N03): those come with the form.
void check_bodies(Resolution& resolution);
/// Articles that are cited and not there (N15).
void check_articles(Resolution& resolution);
/// Places that the statute cited does not have on the day that matters (N19).
void check_cited_places(Resolution& resolution, const std::vector<syntax::Tree>& trees);

/// One transfer sentence in its context.
void resolve_transfer(Resolution& resolution, const Phrase& phrase, const Context& context);

}  // namespace belegd::resolve
