#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/analysis.hpp"

/// Literate pages: prose with models between fences, and after a model the exact words that belegd says about it.
/// How a page is written stands in tests/cases/README.md, which is a page itself.
namespace belegd::literate {

/// One model of a page.
struct Case {
    enum class Role { plain, wrong, right, open, clean } role = Role::plain;
    bool certain = false;                        ///< counts only what is decided
    bool law = false;                            ///< the rules of the library are asked too
    std::string only;                            ///< only findings with this code are shown
    std::string text;                            ///< the bytes belegd reads
    std::map<std::string, std::string> files;    ///< what the model can use, by name
    std::size_t line = 0;                        ///< of the fence in the page, from 1
    std::optional<std::string> words;            ///< the check block; empty: there are no findings
    std::size_t words_begin = 0, words_end = 0;  ///< the lines of the check block, from 0
    /// A block of what a command prints, with its lines, from 0.
    struct Printed {
        std::string text;
        std::size_t begin = 0, end = 0;
    };
    std::optional<Printed> overview, questions, timeline, costs, decisions, repair, explain;
    bool annex = false;  ///< of the overview what stands behind it: cell by cell
    bool full = false;   ///< of the overview both
    std::string asked;   ///< what is explained
};

constexpr std::size_t kWidth = 100;
const Day kToday = *day_of(2026, 1, 1);  ///< on which the pages are read: acceptances may have expired

struct Page {
    std::string path;  ///< from the project's root
    std::vector<std::string> lines;
    std::vector<Case> cases;
    std::vector<std::string> faults;  ///< what is wrong with the page itself
};

/// The pages below a folder, by path.
std::vector<Page> pages(const std::string& folder);
/// The page with a path from the project's root; without cases when it is not there or holds no model.
Page page_at(const std::string& path);

/// Holds each model of a page against its words, as part of a test case, or writes what belegd says now into the page.
void check(Page& page);

/// What belegd knows of a model, and what it says about it at a width of 100; empty when there is nothing to say.
/// A byte that is not UTF-8 is written as in a page: `\xEB`.
std::unique_ptr<analysis::Analysis> analysis(const Case& one);
std::string words(const analysis::Analysis& analysis, const std::string& only = {});

/// What `belegd questions` prints of a model.
std::string questions(const analysis::Analysis& analysis, const std::string& only = {});

/// What `belegd timeline` prints of a model on the day on which pages are read.
std::string timeline(const analysis::Analysis& analysis);
/// What `belegd costs` prints of a model.
std::string costs(const analysis::Analysis& analysis);
/// What `belegd decisions` prints of it, on that day.
std::string decisions(const analysis::Analysis& analysis);

/// What `belegd repair` prints of it.
std::string repair(const Case& one, const analysis::Analysis& analysis);

/// What `belegd explain` prints of something in it.
std::string explain(const analysis::Analysis& analysis, const std::string& asked);

/// The first overview of a model, or the whole of it when it declares none.
/// `annex` is what `--full` adds to it, `full` both.
std::string overview(const analysis::Analysis& analysis, bool annex = false, bool full = false);

/// The findings that a check block shows, as ids: `B01`.
bool shows(const std::string& words, Code code);

}  // namespace belegd::literate
