#include "report/wording.hpp"

#include <algorithm>

#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "report/way_wording.hpp"

namespace belegd::report {

using namespace model;

void Said::note(const Text& note) {
    if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
}

std::size_t Notes::of(const Text& note) {
    const auto [known, is_new] = numbers_.try_emplace(note.nl, notes_.size() + 1);
    if (is_new) notes_.push_back(note);
    return known->second;
}

Line Notes::line(const Said& said) {
    Line out{said.text, {}, said.lead};
    for (const auto& note : said.notes) out.notes.push_back(of(note));
    std::sort(out.notes.begin(), out.notes.end());
    out.notes.erase(std::unique(out.notes.begin(), out.notes.end()), out.notes.end());
    return out;
}

Cell Notes::cell(const std::vector<Said>& lines) {
    Cell out;
    for (const auto& said : lines) {
        out.lines.push_back(line(said));
        out.mark = std::max(out.mark, said.mark);
    }
    return out;
}

Text document_said(const Model& model, const Backing::Reference& reference) {
    const auto& document = model[reference.document];
    std::vector<Text> parts{title_of(model, reference.document)};
    if (!document.reference.empty()) parts.push_back(say(message::with_reference, {Text(document.reference)}));
    if (document.date) parts.push_back(stretch_said(*document.date));
    if (document.date_open != Silence::none)
        parts.push_back(say(message::date_left_open, {name_of(document.date_open)}));
    if (!reference.place.parts.empty()) {
        auto place = reference.place;
        place.law.clear();
        parts.push_back(spelled(place));
    }
    if (document.status != Status::decided) parts.push_back(name_of(document.status));
    const auto out = joined(parts, ", ");
    return document.remark.empty() ? out : joined({out, document.remark}, "; ");
}

std::vector<Text> sources_said(const Model& model, const Transfer& x) {
    auto out = backing_said(model, x.backing);
    if (!x.backing.documents.empty() || x.backing.source != Silence::none) return out;
    // What stands in a block has the sources of the block: the nearest that has any.
    const auto take = [&](const Backing& backing, const Text& of) {
        for (const auto& reference : backing.documents)
            out.push_back(say(message::source_of_block, {document_said(model, reference), of}));
        return !backing.documents.empty();
    };
    if (x.article.valid() && take(model[x.article].backing, place_said(model[x.article].parts))) return out;
    if (x.package && take(model[x.cooperation].packages[*x.package].backing, package_name(model, x))) return out;
    if (x.decision.valid() && take(model[x.decision].backing, title_of(model, x.decision))) return out;
    if (x.cooperation.valid()) take(model[x.cooperation].backing, title_of(model, x.cooperation));
    return out;
}

Text package_name(const Model& model, const Transfer& x) {
    const auto& package = model[x.cooperation].packages[*x.package];
    return package.title.empty() ? printable(package.name) : package.title;
}

std::vector<Text> backing_said(const Model& model, const Backing& backing) {
    std::vector<Text> out;
    for (const auto& citation : backing.citations) {
        auto said = spelled(citation);
        if (const auto certainty = name_of(backing.certainty); !certainty.empty())
            said = say(message::with_certainty, {said, certainty});
        out.push_back(said);
    }
    for (const auto& reference : backing.documents) out.push_back(document_said(model, reference));
    if (backing.source != Silence::none) out.push_back(say(message::source_silent, {name_of(backing.source)}));
    return out;
}

void add_notes(const Model& model, const Backing& backing, Said& said) {
    for (const auto& note : backing_said(model, backing)) said.note(note);
}

Text with_certainty(const Text& text, Certainty certainty) {
    const auto name = name_of(certainty);
    return name.empty() ? text : say(message::with_certainty, {text, name});
}

Said stated(const Model& model, const Text& text, const Backing& backing) {
    Said out{with_certainty(text, backing.certainty), {}, Cell::Mark::none};
    add_notes(model, backing, out);
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

Text place_said(const std::vector<Citation::Part>& parts) { return spelled(Citation{{}, {}, parts, {}, false}); }

Text under_said(const Model& model, const Under& under) {
    const auto whole = under.cooperation.valid() ? title_of(model, under.cooperation)
                       : under.decision.valid()  ? title_of(model, under.decision)
                       : under.document.valid()  ? title_of(model, under.document)
                                                 : Text(under.place.law);
    return under.place.parts.empty() ? whole : joined({whole, place_said(under.place.parts)}, ", ");
}

Text actor_said(const Model& model, const Actor& actor, PartyId own) {
    if (actor.owner == Actor::Owner::party && actor.index == own.index)
        if (actor.organ.valid()) return organ_name(model, actor.organ);
    const bool itself = actor.owner == Actor::Owner::party && actor.index == own.index;
    if (itself && model[own].kind == Party::Kind::municipality) return say(message::municipality_itself);
    if (actor.owner == Actor::Owner::own) return name_of(model, actor);
    // What is printed uses the short name of papers, or the title; what is to be typed keeps the name of the model.
    const auto called = [](const auto& row) {
        return !row.short_title.empty()                            ? Text(row.short_title)
               : !row.title.empty() && row.title != Text(row.name) ? row.title
                                                                   : Text();
    };
    const auto name = actor.owner == Actor::Owner::party ? called(model.parties[actor.index])
                                                         : called(model.cooperations[actor.index]);
    if (name.empty()) return name_of(model, actor);
    return actor.organ.valid() ? say(message::organ_of, {organ_name(model, actor.organ), name}) : name;
}

Text actors_said(const Model& model, const std::vector<Actor>& actors, PartyId own) {
    std::vector<Text> out;
    out.reserve(actors.size());
    for (const auto& actor : actors) out.push_back(actor_said(model, actor, own));
    return listed_apart(actors, out);
}

Text parties_said(const Model& model, const std::vector<PartyId>& parties) {
    std::vector<Text> out;
    out.reserve(parties.size());
    for (const auto party : parties) out.push_back(actor_said(model, {Actor::Owner::party, party.index, {}}, {}));
    return listed(out);
}

Text the_actor(const Model& model, const Actor& actor) {
    if (!actor.organ.valid()) return actor_said(model, actor, {});
    if (actor.owner == Actor::Owner::own) return the_organ(model, actor.organ);
    auto whole = actor;
    whole.organ = {};
    return say(message::organ_of, {the_organ(model, actor.organ), actor_said(model, whole, {})});
}

Text the_organs_said(const Model& model, const std::vector<OrganId>& organs, const std::vector<PartyId>& parties) {
    if (organs.empty() || parties.size() != 1) return organs_said(model, organs, parties);
    std::vector<Text> names;
    names.reserve(organs.size());
    for (const auto organ : organs) names.push_back(the_organ(model, organ));
    return say(message::organ_of, {listed(names), parties_said(model, parties)});
}

Text unbroken(Text words) {
    constexpr std::string_view sign = "€ ", kept = "€\u00A0";
    for (auto* text : {&words.nl, &words.en})
        for (auto at = text->find(sign); at != std::string::npos; at = text->find(sign, at))
            text->replace(at, sign.size(), kept);
    return words;
}

Text titles_listed(const std::vector<Text>& titles) {
    const auto has_comma = [](const Text& title) {
        return title.nl.find(',') != std::string::npos || title.en.find(',') != std::string::npos;
    };
    if (titles.size() < 2 || std::none_of(titles.begin(), titles.end(), has_comma)) return listed(titles);
    return listed({joined({joined({titles.begin(), titles.end() - 1}, "; "), Text()}, ";"), titles.back()});
}

Text organs_said(const Model& model, const std::vector<OrganId>& organs, const std::vector<PartyId>& parties) {
    if (organs.empty()) return say(message::parties_without_organ, {parties_said(model, parties)});
    std::vector<Text> names;
    if (parties.size() == 1) {
        for (const auto organ : organs) names.push_back(organ_name(model, organ));
        return say(message::organ_of, {listed(names), parties_said(model, parties)});
    }
    const auto plural = [&](OrganId organ) {
        if (organ == model.raad) return say(message::councils);
        if (organ == model.college) return say(message::executives);
        if (organ == model.burgemeester) return say(message::mayors);
        return Text();
    };
    for (const auto organ : organs) names.push_back(plural(organ));
    if (std::none_of(names.begin(), names.end(), [](const Text& name) { return name.empty(); }))
        return say(message::organs_of, {listed(names), parties_said(model, parties)});
    names.clear();
    for (const auto party : parties) names.push_back(organs_said(model, organs, {party}));
    return listed(names);
}

namespace {

Text said(const Model& model, const graph::Answer& answer, PartyId own, bool plain) {
    const auto holders = actors_said(model, answer.holders, own);
    switch (answer.state) {
        case graph::State::assigned:
        case graph::State::doubly_assigned: {
            const auto found = ways(model, answer);
            std::vector<Text> each;
            for (const auto& way : found.all)
                if (const auto text = plain ? plain_way(model, way, own) : way_said(model, way, own);
                    std::find(each.begin(), each.end(), text) == each.end())
                    each.push_back(text);
            const auto all = found.alternatives ? alternatives(each) : listed(each);
            return answer.state == graph::State::assigned ? all : say(message::doubled, {all});
        }
        case graph::State::unassigned: return say(message::nobody, {holders});
        case graph::State::cycle: return say(message::circle_holder, {say(message::in_circle), holders});
        case graph::State::no_owner: return say(message::no_organ);
        case graph::State::by_law:
            return say(message::who_how, {actors_said(model, answer.performers, own), say(message::by_law)});
    }
    return {};
}

}  // namespace

Text plain_answer(const Model& model, const graph::Answer& answer, PartyId own) {
    return said(model, answer, own, true);
}

Text text_says(const Model& model, const graph::Answer& answer, const analysis::Unlawful& found, PartyId own) {
    const auto& stays = found.stays;
    const bool ours = stays.owner == Actor::Owner::party && stays.index == own.index && stays.organ.valid();
    std::vector<Text> who;
    for (const auto& actor : answer.performers)
        who.push_back(actor.organ.valid() ? the_actor(model, actor) : actor_said(model, actor, own));
    return say(message::text_says, {listed_apart(answer.performers, who), analysis::unlawful_said(model, found),
                                    ours ? the_organ(model, stays.organ) : actor_said(model, stays, own)});
}

Said answer_said(const Model& model, const graph::Answer& answer, PartyId own) {
    Said out{said(model, answer, own, false), {}, Cell::Mark::none};
    if (answer.renewed) out.text = say(message::answer_renewed, {out.text});
    if (answer.retroactive) out.text = say(message::answer_retroactive, {out.text});
    if (answer.state == graph::State::unassigned) out.mark = Cell::Mark::open;
    if (answer.state == graph::State::doubly_assigned || answer.state == graph::State::cycle ||
        answer.state == graph::State::no_owner)
        out.mark = Cell::Mark::attention;
    for (const auto& step : answer.chain) {
        const bool passed_on = std::any_of(answer.chain.begin(), answer.chain.end(), [&](const graph::Step& other) {
            return other.kind != TransferKind::keeps &&
                   std::find(step.to.begin(), step.to.end(), other.from) != step.to.end();
        });
        note_step(model, step, passed_on, own, out);
    }
    return out;
}

std::vector<Text> articles_said(const Model& model, const LawHolder& holder) {
    std::vector<Text> out;
    for (const auto& citation : holder.backing.citations) {
        if (holder.statute.valid() && citation.law != model[holder.statute].name) continue;
        out.push_back(spelled(citation));
    }
    const auto certainty = name_of(holder.backing.certainty);
    if (!out.empty() && !certainty.empty()) out.back() = say(message::with_certainty, {out.back(), certainty});
    return out;
}

Text status_said(const Model& model, VariantId variant) {
    auto weakest = Status::decided;
    bool stated = false;
    for (auto at = variant; at.valid(); at = model[at].based_on) {
        if (!model[at].status_stated) continue;
        stated = true;
        weakest = std::min(weakest, model[at].status);
    }
    return stated ? name_of(weakest) : say(message::status_not_given);
}

Text holder_said(const Model& model, const LawHolder& holder) {
    const auto organ = holder.organ.valid()   ? organ_name(model, holder.organ)
                       : holder.party.valid() ? parties_said(model, {holder.party})
                                              : say(message::municipality_itself);
    std::vector<Text> grounds;
    if (const auto articles = articles_said(model, holder); !articles.empty()) grounds.push_back(listed(articles));
    if (holder.statute.valid()) {
        const auto& statute = model[holder.statute];
        if (grounds.empty() || statute.title != Text(statute.name)) grounds.push_back(statute.title);
        if (const auto when = spelled(statute.term.days); !when.empty()) grounds.push_back(when);
    }
    return grounds.empty() ? organ : say(message::who_how, {organ, joined(grounds, ", ")});
}

Text situation_named(const Model& model, VariantId variant) {
    if (!variant.valid()) return say(message::the_present);
    const auto& title = model[variant].title;
    return title.empty() || title == Text(model[variant].name) ? name_of(model, variant) : title;
}

Text situation_said(const Model& model, VariantId variant) {
    if (!variant.valid()) return say(message::the_present);
    return say(message::who_how, {situation_named(model, variant), status_said(model, variant)});
}

}  // namespace belegd::report
