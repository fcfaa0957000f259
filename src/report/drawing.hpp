#pragma once

#include <optional>
#include <vector>

#include "report/appendix/work.hpp"

/// Who does what for whom, as boxes and arrows: what a drawing shows, in no form and without places.
namespace belegd::report {

struct Drawing {
    /// Of two situations: what only the first has, what only the second has, what both have. Of one situation all stays.
    enum class Change : std::uint8_t { stays, goes, comes };

    /// A part of the work.
    struct Line {
        MarkedAs mark = MarkedAs::own;
        Change change = Change::stays;
        Text part;    ///< `beschikking van bijstand`, and for whom where that is not everybody of the arrow
        Text how;     ///< what the matrix says behind the mark
        WorkRow row;  ///< which cells: `tasks_of` and `parties`
    };
    struct Box {
        Text title;                                ///< `Leiden`, `3 gemeenten: …`
        std::vector<model::PartyId> parties = {};  ///< of an owner: whose answers are equal throughout
        bool nobody = false;                       ///< stands for nobody, or for who cannot be named
        std::vector<Line> own = {};                ///< what stays with them, or goes no further than their own people
    };
    struct Cooperation {
        Text title, form;                            ///< no title: what is given outside any cooperation
        std::vector<model::CooperationId> all = {};  ///< first versions; several when one chain goes through them
    };
    /// From whose task it is to who does it; several do it together, beside each other or in contradiction.
    struct Arrow {
        std::vector<std::size_t> from, to;  ///< in `owners` and in `doers`
        Text whose;                         ///< all those whose it is
        std::size_t cooperation = 0;
        Change change = Change::stays;
        std::vector<Line> lines;
    };

    Text title;
    Text about;               ///< for whom, on which day, in which situation
    std::vector<Text> said;   ///< what is to be known besides: what is left out, what the day does not say
    Text legend;              ///< what the marks of titles mean that are used
    bool difference = false;  ///< of two situations
    bool crowded = false;     ///< too much for a box for each group of equals: by cooperation
    std::vector<Box> owners, doers;
    std::vector<Cooperation> cooperations;
    std::vector<Arrow> arrows;
};

/// The drawing of an overview: of its first situation, or of the difference between its first two.
Drawing drawing(const analysis::Analysis& analysis, const model::Overview& what, bool difference);

/// `mandaat: `, `nieuw, mandaat: `: what stands before a part.
Text lead_of(const Drawing& drawing, const Drawing::Line& line);
/// The same facts as a table.
Document drawing_in_words(const Drawing& drawing);

}  // namespace belegd::report
