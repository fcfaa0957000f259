#pragma once
// The state that the parts of the resolver share. Internal to model/.

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/model.hpp"
#include "model/names.hpp"
#include "model/phrase.hpp"
#include "syntax/tree.hpp"

namespace belegd::model {

using syntax::Word;

/// What kind of thing a name may be; parties and cooperations share one kind.
enum class NameKind : std::uint8_t { party, function, task, statute, form, document, variant };

/// Where a statement stands: in which file, cooperation, package and variant.
struct Context {
    const syntax::Tree* tree = nullptr;
    CooperationId cooperation;
    std::optional<std::uint32_t> package;
    VariantId variant;
};

class Resolution {
   public:
    Resolution(const Sources& texts, Diagnostics& sink) : sources(texts), diagnostics(sink) {}

    const Sources& sources;
    Diagnostics& diagnostics;
    Model model;
    std::map<NameKind, Names> names;
    Names organ_names;

    /// A name of parties and cooperations stands for one of either.
    struct PartyOrCooperation {
        PartyId party;
        CooperationId cooperation;
    };
    std::vector<PartyOrCooperation> owners;

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
    bool knows(NameKind kind, std::string_view name) const;

    std::vector<PartyId> parties(const std::vector<Item>& items);
    std::vector<FunctionId> functions(const std::vector<Item>& items);
    std::vector<TaskId> tasks(const std::vector<Item>& items);
    OrganId organ(std::string_view name);
    /// The organ of a name that must be known already; an unknown one is reported.
    std::optional<OrganId> known_organ(const Item& item);
    /// A municipality named by the model has cells from then on (D1).
    void mention(PartyId party, Span span);

    /// Somebody as named in a clause such as `aan raad van Leiden`.
    std::vector<Actor> actors(const Phrase& clause, const Context& context, bool* joined = nullptr);

    BitSet leaves_of(const std::vector<FunctionId>& functions) const;
    BitSet leaves_of(const std::vector<TaskId>& tasks) const;

    // ---- values ---------------------------------------------------------------------------------------------
    std::optional<DateValue> date(const Phrase& clause, const syntax::Tree& tree);
    Term term(const Phrase& phrase, const syntax::Tree& tree);
    Backing backing(const Phrase& phrase);
    Citation citation(const Place& place);
    std::optional<Status> status(const Phrase& clause, const syntax::Tree& tree) const;
    /// In hundredths, with its unit (`%`, `€`, `maanden` …).
    struct Quantity {
        long long hundredths;
        Word unit;
        bool money;
    };
    std::optional<Quantity> quantity(const Phrase& clause, const syntax::Tree& tree);
    /// The sentence on one line, without comments and sources.
    Text sentence(Span span) const;

    // ---- what is being read ---------------------------------------------------------------------------------
    struct Declared {
        const syntax::Tree* tree;
        Phrase phrase;
    };
    std::deque<Declared> statements;  ///< top level, in order of loading
    std::uint32_t statement_count = 0;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>
        transfers_in;  ///< cooperation → how many statements
};

// ---- the parts, in the order in which they run --------------------------------------------------------------
void declare_names(Resolution& resolution);
void resolve_parties(Resolution& resolution);
void resolve_functions(Resolution& resolution);
void resolve_tasks(Resolution& resolution);
void resolve_law(Resolution& resolution);
void resolve_cooperations(Resolution& resolution);
void resolve_outputs(Resolution& resolution);

/// One transfer sentence in its context.
void resolve_transfer(Resolution& resolution, const Phrase& phrase, const Context& context);

/// The first bytes of a declaration's own name.
Span name_span(const Phrase& phrase);

}  // namespace belegd::model
