// What the lines of a sheet say of a cooperation.
#include "report/sheet_lines.hpp"

#include <algorithm>

#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/boards.hpp"
#include "syntax/words.hpp"

namespace belegd::report {

using namespace model;
using syntax::Word;

Text silence(const Backing& backing) {
    if (backing.silence != Silence::none) return name_of(backing.silence);
    return say(backing.said ? message::not_stated : message::not_filled_in);
}

/// Who takes part in this version; with a day, on that day. Who left as it began is told here; a later version does not
/// know him, nor one for whom the cooperation had ended before.
static std::vector<Participant> participants_of(const Cooperation& cooperation, CooperationId id,
                                                const graph::World& world, std::optional<Day> day) {
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

bool superseded(const Model& model, CooperationId id) {
    return std::any_of(model.cooperations.begin(), model.cooperations.end(), [&](const Cooperation& other) {
        return other.first_version == model[id].first_version && other.version > model[id].version &&
               other.variant == model[id].variant;
    });
}

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

Text remarked(const Article& article, const Text& text) {
    return article.remarks.empty() ? text : say(message::function_line, {text, joined(article.remarks, " ")});
}

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

}  // namespace belegd::report
