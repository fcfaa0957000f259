#pragma once
// What a rule asks: `t.soort is delegatie en geen besluit b in s.besluiten waar b.soort is toestemming`.
//
// A condition goes on over a line before `en` and `of`. A name with such a word in it stands between quotation marks.

#include "grammar/values.hpp"

namespace belegd::grammar {

using syntax::Word;

struct next_line_joins : p::seq<p::plus<line_end>, p::star<blank>, p::at<p::sor<and_, word_ahead<syntax::Links>>>> {};
struct condition_gap : p::seq<p::star<blank>, p::opt<p::at<p::one<'#', '\n', '\r'>>, next_line_joins>> {};

/// What stands where a part of a condition was expected, up to the end of its line.
struct unread_condition : p::plus<p::not_at<p::one<'{', '}', '#'>>, p::not_at<p::eolf>, p::utf8::any> {};
template <Expected What>
struct otherwise_in_rule : p::seq<report<What>, p::opt<unread_condition>> {};

// ---- operands ---------------------------------------------------------------------------------------------------
struct plus : p::one<'+'> {};
struct minus : p::sor<p::one<'-'>, p::utf8::one<0x2212, 0x2013>> {};
struct sign : p::sor<plus, minus> {};

/// A sign with a blank behind it; without one it is the hyphen of a name.
struct sign_ahead : p::at<p::sor<plus, minus>, blank> {};
struct end_of_term : p::sor<word_ahead<syntax::Relation | syntax::Links>, the_word_ahead<Word::where>, the_word_ahead<Word::each_of>, and_, place_ahead, sign_ahead> {};
struct term_word : p::seq<p::not_at<end_of_term>, word_text, p::star<p::one<'.'>, word_text>> {};
/// A variable with its attributes (`t.samenwerking.vorm`), or a name of the model or the library.
struct term_name : p::seq<term_word, p::star<p::plus<blank>, term_word>> {};
struct length : p::seq<number, p::opt<p::plus<blank>, unit>> {};
struct measured : p::seq<p::at<p::digit>, p::sor<calendar_date, named_date, year, length>> {};
struct term : p::sor<string, amount, measured, month_of_year, quarter, p::seq<term_name, p::star<p::opt<place_comma>, gap, p::sor<p::seq<place_ahead, reference_part>, p::seq<ordinal_ahead, ordinal_part>>>>> {};
struct next_term : p::seq<condition_gap, sign, condition_gap, term> {};

struct any_of;
struct kind_name : p::seq<word_text> {};
struct variable : p::seq<word_text> {};
struct membership : p::seq<p::istring<'i', 'n'>, p::not_at<word_text>> {};
/// `besluit b in s.besluiten`
struct binding : p::seq<kind_name, condition_gap, p::not_at<membership>, variable, p::opt<condition_gap, membership, condition_gap, term>> {};
struct such_that : p::seq<the_word<Word::where>, condition_gap, p::sor<any_of, otherwise_in_rule<Expected::condition>>> {};
struct bound : p::sor<p::seq<binding, p::opt<condition_gap, such_that>>, otherwise_in_rule<Expected::binding>> {};
struct sum_of : p::seq<the_word<Word::sum>, condition_gap, term, condition_gap, the_word<Word::each_of>, condition_gap, bound> {};
struct count_of : p::seq<the_word<Word::count>, condition_gap, bound> {};
struct all_that : p::seq<the_word<Word::select>, condition_gap, bound> {};
struct operand : p::sor<p::seq<the_word_ahead<Word::sum>, sum_of>, p::seq<the_word_ahead<Word::count>, count_of>, p::seq<the_word_ahead<Word::select>, all_that>,
                        p::seq<term, p::star<next_term>>> {};

// ---- conditions -------------------------------------------------------------------------------------------------
struct comparator : p::sor<p::string<'<', '='>, p::string<'>', '='>, p::one<'<', '>', '='>, p::utf8::one<0x2264, 0x2265>> {};
struct relation : p::sor<comparator, word<syntax::Relation, Shape::Names>> {};
/// `is vermeld`: asks for nothing behind it.
struct is_stated : word<syntax::Relation, Shape::Nothing> {};
struct next_operand : p::seq<condition_gap, p::one<','>, wide_gap, operand> {};
struct compared_with : p::sor<p::seq<operand, p::star<next_operand>>, otherwise_in_rule<Expected::operand>> {};
/// `t, s voldoen aan regels buiten de raad`
struct with_others : p::seq<p::plus<next_operand>, condition_gap, p::sor<the_word_ahead<Word::meets>, the_word_ahead<Word::meets_not>>> {};
struct comparison : p::seq<operand, p::opt<with_others>, p::opt<condition_gap, p::sor<is_stated, p::seq<relation, condition_gap, compared_with>>>> {};
struct quantified : p::seq<word<syntax::Quantifier>, condition_gap, bound> {};
struct factor;
struct negation : p::seq<the_word<Word::not_>, condition_gap, factor> {};
struct in_brackets : p::seq<p::one<'('>, wide_gap, any_of, wide_gap, p::sor<p::one<')'>, report<Expected::bracket_end>>> {};
struct bare_factor : p::sor<p::seq<the_word_ahead<Word::not_>, negation>, p::seq<word_ahead<syntax::Quantifier>, quantified>, p::seq<p::at<p::one<'('>>, in_brackets>, comparison> {};
struct deep_condition : p::seq<at_deepest_condition, report<Expected::shallower_condition>, rest_of_condition> {};
struct factor : p::sor<one_deeper<bare_factor>, deep_condition> {};
struct next_factor : p::seq<condition_gap, and_, condition_gap, p::sor<factor, otherwise_in_rule<Expected::condition>>> {};
struct all_of : p::seq<factor, p::star<next_factor>> {};
struct or_ : p::seq<word<syntax::Links>> {};
struct next_case : p::seq<condition_gap, word_ahead<syntax::Links>, or_, condition_gap, p::sor<all_of, otherwise_in_rule<Expected::condition>>> {};
struct any_of : p::seq<all_of, p::star<next_case>> {};

// ---- arguments of a rule's clauses ------------------------------------------------------------------------------
struct condition_argument : p::sor<any_of, otherwise_in_rule<Expected::condition>> {};
struct binding_argument : p::sor<p::list<binding, comma>, otherwise_in_rule<Expected::binding>> {};
/// `noem gasten alle deelnemer d in s.deelnemers waar …`
struct naming : p::seq<variable, condition_gap, p::opt<p::istring<'i', 's'>, p::plus<blank>>, operand> {};
struct naming_argument : p::sor<naming, otherwise_in_rule<Expected::operand>> {};

}  // namespace belegd::grammar
