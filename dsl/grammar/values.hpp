#pragma once
// Names, texts, dates, quantities, and places in laws and documents.

#include "grammar/blanks.hpp"

namespace belegd::grammar {

// ---- texts ------------------------------------------------------------------------------------------------------
struct quote : p::sor<p::one<'"'>, p::utf8::one<0x201C, 0x201D, 0x201E, 0xAB, 0xBB>> {};
struct closing_quote : p::sor<quote, report<Expected::closing_quote>> {};
/// Word writes ‘ and ’; the second is an apostrophe too, and the first stands in ‘s-Hertogenbosch.
constexpr unsigned kLongestTitle = 400;  // characters
struct closing_single : p::seq<p::utf8::one<0x2019>, p::not_at<word_text>> {};
struct single_quoted : p::seq<p::at<p::one<'\xE2'>>, p::utf8::one<0x2018>, p::not_at<p::one<'s', 't', 'n'>, p::one<'-', ' '>>,
                              p::rep_max<kLongestTitle, p::not_at<closing_single>, p::not_at<p::eolf>, p::utf8::any>, closing_single> {};
/// A text that is not closed ends at its line, but leaves the brace that opens a block.
struct block_ahead : p::seq<p::one<'{'>, p::star<blank>, p::eolf> {};
struct string : p::sor<p::seq<quote, p::until<p::at<p::sor<quote, p::eolf, block_ahead>>>, closing_quote>, single_quoted> {};
struct translation : p::seq<p::one<'/'>, gap, p::opt<word_text, gap>, string> {};

// ---- names ------------------------------------------------------------------------------------------------------
/// `niet vermeld` and its like may stand wherever a value may.
struct value : word<syntax::Value> {};
struct protected_name : word<syntax::Protected> {};
/// `8`, `IV`, `b`: what the number of an article, an annex or a point begins with.
struct number_ahead : p::at<p::sor<p::digit, p::seq<p::plus<p::one<'I', 'V', 'X'>>, p::not_at<word_text>>,
                                   p::seq<p::alpha, p::not_at<word_text>>>> {};
/// `art 8`, `lid 1`: the parts of a place in a law begin with a word and a number.
struct place_ahead : p::at<word<syntax::Cites>, p::plus<blank>, number_ahead> {};
struct end_of_name : p::sor<word_ahead<syntax::Clause | syntax::Value | syntax::Certainty | syntax::Links>, place_ahead> {};
/// `en` between names belongs to their run of words; beside a text or brackets it stands by itself.
struct and_ : p::seq<p::sor<p::istring<'e', 'n'>, p::istring<'a', 'n', 'd'>>, p::not_at<word_text>> {};
struct and_before_other : p::seq<and_, p::plus<blank>, p::at<p::sor<quote, p::one<'('>>>> {};
struct name_word : p::sor<protected_name, p::seq<p::not_at<p::sor<end_of_name, and_before_other, bounded_limit_ahead>>, p::not_at<single_quoted>, word_text>> {};
/// A run of words; which declared names it holds is for the model to say, longest first.
struct name : p::seq<name_word, p::star<p::plus<blank>, p::not_at<next_statement>, name_word>> {};
/// `Voor Elkaar`: a name that begins with a word of the language, told by its capital.
struct capital : p::sor<p::upper, p::utf8::range<0xC0, 0xDE>> {};
struct unquoted_word : p::seq<p::not_at<p::sor<small_clause_ahead, next_statement>>, word_text> {};
struct unquoted_name : p::seq<p::at<capital>, report<Expected::quoted_name>, word_text, p::plus<p::plus<blank>, unquoted_word>> {};
struct unquoted_name_ahead : p::at<capital, p::opt<word_text>, p::plus<blank>, p::alpha, p::opt<word_text>> {};
/// `centrum`, `gastgemeenten`, `deelnemers`: a participant by its part in the cooperation.
struct part : p::seq<word<syntax::Part>, p::not_at<p::plus<blank>, name_word>> {};

// ---- dates ------------------------------------------------------------------------------------------------------
struct end_of_word : p::not_at<word_text> {};
struct digits4 : p::rep<4, p::digit> {};
struct digits2 : p::rep_min_max<1, 2, p::digit> {};
struct date_mark : p::sor<p::one<'-', '/'>, p::utf8::one<0x2010, 0x2011, 0x2013>> {};
struct month : word<syntax::Month> {};
struct calendar_date : p::seq<p::sor<p::seq<digits4, date_mark, digits2, date_mark, digits2>,
                                     p::seq<digits2, date_mark, digits2, date_mark, digits4>>,
                              end_of_word> {};
struct named_date : p::seq<digits2, p::plus<blank>, month, p::plus<blank>, digits4, end_of_word> {};
struct month_of_year : p::seq<month, p::plus<blank>, digits4, end_of_word> {};
struct quarter : p::seq<p::one<'Q', 'q', 'K', 'k'>, p::range<'1', '4'>, p::plus<blank>, digits4, end_of_word> {};
struct season : p::seq<word<syntax::Season>, p::plus<blank>, digits4, end_of_word> {};
/// `2000 euro` is no year.
struct year : p::seq<digits4, end_of_word, p::not_at<p::star<blank>, currency_text>> {};
struct date : p::sor<p::seq<p::at<p::digit>, p::sor<calendar_date, named_date, year>>, p::seq<word_ahead<syntax::Month>, month_of_year>,
                     p::seq<word_ahead<syntax::Season>, season>, quarter> {};
struct day_of_year : p::seq<digits2, p::plus<blank>, month> {};

// ---- quantities -------------------------------------------------------------------------------------------------
/// `500,-`, `500,--`, `500.-`: no cents.
struct no_cents : p::seq<p::one<',', '.'>, p::plus<p::sor<p::one<'-'>, p::utf8::one<0x2010, 0x2011, 0x2012, 0x2013, 0x2014>>>> {};
struct figure : p::seq<p::plus<p::digit>, p::star<p::one<'.', ','>, p::plus<p::digit>>, p::opt<no_cents>> {};
struct number : p::seq<figure, end_of_word> {};
struct currency : p::sor<p::utf8::one<0x20AC>, p::istring<'E', 'U', 'R'>> {};
struct currency_ahead : p::at<currency> {};
/// `€ 1,5 miljoen`
struct in_words : p::seq<p::star<blank>, multiple_text> {};
/// `100.000 euro`
struct amount : p::sor<p::seq<currency, p::opt<p::istring<'O'>, p::plus<blank>>, gap, figure, p::opt<in_words>>, p::seq<p::at<p::digit>, figure, p::opt<in_words>, p::star<blank>, currency_text>> {};
struct unit : word<syntax::Unit> {};
struct unknown_unit : p::seq<p::not_at<end_of_name>, p::at<word_text>, report<Expected::unit>, word_text> {};
/// `twaalf maanden`: written out, a number needs its unit.
struct number_word : number_text {};
struct written_out : p::seq<p::at<number_text, p::plus<blank>, word_ahead<syntax::Unit>>, number_word, gap, unit> {};
struct quantity : p::sor<amount, written_out, p::seq<number, gap, p::opt<p::sor<unit, unknown_unit>>>> {};

// ---- places in laws and documents -------------------------------------------------------------------------------
struct end_of_law : p::sor<end_of_name, word_ahead<syntax::Cites>> {};
struct law_word : p::sor<protected_name, p::seq<p::not_at<end_of_law>, word_text>> {};
struct law_name : p::seq<law_word, p::star<p::plus<blank>, law_word>> {};
/// `8`, `10:15`, `2.6.3`, `1a`, `1 t/m 4`
struct numeral : p::seq<word_text, p::star<p::one<'.', ':'>, word_text>> {};
struct up_to : p::seq<p::plus<blank>, p::sor<p::string<'t', '/', 'm'>, p::string<'t', 'h', 'r', 'o', 'u', 'g', 'h'>>,
                      p::plus<blank>, numeral> {};
struct reference_part : p::seq<word<syntax::Cites>, p::plus<blank>, numeral, p::opt<up_to>> {};
/// `eerste lid`
struct ordinal_part : p::seq<ordinal> {};
/// What goes on after the first part of a place.
struct next_part : p::sor<p::seq<word_ahead<syntax::Cites>, reference_part>, p::seq<ordinal_ahead, ordinal_part>> {};
struct law : p::sor<string, law_name> {};
/// `artikel 4, lid 1`: the comma that lawyers write between the parts of a place.
struct place_comma : p::seq<p::one<','>, wide_gap, narrower_ahead> {};
struct reference : p::seq<law, p::star<p::opt<place_comma>, gap, next_part>> {};
/// `6 lid 1 onder b`: a place in the text at hand.
struct place : p::seq<number_ahead, numeral, p::opt<up_to>, p::star<p::opt<place_comma>, gap, next_part>> {};

}  // namespace belegd::grammar
