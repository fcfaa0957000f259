#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "analysis/analysis.hpp"
#include "rules/answers.hpp"

namespace belegd::analysis {

/// What rules ask and the model does not state (R01), once for each fact, whoever asks it.
struct Question {
    struct Asker {
        std::uint32_t rule;
        Text depends;  ///< what follows when the answer is the wrong one; may be empty
    };
    struct Place {
        Span span;
        model::CooperationId cooperation;  ///< first version; invalid for words that stand in none
        Text about;                        ///< the name of the cooperation, or those words
        model::VariantId variant;          ///< in which it is asked; what the present asks is not asked again
    };
    Text text;
    bool in_own_words = false;  ///< a rule words it itself
    std::vector<Asker> askers;
    std::vector<Place> places;
    std::vector<Silent> facts;
    std::vector<rules::Answer> answers;
};

/// To which questions someone limits himself; what is absent does not.
struct QuestionsAsked {
    std::optional<model::VariantId> variant = {};
    std::optional<std::vector<model::PartyId>> parties = {};  ///< who take part in the cooperation
    std::function<bool(std::string_view)> rule = {};          ///< by code
    std::optional<std::set<Span>> places = {};                ///< where they are asked
};

/// The questions of a model in order of its text; those of which it accepts that they are open are only counted.
struct Questions {
    std::vector<Question> open;
    std::size_t accepted = 0;
};
Questions questions(const Analysis& analysis, const QuestionsAsked& asked = {});
/// How many of them are open, without wording them.
std::size_t count_of_questions(const Analysis& analysis, const QuestionsAsked& asked = {});

}  // namespace belegd::analysis
