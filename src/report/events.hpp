#pragma once

#include <cstdint>
#include <vector>

#include "report/frame.hpp"

namespace belegd::report {

/// Something that happens on a day, or on some day of a stretch, of what an overview shows.
struct Event {
    enum class Kind : std::uint8_t {
        begins,     ///< a cooperation, or a sentence of one
        changes,    ///< a new version of a cooperation
        joins,      ///< a participant, or who takes a package
        leaves,     ///< a participant
        ends,       ///< a cooperation, a sentence, what a decision gave
        notice,     ///< the last day on which notice is in time
        renewal,    ///< from here on it goes on by tacit renewal
        decision,   ///< taken on this day
        deadline,   ///< the last day for a decision or a step
        milestone,  ///< a step
        published,  ///< a text or a decision
        payment,    ///< what is paid once
        finding     ///< from here on something is open or wrong
    };
    Kind kind;
    Day day;            ///< by which it is ordered
    DateValue stretch;  ///< on which it happens; of a deadline the stretch that the paper names
    Text when, text;
    std::vector<model::VariantId> situations;  ///< of those of the overview, in their order
    std::vector<Span> from;                    ///< the sentences that say so
    bool goes_on = false;                      ///< a step that begins then; when it ends is not stated

    /// Whether its day is the last that is in time.
    bool is_deadline() const { return kind == Kind::notice || kind == Kind::deadline; }
};

/// What begins, changes, ends and is decided, in order of the days; what happens in several situations alike once.
std::vector<Event> events(const Frame& frame);
/// With publications, renewals, payments, what works back, what is found as of a day, and of what goes on on the day on
/// which one looks the next last day to give notice.
std::vector<Event> every_event(const Frame& frame, Day looked_at);

/// `elke`, or the names of its situations.
Text situations_said(const Frame& frame, const Event& event);
Text situations_named(const Frame& frame, const std::vector<model::VariantId>& situations);

/// The cooperations, by their first versions, that an overview ever shows in a situation.
std::vector<model::CooperationId> cooperations_shown(const Frame& frame, model::VariantId column);
/// Whether an overview that shows these cooperations tells of a decision.
bool tells_of(const Frame& frame, model::DecisionId decision, const std::vector<model::CooperationId>& firsts);

}  // namespace belegd::report
