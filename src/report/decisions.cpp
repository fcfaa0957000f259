#include "report/decisions.hpp"

#include <algorithm>
#include <tuple>

#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/decisions.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/boards.hpp"
#include "report/decision_standing.hpp"
#include "report/events.hpp"
#include "report/frame.hpp"
#include "report/planning.hpp"
#include "report/weighed.hpp"
#include "rules/permissions.hpp"

namespace belegd::report {
namespace {

using namespace model;
using Standing = DecisionList::Standing;

class Lister {
   public:
    Lister(const Frame& frame, Day looked_at) : f_(frame), m_(frame.model), looked_at_(looked_at) {}

    void list(DecisionList& out) {
        for (const auto column : f_.what.columns) {
            const auto firsts = cooperations_shown(f_, column);
            std::vector<DecisionList::Consent> consents;
            for (std::uint32_t i = 0; i < m_.decisions.size(); ++i) {
                if (!f_.world(column).visible(m_.decisions[i].variant) || !tells_of(f_, {i}, firsts)) continue;
                add(out.steps, step(column, {i}), column);
                for (auto& each : stated_consents(column, {i})) consents.push_back(std::move(each));
            }
            add_lawful(consents, column, firsts);
            for (auto& each : consents) add(out.consents, std::move(each), column);
            for (const auto first : firsts)
                if (auto row = deciding(column, first); !row.said.empty()) add(out.boards, std::move(row), column);
        }
        name_situations(out.steps);
        name_situations(out.consents);
        name_situations(out.boards);
        for (const auto id : rules_about(m_, f_.what.columns))
            for (const auto column : f_.what.columns)
                if (judges(m_, m_[id], column)) out.rules.push_back(rule(m_[id], column));
    }

   private:
    /// A row with the situations in which it is so; the same in several is one row.
    template <typename Row>
    void add(std::vector<Row>& rows, Row row, VariantId column) {
        auto& seen = situations_of(rows);
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (alike(rows[i], row)) {
                if (seen[i].back() != column) seen[i].push_back(column);
                return;
            }
        rows.push_back(std::move(row));
        seen.push_back({column});
    }
    std::vector<std::vector<VariantId>>& situations_of(const std::vector<DecisionList::Step>&) { return of_steps_; }
    std::vector<std::vector<VariantId>>& situations_of(const std::vector<DecisionList::Consent>&) {
        return of_consents_;
    }
    std::vector<std::vector<VariantId>>& situations_of(const std::vector<DecisionList::Deciding>&) {
        return of_boards_;
    }
    static bool alike(const DecisionList::Deciding& a, const DecisionList::Deciding& b) {
        return a.cooperation == b.cooperation && a.said == b.said;
    }
    static bool alike(const DecisionList::Step& a, const DecisionList::Step& b) {
        return a.title == b.title && a.by == b.by && a.effects == b.effects && a.needs == b.needs && a.said == b.said &&
               a.origins == b.origins;
    }
    static bool alike(const DecisionList::Consent& a, const DecisionList::Consent& b) {
        return a.act == b.act && a.by == b.by && a.basis == b.basis && a.said == b.said && a.by_when == b.by_when;
    }
    template <typename Row>
    void name_situations(std::vector<Row>& rows) {
        if (f_.what.columns.size() < 2) return;
        const auto& seen = situations_of(rows);
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i].situation = situations_named(f_, seen[i]);
    }

    // ---- who decides what

    DecisionList::Step step(VariantId column, DecisionId id) const {
        const auto& row = m_[id];
        DecisionList::Step out;
        out.title = title_of(m_, id);
        out.by = deciders(row);
        out.kind = purpose_said(row);
        out.before = beforehand_said(m_, row);
        out.effects = effects(column, id);
        out.needs = needs_said(m_, row, f_.world(column));
        auto far = how_far(m_, row, looked_at_);
        out.standing = far.standing;
        out.said = std::move(far.said);
        std::tie(out.latest, out.by_when) = by_when(row);
        out.late = is_late(out.standing, out.latest);
        out.origins = f_.origins({row.span});
        return out;
    }

    Text deciders(const Decision& row) const {
        std::vector<Text> all;
        for (const auto& each : by(row)) all.push_back(the_actor(m_, each));
        if (all.empty()) return say(message::who_not_stated);
        const auto said = listed(all);
        return row.each_own ? joined({said, syntax::info(syntax::Word::each_own).phrase}, ", ") : said;
    }

    bool is_late(Standing standing, std::optional<Day> latest) const {
        return latest && *latest < looked_at_ && standing != Standing::decided && standing != Standing::lapsed;
    }

    std::vector<Text> effects(VariantId column, DecisionId id) const {
        std::vector<Text> out = aims_said(m_, m_[id]);
        const auto see = [&](const Ending& each) {
            if (each.decision != id || each.only_version.valid()) return;
            const auto when = stretch_said(each.per);
            if (each.revoked.valid()) {
                const auto revoked = title_of(m_, each.revoked);
                out.push_back(each.parties
                                  ? say(message::revokes_so_for, {revoked, parties_said(m_, *each.parties), when})
                                  : say(message::revokes_so, {revoked, when}));
                return;
            }
            const auto title = title_of(m_, m_[each.cooperation].first_version);
            out.push_back(each.parties ? say(message::ends_so_for, {title, parties_said(m_, *each.parties), when})
                                       : say(message::ends_so, {title, when}));
        };
        for (auto at = column; at.valid(); at = m_[at].based_on)
            for (const auto& each : m_[at].endings) see(each);
        for (const auto& each : m_.endings) see(each);
        std::vector<CooperationId> changed;
        for (const auto& each : m_.cooperations)
            if (each.amended_in == id &&
                std::find(changed.begin(), changed.end(), each.first_version) == changed.end()) {
                changed.push_back(each.first_version);
                out.push_back(say(message::changes_so, {title_of(m_, each.first_version)}));
            }
        std::vector<std::uint32_t> given;
        for (const auto& x : m_.transfers)
            if (x.decision == id && std::find(given.begin(), given.end(), x.statement) == given.end())
                given.push_back(x.statement);
        if (given.size() == 1) out.push_back(say(message::gives_one));
        if (given.size() > 1) out.push_back(say(message::gives_so, {number(static_cast<long long>(given.size()))}));
        return out;
    }

    // ---- how boards decide

    /// By the version that is in force on the day on which one looks, or else the last before it, or the first.
    DecisionList::Deciding deciding(VariantId column, CooperationId first) const {
        const auto& world = f_.world(column);
        std::optional<CooperationId> version;
        for (const auto i : world.versions(first)) {
            const auto force = world.force({i});
            if (force.empty()) continue;
            if (!version || force.from <= looked_at_) version = CooperationId{i};
        }
        DecisionList::Deciding out;
        if (!version) return out;
        const auto force = world.force(*version);
        const auto day = force.contains(looked_at_) ? std::optional(looked_at_) : std::nullopt;
        out.cooperation = title_of(m_, first);
        for (const auto& each : boards_said(m_, *version, world, day)) out.said.push_back(each.text);
        for (const auto& each : changes_said(m_, *version, world, day)) out.said.push_back(each.text);
        out.origins = f_.origins({m_[*version].span});
        return out;
    }

    // ---- what a choice is judged by

    DecisionList::Rule rule(const DecisionRule& row, VariantId column) const {
        DecisionList::Rule out{title_of_row(row),          outcome_said(row, column), outcome_of(row, column), {},
                               situation_said(m_, column), f_.origins({row.span})};
        for (const auto& each : row.criteria)
            out.criteria.push_back(
                {title_of_row(each), verdict_said(m_, each, column), verdict_of(each, column), each.desirable});
        return out;
    }

    // ---- whose consent

    /// Those by whom a decision can be taken; nobody where the model does not say.
    static std::vector<Actor> by(const Decision& row) {
        std::vector<Actor> out;
        if (row.by) out.push_back(*row.by);
        out.insert(out.end(), row.also_by.begin(), row.also_by.end());
        return out;
    }
    static bool has(const std::vector<Actor>& all, const Actor& actor) {
        return std::find(all.begin(), all.end(), actor) != all.end();
    }
    static bool gives_consent(const Decision& row) {
        return row.purpose == Decision::Purpose::permit || row.purpose == Decision::Purpose::agree;
    }

    std::vector<DecisionList::Consent> stated_consents(VariantId column, DecisionId id) const {
        const auto& act = m_[id];
        std::vector<DecisionList::Consent> out;
        const auto put = [&](Text who, const std::optional<Actor>& actor, syntax::Word word) {
            DecisionList::Consent row;
            row.act = title_of(m_, id);
            row.by = std::move(who);
            row.kind =
                syntax::info(word == syntax::Word::consent ? syntax::Word::to_permit : syntax::Word::to_agree).phrase;
            row.basis = say(message::model_asks);
            std::vector<DecisionId> given;
            for (std::uint32_t i = 0; actor && i < m_.decisions.size(); ++i)
                if (i != id.index && gives_consent(m_.decisions[i]) && has(by(m_.decisions[i]), *actor) &&
                    f_.world(column).visible(m_.decisions[i].variant) && goes_with(m_, {i}, id))
                    given.push_back({i});
            const auto far = best_of(m_, given, looked_at_);
            // Who decided `met instemming van` somebody, says that he had it.
            const auto own = far ? std::nullopt : best_of(m_, {id}, looked_at_);
            const bool says_so = own && own->standing == Standing::decided;
            settle(row, far);
            if (says_so) row.standing = Standing::decided, row.said = say(message::given_says_act);
            std::tie(row.latest, row.by_when) = by_when(act);
            if (!row.latest && act.taken) {
                row.latest = act.taken->last;
                row.by_when = stretch_said(*act.taken);
            }
            row.late = is_late(row.standing, row.latest);
            row.origins = f_.origins({act.span});
            out.push_back(std::move(row));
        };
        const auto put_all = [&](const std::vector<Text>& names, const std::vector<Actor>& actors, syntax::Word word) {
            std::vector<Text> stated;
            for (const auto& each : names)
                if (left_open(each.nl) == syntax::Word::none) stated.push_back(each);
            if (stated.size() == actors.size())
                for (const auto& each : actors) put(the_actor(m_, each), each, word);
            else
                for (const auto& each : stated) put(each, std::nullopt, word);
        };
        auto assenting = act.consent_by;
        std::erase_if(assenting, [&](const Actor& each) { return has(act.permitted_by, each); });
        put_all(act.consent, act.permitted_by, syntax::Word::consent);
        put_all(act.assent, assenting, syntax::Word::assent);
        return out;
    }

    static void settle(DecisionList::Consent& row, const std::optional<HowFar>& far) {
        if (!far) {
            row.said = say(message::given_not_said);
            return;
        }
        row.standing = far->standing;
        row.said = far->standing == Standing::refused ? say(message::consent_refused, {far->said})
                   : far->standing == Standing::open  ? say(message::consent_not_yet, {far->said})
                                                      : far->said;
    }

    /// What a rule asks too for a decision that has it stated, is one consent that rests on both.
    void add_lawful(std::vector<DecisionList::Consent>& out, VariantId column,
                    const std::vector<CooperationId>& firsts) const {
        const auto& subject = *f_.analysis.subject;
        for (const auto& asked : rules::permissions_asked(subject, subject.view(column))) {
            const auto first = m_[asked.cooperation].first_version;
            if (std::find(firsts.begin(), firsts.end(), first) == firsts.end()) continue;
            DecisionList::Consent row;
            row.act = act_said(asked);
            row.kind = syntax::info(syntax::Word::to_permit).phrase;
            const auto& rule = m_.rules[asked.rule];
            const auto grounds = backing_said(m_, rule.backing);
            row.basis = say(message::law_asks, {grounds.empty() ? rule.title : listed(grounds), Text(rule.code)});
            row.origins = f_.origins({asked.ending != nullptr ? asked.ending->span : m_[asked.cooperation].span});
            latest(row, asked, column);
            const auto stated = asked.ending != nullptr && asked.ending->decision.valid()
                                    ? title_of(m_, asked.ending->decision)
                                    : Text();
            if (!asked.questions.empty()) {
                row.by = councils(asked);
                row.standing = Standing::cannot_be_said;
                row.said = say(message::consent_unsure, {joined(asked.questions, "; ")});
                out.push_back(std::move(row));
                continue;
            }
            for (const auto party : asked.parties) {
                if (asked.leaving && !f_.shows(party)) continue;
                auto each = row;
                const auto organ = m_.organ_of(party, asked.organ);
                each.by = the_actor(m_, organ);
                const auto same = std::find_if(out.begin(), out.end(), [&](const DecisionList::Consent& other) {
                    return !stated.empty() && other.act == stated && other.by == each.by && other.kind == each.kind;
                });
                if (same != out.end()) {
                    same->basis = joined({same->basis, each.basis}, "; ");
                    continue;
                }
                settle(each, best_of(m_, givers(column, asked, organ), looked_at_));
                each.late = is_late(each.standing, each.latest);
                out.push_back(std::move(each));
            }
        }
    }

    /// Those whose permission it would be, where that is known.
    Text councils(const rules::Permission& asked) const {
        auto whose = asked.parties;
        if (whose.empty() && asked.ending != nullptr && asked.ending->parties) whose = *asked.ending->parties;
        if (whose.empty()) return say(message::councils_of_participants, {organ_name(m_, asked.organ)});
        std::vector<Text> all;
        all.reserve(whose.size());
        for (const auto party : whose) all.push_back(the_actor(m_, m_.organ_of(party, asked.organ)));
        return listed(all);
    }

    Text act_said(const rules::Permission& asked) const {
        const auto& row = m_[asked.cooperation];
        const auto title = title_of(m_, row.first_version);
        if (asked.ending != nullptr) {
            const auto when = stretch_said(asked.ending->per);
            const auto whose = asked.parties.empty() && asked.ending->parties ? *asked.ending->parties : asked.parties;
            return whose.empty() ? say(message::act_of_ending, {title, when})
                                 : say(message::act_of_leaving_on, {parties_said(m_, whose), title, when});
        }
        if (asked.leaving) return say(message::act_of_leaving, {parties_said(m_, asked.parties), title});
        if (row.version == 1) return say(message::act_of_making, {title});
        const auto from = row.term.stated().from;
        return from == kNoBegin ? say(message::act_of_changing_no_day, {title})
                                : say(message::act_of_changing, {title, day_said(m_, from)});
    }

    /// Before the decision that does it, before the text was adopted, or else before the first day.
    void latest(DecisionList::Consent& row, const rules::Permission& asked, VariantId column) const {
        if (asked.ending != nullptr && asked.ending->decision.valid()) {
            const auto& act = m_[asked.ending->decision];
            std::tie(row.latest, row.by_when) = by_when(act);
            if (!row.latest && act.taken) {
                row.latest = act.taken->last;
                row.by_when = stretch_said(*act.taken);
            }
            if (row.latest) return;
        }
        const auto& version = m_[asked.cooperation];
        if (asked.ending != nullptr) {
            row.latest = last_day_of_notice(version, asked.ending->per.first);
            if (!row.latest) row.latest = asked.ending->per.first.previous();
        } else if (version.concluded) {
            row.latest = version.concluded->last;
        } else if (const auto from = f_.world(column).force(asked.cooperation).from;
                   from != kNoBegin && !version.dates_open) {
            row.latest = from.previous();
        }
        if (row.latest) row.by_when = spelled(*row.latest);
    }

    /// The decisions of an organ that permit this act: of after the text that was there before, about this cooperation.
    std::vector<DecisionId> givers(VariantId column, const rules::Permission& asked, const Actor& organ) const {
        const auto& version = m_[asked.cooperation];
        std::optional<Day> after;
        if (asked.ending != nullptr)
            after = f_.world(column).force(asked.cooperation).from;
        else
            for (const auto other : f_.world(column).versions(version.first_version))
                if (m_.cooperations[other].version + 1 == version.version &&
                    f_.world(column).visible(m_.cooperations[other].variant))
                    after = f_.world(column).force({other}).from;
        std::vector<DecisionId> out;
        for (std::uint32_t i = 0; i < m_.decisions.size(); ++i) {
            const auto& each = m_.decisions[i];
            if (!f_.world(column).visible(each.variant) || !is_about(m_, {i}, asked.cooperation)) continue;
            const bool by_itself = gives_consent(each) && has(by(each), organ);
            if (!by_itself) continue;
            const bool to_leave =
                asked.ending != nullptr && asked.ending->decision.valid() && goes_with(m_, {i}, asked.ending->decision);
            if (after && *after != kNoBegin && !(each.taken ? each.taken->first > *after : to_leave || !asked.ending))
                continue;
            // What is of after the first day permitted something else.
            const auto from = f_.world(column).force(asked.cooperation).from;
            if (asked.ending == nullptr && each.taken && from != kNoBegin && each.taken->first >= from &&
                !version.dates_open)
                continue;
            out.push_back({i});
        }
        return out;
    }

    const Frame& f_;
    const Model& m_;
    Day looked_at_;
    std::vector<std::vector<VariantId>> of_steps_, of_consents_, of_boards_;
};

}  // namespace

DecisionList decision_list(const analysis::Analysis& analysis, const Overview& what, Day looked_at) {
    const Frame frame(analysis, what, Extent::appendix);
    DecisionList out;
    out.title = say(message::decisions_title, {what.title});
    out.looked_at = looked_at;
    Lister(frame, looked_at).list(out);
    out.document = document_of(frame, out);
    return out;
}

}  // namespace belegd::report
