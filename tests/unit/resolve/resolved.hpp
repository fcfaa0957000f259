#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/from_syntax.hpp"
#include "syntax/load.hpp"

/// Small models as texts, and what they resolve to as lines that people can read.
namespace belegd::resolved {

struct Resolved {
    /// `files` can be used by the model, by name.
    explicit Resolved(std::string text, const std::map<std::string, std::string>& files = {});

    Diagnostics diagnostics;
    syntax::Texts texts;
    model::Model model;

    /// A finding a line: `N01 3:5 wmoo`, with the text it points at; `taken.belegd:` goes before a place elsewhere.
    std::string said() const;

    const model::Party& party(std::string_view name) const;
    const model::Function& function(std::string_view name) const;
    const model::Task& task(std::string_view name) const;
    const model::Statute& statute(std::string_view name) const;
    const model::Form& form(std::string_view name) const;
    const model::Document& document(std::string_view name) const;
    /// The first version.
    const model::Cooperation& cooperation(std::string_view name) const;
    const model::Variant& variant(std::string_view name) const;

    /// `beleid, ict`: the fewest names for a set of leaves.
    std::string functions(const BitSet& leaves) const;
    std::string tasks(const BitSet& leaves) const;

    /// A row a line: `dienst/1 mandates uitvoering of hulp to bestuur van dienst`, then what else it says.
    std::string transfers() const;
    /// A participant a line: `college van Oost`, with its days.
    std::string participants(const model::Cooperation& cooperation) const;
    std::string scopes(const model::Cooperation& cooperation) const;
};

/// `2020-01-01 to 2022-12-31`, the last day included; `always` when unbounded.
std::string days(Period period);
std::string names(const model::Model& model, const std::vector<model::PartyId>& parties);

/// Resolves a text that must give no finding.
Resolved sound(std::string text, const std::map<std::string, std::string>& files = {});

/// A domain of three tasks, and two municipalities.
inline const std::string kBasis =
    "domein zorg { vergt beleid, uitvoering, ict\n taak hulp\n taak opvang\n taak steun }\n"
    "gemeente Oost\ngemeente West\n";

}  // namespace belegd::resolved
