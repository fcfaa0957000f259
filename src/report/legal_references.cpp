#include "report/legal_references.hpp"

#include <algorithm>
#include <utility>

#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"

namespace belegd::report {
namespace {

using namespace model;

class References {
   public:
    explicit References(const Frame& frame) : f_(frame), m_(frame.model) {}

    void of(CooperationId id) {
        const auto& cooperation = m_[id];
        const auto name = title_of(m_, id);
        for (const auto* backing : {&cooperation.backing, &cooperation.form_backing, &cooperation.status_backing,
                                    &cooperation.term_backing, &cooperation.notice_backing, &cooperation.seat_backing})
            rests(*backing, name);
        for (const auto& package : cooperation.packages)
            for (const auto* backing : {&package.term_backing, &package.notice_backing}) rests(*backing, name);
        for (const auto& board : cooperation.boards) {
            rests(board.backing, name);
            for (const auto& seats : board.seats) rests(seats.backing, name);
            for (const auto& votes : board.votes) rests(votes.backing, name);
            for (const auto& majority : board.majorities) rests(majority.backing, name);
            if (board.quorum) rests(board.quorum->backing, name);
            if (board.chair) rests(board.chair->backing, name);
            rests(board.tie_backing, name);
        }
        if (cooperation.form.valid())
            for (const auto& basis : m_[cooperation.form].bases) rests(basis, name);
        for (const auto& participant : cooperation.participants) rests(participant.backing, name);
        for (const auto& scope : cooperation.scopes) rests(scope.backing, name);
        for (const auto article : cooperation.articles) rests(m_[article].backing, in_article(name, article));
        for (const auto transfer : f_.analysis.subject->transfers_of(id))
            rests(m_[transfer].backing, in_article(name, m_[transfer].article));
    }

    void of(TransferId id) { rests(m_[id].backing, m_[id].text); }

    void by_law() {
        f_.functions.each([&](std::size_t function) {
            f_.tasks.each([&](std::size_t leaf) {
                if (!m_[m_.leaf_tasks[leaf]].needed.has(function)) return;
                const auto holder =
                    grounds_by_law(m_, {}, m_.leaf_tasks[leaf], static_cast<std::uint32_t>(function), f_.day);
                if (!holder) return;
                for (const auto& citation : holder->backing.citations) {
                    if (holder->statute.valid() && citation.law != m_[holder->statute].name) continue;
                    if (auto* row = this->row(citation)) hold(*row, holder->backing.certainty, function, leaf);
                }
            });
        });
        for (auto& row : rows_) join(row.held);
    }

    /// `Gemeentewet: art. 160 lid 1 onder a en art. 189 lid 1`, a line for each statute.
    std::vector<Text> by_statute() {
        sort();
        std::vector<Text> out, articles;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto place = rows_[i].citation;
            place.law.clear();
            articles.push_back(place.parts.empty() ? say(message::whole_statute) : spelled(place));
            if (i + 1 < rows_.size() && rows_[i + 1].statute == rows_[i].statute) continue;
            out.push_back(say(message::statutes_line, {m_.statutes[rows_[i].statute].title, joined(articles, "; ")}));
            articles.clear();
        }
        return out;
    }

    void write(Document& out) {
        if (rows_.empty()) return;
        sort();
        out.blocks.emplace_back(Heading{2, say(message::heading_references)});
        Table table;
        table.caption = say(message::caption_references, {spelled(f_.asked)});
        table.columns = {say(message::column_reference), say(message::column_rests)};
        std::uint32_t group = ~0u;
        for (auto& row : rows_) {
            if (std::exchange(group, row.statute) != row.statute)
                table.groups.emplace_back(table.rows.size(), m_.statutes[row.statute].title);
            Cell what;
            for (auto& text : row.rests) what.lines.push_back({std::move(text), {}});
            for (const auto& law : row.held) what.lines.push_back({said(law), {}});
            table.rows.push_back({Cell(spelled(row.citation)), std::move(what)});
        }
        out.blocks.emplace_back(std::move(table));
    }

   private:
    void sort() {
        std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
            return a.statute != b.statute ? a.statute < b.statute : earlier(a.citation.parts, b.citation.parts);
        });
    }

    /// What is held by law: functions of the same tasks together.
    struct Held {
        BitSet functions;
        Certainty certainty;
        BitSet tasks;
    };
    struct Row {
        std::uint32_t statute;
        Citation citation;
        std::vector<Text> rests;  ///< each once
        std::vector<Held> held;
    };

    void hold(Row& row, Certainty certainty, std::size_t function, std::size_t leaf) const {
        auto same = std::find_if(row.held.begin(), row.held.end(), [&](const Held& each) {
            return each.functions.has(function) && each.certainty == certainty;
        });
        if (same == row.held.end()) {
            BitSet one(m_.leaf_functions.size());
            one.set(function);
            same = row.held.insert(row.held.end(), {std::move(one), certainty, BitSet(m_.leaf_tasks.size())});
        }
        same->tasks.set(leaf);
    }

    static void join(std::vector<Held>& all) {
        std::vector<Held> out;
        for (auto& held : all) {
            const auto same = std::find_if(out.begin(), out.end(), [&](const Held& each) {
                return each.tasks == held.tasks && each.certainty == held.certainty;
            });
            if (same == out.end())
                out.push_back(std::move(held));
            else
                same->functions |= held.functions;
        }
        all = std::move(out);
    }

    Text said(const Held& held) const {
        const auto what = say(message::function_of_tasks, {functions_of(m_, held.functions), tasks_of(m_, held.tasks)});
        return with_certainty(say(message::reference_by_law, {what}), held.certainty);
    }

    Text in_article(const Text& name, ArticleId article) const {
        return article.valid() ? joined({name, place_said(m_[article].parts)}, ", ") : name;
    }

    void rests(const Backing& backing, const Text& name) {
        const auto what = with_certainty(name, backing.certainty);
        for (const auto& citation : backing.citations)
            if (auto* row = this->row(citation))
                if (std::find(row->rests.begin(), row->rests.end(), what) == row->rests.end())
                    row->rests.push_back(what);
    }

    /// Of a place in a statute; none for the text of another cooperation.
    Row* row(const Citation& citation) {
        const auto law = std::find_if(m_.statutes.begin(), m_.statutes.end(),
                                      [&](const Statute& statute) { return statute.name == citation.law; });
        if (law == m_.statutes.end()) return nullptr;
        const auto known = std::find_if(rows_.begin(), rows_.end(), [&](const Row& each) {
            return each.citation.law == citation.law && each.citation.parts == citation.parts &&
                   each.citation.worded_on == citation.worded_on;
        });
        if (known != rows_.end()) return &*known;
        rows_.push_back({static_cast<std::uint32_t>(law - m_.statutes.begin()), citation, {}, {}});
        return &rows_.back();
    }

    const Frame& f_;
    const Model& m_;
    std::vector<Row> rows_;
};

}  // namespace

namespace {

References found(const Frame& frame, const std::vector<CooperationId>& cooperations,
                 const std::vector<TransferId>& loose) {
    References out(frame);
    for (const auto id : cooperations) out.of(id);
    for (const auto id : loose) out.of(id);
    out.by_law();
    return out;
}

}  // namespace

void legal_references(Document& out, const Frame& frame, const std::vector<CooperationId>& cooperations,
                      const std::vector<TransferId>& loose) {
    found(frame, cooperations, loose).write(out);
}

std::vector<Text> statutes_said(const Frame& frame, const std::vector<CooperationId>& cooperations,
                                const std::vector<TransferId>& loose) {
    return found(frame, cooperations, loose).by_statute();
}

}  // namespace belegd::report
