#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a document on disk says, whatever form it has and whoever saved it last: enough to hold it against another.
namespace belegd::render {

/// The words of a document in their order, without marks, notes numbers and layout.
struct Written {
    struct Table {
        std::vector<std::string> columns;            ///< empty where it has no row of names
        std::vector<std::vector<std::string>> rows;  ///< the first cell names the row
    };
    /// What stands under a heading; under an empty one what comes before the first.
    struct Part {
        std::string heading;  ///< without its number
        std::vector<std::string> lines;
        std::vector<Table> tables;
    };
    std::vector<Part> parts;
};

/// The words of a file of Word, of an OpenDocument text, of an HTML page; nothing where it is not one.
std::optional<Written> written_in_docx(const std::string& bytes);
std::optional<Written> written_in_odt(const std::string& bytes);
std::optional<Written> written_in_html(const std::string& bytes);
/// Whether belegd was built with a reader of HTML: it is not for Windows.
bool reads_html();

/// How a document that was made earlier differs from what would be made now.
struct Difference {
    enum class Kind {
        no_part,  ///< a part that is not there
        missing,  ///< a line or row that is not there
        extra,    ///< a line or row that would not be there now
        other     ///< a row that says something else in one of its columns
    } kind;
    std::string part;        ///< its heading
    std::string row;         ///< the line, or the name of the row
    std::string column;      ///< of `other`
    std::string found, now;  ///< of `other`: in the document, and as it would be
};

/// In order of the text. Parts and tables that only the earlier document has are its own: it may be a part of a larger
/// paper. Below a heading that both have everything counts.
std::vector<Difference> differences(const Written& earlier, const Written& now);

}  // namespace belegd::render
