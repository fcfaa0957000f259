#include "report/sheet.hpp"

#include <algorithm>

#include "model/describe.hpp"

namespace belegd::report {
namespace {

using namespace model;

Text with_certainty(const Text& text, Certainty certainty) {
    const auto name = name_of(certainty);
    return name.empty() ? text : say(Message::with_certainty, {text, name});
}

/// What a paper can say and this one does not: the model says that it is silent, or is silent itself.
Text silence(const Backing& backing) { return say(backing.said ? Message::not_stated : Message::not_filled_in); }

Said stated(const Model& model, const Text& text, const Backing& backing) {
    Said out{with_certainty(text, backing.certainty), {}, Cell::Mark::none};
    add_notes(model, backing, out);
    return out;
}

/// Who takes part in this version. Who left as it began is told here; a later version does not know him.
std::vector<Participant> participants_of(const Cooperation& cooperation) {
    std::vector<Participant> out;
    for (const auto& each : cooperation.participants)
        if (cooperation.version == 1 || each.term.days.until >= cooperation.term.days.from) out.push_back(each);
    return out;
}

std::vector<Said> parties_said(const Model& model, const Cooperation& cooperation) {
    std::vector<Said> out;
    const auto all = participants_of(cooperation);
    // Participants who join with the same organs are one line.
    std::vector<bool> done(all.size(), false);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (done[i]) continue;
        const auto& first = all[i];
        std::vector<PartyId> parties;
        Said line;
        for (std::size_t j = i; j < all.size(); ++j) {
            const auto& other = all[j];
            if (other.organs != first.organs || !(other.term.days == first.term.days) ||
                other.backing.certainty != first.backing.certainty)
                continue;
            done[j] = true;
            if (std::find(parties.begin(), parties.end(), other.party) == parties.end()) parties.push_back(other.party);
            add_notes(model, other.backing, line);
        }
        line.text = first.organs.empty() && line.notes.empty()
                        ? say(Message::parties_without_any_organ, {parties_of(model, parties)})
                        : organs_said(model, first.organs, parties);
        if (const auto when = spelled(first.term.days); !when.empty()) line.text = joined({line.text, when}, ", ");
        line.text = with_certainty(line.text, first.backing.certainty);
        out.push_back(std::move(line));
    }
    if (cooperation.open_participants) out.push_back({say(Message::not_exhaustive), {}, Cell::Mark::none});
    if (out.empty()) out.push_back({say(Message::not_filled_in), {}, Cell::Mark::none});
    return out;
}

Said form_said(const Model& model, const Cooperation& cooperation) {
    Text text = silence(cooperation.form_backing);
    if (cooperation.form.valid()) {
        const auto& form = model[cooperation.form];
        text = {form.name, form.title.en};
        if (cooperation.form_open) text = say(Message::further_open, {text});
    }
    auto out = stated(model, text, cooperation.form_backing);
    if (cooperation.form.valid())
        for (const auto& basis : model[cooperation.form].bases) add_notes(model, basis, out);
    return out;
}

/// `mei 2021`, `2021`: a stretch as the paper has it.
Text stretch_said(const DateValue& stretch) {
    const auto first = iso(stretch.first), last = iso(stretch.last);
    const auto year = first.substr(0, 4);
    if (stretch.exact()) return spelled(stretch.first);
    if (first == year + "-01-01" && last == year + "-12-31") return Text(year);
    const auto month = std::stoi(first.substr(5, 2));
    if (first.ends_with("-01") && stretch.last == last_day_of_month(std::stoi(year), month)) {
        auto out = spelled(stretch.first);
        out.nl.erase(0, 2);  // `1 mei 2021`
        out.en.erase(0, 2);
        return out;
    }
    const bool quarter = month % 3 == 1 && stretch.last == last_day_of_month(std::stoi(year), month + 2);
    if (first.ends_with("-01") && quarter) return say(Message::quarter, {number((month + 2) / 3), Text(year)});
    return say(Message::some_day, {spelled(stretch.first), spelled(stretch.last)});
}

/// The stretch that an end of a term names: the day, or the month or year when the paper gives no more.
DateValue stretch_of(const rules::Analysis& analysis, Span span, Day day) {
    std::vector<std::string_view> words;
    for (auto text = analysis.texts.sources.text(span); !text.empty();) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const auto is_number = [](std::string_view word) { return word.find_first_not_of("0123456789") == word.npos; };
    const auto date = iso(day);
    const auto year = std::stoi(date.substr(0, 4)), month = std::stoi(date.substr(5, 2));
    if (words.empty() || words.back().size() != 4 || !is_number(words.back())) return {day, day};
    words.pop_back();
    if (words.size() > 1 && is_number(words[words.size() - 2])) return {day, day};
    const bool of_month = !words.empty() && spelled(day).nl.find(words.back()) != std::string::npos;
    const bool of_month_en = !words.empty() && spelled(day).en.find(words.back()) != std::string::npos;
    if (of_month || of_month_en) return {*day_of(year, month, 1), last_day_of_month(year, month)};
    return {*day_of(year, 1, 1), *day_of(year, 12, 31)};
}

/// `medio 2021`: what is no calendar stretch, in the words of the model.
Text season_said(const rules::Analysis& analysis, Span span) {
    auto text = analysis.texts.sources.text(span);
    for (const std::string_view word : {"vanaf", "from", "tot", "until", "en met", "through", "t/m", "per", "as of"}) {
        if (!text.starts_with(word)) continue;
        text.remove_prefix(word.size());
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    }
    return Text(text);
}

Text term_said(const rules::Analysis& analysis, const Term& term) {
    if (term.from_span.empty() && term.until_span.empty()) return spelled(term.days);
    std::vector<Text> parts;
    if (term.days.from != kNoBegin) {
        const auto begin = term.imprecise_from ? season_said(analysis, term.from_span)
                                               : stretch_said(stretch_of(analysis, term.from_span, term.days.from));
        parts.push_back(say(Message::since, {begin}));
    }
    if (term.days.until != kNoEnd) {
        const auto said = analysis.texts.sources.text(term.until_span);
        const bool included =
            said.find(" met ") != said.npos || said.find("t/m") != said.npos || said.find("through") != said.npos;
        const auto last = included ? term.days.until.previous() : term.days.until;
        const auto stretch = stretch_of(analysis, term.until_span, last);
        if (term.imprecise_until)
            parts.push_back(
                say(included ? Message::through : Message::until, {season_said(analysis, term.until_span)}));
        else if (included)
            parts.push_back(say(Message::through, {stretch_said(stretch)}));
        else if (stretch.exact())
            parts.push_back(say(Message::through, {spelled(last.previous())}));
        else
            parts.push_back(say(Message::until, {stretch_said(stretch)}));
    }
    return joined(parts, " ");
}

/// The endings that apply in one of the situations, with the variant they apply in; each sentence once.
std::vector<std::pair<const Ending*, VariantId>> endings(const rules::Analysis& analysis, CooperationId id,
                                                         const std::vector<VariantId>& situations) {
    std::vector<std::pair<const Ending*, VariantId>> out;
    for (const auto situation : situations) {
        const auto& world = *analysis.subject->view(situation).world;
        const auto see = [&](std::optional<PartyId> party) {
            const auto* ending = world.ending(id, party);
            if (ending == nullptr || ending->only_version.valid()) return;
            if (std::none_of(out.begin(), out.end(), [&](const auto& other) { return other.first == ending; }))
                out.emplace_back(ending, situation);
        };
        see(std::nullopt);
        for (const auto& participant : analysis.model[id].participants) see(participant.party);
    }
    return out;
}

/// Whether a later version follows in the same situation.
bool superseded(const Model& model, CooperationId id) {
    return std::any_of(model.cooperations.begin(), model.cooperations.end(), [&](const Cooperation& other) {
        return other.first_version == model[id].first_version && other.version > model[id].version &&
               other.variant == model[id].variant;
    });
}

Text length_said(const Cooperation::Renewal& length) {
    auto said = number(length.hundredths / 100);
    return joined({said, length.unit}, " ");
}

Text place_said(const std::vector<Citation::Part>& parts) { return spelled(Citation{{}, {}, parts, {}, false}); }

/// What another text hangs under: `De Dienst, art. 6 lid 1`.
Text under_said(const Model& model, const Under& under) {
    const auto whole = under.cooperation.valid() ? title_of(model, under.cooperation)
                       : under.decision.valid()  ? model[under.decision].title
                       : under.document.valid()  ? model[under.document].title
                                                 : Text(under.place.law);
    return under.place.parts.empty() ? whole : joined({whole, place_said(under.place.parts)}, ", ");
}

/// One sentence as the model has it, with where it stands in the text.
Said sentence_said(const Model& model, const Transfer& x) {
    auto text = x.text;
    if (x.article.valid()) text = joined({place_said(model[x.article].parts), text}, ": ");
    if (x.package) text = say(Message::in_package, {text, Text(model[x.cooperation].packages[*x.package].name)});
    const bool named =
        x.text.nl.find("krachtens") != std::string::npos || x.text.nl.find("pursuant") != std::string::npos;
    if (x.decision.valid() && !named) text = say(Message::by_decision, {text, model[x.decision].title});
    Said line{text, {}, Cell::Mark::none};
    add_notes(model, x.backing, line);
    return line;
}

/// The sentences of a cooperation in the order of its articles, each once; those without an article last.
std::vector<const Transfer*> sentences(const rules::Analysis& analysis, CooperationId id) {
    const auto& model = analysis.model;
    std::vector<const Transfer*> out;
    for (const auto transfer : analysis.subject->transfers_of(id))
        if (out.empty() || out.back()->statement != model[transfer].statement) out.push_back(&model[transfer]);
    // Duties and possibilities stand in the paper too, though they move nothing.
    for (const auto& x : model.without_act)
        if (x.cooperation == id) out.push_back(&x);
    std::stable_sort(out.begin(), out.end(), [&](const Transfer* a, const Transfer* b) {
        if (a->article.valid() != b->article.valid()) return a->article.valid();
        if (a->article.valid()) {
            const auto &one = model[a->article].parts, &other = model[b->article].parts;
            if (one != other) return earlier(one, other);
        }
        return a->span.file != b->span.file ? a->span.file < b->span.file : a->span.begin < b->span.begin;
    });
    return out;
}

Text package_said(const Model& model, const Package& package) {
    std::vector<Text> takers;
    for (const auto& taker : package.takers) {
        const auto when = spelled(taker.term.days);
        const Text name(model[taker.party].name);
        takers.push_back(when.empty() ? name : joined({name, when}, " "));
    }
    if (package.open_takers || takers.empty()) takers.push_back(say(Message::others_not_stated));
    return say(Message::package_taken_by, {Text(package.name), listed(takers)});
}

}  // namespace

void sheet(Document& out, const rules::Analysis& analysis, CooperationId id, const std::vector<VariantId>& situations,
           Notes& notes) {
    const auto& model = analysis.model;
    const auto& cooperation = model[id];
    auto heading = cooperation.title == Text(cooperation.name)
                       ? Text(cooperation.name)
                       : say(Message::who_how, {cooperation.title, Text(cooperation.name)});
    if (model.has_versions(id)) heading = say(Message::version_of, {heading, number(cooperation.version)});
    out.blocks.emplace_back(Heading{3, heading});
    Sheet rows;
    const auto add = [&](Message label, const std::vector<Said>& lines) {
        rows.rows.emplace_back(say(label), notes.cell(lines));
    };
    const auto plain = [](const Text& text) { return Said{text, {}, Cell::Mark::none}; };
    add(Message::sheet_situation, {plain(situation_said(model, cooperation.variant))});
    add(Message::sheet_parties, parties_said(model, cooperation));
    add(Message::sheet_form, {form_said(model, cooperation)});

    auto status = cooperation.status_stated ? name_of(cooperation.status) : say(Message::status_not_given);
    if (cooperation.variant.valid() &&
        (!cooperation.status_stated || model[cooperation.variant].status < cooperation.status))
        status = status_said(model, cooperation.variant);
    add(Message::sheet_status, {stated(model, status, cooperation.status_backing)});

    auto since = term_said(analysis, cooperation.term);
    if (since.empty()) since = silence(cooperation.term_backing);
    if (cooperation.renewed && !superseded(model, id))
        since = joined({since, say(Message::renewed_by, {length_said(*cooperation.renewed)})}, ", ");
    if (cooperation.retroactive)
        since = joined({since, say(Message::works_back_to, {stretch_said(*cooperation.retroactive)})}, ", ");
    auto backing = cooperation.term_backing;
    backing.certainty = std::max(cooperation.term.certainty, backing.certainty);
    add(Message::sheet_since, {stated(model, since, backing)});

    std::vector<Said> lines;
    for (const auto& under : cooperation.under) lines.push_back(plain(under_said(model, under)));
    if (!lines.empty()) add(Message::sheet_under, lines);
    if (!cooperation.centres.empty()) add(Message::sheet_centre, {plain(parties_of(model, cooperation.centres))});
    lines.clear();
    for (const auto& found : endings(analysis, id, situations)) {
        const auto& ending = *found.first;
        const auto variant = name_of(model, found.second);
        const auto day = stretch_said(ending.per);
        const bool present = std::any_of(model.endings.begin(), model.endings.end(),
                                         [&](const Ending& each) { return &each == &ending; });
        auto line = ending.parties ? present
                                         ? say(Message::ends_now_for, {parties_of(model, *ending.parties), day})
                                         : say(Message::ends_for, {parties_of(model, *ending.parties), day, variant})
                    : present ? say(Message::ends_now, {day})
                                   : say(Message::ends_wholly, {day, variant});
        if (ending.decision.valid()) line = say(Message::by_decision, {line, model[ending.decision].title});
        if (ending.status != Status::decided) line = joined({line, name_of(ending.status)}, ", ");
        lines.push_back(stated(model, line, ending.backing));
    }
    if (!lines.empty()) add(Message::sheet_ends, lines);

    const auto notice = cooperation.notice_nl ? Text(*cooperation.notice_nl, *cooperation.notice_en)
                                              : silence(cooperation.notice_backing);
    add(Message::sheet_notice, {stated(model, notice, cooperation.notice_backing)});

    lines.clear();
    for (const auto& claimed : cooperation.scopes) {
        auto line = claimed.functions ? say(Message::function_of_tasks,
                                            {functions_of(model, *claimed.functions), tasks_of(model, claimed.tasks)})
                                      : say(Message::whole_of_tasks, {tasks_of(model, claimed.tasks)});
        if (claimed.only_for) line = say(Message::function_line_for, {line, parties_of(model, *claimed.only_for)});
        lines.push_back(stated(model, line, claimed.backing));
    }
    if (lines.empty()) lines.push_back(plain(say(Message::not_filled_in)));
    add(Message::sheet_scope, lines);

    lines.clear();
    for (const auto* x : sentences(analysis, id))
        lines.push_back(sentence_said(model, *x));  // the sentence itself says how certain it is
    if (lines.empty()) lines.push_back(plain(say(Message::no_transfers)));
    add(Message::sheet_tasks, lines);
    lines.clear();
    for (const auto& package : cooperation.packages) lines.push_back(plain(package_said(model, package)));
    if (!lines.empty()) add(Message::sheet_packages, lines);
    lines.clear();
    for (const auto article : cooperation.articles) {
        const auto& annex = model[article];
        if (annex.parts.empty() || annex.parts.front().kind != Citation::Kind::annex) continue;
        auto text = place_said(annex.parts);
        if (!annex.title.empty()) text = joined({text, annex.title}, " ");
        if (!annex.attached) text = say(Message::annex_missing, {text});
        lines.push_back(plain(text));
    }
    if (!lines.empty()) add(Message::sheet_annexes, lines);
    for (const auto& remark : cooperation.remarks) add(Message::sheet_remark, {plain(remark)});
    if (!cooperation.backing.documents.empty()) {
        lines.clear();
        for (const auto& reference : cooperation.backing.documents)
            lines.push_back(plain(document_said(model, reference)));
        add(Message::sheet_source, lines);
    }
    out.blocks.emplace_back(std::move(rows));
}

void loose_sheet(Document& out, const rules::Analysis& analysis, const std::vector<TransferId>& sentences,
                 Notes& notes) {
    out.blocks.emplace_back(Heading{3, say(Message::heading_loose)});
    std::vector<Said> lines;
    for (const auto id : sentences) lines.push_back(sentence_said(analysis.model, analysis.model[id]));
    Sheet rows;
    rows.rows.emplace_back(say(Message::sheet_tasks), notes.cell(lines));
    out.blocks.emplace_back(std::move(rows));
}

}  // namespace belegd::report
