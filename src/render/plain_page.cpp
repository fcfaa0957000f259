#include "render/plain_page.hpp"

#include <vector>

#include "base/text.hpp"
#include "render/wrap.hpp"

namespace belegd::render {
namespace {

class PlainPage {
   public:
    PlainPage(std::string_view markdown, std::size_t width) : rest_(markdown), width_(width) {}

    std::string said() {
        while (!rest_.empty()) {
            const auto end = std::min(rest_.find('\n'), rest_.size());
            line(rest_.substr(0, end));
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
        }
        paragraph();
        return out_;
    }

   private:
    void line(std::string_view text) {
        if (text.starts_with("```") || text.starts_with("~~~")) {
            paragraph();
            if (!fenced_) begin();
            fenced_ = !fenced_;
            return;
        }
        if (fenced_) {
            out_ += text.empty() ? "\n" : "    " + std::string(text) + "\n";
            return;
        }
        if (text.starts_with('#')) return heading(text);
        if (text.empty()) return paragraph();
        if (text.starts_with("- ") || text.starts_with("* ")) {
            paragraph();
            item_ = true;
            text.remove_prefix(2);
        }
        while (text.starts_with(' ')) text.remove_prefix(1);
        paragraph_ += (paragraph_.empty() ? "" : " ") + std::string(text);
    }

    void heading(std::string_view text) {
        paragraph();
        begin();
        const auto level = std::min(text.find_first_not_of('#'), text.size());
        text.remove_prefix(std::min(level + 1, text.size()));
        const auto words = without_marks(text);
        out_ += words + "\n" + repeated(level == 1 ? "═" : "─", display_width(words)) + "\n";
        item_before_ = false;
    }

    void paragraph() {
        if (paragraph_.empty()) return;
        // The points of a list stand under each other.
        if (!item_ || !item_before_) begin();
        const auto lead = item_ ? std::size_t{2} : std::size_t{0};
        bool first = true;
        for (const auto& each : wrapped(without_marks(paragraph_), width_ - lead)) {
            if (item_) out_ += first ? "• " : "  ";
            out_ += each + "\n";
            first = false;
        }
        item_before_ = item_;
        item_ = false;
        paragraph_.clear();
    }

    void begin() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += "\n";
    }

    std::string_view rest_;
    std::size_t width_;
    std::string out_, paragraph_;
    bool fenced_ = false, item_ = false, item_before_ = false;
};

}  // namespace

std::string plain_page(std::string_view markdown, std::size_t width) { return PlainPage(markdown, width).said(); }

}  // namespace belegd::render
