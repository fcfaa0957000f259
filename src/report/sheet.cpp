#include "report/sheet.hpp"

#include <algorithm>

#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/boards.hpp"
#include "syntax/words.hpp"

namespace belegd::report {
namespace {

using namespace model;
using syntax::Word;

/// What a paper can say and this one does not: the model says that it is silent, or is silent itself.
Text silence(const Backing& backing) {
    if (backing.silence != Silence::none) return name_of(backing.silence);
    return say(backing.said ? message::not_stated : message::not_filled_in);
}

/// Who takes part in this version; with a day, on that day. Who left as it began is told here; a later version does not
/// know him, nor one for whom the cooperation had ended before.
std::vector<Participant> participants_of(const Cooperation& cooperation, CooperationId id, const graph::World& world,
                                         std::optional<Day> day) {
    // What does not count, an intent or what was rejected, is still written: with the days that it would have.
    const bool counts = !world.force(id).empty();
    const auto begin = cooperation.term.days.from;
    std::vector<Participant> out;
    for (const auto& each : cooperation.participants) {
        const bool takes_part =
            day ? each.term.days.contains(*day) && (!counts || holds_on(world.participation(id, each.party), *day))
                : cooperation.version == 1 ||
                      (each.term.days.until >= begin && world.ended(id, each.party, each.joined) > begin);
        if (takes_part) out.push_back(each);
    }
    return out;
}

}  // namespace

std::vector<Said> parties_said(const Model& model, CooperationId id, const graph::World& world, std::optional<Day> day,
                               As as) {
    const auto& cooperation = model[id];
    std::vector<Said> out;
    const auto all = participants_of(cooperation, id, world, day);
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
        const bool organisations = std::all_of(parties.begin(), parties.end(), [&](PartyId party) {
            return model[party].kind == Party::Kind::organisation;
        });
        const auto when = term_said(first.term);
        const bool filled_in = !line.notes.empty(), in_a_sentence = as == As::sentence;
        const auto names = parties_said(model, parties);
        if (!first.organs.empty())
            line.text = in_a_sentence ? the_organs_said(model, first.organs, parties)
                                      : organs_said(model, first.organs, parties);
        else if (organisations)
            line.text = names;
        else if (in_a_sentence && !when.empty())
            line.text = say(
                filled_in ? message::parties_without_organ_for_a_time : message::parties_without_any_organ_for_a_time,
                {names, when});
        else
            line.text = say(filled_in ? message::parties_without_organ : message::parties_without_any_organ, {names});
        if (!when.empty() && !in_a_sentence)
            line.text = joined({line.text, when}, ", ");
        else if (!when.empty() && (!first.organs.empty() || organisations))
            line.text = say(message::who_how, {line.text, when});
        line.text = with_certainty(line.text, first.backing.certainty);
        out.push_back(std::move(line));
    }
    for (const auto& each : cooperation.legal_persons) {
        if (day && !each.term.days.contains(*day)) continue;
        std::vector<Text> organs;
        for (const auto organ : each.organs) organs.push_back(organ_name(model, organ));
        const auto name = title_of(model, each.cooperation);
        Said line{organs.empty() ? name : say(message::organ_of, {listed(organs), name}), {}, Cell::Mark::none};
        if (const auto when = term_said(each.term); !when.empty())
            line.text = as == As::sentence ? say(message::who_how, {line.text, when}) : joined({line.text, when}, ", ");
        out.push_back(std::move(line));
    }
    if (cooperation.open_participants)
        out.push_back(
            {say(as == As::sentence ? message::others_unnamed : message::not_exhaustive), {}, Cell::Mark::none});
    if (out.empty()) out.push_back({say(message::not_filled_in), {}, Cell::Mark::none});
    return out;
}

Said form_said(const Model& model, const Cooperation& cooperation) {
    Text text = silence(cooperation.form_backing);
    if (cooperation.form.valid()) {
        const auto& form = model[cooperation.form];
        text = {form.name, form.title.en};
        const auto word = cooperation.form_backing.silence;
        if (cooperation.form_open)
            text = word == Silence::withheld || word == Silence::unknown ? joined({text, name_of(word)}, ", ")
                                                                         : say(message::further_open, {text});
    }
    auto out = stated(model, text, cooperation.form_backing);
    if (cooperation.form.valid())
        for (const auto& basis : model[cooperation.form].bases) add_notes(model, basis, out);
    return out;
}

namespace {

/// `uitvoering van bijstand en meer (niet uitputtend)`; what a word stands for is said by that word.
Text claim_said(const Model& model, const Scope& scope) {
    const bool no_tasks = scope.named_tasks.empty() && scope.tasks.none() && scope.silence != Silence::none;
    auto tasks = no_tasks ? name_of(scope.silence) : tasks_named(model, scope.named_tasks, scope.tasks);
    if (!scope.functions && no_tasks) return tasks;
    auto line = say(message::whole_of_tasks, {tasks});
    if (scope.functions) {
        auto functions = functions_of(model, *scope.functions);
        if (scope.open_functions)
            functions = functions.empty() ? name_of(scope.silence) : say(message::further_tasks, {functions});
        line = say(message::function_of_tasks, {functions, tasks});
    }
    return scope.open_list && !no_tasks ? say(message::further_tasks, {line}) : line;
}

/// The endings that apply in a situation; each sentence once. What had ended before a version began is not of it.
std::vector<const Ending*> endings(const analysis::Analysis& analysis, CooperationId id, VariantId situation) {
    std::vector<const Ending*> out;
    const auto& world = *analysis.subject->view(situation).world;
    const auto version = analysis.model[id].version;
    const auto begin = analysis.model[id].term.days.from;
    const auto see = [&](std::optional<PartyId> party, Joined joined) {
        const auto* ending = world.ending(id, party, joined);
        if (ending != nullptr && !ending->only_version.valid() && (version == 1 || ending->per.first >= begin) &&
            std::find(out.begin(), out.end(), ending) == out.end())
            out.push_back(ending);
    };
    see(std::nullopt, {});
    for (const auto& participant : analysis.model[id].participants) see(participant.party, participant.joined);
    return out;
}

/// What revokes decisions by which this cooperation has sentences, for everybody or for one of its participants.
std::vector<const Ending*> revocations(const analysis::Analysis& analysis, CooperationId id, VariantId situation) {
    std::vector<const Ending*> out;
    const auto& world = *analysis.subject->view(situation).world;
    const auto see = [&](const Ending* ending) {
        if (ending != nullptr && std::find(out.begin(), out.end(), ending) == out.end()) out.push_back(ending);
    };
    for (const auto transfer : analysis.subject->transfers_of(id)) {
        const auto& x = analysis.model[transfer];
        see(world.revocation(x, std::nullopt));
        for (const auto& participant : analysis.model[id].participants) see(world.revocation(x, participant.party));
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

/// `art. 4: evaluatie`
std::vector<Said> provisions_said(const Model& model, const std::vector<Provided>& all) {
    std::vector<Said> out;
    for (const auto& each : all) {
        const auto& provision = model[each.provision];
        auto text = provision.title.empty() || provision.title == Text(provision.name) ? printable(provision.name)
                                                                                       : provision.title;
        if (each.article.valid()) text = say(message::function_line, {place_said(model[each.article].parts), text});
        out.push_back(stated(model, text, each.backing));
    }
    return out;
}

/// The organs that the text gives it beside those of its form.
std::vector<Text> own_organs(const Model& model, const Cooperation& cooperation) {
    std::vector<Text> out;
    for (const auto organ : cooperation.organs) {
        bool of_form = false;
        for (auto form = cooperation.form; form.valid(); form = model[form].family) {
            const auto& organs = model[form].organs;
            of_form = of_form || std::find(organs.begin(), organs.end(), organ) != organs.end();
        }
        if (!of_form) out.push_back(organ_name(model, organ));
    }
    return out;
}

/// `art. 22 Uittreding: Geen uittreding zolang de wettelijke plicht bestaat.`
Text remarked(const Article& article, const Text& text) {
    return article.remarks.empty() ? text : say(message::function_line, {text, joined(article.remarks, " ")});
}

/// Articles that have a title, a remark or a source of their own; annexes have a row of theirs.
std::vector<Said> articles_titled(const Model& model, const Cooperation& cooperation) {
    std::vector<Said> out;
    auto all = cooperation.articles;
    std::stable_sort(all.begin(), all.end(),
                     [&](ArticleId a, ArticleId b) { return earlier(model[a].parts, model[b].parts); });
    for (const auto id : all) {
        const auto& article = model[id];
        if (article.parts.empty() || article.parts.front().kind == Citation::Kind::annex) continue;
        if (article.title.empty() && article.remarks.empty() && article.backing.documents.empty() &&
            article.backing.citations.empty())
            continue;
        const auto place = place_said(article.parts);
        out.push_back(stated(model,
                             remarked(article, article.title.empty() ? place : joined({place, article.title}, " ")),
                             article.backing));
    }
    return out;
}

}  // namespace

Said sentence_said(const Model& model, const Transfer& x) {
    // It stands there as it was typed; for who reads English it is a quotation, in whatever language it was typed.
    auto text = printable(x.text.nl);
    text.en = quoted(text).en;
    if (x.article.valid()) text = joined({place_said(model[x.article].parts), text}, ": ");
    if (!x.in_text.empty()) {
        auto place = place_said(x.in_text);
        if (x.statutes_of.valid()) place = joined({name_of(model, x.statutes_of), place}, ", ");
        text = joined({place, text}, ": ");
    }
    if (x.package) text = say(message::in_package, {text, package_name(model, x)});
    if (x.decision.valid() && !x.names_decision) text = say(message::by_decision, {text, title_of(model, x.decision)});
    Said line{text, {}, Cell::Mark::none};
    add_notes(model, x.backing, line);
    return line;
}

Said package_said(const Model& model, const Package& package) {
    std::vector<Text> takers, notes;
    for (const auto& taker : package.takers) {
        auto term = taker.term;
        term.days = taker.said;
        const auto when = term_said(term);
        const auto name = name_of(model, taker.party);
        takers.push_back(when.empty() ? name : joined({name, when}, " "));
    }
    if (package.open_takers || takers.empty()) takers.push_back(say(message::others_not_stated));
    auto name = printable(package.name);
    if (!package.title.empty()) name = say(message::who_how, {package.title, name});
    std::vector<Text> parts{say(message::package_taken_by, {name, listed(takers)})};
    auto holds = term_said(package.term);
    if (package.endless != Endless::not_said)
        holds = holds.empty() ? name_of(package.endless) : joined({holds, name_of(package.endless)}, ", ");
    const auto worded = [](Word word, const Text& what) { return joined({syntax::info(word).phrase, what}, " "); };
    const auto with_notes = [&](const Text& text, const Backing& backing) {
        const auto said = stated(model, text, backing);
        notes.insert(notes.end(), said.notes.begin(), said.notes.end());
        return said.text;
    };
    if (!holds.empty() || package.term_backing.silence != Silence::none) {
        auto backing = package.term_backing;
        backing.certainty = std::max(package.term.certainty, backing.certainty);
        parts.push_back(
            with_notes(worded(Word::valid, holds.empty() ? name_of(package.term_backing.silence) : holds), backing));
    }
    if (package.notice || package.notice_backing.silence != Silence::none) {
        const auto said = !package.notice        ? worded(Word::notice, name_of(package.notice_backing.silence))
                          : package.notice->none ? name_of(*package.notice)
                                                 : worded(Word::notice, name_of(*package.notice));
        parts.push_back(with_notes(said, package.notice_backing));
    }
    parts.insert(parts.end(), package.remarks.begin(), package.remarks.end());
    auto out = stated(model, joined(parts, "; "), package.backing);
    for (const auto& note : notes) out.note(note);
    return out;
}

Said ending_said(const Model& model, const Ending& ending, VariantId situation) {
    const auto when = stretch_said(ending.per);
    const bool present =
        std::any_of(model.endings.begin(), model.endings.end(), [&](const Ending& each) { return &each == &ending; });
    const auto variant = name_of(model, situation);
    auto line = ending.parties ? present ? say(message::ends_now_for, {parties_said(model, *ending.parties), when})
                                         : say(message::ends_for, {parties_said(model, *ending.parties), when, variant})
                : present ? say(message::ends_now, {when})
                               : say(message::ends_wholly, {when, variant});
    if (ending.decision.valid()) line = say(message::by_decision, {line, title_of(model, ending.decision)});
    if (ending.status != Status::decided) line = joined({line, name_of(ending.status)}, ", ");
    return stated(model, line, ending.backing);
}

std::vector<const Transfer*> sentences_of(const analysis::Analysis& analysis, CooperationId id) {
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

void sheet(Document& out, const analysis::Analysis& analysis, CooperationId id, VariantId situation,
           std::optional<Day> day, Notes& notes, const std::vector<VariantId>& situations) {
    const auto& model = analysis.model;
    const auto& cooperation = model[id];
    auto heading = title_of(model, id);
    if (!cooperation.short_title.empty())
        heading = say(message::who_how, {heading, Text(cooperation.short_title)});
    else if (cooperation.title != Text(cooperation.name))
        heading = say(message::who_how, {heading, printable(cooperation.name)});
    if (model.has_versions(id)) heading = say(message::version_of, {heading, number(cooperation.version)});
    out.blocks.emplace_back(Heading{3, heading});
    Sheet rows;
    const auto add = [&](Message label, const std::vector<Said>& lines) {
        rows.rows.emplace_back(say(label), notes.cell(lines));
    };
    const auto plain = [](const Text& text) { return Said{text, {}, Cell::Mark::none}; };
    const auto add_as = [&](Word word, const std::vector<Said>& said) {
        if (!said.empty()) rows.rows.emplace_back(syntax::info(word).phrase, notes.cell(said));
    };
    const auto add_texts = [&](Word word, const std::vector<Text>& all) {
        if (!all.empty()) add_as(word, {plain(listed(all))});
    };
    // What another document says of it.
    const auto beside = [&](OtherReading::Of of, std::vector<Said> said) {
        for (const auto& each : cooperation.other_readings)
            if (each.of == of)
                said.push_back(stated(model, say(message::elsewhere, {printable(each.says.nl)}), each.backing));
        return said;
    };
    // A day of the text itself, or the word for it where the paper is silent.
    const auto add_day = [&](Word word, OtherReading::Of of, const std::optional<DateValue>& stretch,
                             const Backing& backing) {
        if (stretch || backing.silence != Silence::none)
            add_as(word,
                   beside(of, {stated(model, stretch ? stretch_said(*stretch) : name_of(backing.silence), backing)}));
    };
    std::vector<Text> names;
    for (const auto& alias : cooperation.aliases) names.push_back(printable(alias));
    add_texts(Word::also_called, names);
    add(message::sheet_situation, {plain(situation_said(model, cooperation.variant))});
    if (!cooperation.amendment.empty() || cooperation.amended_in.valid()) {
        auto by = cooperation.amendment.empty() ? say(message::amended_without_title) : cooperation.amendment;
        if (cooperation.amended_in.valid())
            by = say(message::by_decision, {by, title_of(model, cooperation.amended_in)});
        add_as(Word::amendment, {plain(by)});
    }
    add(message::sheet_parties,
        beside(OtherReading::Of::participants, parties_said(model, id, *analysis.subject->view(situation).world, day)));
    add(message::sheet_form, beside(OtherReading::Of::form, {form_said(model, cooperation)}));

    auto status = cooperation.status_stated ? name_of(cooperation.status) : say(message::status_not_given);
    if (cooperation.variant.valid() &&
        (!cooperation.status_stated || model[cooperation.variant].status < cooperation.status))
        status = status_said(model, cooperation.variant);
    add(message::sheet_status, beside(OtherReading::Of::status, {stated(model, status, cooperation.status_backing)}));

    auto since = term_said(cooperation.term);
    if (since.empty() && (cooperation.endless == Endless::not_said || cooperation.term_backing.said))
        since = silence(cooperation.term_backing);
    if (cooperation.endless != Endless::not_said)
        since = since.empty() ? name_of(cooperation.endless) : joined({since, name_of(cooperation.endless)}, ", ");
    if (cooperation.renewed && !superseded(model, id))
        since = joined({since, say(cooperation.renewed_once ? message::renewed_once_by : message::renewed_by,
                                   {name_of(*cooperation.renewed)})},
                       ", ");
    if (cooperation.no_renewal) {
        const auto& said = syntax::info(Word::no_renewal).phrase;
        since = since.empty() ? said : joined({since, said}, ", ");
    }
    if (cooperation.retroactive)
        since = joined({since, say(message::works_back_to, {stretch_said(*cooperation.retroactive)})}, ", ");
    auto backing = cooperation.term_backing;
    backing.certainty = std::max(cooperation.term.certainty, backing.certainty);
    add(message::sheet_since, beside(OtherReading::Of::term, {stated(model, since, backing)}));

    add_day(Word::concluded_on, OtherReading::Of::concluded, cooperation.concluded, cooperation.concluded_backing);
    add_day(Word::published, OtherReading::Of::published, cooperation.published, cooperation.published_backing);
    add_texts(Word::signed_by, cooperation.signatories);

    std::vector<Said> lines;
    for (const auto& under : cooperation.under) lines.push_back(plain(under_said(model, under)));
    if (!lines.empty()) add(message::sheet_under, lines);
    if (!cooperation.seat.empty() || cooperation.seat_open != Silence::none)
        add_as(Word::seat,
               beside(OtherReading::Of::seat,
                      {stated(model,
                              cooperation.seat.empty() ? name_of(cooperation.seat_open) : printable(cooperation.seat),
                              cooperation.seat_backing)}));
    if (!cooperation.centres.empty())
        add(message::sheet_centre,
            beside(OtherReading::Of::centre,
                   {stated(model, parties_said(model, cooperation.centres), cooperation.centre_backing)}));
    else if (cooperation.centre_open != Silence::none)
        add(message::sheet_centre, beside(OtherReading::Of::centre, {stated(model, name_of(cooperation.centre_open),
                                                                            cooperation.centre_backing)}));
    lines.clear();
    for (const auto* ending : endings(analysis, id, situation)) {
        lines.push_back(ending_said(model, *ending, situation));
    }
    for (const auto* ending : revocations(analysis, id, situation)) {
        auto line = ending_said(model, *ending, situation);
        line.text = say(message::function_line, {title_of(model, ending->revoked), line.text});
        lines.push_back(std::move(line));
    }
    if (!lines.empty()) add(message::sheet_ends, lines);
    add_texts(Word::organs, own_organs(model, cooperation));
    if (!cooperation.boards.empty())
        add(message::sheet_boards, boards_said(model, id, *analysis.subject->view(situation).world, day));

    const auto notice = !cooperation.notice        ? silence(cooperation.notice_backing)
                        : cooperation.notice->none ? say(message::none_of_it)
                                                   : name_of(*cooperation.notice);
    add(message::sheet_notice, beside(OtherReading::Of::notice, {stated(model, notice, cooperation.notice_backing)}));

    const auto planning = planning_of(model, id, situations.empty() ? std::vector{situation} : situations);
    if (!planning.decisions.empty()) add(message::sheet_decisions, planning.decisions);

    lines.clear();
    for (const auto& claimed : cooperation.scopes) {
        if (day && !claimed.days.contains(*day)) continue;
        auto line = claim_said(model, claimed);
        if (!claimed.places_said.empty()) line = say(message::who_how, {line, claimed.places_said});
        if (claimed.whom.open)
            line = say(message::scope_for_open, {line, claimed.whom_said});
        else if (claimed.only_for)
            line = say(message::function_line_for, {line, parties_said(model, *claimed.only_for)});
        if (!claimed.except_for.empty() && !claimed.whom.open)
            line = say(message::function_line_not_for, {line, parties_said(model, claimed.except_for)});
        if (claimed.article.valid())
            line = say(message::function_line, {place_said(model[claimed.article].parts), line});
        lines.push_back(stated(model, line, claimed.backing));
    }
    if (lines.empty()) lines.push_back(plain(say(message::not_filled_in)));
    add(message::sheet_scope, lines);

    lines.clear();
    for (const auto* x : sentences_of(analysis, id))
        if (!day || analysis.subject->view(situation).world->lasting(*x).contains(*day))
            lines.push_back(sentence_said(model, *x));  // the sentence itself says how certain it is
    if (lines.empty()) lines.push_back(plain(say(message::no_transfers)));
    add(message::sheet_tasks, lines);
    lines.clear();
    for (const auto& package : cooperation.packages) lines.push_back(package_said(model, package));
    if (!lines.empty()) add(message::sheet_packages, lines);
    if (!planning.costs.empty()) add(message::sheet_costs, planning.costs);
    if (!planning.procedures.empty()) add(message::sheet_procedure, planning.procedures);
    if (cooperation.full_text) add(message::sheet_text, {plain(syntax::info(Word::full_text).phrase)});
    lines = provisions_said(model, cooperation.provides);
    if (cooperation.provides_open) lines.push_back(plain(syntax::info(Word::open_list).phrase));
    add_as(Word::provides, lines);
    add_as(Word::provides_not, provisions_said(model, cooperation.provides_not));
    add_as(Word::articles, articles_titled(model, cooperation));
    lines.clear();
    for (const auto article : cooperation.articles) {
        const auto& annex = model[article];
        if (annex.parts.empty() || (annex.parts.front().kind != Citation::Kind::annex &&
                                    (annex.parts.front().kind != Citation::Kind::addendum || annex.parts.size() > 1)))
            continue;
        auto text = place_said(annex.parts);
        if (!annex.title.empty() && text.nl.find(annex.title.nl) == std::string::npos)
            text = joined({text, annex.title}, " ");
        if (!annex.attached) text = say(message::annex_missing, {text});
        lines.push_back(stated(model, remarked(annex, text), annex.backing));
    }
    if (!lines.empty()) add(message::sheet_annexes, lines);
    names.clear();
    for (const auto& citation : cooperation.backing.citations) names.push_back(spelled(citation));
    add_texts(Word::according_to, names);
    for (const auto& remark : cooperation.remarks) add(message::sheet_remark, {plain(remark)});
    if (!cooperation.backing.documents.empty()) {
        lines.clear();
        for (const auto& reference : cooperation.backing.documents)
            lines.push_back(plain(document_said(model, reference)));
        add(message::sheet_source, lines);
    } else if (cooperation.backing.source != Silence::none) {
        add(message::sheet_source, {plain(name_of(cooperation.backing.source))});
    }
    out.blocks.emplace_back(std::move(rows));
}

void loose_sheet(Document& out, const analysis::Analysis& analysis, const std::vector<TransferId>& sentences,
                 Notes& notes) {
    out.blocks.emplace_back(Heading{3, say(message::heading_loose)});
    std::vector<Said> lines;
    lines.reserve(sentences.size());
    for (const auto id : sentences) lines.push_back(sentence_said(analysis.model, analysis.model[id]));
    Sheet rows;
    rows.rows.emplace_back(say(message::sheet_tasks), notes.cell(lines));
    out.blocks.emplace_back(std::move(rows));
}

void planning_sheet(Document& out, const Planning& planning, Notes& notes) {
    out.blocks.emplace_back(Heading{3, say(message::heading_planning)});
    Sheet rows;
    const auto add = [&](Message label, const std::vector<Said>& lines) {
        if (!lines.empty()) rows.rows.emplace_back(say(label), notes.cell(lines));
    };
    add(message::sheet_decisions, planning.decisions);
    add(message::sheet_rules, planning.rules);
    add(message::sheet_milestones, planning.milestones);
    add(message::sheet_costs, planning.costs);
    add(message::sheet_procedure, planning.procedures);
    out.blocks.emplace_back(std::move(rows));
}

}  // namespace belegd::report
