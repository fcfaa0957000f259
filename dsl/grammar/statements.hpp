#pragma once
// One shape for everything: keyword, name, title, clauses, block.
//
// Which word takes which argument stands in vocabulary.def (its shape), and so does which clause belongs to which
// statement; the grammar knows shapes only. What cannot be read is reported, skipped, and kept as `broken`.

#include "grammar/conditions.hpp"

namespace belegd::grammar {

// ---- recovery ---------------------------------------------------------------------------------------------------
struct skipped_word : p::sor<word_text, p::seq<p::not_at<p::one<'{', '}', '#'>>, p::not_at<p::eolf>, p::utf8::any>> {};
/// What stands where an argument was expected, up to the next clause that belongs to the statement.
struct broken_word : p::seq<p::star<blank>, p::not_at<p::sor<fitting_clause_ahead, p::one<','>>>, skipped_word> {};
struct broken : p::plus<broken_word> {};
/// `deelnemers: …`, `deelnemers = …`: said, and read as if it were not there.
struct mark : p::seq<p::at<p::one<':', '='>>, report<Expected::no_mark>, p::plus<p::one<':', '=', '>'>>> {};
/// What stands after a statement's end, up to the end of its line.
struct rest_of_line : p::plus<skipped_word> {};

template <Expected What>
struct otherwise : p::seq<report<What>, p::opt<broken>> {};

// ---- lists ------------------------------------------------------------------------------------------------------
struct clause;
struct certainty : word<syntax::Certainty> {};
struct period_clause;
/// What a word or sign announces is tried only where that stands: a node that is made for nothing costs time.
struct item : p::sor<p::seq<word_ahead<syntax::Value>, value>, p::seq<word_ahead<syntax::Part>, part>, p::seq<p::not_at<p::alnum>, string>, p::seq<currency_ahead, amount>, name, p::seq<unquoted_name_ahead, unquoted_name>> {};
/// A clause before a comma binds the name before it; after the last name it binds the list and stands outside.
struct own_period : p::seq<p::plus<gap, word_ahead<syntax::Clause>, period_clause>, p::at<gap, p::one<','>>> {};
/// A place in a law instead of a task: every task that rests on it.
struct cited_task : p::seq<gap, place_ahead, reference_part, p::star<p::opt<place_comma>, gap, p::sor<p::seq<place_ahead, reference_part>, p::seq<ordinal_ahead, ordinal_part>>>> {};
struct list;
/// Brackets keep `behalve` to the part they enclose.
struct bracketed_clause : p::seq<bracketed_clause_ahead, clause> {};
/// What does not belong between brackets, when they are closed on the same line.
struct rest_of_brackets : p::seq<p::star<p::not_at<p::sor<p::one<')', '{', '}', '#'>, p::eolf>>, p::utf8::any>, p::one<')'>> {};
struct closing_bracket : p::sor<p::seq<wide_gap, p::one<')'>>, p::seq<report<Expected::bracket_end>, p::opt<rest_of_brackets>>> {};
struct group : p::seq<enter_bracket, p::one<'('>, wide_gap, p::opt<list>, p::star<wide_gap, bracketed_clause>, closing_bracket, leave_bracket> {};
/// `jeugd (behalve jeugdhulp)`: what is taken out of the one name before.
struct narrowing : p::seq<enter_bracket, p::one<'('>, wide_gap, p::plus<wide_gap, bracketed_clause>, closing_bracket, leave_bracket> {};
struct narrowing_ahead : p::at<p::one<'('>, p::star<blank>, bracketed_clause_ahead> {};
struct entry : p::sor<p::seq<p::at<p::one<'('>>, group>, p::seq<item, p::opt<cited_task>, p::opt<gap, narrowing_ahead, narrowing>, p::opt<own_period>>> {};
struct alternative : word<syntax::Links> {};
/// Not where a longer word of the language begins with it: `en bij diens afwezigheid aan`.
struct conjunction : p::seq<p::not_at<word_ahead<syntax::Binds | syntax::Clause>>, and_> {};
/// `A, B, of C`
struct comma_of : p::opt<word_ahead<syntax::Links>, alternative, gap> {};
struct next_entry : p::sor<p::seq<comma, p::not_at<exception_ahead>, comma_of, p::sor<entry, otherwise<Expected::list>>>,
                           p::seq<gap, word_ahead<syntax::Links>, alternative, gap, p::sor<entry, otherwise<Expected::list>>>,
                           p::seq<gap, p::at<and_>, conjunction, gap, entry>> {};
struct list : p::seq<entry, p::star<next_entry>> {};
/// The name of a finding may be a word of the language: `bevinding onbelegd`.
struct code_word : p::seq<word<syntax::Clause | syntax::Value>> {};
struct code : p::sor<string, code_word, name> {};
struct codes : p::list<code, comma> {};
struct codes_argument : p::sor<codes, otherwise<Expected::list>> {};
struct references : p::seq<p::sor<value, reference>, p::star<comma, p::sor<value, reference>>> {};

// ---- arguments, by shape ----------------------------------------------------------------------------------------
struct name_argument : p::sor<value, string, name, otherwise<Expected::name>> {};
struct list_argument : p::sor<list, otherwise<Expected::list>> {};
/// `tot 20 uur`: a limit may be in a unit of the paper's own.
struct own_unit : p::seq<p::not_at<p::sor<end_of_name, word_ahead<syntax::Month>>>, word_text, p::not_at<p::plus<blank>, p::digit>> {};
struct limit : p::seq<p::sor<amount, p::seq<number, gap, p::sor<unit, own_unit>>>> {};
/// `per verplichting`: for each of what an amount is the limit; what could be a day is none.
struct day_word : p::seq<p::sor<word<syntax::Month>, word<syntax::Season>, p::istring<'d', 'i', 'r', 'e', 'c', 't'>, p::istring<'h', 'e', 'd', 'e', 'n'>,
                                p::istring<'d', 'a', 't', 'u', 'm'>, p::istring<'i', 'n', 'w', 'e', 'r', 'k', 'i', 'n', 'g'>>> {};
struct each_word : p::seq<p::not_at<p::digit>, name_word> {};
struct per_one : p::seq<p::istring<'p', 'e', 'r'>, p::plus<blank>, p::not_at<day_word>, each_word, p::star<p::plus<blank>, p::not_at<next_statement>, each_word>, p::not_at<p::plus<blank>, p::digit>> {};
struct per_each : p::seq<per_one, p::star<p::plus<blank>, per_one>> {};
struct for_each : p::opt<gap, per_each> {};
/// `tot "intrekking van de wet"`: by what it ends, where nobody knows on which day.
struct event : p::seq<after_until, p::at<quote>, string> {};
struct date_argument : p::sor<value, date, p::seq<limit, for_each>, event, otherwise<Expected::date>> {};
/// `mits "…" onbekend`: whether the condition is met may be left open.
struct text_argument : p::sor<value, p::seq<p::sor<string, name>, p::opt<gap, value>, p::opt<gap, p::at<p::one<'/'>>, translation>>, otherwise<Expected::text>> {};
/// `boven 70 %`, `tussen € 100 en € 500`, `van 60 tot 70 %`: where a part of the work lies.
struct bound_word : p::sor<word<syntax::Bounds>, p::seq<the_word_ahead<syntax::Word::of>, word<syntax::Clause>>> {};
struct limit_follows : p::at<gap, p::sor<the_word_ahead<syntax::Word::until>, the_word_ahead<syntax::Word::through>>> {};
/// The unit may be left to the second of two.
struct bare_limit : p::seq<p::sor<amount, number>, p::at<gap, p::sor<and_, limit_follows>>> {};
struct lower_limit : p::sor<bare_limit, limit> {};
/// `tussen de 70 % en de 100 %`
struct limit_article : p::seq<p::sor<p::istring<'d', 'e'>, p::istring<'t', 'h', 'e'>>, p::plus<blank>> {};
struct two_limits : p::seq<lower_limit, gap, and_, gap, p::opt<limit_article>, limit> {};
struct limit_from : p::seq<the_word_ahead<syntax::Word::of>, bound_word, gap, lower_limit, limit_follows> {};
struct extent : p::sor<p::seq<the_word_ahead<syntax::Word::between>, bound_word, gap, two_limits>,
                       limit_from,
                       p::seq<word<syntax::Bounds>, gap, limit>,
                       p::seq<open_limit_ahead, limit, gap, or_more>> {};
struct extent_ahead : p::sor<bound_ahead, open_limit_ahead> {};
struct extent_word : p::seq<p::not_at<extent_ahead>, name_word> {};
struct extent_name : p::seq<extent_word, p::star<p::plus<blank>, extent_word>> {};
struct extent_argument : p::sor<value, p::seq<extent_ahead, extent, for_each>, p::seq<p::sor<string, extent_name>, p::opt<gap, p::sor<value, p::seq<extent_ahead, extent, for_each>>>, p::opt<gap, p::at<p::one<'/'>>, translation>>, otherwise<Expected::text>> {};
/// `bestaat uit ten minste 3 en ten hoogste 6 leden`: the limits are clauses of their own.
struct quantity_argument : p::sor<range_ahead, value, p::seq<quantity, p::opt<is_ceiling, for_each>>, otherwise<Expected::quantity>> {};
struct day_argument : p::sor<value, day_of_year, otherwise<Expected::day_of_year>> {};
struct citation_argument : p::sor<references, otherwise<Expected::citation>> {};
struct source_argument : p::sor<references, otherwise<Expected::source>> {};
/// `in onderzoekk`, `under reserch`: a slip in a status of two words, of which the first begins a clause elsewhere.
struct slipped_status : p::seq<p::sor<p::istring<'i', 'n'>, p::istring<'u', 'n', 'd', 'e', 'r'>>, p::plus<blank>, word_text, p::star<broken_word>> {};
struct otherwise_status : p::seq<report<Expected::status>, p::opt<p::sor<slipped_status, broken>>> {};
struct status_word : word<syntax::Status> {};
struct status_argument : p::sor<value, status_word, otherwise_status> {};
struct purpose_word : word<syntax::Purpose> {};
struct purpose_argument : p::sor<value, purpose_word, otherwise<Expected::purpose>> {};
struct title : p::seq<p::opt<gap, p::not_at<p::alnum>, string>, p::opt<gap, p::at<p::one<'/'>>, translation>> {};
/// A word of the language may still be a name where nothing that could belong to it follows: `regeling centrum {`.
struct lone_name : p::seq<word_text, p::at<p::star<blank>, p::sor<p::one<'{', '#'>, quote, p::eolf>>> {};
struct declared_argument : p::seq<p::sor<string, name, lone_name, p::seq<unquoted_name_ahead, unquoted_name>, otherwise<Expected::name>>, title> {};
/// `artikel 3.`, `artikel 3:`: a mark after the number says nothing.
struct number_mark : p::seq<p::one<'.', ':'>, p::not_at<word_text>> {};
struct title_begins : p::at<p::sor<p::upper, p::utf8::range<0xC0, 0xDE>>> {};
/// `artikel 4 – Mandaat`: a dash before the title says nothing.
struct title_dash : p::seq<p::plus<blank>, p::sor<p::one<'-'>, p::utf8::one<0x2013, 0x2014>>, p::at<p::plus<blank>, p::sor<quote, title_begins>>> {};
/// `artikel 4 Mandaat`: a title may do without quotation marks where it can be nothing else.
/// `artikel 4 Vervallen` may be a title, or an article that lapsed.
constexpr unsigned kNoTitle = syntax::Verb | syntax::Modal | syntax::Certainty | syntax::Value;
struct in_title : in_head<kNoTitle | syntax::Status> {};
struct title_mark : p::sor<blank, p::one<',', '(', ')', '&'>> {};
struct end_of_head : p::seq<p::star<blank>, p::at<p::sor<p::one<'{', '}', '#'>, p::eolf>>> {};
/// `artikel 2 Deelnemers {`: a word of the language with nothing behind it that could belong to it.
struct lone_title : p::seq<argument_word, p::at<end_of_head>> {};
struct title_words : p::seq<p::not_at<in_title>, word_text, p::star<p::star<title_mark>, p::not_at<in_title>, word_text>, p::opt<p::one<')'>>> {};
struct bare_title : p::seq<title_begins, p::sor<lone_title, title_words>> {};
struct end_of_title : p::sor<end_of_head, p::seq<p::star<blank>, p::at<p::sor<p::one<'/'>, plain_in_head>>>> {};
struct unread_title : p::seq<p::not_at<in_head<kNoTitle>>, p::at<word_text>, report<Expected::title>, rest_of_line> {};
struct whole_title : p::seq<bare_title, p::at<end_of_title>> {};
struct head_title : p::seq<p::star<blank>, p::sor<whole_title, unread_title>> {};
/// `hoofdstuk Mandaat`, `bijlage "Mandaatlijst"`: what a text does not number has its title.
struct unnumbered : p::seq<may_lack_number, p::sor<p::seq<p::at<quote>, title>, p::seq<whole_title, title>>> {};
struct place_argument : p::sor<p::seq<place, p::opt<number_mark>, p::opt<title_dash>, p::opt<head_title>, title>, unnumbered, otherwise<Expected::number>> {};
struct places_argument : p::sor<p::list<place, comma>, otherwise<Expected::number>> {};

// ---- names beside dates and amounts -----------------------------------------------------------------------------
struct word_before_date : p::seq<p::not_at<date>, name_word> {};
struct name_before_date : p::seq<word_before_date, p::star<p::plus<blank>, word_before_date>> {};
struct dated_argument : p::seq<p::sor<string, name_before_date, otherwise<Expected::name>>, title, p::opt<gap, p::sor<date, value>>> {};
struct word_before_quantity : p::seq<p::not_at<p::sor<amount, number>>, name_word> {};
struct name_before_quantity : p::seq<word_before_quantity, p::star<p::plus<blank>, word_before_quantity>> {};
/// `€ 12,50 per inwoner`: a price for each; `per jaar` says how often.
struct per_unit : p::seq<p::not_at<p::sor<the_word_ahead<syntax::Word::per_year>, the_word_ahead<syntax::Word::per_month>>>, per_one> {};
struct price : p::seq<amount, p::opt<gap, per_unit>> {};
struct labelled_amount : p::sor<p::seq<string, gap, p::sor<price, value, otherwise<Expected::amount>>>, price, value> {};
struct amounts : p::list<labelled_amount, comma> {};
struct amounts_argument : p::sor<amounts, otherwise<Expected::amount>> {};
/// `een derde`, but not of `een derde partij`
struct worded_fraction : p::seq<fraction_text, p::not_at<p::plus<blank>, name_word>> {};
/// `1/3`, `een derde`
struct fraction : p::sor<p::seq<p::plus<p::digit>, p::one<'/'>, p::plus<p::digit>, end_of_word>, worded_fraction> {};
struct word_before_share : p::seq<p::not_at<worded_fraction>, word_before_quantity> {};
struct name_before_share : p::seq<word_before_share, p::star<p::plus<blank>, word_before_share>> {};
struct share : p::seq<p::sor<string, name_before_share>, gap, p::sor<fraction, quantity, value, otherwise<Expected::quantity>>> {};
/// `Leiden 2/3 en Oss 1/3`
struct next_share : p::sor<comma, p::seq<gap, and_, gap>> {};
struct shares_argument : p::sor<value, p::list<share, next_share>, otherwise<Expected::shares>> {};
/// `stemmen per lid 1`, `stemmen per lid Leiden 3, Oss 1`: a number for all, or one for each who is named.
struct number_ahead_here : p::at<p::sor<p::digit, p::seq<number_text, p::plus<blank>, word_ahead<syntax::Unit>>>> {};
struct weights_argument : p::sor<p::seq<number_ahead_here, quantity_argument>, shares_argument> {};
/// `kosten start € 5` and `kosten start "Startkosten" "software" € 5`: a text just before an amount is its label.
struct cost_title : p::seq<string, p::not_at<gap, amount>> {};
struct cost_argument : p::seq<p::sor<name_before_quantity, otherwise<Expected::name>>, p::opt<gap, cost_title>, p::opt<gap, translation>> {};

// ---- clauses ----------------------------------------------------------------------------------------------------
template <Shape... S>
struct clause_word : word<syntax::Clause, S...> {};
struct after_word : p::seq<gap, p::opt<mark, gap>> {};
/// `geldt van 1 januari 2020 tot en met 31 december 2024`: with its end in sight `van` begins a period.
struct period_from : p::seq<of_as_from, gap, date, limit_follows> {};
struct period_clause_body : p::sor<p::seq<clause_word<Shape::Date>, after_word, date_argument>, p::seq<the_word_ahead<syntax::Word::of>, period_from>> {};
/// `artikel 5 komt te luiden:`: the formula has a colon, which says nothing.
struct formula_end : p::opt<p::star<blank>, p::one<':'>, p::at<p::sor<blank, p::eolf>>> {};
/// `voor een bedrag van € 40.000`, `voor loonwaarde 85 %`: the value for which a test asks.
struct measure : p::seq<p::opt<name_before_quantity, gap, p::opt<the_word_ahead<syntax::Word::of>, word<syntax::Clause>, gap>>, limit, p::not_at<gap, name_word>> {};
/// `voor 400 uur`: of how many units an amount is the price of one.
struct counted_unit : p::seq<own_unit, p::star<p::plus<blank>, p::not_at<next_statement>, each_word>> {};
struct units : p::seq<number, gap, p::sor<unit, counted_unit>> {};
struct clause_body
    : p::sor<p::seq<clause_word<Shape::Nothing>, formula_end>,
             period_clause_body,
             p::seq<units_ahead, clause_word<Shape::Names>, after_word, units>,
             p::seq<asks_for_ahead, clause_word<Shape::Names, Shape::Matter>, after_word, measure>,
             p::seq<clause_word<Shape::Names, Shape::Matter, Shape::Declared>, after_word, list_argument>,
             p::seq<clause_word<Shape::Codes>, after_word, codes_argument>,
             p::seq<clause_word<Shape::SourceRef>, after_word, source_argument>,
             p::seq<clause_word<Shape::Name>, after_word, name_argument>,
             p::seq<clause_word<Shape::Citation>, after_word, citation_argument>,
             p::seq<clause_word<Shape::Text>, after_word, text_argument>,
             p::seq<clause_word<Shape::Extent>, after_word, extent_argument>,
             p::seq<clause_word<Shape::Quantity>, after_word, quantity_argument>,
             p::seq<clause_word<Shape::DayOfYear>, after_word, p::if_then_else<latest_in_test, date_argument, day_argument>>,
             p::seq<clause_word<Shape::StatusWord>, after_word, status_argument>,
             p::seq<clause_word<Shape::PurposeWord>, after_word, purpose_argument>,
             p::seq<clause_word<Shape::Places>, after_word, places_argument>,
             p::seq<clause_word<Shape::Amounts>, after_word, amounts_argument>,
             p::seq<clause_word<Shape::Shares>, after_word, shares_argument>,
             p::seq<clause_word<Shape::Weights>, after_word, weights_argument>,
             p::seq<clause_word<Shape::Condition>, after_word, condition_argument>,
             p::seq<clause_word<Shape::Bindings>, after_word, binding_argument>,
             p::seq<clause_word<Shape::Naming>, after_word, naming_argument>> {};
struct clause : clause_body {};
struct period_clause : p::sor<period_clause_body, word<syntax::Binds>> {};

// ---- statements -------------------------------------------------------------------------------------------------
struct statement;
struct unknown_statement;
struct lone_brace;
struct block_item : p::sor<statement, lone_brace, unknown_statement> {};
struct block_end : p::sor<p::one<'}'>, p::eof, foreign_declaration> {};
struct block_body : p::seq<wide_gap, p::star<p::not_at<block_end>, block_item, wide_gap>> {};
struct closing_brace : p::sor<p::one<'}'>, report<Expected::block_end>> {};
struct deep_block : p::seq<report<Expected::shallower_block>, rest_of_block, p::opt<p::one<'}'>>> {};
struct block : p::seq<p::one<'{'>, p::sor<p::seq<enter_block, block_body, closing_brace, leave_block>, deep_block>> {};
struct block_part : p::seq<p::at<wide_gap, p::one<'{'>>, wide_gap, block> {};
/// The parts of a declaration whose opening brace was forgotten.
struct unopened_block : p::seq<enter_block, block_body, p::opt<p::one<'}'>>, leave_block> {};
struct unopened_part : p::seq<p::at<wide_gap, belongs_inside>, report<Expected::block_begin>, wide_gap, unopened_block> {};

struct own_amounts : p::seq<amounts_here, amounts> {};
/// `aan A, behalve wmo`, `door A en B, ieder voor zover bevoegd`: lawyers put a comma before these.
struct comma_before_exception : p::seq<p::one<','>, wide_gap, p::at<exception_ahead>> {};
struct clauses : p::star<gap, p::opt<comma_before_exception>, p::not_at<next_statement>, p::sor<own_amounts, p::seq<word_ahead<syntax::Clause>, clause>, p::seq<word_ahead<syntax::Certainty>, certainty>>> {};
struct statement_end : p::sor<p::seq<gap, p::at<p::sor<p::one<'}', '#'>, p::eolf, next_statement>>>,
                              p::seq<gap, report<Expected::end_of_line>, rest_of_line>> {};
/// `lid 1 mandateert …`: an article of one sentence needs no braces.
struct only_sentence : p::seq<p::star<blank>, sentence_ahead, statement> {};
struct tail : p::seq<clauses, p::sor<block_part, only_sentence, p::seq<statement_end, p::opt<p::sor<block_part, unopened_part>>>>> {};

struct statement_body
    : p::sor<p::seq<lead<Shape::Declared>, after_word, declared_argument>,
             p::seq<lead<Shape::Matter>, after_word, p::opt<list>>,
             p::seq<lead<Shape::Names>, after_word, list_argument>,
             p::seq<lead<Shape::Nothing>, p::opt<gap, value>>,
             p::seq<lead<Shape::Name>, after_word, name_argument>,
             p::seq<lead<Shape::SourceRef>, after_word, source_argument>,
             p::seq<lead<Shape::Citation>, after_word, citation_argument>,
             p::seq<lead<Shape::Codes>, after_word, codes_argument>,
             p::seq<lead<Shape::Text>, after_word, text_argument>,
             p::seq<lead<Shape::Date>, after_word, date_argument>,
             p::seq<lead<Shape::Extent>, after_word, extent_argument>,
             p::seq<lead<Shape::Quantity>, after_word, quantity_argument>,
             p::seq<lead<Shape::DayOfYear>, after_word, day_argument>,
             p::seq<lead<Shape::StatusWord>, after_word, status_argument>,
             p::seq<lead<Shape::Place>, after_word, place_argument>,
             p::seq<lead<Shape::Places>, after_word, places_argument>,
             p::seq<lead<Shape::Dated>, after_word, dated_argument>,
             p::seq<lead<Shape::Cost>, after_word, cost_argument>,
             p::seq<lead<Shape::PurposeWord>, after_word, purpose_argument>,
             p::seq<lead<Shape::Amounts>, after_word, amounts_argument>,
             p::seq<lead<Shape::Shares>, after_word, shares_argument>,
             p::seq<lead<Shape::Weights>, after_word, weights_argument>,
             p::seq<lead<Shape::Condition>, after_word, condition_argument>,
             p::seq<lead<Shape::Bindings>, after_word, binding_argument>,
             p::seq<lead<Shape::Naming>, after_word, naming_argument>> {};
/// `moet mandateren`: a duty or a possibility is not the act.
struct modal : modal_word {};
struct statement : p::seq<p::opt<word_ahead<syntax::Modal>, modal, gap>, statement_body, tail> {};

/// A brace that opens nothing and is never closed: `overzicht bijlage { {`.
struct lone_brace : p::seq<p::at<p::one<'{'>>, one_too_many, report<Expected::statement>, p::one<'{'>> {};
/// A line that begins with no word of the language; a block after it is read all the same.
struct unknown_statement : p::seq<report<Expected::statement>, p::sor<p::seq<rest_of_line, p::opt<block_part>>, block_part>> {};

struct stray_brace : p::seq<report<Expected::no_block_end>, p::one<'}'>> {};
struct document : p::seq<p::opt<p::utf8::bom>, wide_gap,
                         p::until<p::eof, p::sor<p::seq<p::at<p::one<'}'>>, stray_brace>, block_item>, wide_gap>> {};

}  // namespace belegd::grammar
