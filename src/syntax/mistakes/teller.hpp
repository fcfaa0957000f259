#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/mistakes.hpp"
#include "syntax/mistakes/read_there.hpp"

namespace belegd::syntax::mistaken {

/// Tells one mistake: what stands there, what was expected, and what to write.
class Teller {
   public:
    Teller(const State::Mistake& mistake, const Sources& sources, const Tree& tree, const Lexicon& lexicon)
        : mistake_(mistake),
          tree_(tree),
          lexicon_(lexicon),
          text_(sources[tree.file].text()),
          rest_(text_.substr(mistake.offset)),
          out_{Code::L03, {}, at(here(3)), {}, {}, {}, {}, {}, {}} {}

    Diagnostic told();

   private:
    /// Of a character that nobody sees the remedy is to take it away, whatever stood there to be read.
    void say_hidden();
    /// The first words from the place of the mistake; at least one character.
    Span here(std::size_t words) const;
    Text read(std::size_t words) const { return quoted(Text(readable(words_at(text_, mistake_.offset, words)))); }
    void remedy(Text text) { out_.remedies.push_back({std::move(text)}); }
    bool suggest(const std::vector<std::string>& known);

    void statement();
    /// What people write before they know the language, with the line that says it.
    bool beginners_line();
    /// `het college mandateert …`: the verb goes first, and who gives stands behind `door`.
    bool actor_first(std::string_view line);
    /// `krachtens delegatiebesluit`: what goes behind a sentence, on a line of its own.
    bool behind_a_sentence();
    /// `evaluatie`, `uittreding`: the name of a provision of the library, where a text says what it provides for.
    bool provision_here();
    static const std::set<std::string>& provisions();
    /// The clause that the line begins with, though nothing here takes it.
    Word word_here() const;
    /// `1. mandateert …`, `b) …`, `eerste lid …`: the paragraph or point that the line is.
    std::optional<std::pair<Word, std::string>> numbered(std::string_view first) const;

    void end_of_line();
    std::uint32_t past_blanks(std::uint32_t at) const;
    /// The word of the language that begins there and fits; nothing where none does.
    template <typename Fits>
    std::optional<Word> word_at(std::uint32_t at, Fits fits) const {
        static const Lexicon words;
        Lexicon::Match found[Lexicon::kMost];
        const auto count = words.matches(text_.substr(at), tree_.language, found);
        for (std::size_t i = 0; i < count; ++i)
            if (fits(found[i].word)) return found[i].word;
        return std::nullopt;
    }
    /// `kosten meerwerk € niet vermeld per jaar`: an amount that is not stated has no sign either.
    bool money_left_open();
    /// `besluit … uiterlijk 1 juli voorgenomen`: a status without the word that says it is one.
    bool bare_status();
    /// `draagt op aan Leiden: uitvoering van bijstand`: what is given stands before who gets it.
    bool receiver_first();
    /// Where the statement begins in which it went wrong, or its line when that begins later.
    std::uint32_t begin_of_line() const;
    /// `mits ten hoogste € 10.000`: a limit is a part of the work, and stands by itself.
    bool limit_as_condition();
    /// `… aan college van Leiden onder € 10.000`: a limit without the word that takes a part.
    bool bare_limit();
    /// `volgens artikel 3 van het addendum`: which text it is stands before the place in it.
    bool text_goes_first();
    /// `volgens artikel 30 Wgr`: the statute stands before the place in it.
    bool law_goes_first(std::string_view line);
    /// The bound of the part that is left when this one is taken out: of `boven` it is `tot en met`.
    static Word other_side(Word bound);
    /// `tenzij bedrag boven € 10.000`, `mits bedrag onder € 10.000`: a limit takes a part of the work.
    bool bounded_condition();
    /// `Kollumerland c.a.`, `St. Jansdal`: behind the mark the name goes on.
    bool goes_on_behind_mark() const;
    void name_with_marks();
    /// `aan college niet uitputtend`: a value that a list takes as one of its own.
    Word value_here() const;
    /// `gebruik taken`, `gebruik delen/taken.belegd`: a file of one's own, as it is to be written.
    void file_in_quotes();
    /// `geldt vanaf 2024 mandateert …`: what stands there could begin a line of the block, or of the file.
    bool begins_sentence() const;
    /// `, b` is read as the mark and the word; the word is what is too many.
    void trim_one_value();
    std::string_view in_brackets() const;

    /// `artikel 4 mandaat aan college`: a title, or words that were meant for something else.
    void title();
    static bool has_verb(std::string_view line);
    static std::vector<std::string> verbs();
    /// `organisatie Per Saldo`: the name as the grammar read it.
    void quoted_name();
    void mark();
    void brace();
    std::string_view sources_text(Span span) const { return text_.substr(span.begin, span.end - span.begin); }
    static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
    /// `1 januari` where a period belongs.
    bool is_month(std::string_view read) const;
    void unit();
    /// The word after which something else was expected.
    Word word() const { return mistake_.clause == Word::none ? mistake_.statement : mistake_.clause; }
    /// `aan college van Leiden, voor zover …`: the comma leads on to a name, and no name follows.
    bool comma_before_clause();
    /// Whether a clause of the statement stands behind this comma; says that the comma is too many.
    bool clause_behind(std::uint32_t at);
    void argument();

    const State::Mistake& mistake_;
    const Tree& tree_;
    const Lexicon& lexicon_;
    std::string_view text_, rest_;
    Diagnostic out_;
};

}  // namespace belegd::syntax::mistaken
