#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/criteria.hpp"
#include "report/overview.hpp"

/// Who decides what, and whose consent is needed, as one sees it on a day.
namespace belegd::report {

struct DecisionList {
    /// How far it is: what is meant or expected is not decided.
    enum class Standing : std::uint8_t { decided, open, refused, lapsed, cannot_be_said };
    struct Step {
        Text title, by, kind;  ///< the kind may be empty: not stated
        std::vector<Text> before, effects;
        std::vector<Text> needs;  ///< what it needs in the board that takes it
        Standing standing = Standing::open;
        Text said;                  ///< the standing in words
        std::optional<Day> latest;  ///< the last day on which it is in time
        Text by_when;               ///< the same in words; empty: not stated
        bool late = false;
        Text situation;  ///< empty where there is one
        std::vector<Origin> origins;
    };
    /// Something for which somebody has to permit or consent.
    struct Consent {
        Text act, by, kind, basis;
        Standing standing = Standing::open;
        Text said;
        std::optional<Day> latest;
        Text by_when;
        bool late = false;
        Text situation;
        std::vector<Origin> origins;
    };
    /// What a choice is judged by, in one situation.
    struct Rule {
        struct Criterion {
            Text title, said;
            model::Criterion::Verdict verdict;
            bool desirable = false;
        };
        Text title, said;  ///< `said`: what follows
        model::Outcome outcome;
        std::vector<Criterion> criteria;
        Text situation;
        std::vector<Origin> origins;
    };
    /// How the boards of a cooperation decide, and what its amendment and dissolution need.
    struct Deciding {
        Text cooperation;
        std::vector<Text> said;
        Text situation;
        std::vector<Origin> origins;
    };
    Text title;
    Day looked_at;
    std::vector<Deciding> boards;
    std::vector<Rule> rules;
    std::vector<Step> steps;
    std::vector<Consent> consents;
    Document document;  ///< the same for people
};

/// Of what an overview is about, whatever day it is of.
DecisionList decision_list(const analysis::Analysis& analysis, const model::Overview& what, Day looked_at);

}  // namespace belegd::report
