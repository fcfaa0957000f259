#include "syntax/load.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "syntax/markdown.hpp"
#include "syntax/parser.hpp"

namespace belegd::syntax {
namespace {

using syntax::Kind;
using syntax::Tree;
using syntax::Word;

constexpr std::string_view kEnding = ".belegd";

/// A string without its quotation marks, which take one to three bytes.
Span inside_quotes(const Sources& sources, Span span) {
    const auto text = sources.text(span);
    const auto continues = [](char byte) { return (byte & 0xC0) == 0x80; };
    auto front = std::size_t{1}, back = text.size() - 1;
    while (front < text.size() && continues(text[front])) ++front;
    while (back > front && continues(text[back])) --back;
    return {span.file, span.begin + static_cast<std::uint32_t>(front),
            span.begin + static_cast<std::uint32_t>(std::max(front, back))};
}

/// `./taken.belegd` and `taken.belegd` are one file.
std::string plain_path(std::string path) {
    while (path.starts_with("./")) path.erase(0, 2);
    for (auto at = path.find("/./"); at != std::string::npos; at = path.find("/./")) path.erase(at, 2);
    return path;
}

/// What a text says it uses: the name of a module, or a path between quotation marks.
template <typename Visit>
void each_used(const Tree& tree, const Visit& visit) {
    for (const auto statement : tree.children(0)) {
        if (tree[statement].kind != Kind::statement || tree[statement].word != Word::use) continue;
        for (const auto entry : tree.children(statement))
            if (tree[entry].kind == Kind::entry)
                for (const auto item : tree.children(entry)) visit(item);
    }
}

/// Of a Markdown file only the blocks marked `belegd` are read.
Source source(std::string name, std::string content, bool own) {
    if (!syntax::is_markdown(name)) return {std::move(name), std::move(content), own};
    auto model = syntax::model_text(content);
    return {std::move(name), std::move(content), own, std::move(model)};
}

class Loader {
   public:
    Loader(Texts& texts, const FileReader& read, Diagnostics& diagnostics, std::span<const ReadyTree> ready)
        : texts_(texts), read_(read), diagnostics_(diagnostics), ready_(ready) {}

    /// Loads a text and, before it, what it uses; gives its place in the sources.
    std::uint32_t text(std::string name, std::string content, bool own) {
        // What a model uses is named from its folder, and so is the model itself.
        const auto folder = under_way_.empty() && own ? name.find_last_of("/\\") : std::string::npos;
        under_way_.push_back(folder == std::string::npos ? name : name.substr(folder + 1));
        const auto file = texts_.sources.add(source(std::move(name), std::move(content), own));
        auto tree = own ? syntax::parse(texts_.sources, file, texts_.lexicon, diagnostics_) : of_library(file);
        each_used(tree, [&](std::uint32_t item) {
            const auto span = tree.span(item);
            if (tree[item].kind == Kind::name) module(texts_.sources.text(span), span);
            if (tree[item].kind == Kind::string) this->file(inside_quotes(texts_.sources, span));
        });
        texts_.trees.push_back(std::move(tree));
        under_way_.pop_back();
        return file;
    }

    void module(std::string_view name, Span span) {
        const auto wanted = folded(name);
        std::vector<std::string> known;
        for (const auto& file : embedded::library()) {
            const auto stem = file.name.substr(0, file.name.size() - kEnding.size());
            known.emplace_back(stem);
            if (folded(stem) != wanted) continue;
            if (seen(std::string(stem), span)) return;
            text(std::string(stem), std::string(file.text), false);
            return;
        }
        std::vector<Remedy> remedies;
        if (const auto near = nearest(name, known)) remedies.push_back({say(message::did_you_mean, {Text(*near)})});
        std::vector<Text> all(known.begin(), known.end());
        remedies.push_back({say(message::known_are, {listed(all)})});
        remedies.push_back({say(message::file_in_quotes)});
        report(say(message::unknown_module, {quoted(Text(name))}), span, std::move(remedies));
    }

   private:
    Tree of_library(std::uint32_t file) {
        for (const auto& each : ready_)
            if (each.module == texts_.sources[file].name())
                return {file, each.language, {each.nodes.begin(), each.nodes.end()}};
        return syntax::parse(texts_.sources, file, texts_.lexicon, diagnostics_);
    }

    void report(Text message, Span span, std::vector<Remedy> remedies, Code code = Code::N10) {
        auto id = std::string(info(code).id) + "/" + std::string(texts_.sources.text(span));
        diagnostics_.add({code, std::move(message), at(span), {}, {}, {}, {}, std::move(remedies), std::move(id)});
    }

    /// Whether a text is loaded already, or being loaded: then it uses itself.
    bool seen(const std::string& name, Span span) {
        if (const auto start = std::find(under_way_.begin(), under_way_.end(), name); start != under_way_.end()) {
            std::vector<Text> circle(start, under_way_.end());
            if (circle.size() == 1)
                report(say(message::use_itself, {circle.front()}), span, {{say(message::use_itself_out)}}, Code::N06);
            else
                report(say(message::use_circle, {listed(circle)}), span, {{say(message::use_circle_out)}}, Code::N06);
            return true;
        }
        if (std::find(loaded_.begin(), loaded_.end(), name) != loaded_.end()) return true;
        loaded_.push_back(name);
        return false;
    }

    void file(Span span) {
        const auto path = plain_path(std::string(texts_.sources.text(span)));
        const bool outside = path.empty() || path.front() == '/' || path.find("..") != std::string::npos ||
                             path.find('\\') != std::string::npos || path.find(':') != std::string::npos;
        if (outside) {
            const auto name = path.substr(path.find_last_of("/\\:") + 1);
            std::vector<Remedy> remedies;
            if (!name.empty()) remedies.push_back({say(message::file_inside, {Text(name)})});
            report(say(message::path_outside, {quoted(Text(path))}), span, std::move(remedies));
            return;
        }
        if (seen(path, span)) return;
        auto content = read_(path);
        if (!content) {
            report(say(message::no_such_file, {quoted(Text(path))}), span, {{say(message::file_beside)}});
            return;
        }
        if (syntax::is_markdown(path) && !syntax::has_model(*content)) {
            report(say(message::no_block, {Text(path)}), span, {{say(message::block_begins)}});
            return;
        }
        text(path, std::move(*content), true);
    }

    Texts& texts_;
    const FileReader& read_;
    Diagnostics& diagnostics_;
    std::span<const ReadyTree> ready_;
    std::vector<std::string> under_way_, loaded_;
};

/// Municipalities and organs whose names would be read as several words are one name from here on: those that the
/// library has between quotation marks.
void protect_names(Texts& texts) {
    const auto& tree = texts.trees.back();
    const auto protect = [&](std::uint32_t node) {
        texts.lexicon.protect(texts.sources.text(inside_quotes(texts.sources, tree.span(node))));
    };
    const auto know = [&](std::uint32_t node) {
        texts.lexicon.know(texts.sources.text(inside_quotes(texts.sources, tree.span(node))));
    };
    for (const auto node : tree.children(0)) {
        if (tree[node].kind != Kind::statement) continue;
        if (tree[node].word == Word::municipality || tree[node].word == Word::organ)
            for (auto inside = node + 1; inside < tree[node].next; ++inside)
                if (tree[inside].kind == Kind::name || tree[inside].kind == Kind::string) know(inside);
        for (const auto child : tree.children(node)) {
            if (tree[node].word == Word::municipality && tree[child].kind == Kind::string) {
                protect(child);
                break;
            }
            if (tree[node].word == Word::organ && tree[child].kind == Kind::clause)
                for (const auto entry : tree.children(child))
                    for (const auto item : tree.children(entry))
                        if (tree[item].kind == Kind::string) protect(item);
        }
    }
}

}  // namespace

Texts load(std::string name, std::string text, const FileReader& read, Diagnostics& diagnostics,
           std::span<const ReadyTree> ready) {
    Texts texts;
    Loader loader(texts, read, diagnostics, ready);
    loader.module("kern", {});
    protect_names(texts);
    texts.main = loader.text(std::move(name), std::move(text), true);
    texts.language = syntax::language_of(texts.sources[texts.main].text());
    return texts;
}

std::vector<std::string> files_used(std::string name, std::string text) {
    Sources sources;
    Diagnostics unheard;
    const syntax::Lexicon lexicon;
    const auto file = sources.add(source(std::move(name), std::move(text), true));
    const auto tree = syntax::parse(sources, file, lexicon, unheard);
    std::vector<std::string> out;
    each_used(tree, [&](std::uint32_t item) {
        if (tree[item].kind == Kind::string)
            out.push_back(plain_path(std::string(sources.text(inside_quotes(sources, tree.span(item))))));
    });
    return out;
}

}  // namespace belegd::syntax
