#include "syntax/markdown.hpp"

#include <algorithm>

#include "base/fold.hpp"

namespace belegd::syntax {
namespace {

constexpr std::string_view kMark = "belegd";

/// A place in a line, with the column that tabs bring it to.
struct Cursor {
    std::string_view text;
    std::uint32_t at, end;
    std::uint32_t column = 0;

    char next() const { return at < end ? text[at] : '\0'; }
    bool blank() const { return next() == ' ' || next() == '\t'; }
    void step() {
        column += next() == '\t' ? 4 - column % 4 : 1;
        ++at;
    }
    /// Goes past blanks, at most so many columns; gives how many it went.
    std::uint32_t skip_blanks(std::uint32_t most = ~0u) {
        const auto start = column;
        while (blank() && column - start < most) step();
        return column - start;
    }
    bool done() const { return at == end; }
    std::string_view rest() const { return text.substr(at, end - at); }
};

/// A quotation, or an item of a list whose text is indented by `width`.
struct Container {
    bool quotation;
    std::uint32_t width;
};

/// Three or more of one mark, and what is said behind them.
struct Fence {
    char mark = '\0';
    std::size_t length = 0;
    std::string_view info;
};

Fence fence_at(std::string_view rest) {
    if (rest.empty() || (rest.front() != '`' && rest.front() != '~')) return {};
    const auto length = std::min(rest.find_first_not_of(rest.front()), rest.size());
    if (length < 3) return {};
    const auto info = rest.substr(length);
    // A grave accent behind it makes it code within a sentence.
    if (rest.front() == '`' && info.find('`') != std::string_view::npos) return {};
    return {rest.front(), length, info};
}

bool marks_model(std::string_view info) {
    const auto begin = std::min(info.find_first_not_of(" \t"), info.size());
    const auto end = std::min(info.find_first_of(" \t", begin), info.size());
    return folded(info.substr(begin, end - begin)) == kMark;
}

/// Reads the blocks of a text line by line, as CommonMark does: which containers go on, which begin, what is in them.
class Reader {
   public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::vector<LineOfMarkdown> lines() {
        std::vector<LineOfMarkdown> out;
        for (std::uint32_t begin = 0; begin < text_.size();) {
            const auto found = std::min(text_.find('\n', begin), text_.size());
            auto end = static_cast<std::uint32_t>(found);
            if (end > begin && text_[end - 1] == '\r') --end;
            const auto start = begin == 0 && text_.starts_with("\xEF\xBB\xBF") ? std::uint32_t{3} : begin;
            Cursor cursor{text_, start, end};
            const auto kind = line(cursor);
            out.push_back({kind, begin, cursor.at, end});
            begin = static_cast<std::uint32_t>(found + 1);
        }
        return out;
    }

   private:
    MarkdownLine line(Cursor& cursor) {
        go_on(cursor);
        if (open_.mark != '\0') return inside(cursor);
        if (in_comment_) {
            close_comment(cursor);
            return MarkdownLine::code;
        }
        begin_containers(cursor);
        auto content = cursor;
        if (content.skip_blanks() > 3) return MarkdownLine::prose;
        if (const auto fence = fence_at(content.rest()); fence.mark != '\0') {
            open_ = fence;
            model_ = marks_model(fence.info);
            return model_ ? MarkdownLine::model_begins : MarkdownLine::fence;
        }
        if (content.rest().starts_with("<!--")) {
            in_comment_ = true;
            close_comment(cursor);
            return MarkdownLine::comment;
        }
        return MarkdownLine::prose;
    }

    /// The containers that this line is still part of; a block ends with the container it stands in.
    void go_on(Cursor& cursor) {
        std::size_t kept = 0;
        for (; kept < containers_.size(); ++kept) {
            auto next = cursor;
            if (containers_[kept].quotation) {
                if (next.skip_blanks() > 3 || next.next() != '>') break;
                next.step();
                next.skip_blanks(1);
            } else {
                const auto skipped = next.skip_blanks(containers_[kept].width);
                if (skipped < containers_[kept].width && !next.done()) break;
            }
            cursor = next;
        }
        if (kept == containers_.size()) return;
        containers_.resize(kept);
        open_ = {};
        in_comment_ = false;
    }

    void begin_containers(Cursor& cursor) {
        while (containers_.size() < kDeepest) {
            auto next = cursor;
            const auto indent = next.skip_blanks();
            if (indent > 3) return;
            if (next.next() == '>') {
                next.step();
                next.skip_blanks(1);
                containers_.push_back({true, 0});
            } else if (const auto mark = list_mark(next); mark > 0) {
                for (std::uint32_t i = 0; i < mark; ++i) next.step();
                auto content = next;
                const auto blanks = content.skip_blanks();
                const bool plain = blanks <= 4 && !content.done();
                if (plain)
                    next = content;
                else
                    next.skip_blanks(1);
                containers_.push_back({false, indent + mark + (plain ? blanks : 1)});
            } else {
                return;
            }
            cursor = next;
        }
    }

    /// The length of `-`, `*`, `+`, `1.` or `1)` with a blank behind it, or 0.
    static std::uint32_t list_mark(Cursor cursor) {
        const auto start = cursor.at;
        if (std::string_view("-*+").find(cursor.next()) != std::string_view::npos && !cursor.done()) {
            cursor.step();
        } else {
            while (cursor.next() >= '0' && cursor.next() <= '9') cursor.step();
            if (cursor.at == start || cursor.at - start > 9 || (cursor.next() != '.' && cursor.next() != ')')) return 0;
            cursor.step();
        }
        return cursor.blank() || cursor.done() ? cursor.at - start : 0;
    }

    MarkdownLine inside(const Cursor& cursor) {
        auto content = cursor;
        if (content.skip_blanks() <= 3) {
            const auto fence = fence_at(content.rest());
            if (fence.mark == open_.mark && fence.length >= open_.length &&
                fence.info.find_first_not_of(" \t") == std::string_view::npos) {
                open_ = {};
                return MarkdownLine::fence;
            }
        }
        return model_ ? MarkdownLine::model : MarkdownLine::code;
    }

    void close_comment(const Cursor& cursor) {
        if (cursor.rest().find("-->") != std::string_view::npos) in_comment_ = false;
    }

    static constexpr std::size_t kDeepest = 64;

    std::string_view text_;
    std::vector<Container> containers_;
    Fence open_;  ///< of the block we are in
    bool model_ = false, in_comment_ = false;
};

}  // namespace

std::vector<LineOfMarkdown> lines_of_markdown(std::string_view text) { return Reader(text).lines(); }

bool is_markdown(std::string_view name) {
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos) return false;
    const auto ending = folded(name.substr(dot + 1));
    return ending == "md" || ending == "markdown";
}

bool has_model(std::string_view markdown) {
    const auto lines = lines_of_markdown(markdown);
    return std::any_of(lines.begin(), lines.end(),
                       [](const LineOfMarkdown& line) { return line.kind == MarkdownLine::model_begins; });
}

std::string model_text(std::string_view markdown) {
    std::string out;
    const auto blanks_to = [&](std::size_t end) {
        while (out.size() < end) {
            const auto rest = markdown.substr(out.size());
            out += rest.starts_with('\n') || rest.starts_with("\r\n") ? rest.front() : ' ';
        }
    };
    for (const auto& line : lines_of_markdown(markdown)) {
        if (line.kind != MarkdownLine::model) continue;
        blanks_to(line.content);
        out += markdown.substr(line.content, line.end - line.content);
    }
    // With the end of its last line, as a text of its own would have.
    const auto end = markdown.find('\n', out.size());
    if (!out.empty() && end != std::string_view::npos) blanks_to(end + 1);
    return out;
}

}  // namespace belegd::syntax
