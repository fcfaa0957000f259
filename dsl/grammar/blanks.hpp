#pragma once
// Blanks, comments, line ends, and how a statement goes on over lines.

#include "syntax/primitives.hpp"

namespace belegd::grammar {

namespace p = tao::pegtl;
using namespace belegd::syntax::primitive;
using syntax::Expected;
using syntax::Shape;

/// Space and tab, and the non-breaking and thin spaces that word processors write.
struct blank : p::sor<p::one<' ', '\t'>, p::utf8::one<0xA0, 0x2007, 0x2009, 0x202F>> {};
struct comment : p::seq<p::one<'#'>, p::until<p::at<p::eolf>>> {};
struct line_end : p::seq<p::star<blank>, p::opt<comment>, p::eol> {};

/// `/ en "…"` at the beginning of a line: the title in the other language.
struct translation_ahead : p::at<p::one<'/'>, p::star<blank>, p::plus<p::alpha>, p::star<blank>,
                                 p::sor<p::one<'"'>, p::utf8::one<0x201C, 0x201D, 0x201E>>> {};
/// A line that begins with a joining word goes on with the line before.
struct joined_line : p::seq<p::plus<line_end>, p::star<blank>, p::sor<joining_word, translation_ahead>> {};
/// Between the parts of a statement.
struct gap : p::seq<p::star<blank>, p::opt<p::seq<p::at<p::one<'#', '\n', '\r'>>, joined_line>>> {};
/// After a comma and inside brackets lines do not count; nor between statements.
struct wide_gap : p::star<p::sor<blank, p::eol, comment>> {};
struct comma : p::seq<gap, p::one<','>, wide_gap> {};

}  // namespace belegd::grammar
