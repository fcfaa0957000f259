#include "report/timeline.hpp"

#include <algorithm>

#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/open_points.hpp"
#include "report/sheet.hpp"

namespace belegd::report {
namespace {

using namespace model;

class Timeline {
   public:
    explicit Timeline(const Frame& frame) : f_(frame), m_(frame.model) {}

    void write(Document& out) {
        for (const auto column : f_.what.columns) {
            for (std::uint32_t i = 0; i < m_.cooperations.size(); ++i)
                if (f_.world(column).visible(m_.cooperations[i].variant) && f_.speaks_of_tasks({i}))
                    cooperation(column, {i});
            endings(column);
            loose(column);
        }
        for (auto& point : points_of_other_days(f_))
            rows_.push_back({point.days, period_said(m_, point.days), std::move(point.text)});
        if (rows_.empty()) return;
        std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
            return a.days.from != b.days.from ? a.days.from < b.days.from : a.days.until < b.days.until;
        });
        out.blocks.emplace_back(Heading{2, say(message::heading_timeline)});
        Table table;
        table.caption = say(message::caption_timeline, {spelled(f_.asked)});
        table.columns = {say(message::column_when), say(message::column_what)};
        for (const auto& row : rows_)
            table.rows.push_back({Cell(row.when.empty() ? say(message::timeline_always) : row.when), Cell(row.text)});
        out.blocks.emplace_back(std::move(table));
    }

   private:
    struct Row {
        Period days;
        Text when, text;
    };

    /// Once, whichever situation shows it; what only a variant has is said with it.
    void add(Period days, const Text& when, Text text, VariantId of) {
        if (of.valid()) text = say(message::timeline_in, {text, situation_said(m_, of)});
        const bool known = std::any_of(rows_.begin(), rows_.end(),
                                       [&](const Row& row) { return row.days == days && row.text == text; });
        if (!known) rows_.push_back({days, when, std::move(text)});
    }
    void add(const Term& term, Text text, VariantId of) { add(term.days, counted_said(term), std::move(text), of); }

    void cooperation(VariantId column, CooperationId id) {
        const auto& row = m_[id];
        const auto periods = f_.taking_part(column, id);
        if (periods.empty()) return;
        if (!holds_on(periods, f_.day)) {
            Period whole = periods.front();
            for (const auto& each : periods) {
                whole.from = std::min(whole.from, each.from);
                whole.until = std::max(whole.until, each.until);
            }
            auto name = title_of(m_, id);
            if (m_.has_versions(id)) name = say(message::version_of, {name, number(row.version)});
            if (row.form.valid()) name = joined({name, {m_[row.form].name, m_[row.form].title.en}}, ", ");
            // A version of the present that only a variant ends is there in that variant.
            const auto of = row.variant.valid() || periods == f_.taking_part({}, id) ? row.variant : column;
            return add(whole, counted_said(m_, row, whole), name, of);
        }
        const auto title = title_of(m_, id);
        for (const auto& each : row.participants) {
            const auto days = intersection(each.term.days, f_.world(column).force(id));
            // Who left as the version began is told by the version before.
            if (!days.empty() && !days.contains(f_.day))
                add(each.term, say(message::timeline_takes_part, {parties_said(m_, {each.party}), title}), row.variant);
        }
        for (const auto& body : row.legal_persons)
            if (!body.term.days.contains(f_.day))
                add(body.term, say(message::timeline_takes_part, {title_of(m_, body.cooperation), title}), row.variant);
        for (const auto& package : row.packages)
            for (const auto& taker : package.takers)
                if (!taker.term.days.contains(f_.day))
                    add(taker.term,
                        say(message::timeline_taker, {parties_said(m_, {taker.party}), printable(package.name), title}),
                        row.variant);
        for (const auto& sentence : sentences_of(f_.analysis, id))
            if (!sentence->term.days.contains(f_.day))
                add(sentence->term, say(message::function_line, {title, sentence_said(m_, *sentence).text}),
                    row.variant);
    }

    void endings(VariantId column) {
        for (auto at = column; at.valid(); at = m_[at].based_on)
            for (const auto& each : m_[at].endings) ending(each, at);
        for (const auto& each : m_.endings) ending(each, {});
    }

    void ending(const Ending& each, VariantId of) {
        if (each.only_version.valid()) return;
        if (each.parties &&
            std::none_of(each.parties->begin(), each.parties->end(), [&](PartyId party) { return f_.shows(party); }))
            return;
        if (each.revoked.valid()) return revocation(each, of);
        const auto& versions = f_.world(of).versions(each.cooperation);
        const bool concerns = std::any_of(versions.begin(), versions.end(), [&](std::uint32_t version) {
            return f_.speaks_of_tasks({version}) &&
                   std::any_of(m_.cooperations[version].participants.begin(),
                               m_.cooperations[version].participants.end(),
                               [&](const Participant& x) { return f_.shows(x.party); });
        });
        if (!concerns) return;
        const auto title = title_of(m_, each.cooperation);
        end_of(each, of,
               each.parties ? say(message::timeline_ends_for, {title, parties_said(m_, *each.parties)})
                            : say(message::timeline_ends, {title}));
    }

    void revocation(const Ending& each, VariantId of) {
        if (!f_.revokes_shown(of, each)) return;
        const auto title = title_of(m_, each.revoked);
        end_of(each, of,
               each.parties ? say(message::timeline_revoked_for, {title, parties_said(m_, *each.parties)})
                            : say(message::timeline_revoked, {title}));
    }

    void end_of(const Ending& each, VariantId of, Text text) {
        if (each.decision.valid()) text = say(message::by_decision, {text, title_of(m_, each.decision)});
        if (each.status != Status::decided) text = joined({text, name_of(each.status)}, ", ");
        const auto day = stretch_said(each.per);
        add({each.per.first, each.per.first.next()},
            each.per.exact() ? spelled(Period{each.per.first, each.per.first.next()}) : day, std::move(text), of);
    }

    void loose(VariantId column) {
        for (const auto& x : m_.transfers) {
            if (x.cooperation.valid() || !x.tasks.intersects(f_.tasks) || !x.functions.intersects(f_.functions))
                continue;
            const auto periods = f_.counting(column, x);
            if (!periods.empty() && !holds_on(periods, f_.day))
                add(periods.front(), period_said(m_, periods.front()), sentence_said(m_, x).text, x.variant);
        }
    }

    const Frame& f_;
    const Model& m_;
    std::vector<Row> rows_;
};

}  // namespace

void timeline(Document& out, const Frame& frame) { Timeline(frame).write(out); }

}  // namespace belegd::report
