// The names that the modules of the library declare, for a model that does not use the module.
#include "resolve/names/library_names.hpp"

#include <map>
#include <vector>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "resolve/phrases/phrase_from_syntax.hpp"
#include "syntax/parser.hpp"

namespace belegd::resolve {
namespace {

using syntax::Word;

using Table = std::map<NameKind, std::vector<LibraryName>>;

std::optional<NameKind> kind_of(Word word) {
    switch (word) {
        case Word::municipality:
        case Word::organisation: return NameKind::party;
        case Word::organ: return NameKind::organ;
        case Word::domain:
        case Word::task: return NameKind::task;
        case Word::form: return NameKind::form;
        case Word::law: return NameKind::statute;
        case Word::function: return NameKind::function;
        case Word::provision: return NameKind::provision;
        case Word::capacity: return NameKind::capacity;
        case Word::named_condition: return NameKind::condition;
        default: return std::nullopt;
    }
}

class Collector {
   public:
    Collector(const Sources& sources, const syntax::Tree& tree, std::string module, Table& out)
        : sources_(sources), tree_(tree), module_(std::move(module)), out_(out) {}

    void collect(std::uint32_t node) {
        const auto read = phrase(sources_, tree_, node, unheard_);
        const auto kind = kind_of(read.word);
        if (!kind || read.items.empty()) return;
        add(*kind, read.items.front().text);
        if (!read.title.empty()) add(*kind, read.title.en);
        for (const auto& clause : read.clauses) also_called(*kind, clause);
        for (const auto inner : read.block) {
            if (tree_[inner].kind != syntax::Kind::statement) continue;
            if (tree_[inner].word == Word::also_called || tree_[inner].word == Word::organs)
                also_called(*kind, phrase(sources_, tree_, inner, unheard_));
            else
                collect(inner);
        }
    }

   private:
    void add(NameKind kind, std::string_view name) { out_[kind].push_back({folded(name), module_}); }
    void also_called(NameKind kind, const Phrase& clause) {
        if (clause.word != Word::also_called && clause.word != Word::organs) return;
        for (const auto& item : clause.items) add(clause.word == Word::organs ? NameKind::organ : kind, item.text);
    }

    const Sources& sources_;
    const syntax::Tree& tree_;
    std::string module_;
    Table& out_;
    Diagnostics unheard_;
};

const Table& table() {
    static const Table all = [] {
        Table out;
        const syntax::Lexicon lexicon;
        for (const auto& file : embedded::library()) {
            const std::string module(file.name.substr(0, file.name.find('.')));
            Sources sources;
            const auto number = sources.add(Source(module, std::string(file.text), false));
            Diagnostics unheard;
            const auto tree = syntax::parse(sources, number, lexicon, unheard);
            Collector collector(sources, tree, module, out);
            for (const auto node : tree.children(0))
                if (tree[node].kind == syntax::Kind::statement) collector.collect(node);
        }
        return out;
    }();
    return all;
}

}  // namespace

std::optional<LibraryName> library_with(NameKind kind, std::string_view name) {
    const auto names = table().find(kind);
    if (names == table().end()) return std::nullopt;
    const auto wanted = folded(name);
    const LibraryName* found = nullptr;
    for (const auto& each : names->second) {
        if (each.folded != wanted) continue;
        if (found != nullptr && found->module != each.module && kind == NameKind::organ) return std::nullopt;
        if (found == nullptr) found = &each;
    }
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<LibraryName> library_begins(NameKind kind, std::string_view text) {
    const auto names = table().find(kind);
    if (names == table().end()) return std::nullopt;
    const auto written = folded(text) + " ";
    const LibraryName* longest = nullptr;
    for (const auto& each : names->second)
        if (written.starts_with(each.folded) &&
            !is_word_character(static_cast<unsigned char>(written[each.folded.size()])) &&
            (longest == nullptr || longest->folded.size() < each.folded.size()))
            longest = &each;
    return longest == nullptr ? std::nullopt : std::optional(*longest);
}

}  // namespace belegd::resolve
