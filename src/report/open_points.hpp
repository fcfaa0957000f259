#pragma once

#include "report/frame.hpp"

namespace belegd::report {

/// What is open or wrong in the situations of an overview on its day, for its municipalities, tasks and functions; what
/// an earlier situation showed already is not repeated.
void open_points(Document& out, const Frame& frame);

/// What is found about what an overview shows, on its day: each once, the gravest first, with why it may stand where the
/// model accepts it; and how many questions of rules are left.
struct OpenFindings {
    std::vector<Diagnostic> findings;
    long long questions = 0;
    long long later = 0, later_grave = 0;  ///< on other days
};
OpenFindings open_findings(const Frame& frame);
/// The same in the words of a subject that the causes of the frame are causes of too.
OpenFindings open_findings(const Frame& frame, const checks::Subject& in_words_of);
/// An error that is not accepted.
bool is_grave(const Diagnostic& worded);
/// What the model leaves out on purpose, and why, a line each.
std::vector<Text> left_out_said(const Frame& frame);

/// What is found about such cells on other days.
struct LaterPoint {
    Period days;
    Text text;
    Span from = {};  ///< the words that it is about
};
std::vector<LaterPoint> points_of_other_days(const Frame& frame);
/// From when on nobody, several or others than before do what the cells of the overview are about, on whatever day, in
/// the words of a subject that the causes of the frame are causes of too; what is accepted is none of these.
std::vector<LaterPoint> points_by_day(const Frame& frame, const checks::Subject& in_words_of);

}  // namespace belegd::report
