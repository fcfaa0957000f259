#pragma once

#include "base/fold.hpp"
#include "base/ratio.hpp"
#include "model/model.hpp"
#include "syntax/words.hpp"

/// How things of a model are called in sentences.
namespace belegd::model {

/// The fewest nodes of the task tree that together hold exactly these leaves, in tree order. `relevant` are the leaves
/// that count: a node whose other leaves do not need the function spoken of is still named as a whole.
std::vector<TaskId> nodes_of(const Model& model, const BitSet& leaves, const BitSet* relevant = nullptr);
/// The leaf tasks that need at least one of these leaf functions.
BitSet needing(const Model& model, const BitSet& functions);
/// The same for functions; a parent stands for all its children.
std::vector<FunctionId> function_nodes_of(const Model& model, const BitSet& leaves);

/// A name as people write it: `naar_leiden` is `naar leiden`; `_Oost_` stays.
Text printable(std::string_view name);
/// In a sentence, where a name that looks like any other word stands between quotation marks: ‘te vroeg’, ‘dienst’.
Text as_name(std::string_view name);

/// `bijstand`, `werk en inkomen`; in English the translated name where the library has one.
Text name_of(const Model& model, TaskId task);
Text name_of(const Model& model, FunctionId function);
Text tasks_of(const Model& model, const BitSet& leaves, const BitSet* relevant = nullptr);
Text functions_of(const Model& model, const BitSet& leaves);

Text organ_name(const Model& model, OrganId organ);
/// As declared; otherwise that of the organ or noun that the name is made with: a cliëntenraad is a raad.
Gender gender_of(const Model& model, OrganId organ);
/// Whether the name is a plural: `medewerkers loket`.
bool is_plural(const Model& model, OrganId organ);
/// With its article, for sentences: `het college`, `de raad`; an invalid organ is the municipality itself.
Text the_organ(const Model& model, OrganId organ);
/// `college van Leiden`, `Leiden`, `het bestuur van lv`; `own` reads `college van de gemeente zelf`.
Text name_of(const Model& model, const Actor& actor);
/// `Leiden en Servicepunt71`
Text names_of(const Model& model, const std::vector<Actor>& actors);
/// The same with the articles of organs: `het college van Leiden`.
Text the_names_of(const Model& model, const std::vector<Actor>& actors);
/// Names of actors as a list; where a whole body follows an organ of another a comma keeps it apart: `bestuur van Werf, en
/// Kade` is not the board of both.
Text listed_apart(const std::vector<Actor>& actors, const std::vector<Text>& names, bool either = false);
/// As each of several participants would say it: its own organ is `het eigen college`.
Text names_seen_by(const Model& model, const std::vector<Actor>& actors, PartyId own);
Text parties_of(const Model& model, const std::vector<PartyId>& parties);
/// `Laren` for Laren (NH.), where the model has no other Laren.
Text name_of(const Model& model, PartyId party);
/// `Laren` of `Laren (NH.)`; empty for a name without such an addition.
std::string_view plain_name(const Party& party);

/// The present is `huidig`.
Text name_of(const Model& model, VariantId variant);
/// Its title when it has one, otherwise its name.
Text title_of(const Model& model, TaskId task);
Text title_of(const Model& model, CooperationId cooperation);
Text title_of(const Model& model, DecisionId decision);
Text title_of(const Model& model, DocumentId document);

/// `taak`, `besluit of mijlpaal` …
Text name_of(NameKind kind);
Text name_of(Status status);
/// `afgeleid`; empty for what is stated.
/// `niet vermeld`, `niet openbaar`, `onbekend`, as it was typed.
Text name_of(Silence silence);
/// `voldaan`; `niet vermeld` where nothing is said.
Text name_of(Criterion::Verdict verdict);
Silence silence_of(syntax::Word word);
/// The word that leaves it open, where a paper has that instead of words of its own; none otherwise.
syntax::Word left_open(std::string_view words);
Text name_of(Certainty certainty);
/// `delegatie`, `mandaat` …: the title on which the receiver acts, or that none is stated.
Text title_name(TransferKind kind, bool trio = false);
/// Whether a form lists a title among those that it can carry.
bool carries(const Form& form, TransferKind kind);

/// `1 jaar`, `18 maanden`, `2,5 jaar`
Text name_of(Duration duration);
/// `€ 758.825`, `€ 57.348,50`, `70 %`, from hundredths of the unit.
Text amount_said(long long hundredths, const std::string& unit);
/// `€ 150.000 per verplichting`: the limit of `ten hoogste`.
Text ceiling_said(const Condition& condition);
/// `33,3333 %`, without loss where the whole is cut in tenths.
Text percentage_said(Ratio part);
/// `18 maanden tegen 1 januari`
Text name_of(const Notice& notice);
/// `voor onbepaalde tijd`; nothing where that is not said.
Text name_of(Endless endless);
/// `toestemming`; none where a decision does not say what it is for.
syntax::Word word_of(Decision::Purpose purpose);
/// Its title, or its name as it may be printed.
template <typename Row>
Text title_of_row(const Row& row) {
    return row.title.empty() || row.title == Text(row.name) ? printable(row.name) : row.title;
}
/// Whether a row goes by a name: by its own, or by its title in either language.
template <typename Row>
bool goes_by(const Row& row, std::string_view name) {
    const auto wanted = folded(name);
    return !wanted.empty() &&
           (folded(row.name) == wanted || folded(row.title.nl) == wanted || folded(row.title.en) == wanted);
}
/// The word of a unit, in the plural: `maanden`.
syntax::Word word_of(Duration::Unit unit);

/// `mandateert`, `draagt op` …
Text verb_of(TransferKind kind);

/// The names that a sentence gives these leaf tasks, when they mean just those; else as `tasks_of`.
Text tasks_named(const Model& model, const std::vector<TaskId>& named, const BitSet& leaves);

/// Who has a function of a leaf task by law on a day for an owner (D1): the nearest task that states a holder in a
/// law in force, else the function itself. Null when the law gives this owner no cell, or names nobody. An invalid owner
/// is a municipality of which nothing of its own is said.
const LawHolder* holder_by_law(const Model& model, PartyId owner, TaskId leaf, std::uint32_t function, Day day);
/// The same with what it rests on for this very function: one that follows another rests on what says that it does, not
/// on the articles of the other. Nothing where `holder_by_law` is null.
std::optional<LawHolder> grounds_by_law(const Model& model, PartyId owner, TaskId leaf, std::uint32_t function,
                                        Day day);
/// Whether the tasks themselves state a holder on that day; otherwise a function that follows another follows it.
bool holder_stated(const Model& model, TaskId leaf, std::uint32_t function, Day day);
/// Whether neither the tasks nor the function, nor those of what it follows, state any holder on that day.
bool no_holder_stated(const Model& model, TaskId leaf, std::uint32_t function, Day day);

}  // namespace belegd::model
