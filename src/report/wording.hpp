#pragma once

#include <map>
#include <string>

#include "report/document.hpp"
#include "rules/analysis.hpp"

/// How answers of the graph are said in a document.
namespace belegd::report {

/// The numbered notes of a document; equal notes have one number.
class Notes {
   public:
    std::size_t of(const Text& note);
    std::vector<Text> all() const { return notes_; }

   private:
    std::vector<Text> notes_;
    std::map<std::string, std::size_t> numbers_;
};

/// `Adviesnota omklappen (kenmerk Z/20…), 22 september 2020`
Text document_said(const model::Model& model, const model::Backing::Reference& reference);
/// Documents, articles and certainty of a statement, one text each.
std::vector<Text> backing_said(const model::Model& model, const model::Backing& backing);
void add_notes(const model::Model& model, const model::Backing& backing, Notes& notes, Cell& cell);

/// An actor as the municipality itself would call it: its own college is `college`.
Text actor_said(const model::Model& model, const model::Actor& actor, model::PartyId own);
Text actors_said(const model::Model& model, const std::vector<model::Actor>& actors, model::PartyId own);

/// Who does it and on what title: `Leiden (mandaat)`, `raad (blijft)`, `niemand aangewezen`.
Cell answer_said(const model::Model& model, const graph::Answer& answer, model::PartyId own, Notes& notes);

/// `huidig`, or a variant with its status: `naar_leiden (in onderzoek)`.
Text situation_said(const model::Model& model, model::VariantId variant);

}  // namespace belegd::report
