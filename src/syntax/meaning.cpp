#include "syntax/meaning.hpp"

#include "base/fold.hpp"
#include "syntax/numbers.hpp"
#include "syntax/spelling.hpp"

namespace belegd::syntax {
namespace {

using Sort = Piece::Sort;

std::string told(std::string_view text, const Tree& tree, const Pieces& cut, const Piece& piece) {
    const auto said = text.substr(piece.begin, piece.end - piece.begin);
    const auto& node = tree[piece.node];
    switch (piece.sort) {
        case Sort::opaque: return "=" + std::string(said);
        case Sort::string: {
            if (!begins_quoted(said)) return "\"" + plain(said);
            const auto inside = within_quotes(said);
            return inside ? "\"" + std::string(*inside) : "=" + std::string(said);
        }
        case Sort::keyword: return "*" + std::to_string(static_cast<int>(node.word));
        case Sort::figure: {
            const auto value = worth(said, tree.language);
            return value.empty() ? "=" + plain(said) : "#" + value;
        }
        case Sort::name: {
            // `en` and `and` join names alike.
            std::string out;
            auto from = piece.begin;
            for (const auto& joint : cut.joints) {
                if (joint.begin < piece.begin || joint.end > piece.end) continue;
                out += std::string(text.substr(from, joint.begin - from)).append(kAnd.nl);
                from = joint.end;
            }
            return "." + folded(out + std::string(text.substr(from, piece.end - from)));
        }
        case Sort::word: {
            if (piece.stray) return "=" + std::string(said);
            auto out = folded(said);
            if (node.kind == Kind::quarter && out.size() == 2) out[0] = 'q';
            if (node.kind == Kind::reference_part && out == "t/m") out = "through";
            // A sign that folds to nothing is still a sign.
            return "." + (out.empty() ? std::string(said) : out);
        }
        default: return std::string(said);
    }
}

}  // namespace

Meaning meaning(std::string_view text, const Tree& tree, const Pieces& cut) {
    Meaning out;
    std::vector<std::uint32_t> top(tree.nodes.size(), 0);
    const auto language_line = [&](std::uint32_t item) {
        return tree[item].kind == Kind::statement && tree[item].word == Word::language;
    };
    for (std::uint32_t node = 1; node < tree.nodes.size(); ++node) {
        top[node] = cut.parent[node] == 0 ? node : top[cut.parent[node]];
        if (language_line(top[node])) continue;
        const auto& its = tree[node];
        const auto word = own_word(its.kind) ? its.word : Word::none;
        out.steps.push_back({"(" + std::to_string(static_cast<int>(its.kind)) + " " +
                                 std::to_string(static_cast<int>(word)) + " " + std::to_string(cut.level[node]) + " " +
                                 std::to_string(its.next - node),
                             top[node]});
    }
    const auto comments = [&](const std::vector<Comment>& all) {
        for (const auto& each : all) out.comments.push_back(each.text);
    };
    std::uint32_t before = 0, ordinal = 0;
    for (const auto& piece : cut.all) {
        comments(piece.comments);
        if (language_line(top[piece.node])) continue;
        // To which node a piece belongs: how many nodes have begun by then.
        if (piece.node != before) ++ordinal;
        before = piece.node;
        out.steps.push_back({std::to_string(ordinal) + told(text, tree, cut, piece), top[piece.node]});
        // `eerste lid` is `lid 1`.
        if (piece.sort == Sort::keyword && tree[piece.node].kind == Kind::reference_part)
            if (const auto said = ordinals_at(text.substr(piece.begin, piece.end - piece.begin)))
                for (const auto& [first, last] : said->runs) {
                    out.steps.push_back({std::to_string(ordinal) + "." + std::to_string(first), top[piece.node]});
                    if (first == last) continue;
                    out.steps.push_back({std::to_string(ordinal) + ".through", top[piece.node]});
                    out.steps.push_back({std::to_string(ordinal) + "." + std::to_string(last), top[piece.node]});
                }
    }
    comments(cut.last);
    return out;
}

}  // namespace belegd::syntax
