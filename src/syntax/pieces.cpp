#include "syntax/pieces.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/fold.hpp"
#include "base/source.hpp"
#include "syntax/numbers.hpp"

namespace belegd::syntax {
namespace {

using Sort = Piece::Sort;

class Cutter {
   public:
    Cutter(std::string_view text, const Tree& tree, const Lexicon& lexicon, const std::vector<Stretch>& kept)
        : text_(text), tree_(tree), lexicon_(lexicon) {
        relate();
        paint();
        find_opaque(kept);
        find_keywords();
    }

    Pieces run() {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = line_start_ = 3;
        while (at_ < text_.size()) step();
        out_.last = std::move(comments_);
        find_joints();
        return std::move(out_);
    }

   private:
    Kind kind(std::uint32_t node) const { return tree_[node].kind; }

    void relate() {
        const auto count = tree_.nodes.size();
        out_.parent.assign(count, 0);
        out_.item.assign(count, 0);
        out_.level.assign(count, 0);
        std::vector<std::uint32_t> open;
        for (std::uint32_t node = 0; node < count; ++node) {
            while (!open.empty() && tree_[open.back()].next <= node) open.pop_back();
            const auto parent = open.empty() ? 0 : open.back();
            out_.parent[node] = parent;
            const bool directly = kind(parent) == Kind::document || kind(parent) == Kind::block;
            out_.item[node] = node == 0 ? 0 : directly ? node : out_.item[parent];
            out_.level[node] = out_.level[parent] + (kind(parent) == Kind::block ? 1 : 0);
            open.push_back(node);
        }
    }

    void paint() {
        owner_.assign(text_.size(), 0);
        for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node)
            std::fill(owner_.begin() + tree_[node].begin, owner_.begin() + tree_[node].end, node);
    }

    /// Text of its own, besides its braces, in a block without statements: what lies too deep to be read.
    bool unread_block(std::uint32_t node) const {
        if (kind(node) != Kind::block || tree_[node].next != node + 1) return false;
        bool comment = false;
        for (auto at = tree_[node].begin + 1; at < tree_[node].end; ++at) {
            const char c = text_[at];
            if (c == '\n') comment = false;
            if (c == '#') comment = true;
            if (comment || c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
            if (is_blank(folded_character(text_.substr(at)).character) || (c & 0xC0) == 0x80) continue;
            if (c != '}' || at + 1 != tree_[node].end) return true;
        }
        return false;
    }

    void find_opaque(const std::vector<Stretch>& kept) {
        auto found = kept;
        for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
            auto end = tree_[node].end;
            if (kind(node) == Kind::broken) {
                for (const auto child : tree_.children(node))
                    if (kind(child) == Kind::block) end = std::min(end, tree_[child].begin);
                // Between what could not be read and its block there may be comments.
                end = static_cast<std::uint32_t>(std::min<std::size_t>(end, text_.find('#', tree_[node].begin)));
            } else if (!unread_block(node)) {
                continue;
            }
            found.push_back({tree_[node].begin, end});
        }
        std::sort(found.begin(), found.end(),
                  [](Stretch a, Stretch b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
        for (auto each : found) {
            while (each.end > each.begin &&
                   std::string_view(" \t\r\n").find(text_[each.end - 1]) != std::string_view::npos)
                --each.end;
            if (each.begin < each.end && (opaque_.empty() || opaque_.back().end <= each.begin)) opaque_.push_back(each);
        }
    }

    bool in_opaque(std::uint32_t at) const {
        const auto after = std::upper_bound(opaque_.begin(), opaque_.end(), at,
                                            [](std::uint32_t a, Stretch b) { return a < b.begin; });
        return after != opaque_.begin() && (after - 1)->end > at;
    }

    /// Where the phrase stands that gave a node its word: the first place in the node's own text that reads as it.
    void find_keywords() {
        Lexicon::Match found[Lexicon::kMost];
        for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
            const auto& its = tree_[node];
            if (its.word == Word::none || !own_word(its.kind) || in_opaque(its.begin)) continue;
            bool inside = false;
            for (auto at = its.begin; at < its.end; ++at) {
                if ((text_[at] & 0xC0) == 0x80) continue;
                const auto character = folded_character(text_.substr(at)).character;
                const bool was_inside = std::exchange(inside, is_word_character(character));
                if (owner_[at] != node || was_inside || is_blank(character)) continue;
                const auto count = lexicon_.matches(text_.substr(at, its.end - at), tree_.language, found);
                const auto* match =
                    std::find_if(found, found + count, [&](const auto& m) { return m.word == its.word; });
                if (match == found + count) continue;
                keywords_[at] = {at, at + match->length};
                break;
            }
        }
    }

    void step() {
        const auto opaque = std::lower_bound(opaque_.begin(), opaque_.end(), at_,
                                             [](Stretch a, std::uint32_t b) { return a.begin < b; });
        if (opaque != opaque_.end() && opaque->begin == at_) return add(Sort::opaque, opaque->end);
        const char c = text_[at_];
        if (c == '\n' || (c == '\r' && text_.substr(at_).starts_with("\r\n"))) {
            at_ += c == '\n' ? 1 : 2;
            ++line_;
            line_start_ = at_;
            blanks_ = 0;
            ++newlines_;
            return;
        }
        const auto [character, bytes] = folded_character(text_.substr(at_));
        if (is_blank(character)) {
            at_ += bytes;
            ++blanks_;
            return;
        }
        const auto node = owner_[at_];
        const bool begins = tree_[node].begin == at_;
        if (begins && kind(node) == Kind::string) return add(Sort::string, tree_[node].end);
        if (c == '#') return comment();
        if (begins && kind(node) == Kind::name && tree_[node].next == node + 1) return add(Sort::name, tree_[node].end);
        if (begins && (kind(node) == Kind::number || kind(node) == Kind::amount))
            return add(Sort::figure, tree_[node].end);
        if (const auto found = keywords_.find(at_); found != keywords_.end())
            return add(Sort::keyword, found->second.end);
        // `eerste lid` is moved as a whole.
        if (begins && kind(node) == Kind::reference_part && tree_[node].word == Word::paragraph &&
            ordinal_at(text_.substr(at_, tree_[node].end - at_)))
            return add(Sort::keyword, tree_[node].end);
        if (c == ',') return add(Sort::comma, at_ + 1);
        if (c == '{' && begins && kind(node) == Kind::block) return add(Sort::opens, at_ + 1);
        if (c == '}' && (node == 0 || (kind(node) == Kind::block && tree_[node].end == at_ + 1)))
            return add(Sort::closes, at_ + 1);
        if (c == '/' && begins && kind(node) == Kind::translation) return add(Sort::word, at_ + 1);
        add(Sort::word, end_of_word(node, at_ + bytes));
    }

    /// Names that the file declares, folded.
    std::set<std::string> declared() const {
        std::set<std::string> out;
        for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
            const auto parent = out_.parent[node];
            const bool also = kind(parent) == Kind::entry && tree_[out_.parent[parent]].word == Word::also_called;
            const bool itself = kind(parent) == Kind::statement && has(tree_[parent].word, Declares);
            if (kind(node) == Kind::name && (also || itself))
                out.insert(folded(text_.substr(tree_[node].begin, tree_[node].end - tree_[node].begin)));
        }
        return out;
    }

    /// `college and raad`: the words that join names, where the names on both sides are known and no known name has the
    /// word in it.
    void find_joints() {
        const auto names = declared();
        for (const auto& piece : out_.all) {
            if (piece.sort != Sort::name) continue;
            std::vector<Stretch> words;
            for (auto at = piece.begin; at < piece.end;) {
                auto end = at;
                while (end < piece.end && !is_blank(folded_character(text_.substr(end)).character))
                    end += folded_character(text_.substr(end)).bytes;
                if (end > at) words.push_back({at, end});
                at = end == at ? at + folded_character(text_.substr(at)).bytes : end;
            }
            const auto known = [&](std::size_t from, std::size_t to) {
                const auto name = folded(text_.substr(words[from].begin, words[to].end - words[from].begin));
                return names.count(name) != 0 || lexicon_.knows(name);
            };
            for (std::size_t i = 1; i + 1 < words.size(); ++i) {
                if (!is_and(folded(text_.substr(words[i].begin, words[i].end - words[i].begin)))) continue;
                bool left = false, right = false, inside = false;
                for (std::size_t from = 0; from < i; ++from) left = left || known(from, i - 1);
                for (std::size_t to = i + 1; to < words.size(); ++to) right = right || known(i + 1, to);
                for (std::size_t from = 0; from <= i; ++from)
                    for (std::size_t to = i; to < words.size(); ++to) inside = inside || known(from, to);
                if (left && right && !inside) out_.joints.push_back(words[i]);
            }
        }
    }

    std::uint32_t end_of_word(std::uint32_t node, std::uint32_t at) const {
        for (; at < text_.size(); ++at) {
            if ((text_[at] & 0xC0) == 0x80) continue;
            const char c = text_[at];
            if (owner_[at] != node || c == '#' || c == '\n' || c == '{' || c == '}' || keywords_.count(at) != 0) break;
            if (c == '\r' && text_.substr(at).starts_with("\r\n")) break;
            if (is_blank(folded_character(text_.substr(at)).character) || in_opaque(at)) break;
            // `2,5` and `1.000,-` hold a comma of their own.
            if (c == ',' && !(is_digit(text_[at - 1]) && at + 1 < text_.size() && is_digit(text_[at + 1]))) break;
        }
        return at;
    }

    void comment() {
        auto end = at_;
        while (end < text_.size() && text_[end] != '\n' && !text_.substr(end).starts_with("\r\n")) ++end;
        auto said = text_.substr(at_, end - at_);
        while (said.ends_with(' ') || said.ends_with('\t')) said.remove_suffix(1);
        const bool own_line = newlines_ > 0 || out_.all.empty();
        comments_.push_back({std::string(said), own_line, newlines_ > 1});
        at_ = end;
        newlines_ = blanks_ = 0;
    }

    void add(Sort sort, std::uint32_t end) {
        const auto node = owner_[at_];
        Piece piece{sort, at_, end, node};
        piece.stray = sort == Sort::word && (node == 0 || kind(node) == Kind::statement || kind(node) == Kind::block ||
                                             kind(node) == Kind::clause || kind(node) == Kind::entry);
        piece.blanks = blanks_;
        piece.line = line_;
        piece.column = characters(text_.substr(line_start_, at_ - line_start_));
        piece.first_on_line = out_.all.empty() || newlines_ > 0 || !comments_.empty();
        piece.after_blank = newlines_ > 1;
        piece.comments = std::exchange(comments_, {});
        const auto inside = text_.substr(at_, end - at_);
        line_ += static_cast<std::uint32_t>(std::count(inside.begin(), inside.end(), '\n'));
        if (const auto last = inside.rfind('\n'); last != std::string_view::npos)
            line_start_ = at_ + static_cast<std::uint32_t>(last) + 1;
        out_.all.push_back(std::move(piece));
        at_ = end;
        newlines_ = blanks_ = 0;
    }

    std::string_view text_;
    const Tree& tree_;
    const Lexicon& lexicon_;
    Pieces out_;
    std::vector<std::uint32_t> owner_;  ///< of every byte: the innermost node
    std::vector<Stretch> opaque_;
    std::unordered_map<std::uint32_t, Stretch> keywords_;
    std::vector<Comment> comments_;
    std::uint32_t at_ = 0, line_ = 0, line_start_ = 0, blanks_ = 0, newlines_ = 0;
};

}  // namespace

Pieces pieces(std::string_view text, const Tree& tree, const Lexicon& lexicon, const std::vector<Stretch>& kept) {
    return Cutter(text, tree, lexicon, kept).run();
}

}  // namespace belegd::syntax
