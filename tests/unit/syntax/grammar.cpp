// The grammar cannot loop without reading on: PEGTL looks at it as a graph of rules.
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>
#include <type_traits>

#include "grammar/statements.hpp"

// After the messages, which have a macro of the same name as doctest.
#include <doctest/doctest.h>

namespace {

using namespace belegd::syntax::primitive;

/// The rules written by hand of which nothing but their name is known here.
template <typename Rule>
inline constexpr bool kByHand = tao::pegtl::demangle<Rule>().substr(0, 8) == "belegd::";

/// Those that have read something when they succeed; the others look, note or count, and may have read nothing.
template <typename Rule>
inline constexpr bool kReads = false;
template <unsigned Roles, belegd::syntax::Shape... Shapes>
inline constexpr bool kReads<word<Roles, Shapes...>> = true;
template <belegd::syntax::Shape... Shapes>
inline constexpr bool kReads<lead<Shapes...>> = true;
template <belegd::syntax::Word Wanted>
inline constexpr bool kReads<the_word<Wanted>> = true;
template <>
inline constexpr bool kReads<word_text> = true;
template <>
inline constexpr bool kReads<ordinal> = true;

}  // namespace

template <typename Name, typename Rule>
struct tao::pegtl::analyze_traits<Name, Rule, std::enable_if_t<kByHand<Rule>>>
    : std::conditional_t<kReads<Rule>, tao::pegtl::analyze_any_traits<>, tao::pegtl::analyze_opt_traits<>> {};

TEST_CASE("grammar: no rule can repeat or call itself without reading on") {
    CHECK(tao::pegtl::analyze<belegd::grammar::document>() == 0);
}
