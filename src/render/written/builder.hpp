#pragma once

#include <string>
#include <string_view>

#include "render/written/written.hpp"

namespace belegd::render {

/// With one blank wherever blanks, ends of lines or hard blanks are, and none at the ends.
std::string tidied_words(std::string_view text);

/// What lies deeper than this is no words of a document: a reader goes no further, whatever somebody made.
inline constexpr int kDeepest = 256;

/// Gathers what a reader of one form comes upon.
class WrittenBuilder {
   public:
    void heading(std::string_view text);
    void line(std::string_view text);
    /// The rows that follow belong to a new table.
    void begin_table() { part().tables.emplace_back(); }
    void columns(std::vector<std::string> names) { table().columns = std::move(names); }
    void row(std::vector<std::string> cells) { table().rows.push_back(std::move(cells)); }

    Written take() { return std::move(out_); }

   private:
    Written::Part& part();
    /// The last one; a new one where a heading stands within a table.
    Written::Table& table();

    Written out_;
};

}  // namespace belegd::render
