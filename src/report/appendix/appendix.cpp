#include "report/appendix/appendix.hpp"

#include <utility>

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

/// What the model declares as a source, and no statement of it names.
std::vector<Text> uncited(const Frame& frame) {
    std::vector<Text> out;
    for (std::uint32_t i = 0; i < frame.model.documents.size(); ++i) {
        const auto& document = frame.model.documents[i];
        if (!document.cited && frame.analysis.subject->sources[document.span.file].own())
            out.push_back(document_said(frame.model, {{i}, {}, {}}));
    }
    return out;
}

class Appendix {
   public:
    Appendix(Document& out, Frame& frame, Headings headings)
        : out_(out),
          f_(frame),
          headings_(headings),
          shown_(cooperations_of_the_day(frame)),
          loose_(loose_of_the_day(frame)) {}

    void write() {
        const auto work = who_does_what(f_);
        const auto changed = changes(f_, work);
        const auto open = open_findings(f_, analysis::InTitles(f_.analysis).subject());
        heading(Section::in_short, say(message::heading_in_short));
        // It refers to sections and so is written when those have their headings.
        const auto place = out_.blocks.size();
        SectionNames sections;
        sections.changes = begin(Section::work, message::heading_work);
        write_work(out_, f_, work);
        if (!changed.columns.empty()) {
            sections.changes = begin(Section::changes, message::heading_changes);
            write_changes(out_, f_, changed);
        }
        if (!f_.brief) {
            begin(Section::chronology, message::heading_chronology);
            write_chronology(out_, f_);
        }
        sections.points = begin(Section::points, message::heading_points);
        write_points(out_, f_, open);
        if (!f_.brief) {
            sections.agreements = begin(Section::agreements, message::heading_agreements);
            agreements();
            begin(Section::sources, message::heading_sources);
            sources();
            heading(Section::receipt, say(message::heading_receipt));
            write_receipt(out_, f_);
        }
        out_.blocks.insert(out_.blocks.begin() + static_cast<std::ptrdiff_t>(place),
                           in_short(f_, in_force(), count_of(open), sections));
    }

   private:
    void heading(Section section, Text text) { out_.blocks.emplace_back(Heading{2, std::move(text), section}); }
    /// Gives how the section is referred to.
    Text begin(Section section, Message message) {
        auto name = say(message);
        if (headings_ == Headings::plain) {
            heading(section, name);
            return quoted(name);
        }
        auto place = number(static_cast<long long>(++sections_));
        heading(section, say(message::heading_numbered, {place, name}));
        return place;
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
        write_situations(out_, f_);
        if (shown_.empty() && loose_.empty()) out_.blocks.emplace_back(Paragraph{Cell(say(message::no_agreements))});
    }

    void sources() {
        std::vector<CooperationId> ids;
        for (const auto& each : shown_) ids.push_back(each.first);
        const auto statutes = statutes_said(f_, ids, loose_);
        out_.blocks.emplace_back(NoteList{});
        if (f_.notes.all().empty())
            out_.blocks.emplace_back(
                Paragraph{Cell(say(f_.model.documents.empty() ? message::no_sources : message::no_sources_here))});
        if (const auto unused = uncited(f_); !unused.empty())
            out_.blocks.emplace_back(Paragraph{Cell(say(message::sources_uncited, {joined(unused, "; ")}))});
        if (statutes.empty()) return;
        Cell law;
        law.lines.push_back({say(message::statutes_used), {}});
        for (const auto& line : statutes) law.lines.push_back({line, {}});
        out_.blocks.emplace_back(Paragraph{std::move(law)});
    }

    Document& out_;
    Frame& f_;
    Headings headings_;
    std::vector<OfTheDay> shown_;
    std::vector<TransferId> loose_;
    std::size_t sections_ = 0;
};

}  // namespace

void write_appendix(Document& out, Frame& frame, Headings headings) { Appendix(out, frame, headings).write(); }

}  // namespace belegd::report
