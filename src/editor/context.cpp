#include "editor/context.hpp"

#include <algorithm>

#include "base/fold.hpp"

namespace belegd::editor {
namespace {

using syntax::Lexicon;
using syntax::Word;

bool begins_statement(Word word) { return syntax::has(word, syntax::Declares | syntax::Verb | syntax::Leads); }

/// Goes through a text as far as the place, statement by statement.
class Scan {
   public:
    Scan(std::string_view text, std::size_t at, Language language, const Lexicon& lexicon)
        : text_(text.substr(0, std::min(at, text.size()))), language_(language), lexicon_(lexicon) {}

    Context run() {
        out_.word = begin_of_word();
        while (at_ < text_.size() && !out_.in_text) step();
        if (out_.word == text_.size() && line_ && !comma_before_) head_ = true;
        out_.home = homes_.empty() ? Word::none : homes_.back();
        // Of `niet gem` the first word is none of the language yet.
        out_.at_head = head_ || out_.words.empty();
        if (head_) out_.statement = out_.word;
        auto before = out_.word;
        while (before > 0 && is_space(text_[before - 1])) --before;
        out_.after_number = before > out_.statement && before < out_.word && is_digit(text_[before - 1]);
        return std::move(out_);
    }

   private:
    static bool is_space(char c) { return c == ' ' || c == '\t'; }

    /// Where the word begins that the text ends with; its end when it ends with none.
    std::size_t begin_of_word() const {
        auto begin = text_.size();
        for (auto at = text_.size(); at > 0;) {
            --at;
            if ((text_[at] & 0xC0) == 0x80) continue;
            if (!is_word_character(folded_character(text_.substr(at)).character)) break;
            begin = at;
        }
        return begin;
    }

    void step() {
        const char c = text_[at_];
        if (c == '\n' || c == '\r') {
            line_ = true;
            ++at_;
            return;
        }
        const auto [character, bytes] = folded_character(text_.substr(at_));
        if (is_blank(character)) {
            at_ += bytes;
            return;
        }
        if (c == '#') return comment();
        if (c == '"' || text_.substr(at_).starts_with("\u201C") || text_.substr(at_).starts_with("\u201E"))
            return quotation(c == '"' ? 1 : 3);
        if (c == '{') {
            homes_.push_back(out_.lead());
            begin_anew();
            ++at_;
            return;
        }
        if (c == '}') {
            if (!homes_.empty()) homes_.pop_back();
            begin_anew();
            ++at_;
            return;
        }
        if (!is_word_character(character)) {
            at_ += bytes;
            line_ = false;
            return;
        }
        if (at_ == out_.word) {  // what is being written
            if (line_ && !comma_before_ && !joins(text_.substr(at_))) head_ = true;
            at_ = text_.size();
            return;
        }
        word();
    }

    void comment() {
        const auto end = text_.find_first_of("\r\n", at_);
        if (end == std::string_view::npos) out_.in_text = true;
        at_ = std::min(end, text_.size());
    }

    /// A text that is not closed ends with its line.
    void quotation(std::size_t mark) {
        at_ += mark;
        while (at_ < text_.size() && text_[at_] != '\n') {
            const auto rest = text_.substr(at_);
            if (rest.starts_with('"') || rest.starts_with("\u201D") || rest.starts_with("\u201C")) {
                at_ += rest.front() == '"' ? 1 : 3;
                line_ = false;
                comma_before_ = false;
                return;
            }
            ++at_;
        }
        if (at_ == text_.size()) out_.in_text = true;
    }

    void begin_anew() {
        out_.words.clear();
        out_.statement = at_ + 1;
        head_ = true;
        line_ = true;
        comma_before_ = false;
    }

    /// Whether a line that begins so goes on with the statement before it.
    bool joins(std::string_view rest) const {
        Lexicon::Match found[Lexicon::kMost];
        const auto count = lexicon_.matches(rest, language_, found);
        return count > 0 && syntax::has(found[0].word, syntax::Joins) && !begins_statement(found[0].word) &&
               !out_.words.empty();
    }

    void word() {
        Lexicon::Match found[Lexicon::kMost];
        const auto rest = text_.substr(at_);
        const auto count = lexicon_.matches(rest, language_, found);
        const bool fresh = line_ && !comma_before_ && !joins(rest);
        if (fresh) {
            out_.words.clear();
            out_.statement = at_;
        }
        const auto home = homes_.empty() ? Word::none : homes_.back();
        const auto* chosen = count == 0 ? nullptr : &found[0];
        for (std::size_t i = 0; i < count; ++i) {
            const auto word = found[i].word;
            const auto lead = out_.lead();
            const bool fits = out_.words.empty() ? syntax::takes(home, word) || syntax::holds(home, word) ||
                                                       (syntax::has(word, syntax::Verb | syntax::Modal) &&
                                                        (home == Word::none || syntax::holds(home, Word::delegates)))
                                                 : syntax::reaches(lead, word);
            if (fits) {
                chosen = &found[i];
                break;
            }
        }
        line_ = false;
        head_ = false;
        std::size_t length = 0;
        if (chosen != nullptr && at_ + chosen->length <= out_.word) {
            length = chosen->length;
            const auto word = chosen->word;
            if (out_.words.empty() && syntax::has(word, syntax::Modal))
                line_ = head_ = true;  // the verb comes behind it
            else if (syntax::has(word, syntax::Clause | syntax::Joins) ||
                     (out_.words.empty() ? begins_statement(word) : syntax::has(word, syntax::Bounds | syntax::Cites)))
                out_.words.push_back({word, at_, at_ + length});
        }
        if (length == 0)
            while (at_ + length < out_.word) {
                const auto next = folded_character(rest.substr(length));
                if (!is_word_character(next.character)) break;
                length += next.bytes;
            }
        at_ += std::max<std::size_t>(length, 1);
        comma_before_ = false;
        // A comma at the end of a line goes on on the next.
        auto behind = at_;
        while (behind < text_.size() && is_space(text_[behind])) ++behind;
        if (behind < text_.size() && text_[behind] == ',') {
            ++behind;
            while (behind < text_.size() && is_space(text_[behind])) ++behind;
            comma_before_ = behind < text_.size() && (text_[behind] == '\n' || text_[behind] == '\r');
        }
    }

    std::string_view text_;
    Language language_;
    const Lexicon& lexicon_;
    Context out_;
    std::vector<Word> homes_;
    std::size_t at_ = 0;
    bool head_ = true, line_ = true, comma_before_ = false;
};

}  // namespace

Context context_at(std::string_view text, std::size_t at, Language language, const Lexicon& lexicon) {
    return Scan(text, at, language, lexicon).run();
}

}  // namespace belegd::editor
