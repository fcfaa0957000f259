#pragma once

#include "model/agreements.hpp"
#include "model/asked.hpp"
#include "model/money.hpp"
#include "model/planning.hpp"
#include "model/rule.hpp"
#include "model/subjects.hpp"

/// What a model says once every name means one thing: plain tables, referred to by typed ids. Nothing here changes
/// after it is resolved; a variant is these same tables, read with the variant in mind (meaning D21).
namespace belegd::model {

struct Overview {
    std::string name;
    Text title;
    std::vector<PartyId> parties;       ///< empty: every municipality of the model
    std::vector<TaskId> tasks;          ///< empty: every task
    std::vector<FunctionId> functions;  ///< empty: every function the tasks need
    std::vector<VariantId> columns;     ///< an invalid id is the present
    std::optional<Day> reference_day;
    enum class Stage : std::uint8_t { not_stated, draft, final_ } stage = Stage::not_stated;
    std::optional<DateValue> dated;  ///< the date of the document
    Text reference;                  ///< its case or document number
    std::vector<Text> remarks;
    Span span;
};

/// `toets`: what the model must answer.
struct Test {
    enum class Verdict : std::uint8_t {
        performer,
        may_perform,
        competent,
        unassigned,
        by_law,
        not_stated,
        conditional,
        partly,
        contradictory,
        undetermined,
        finding,
        no_findings,
        status,
        planned  ///< what is asked stands in `asked`, `asked_cost` or `asked_board`
    };
    Verdict verdict;
    std::vector<FunctionId> functions;  ///< empty: all
    std::vector<TaskId> tasks;          ///< empty: all
    std::vector<PartyId> parties;       ///< empty: all
    std::optional<Day> day;             ///< absent: every day
    VariantId variant;                  ///< invalid: the present
    std::vector<Actor> actors;
    /// `voor een bedrag van € 40.000`: for which case it asks (D34).
    struct Value {
        std::string of;        ///< what it is the value of, as written; empty: of whatever is counted so
        long long hundredths;  ///< of the unit
        std::string unit;
        Span span;
        bool operator==(const Value& other) const {
            return of == other.of && hundredths == other.hundredths && unit == other.unit;
        }
    };
    std::vector<Value> values;
    std::vector<std::string> codes;
    Status status = Status::decided;
    VariantId status_of_variant;
    CooperationId status_of_cooperation;
    DecisionId status_of_decision;
    MilestoneId status_of_milestone;
    std::optional<Asked> asked;  ///< of what is planned or agreed
    std::optional<AskedCost> asked_cost;
    std::optional<AskedBoard> asked_board;
    Text text;
    Span span;
};

/// `aanvaard`: the findings with these codes in a statement are known and may stand.
struct Acceptance {
    std::vector<std::string> codes;
    std::string reason;
    std::optional<Day> until;  ///< the first day on which it accepts nothing any more
    Span within;               ///< the statement that carries it, with its block
    Span span;
};

/// `niet gemodelleerd`: what is left out on purpose.
struct Omission {
    std::string what, why;
    CooperationId cooperation;  ///< in whose block it stands; invalid: in that of no cooperation
    Backing backing;
    Span span;
};

/// A place where a name stands: where it is declared, or where it is used.
struct Mention {
    NameKind kind;
    std::uint32_t index;  ///< of the thing among those of its kind; equal for all its names
    bool declares;
    Span span;
};

struct Model {
    std::vector<Organ> organs;
    std::vector<Party> parties;
    std::vector<Function> functions;
    std::vector<Task> tasks;
    std::vector<Statute> statutes;
    std::vector<Form> forms;
    std::vector<Provision> provisions;
    std::vector<Capacity> capacities;
    std::vector<NamedCondition> conditions;
    std::vector<Document> documents;
    std::vector<Cooperation> cooperations;
    std::vector<Transfer> transfers;
    /// What moves nothing: duties (`moet`), possibilities (`kan`) and `delegeert niets` (D28).
    std::vector<Transfer> without_act;
    std::vector<Variant> variants;
    std::vector<Article> articles;
    std::vector<Region> regions;
    std::vector<Decision> decisions;
    std::vector<Milestone> milestones;
    std::vector<Procedure> procedures;
    std::vector<DecisionRule> decision_rules;
    std::vector<Cost> costs;
    std::vector<Settlement> settlements;
    std::vector<DivisionKey> division_keys;
    std::vector<PriceIndex> price_indices;
    std::vector<ActualCost> actual_costs;
    std::vector<CostCeiling> cost_ceilings;
    /// What ends in the present, by decision or amendment; those of a variant stand with it.
    std::vector<Ending> endings;
    std::vector<Mention> mentions;  ///< of the model's own names and those of the library, in order of reading
    std::vector<Overview> overviews;
    std::vector<Test> tests;
    std::vector<Rule> rules;  ///< of the library modules in use and of the model, in order of reading
    std::vector<Acceptance> acceptances;
    std::vector<Omission> omissions;
    std::vector<TaskId> leaf_tasks;          ///< by leaf number, in tree order
    std::vector<FunctionId> leaf_functions;  ///< by leaf number, in order of declaration
    std::vector<TaskId> top_tasks;           ///< those within no other
    std::vector<FunctionId> top_functions;
    std::vector<BitSet> tasks_needing;  ///< by leaf function: the leaf tasks that need it
    Day horizon;                        ///< the first day that is answered for (D23)
    Day begins;                         ///< the first date of the model: the horizon, or the day after it
    std::vector<DateValue> stretches;   ///< by first day: months, seasons, years that name a day which no date names
    bool horizon_stated = false;        ///< some date of the model is that day
    OrganId raad, college, burgemeester;

    Organ& operator[](OrganId id) { return organs[id.index]; }
    Party& operator[](PartyId id) { return parties[id.index]; }
    Function& operator[](FunctionId id) { return functions[id.index]; }
    Task& operator[](TaskId id) { return tasks[id.index]; }
    Statute& operator[](StatuteId id) { return statutes[id.index]; }
    Form& operator[](FormId id) { return forms[id.index]; }
    Document& operator[](DocumentId id) { return documents[id.index]; }
    Cooperation& operator[](CooperationId id) { return cooperations[id.index]; }
    Transfer& operator[](TransferId id) { return transfers[id.index]; }
    Variant& operator[](VariantId id) { return variants[id.index]; }
    Article& operator[](ArticleId id) { return articles[id.index]; }
    Region& operator[](RegionId id) { return regions[id.index]; }
    Decision& operator[](DecisionId id) { return decisions[id.index]; }
    const Organ& operator[](OrganId id) const { return organs[id.index]; }
    const Party& operator[](PartyId id) const { return parties[id.index]; }
    const Function& operator[](FunctionId id) const { return functions[id.index]; }
    const Task& operator[](TaskId id) const { return tasks[id.index]; }
    const Statute& operator[](StatuteId id) const { return statutes[id.index]; }
    const Form& operator[](FormId id) const { return forms[id.index]; }
    const Provision& operator[](ProvisionId id) const { return provisions[id.index]; }
    const Capacity& operator[](CapacityId id) const { return capacities[id.index]; }
    const Document& operator[](DocumentId id) const { return documents[id.index]; }
    const Cooperation& operator[](CooperationId id) const { return cooperations[id.index]; }
    const Transfer& operator[](TransferId id) const { return transfers[id.index]; }
    const Variant& operator[](VariantId id) const { return variants[id.index]; }
    const Article& operator[](ArticleId id) const { return articles[id.index]; }
    const Region& operator[](RegionId id) const { return regions[id.index]; }
    const Decision& operator[](DecisionId id) const { return decisions[id.index]; }
    const Milestone& operator[](MilestoneId id) const { return milestones[id.index]; }
    const DecisionRule& operator[](DecisionRuleId id) const { return decision_rules[id.index]; }
    const Cost& operator[](CostId id) const { return costs[id.index]; }
    const DivisionKey& operator[](DivisionKeyId id) const { return division_keys[id.index]; }
    const PriceIndex& operator[](PriceIndexId id) const { return price_indices[id.index]; }

    /// `lv`, or `lv~2` for a later version and `lv~1` for the first when there are several.
    std::string id_of(CooperationId id) const;
    bool has_versions(CooperationId id) const;
    /// The municipalities that have cells, in order of declaration.
    std::vector<PartyId> municipalities() const;
    /// Who owns cells (D1): the municipalities, and every other party that the law gives something.
    std::vector<PartyId> owners() const;
    /// An organ of a party; of a body that an arrangement set up, that of the arrangement: as sentences name it.
    Actor organ_of(PartyId party, OrganId organ) const;
    /// Whether an actor is a party itself, or an organ of it.
    bool is_of(PartyId party, const Actor& actor) const;
    /// `own` actors are those of this participant.
    Actor seen_from(PartyId participant, const Actor& actor) const;
    /// `door college van Rijnhof met toestemming van raad`: the council of Rijnhof.
    Actor of_decider(const std::optional<Actor>& by, Actor actor) const;
};

}  // namespace belegd::model
