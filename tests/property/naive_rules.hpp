#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

/// The naive reference for rules: what dsl/reference/nl/regels.md says, for one thing after another. It knows nothing of
/// src/: models and rules are written as text for belegd and as these trees for the reference.
namespace belegd::naive {

struct Thing;

/// What a thing tells when it is asked for an attribute.
struct Told {
    enum class Is : std::uint8_t { unknown, nothing, number, length, things } is = Is::unknown;
    long long number = 0;  ///< a day, cents, how many, or the place of a title in a list
    int months = 0, days = 0;
    std::vector<const Thing*> things{};
    bool others = false;  ///< the list may have others
};
Told unknown();
Told nothing();
Told number(long long value);
Told length(int months, int days);
Told things(std::vector<const Thing*> all, bool others = false);
Told told(std::optional<Day> day, const Told& otherwise);

/// A cooperation, sentence, participant, party or cost of a model.
struct Thing {
    std::string name;
    std::map<std::string, Told> attributes{};
    std::optional<Day> from{}, until{};  ///< the days of the act; neither for what has none
};

/// What a rule asks, with the words in which it stands there.
struct Question {
    std::string word;  ///< `en`, `bestaat`, `<`, `is vermeld` …; of a leaf: `attribute`, `constant`, `plus`, `minus`
    std::vector<Question> parts{};
    std::string text{};                       ///< of a constant, as written
    std::string variable{}, kind{};           ///< of an attribute whose it is, of a list what is bound
    std::vector<std::string> attributes{};    ///< `t.samenwerking.begin`: one after the other
    std::map<std::string, Told> constants{};  ///< `value`
};
std::string written(const Question& question);

struct NaiveRule {
    struct About {
        std::string kind, variable, of;  ///< `of`: the variable whose list it runs through, or nothing
        std::string list;
    };
    struct Step {
        bool required;
        std::string noem{};  ///< a name that goes before
        Question named{}, question;
    };
    std::string code;
    std::vector<About> about;
    std::vector<Step> steps;
    std::optional<Day> from{}, until{};  ///< when it is the law
    bool in_force = false;               ///< `gedurende de looptijd`
};
std::string written(const NaiveRule& rule);

struct NaiveModel {
    std::string text;
    std::deque<Thing> all{};
    std::map<std::string, std::vector<const Thing*>> kinds{};
};

/// `H-01 dienst/Oost: found`, for every case of a rule; sorted.
std::vector<std::string> cases(const NaiveModel& model, const NaiveRule& rule);

}  // namespace belegd::naive
