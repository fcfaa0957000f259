#pragma once

#include "rules/rule_facts.hpp"

/// What is asked when the model does not state what a rule waits for, and what may be written to answer it.
namespace belegd::rules {

/// One possible answer to a question, and the line of the model that says it.
struct Answer {
    Text says;   ///< `ja`; empty where the line itself is the answer
    Text where;  ///< in or behind what the line is written; empty: on a line of its own
    Text line;   ///< in the language of the model; `…` stands for what only the writer knows
    bool operator==(const Answer&) const = default;

    /// Whether the line still leaves something to the writer.
    bool is_open() const { return line.nl.find("…") != std::string::npos; }
    /// The line, with `(kies zelf)` behind it where it leaves something open.
    Text written() const;
};

/// A fact as a question: `welke vorm heeft ‘dienst’?`
Text asked(const RuleFacts& facts, const Silent& fact);

/// The answers that a question about these facts can have; none for a fact that no one sentence states.
std::vector<Answer> answers_of(const Subject& subject, const std::vector<Silent>& facts);

}  // namespace belegd::rules
