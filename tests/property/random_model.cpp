#include "property/random_model.hpp"

#include <algorithm>
#include <initializer_list>
#include <random>
#include <string>

#include "property/tables.hpp"

namespace belegd::naive {
namespace {

using namespace model;

class Dice {
   public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}

    std::uint32_t below(std::size_t bound) { return static_cast<std::uint32_t>(engine_() % bound); }
    bool chance(unsigned percent) { return below(100) < percent; }
    template <typename Item>
    const Item& of(const std::vector<Item>& items) {
        return items[below(items.size())];
    }
    /// The place of the weight that came up.
    std::uint32_t weighed(std::initializer_list<unsigned> weights) {
        unsigned total = 0;
        for (const auto weight : weights) total += weight;
        auto left = below(total);
        std::uint32_t place = 0;
        for (const auto weight : weights) {
            if (left < weight) break;
            left -= weight;
            ++place;
        }
        return place;
    }
    template <typename Item>
    void shuffle(std::vector<Item>& items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }

   private:
    std::mt19937 engine_;
};

Status weakened(Dice& dice) {
    constexpr Status kAll[] = {Status::decided,        Status::intended, Status::intent,
                               Status::under_research, Status::lapsed,   Status::rejected};
    return kAll[dice.weighed({78, 9, 5, 5, 2, 1})];
}

/// Builds a model from dice; what it says follows the order of a model that a person writes.
class Maker {
   public:
    explicit Maker(std::uint32_t seed) : dice_(seed) {}

    Model make() {
        choose_days();
        make_parties();
        make_functions();
        make_tasks();
        number_leaves(model_);
        make_variants();
        make_cooperations();
        for (auto left = dice_.below(3); left > 0; --left) {
            model::Decision decision;
            decision.name = "besluit" + std::to_string(left);
            decision.status = weakened(dice_);
            model_.decisions.push_back(decision);
        }
        for (auto left = 2 + dice_.below(5); left > 0; --left) make_thread();
        amend();
        make_endings();
        set_horizon(model_);
        return std::move(model_);
    }

   private:
    /// Functions and tasks that a series of statements is about.
    struct Theme {
        BitSet functions, tasks;
    };

    // ---- days ----
    void choose_days();
    Term term(unsigned percent);
    Term marked(Term term);

    // ---- who and what ----
    void make_parties();
    void make_functions();
    void make_tasks();
    void make_variants();
    void make_cooperations();
    void make_bodies();
    std::string fresh_name();
    OrganId law_organ();
    std::vector<PartyId> some_parties(unsigned percent);

    // ---- statements ----
    Theme theme();
    Actor somebody();
    std::optional<Condition> condition(unsigned percent);
    Transfer blank(const Theme& theme);
    void narrow(Transfer& transfer);
    void put(Transfer transfer);
    void make_thread();
    void surround(const Transfer& transfer);
    void amend();
    void make_endings();

    Dice dice_;
    Model model_;
    std::vector<Day> days_;
    std::vector<std::string> names_;
    std::vector<OrganId> boards_;  ///< organs of organisations and cooperations
    OrganId lacking_;              ///< an organ that few municipalities have
    bool laws_follow_ = false;     ///< one law ends, another begins, perhaps some days later
};

// A few days, some of them neighbours: what begins and ends meets, overlaps and leaves a day open.
void Maker::choose_days() {
    const auto first = *day_of(2024, 1, 1);
    const auto stretch = dice_.chance(10) ? 40 : 8 + dice_.below(17);
    for (auto left = 3 + dice_.below(4); left > 0; --left) {
        days_.push_back({first.count + static_cast<std::int32_t>(dice_.below(stretch))});
        if (dice_.chance(40)) days_.push_back(days_.back().next());
    }
}

/// Of some of its days, that they are by renewal or by working back: a mark, no bound.
Term Maker::marked(Term term) {
    if (dice_.chance(12)) term.renewed_from = dice_.of(days_);
    if (dice_.chance(12)) term.retroactive_until = dice_.of(days_);
    return term;
}

Term Maker::term(unsigned percent) {
    Term term;
    if (!dice_.chance(percent)) return term;
    if (dice_.chance(60)) term.days.from = dice_.of(days_);
    if (dice_.chance(60)) term.days.until = dice_.of(days_);
    if (term.days.empty() && dice_.chance(90)) std::swap(term.days.from, term.days.until);
    return term;
}

std::string Maker::fresh_name() {
    auto name = names_.back();
    names_.pop_back();
    return name;
}

void Maker::make_parties() {
    names_ = {"Aalst", "Buren", "Cuijk",   "Dalen", "Elst",   "Gees",  "Haren", "Ijhorst", "Joure",    "Kamp",
              "Laren", "Markt", "Noorden", "Oost",  "Putten", "Rhoon", "Soest", "Tiel",    "Uithoorn", "Vorden"};
    dice_.shuffle(names_);
    for (const auto* name : {"raad", "college", "burgemeester", "bestuur", "directeur", "commissie"})
        model_.organs.push_back({name});
    model_.raad = {0};
    model_.college = {1};
    model_.burgemeester = {2};
    boards_ = {{3}, {4}};
    lacking_ = {5};

    std::vector<Party> parties;
    for (auto left = 2 + dice_.weighed({5, 4, 1}); left > 0; --left) {
        Party party;
        party.organs = {model_.raad, model_.college, model_.burgemeester};
        if (dice_.chance(60)) party.organs.push_back(lacking_);
        party.term = term(12);
        party.in_model = true;
        parties.push_back(party);
    }
    if (dice_.chance(8)) {  // known to the library, not to the model
        parties.push_back(parties.back());
        parties.back().in_model = false;
    }
    for (auto left = dice_.weighed({1, 3, 3}); left > 0; --left) {
        Party party;
        party.kind = Party::Kind::organisation;
        for (const auto organ : boards_)
            if (dice_.chance(75)) party.organs.push_back(organ);
        party.term = term(20);
        party.in_model = true;
        parties.push_back(party);
    }
    dice_.shuffle(parties);
    for (auto& party : parties) party.name = fresh_name();
    model_.parties = parties;
}

OrganId Maker::law_organ() {
    const OrganId organs[] = {model_.college, model_.raad, model_.burgemeester, {}, lacking_};
    return organs[dice_.weighed({60, 15, 5, 15, 5})];
}

void Maker::make_functions() {
    std::vector<std::string> names{"beleid", "uitvoering", "beschikking", "ict", "advies", "bezwaar"};
    dice_.shuffle(names);
    const auto leaves = 2 + dice_.weighed({5, 4, 2});
    laws_follow_ = dice_.chance(20);
    const bool nested = dice_.chance(70);
    const auto plural = dice_.chance(45) ? dice_.below(leaves) : leaves;
    const auto above = dice_.below(2) * leaves;  // the parent may be declared before or after its parts
    const auto add = [&](const std::string& name) -> Function& {
        model_.functions.emplace_back();
        model_.functions.back().name = name;
        return model_.functions.back();
    };
    if (nested && above == 0) add("alles");
    for (std::uint32_t i = 0; i < leaves; ++i) {
        auto& function = add(names[i]);
        if (nested && i < 2) function.parent = {above};
        function.plural = i == plural;
        if (dice_.chance(laws_follow_ ? 30 : 90)) function.holder = {law_organ(), {}, {}, {}};
    }
    if (nested && above != 0) add("alles");
    // One may follow another, and a third that one; never back.
    std::vector<std::uint32_t> parts;
    for (std::uint32_t i = 0; i < model_.functions.size(); ++i)
        if (model_.functions[i].name != "alles") parts.push_back(i);
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (dice_.chance(15)) {
            auto& one = model_.functions[parts[i]];
            one.follows = {parts[i - 1]};
            if (dice_.chance(50)) one.holder.reset();
        }

    for (const auto* name : {"Wet een", "Wet twee"}) {
        if (!model_.statutes.empty() && !laws_follow_ && dice_.chance(50)) break;
        model_.statutes.emplace_back();
        model_.statutes.back().name = name;
        model_.statutes.back().term = term(70);
    }
    if (!laws_follow_) return;
    const auto until = dice_.of(days_);
    model_.statutes[0].term.days = {kNoBegin, until};
    model_.statutes[1].term.days = {{until.count + static_cast<std::int32_t>(dice_.below(5))}, kNoEnd};
}

void Maker::make_tasks() {
    const auto some_functions = [&](unsigned percent) {
        BitSet chosen(model_.functions.size());
        for (std::size_t i = 0; i < model_.functions.size(); ++i)
            if (dice_.chance(percent)) chosen.set(i);
        return chosen;
    };
    // Now and then more leaves than fit in one word of a set.
    const auto wanted = dice_.chance(1) ? 62 + dice_.below(10) : 1 + dice_.weighed({12, 30, 28, 15, 10, 5});
    std::vector<std::uint32_t> children;
    for (std::size_t leaves = 0; leaves < wanted;) {
        Task task;
        const bool root = model_.tasks.empty() || dice_.chance(12);
        task.name = "taak" + std::to_string(model_.tasks.size());
        if (!root) {
            task.parent = {dice_.below(model_.tasks.size())};
            if (children[task.parent.index]++ == 0) --leaves;
        }
        ++leaves;
        task.needs = some_functions(root ? 80 : 15);
        task.needs_not = some_functions(root ? 0 : 8);
        task.term = term(8);
        for (auto left = dice_.weighed({root ? 30u : 60u, 30, 10}); left > 0; --left) {
            Task::Holder holder{some_functions(50), {law_organ(), {}, {}, {}}};
            if (dice_.chance(50)) holder.by.statute = {dice_.below(model_.statutes.size())};
            if (dice_.chance(12)) {  // the law names one body, or one municipality
                holder.by.party = {dice_.below(model_.parties.size())};
                const auto& organs = model_[holder.by.party].organs;
                holder.by.organ = organs.empty() || dice_.chance(20) ? OrganId{} : dice_.of(organs);
            }
            task.holders.push_back(holder);
        }
        for (std::uint32_t law = 0; laws_follow_ && root && law < 2; ++law)
            task.holders.push_back({some_functions(90), {model_.college, {law}, {}, {}}});
        children.push_back(0);
        model_.tasks.push_back(task);
        if (model_.tasks.size() > 2 * wanted + 2) break;
    }
}

void Maker::make_variants() {
    for (auto left = dice_.weighed({38, 34, 22, 6}); left > 0; --left) {
        Variant variant;
        variant.name = "plan" + std::to_string(model_.variants.size());
        variant.status = dice_.chance(50) ? Status::decided : weakened(dice_);
        if (!model_.variants.empty() && dice_.chance(60)) variant.based_on = {dice_.below(model_.variants.size())};
        model_.variants.push_back(variant);
    }
}

std::vector<PartyId> Maker::some_parties(unsigned percent) {
    std::vector<PartyId> chosen;
    for (std::uint32_t i = 0; i < model_.parties.size(); ++i)
        if (model_.parties[i].in_model && dice_.chance(percent)) chosen.push_back({i});
    return chosen;
}

void Maker::make_cooperations() {
    for (auto left = 1 + dice_.weighed({25, 40, 25, 10}); left > 0; --left) {
        Cooperation cooperation;
        cooperation.name = fresh_name();
        cooperation.first_version = {static_cast<std::uint32_t>(model_.cooperations.size())};
        if (!model_.variants.empty() && dice_.chance(30)) cooperation.variant = {dice_.below(model_.variants.size())};
        cooperation.status = weakened(dice_);
        cooperation.term = marked(term(35));
        for (const auto organ : boards_)
            if (dice_.chance(75)) cooperation.organs.push_back(organ);
        for (const auto party : some_parties(80)) {
            Participant participant{party, {}, term(20), {}, {}, {}};
            if (dice_.chance(8)) {  // left and came back
                participant.term.days = {kNoBegin, dice_.of(days_)};
                cooperation.participants.push_back(participant);
                participant.term.days = {dice_.of(days_), kNoEnd};
            }
            cooperation.participants.push_back(participant);
        }
        for (auto scopes = dice_.weighed({25, 50, 25}); scopes > 0; --scopes) {
            Scope scope;
            const auto about = theme();
            scope.tasks = about.tasks;
            if (dice_.chance(60))
                scope.functions = about.functions;
            else if (dice_.chance(20))
                for (std::size_t f = 0; f < model_.leaf_functions.size(); ++f)
                    scope.unclaimed.push_back(dice_.chance(50) ? theme().tasks : BitSet(model_.leaf_tasks.size()));
            if (dice_.chance(12)) scope.days = term(100).days;  // a region that changes its members
            if (dice_.chance(15)) scope.only_for = some_parties(60);
            if (dice_.chance(15)) scope.except_for = some_parties(30);
            cooperation.scopes.push_back(scope);
        }
        for (auto packages = dice_.weighed({55, 30, 15}); packages > 0; --packages) {
            Package package{"pakket" + std::to_string(packages), {}, false, {}, {}, {}};
            for (const auto party : some_parties(60)) package.takers.push_back({party, term(45), {}});
            cooperation.packages.push_back(package);
        }
        model_.cooperations.push_back(cooperation);
    }
    make_bodies();
}

/// Bodies that arrangements set up and that the law gives something, and take part in other arrangements (D1).
void Maker::make_bodies() {
    for (std::uint32_t i = 0; i < model_.cooperations.size(); ++i) {
        const auto organs = model_.cooperations[i].organs;
        if (organs.empty() || !dice_.chance(20)) continue;
        const PartyId body{static_cast<std::uint32_t>(model_.parties.size())};
        Party row;
        row.name = model_.cooperations[i].name;
        row.kind = Party::Kind::organisation;
        row.embodies = {i};
        row.in_model = true;
        model_.parties.push_back(row);
        model_.cooperations[i].body = body;
        for (auto& task : model_.tasks)
            if (dice_.chance(25)) task.holders.push_back({theme().functions, {dice_.of(organs), {}, {}, {}, body}});
        for (std::uint32_t other = 0; other < model_.cooperations.size(); ++other)
            if (other != i && dice_.chance(60))
                model_.cooperations[other].legal_persons.push_back({{i}, {}, term(20), {}, {}});
    }
}

// ---- statements ----

Maker::Theme Maker::theme() {
    Theme result{model_.functions[dice_.below(model_.functions.size())].leaves,
                 model_.tasks[dice_.below(model_.tasks.size())].leaves};
    if (dice_.chance(35)) result.functions |= model_.functions[dice_.below(model_.functions.size())].leaves;
    if (dice_.chance(35)) result.tasks |= model_.tasks[dice_.below(model_.tasks.size())].leaves;
    return result;
}

Actor Maker::somebody() {
    const auto part = [&](Actor actor, const std::vector<OrganId>& organs) {
        if (!organs.empty() && dice_.chance(72)) actor.organ = dice_.of(organs);
        if (dice_.chance(4)) actor.organ = {dice_.below(model_.organs.size())};
        return actor;
    };
    if (dice_.chance(14)) return part({}, {model_.college, model_.raad, model_.college});
    if (dice_.chance(42)) {
        const auto index = dice_.below(model_.cooperations.size());
        return part({Actor::Owner::cooperation, model_.cooperations[index].first_version.index, {}},
                    model_.cooperations[index].organs);
    }
    auto index = dice_.below(model_.parties.size());
    while (!model_.parties[index].in_model || model_.parties[index].embodies.valid())
        index = dice_.below(model_.parties.size());
    const auto& party = model_.parties[index];
    const bool municipality = party.kind == Party::Kind::municipality;
    return part({Actor::Owner::party, index, {}},
                municipality ? std::vector{model_.college, model_.college, model_.raad} : party.organs);
}

std::optional<Condition> Maker::condition(unsigned percent) {
    if (!dice_.chance(percent)) return {};
    Condition condition{};
    switch (dice_.below(5)) {
        case 0: condition = {Condition::Kind::provided, "overleg", {}, {}, {}, false, {}}; break;
        case 1: condition = {Condition::Kind::insofar, "overleg", {}, {}, {}, false, {}}; break;
        case 2: condition = {Condition::Kind::unless, "overleg", {}, {}, {}, false, {}}; break;
        case 3:
            condition = {Condition::Kind::insofar, "", {}, {}, "%", false, {}};
            (dice_.chance(50) ? condition.lower : condition.upper) = 7000;
            break;
        default: condition = {Condition::Kind::at_most, "", {}, 5000 * (1 + dice_.below(2)), "€", true, {}};
    }
    if (dice_.chance(15)) condition.further.push_back({Condition::Kind::provided, "advies", {}, {}, {}, false, {}});
    return condition;
}

/// Who may bend a statement: dates, status, variant, package, participants, exceptions.
void Maker::narrow(Transfer& transfer) {
    transfer.term = marked(term(22));
    transfer.status = weakened(dice_);
    if (transfer.cooperation.valid()) {
        const auto& cooperation = model_[transfer.cooperation];
        transfer.variant = cooperation.variant;
        if (!cooperation.packages.empty() && dice_.chance(40))
            transfer.package = dice_.below(cooperation.packages.size());
    }
    if (!model_.variants.empty() && dice_.chance(transfer.variant.valid() ? 5 : 15))
        transfer.variant = {dice_.below(model_.variants.size())};
    if (dice_.chance(10)) transfer.only_for = some_parties(70);
    if (dice_.chance(10)) transfer.except_for = some_parties(30);
    if (dice_.chance(12)) {
        transfer.excepted = transfer.tasks & model_.tasks[dice_.below(model_.tasks.size())].leaves;
        transfer.tasks -= transfer.excepted;
    }
}

/// A statement about the theme, in some cooperation or in none, to one or several receivers.
Transfer Maker::blank(const Theme& about) {
    Transfer transfer{};
    transfer.functions = about.functions;
    transfer.tasks = about.tasks;
    transfer.excepted = about.tasks - about.tasks;
    if (dice_.chance(85)) transfer.cooperation = {dice_.below(model_.cooperations.size())};
    transfer.receivers = {somebody()};
    if (dice_.chance(20)) {
        for (auto more = 1 + dice_.below(2); more > 0; --more) transfer.receivers.push_back(somebody());
        const auto roll = dice_.below(20);
        transfer.together = roll < 8    ? Transfer::Together::joint
                            : roll < 19 ? Transfer::Together::either
                                        : Transfer::Together::none;
    }
    transfer.condition = condition(12);
    if (!model_.decisions.empty() && dice_.chance(15))
        transfer.decision = {static_cast<std::uint32_t>(dice_.below(model_.decisions.size()))};
    narrow(transfer);
    return transfer;
}

/// Adds the statement; one that hands to its own giver as an alternative says nothing that has an answer, and is left
/// out.
void Maker::put(Transfer transfer) {
    if (transfer.kind == TransferKind::keeps) {
        transfer.together = Transfer::Together::none;
        transfer.receivers.resize(1);
    }
    const auto number = static_cast<std::uint32_t>(model_.transfers.size()) + 1;
    transfer.id = transfer.cooperation.valid() ? model_[transfer.cooperation].name : "los";
    transfer.id += "/" + std::to_string(number);
    transfer.statement = number;
    model_.transfers.push_back(std::move(transfer));
}

/// What people write around a statement: the same again by another title, a rival, `laat`, a successor.
void Maker::surround(const Transfer& transfer) {
    auto near = transfer;
    if (dice_.chance(15)) {  // the trio, or the same said twice
        near.kind = TransferKind(1 + dice_.below(6));
        near.condition = condition(20);
        put(near);
    }
    near = transfer;
    if (dice_.chance(14)) {  // a rival, often kept apart
        near.kind = TransferKind(1 + dice_.below(6));
        near.receivers = {somebody()};
        near.together = Transfer::Together::none;
        near.condition = condition(70);
        narrow(near);
        put(near);
    }
    near = transfer;
    if (dice_.chance(12)) {
        near.kind = TransferKind::keeps;
        near.receivers = {dice_.chance(50) ? transfer.receivers.front() : Actor{{}, 0, model_.college}};
        near.giver.reset();
        put(near);
    }
    near = transfer;
    if (transfer.term.days.until != kNoEnd && dice_.chance(75)) {  // after it, with a day too many or some too few
        near.term.days = {{transfer.term.days.until.count + static_cast<std::int32_t>(dice_.below(5)) - 1}, kNoEnd};
        near.receivers = {somebody()};
        near.together = Transfer::Together::none;
        put(near);
    }
}

/// A power on its way: from the law to somebody, and from him to the next.
void Maker::make_thread() {
    auto about = theme();
    if (dice_.chance(40)) about.tasks = model_.tasks.front().leaves;
    auto given = blank(about);
    given.kind = TransferKind(dice_.weighed({7, 16, 9, 6, 7, 30, 25}));
    if (!given.cooperation.valid() || dice_.chance(12)) {
        if (dice_.chance(60))
            given.giver = dice_.chance(50) ? Actor{{}, 0, law_organ()} : somebody();
        else
            given.only_for = some_parties(70);
    }
    std::vector<Actor> before;
    for (int step = 0; step < 5; ++step) {
        if (dice_.chance(step == 0 ? 40 : 10)) given.term.days = {kNoBegin, dice_.of(days_)};
        put(given);
        surround(given);
        if (!dice_.chance(72)) break;
        const auto from = dice_.of(given.receivers);
        auto next = blank(about);
        if (dice_.chance(60)) next.term = {};
        if (dice_.chance(60)) next.status = Status::decided;
        next.giver = dice_.chance(88) ? from : from.whole();
        const auto strongest = given.kind == TransferKind::delegates    ? 6
                               : given.kind >= TransferKind::authorises ? 5
                                                                        : 2;
        next.kind = TransferKind(1 + dice_.below(dice_.chance(88) ? static_cast<std::size_t>(strongest) : 6));
        if (dice_.chance(35)) next.kind = given.kind;
        if (!before.empty() && dice_.chance(15)) next.receivers = {dice_.of(before)};
        if (next.receivers.size() == 1) next.together = Transfer::Together::none;
        before.push_back(from);
        given = next;
    }
}

/// Later versions of cooperations: from a day on in the present, or in a variant, which then ends the one before.
void Maker::amend() {
    for (std::uint32_t first = 0, count = static_cast<std::uint32_t>(model_.cooperations.size()); first < count;
         ++first) {
        if (!dice_.chance(22)) continue;
        CooperationId before{first};
        for (auto left = 1 + dice_.below(2); left > 0; --left) {
            auto version = model_[before];
            const CooperationId id{static_cast<std::uint32_t>(model_.cooperations.size())};
            const auto day = dice_.of(days_);
            const bool from_the_start = dice_.chance(20);
            VariantId variant;
            if (!model_.variants.empty() && dice_.chance(60)) variant = {dice_.below(model_.variants.size())};
            ++version.version;
            if (from_the_start)
                version.term = term(60);
            else
                version.term.days.from = day;
            if (variant.valid()) {
                version.variant = variant;
                const auto per = from_the_start ? kNoBegin : day;
                model_[variant].endings.push_back(
                    {version.first_version, {}, {per, per}, Status::decided, {}, {}, before, {}});
            } else if (dice_.chance(40)) {  // not yet decided
                version.status = weakened(dice_);
                const auto per = from_the_start ? kNoBegin : day;
                model_.endings.push_back({version.first_version, {}, {per, per}, version.status, {}, {}, before, {}});
            } else {
                model_[before].term.days.until = from_the_start ? kNoBegin : day;
            }
            if (dice_.chance(40)) {
                version.participants = model_[CooperationId{dice_.below(count)}].participants;
                for (auto& each : version.participants)
                    each.joined = from_the_start ? Joined{} : Joined{std::max(day, each.term.days.from), variant};
            }
            if (dice_.chance(30)) version.organs = {dice_.of(boards_)};
            if (dice_.chance(20)) version.scopes.clear();
            model_.cooperations.push_back(version);
            const auto transfers = model_.transfers;
            for (const auto& transfer : transfers) {
                if (transfer.cooperation != before || dice_.chance(25)) continue;  // dropped by the amendment
                auto again = transfer;
                again.cooperation = id;
                if (variant.valid()) again.variant = variant;
                again.id += "~" + std::to_string(version.version);
                if (dice_.chance(20)) {
                    again.receivers = {somebody()};
                    again.together = Transfer::Together::none;
                }
                model_.transfers.push_back(again);
            }
            before = id;
        }
    }
}

void Maker::make_endings() {
    const auto make = [&](std::vector<Ending>& endings, std::initializer_list<unsigned> how_many) {
        for (auto left = dice_.weighed(how_many); left > 0; --left) {
            Ending ending{};
            if (!model_.decisions.empty() && dice_.chance(25))
                ending.revoked = {static_cast<std::uint32_t>(dice_.below(model_.decisions.size()))};
            else
                ending.cooperation = model_.cooperations[dice_.below(model_.cooperations.size())].first_version;
            if (dice_.chance(60)) ending.parties = some_parties(50);
            ending.per.first = ending.per.last = dice_.of(days_);
            if (dice_.chance(20)) ending.per.last = ending.per.last.next();
            ending.status = dice_.chance(70) ? Status::decided : weakened(dice_);
            endings.push_back(ending);
        }
    };
    for (auto& variant : model_.variants) make(variant.endings, {35, 40, 25});
    make(model_.endings, {80, 20});
}

}  // namespace

Model random_model(std::uint32_t seed) { return Maker(seed).make(); }

}  // namespace belegd::naive
