#include "report/appendix/appendix.hpp"

#include "analysis/in_titles.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "report/appendix/agreements.hpp"
#include "report/appendix/chronology.hpp"
#include "report/appendix/in_short.hpp"
#include "report/appendix/points.hpp"
#include "report/appendix/receipt.hpp"
#include "report/appendix/tables.hpp"
#include "report/legal_references.hpp"
#include "report/shown.hpp"

namespace belegd::report {
namespace {

using namespace model;

class Appendix {
   public:
    Appendix(Document& out, Frame& frame)
        : out_(out), f_(frame), shown_(cooperations_of_the_day(frame)), loose_(loose_of_the_day(frame)) {}

    void write() {
        const auto work = who_does_what(f_);
        const auto changed = changes(f_, work);
        const auto open = open_findings(f_, analysis::InTitles(f_.analysis).subject());
        heading(message::heading_in_short);
        // It refers to sections by their numbers, and so is written when they have them.
        const auto place = out_.blocks.size();
        SectionNumbers sections;
        sections.changes = numbered(message::heading_work);
        write_work(out_, f_, work);
        if (!changed.columns.empty()) {
            sections.changes = numbered(message::heading_changes);
            write_changes(out_, f_, changed);
        }
        if (!f_.brief) {
            numbered(message::heading_chronology);
            write_chronology(out_, f_);
        }
        sections.points = numbered(message::heading_points);
        write_points(out_, open);
        if (!f_.brief) {
            sections.agreements = numbered(message::heading_agreements);
            agreements();
            numbered(message::heading_sources);
            sources();
            heading(message::heading_receipt);
            write_receipt(out_, f_);
        }
        out_.blocks.insert(out_.blocks.begin() + static_cast<std::ptrdiff_t>(place),
                           in_short(f_, in_force(), count_of(open), sections));
    }

   private:
    void heading(Message message) { out_.blocks.emplace_back(Heading{2, say(message)}); }
    std::size_t numbered(Message message) {
        out_.blocks.emplace_back(Heading{2, say(message, {number(static_cast<long long>(++sections_))})});
        return sections_;
    }

    /// Those of the first situation that count: an intent is none.
    std::vector<CooperationId> in_force() const {
        std::vector<CooperationId> out;
        const auto first = f_.what.columns.front();
        for (const auto& [id, situations] : shown_)
            if (situations.front() == first && f_.world(first).force(id).contains(f_.day)) out.push_back(id);
        return out;
    }

    void agreements() {
        for (const auto& [id, situations] : shown_) write_agreement(out_, f_, id, situations);
        write_loose(out_, f_, loose_);
        if (shown_.empty() && loose_.empty()) out_.blocks.emplace_back(Paragraph{Cell(say(message::no_agreements))});
    }

    void sources() {
        std::vector<CooperationId> ids;
        for (const auto& each : shown_) ids.push_back(each.first);
        const auto statutes = statutes_said(f_, ids, loose_);
        out_.blocks.emplace_back(NoteList{});
        if (f_.notes.all().empty()) out_.blocks.emplace_back(Paragraph{Cell(say(message::no_sources))});
        if (statutes.empty()) return;
        Cell law;
        law.lines.push_back({say(message::statutes_used), {}});
        for (const auto& line : statutes) law.lines.push_back({line, {}});
        out_.blocks.emplace_back(Paragraph{std::move(law)});
    }

    Document& out_;
    Frame& f_;
    std::vector<OfTheDay> shown_;
    std::vector<TransferId> loose_;
    std::size_t sections_ = 0;
};

}  // namespace

void write_appendix(Document& out, Frame& frame) { Appendix(out, frame).write(); }

}  // namespace belegd::report
