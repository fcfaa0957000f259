#include "unit/syntax/shape.hpp"

#include <doctest/doctest.h>

namespace belegd::shape {
namespace {

using syntax::Kind;
using syntax::Word;

/// The kinds whose word says all there is to say.
bool told_by_word(Kind kind) {
    switch (kind) {
        case Kind::statement:
        case Kind::clause:
        case Kind::value:
        case Kind::certainty:
        case Kind::status_word:
        case Kind::alternative:
        case Kind::unit: return true;
        default: return false;
    }
}

std::string trimmed(std::string_view text) { return std::string(text.substr(0, text.find_last_not_of(" \t\r\n") + 1)); }

std::string named(const Parsed& parsed, std::uint32_t node) {
    const auto& each = parsed.tree[node];
    std::string out = name_of(each.kind);
    const bool wordless = each.kind == Kind::name || each.kind == Kind::reference;
    if (each.word != Word::none && !wordless) out += std::string(" ") + syntax::info(each.word).id;
    const bool told = each.word != Word::none && told_by_word(each.kind);
    const bool leaf = each.next == node + 1 && each.kind != Kind::block;
    if ((leaf && !told) || each.kind == Kind::reference)
        out += " [" + trimmed(parsed.sources.text(parsed.tree.span(node))) + "]";
    return out;
}

void write(const Parsed& parsed, std::uint32_t node, std::size_t depth, std::string& out) {
    out += std::string(2 * depth, ' ') + named(parsed, node);
    const auto& tree = parsed.tree;
    const auto holds_one = [&](std::uint32_t at) {
        const auto kind = tree[at].kind;
        return (kind == Kind::clause || kind == Kind::entry || kind == Kind::translation) && tree[at].next > at + 1 &&
               tree[at + 1].next == tree[at].next;
    };
    while (holds_one(node)) out += ": " + named(parsed, ++node);
    out += "\n";
    for (const auto child : tree.children(node)) write(parsed, child, depth + 1, out);
}

syntax::Tree parsed(std::string_view text, const std::vector<std::string>& names, Sources& sources,
                    Diagnostics& diagnostics) {
    syntax::Lexicon lexicon;
    for (const auto& name : names) lexicon.protect(name);
    auto tree = syntax::parse(sources, sources.add(Source("model", std::string(text))), lexicon, diagnostics);
    diagnostics.sort();
    return tree;
}

}  // namespace

const char* name_of(Kind kind) {
    static const char* const names[] = {
        "document",
#define NODE(kind) #kind,
#include "syntax/kinds.def"
#undef NODE
    };
    return names[static_cast<std::size_t>(kind)];
}

Parsed::Parsed(std::string_view text, const std::vector<std::string>& names)
    : tree(parsed(text, names, sources, diagnostics)) {}

std::string Parsed::shape() const {
    std::string out;
    for (const auto child : tree.children(0)) write(*this, child, 0, out);
    return out;
}

std::string Parsed::said() const {
    std::string out;
    for (const auto& item : diagnostics.items()) {
        const auto place = sources.place(item.primary.span);
        out +=
            std::string(item.code_id()) + " " + std::to_string(place.line) + ":" + std::to_string(place.column) + "\n";
    }
    return out;
}

std::string read(std::string_view text, const std::vector<std::string>& names) {
    const Parsed parsed(text, names);
    CHECK_MESSAGE(parsed.said().empty(), parsed.said());
    return parsed.shape();
}

std::string misread(std::string_view text, const std::vector<std::string>& names) {
    const Parsed parsed(text, names);
    return parsed.said() + parsed.shape();
}

}  // namespace belegd::shape
