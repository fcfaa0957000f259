#pragma once

#include "report/frame.hpp"

/// What goes where when one situation makes way for another.
namespace belegd::report {

/// A situation on the day of a frame. Both sides of a comparison may be of one model or of two.
struct Side {
    const Frame& frame;
    model::VariantId variant;
    Text name;   ///< `huidig`, `1 januari 2024`: above a column
    Text whole;  ///< with its status, and its day
};

/// Losses first: what nobody does any more, what leaves whom, what comes to whom, what changes title, what stays; then
/// what it takes in order of the days, what is open then, and what it costs. Parties, tasks and functions of two models
/// are the same when they are called so.
Document compared(const Side& before, const Side& after);

/// Of the same only what becomes of the work, below a heading.
void compared_work(Document& out, const Side& before, const Side& after, const Text& heading);

}  // namespace belegd::report
