#include "property/naive.hpp"

#include <algorithm>
#include <set>

namespace belegd::naive {
namespace {

using graph::Answer;
using graph::Mode;
using graph::State;
using graph::Step;
using model::Actor;
using model::CooperationId;
using model::FunctionId;
using model::LawHolder;
using model::Model;
using model::OrganId;
using model::Party;
using model::PartyId;
using model::Status;
using model::TaskId;
using model::Transfer;
using model::TransferId;
using model::TransferKind;
using model::VariantId;

template <typename Item>
bool among(const std::vector<Item>& items, const Item& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

/// What somebody has in hand, and so may pass on; to pass on by a kind one must have what its receiver gets (D8).
enum class Grip { work, authority, power };

Grip grip(TransferKind kind) {
    switch (kind) {
        case TransferKind::delegates: return Grip::power;
        case TransferKind::mandates:
        case TransferKind::empowers:
        case TransferKind::authorises: return Grip::authority;
        default: return Grip::work;
    }
}

bool same_condition(const model::Condition& a, const model::Condition& b) {
    return a.kind == b.kind && a.text == b.text && a.lower == b.lower && a.upper == b.upper && a.unit == b.unit &&
           a.inclusive == b.inclusive && a.further.size() == b.further.size() &&
           std::equal(a.further.begin(), a.further.end(), b.further.begin(), same_condition);
}

/// The model on one day in one variant.
class Reader {
   public:
    Reader(const Model& model, Mode mode, VariantId variant, Day day, std::vector<bool>& used, Tally& met)
        : model_(model), mode_(mode), variant_(variant), day_(day), used_(used), met_(met) {}

    /// Nothing when there is no cell on this day.
    std::optional<Answer> answer(const Cell& cell);

   private:
    /// Where a chain stands.
    struct Place {
        Actor actor;
        std::vector<Actor> path;  ///< how it came here, the actor itself last
        std::size_t begin;        ///< how long it was where the chain begins
        Actor holder;
        Grip grip;
        std::vector<Actor> parted = {};  ///< on that way: who no longer has the power, since he delegated it
    };
    /// Statements with the same receivers, which are one (D14).
    struct Bundle {
        std::vector<Actor> receivers;
        std::vector<TransferId> statements;
    };

    void note(Met what) { ++met_[static_cast<std::size_t>(what)]; }
    bool today(const model::Term& term) const { return term.days.contains(day_); }

    // Variants and status (D19–D21).
    std::vector<VariantId> lineage() const;
    bool visible(VariantId own) const { return !own.valid() || among(lineage(), own); }
    bool counts(Status weakest, bool in_variant) const;
    Status status_of(VariantId id) const { return id.valid() ? model_[id].status : Status::decided; }
    bool ended(CooperationId id, PartyId party, const model::Joined& joined = {});
    bool in_force(CooperationId id);
    bool takes_part(CooperationId id, PartyId party);

    // The law (D1–D3).
    std::optional<const LawHolder*> holder_by_law(const Cell& cell);

    // Actors (D5–D6).
    bool exists(const Actor& actor);
    Actor meant(const Actor& actor, PartyId own) const;

    // Statements (D4–D13).
    bool names(const Transfer& transfer, const Cell& cell) const;
    bool revoked(const Transfer& transfer, PartyId participant);
    bool binds(const Transfer& transfer, PartyId participant);
    bool takes(CooperationId id, std::uint32_t package, PartyId party) const;
    bool in_scope(const Cell& cell);
    bool given_at(const Transfer& transfer, const Place& place, PartyId own) const;
    std::vector<Actor> receivers(const Transfer& transfer, PartyId own);
    static bool same_body(const std::vector<Actor>& a, const std::vector<Actor>& b);
    std::vector<Bundle> statements_at(const Place& place, const Cell& cell);

    // The chain (D14–D17).
    bool contradicts(const std::vector<Bundle>& bundles, const Cell& cell);
    Step step(const Actor& from, const Bundle& bundle) const;
    void follow(const Place& place, const Cell& cell);
    /// Where delegation brought what the cell's function follows, and the steps that did (D29).
    std::optional<std::pair<Actor, std::vector<Step>>> brought(const Cell& cell);
    void end(const std::vector<Actor>& holders, const std::vector<Actor>& performers);
    void mark(const Transfer& transfer);

    const Model& model_;
    Mode mode_;
    VariantId variant_;
    Day day_;
    std::vector<bool>& used_;
    Tally& met_;

    // What the chain of one cell gave so far.
    Answer found_;
    bool circular_ = false, doubled_ = false;
};

// ---- variants and status ---------------------------------------------------------------------------------------

/// The variant that is read and those it builds on, nearest first.
std::vector<VariantId> Reader::lineage() const {
    std::vector<VariantId> ids;
    for (auto id = variant_; id.valid(); id = model_[id].based_on) ids.push_back(id);
    return ids;
}

bool Reader::counts(Status weakest, bool in_variant) const {
    if (mode_ == Mode::certain) return weakest == Status::decided;
    return weakest >= (in_variant ? Status::under_research : Status::intended);
}

/// Whether the cooperation has ended: for everyone, or for this party when there is one. Of the variants with an ending
/// that counts here the nearest decides.
bool Reader::ended(CooperationId id, PartyId party, const model::Joined& joined) {
    bool joined_here = false;
    bool decided = false, over = false, amended = false;
    const auto look = [&](const std::vector<model::Ending>& endings, Status weakest, bool in_variant) {
        bool any = false, here = false;
        for (const auto& ending : endings) {
            if (ending.parties && !(party.valid() && among(*ending.parties, party))) continue;
            if (!counts(std::min(ending.status, weakest), in_variant)) continue;
            if (ending.parties && joined_here && joined.day > ending.per.first) {
                note(Met::joined_again);
                continue;
            }
            // Where an amendment makes the next version this one ends, whatever other endings say.
            if (ending.only_version.valid()) {
                amended = amended || (ending.only_version == id && day_ >= ending.per.first);
                continue;
            }
            if (ending.cooperation != model_[id].first_version) continue;
            any = true;
            here = here || day_ >= ending.per.first;
        }
        if (any && decided) note(Met::ending_replaced);
        if (any && !decided) over = here;
        decided = decided || any;
    };
    for (const auto variant : lineage()) {
        if (joined.in.valid() && joined.in == variant) joined_here = true;
        look(model_[variant].endings, model_[variant].status, true);
    }
    joined_here = true;
    look(model_.endings, Status::decided, false);
    return over || amended;
}

bool Reader::in_force(CooperationId id) {
    const auto& cooperation = model_[id];
    if (!visible(cooperation.variant) || !today(cooperation.term)) return false;
    const auto status = std::min(cooperation.status, status_of(cooperation.variant));
    if (!counts(status, cooperation.variant.valid())) return false;
    if (!ended(id, {})) return true;
    note(Met::ended);
    return false;
}

bool Reader::takes_part(CooperationId id, PartyId party) {
    const auto listed = [&](const model::Participant& one) {
        return one.party == party && today(one.term) && !ended(id, party, one.joined);
    };
    const auto& participants = model_[id].participants;
    if (!in_force(id) || !today(model_[party].term)) return false;
    const auto& bodies = model_[id].legal_persons;
    const auto itself = [&](const model::LegalPerson& one) {
        return model_[party].embodies == one.cooperation && today(one.term) && !ended(id, party, one.joined);
    };
    if (std::any_of(participants.begin(), participants.end(), listed) ||
        (model_[party].embodies.valid() && std::any_of(bodies.begin(), bodies.end(), itself)))
        return true;
    if (ended(id, party)) note(Met::left);
    return false;
}

// ---- the law ---------------------------------------------------------------------------------------------------

/// Who has the function: what the nearest task says of this owner in a law in force, else what the function says itself
/// (D3). Null when nobody is named at all, and nothing when only others are: this owner has no cell then (D1).
std::optional<const LawHolder*> Reader::holder_by_law(const Cell& cell) {
    const auto in_law = [&](const LawHolder& holder) {
        if (!holder.statute.valid() || today(model_[holder.statute].term)) return true;
        note(Met::law_not_in_force);
        return false;
    };
    std::vector<const LawHolder*> named;
    for (auto id = model_.leaf_tasks[cell.task]; id.valid() && named.empty(); id = model_[id].parent)
        for (const auto& holder : model_[id].holders)
            if (holder.functions.has(cell.function) && in_law(holder.by)) named.push_back(&holder.by);
    const auto& function = model_[model_.leaf_functions[cell.function]];
    if (named.empty() && function.holder && in_law(*function.holder)) named.push_back(&*function.holder);
    if (named.empty() && function.follows.valid())
        return holder_by_law({cell.participant, cell.task, model_[function.follows].leaf});

    for (const auto* holder : named)
        if (holder->party.valid() && holder->party == cell.participant) {
            note(Met::own_holder);
            return holder;
        }
    if (model_[cell.participant].kind != Party::Kind::municipality) return {};
    for (const auto* holder : named)
        if (!holder->party.valid()) return holder;
    if (named.empty()) return nullptr;
    note(Met::law_of_others);
    return {};
}

// ---- actors ----------------------------------------------------------------------------------------------------

bool Reader::exists(const Actor& actor) {
    const auto has_organ = [&](const std::vector<OrganId>& organs) {
        return !actor.organ.valid() || among(organs, actor.organ);
    };
    if (actor.owner == Actor::Owner::party) {
        const auto& party = model_.parties[actor.index];
        return today(party.term) && has_organ(party.organs);
    }
    for (std::uint32_t i = 0; i < model_.cooperations.size(); ++i) {
        const auto& version = model_.cooperations[i];
        if (version.first_version.index == actor.index && has_organ(version.organs) && in_force({i})) return true;
    }
    return false;
}

/// `own` is the municipality whose cell it is.
Actor Reader::meant(const Actor& actor, PartyId own) const {
    if (actor.owner != Actor::Owner::own) return actor;
    const auto arrangement = model_[own].embodies;
    return arrangement.valid() ? Actor{Actor::Owner::cooperation, arrangement.index, actor.organ}
                               : Actor{Actor::Owner::party, own.index, actor.organ};
}

// ---- statements ------------------------------------------------------------------------------------------------

bool Reader::names(const Transfer& transfer, const Cell& cell) const {
    return transfer.functions.has(cell.function) && transfer.tasks.has(cell.task);
}

bool Reader::takes(CooperationId id, std::uint32_t package, PartyId party) const {
    for (const auto& taker : model_[id].packages[package].takers)
        if (taker.party == party && today(taker.term)) return true;
    return false;
}

/// Whether the decision in which it stands has been revoked, for everyone or for this party; of the situations in which
/// that counts the nearest decides (D21).
bool Reader::revoked(const Transfer& transfer, PartyId participant) {
    if (!transfer.decision.valid()) return false;
    std::vector<std::pair<const std::vector<model::Ending>*, VariantId>> situations;
    for (const auto variant : lineage()) situations.emplace_back(&model_[variant].endings, variant);
    situations.emplace_back(&model_.endings, VariantId{});
    for (const auto& [endings, variant] : situations) {
        bool spoken = false, over = false;
        for (const auto& ending : *endings) {
            if (ending.revoked != transfer.decision) continue;
            if (!counts(std::min(ending.status, status_of(variant)), variant.valid())) continue;
            if (ending.parties && !among(*ending.parties, participant)) continue;
            spoken = true;
            over = over || day_ >= ending.per.first;
        }
        if (over) note(Met::revoked);
        if (spoken) return over;
    }
    return false;
}

/// Everything but the place in the chain: variant, status, dates, participants and package.
bool Reader::binds(const Transfer& transfer, PartyId participant) {
    const bool inside = transfer.cooperation.valid();
    const auto variant = transfer.variant.valid() || !inside ? transfer.variant : model_[transfer.cooperation].variant;
    if (!visible(variant) || !today(transfer.term)) return false;
    auto status = std::min(transfer.status, status_of(variant));
    if (inside) status = std::min(status, model_[transfer.cooperation].status);
    if (transfer.decision.valid()) status = std::min(status, model_[transfer.decision].status);
    if (!counts(status, variant.valid())) {
        note(Met::status_too_weak);
        return false;
    }
    // Who is no municipality gives for every chain that arrives at him (D7).
    const auto& giver = transfer.giver;
    const bool his_own = giver && meant(*giver, participant).whole() == meant({}, participant);
    const bool arrives = giver && !his_own &&
                         (giver->owner == Actor::Owner::cooperation ||
                          (giver->owner == Actor::Owner::party && giver->index != participant.index &&
                           model_.parties[giver->index].kind != Party::Kind::municipality));
    if (inside) {
        if (!in_force(transfer.cooperation)) return false;
        if (!arrives && !takes_part(transfer.cooperation, participant)) return false;
    } else if (!transfer.only_for && !arrives) {
        if (!his_own) return false;
    }
    if (transfer.only_for && !among(*transfer.only_for, participant)) return false;
    if (among(transfer.except_for, participant)) return false;
    if (revoked(transfer, participant)) return false;
    return !transfer.package || takes(transfer.cooperation, *transfer.package, participant);
}

bool Reader::in_scope(const Cell& cell) {
    const auto claims = [&](const model::Scope& scope) {
        return scope.days.contains(day_) && scope.tasks.has(cell.task) &&
               (!scope.functions || scope.functions->has(cell.function)) &&
               (scope.unclaimed.empty() || !scope.unclaimed[cell.function].has(cell.task)) &&
               (!scope.only_for || among(*scope.only_for, cell.participant)) &&
               !among(scope.except_for, cell.participant);
    };
    for (std::uint32_t i = 0; i < model_.cooperations.size(); ++i) {
        const CooperationId id{i};
        const auto& scopes = model_[id].scopes;
        if (std::none_of(scopes.begin(), scopes.end(), claims) || !takes_part(id, cell.participant)) continue;
        bool in_package = false, taken = false;  // D13
        for (const auto& transfer : model_.transfers) {
            if (transfer.cooperation != id || !transfer.package || !visible(transfer.variant)) continue;
            if (!names(transfer, cell)) continue;
            in_package = true;
            taken = taken || takes(id, *transfer.package, cell.participant);
        }
        if (!in_package || taken) return true;
        note(Met::package_not_taken);
    }
    return false;
}

/// Whether the chain stands where the statement is made.
bool Reader::given_at(const Transfer& transfer, const Place& place, PartyId own) const {
    if (!transfer.giver) return place.path.size() == place.begin || transfer.kind == TransferKind::keeps;  // D4, D9
    const auto giver = meant(*transfer.giver, own);
    return giver == place.actor || giver == place.actor.whole();
}

/// Those that exist, as they are written, in the order of the alphabet.
std::vector<Actor> Reader::receivers(const Transfer& transfer, PartyId own) {
    std::vector<Actor> result;
    for (const auto& named : transfer.receivers) {
        const auto actor = meant(named, own);
        if (!exists(actor))
            note(Met::receiver_gone);
        else if (!among(result, actor))
            result.push_back(actor);
    }
    if (result.size() > 1)
        std::sort(result.begin(), result.end(),
                  [&](const Actor& a, const Actor& b) { return spelled(model_, a) < spelled(model_, b); });
    return result;
}

/// Two single receivers: the same, or a body and one of its organs.
bool Reader::same_body(const std::vector<Actor>& a, const std::vector<Actor>& b) {
    return a.size() == 1 && b.size() == 1 &&
           (a[0] == b[0] || (a[0].whole() == b[0].whole() && (!a[0].organ.valid() || !b[0].organ.valid())));
}

/// What has effect where the chain stands.
std::vector<Reader::Bundle> Reader::statements_at(const Place& place, const Cell& cell) {
    const std::vector<Actor> here{place.actor};
    struct Found {
        TransferId id;
        std::vector<Actor> written, to;
    };
    std::vector<Found> found;
    for (std::uint32_t i = 0; i < model_.transfers.size(); ++i) {
        const auto& transfer = model_.transfers[i];
        if (!names(transfer, cell) || !given_at(transfer, place, cell.participant)) continue;
        if (!binds(transfer, cell.participant)) continue;
        Found one{{i}, receivers(transfer, cell.participant), {}};
        for (const auto& actor : one.written) {  // D5
            const auto seen = actor == place.actor.whole() ? place.actor : actor;
            if (seen != actor) note(Met::party_for_organ);
            if (!among(one.to, seen)) one.to.push_back(seen);
        }
        if (one.to.empty()) continue;
        if (one.to.size() > 1)
            std::sort(one.to.begin(), one.to.end(),
                      [&](const Actor& a, const Actor& b) { return spelled(model_, a) < spelled(model_, b); });
        if (transfer.kind == TransferKind::keeps) {
            if (one.to != here) continue;
        } else if (place.grip < grip(transfer.kind) ||
                   (transfer.kind == TransferKind::delegates && place.holder != place.actor)) {
            note(Met::giver_has_less);
            continue;
        }
        found.push_back(std::move(one));
    }

    const auto works = [&](const Found& one) { return grip(model_[one.id].kind) == Grip::work; };
    const auto keeps = [&](const Found& one) { return model_[one.id].kind == TransferKind::keeps; };
    std::vector<std::vector<Actor>> given_away;  // D10
    for (const auto& one : found)
        if (model_[one.id].kind == TransferKind::delegates && !model_[one.id].condition && one.to != here)
            given_away.push_back(one.written);
    if (!given_away.empty())
        std::erase_if(found, [&](const Found& one) {
            if (model_[one.id].kind == TransferKind::delegates || keeps(one) || one.to == here) return false;
            for (const auto& to : given_away)
                if (works(one) && same_body(one.written, to)) return false;
            note(Met::given_away);
            return true;
        });

    std::vector<Bundle> bundles;
    const auto put = [&](const std::vector<Actor>& to, TransferId id) {
        auto same = bundles.begin();
        while (same != bundles.end() && same->receivers != to) ++same;
        if (same == bundles.end()) same = bundles.insert(same, {to, {}});
        if (among(same->statements, id)) return;
        same->statements.push_back(id);
        if (same->statements.size() > 1) note(Met::same_receivers);
    };
    for (const auto& one : found) {
        const auto cooperation = model_[one.id].cooperation;
        if (cooperation.valid() && model_[cooperation].version > 1) note(Met::later_version);
        used_[one.id.index] = true;
        bool goes_with = false;
        if (works(one) && !keeps(one))
            for (const auto& other : found)
                if (!works(other) && same_body(one.written, other.written)) {
                    note(Met::work_and_power);
                    put(other.to, one.id);
                    goes_with = true;
                }
        if (!goes_with) put(one.to, one.id);
    }
    // What only amounts to `laat` stands aside for what the same actor passes on (D9).
    const auto passes_on = [&](const Bundle& bundle) {
        return bundle.receivers != here &&
               std::any_of(bundle.statements.begin(), bundle.statements.end(),
                           [&](TransferId id) { return model_[id].giver && !model_[id].condition; });
    };
    if (std::any_of(bundles.begin(), bundles.end(), passes_on))
        std::erase_if(bundles, [&](const Bundle& bundle) {
            if (bundle.receivers != here) return false;
            for (const auto id : bundle.statements)
                if (model_[id].kind == TransferKind::keeps) return false;
            note(Met::stands_aside);
            return true;
        });
    return bundles;
}

// ---- the chain -------------------------------------------------------------------------------------------------

bool Reader::contradicts(const std::vector<Bundle>& bundles, const Cell& cell) {
    const auto listed_loosely = [&](const Bundle& bundle) {
        return bundle.receivers.size() > 1 &&
               std::any_of(bundle.statements.begin(), bundle.statements.end(),
                           [&](TransferId id) { return model_[id].together == Transfer::Together::none; });
    };
    const auto unconditional = [&](const Bundle& bundle) {
        return std::any_of(bundle.statements.begin(), bundle.statements.end(),
                           [&](TransferId id) { return !model_[id].condition; });
    };
    const auto strongest = [&](const Bundle& bundle) {
        auto kind = TransferKind::keeps;
        for (const auto id : bundle.statements) kind = std::max(kind, model_[id].kind);
        return kind;
    };
    /// Mandates alone, and to whose organs alone.
    const auto body = [&](const Bundle& bundle) -> std::optional<Actor> {
        const auto whole = bundle.receivers.front().whole();
        for (const auto& actor : bundle.receivers)
            if (!actor.organ.valid() || actor.whole() != whole) return std::nullopt;
        for (const auto id : bundle.statements)
            if (model_[id].kind == TransferKind::keeps) return std::nullopt;
        return grip(strongest(bundle)) == Grip::authority ? std::optional(whole) : std::nullopt;
    };
    const auto are_one = [&](TransferId a, TransferId b) {
        for (const auto& bundle : bundles)
            if (among(bundle.statements, a) && among(bundle.statements, b)) return true;
        return false;
    };
    const auto capped = [&](TransferId id) {
        const auto& x = model_[id];
        return grip(x.kind) == Grip::authority && x.condition && x.condition->kind == model::Condition::Kind::at_most &&
               x.condition->further.empty();
    };
    const auto shut_out = [&](const Bundle& one, const Bundle& other) {
        for (const auto a : one.statements)
            for (const auto b : other.statements) {
                const auto &first = model_[a].condition, &second = model_[b].condition;
                if (are_one(a, b) || first.has_value() != second.has_value()) continue;
                if (!first) return true;
                if (!same_condition(*first, *second) || unconditional(one) || unconditional(other)) continue;
                if (!capped(a) && !capped(b)) return true;
                note(Met::side_by_side);
            }
        return false;
    };

    if (model_[model_.leaf_functions[cell.function]].plural) {
        if (bundles.size() > 1) note(Met::plural_function);
        return false;
    }
    if (std::any_of(bundles.begin(), bundles.end(), listed_loosely)) return true;
    for (std::size_t i = 0; i < bundles.size(); ++i)
        for (std::size_t j = i + 1; j < bundles.size(); ++j) {
            if (body(bundles[i]) && body(bundles[i]) == body(bundles[j]))
                note(Met::side_by_side);
            else if (shut_out(bundles[i], bundles[j]))
                return true;
        }
    if (bundles.size() > 1) note(Met::kept_apart);
    return false;
}

Step Reader::step(const Actor& from, const Bundle& bundle) const {
    auto kind = TransferKind::keeps;  // whatever moves to where the chain stands stays there (D9)
    if (bundle.receivers != std::vector{from})
        for (const auto id : bundle.statements) kind = std::max(kind, model_[id].kind);
    return {from, kind, bundle.receivers, bundle.statements};
}

void Reader::end(const std::vector<Actor>& holders, const std::vector<Actor>& performers) {
    found_.holders.insert(found_.holders.end(), holders.begin(), holders.end());
    found_.performers.insert(found_.performers.end(), performers.begin(), performers.end());
}

void Reader::follow(const Place& place, const Cell& cell) {
    const auto bundles = statements_at(place, cell);
    if (bundles.empty()) return end({place.holder}, {place.actor});

    const auto go = [&](const Actor& to, TransferKind kind) {
        auto path = place.path;
        path.push_back(to);
        auto parted = place.parted;
        if (kind == TransferKind::delegates) parted.push_back(place.actor);
        follow({to, path, place.begin, kind == TransferKind::delegates ? to : place.holder, grip(kind), parted}, cell);
    };
    const auto show = [&](const Step& step) {
        if (!among(found_.chain, step)) found_.chain.push_back(step);
    };
    const auto was_there = [&](const Actor& actor) { return actor != place.actor && among(place.path, actor); };
    // An alternative that is the giver himself is looked at once more; from there it is where the chain ends.
    const auto at_rest = [&](const Actor& actor) {
        return actor == place.actor && place.path.size() > place.begin && place.path[place.path.size() - 2] == actor;
    };

    if (contradicts(bundles, cell)) {
        doubled_ = true;
        for (const auto& bundle : bundles) {
            show(step(place.actor, bundle));
            end({place.holder}, bundle.receivers);
        }
        return;
    }
    for (const auto& bundle : bundles) {
        const auto next = step(place.actor, bundle);
        const auto& to = bundle.receivers;
        const bool together = std::any_of(bundle.statements.begin(), bundle.statements.end(), [&](TransferId id) {
            return model_[id].together == Transfer::Together::joint;
        });
        show(next);
        if (next.kind == TransferKind::keeps) {
            note(Met::kept);
            end({place.holder}, to);
        } else if (next.kind != TransferKind::delegates && to.size() == 1 && was_there(to.front()) &&
                   among(place.parted, to.front())) {
            note(Met::came_back);
            end({place.holder}, to);
        } else if (std::any_of(to.begin(), to.end(), [&](const Actor& actor) {
                       return was_there(actor) && (next.kind == TransferKind::delegates || !among(place.parted, actor));
                   })) {
            circular_ = true;
            end({place.holder}, {});
        } else if (to.size() == 1) {
            if (place.path.size() > place.begin) note(Met::passed_on);
            go(to.front(), next.kind);
        } else if (together) {
            note(Met::group);
            end(next.kind == TransferKind::delegates ? to : std::vector{place.holder}, to);
        } else {
            note(Met::each_alone);
            for (const auto& actor : to) {
                if (at_rest(actor) || (next.kind != TransferKind::delegates && was_there(actor)))
                    end({place.holder}, {actor});
                else
                    go(actor, next.kind);
            }
        }
    }
}

std::optional<std::pair<Actor, std::vector<Step>>> Reader::brought(const Cell& cell) {
    const auto follows = model_[model_.leaf_functions[cell.function]].follows;
    if (!follows.valid()) return {};
    for (auto id = model_.leaf_tasks[cell.task]; id.valid(); id = model_[id].parent)
        for (const auto& holder : model_[id].holders)
            if (holder.functions.has(cell.function) &&
                (!holder.by.statute.valid() || today(model_[holder.by.statute].term)))
                return {};
    const Cell other{cell.participant, cell.task, model_[follows].leaf};
    if (!model_[model_.leaf_tasks[cell.task]].needed.has(other.function)) return {};  // there is no such cell
    auto used = used_;
    Reader reader(model_, mode_, variant_, day_, used, met_);
    const auto found = reader.answer(other);
    if (!found || found->state != State::assigned || found->holders.size() != 1) return {};
    const auto by_law = *reader.holder_by_law(other);
    const auto& holder = found->holders.front();
    if (holder == meant({Actor::Owner::own, 0, by_law->organ}, cell.participant)) return {};
    std::vector<Step> steps;
    for (const auto& step : found->chain)
        if (step.kind == TransferKind::delegates) {
            steps.push_back(step);
            for (const auto by : step.by) used_[by.index] = true;
        }
    return std::pair(holder, steps);
}

std::optional<Answer> Reader::answer(const Cell& cell) {
    if (!today(model_[cell.participant].term)) return {};
    for (auto id = model_.leaf_tasks[cell.task]; id.valid(); id = model_[id].parent)
        if (!today(model_[id].term)) return {};
    const auto by_law = holder_by_law(cell);
    if (!by_law) return {};
    if (*by_law == nullptr) return Answer{State::no_owner, {}, {}, {}};
    const auto start = meant({Actor::Owner::own, 0, (*by_law)->organ}, cell.participant);
    if (!exists(start)) {
        note(Met::organ_lacking);
        return {};
    }

    const auto from = brought(cell);
    found_ = {};
    circular_ = doubled_ = false;
    Place begin{start, {}, 0, start, Grip::power};
    if (from) {
        note(Met::followed);
        begin.actor = begin.holder = from->first;
        found_.chain = from->second;
        for (const auto& step : from->second) {
            if (step.from != from->first) begin.path.push_back(step.from), begin.parted.push_back(step.from);
            for (const auto& to : step.to)
                if (to != from->first) begin.path.push_back(to);
        }
    }
    begin.path.push_back(begin.actor);
    begin.begin = begin.path.size();
    follow(begin, cell);
    if (found_.chain.empty()) {
        if (in_scope(cell)) return Answer{State::unassigned, {start}, {}, {}};
        return Answer{State::by_law, {start}, {start}, {}};
    }
    found_.state = circular_ ? State::cycle : doubled_ ? State::doubly_assigned : State::assigned;
    for (const auto& step : found_.chain)
        for (const auto id : step.by) mark(model_[id]);
    arrange(model_, found_);
    return found_;
}

/// Whether a statement of the chain, or what it stands in, holds today only because it is renewed or works back (D31).
void Reader::mark(const Transfer& transfer) {
    const auto look = [&](const model::Term& term) {
        if (term.renewed_from && day_ >= *term.renewed_from) found_.renewed = true, note(Met::renewed);
        if (term.retroactive_until && day_ < *term.retroactive_until) found_.retroactive = true, note(Met::retroactive);
    };
    look(transfer.term);
    if (transfer.cooperation.valid()) look(model_[transfer.cooperation].term);
}

// ---- days ------------------------------------------------------------------------------------------------------

/// Every day on which something begins or ends.
std::set<Day> change_days(const Model& model) {
    std::set<Day> days;
    const auto add = [&](Day day) {
        if (day != kNoBegin && day != kNoEnd) days.insert(day);
    };
    const auto add_term = [&](const model::Term& term) {
        add(term.days.from);
        add(term.days.until);
        if (term.renewed_from) add(*term.renewed_from);
        if (term.retroactive_until) add(*term.retroactive_until);
    };
    for (const auto& party : model.parties) add_term(party.term);
    for (const auto& statute : model.statutes) add_term(statute.term);
    for (const auto& task : model.tasks) add_term(task.term);
    for (const auto& transfer : model.transfers) add_term(transfer.term);
    for (const auto& cooperation : model.cooperations) {
        add_term(cooperation.term);
        for (const auto& participant : cooperation.participants) add_term(participant.term);
        for (const auto& package : cooperation.packages)
            for (const auto& taker : package.takers) add_term(taker.term);
        for (const auto& scope : cooperation.scopes) add(scope.days.from), add(scope.days.until);
    }
    for (const auto& variant : model.variants)
        for (const auto& ending : variant.endings) add(ending.per.first);
    for (const auto& ending : model.endings) add(ending.per.first);
    return days;
}

/// The municipalities, and whoever else the law names.
std::vector<PartyId> owners(const Model& model) {
    std::set<std::uint32_t> named;
    for (const auto& task : model.tasks)
        for (const auto& holder : task.holders)
            if (holder.by.party.valid()) named.insert(holder.by.party.index);
    for (const auto& function : model.functions)
        if (function.holder && function.holder->party.valid()) named.insert(function.holder->party.index);
    std::vector<PartyId> result;
    for (std::uint32_t i = 0; i < model.parties.size(); ++i)
        if (model.parties[i].in_model && (model.parties[i].kind == Party::Kind::municipality || named.count(i) > 0))
            result.push_back({i});
    return result;
}

/// From the horizon to the last change, whose day stands for all that come after.
std::vector<Day> days_of(const Model& model) {
    const auto changes = change_days(model);
    std::vector<Day> days{model.horizon};
    while (!changes.empty() && days.back() < *changes.rbegin()) days.push_back(days.back().next());
    return days;
}

/// The longest stretches without effect right after and before days with effect (D18).
void add_gaps(const std::vector<Run>& runs, std::vector<Gap>& gaps) {
    std::optional<Run> effective;
    std::optional<Gap> open;
    for (const auto& run : runs) {
        const bool neighbours = effective && (open ? open->days.until : effective->days.until) == run.days.from;
        if (graph::is_explicit(run.answer.state)) {
            if (open && neighbours) gaps.push_back(*open);
            effective = run;
            open.reset();
        } else if (graph::is_implicit(run.answer.state) && neighbours) {
            open = {run.cell, {open ? open->days.from : run.days.from, run.days.until}};
        } else {
            effective.reset();
            open.reset();
        }
    }
}

}  // namespace

std::string spelled(const Model& model, const Actor& actor) {
    auto name = actor.owner == Actor::Owner::own     ? std::string("*")
                : actor.owner == Actor::Owner::party ? model.parties[actor.index].name
                                                     : model.cooperations[actor.index].name;
    if (actor.organ.valid()) name += "/" + model[actor.organ].name;
    return name;
}

void arrange(const Model& model, Answer& answer) {
    const auto by_name = [&](std::vector<Actor>& actors) {
        if (actors.size() < 2) return;
        std::sort(actors.begin(), actors.end(),
                  [&](const Actor& a, const Actor& b) { return spelled(model, a) < spelled(model, b); });
        actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
    };
    by_name(answer.holders);
    by_name(answer.performers);
    for (auto& step : answer.chain) {
        by_name(step.to);
        std::sort(step.by.begin(), step.by.end(),
                  [&](TransferId a, TransferId b) { return model[a].id < model[b].id; });
    }
}

Coverage coverage(const Model& model, Mode mode) {
    const auto days = days_of(model);
    std::vector<VariantId> variants{VariantId{}};
    for (std::uint32_t i = 0; i < model.variants.size(); ++i) variants.push_back({i});

    Coverage result;
    for (const auto variant : variants) {
        VariantCoverage one{variant, {}, {}, std::vector<bool>(model.transfers.size())};
        const auto read = [&](const Cell& cell) {
            std::vector<Run> runs;
            for (const auto day : days) {
                Reader reader(model, mode, variant, day, one.used, result.met);
                const auto answer = reader.answer(cell);
                if (!answer) continue;
                const bool goes_on = !runs.empty() && runs.back().days.until == day && runs.back().answer == *answer;
                if (!goes_on) runs.push_back({cell, {day, day}, *answer});
                runs.back().days.until = day == days.back() ? kNoEnd : day.next();
            }
            add_gaps(runs, one.gaps);
            one.runs.insert(one.runs.end(), runs.begin(), runs.end());
        };
        for (const auto participant : owners(model))
            for (std::uint32_t task = 0; task < model.leaf_tasks.size(); ++task)
                for (std::uint32_t function = 0; function < model.leaf_functions.size(); ++function)
                    if (model[model.leaf_tasks[task]].needed.has(function)) read({participant, task, function});
        result.variants.push_back(std::move(one));
    }
    return result;
}

}  // namespace belegd::naive
