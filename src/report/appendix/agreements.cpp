#include "report/appendix/agreements.hpp"

#include <algorithm>

#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/planning.hpp"
#include "report/sheet.hpp"

namespace belegd::report {
namespace {

using namespace model;

Message does(TransferKind kind) {
    switch (kind) {
        case TransferKind::keeps: return message::does_stays;
        case TransferKind::assigns: return message::does_work;
        case TransferKind::entrusts: return message::does_untitled;
        case TransferKind::authorises: return message::does_authorisation;
        case TransferKind::empowers: return message::does_power;
        case TransferKind::mandates: return message::does_mandate;
        case TransferKind::delegates: return message::does_delegation;
    }
    return message::does_stays;
}

Text actors_of(const Model& model, const Transfer& x) {
    if (x.receivers.empty() && x.open_receiver != Silence::none) return name_of(x.open_receiver);
    std::vector<Text> out;
    for (const auto& actor : x.receivers) out.push_back(the_actor(model, actor));
    return listed(out);
}

/// `uitvoering van werk en inkomen`
Text matter(const Model& model, const Transfer& x) {
    if (x.functions.none() && x.open_matter != Silence::none) return name_of(x.open_matter);
    std::vector<Text> titles;
    for (const auto id : nodes_of(model, x.tasks)) titles.push_back(title_of(model, id));
    const auto tasks = listed(titles);
    return x.functions.none() ? tasks : say(message::function_of_tasks, {functions_of(model, x.functions), tasks});
}

/// The documents that say it: its own, or those of the block it stands in.
const std::vector<Backing::Reference>& documents_behind(const Model& model, const Transfer& x) {
    if (!x.backing.documents.empty()) return x.backing.documents;
    if (x.article.valid() && !model[x.article].backing.documents.empty()) return model[x.article].backing.documents;
    if (x.package && !model[x.cooperation].packages[*x.package].backing.documents.empty())
        return model[x.cooperation].packages[*x.package].backing.documents;
    if (x.decision.valid()) return model[x.decision].backing.documents;
    return x.cooperation.valid() ? model[x.cooperation].backing.documents : x.backing.documents;
}

/// What sentences give, those of one kind to the same together: `mandaat aan college van Nieuwegein: beschikking en …`.
std::vector<Said> given(const Model& model, const std::vector<const Transfer*>& sentences) {
    struct Given {
        Message message;
        Text to, only_for;
        std::vector<Text> what;
        std::vector<Text> notes;
    };
    std::vector<Given> all;
    for (const auto* x : sentences) {
        const auto to = actors_of(model, *x);
        auto what = matter(model, *x);
        if (x->condition) what = joined({what, say(message::under_condition)}, ", ");
        if (const auto certainty = name_of(x->backing.certainty); !certainty.empty())
            what = say(message::who_how, {what, certainty});
        const auto only_for = x->only_for ? parties_of(model, *x->only_for) : Text();
        const auto kind = does(x->kind);
        auto same = std::find_if(all.begin(), all.end(), [&](const Given& each) {
            return each.message == kind && each.to == to && each.only_for == only_for;
        });
        if (same == all.end()) same = all.insert(all.end(), {kind, to, only_for, {}, {}});
        if (std::find(same->what.begin(), same->what.end(), what) == same->what.end()) same->what.push_back(what);
        for (const auto& reference : documents_behind(model, *x))
            same->notes.push_back(document_said(model, reference));
    }
    std::vector<Said> out;
    for (const auto& each : all) {
        auto text = say(each.message, {joined(each.what, "; "), each.to});
        if (!each.only_for.empty()) text = say(message::does_for, {text, each.only_for});
        Said said{std::move(text), {}, Cell::Mark::none};
        for (const auto& note : each.notes) said.note(note);
        out.push_back(std::move(said));
    }
    return out;
}

Text sentence(const Text& words) {
    auto out = words;
    for (auto* text : {&out.nl, &out.en}) {
        if (!text->empty() && text->front() >= 'a' && text->front() <= 'z')
            text->front() = static_cast<char>(text->front() - 'a' + 'A');
        if (!text->empty() && text->back() != '.') *text += '.';
    }
    return out;
}

class Writer {
   public:
    Writer(Frame& frame, CooperationId id) : f_(frame), m_(frame.model), id_(id), row_(frame.model[id]) {}

    Paragraph paragraph(const std::vector<VariantId>& situations) {
        const auto situation = situations.front();
        Said out{{}, {}, Cell::Mark::none, title_of(m_, id_)};
        std::vector<Text> about;
        const auto add = [&](const Said& said) {
            if (!said.text.empty()) about.push_back(said.text);
            for (const auto& note : said.notes) out.note(note);
        };
        const auto [form, form_open] = form_and_silence();
        std::vector<Text> parties;
        for (const auto& each : parties_said(m_, id_, f_.world(situation), f_.day)) {
            if (!row_.participants.empty() || !row_.legal_persons.empty()) parties.push_back(each.text);
            for (const auto& note : each.notes) out.note(note);
        }
        std::vector<Text> first{form};
        if (!parties.empty()) first.push_back(say(message::agreement_parties, {joined(parties, "; ")}));
        std::erase_if(first, [](const Text& text) { return text.empty(); });
        about.push_back(joined(first, " "));
        about.push_back(form_open);
        add_notes_of_documents(row_.form_backing, out);
        if (!row_.centres.empty())
            add(in_documents(say(message::agreement_centre, {parties_of(m_, row_.centres)}), row_.centre_backing));
        if (!row_.term.days.empty() && !row_.dates_open) add(in_documents(since(), row_.term_backing));
        if (row_.endless != Endless::not_said) about.push_back(name_of(row_.endless));
        if (row_.notice)
            add(in_documents(
                row_.notice->none ? name_of(*row_.notice) : say(message::agreement_notice, {name_of(*row_.notice)}),
                row_.notice_backing));
        if (row_.status != Status::decided && !row_.variant.valid())
            add(in_documents(name_of(row_.status), row_.status_backing));
        if (situations.size() < f_.what.columns.size()) {
            std::vector<Text> names;
            for (const auto each : situations) names.push_back(situation_said(m_, each));
            about.push_back(situations == std::vector{VariantId{}} ? say(message::agreement_in_present)
                                                                   : say(message::agreement_in, {listed(names)}));
        }
        std::erase_if(about, [](const Text& text) { return text.empty(); });
        std::vector<Text> sentences{sentence(joined(about, "; "))};

        std::vector<const Transfer*> of_the_day;
        for (const auto* x : sentences_of(f_.analysis, id_))
            if (x->why_not == Transfer::WhyNot::act && f_.world(situation).lasting(*x).contains(f_.day) &&
                x->tasks.intersects(f_.tasks))
                of_the_day.push_back(x);
        for (const auto& each : given(m_, of_the_day)) {
            sentences.push_back(sentence(each.text));
            for (const auto& note : each.notes) out.note(note);
        }
        for (const auto& cost : planning_of(m_, id_).costs) {
            sentences.push_back(sentence(say(message::agreement_costs, {cost.text})));
            for (const auto& note : cost.notes) out.note(note);
        }
        for (const auto& reference : row_.backing.documents) out.note(document_said(m_, reference));
        out.text = joined(sentences, " ");
        return {f_.cell({out})};
    }

   private:
    /// `gemeenschappelijke regeling (nader niet vermeld)`; where the papers say no form at all, that.
    std::pair<Text, Text> form_and_silence() const {
        const auto silence = row_.form_backing.silence;
        if (row_.form.valid()) {
            const auto& form = m_[row_.form];
            Text text{form.name, form.title.en};
            if (row_.form_open)
                text = say(message::form_further,
                           {text, name_of(silence == Silence::none ? Silence::not_stated : silence)});
            return {with_certainty(text, row_.form_backing.certainty), {}};
        }
        if (silence == Silence::none) return {};
        return {{}, say(message::agreement_form_open, {name_of(silence)})};
    }

    /// Of an amended cooperation since when it is, and since when in this way.
    Text since() const {
        const auto own = term_said(row_.term);
        const auto& first = m_[row_.first_version];
        if (row_.version == 1 || first.dates_open || first.term.days.from == row_.term.days.from)
            return say(message::agreement_since, {own});
        return say(message::agreement_in_this_way, {period_said(m_, {first.term.days.from, kNoEnd}), own});
    }

    /// Statutes have a list of their own.
    Said in_documents(const Text& text, const Backing& backing) const {
        Said out{with_certainty(text, backing.certainty), {}, Cell::Mark::none};
        add_notes_of_documents(backing, out);
        return out;
    }
    void add_notes_of_documents(const Backing& backing, Said& out) const {
        for (const auto& reference : backing.documents) out.note(document_said(m_, reference));
    }

    Frame& f_;
    const Model& m_;
    CooperationId id_;
    const Cooperation& row_;
};

}  // namespace

void write_agreement(Document& out, Frame& frame, CooperationId id, const std::vector<VariantId>& situations) {
    out.blocks.emplace_back(Writer(frame, id).paragraph(situations));
}

void write_loose(Document& out, Frame& frame, const std::vector<TransferId>& sentences) {
    std::vector<const Transfer*> all;
    for (const auto id : sentences) all.push_back(&frame.model[id]);
    const auto said = given(frame.model, all);
    if (said.empty()) return;
    Said line{{}, {}, Cell::Mark::none, say(message::heading_loose)};
    std::vector<Text> texts;
    for (const auto& each : said) {
        texts.push_back(sentence(each.text));
        for (const auto& note : each.notes) line.note(note);
    }
    line.text = joined(texts, " ");
    out.blocks.emplace_back(Paragraph{frame.cell({line})});
}

}  // namespace belegd::report
