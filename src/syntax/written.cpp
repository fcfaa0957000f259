// How a piece of text is spelled: in the other language, with the quotation marks it needs.
#include "syntax/layout.hpp"

#include "base/fold.hpp"
#include "base/source.hpp"
#include "syntax/columns.hpp"
#include "syntax/numbers.hpp"
#include "syntax/spelling.hpp"

namespace belegd::syntax {

using Sort = Piece::Sort;

std::string written(std::string_view text, const Tree& tree, const Pieces& cut, std::size_t index, Language language) {
    const auto& piece = cut.all[index];
    const auto said = text.substr(piece.begin, piece.end - piece.begin);
    const auto& node = tree[piece.node];
    const auto item = cut.item[piece.node];
    switch (piece.sort) {
        case Sort::opaque: return std::string(said);
        case Sort::string:
            if (!begins_quoted(said)) return "\"" + plain(said) + "\"";
            if (const auto inside = within_quotes(said)) return "\"" + std::string(*inside) + "\"";
            return std::string(said);
        case Sort::figure: return spelled_figure(said, node.kind, tree.language, language).value_or(std::string(said));
        case Sort::keyword: {
            Surroundings around;
            const auto* before = index > 0 ? &cut.all[index - 1] : nullptr;
            around.after_modal = before != nullptr && tree[before->node].kind == Kind::modal;
            if (before != nullptr && before->sort == Sort::figure) {
                const auto figure = text.substr(before->begin, before->end - before->begin);
                around.after_one = figure == "1" || number_named(figure) == 1;
            }
            around.leads = piece.begin == tree[item].begin;
            const auto word = spelled(node.word, node.kind, said, language, around);
            const auto ordinals = node.kind == Kind::reference_part ? ordinals_at(said) : std::nullopt;
            if (!ordinals) return word;
            // A number in figures has no list of its own.
            if (ordinals->runs.size() > 1) return spelled_ordinals(said, tree.language, language) + " " + word;
            const auto& [first, last] = ordinals->runs.front();
            return word + " " + std::to_string(first) +
                   (first == last ? "" : (language == Language::nl ? " t/m " : " through ") + std::to_string(last));
        }
        case Sort::name:
            // `taal nl`; what else is written there is for people to put right.
            if (tree[item].word == Word::language && (folded(said) == "nl" || folded(said) == "en"))
                return language == Language::nl ? "nl" : "en";
            {
                std::string out;
                auto from = piece.begin;
                for (const auto& joint : cut.joints) {
                    if (joint.begin < piece.begin || joint.end > piece.end) continue;
                    out.append(text.substr(from, joint.begin - from)).append(kAnd.in(language));
                    from = joint.end;
                }
                return plain(out + std::string(text.substr(from, piece.end - from)));
            }
        case Sort::word: {
            if (piece.stray) return std::string(said);
            auto out = plain(said);
            if (node.kind == Kind::quarter && (out[0] == 'q' || out[0] == 'k' || out[0] == 'K')) out[0] = 'Q';
            if (node.kind == Kind::reference_part && tree.language != language && (out == "t/m" || out == "through"))
                out = language == Language::nl ? "t/m" : "through";
            return out;
        }
        default: return std::string(said);
    }
}

}  // namespace belegd::syntax
