#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace belegd::render {

/// A part of a line.
struct Piece {
    std::string text;
    bool address = false;  ///< of a page on the web: a reader may follow it
    bool strong = false;   ///< set apart from what follows
};

/// A line parted at the addresses that stand in it (`https://…`), which are valid by themselves: word processors take a
/// document with a broken address for a broken document. At least one piece.
std::vector<Piece> pieces(std::string_view line);

}  // namespace belegd::render
