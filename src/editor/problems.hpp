#pragma once

#include <string>
#include <vector>

#include "editor/workspace.hpp"

namespace belegd::editor {

/// A way out of a problem that writes itself.
struct Fix {
    Text title;
    std::vector<Edit> edits;
    bool choice = false;  ///< one of several that the model does not choose between
};

/// A finding as an editor shows it.
struct Problem {
    struct Related {
        Location at;
        Text text;
    };
    Location at;
    Severity severity = Severity::note;
    std::string code, id;
    Text name;     ///< of the code: `onbelegd`
    Text message;  ///< with for whom and when, why, and what to do where no fix does it
    std::vector<Related> related;
    std::vector<Fix> fixes;
    bool accepted = false;  ///< the model lets it stand, and the message says why
};

/// What belegd finds in a model, file by file in the order of the text. What lies in the library is told at the beginning
/// of the model. Questions are no findings.
std::vector<Problem> problems(const analysis::Analysis& analysis);

/// A change that a remedy makes, as an edit.
Edit edit_of(const analysis::Analysis& analysis, Span span, std::string text);

}  // namespace belegd::editor
