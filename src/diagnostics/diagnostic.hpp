#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/source.hpp"
#include "base/text.hpp"
#include "diagnostics/message.hpp"
#include "diagnostics/severity.hpp"

namespace belegd {

/// Every code that belegd can report; the table is catalogue.def.
enum class Code : std::uint8_t {
#define CODE(id, severity, nl, en) id,
#include "diagnostics/catalogue.def"
#undef CODE
};

/// The stage that a code tells of, its first letter.
enum class Stage : char { reading = 'L', names = 'N', coverage = 'B', rules = 'R', tests = 'U' };

struct CodeInfo {
    const char* id;  ///< B01
    Stage stage;
    Severity severity;
    Words name;  ///< onbelegd / unassigned
};
const CodeInfo& info(Code code);
/// Every code that can be shown: all but R00.
const std::vector<Code>& all_codes();

/// A place in a text with what it has to do with the finding.
struct Label {
    Span span;
    Text text;
};

/// One way out. None follows from the model alone: it is the reader's choice.
struct Remedy {
    Text text;
    Text line = {};       ///< the sentence to write, when that is all there is to it
    bool choice = false;  ///< one of several that the model does not choose between; said where there are others
    Text instead = {};    ///< what to write in the place that the finding is about, when that is all there is to it
};

/// What a rule that is written in the language calls its findings.
struct RuleMark {
    std::string code;  ///< W-14
    Text name;
    Severity severity;
    bool of_library = true;  ///< the model's own rules have no page
    /// So many facts, the last ones, say what follows and how the rule is known; those before them for whom and when.
    std::size_t consequences = 0;
};

/// Why a finding is let stand, and for how long.
struct Accepted {
    std::string reason;
    std::optional<Day> until = {};  ///< the first day on which it no longer is; absent: no end
};

/// One finding, in the order in which it is told: what is there, where, for whom and when, why, what to do.
struct Diagnostic {
    Code code;
    Text message;
    Label primary;
    std::vector<Label> related;
    std::vector<Text> facts;
    Text why;
    std::vector<Citation> citations;
    std::vector<Remedy> remedies;
    /// Code and names, never lines: the same finding keeps its id when the text moves.
    std::string id;
    /// Of a finding of a rule, whose code is R00: it goes by the rule's code, name and severity.
    std::optional<RuleMark> rule = {};
    /// When the model accepts it: then it is shown apart, and counts no more as an error, warning or note.
    std::optional<Accepted> accepted = {};

    /// What rules ask and the model does not state: no finding, and told apart (`belegd questions`).
    bool is_question() const { return code == Code::R01; }

    Severity severity() const { return rule ? rule->severity : info(code).severity; }
    std::string_view code_id() const { return rule ? std::string_view(rule->code) : info(code).id; }
    Text code_name() const { return rule ? rule->name : Text(info(code).name); }
};

/// Where every stage puts its findings.
class Diagnostics {
   public:
    void add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }
    const std::vector<Diagnostic>& items() const { return items_; }
    /// Takes them out.
    std::vector<Diagnostic> taken() && { return std::move(items_); }
    /// One more place of the finding that was added as number `at`.
    void also(std::size_t at, Label place) { items_[at].related.push_back(std::move(place)); }
    /// One more fact of it.
    void fact(std::size_t at, Text said) { items_[at].facts.push_back(std::move(said)); }
    void accept(std::size_t at, Accepted accepted) { items_[at].accepted = std::move(accepted); }
    /// Errors in reading or naming, after which the model is not to be trusted.
    bool unreadable() const;
    bool has_errors() const;
    /// How many findings there are; what is accepted or asked is none.
    std::size_t count(Severity severity) const;
    std::size_t accepted() const;
    /// By file, place and code; doubles (same code, place and message) are dropped.
    void sort();

   private:
    std::vector<Diagnostic> items_;
};

/// A label with nothing to say, for a primary place that speaks for itself.
inline Label at(Span span, Text text = {}) { return {span, std::move(text)}; }

}  // namespace belegd
