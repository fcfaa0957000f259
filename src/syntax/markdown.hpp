#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Markdown as the host of a model: the fenced blocks marked `belegd` are the model, the prose is what is told with it.
namespace belegd::syntax {

/// What a line of Markdown is.
enum class MarkdownLine : std::uint8_t {
    prose,
    comment,       ///< begins with `<!--`
    fence,         ///< opens or closes a block
    model_begins,  ///< opens a block marked `belegd`
    model,         ///< inside such a block
    code           ///< inside another block or a comment
};

/// One line: bytes [begin, end) without its end; what stands before `content` belongs to the list or the quotation that
/// the line is part of.
struct LineOfMarkdown {
    MarkdownLine kind;
    std::uint32_t begin, content, end;
};
std::vector<LineOfMarkdown> lines_of_markdown(std::string_view text);

/// Whether a file of this name is Markdown (`.md`, `.markdown`).
bool is_markdown(std::string_view name);

/// Whether there is a block marked `belegd`, be it empty.
bool has_model(std::string_view markdown);

/// The text up to the end of the last block marked `belegd`, with blanks for everything that is not model; line ends
/// stay, so that every offset and every line is that of the Markdown.
std::string model_text(std::string_view markdown);

}  // namespace belegd::syntax
