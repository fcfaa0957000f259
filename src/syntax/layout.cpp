#include "syntax/layout.hpp"

#include <map>

#include "base/source.hpp"
#include "syntax/columns.hpp"
#include "syntax/spelling.hpp"

namespace belegd::syntax {
namespace {

using Sort = Piece::Sort;

constexpr std::uint32_t kShortest = 50;  ///< where a line may be broken before a joining word

/// A piece on its line: what stands before it and whether the line may be broken there.
struct Part {
    enum class Break : std::uint8_t { no, comma, word };
    std::string text;
    std::string glue;  ///< when it goes on with the part before
    std::uint32_t column = Cell::kBody;
    std::uint32_t gap = 2;
    bool new_cell = false;
    bool aside = false;
    Break may_break = Break::no;
};

class Layout {
   public:
    Layout(std::string_view text, const Tree& tree, const Pieces& cut, Language language)
        : text_(text), tree_(tree), cut_(cut), language_(language) {
        for (const auto& piece : cut.all)
            if (piece.blanks > 1) wide_[piece.line].push_back(&piece);
    }

    std::vector<Line> lines() {
        for (at_ = 0; at_ < cut_.all.size(); ++at_) place(cut_.all[at_]);
        finish();
        for (const auto& each : cut_.last) comment(each, 0, 0);
        return std::move(lines_);
    }

   private:
    const Piece& here() const { return cut_.all[at_]; }
    std::uint32_t item(const Piece& piece) const { return cut_.item[piece.node]; }

    void place(const Piece& piece) {
        const auto its = item(piece);
        const bool structural = piece.sort == Sort::opens || piece.sort == Sort::closes;
        const bool starts = !structural && (parts_.empty() || its != item_ || piece.begin == tree_[its].begin);
        if (inline_end_ != 0) {
            append(piece);
            if (piece.begin >= inline_end_) inline_end_ = 0, finish();
            return;
        }
        if (starts) {
            comments_before(piece, cut_.level[its], 0);
            finish();
            item_ = its;
            line_.blank_before = piece.after_blank && !at_block_start_;
            begin(piece);
        } else if (piece.sort == Sort::opens) {
            if (parts_.empty() || its != item_) {
                comments_before(piece, cut_.level[its], 0);
                finish();
                item_ = its;
                line_.blank_before = piece.after_blank && !at_block_start_;
                begin(piece);
                opening(piece, {});
            } else {
                opening(piece, piece.comments);
            }
            return;
        } else if (piece.sort == Sort::closes) {
            const auto level = piece.node == 0 ? 0 : cut_.level[piece.node];
            comments_before(piece, level + 1, 0);
            finish();
            Line line;
            line.sort = Line::Sort::fixed;
            line.level = level;
            line.cells.push_back({"}"});
            put(std::move(line));
            return;
        } else if (piece.first_on_line) {
            const auto hang = hang_;
            std::vector<Comment> own;
            for (const auto& each : piece.comments)
                if (each.own_line || !line_.comment.empty())
                    own.push_back(each);
                else
                    line_.comment = each.text;
            finish();
            for (const auto& each : own) {
                Line line;
                line.sort = Line::Sort::comment;
                line.level = cut_.level[item_];
                line.hang = hang;
                line.in_lead = true;
                line.comment = each.text;
                put(std::move(line));
            }
            go_on(hang);
        }
        append(piece);
    }

    // ---- comments -------------------------------------------------------------------------------------------------
    void comments_before(const Piece& piece, std::uint32_t level, std::uint32_t hang) {
        for (const auto& each : piece.comments) comment(each, level, hang);
    }

    void comment(const Comment& comment, std::uint32_t level, std::uint32_t hang) {
        if (!comment.own_line) {
            if (!parts_.empty() && line_.comment.empty()) {
                line_.comment = comment.text;
                return;
            }
            if (parts_.empty() && !lines_.empty() && lines_.back().comment.empty()) {
                lines_.back().comment = comment.text;
                return;
            }
        }
        finish();
        Line line;
        line.sort = Line::Sort::comment;
        line.level = level;
        line.hang = hang;
        line.blank_before = comment.after_blank && !at_block_start_;
        line.comment = comment.text;
        put(std::move(line));
    }

    // ---- blocks ---------------------------------------------------------------------------------------------------
    /// The piece that closes the block which this one opens, or none.
    std::size_t closing(const Piece& opens) const {
        for (auto i = at_ + 1; i < cut_.all.size() && cut_.all[i].begin < tree_[opens.node].end; ++i)
            if (cut_.all[i].sort == Sort::closes && cut_.all[i].node == opens.node) return i;
        return cut_.all.size();
    }

    void opening(const Piece& piece, const std::vector<Comment>& comments) {
        if (at_ > 0 && unclosed(cut_.all[at_ - 1])) {
            finish();
            go_on(0);
        }
        std::vector<Comment> inside;
        for (const auto& each : comments)
            if (!each.own_line && line_.comment.empty())
                line_.comment = each.text;
            else
                inside.push_back(each);
        const auto close = closing(piece);
        const bool whole = close < cut_.all.size() && inside.empty() && cut_.all[close].comments.empty();
        if (whole && close == at_ + 1) {
            parts_.push_back({"{ }", " "});
            ++at_;
            finish();
            return;
        }
        if (whole && line_.comment.empty() && fits_on_line(piece, close)) {
            parts_.push_back({"{", " "});
            inline_end_ = cut_.all[close].begin;
            return;
        }
        parts_.push_back({"{", " "});
        line_.heading = true;
        if (!declares_) line_.sort = Line::Sort::fixed;
        const auto level = cut_.level[piece.node] + 1;
        finish();
        at_block_start_ = true;
        for (auto each : inside) {
            each.own_line = true;
            comment(each, level, 0);
        }
    }

    /// A text without its closing mark, which would take in what is put behind it.
    bool unclosed(const Piece& piece) const {
        const auto said = text_.substr(piece.begin, piece.end - piece.begin);
        return piece.sort == Sort::string && begins_quoted(said) && !within_quotes(said);
    }

    /// One short statement without a block, written on the line of its block.
    bool fits_on_line(const Piece& opens, std::size_t close) const {
        const auto block = opens.node;
        std::size_t statements = 0;
        for (const auto child : tree_.children(block)) {
            ++statements;
            for (auto inner = child; inner < tree_[child].next; ++inner)
                if (tree_[inner].kind == Kind::block || tree_[inner].kind == Kind::broken) return false;
        }
        if (statements != 1) return false;
        std::uint32_t width = cut_.level[item_] * 2;
        for (const auto& part : parts_) width += characters(part.text) + 1;
        for (auto i = at_ + 1; i <= close; ++i) {
            const auto& inside = cut_.all[i];
            if (inside.first_on_line || !inside.comments.empty() || inside.sort == Sort::opaque) return false;
            width += characters(written(text_, tree_, cut_, i, language_)) + 1;
        }
        return width <= kWidth && (at_ == 0 || !opens.first_on_line);
    }

    // ---- lines ----------------------------------------------------------------------------------------------------
    void begin(const Piece& piece) {
        line_.level = cut_.level[item_];
        line_.sort = Line::Sort::statement;
        line_.group = 0;
        hang_ = 0;
        continued_ = false;
        const auto& statement = tree_[item_];
        const bool whole = piece.sort == Sort::opaque;
        if (whole || statement.kind != Kind::statement) {
            line_.sort = Line::Sort::fixed;
            return;
        }
        const auto first = item_ + 1;
        const bool names =
            first < statement.next && (tree_[first].kind == Kind::name || tree_[first].kind == Kind::string);
        // `artikel 6 …` declares what has a number instead of a name; `vorm …` in a block is a clause.
        const auto shape = info(statement.word).shape;
        const bool numbered = (shape == Shape::Declared || shape == Shape::Place) && !has(statement.word, Clause);
        declares_ = (has(statement.word, Declares) || shape == Shape::Place) && (names || numbered);
        if (declares_ && line_.level > 0 && lead_is_wide()) declares_ = false;
        if (declares_) {
            line_.sort = Line::Sort::declaration;
            line_.group = 1 + static_cast<std::uint32_t>(statement.word);
        }
        has_lead_ = !declares_ && (line_.level > 0 || (has(statement.word, Verb) && lead_is_wide()));
    }

    /// Two blanks after the word that leads a declaration make it a line like the clauses around it.
    bool lead_is_wide() const {
        for (auto i = at_; i + 1 < cut_.all.size() && item(cut_.all[i]) == item_; ++i)
            if (leads(cut_.all[i])) return cut_.all[i + 1].blanks > 1;
        return false;
    }

    bool leads(const Piece& piece) const {
        return piece.sort == Sort::keyword && piece.node == item_ && tree_[item_].kind == Kind::statement;
    }

    /// The next line of the statement under way.
    void go_on(std::uint32_t hang) {
        line_.level = cut_.level[item_];
        line_.sort = declares_ ? Line::Sort::fixed : Line::Sort::statement;
        if (tree_[item_].kind != Kind::statement) line_.sort = Line::Sort::fixed;
        line_.group = 0;
        hang_ = hang;
        line_.continued = continued_ = true;
    }

    void put(Line line) {
        if (lines_.empty()) line.blank_before = false;
        lines_.push_back(std::move(line));
        at_block_start_ = false;
    }

    void finish() {
        if (parts_.empty()) return;
        std::size_t first = 0;
        for (bool more = true; more;) {
            const auto stop = where_to_break(first);
            more = stop < parts_.size();
            auto line = line_;
            if (more) line.comment.clear();
            assemble(line, first, stop);
            put(std::move(line));
            if (!more) break;
            line_.blank_before = false;
            line_.sort = line_.sort == Line::Sort::declaration ? Line::Sort::fixed : line_.sort;
            line_.continued = continued_ = true;
            first = stop;
        }
        parts_.clear();
        line_ = {};
        inline_end_ = 0;
    }

    void assemble(Line& line, std::size_t first, std::size_t stop) {
        const bool open = line.sort == Line::Sort::fixed;
        if (continued_ && has_lead_ && !open)
            line.cells.push_back({"", Cell::kLead});
        else if (continued_)
            line.hang = hang_;
        const auto in_row = line.cells.size();
        for (auto i = first; i < stop; ++i) {
            const auto& part = parts_[i];
            if (i == first || part.new_cell)
                line.cells.push_back(
                    {part.text, i == first && in_row > 0 ? Cell::kBody : part.column, part.gap, part.aside});
            else
                line.cells.back().text += part.glue + part.text;
        }
        if (line.cells.size() > in_row && in_row == 0 && line.cells[0].column > Cell::kBody)
            line.cells[0].column = Cell::kBody;
    }

    /// The part before which a line that is too long is broken; the end when it is not.
    std::size_t where_to_break(std::size_t first) const {
        auto at = line_.level * 2 + (continued_ ? hang_ : 0);
        std::size_t comma = parts_.size(), word = parts_.size();
        bool too_long = false;
        for (auto i = first; i < parts_.size(); ++i) {
            const auto& part = parts_[i];
            if (part.text.find('\n') != std::string::npos) return parts_.size();
            const auto before = at;
            if (i > first) at += part.new_cell ? part.gap : characters(part.glue);
            at += characters(part.text);
            if (at > kTooLong) too_long = true;
            if (i == first || before > kWidth) continue;
            if (part.may_break == Part::Break::comma && before > hang_ + 20) comma = i;
            if (part.may_break == Part::Break::word && before > kShortest) word = i;
        }
        if (!too_long) return parts_.size();
        return word < parts_.size() ? word : comma;
    }

    // ---- parts ----------------------------------------------------------------------------------------------------
    void append(const Piece& piece) {
        Part part{written(text_, tree_, cut_, at_, language_), {}};
        if (piece.sort == Sort::opaque && part.text.find('\n') != std::string::npos) line_.sort = Line::Sort::fixed;
        if (!parts_.empty()) {
            const auto& before = cut_.all[at_ - 1];
            part.glue = glue(before, piece);
            column(part, before, piece);
            if (inline_end_ == 0) {
                if (before.sort == Sort::comma) part.may_break = Part::Break::comma;
                if (joins(piece)) part.may_break = Part::Break::word;
            }
        } else if (has_lead_ && line_.sort == Line::Sort::statement && !continued_) {
            part.column = leads(piece) ? Cell::kLead : Cell::kBody;
        }
        if (!parts_.empty() && leads(piece) && has_lead_ && parts_.size() == 1 && !continued_) {
            // `moet mandateren`: both lead the line.
            parts_.front().column = Cell::kLead;
        }
        parts_.push_back(std::move(part));
        if (leads(piece) && !continued_ && inline_end_ == 0) remember_hang();
    }

    /// Where the statement goes on when it takes another line: under what follows its first word.
    void remember_hang() {
        std::uint32_t width = 0;
        for (const auto& part : parts_) width += (width == 0 ? 0 : 1) + characters(part.text);
        hang_ = width + (has_lead_ ? 2 : 1);
    }

    std::string glue(const Piece& before, const Piece& piece) const {
        const auto between = text_.substr(before.end, piece.begin - before.end);
        if (piece.sort == Sort::comma) return "";
        if (before.sort == Sort::comma || structural(before) || structural(piece)) return " ";
        if ((before.stray || piece.stray) && between.find('\n') == std::string_view::npos &&
            between.find('#') == std::string_view::npos)
            return std::string(between);
        const auto last = text_[before.end - 1], first = text_[piece.begin];
        const bool unread = before.sort == Sort::opaque || piece.sort == Sort::opaque;
        if ((last == '(' || first == ')') && !unread && between.find('\n') == std::string_view::npos) return "";
        if (!between.empty()) return " ";
        const auto apart = [](const Piece& each) {
            return each.sort == Sort::keyword || each.sort == Sort::figure || each.sort == Sort::name ||
                   each.sort == Sort::string;
        };
        const bool slash = last == '/' && tree_[before.node].kind == Kind::translation;
        return slash || (apart(before) && apart(piece)) ? " " : "";
    }
    static bool structural(const Piece& piece) { return piece.sort == Sort::opens || piece.sort == Sort::closes; }

    /// The part of the statement that begins with a piece; none when it begins nowhere.
    std::uint32_t beginning(const Piece& piece) const {
        auto found = std::uint32_t{0};
        for (auto node = piece.node; node != item(piece) && node != 0; node = cut_.parent[node])
            found = cut_.parent[node] == item(piece) && tree_[node].begin == piece.begin ? node : 0;
        return found;
    }

    void column(Part& part, const Piece& before, const Piece& piece) const {
        const bool in_own_block = item(piece) != item_;
        const auto node = beginning(piece);
        const auto kind = node == 0 ? Kind::document : tree_[node].kind;
        const bool source = kind == Kind::clause && info(tree_[node].word).shape == Shape::SourceRef;
        if (!in_own_block && leads(before) && !continued_) {
            if (has_lead_ && parts_.size() <= 2 && kind != Kind::certainty && !source) part.new_cell = true;
            return;
        }
        if (node == 0 || before.sort == Sort::comma || before.sort == Sort::opens) return;
        if (source) {
            part.column = Cell::kSource;
            part.new_cell = true;
        } else if (declares_ && !in_own_block && kind == Kind::string) {
            part.column = Cell::kTitle;
            part.gap = 1;
            part.new_cell = true;
        } else if (kind == Kind::translation) {
            part.column = Cell::kTitle + 1;
            part.new_cell = true;
        } else if (kind == Kind::clause || kind == Kind::certainty) {
            const auto word = tree_[node].word;
            part.column = Cell::kTitle + 2 + static_cast<std::uint32_t>(word);
            part.aside = kind == Kind::certainty;
            part.new_cell = (declares_ && !in_own_block && kind == Kind::clause && !has(word, Joins) &&
                             takes(tree_[item_].word, word)) ||
                            wide(piece);
        }
    }

    /// Two blanks before it, or one where a neighbouring line has the same word after more.
    bool wide(const Piece& piece) const {
        if (piece.blanks > 1) return true;
        for (const auto line : {piece.line - 1, piece.line + 1}) {
            const auto found = wide_.find(line);
            if (found == wide_.end()) continue;
            for (const auto* other : found->second)
                if (other->column == piece.column && tree_[other->node].word == tree_[piece.node].word &&
                    tree_[other->node].kind == tree_[piece.node].kind)
                    return true;
        }
        return false;
    }

    /// Whether the statement also goes on when the line ends before this piece.
    bool joins(const Piece& piece) const {
        const auto node = beginning(piece);
        if (node == 0 || tree_[node].kind != Kind::clause || !has(tree_[node].word, Joins)) return false;
        const auto statement = tree_[item_].word;
        const auto block = cut_.parent[item_];
        const auto outer = block == 0 ? Word::none : tree_[cut_.parent[block]].word;
        return takes(statement, tree_[node].word) || !takes(outer, tree_[node].word);
    }

    std::string_view text_;
    const Tree& tree_;
    const Pieces& cut_;
    Language language_;
    std::map<std::uint32_t, std::vector<const Piece*>> wide_;  ///< pieces after two blanks, by their line

    std::vector<Line> lines_;
    std::size_t at_ = 0;
    std::uint32_t item_ = 0;
    Line line_;  ///< under way, with
    std::vector<Part> parts_;
    std::uint32_t hang_ = 0;
    std::uint32_t inline_end_ = 0;  ///< where the block on this line closes
    bool declares_ = false, has_lead_ = false, continued_ = false, at_block_start_ = true;
};

}  // namespace

std::string laid_out(std::string_view text, const Tree& tree, const Pieces& cut, Language language) {
    const auto first = text.find('\n');
    const bool returns = first != std::string_view::npos && first > 0 && text[first - 1] == '\r';
    return aligned(Layout(text, tree, cut, language).lines(), returns ? "\r\n" : "\n");
}

}  // namespace belegd::syntax
