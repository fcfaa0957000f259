#include "render/facts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "graph/walk.hpp"
#include "model/describe.hpp"
#include "render/board_facts.hpp"
#include "render/planning_facts.hpp"

namespace belegd::render {
namespace {

using namespace model;
using Json = nlohmann::ordered_json;

void put_period(Json& out, Period days) {
    if (days.from != kNoBegin) out["from"] = iso(days.from);
    if (days.until != kNoEnd) out["until"] = iso(days.until);
}

/// `tot "intrekking van de wet"`
void put_event(Json& out, const Term& term) {
    if (!term.until_event.empty()) out["until_event"] = term.until_event;
}

void put_endless(Json& out, Endless endless) {
    if (endless != Endless::not_said) out["endless"] = endless == Endless::indefinite ? "indefinite" : "until_notice";
}

/// `none`, or a length with the day of the year on which it takes effect.
void put_notice(Json& out, const std::optional<Notice>& notice) {
    if (!notice) return;
    out["notice"]["length"] = notice->none ? "none" : duration_said(notice->length);
    if (!notice->against.empty()) out["notice"]["against"] = notice->against.en;
}

/// What of those days is by renewal or by working back.
void put_marks(Json& out, const Term& term) {
    put_event(out, term);
    if (term.lasts) out["lasts"] = duration_said(*term.lasts);
    if (term.renewed_from && *term.renewed_from < term.days.until) out["renewed_from"] = iso(*term.renewed_from);
    if (term.retroactive_until && term.days.from < *term.retroactive_until)
        out["retroactive_until"] = iso(*term.retroactive_until);
}

void put_status(Json& out, Status status) {
    if (status != Status::decided) out["status"] = status_id(status);
}

std::string place_of(const std::vector<Citation::Part>& parts) {
    return spelled(Citation{{}, {}, parts, {}, false}).nl;
}

/// 70, 12.5
std::string decimal(long long hundredths) {
    auto out = std::to_string(hundredths / 100);
    if (const auto part = hundredths % 100; part != 0) out += "." + std::to_string(100 + part).substr(1);
    return out;
}

std::string condition_id(const Condition& condition) {
    std::string out = condition.kind == Condition::Kind::provided  ? "mits "
                      : condition.kind == Condition::Kind::unless  ? "tenzij "
                      : condition.kind == Condition::Kind::insofar ? "voor zover "
                                                                   : "ten hoogste ";
    out += condition.text;
    if (condition.kind == Condition::Kind::at_most && condition.upper && !condition.text.empty()) out += " ";
    if (condition.kind == Condition::Kind::at_most && condition.upper)
        out += decimal(*condition.upper) + " " + condition.unit;
    if (condition.kind == Condition::Kind::insofar) {
        if (condition.lower)
            out += (condition.beyond ? " boven " : " vanaf ") + decimal(*condition.lower) + " " + condition.unit;
        if (condition.upper)
            out += (condition.inclusive ? " tot en met " : " tot ") + decimal(*condition.upper) + " " + condition.unit;
    }
    if (!condition.each.empty()) out += " " + condition.each;
    for (const auto& further : condition.further) out += "; " + condition_id(further);
    return out;
}

const char* reading_id(OtherReading::Of of) {
    switch (of) {
        case OtherReading::Of::form: return "form";
        case OtherReading::Of::term: return "term";
        case OtherReading::Of::notice: return "notice";
        case OtherReading::Of::status: return "status";
        case OtherReading::Of::concluded: return "concluded";
        case OtherReading::Of::published: return "published";
        case OtherReading::Of::centre: return "centre";
        case OtherReading::Of::participants: return "participants";
        case OtherReading::Of::seat: return "seat";
    }
    return "";
}

const char* why_not_id(Transfer::WhyNot why) {
    switch (why) {
        case Transfer::WhyNot::duty: return "duty";
        case Transfer::WhyNot::possibility: return "possibility";
        case Transfer::WhyNot::denied: return "denied";
        default: return "not_stated";
    }
}

class Facts {
   public:
    explicit Facts(const Model& model) : m_(model) {}

    Json all() const {
        Json out;
        out["horizon"]["from"] = iso(m_.horizon);
        out["parties"] = Json::array();
        for (const auto& party : m_.parties)
            if (party.in_model) out["parties"].push_back(of(party));
        out["functions"] = Json::array();
        for (const auto id : m_.leaf_functions) out["functions"].push_back(of(m_[id]));
        out["statutes"] = Json::array();
        for (const auto& statute : m_.statutes) {
            Json row{{"id", statute.name}};
            put_period(row, statute.term.days);
            for (const auto& place : statute.places) {
                Json listed{{"place", place_of(place.parts)}};
                put_period(listed, place.days);
                row["articles"].push_back(std::move(listed));
            }
            out["statutes"].push_back(row);
        }
        out["tasks"] = Json::array();
        for (const auto& task : m_.tasks) out["tasks"].push_back(of(task));
        out["arrangements"] = Json::array();
        for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i) out["arrangements"].push_back(of(CooperationId{i}));
        out["transfers"] = Json::array();
        for (const auto& transfer : m_.transfers) out["transfers"].push_back(of(transfer));
        out["variants"] = Json::array();
        for (std::uint32_t i = 0; i < m_.variants.size(); ++i) out["variants"].push_back(of(VariantId{i}));
        if (auto ends = ends_of({}); !ends.empty()) out["ends"] = std::move(ends);
        if (auto revoked = revoked_in(m_.endings); !revoked.empty()) out["revokes"] = std::move(revoked);
        put_planning(out, m_);
        put_asked(out, m_);
        for (const auto& transfer : m_.without_act) {
            auto row = of(transfer);
            row["why"] = why_not_id(transfer.why_not);
            out["without_act"].push_back(std::move(row));
        }
        return out;
    }

   private:
    Json names(const std::vector<PartyId>& parties) const {
        auto out = Json::array();
        for (const auto party : parties) out.push_back(m_[party].name);
        return out;
    }
    Json functions(const BitSet& leaves) const {
        auto out = Json::array();
        leaves.each([&](std::size_t leaf) { out.push_back(m_[m_.leaf_functions[leaf]].name); });
        return out;
    }
    Json tasks(const BitSet& leaves) const {
        auto out = Json::array();
        for (const auto id : nodes_of(m_, leaves)) out.push_back(m_[id].name);
        return out;
    }
    Json organs(const std::vector<OrganId>& list) const {
        auto out = Json::array();
        for (const auto organ : list) out.push_back(m_[organ].name);
        return out;
    }

    /// A cooperation with versions is named by each of its versions: the one that is not in force drops out (D6).
    std::vector<std::string> actors(const Actor& actor, CooperationId within) const {
        if (actor.owner != Actor::Owner::cooperation || !m_.has_versions({actor.index}))
            return {graph::actor_id(m_, actor)};
        const auto organ = actor.organ.valid() ? "/" + m_[actor.organ].name : std::string();
        if (within.valid() && m_[within].first_version.index == actor.index) return {m_.id_of(within) + organ};
        std::vector<std::string> out;
        for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i)
            if (m_.cooperations[i].first_version.index == actor.index) out.push_back(m_.id_of({i}) + organ);
        return out;
    }

    Json of(const Party& party) const {
        Json out{{"id", party.name},
                 {"kind", party.kind == Party::Kind::municipality ? "municipality" : "organisation"}};
        out["organs"] = organs(party.embodies.valid() ? m_[party.embodies].organs : party.organs);
        if (party.embodies.valid()) out["arrangement"] = m_[party.embodies].name;
        if (party.capacities_stated) out["capacities"] = Json::array();
        for (const auto capacity : party.capacities) out["capacities"].push_back(m_[capacity].name);
        if (party.capacities_open) out["capacities_open"] = true;
        if (!party.short_title.empty()) out["short"] = party.short_title;
        put_period(out, party.embodies.valid() ? days_of_body(party.embodies) : party.term.days);
        if (!party.successors.empty()) out["successors"] = names(party.successors);
        for (const auto& article : party.articles) {
            Json row{{"place", place_of(article.parts)}};
            if (!article.title.empty()) row["title"] = article.title.nl;
            out["articles"].push_back(row);
        }
        return out;
    }
    Json of(const Function& function) const {
        Json out{{"id", function.name}};
        if (function.holder && !function.holder->party.valid())
            out["holder"] = function.holder->organ.valid() ? m_[function.holder->organ].name : "*";
        if (function.plural) out["plural"] = true;
        if (function.follows.valid()) out["follows"] = m_[function.follows].name;
        return out;
    }
    Json of(const Task& task) const {
        Json out{{"id", task.name}};
        if (task.parent.valid()) out["parent"] = m_[task.parent].name;
        if (const auto needs = task.leaf != ~0u ? task.needs | task.implied : task.needs; needs.any())
            out["needs"] = functions(needs);
        if (task.needs_not.any()) out["needs_not"] = functions(task.needs_not);
        put_period(out, task.term.days);
        auto holders = Json::array();
        for (const auto& holder : task.holders)
            holder.functions.each([&](std::size_t leaf) {
                Json row{{"function", m_[m_.leaf_functions[leaf]].name},
                         {"organ", holder.by.organ.valid() ? m_[holder.by.organ].name : "*"}};
                if (holder.by.statute.valid()) row["statute"] = m_[holder.by.statute].name;
                if (holder.by.party.valid()) row["party"] = m_[holder.by.party].name;
                holders.push_back(row);
            });
        // What a function itself gives to one body holds for every task that says nothing else.
        if (!task.parent.valid())
            for (const auto leaf : m_.leaf_functions)
                if (const auto& holder = m_[leaf].holder; holder && holder->party.valid())
                    holders.push_back(Json{{"function", m_[leaf].name},
                                           {"organ", holder->organ.valid() ? m_[holder->organ].name : "*"},
                                           {"party", m_[holder->party].name}});
        if (!holders.empty()) out["holders"] = holders;
        return out;
    }
    Json of(const Provided& provided) const {
        Json out{{"provision", m_[provided.provision].name}};
        if (provided.article.valid()) out["place"] = place_of(m_[provided.article].parts);
        return out;
    }
    /// What a scope claims, as tasks with equal functions: without functions it leaves out those that only another
    /// cooperation names.
    std::vector<std::pair<BitSet, std::optional<BitSet>>> claims(const Scope& scope) const {
        if (scope.unclaimed.empty()) return {{scope.tasks, scope.functions}};
        std::vector<std::pair<BitSet, std::optional<BitSet>>> out;
        scope.tasks.each([&](std::size_t leaf) {
            std::optional<BitSet> claimed;
            for (std::size_t f = 0; f < scope.unclaimed.size(); ++f) {
                if (!scope.unclaimed[f].has(leaf)) continue;
                if (!claimed) claimed = m_[m_.leaf_tasks[leaf]].needed;
                claimed->reset(f);
            }
            auto same = std::find_if(out.begin(), out.end(), [&](const auto& each) { return each.second == claimed; });
            if (same == out.end()) same = out.insert(out.end(), {BitSet(m_.leaf_tasks.size()), claimed});
            same->first.set(leaf);
        });
        return out;
    }
    /// The first day without, for everybody or for one party, by what is decided in the present and stands in no
    /// variant's way: from then on nothing of it counts in any situation. kNoEnd where that cannot be said.
    Day ended_for_good(CooperationId first, std::optional<PartyId> party, Joined joined = {}) const {
        const auto of_it = [&](const Ending& each) { return !each.only_version.valid() && each.cooperation == first; };
        auto out = kNoEnd;
        for (const auto& variant : m_.variants)
            if (std::any_of(variant.endings.begin(), variant.endings.end(), of_it)) return out;
        for (const auto& each : m_.endings)
            if (of_it(each) && each.status == Status::decided &&
                (!each.parties ||
                 (party && belegd::model::names(*each.parties, *party) && joined.day <= each.per.first)))
                out = std::min(out, each.per.first);
        return out;
    }

    /// Likewise the first day on which the decision of a sentence is revoked for everybody.
    Day revoked_for_good(const Transfer& transfer) const {
        const auto of_it = [&](const Ending& each) {
            return each.revoked.valid() && each.revoked == transfer.decision;
        };
        auto out = kNoEnd;
        for (const auto& variant : m_.variants)
            if (std::any_of(variant.endings.begin(), variant.endings.end(), of_it)) return out;
        for (const auto& each : m_.endings)
            if (of_it(each) && each.status == Status::decided && !each.parties) out = std::min(out, each.per.first);
        return out;
    }

    /// The days on which a body that an arrangement set up can be there, in any situation.
    Period days_of_body(CooperationId first) const {
        Period out{kNoEnd, kNoBegin};
        for (const auto& version : m_.cooperations)
            if (version.first_version == first) {
                out.from = std::min(out.from, version.term.days.from);
                out.until = std::max(out.until, version.term.days.until);
            }
        out.until = std::min(out.until, std::max(out.from, ended_for_good(first, std::nullopt)));
        return out;
    }

    Json of(CooperationId id) const {
        const auto& cooperation = m_[id];
        Json out{{"id", m_.id_of(id)}};
        if (!cooperation.organs.empty()) out["organs"] = organs(cooperation.organs);
        if (cooperation.variant.valid()) out["variant"] = m_[cooperation.variant].name;
        put_status(out, cooperation.status);
        auto in_force = cooperation.term.days;
        in_force.until =
            std::min(in_force.until, std::max(in_force.from, ended_for_good(cooperation.first_version, std::nullopt)));
        put_period(out, in_force);
        out["participants"] = Json::array();
        for (const auto& participant : cooperation.participants) {
            Json row{{"party", m_[participant.party].name}};
            if (!participant.organs.empty()) row["organs"] = organs(participant.organs);
            auto days = participant.term.days;
            days.until =
                std::min(days.until, ended_for_good(cooperation.first_version, participant.party, participant.joined));
            if (days.empty()) continue;
            put_period(row, days);
            put_event(row, participant.term);
            out["participants"].push_back(row);
        }
        for (const auto& taking_part : cooperation.legal_persons) {
            if (const auto body = m_[taking_part.cooperation].body; body.valid()) {
                Json owner{{"party", m_[body].name}};
                if (!taking_part.organs.empty()) owner["organs"] = organs(taking_part.organs);
                put_period(owner, taking_part.term.days);
                out["participants"].push_back(owner);
            }
            Json row{{"arrangement", m_[taking_part.cooperation].name}};
            if (!taking_part.organs.empty()) row["organs"] = organs(taking_part.organs);
            put_period(row, taking_part.term.days);
            put_event(row, taking_part.term);
            out["legal_participants"].push_back(row);
        }
        if (!cooperation.scopes.empty()) out["scopes"] = Json::array();
        for (const auto& scope : cooperation.scopes)
            for (const auto& [of, claimed] : claims(scope)) {
                Json row{{"tasks", tasks(of)}};
                if (claimed) row["functions"] = functions(*claimed);
                if (scope.only_for) row["for"] = names(*scope.only_for);
                if (!scope.except_for.empty()) row["except_for"] = names(scope.except_for);
                put_period(row, scope.days);
                if (scope.open_list || scope.open_functions || scope.whom.open) row["open"] = true;
                out["scopes"].push_back(row);
            }
        if (!cooperation.packages.empty()) out["packages"] = Json::array();
        for (const auto& package : cooperation.packages) {
            Json row{{"id", package.name}, {"taken_by", Json::array()}};
            for (const auto& taker : package.takers) {
                if (taker.term.days.empty()) continue;
                Json taken{{"party", m_[taker.party].name}};
                put_period(taken, taker.term.days);
                put_event(taken, taker.term);
                row["taken_by"].push_back(taken);
            }
            put_period(row, package.term.days);
            put_event(row, package.term);
            put_endless(row, package.endless);
            put_notice(row, package.notice);
            out["packages"].push_back(row);
        }
        put_boards(out, m_, cooperation.boards);
        put_majority(out, "amended_by", cooperation.change_by);
        put_majority(out, "dissolved_by", cooperation.dissolve_by);
        if (!cooperation.centres.empty()) out["centres"] = names(cooperation.centres);
        if (cooperation.centre_open != Silence::none) out["centre_open"] = name_of(cooperation.centre_open).en;
        for (const auto& each : cooperation.other_readings) {
            Json row{{"of", reading_id(each.of)}};
            for (const auto& reference : each.backing.documents) row["sources"].push_back(m_[reference.document].name);
            out["other_readings"].push_back(row);
        }
        if (!cooperation.short_title.empty()) out["short"] = cooperation.short_title;
        if (cooperation.open_participants) out["open"] = true;
        for (const auto article : cooperation.articles) {
            const auto& found = m_[article];
            Json row{{"place", place_of(found.parts)}};
            if (!found.title.empty()) row["title"] = found.title.nl;
            if (!found.attached) row["attached"] = false;
            out["articles"].push_back(row);
        }
        for (const auto& each : cooperation.provides) out["provides"].push_back(of(each));
        for (const auto& each : cooperation.provides_not) out["provides_not"].push_back(of(each));
        if (cooperation.provides_open) out["provides_open"] = true;
        if (cooperation.full_text) out["full_text"] = true;
        put_stretch(out, "concluded", cooperation.concluded);
        put_stretch(out, "published", cooperation.published);
        put_names(out, "signed_by", cooperation.signatories);
        put_under(out, m_, cooperation.under);
        if (!cooperation.seat.empty()) out["seat"] = cooperation.seat;
        put_endless(out, cooperation.endless);
        put_notice(out, cooperation.notice);
        if (cooperation.renewed) out["renewed"] = duration_said(*cooperation.renewed);
        if (cooperation.no_renewal) out["no_renewal"] = true;
        if (cooperation.renewed_times == 1) out["renewed_once"] = true;
        if (cooperation.renewed_times > 0) out["renewed_times"] = cooperation.renewed_times;
        put_marks(out, cooperation.term);
        if (cooperation.retroactive) out["retroactive"] = iso(cooperation.retroactive->last);
        return out;
    }
    Json of(const Transfer& transfer) const {
        Json out{{"id", transfer.id}, {"kind", kind_id(transfer.kind)}};
        if (transfer.cooperation.valid()) out["arrangement"] = m_.id_of(transfer.cooperation);
        if (transfer.package) out["package"] = m_[transfer.cooperation].packages[*transfer.package].name;
        if (transfer.variant.valid()) out["variant"] = m_[transfer.variant].name;
        const auto decided = transfer.decision.valid() ? m_[transfer.decision].status : Status::decided;
        put_status(out, std::min(transfer.status, decided));
        if (transfer.decision.valid()) out["decision"] = m_[transfer.decision].name;
        if (transfer.article.valid()) out["article"] = place_of(m_[transfer.article].parts);
        if (!transfer.in_text.empty()) out["article"] = place_of(transfer.in_text);
        if (transfer.statutes_of.valid()) out["statutes_of"] = m_[transfer.statutes_of].name;
        if (transfer.remainder) out["remainder"] = true;
        if (transfer.open_functions || transfer.open_tasks || transfer.whom.open) out["open"] = true;
        out["functions"] = functions(transfer.functions);
        out["tasks"] = tasks(transfer.tasks | transfer.excepted);
        if (transfer.excepted.any()) out["except_tasks"] = tasks(transfer.excepted);
        if (transfer.open_giver != Silence::none) out["giver_open"] = name_of(transfer.open_giver).en;
        if (transfer.giver) out["giver"] = actors(*transfer.giver, transfer.cooperation).back();
        out["to"] = Json::array();
        for (const auto& receiver : transfer.receivers)
            for (const auto& id : actors(receiver, transfer.cooperation)) out["to"].push_back(id);
        if (transfer.condition) out["condition"] = condition_id(*transfer.condition);
        if (transfer.has_ceiling()) out["ceiling"] = true;
        if (transfer.submandate) out["submandate"] = *transfer.submandate;
        for (const auto& receiver : transfer.submandate_to)
            for (const auto& id : actors(receiver, transfer.cooperation)) out["submandate_to"].push_back(id);
        put_names(out, "advice", transfer.advice);
        put_names(out, "hearing", transfer.hearing);
        put_names(out, "consultation", transfer.consultation);
        put_names(out, "consent", transfer.consent);
        put_names(out, "assent", transfer.assent);
        for (const auto& each : transfer.substitutes)
            for (const auto& id : actors(each, transfer.cooperation)) out["substitutes"].push_back(id);
        if (transfer.open_substitute != Silence::none) out["substitute_open"] = name_of(transfer.open_substitute).en;
        if (transfer.only_for) out["for"] = names(*transfer.only_for);
        if (!transfer.except_for.empty()) out["except_for"] = names(transfer.except_for);
        auto days = transfer.term.days;
        days.until = std::min(days.until, revoked_for_good(transfer));
        put_period(out, days);
        put_marks(out, transfer.term);
        if (transfer.together != Transfer::Together::none)
            out["together"] = transfer.together == Transfer::Together::joint ? "joint" : "either";
        return out;
    }
    Json of(VariantId id) const {
        const auto& variant = m_[id];
        Json out{{"id", variant.name}};
        put_status(out, variant.status);
        if (auto ends = ends_of(id); !ends.empty()) out["ends"] = std::move(ends);
        if (auto revoked = revoked_in(variant.endings); !revoked.empty()) out["revokes"] = std::move(revoked);
        if (variant.based_on.valid()) out["based_on"] = m_[variant.based_on].name;
        return out;
    }

    /// Whether an amendment lets a party take part (again) in this version after an ending, in a situation that knew it.
    bool joins_later(const Cooperation& version, PartyId party, const Ending& ending, VariantId situation) const {
        return std::any_of(version.participants.begin(), version.participants.end(), [&](const Participant& each) {
            auto at = each.joined.in;
            while (at.valid() && at != situation) at = m_[at].based_on;
            return each.party == party && each.joined.day > ending.per.first && at == situation;
        });
    }

    Json revoked_in(const std::vector<Ending>& endings) const {
        auto out = Json::array();
        for (const auto& each : endings) {
            if (!each.revoked.valid()) continue;
            Json row{{"decision", m_[each.revoked].name}, {"per", iso(each.per.first)}};
            put_status(row, each.status);
            if (each.parties) row["for"] = names(*each.parties);
            out.push_back(row);
        }
        return out;
    }

    /// The endings of a variant, or of the present. Where the nearest ending replaces those of a base, the ends that
    /// amendments make of a version are said again, for they are no endings that one replaces.
    Json ends_of(VariantId variant) const {
        auto out = Json::array();
        const auto& own = variant.valid() ? m_[variant].endings : m_.endings;
        const auto put = [&](const Ending& ending, Status status) {
            for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i) {
                const bool touches = ending.only_version.valid()
                                         ? ending.only_version.index == i
                                         : m_.cooperations[i].first_version == ending.cooperation;
                if (!touches) continue;
                Json row{{"arrangement", m_.id_of({i})}, {"per", iso(ending.per.first)}};
                put_status(row, status);
                if (ending.parties) {
                    auto parties = *ending.parties;
                    std::erase_if(parties, [&](PartyId party) {
                        return joins_later(m_.cooperations[i], party, ending, variant);
                    });
                    if (parties.empty()) continue;
                    row["for"] = names(parties);
                }
                out.push_back(row);
            }
        };
        for (const auto& ending : own) put(ending, ending.status);
        if (own.empty() || !variant.valid()) return out;
        const auto again = [&](const std::vector<Ending>& endings, Status status) {
            for (const auto& ending : endings) {
                const bool replaced = std::any_of(
                    own.begin(), own.end(), [&](const Ending& mine) { return mine.cooperation == ending.cooperation; });
                if (ending.only_version.valid() && replaced) put(ending, std::min(ending.status, status));
            }
        };
        for (auto base = m_[variant].based_on; base.valid(); base = m_[base].based_on)
            again(m_[base].endings, m_[base].status);
        again(m_.endings, Status::decided);
        return out;
    }
    const Model& m_;
};

}  // namespace

std::string facts(const Model& model) { return Facts(model).all().dump(1) + "\n"; }

}  // namespace belegd::render
