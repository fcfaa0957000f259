#include "report/appendix/agreements.hpp"

#include <algorithm>

#include "checks/open_lists.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/planning.hpp"
#include "report/sheet.hpp"
#include "report/shown.hpp"
#include "report/way_wording.hpp"

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
    if (x.receivers.empty() && x.open_receiver != Silence::none)
        return say(message::another_unsaid, {name_of(x.open_receiver)});
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

/// What sentences give in some situations, those of one kind to the same together: `mandaat aan college van Nieuwegein:
/// beschikking en …`.
class Giving {
   public:
    Giving(const Frame& frame, const std::vector<VariantId>& situations)
        : f_(frame), m_(frame.model), situations_(situations) {}

    void add(const Transfer& x) {
        // One that moves nothing stands in a table of its own.
        const bool is_act = x.why_not == Transfer::WhyNot::act;
        const auto id = is_act ? TransferId{static_cast<std::uint32_t>(&x - m_.transfers.data())} : TransferId{};
        auto what = matter(m_, x);
        if (x.condition) what = joined({what, unbroken(condition_said(*x.condition))}, ", ");
        if (const auto certainty = name_of(x.backing.certainty); !certainty.empty())
            what = say(message::who_how, {what, certainty});
        if (is_act) {
            if (const auto found = forbidden(id); !found.codes.empty())
                what = found.until ? say(found.wholly ? message::not_allowed_until : message::not_allowed_partly_until,
                                         {what, listed(found.codes), spelled(*found.until)})
                                   : say(found.wholly ? message::not_allowed : message::not_allowed_partly,
                                         {what, listed(found.codes)});
            else if (!x.whom.open && std::none_of(situations_.begin(), situations_.end(),
                                                  [&](VariantId situation) { return has_effect(f_, situation, id); }))
                what = say(message::without_effect, {what});
        }
        const auto to = actors_of(m_, x);
        const auto whom = for_whom(x, is_act ? f_.analysis.subject->rows_of(id) : std::vector<TransferId>{});
        const auto kind = does(x.kind);
        auto same = std::find_if(all_.begin(), all_.end(), [&](const Given& each) {
            return each.message == kind && each.to == to && each.whom == whom;
        });
        if (same == all_.end()) same = all_.insert(all_.end(), {kind, to, whom, {}, {}});
        if (std::find(same->what.begin(), same->what.end(), what) == same->what.end()) same->what.push_back(what);
        for (const auto& reference : documents_behind(m_, x)) same->notes.push_back(document_said(m_, reference));
    }

    /// Each begins with a small letter, without a full stop.
    std::vector<Said> said() const {
        std::vector<Said> out;
        for (const auto& each : all_) {
            Said line{say(each.message, {joined(each.what, "; "), each.to}), {}, Cell::Mark::none};
            if (!each.whom.empty()) line.text = joined({line.text, each.whom}, ", ");
            for (const auto& note : each.notes) line.note(note);
            out.push_back(std::move(line));
        }
        return out;
    }

   private:
    struct Given {
        Message message;
        Text to, whom;
        std::vector<Text> what, notes;
    };

    /// `voor Houten`, `niet voor Zuiddam`, `voor wie pakket schuldhulp afneemt (Rijnhof)`: of all rows of the sentence.
    Text for_whom(const Transfer& x, const std::vector<TransferId>& rows) const {
        std::vector<Text> out;
        std::vector<PartyId> only;
        bool everybody = !x.only_for;
        const auto take = [&](const Transfer& row) {
            if (!row.only_for) everybody = true;
            if (row.only_for)
                for (const auto party : *row.only_for)
                    if (!names(only, party)) only.push_back(party);
        };
        take(x);
        for (const auto row : rows) take(m_[row]);
        if (!everybody && !only.empty()) out.push_back(say(message::row_for, {parties_said(m_, only)}));
        if (x.whom.open) out.push_back(checks::whom_said(x.whom));
        if (!x.except_for.empty()) out.push_back(say(message::not_for, {parties_said(m_, x.except_for)}));
        if (x.package) {
            std::vector<PartyId> takers;
            for (const auto& taker : m_[x.cooperation].packages[*x.package].takers)
                if (taker.term.days.contains(f_.day)) takers.push_back(taker.party);
            out.push_back(takers.empty() ? say(message::for_takers_of, {package_name(m_, x)})
                                         : say(message::for_takers, {package_name(m_, x), parties_said(m_, takers)}));
        }
        return joined(out, ", ");
    }

    /// The rules that forbid what a sentence does in a cell of the overview, and whether they forbid it in all of them
    /// (D33). What they forbid of another sentence of the chain does not touch this one.
    struct Forbidden {
        std::vector<Text> codes;
        bool wholly = true;
        std::optional<Day> until = {};  ///< from which day on it is allowed, where that is known of every rule
    };
    Forbidden forbidden(TransferId id) const {
        const auto rows = f_.analysis.subject->rows_of(id);
        const auto among = [&](const std::vector<TransferId>& by) {
            return std::any_of(by.begin(), by.end(), [&](TransferId each) {
                return std::find(rows.begin(), rows.end(), each) != rows.end();
            });
        };
        const auto carries = [&](const graph::Step& step) { return among(step.by); };
        Forbidden out;
        bool always = false;
        const auto see = [&](VariantId situation, PartyId party, std::size_t leaf, std::size_t function) {
            const auto* answer = f_.answer(situation, party, leaf, function);
            if (answer == nullptr || std::none_of(answer->chain.begin(), answer->chain.end(), carries)) return;
            auto rules = f_.unlawful(situation, party, leaf, function, *answer);
            std::erase_if(rules, [&](const analysis::Unlawful& each) { return !among(each.by); });
            out.wholly = out.wholly && !rules.empty();
            for (const auto& each : rules) {
                always = always || !each.until;
                if (each.until) out.until = std::max(out.until, each.until);
                if (const Text code(m_.rules[each.rule].code);
                    std::find(out.codes.begin(), out.codes.end(), code) == out.codes.end())
                    out.codes.push_back(code);
            }
        };
        for (const auto situation : situations_)
            for (const auto party : f_.what.parties)
                (m_[id].tasks & f_.tasks).each([&](std::size_t leaf) {
                    (m_[id].functions & f_.functions).each([&](std::size_t function) {
                        see(situation, party, leaf, function);
                    });
                });
        if (always) out.until.reset();
        return out;
    }

    const Frame& f_;
    const Model& m_;
    const std::vector<VariantId>& situations_;
    std::vector<Given> all_;
};

Text only_in_situations(const Model& model, const std::vector<VariantId>& situations) {
    if (situations == std::vector{VariantId{}}) return say(message::agreement_in_present);
    std::vector<Text> names;
    names.reserve(situations.size());
    for (const auto each : situations) names.push_back(situation_said(model, each));
    return say(message::agreement_in, {listed(names)});
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
        for (const auto& each : parties_said(m_, id_, f_.world(situation), f_.day, As::sentence)) {
            if (!row_.participants.empty() || !row_.legal_persons.empty()) parties.push_back(each.text);
            for (const auto& note : each.notes) out.note(note);
        }
        std::vector<Text> first{form};
        if (!parties.empty()) first.push_back(say(message::agreement_parties, {listed(parties)}));
        std::erase_if(first, [](const Text& text) { return text.empty(); });
        about.push_back(joined(first, " "));
        about.push_back(form_open);
        add_notes_of_documents(row_.form_backing, out);
        if (!row_.centres.empty())
            add(in_documents(say(message::agreement_centre, {parties_said(m_, row_.centres)}), row_.centre_backing));
        const bool undated = row_.dates_open && (row_.version == 1 || m_[row_.first_version].dates_open);
        const bool only_an_end = row_.term.days.from == kNoBegin && row_.term.days.until != kNoEnd;
        // What a situation drops is named, and has no days there.
        const bool dropped = row_.variant.valid() && row_.status < Status::under_research;
        if (!dropped && !row_.term.days.empty() && (!undated || only_an_end))
            add(in_documents(since(situation), row_.term_backing));
        if (row_.renewed)
            about.push_back(say(row_.renewed_times > 0 ? message::renewed_times_by : message::renewed_by,
                                {name_of(*row_.renewed), times_said(row_.renewed_times)}));
        if (row_.endless != Endless::not_said) about.push_back(name_of(row_.endless));
        if (row_.notice)
            add(in_documents(
                row_.notice->none ? name_of(*row_.notice) : say(message::agreement_notice, {name_of(*row_.notice)}),
                row_.notice_backing));
        if (row_.status != Status::decided && !row_.variant.valid())
            add(in_documents(name_of(row_.status), row_.status_backing));
        if (dropped)
            about.push_back(dropped_in(situations));
        else if (situations.size() < f_.what.columns.size())
            about.push_back(only_in(situations));
        std::erase_if(about, [](const Text& text) { return text.empty(); });
        std::vector<Text> sentences{sentence(joined(about, "; "))};

        Giving giving(f_, situations);
        for (const auto* x : sentences_of(f_.analysis, id_))
            if ((x->why_not == Transfer::WhyNot::act || x->why_not == Transfer::WhyNot::not_stated) &&
                f_.world(situation).lasting(*x).contains(f_.day) &&
                (x->tasks.intersects(f_.tasks) || x->open_matter != Silence::none))
                giving.add(*x);
        for (const auto& each : giving.said()) {
            sentences.push_back(sentence(each.text));
            for (const auto& note : each.notes) out.note(note);
        }
        if (const auto count = duties(situation); count > 0)
            sentences.push_back(sentence(
                count == 1
                    ? say(f_.full ? message::agreement_duty_below : message::agreement_duty)
                    : say(f_.full ? message::agreement_duties_below : message::agreement_duties, {number(count)})));
        for (const auto& cost : planning_of(m_, id_, situations).costs) {
            sentences.push_back(sentence(say(message::agreement_costs, {cost.text})));
            for (const auto& note : cost.notes) out.note(note);
        }
        for (const auto& reference : row_.backing.documents) out.note(document_said(m_, reference));
        out.text = joined(sentences, " ");
        return {f_.cell({out})};
    }

   private:
    /// How many sentences oblige or allow to give something about the tasks of the overview, and so move nothing.
    long long duties(VariantId situation) const {
        long long out = 0;
        for (const auto* x : sentences_of(f_.analysis, id_))
            if ((x->why_not == Transfer::WhyNot::duty || x->why_not == Transfer::WhyNot::possibility) &&
                f_.world(situation).lasting(*x).contains(f_.day) && x->tasks.intersects(f_.tasks))
                ++out;
        return out;
    }

    /// `alleen in de huidige situatie`; where it goes on for others, that it is so for those of the overview.
    Text only_in(const std::vector<VariantId>& situations) const {
        auto out = only_in_situations(m_, situations);
        const bool goes_on = std::any_of(f_.what.columns.begin(), f_.what.columns.end(), [&](VariantId column) {
            return std::find(situations.begin(), situations.end(), column) == situations.end() &&
                   f_.world(column).visible(row_.variant) && f_.world(column).force(id_).contains(f_.day);
        });
        return goes_on ? say(message::agreement_for_only, {parties_said(m_, f_.what.parties), out}) : out;
    }

    /// `vervallen in Uitvoering door Leiden (in onderzoek)`
    Text dropped_in(const std::vector<VariantId>& situations) const {
        if (situations.size() == f_.what.columns.size()) return name_of(row_.status);
        std::vector<Text> names;
        names.reserve(situations.size());
        for (const auto each : situations) names.push_back(situation_said(m_, each));
        return say(message::agreement_not_counted, {name_of(row_.status), listed(names)});
    }

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

    /// Of an amended cooperation since when it is, and since when and until when in this way.
    Text since(VariantId situation) const {
        const auto& world = f_.world(situation);
        const auto& first = m_[row_.first_version];
        const auto end = world.force(id_).until;
        const auto& versions = world.versions(row_.first_version);
        const bool goes_on =
            end != kNoEnd && std::any_of(versions.begin(), versions.end(), [&](std::uint32_t other) {
                return other != id_.index && !world.force({other}).empty() && world.force({other}).from == end;
            });
        // One that was put off before it began has not been there before.
        const bool never_was = world.force(row_.first_version).empty();
        const bool from_start =
            row_.version == 1 || never_was || first.dates_open || first.term.days.from == row_.term.days.from;
        const auto back = [](const Text& said, const Cooperation& of) {
            if (!of.retroactive) return said;
            return joined({said, say(message::works_back_to, {stretch_said(*of.retroactive)})}, ", ");
        };
        if (from_start && !goes_on) return say(message::agreement_since, {back(term_said(row_.term), row_)});
        // The end is that of the cooperation, or of this version alone.
        auto whole = goes_on ? without_end(row_.term) : row_.term, version = without_end(row_.term);
        if (!from_start) {
            whole.days.from = first.term.days.from;
            whole.retroactive_until = first.term.retroactive_until;
            whole.from_span = first.term.from_span;
            whole.from_precision = first.term.from_precision;
        }
        std::vector<Text> own;
        if (!from_start) own.push_back(back(term_said(version), row_));
        if (goes_on) own.push_back(period_said(m_, {kNoBegin, end}));
        return say(message::agreement_in_this_way,
                   {back(term_said(whole), from_start ? row_ : first), joined(own, " ")});
    }

    static Term without_end(Term term) {
        term.days.until = kNoEnd;
        term.until_span = {};
        term.until_open = Silence::none;
        term.until_event.clear();
        return term;
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

Text giving_said(const Model& model, const Transfer& transfer) {
    return say(does(transfer.kind), {matter(model, transfer), actors_of(model, transfer)});
}

void write_agreement(Document& out, Frame& frame, CooperationId id, const std::vector<VariantId>& situations) {
    out.blocks.emplace_back(Writer(frame, id).paragraph(situations));
}

void write_situations(Document& out, Frame& frame) {
    const auto& m = frame.model;
    std::vector<VariantId> told;
    for (const auto column : frame.what.columns)
        for (auto at = column; at.valid(); at = m[at].based_on) {
            if (m[at].remarks.empty() || std::find(told.begin(), told.end(), at) != told.end()) continue;
            told.push_back(at);
            auto said = stated(m, joined(m[at].remarks, " "), m[at].backing);
            said.lead = situation_said(m, at);
            out.blocks.emplace_back(Paragraph{frame.cell({said})});
        }
}

void write_loose(Document& out, Frame& frame, const std::vector<TransferId>& sentences) {
    const auto& m = frame.model;
    /// Those that one decision gives, or none, in the same situations.
    struct Group {
        DecisionId decision;
        std::vector<VariantId> situations;
        std::vector<TransferId> sentences;
    };
    std::vector<Group> groups;
    for (const auto id : sentences) {
        auto situations = situations_of(frame, id);
        if (situations.empty()) continue;
        auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& each) {
            return each.decision == m[id].decision && each.situations == situations;
        });
        if (same == groups.end()) same = groups.insert(groups.end(), {m[id].decision, std::move(situations), {}});
        same->sentences.push_back(id);
    }
    for (const auto& group : groups) {
        Giving giving(frame, group.situations);
        for (const auto id : group.sentences) giving.add(m[id]);
        Said line{{}, {}, Cell::Mark::none, say(message::heading_loose)};
        std::vector<Text> opening, texts;
        if (group.decision.valid()) {
            const auto& decision = m[group.decision];
            line.lead = title_of(m, group.decision);
            std::vector<Text> by;
            if (decision.by) by.push_back(the_actor(m, *decision.by));
            for (const auto& each : decision.also_by) by.push_back(the_actor(m, each));
            if (!by.empty()) opening.push_back(say(message::decision_of, {listed(by)}));
            if (decision.taken) opening.push_back(stretch_said(*decision.taken));
            if (decision.retroactive)
                opening.push_back(say(message::works_back_to, {stretch_said(*decision.retroactive)}));
            for (const auto& under : decision.under)
                if (under.cooperation.valid()) opening.push_back(say(message::implementing, {under_said(m, under)}));
        }
        if (group.situations.size() < frame.what.columns.size())
            opening.push_back(only_in_situations(m, group.situations));
        if (!opening.empty()) texts.push_back(sentence(joined(opening, "; ")));
        for (const auto& each : giving.said()) {
            texts.push_back(sentence(each.text));
            for (const auto& note : each.notes) line.note(note);
        }
        line.text = joined(texts, " ");
        out.blocks.emplace_back(Paragraph{frame.cell({line})});
    }
}

}  // namespace belegd::report
