#pragma once

#include <map>
#include <string>

#include "analysis/analysis.hpp"
#include "analysis/unlawful.hpp"
#include "report/document.hpp"

/// How answers of the graph are said in a document.
namespace belegd::report {

/// A line before its notes have numbers.
struct Said {
    Text text;
    std::vector<Text> notes;
    Cell::Mark mark = Cell::Mark::none;
    Text lead = {};  ///< of the line: `mandaat`

    void note(const Text& note);  ///< once
    bool operator==(const Said&) const = default;
};

/// The numbered notes of a document; equal notes have one number.
class Notes {
   public:
    std::size_t of(const Text& note);
    Line line(const Said& said);
    Cell cell(const std::vector<Said>& lines);
    std::vector<Text> all() const { return notes_; }

   private:
    std::vector<Text> notes_;
    std::map<std::string, std::size_t> numbers_;
};

/// `Adviesnota omklappen (kenmerk Z/20…), 22 september 2020`
Text document_said(const model::Model& model, const model::Backing::Reference& reference);
/// Documents, articles and certainty of a statement, one text each.
std::vector<Text> backing_said(const model::Model& model, const model::Backing& backing);
void add_notes(const model::Model& model, const model::Backing& backing, Said& said);
/// The same of a sentence, with the documents of the block it stands in where it names none itself.
std::vector<Text> sources_said(const model::Model& model, const model::Transfer& x);
/// The title of the package in which a sentence stands, or its name.
Text package_name(const model::Model& model, const model::Transfer& x);

/// With a capital and a full stop.
Text sentence(const Text& words);

/// With the certainty behind it, if it is not simply stated: `12 maanden (afgeleid)`.
Text with_certainty(const Text& text, model::Certainty certainty);
/// A text with its certainty, its sources and its articles.
Said stated(const model::Model& model, const Text& text, const model::Backing& backing);

/// `art. 6 lid 1`
Text place_said(const std::vector<Citation::Part>& parts);
/// What another text hangs under: `De Dienst, art. 6 lid 1`.
Text under_said(const model::Model& model, const model::Under& under);

/// An actor as the municipality itself would call it: its own college is `college`.
Text actor_said(const model::Model& model, const model::Actor& actor, model::PartyId own);
Text actors_said(const model::Model& model, const std::vector<model::Actor>& actors, model::PartyId own);
/// Parties as papers call them: by their short name or title, if they have one.
Text parties_said(const model::Model& model, const std::vector<model::PartyId>& parties);
/// `het college van Nieuwegein`; what has a title or a short name goes by that.
Text the_actor(const model::Model& model, const model::Actor& actor);
/// `college van Leiden`, `de colleges van Leiden en Leiderdorp`; without organs the municipalities themselves.
Text organs_said(const model::Model& model, const std::vector<model::OrganId>& organs,
                 const std::vector<model::PartyId>& parties);
/// The same with its article: `het college van Leiden`.
Text the_organs_said(const model::Model& model, const std::vector<model::OrganId>& organs,
                     const std::vector<model::PartyId>& parties);
/// With its amounts kept on one line.
Text unbroken(Text words);
/// Titles in a sentence: where one has a comma of its own, semicolons stand between them.
Text titles_listed(const std::vector<Text>& titles);

/// The same for a whole answer: `raad (blijft)`, `niemand aangewezen; van rechtswege blijft het bij college`.
Said answer_said(const model::Model& model, const graph::Answer& answer, model::PartyId own);
/// What a rule that forbids the way to an answer says of it (D33): `volgens de tekst …; in strijd met … (W-01): zonder
/// geldige overdracht blijft het bij de raad`.
Text text_says(const model::Model& model, const graph::Answer& answer, const analysis::Unlawful& found,
               model::PartyId own);
/// Without conditions, status and certainty, to compare answers by.
Text plain_answer(const model::Model& model, const graph::Answer& answer, model::PartyId own);

/// `Pw art. 7 lid 1 onder b`, of the statute on which the holder rests and no other; with its certainty.
std::vector<Text> articles_said(const model::Model& model, const model::LawHolder& holder);

/// `college (Pw art. 7 lid 1 onder b, Participatiewet, vanaf 1 januari 2015)`
Text holder_said(const model::Model& model, const model::LawHolder& holder);

/// `huidig`, or a variant with its status: `Uitvoering door Leiden (in onderzoek)`.
Text situation_said(const model::Model& model, model::VariantId variant);
/// The same without its status.
Text situation_named(const model::Model& model, model::VariantId variant);
/// The weakest status of the variant and those it is based on, or that none is given.
Text status_said(const model::Model& model, model::VariantId variant);

}  // namespace belegd::report
