#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "checks/finding.hpp"
#include "graph/claims.hpp"
#include "graph/coverage.hpp"
#include "graph/world.hpp"
#include "model/model.hpp"

namespace belegd::checks {

/// What every check looks at: the model, its coverage, and per variant what is in force and claimed.
class Subject {
   public:
    Subject(const Sources& sources, const model::Model& model, const graph::Coverage& coverage,
            Language language = Language::nl);

    const Sources& sources;
    const model::Model& model;
    const graph::Coverage& coverage;
    const bool any_open;      ///< whether some list, receiver or matter is left open: where not, nothing is looked for
    const Language language;  ///< in which the model is written: a sentence to copy into it is in that language

    /// Rows by a number; most numbers have none, and a model may have many views.
    class Grouped {
       public:
        void add(std::size_t number, std::uint32_t row) { rows_[number].push_back(row); }
        const std::vector<std::uint32_t>& operator[](std::size_t number) const {
            static const std::vector<std::uint32_t> none;
            const auto found = rows_.find(number);
            return found == rows_.end() ? none : found->second;
        }

       private:
        std::unordered_map<std::size_t, std::vector<std::uint32_t>> rows_;
    };
    struct View {
        model::VariantId variant;
        const graph::VariantCoverage* coverage;
        std::unique_ptr<graph::World> world;
        std::unique_ptr<graph::Claims> claims;
        /// The runs of one participant and function, in order of time.
        Grouped runs;     ///< by participant * functions + function
        Grouped gaps;     ///< the interruptions, likewise
        Grouped refused;  ///< by transfer
    };
    const std::vector<View>& views() const { return views_; }
    const View& view(model::VariantId variant) const { return views_[variant.valid() ? variant.index + 1 : 0]; }
    std::vector<const graph::Run*> runs(const View& view, model::PartyId participant, std::uint32_t function) const;
    const graph::Answer& answer(const graph::Run& run) const { return coverage.answers[run.answer]; }
    /// The tasks of a run that an interruption tells of (D18).
    BitSet interrupted(const View& view, const graph::Run& run) const;

    /// The explicit runs of these cells that end right before a day.
    std::vector<const graph::Run*> explicit_before(const View& view, model::PartyId participant, std::uint32_t function,
                                                   const BitSet& tasks, Day day) const;
    /// The explicit runs of these cells that begin on a day.
    std::vector<const graph::Run*> explicit_from(const View& view, model::PartyId participant, std::uint32_t function,
                                                 const BitSet& tasks, Day day) const;

    /// Where it is written that a transfer stops (starts) to be valid for a participant on a day: the end of its own
    /// period, of its cooperation, of the participation, or the ending in a variant; the sentence itself when nowhere.
    Passage end_of(const View& view, model::TransferId transfer, model::PartyId participant, Day day) const;
    Passage start_of(model::TransferId transfer, model::PartyId participant, Day day) const;

    /// By leaf task of the model's own text: those of a library, or further up in it, that may well be the same task
    /// under another name.
    const std::vector<std::vector<std::uint32_t>>& tasks_alike() const { return tasks_alike_; }

    /// The names of the model that a line to write must put in quotation marks, longest first.
    const std::vector<std::string>& names_in_quotes() const { return names_in_quotes_; }

    /// The rows of a cooperation's statements, in order of the text.
    const std::vector<model::TransferId>& transfers_of(model::CooperationId cooperation) const {
        return transfers_[cooperation.index];
    }

    /// The rows of the sentence that a row is of, in every version that has it, in order of the table.
    std::vector<model::TransferId> rows_of(model::TransferId row) const;
    /// The head of a statement, and other words of it.
    Passage head_of(model::TransferId row) const { return words_of(row, model[row].head_span); }
    Passage words_of(model::TransferId row, Span words) const;
    /// Words of a cooperation (version) outside its statements; of none, when it is invalid.
    Passage words_of(model::CooperationId cooperation, Span words) const;
    /// The list of a scope.
    Passage list_of(model::CooperationId cooperation, const model::Scope& scope) const;

   private:
    std::size_t cell(model::PartyId participant, std::uint32_t function) const {
        return participant.index * model.leaf_functions.size() + function;
    }
    void find_names_in_quotes();
    void find_tasks_alike();
    std::vector<std::string> names_in_quotes_;
    std::vector<std::vector<std::uint32_t>> tasks_alike_;
    std::vector<View> views_;
    std::vector<std::vector<model::TransferId>> transfers_;
    std::vector<model::TransferId> by_place_;  ///< every row, by the place of its sentence
};

/// Whether an answer only goes with that of the function it follows (D29): no sentence of its chain names it.
bool only_follows(const model::Model& model, std::uint32_t function, const graph::Answer& answer);

/// Whether a refused transfer is a mistake (B06): not where a chain that another organ waits for just never arrives.
bool not_competent(const Subject& subject, const Subject::View& view, const graph::Refused& refused);

/// The functions a sentence names that none of its tasks needs (B11).
BitSet functions_not_needed(const Subject& subject, const model::Transfer& transfer);

BitSet tasks_of(const model::Model& model, const Cause& cause);
BitSet functions_of(const model::Model& model, const Cause& cause);
/// Each once, in order of the cells.
std::vector<model::PartyId> participants_of(const Cause& cause);

}  // namespace belegd::checks
