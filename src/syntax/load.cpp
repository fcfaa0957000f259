#include "syntax/load.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "syntax/markdown.hpp"
#include "syntax/on_demand.hpp"
#include "syntax/parser.hpp"

namespace belegd::syntax {
namespace {

using syntax::Kind;
using syntax::Tree;
using syntax::Word;

constexpr std::string_view kEnding = ".belegd";
/// The municipalities that are no more: read without being asked for when a text names one.
constexpr std::string_view kFormer = "opgeheven_gemeenten";

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

/// Parties and organs whose names would be read as several words are one name from here on: those that the library has
/// between quotation marks. Gives those, folded.
std::vector<std::string> protect_names(Texts& texts, const Tree& tree) {
    std::vector<std::string_view> names, in_quotes;
    const auto text = [&](std::uint32_t node) {
        return texts.sources.text(tree[node].kind == Kind::string ? inside_quotes(texts.sources, tree.span(node))
                                                                  : tree.span(node));
    };
    for (const auto node : tree.children(0)) {
        if (tree[node].kind != Kind::statement) continue;
        const auto word = tree[node].word;
        if (word != Word::municipality && word != Word::organisation && word != Word::organ && word != Word::official)
            continue;
        bool named = false;  // what follows a name is a title
        for (const auto child : tree.children(node)) {
            const auto kind = tree[child].kind;
            if (!named && (kind == Kind::string || kind == Kind::name)) {
                (kind == Kind::string ? in_quotes : names).push_back(text(child));
                named = true;
            }
            if (kind == Kind::clause && tree[child].word == Word::also_called)
                for (const auto entry : tree.children(child))
                    for (const auto item : tree.children(entry))
                        if (tree[item].kind == Kind::string || tree[item].kind == Kind::name)
                            (tree[item].kind == Kind::string ? in_quotes : names).push_back(text(item));
        }
    }
    std::vector<std::string> out;
    if (in_quotes.empty()) return out;
    for (const auto* all : {&names, &in_quotes})
        for (const auto name : *all) texts.lexicon.know(name);
    for (const auto name : in_quotes) {
        texts.lexicon.protect(name);
        out.push_back(folded(name));
    }
    return out;
}

class Loader {
   public:
    Loader(Texts& texts, const FileReader& read, Diagnostics& diagnostics, std::span<const ReadyTree> ready)
        : texts_(texts), read_(read), diagnostics_(diagnostics), ready_(ready) {}

    /// Loads the model and, before it, what it uses; gives its place in the sources.
    std::uint32_t model(std::string name, std::string content) {
        // What a model uses is named from its folder, and so is the model itself.
        folder_ = folder_of(name);
        auto from_folder = name.substr(folder_.size());
        return text(std::move(from_folder), std::move(name), std::move(content), true);
    }

    /// The same of any text; `shown` is its name for who reads, `name` the one by which texts of this model use it.
    std::uint32_t text(std::string name, std::string shown, std::string content, bool own) {
        under_way_.push_back(std::move(name));
        const auto file = texts_.sources.add(source(std::move(shown), std::move(content), own));
        Diagnostics said;
        auto tree = own ? syntax::parse(texts_.sources, file, texts_.lexicon, said) : of_library(file);
        const auto known = static_cast<std::ptrdiff_t>(protected_.size());
        each_used(tree, [&](std::uint32_t item) {
            const auto span = tree.span(item);
            if (tree[item].kind == Kind::name) module(texts_.sources.text(span), span);
            if (tree[item].kind == Kind::string) this->file(inside_quotes(texts_.sources, span));
        });
        if (own) {
            if (!has(kFormer) && former().named_in(tree, texts_.sources[file].text())) module(kFormer, {});
            if (names_one_of(texts_.sources[file].text(), protected_.begin() + known, protected_.end())) {
                said = {};
                tree = syntax::parse(texts_.sources, file, texts_.lexicon, said);
            }
        } else {
            for (auto& each : protect_names(texts_, tree)) protected_.push_back(std::move(each));
        }
        for (const auto& each : said.items()) diagnostics_.add(each);
        texts_.trees.push_back(std::move(tree));
        under_way_.pop_back();
        return file;
    }

    void module(std::string_view name, Span span) {
        const auto wanted = folded(name);
        for (const auto& file : embedded::library()) {
            const auto stem = file.name.substr(0, file.name.size() - kEnding.size());
            if (!folds_to(stem, wanted)) continue;
            if (seen(std::string(stem), span)) return;
            text(std::string(stem), std::string(stem), std::string(file.text), false);
            return;
        }
        std::vector<std::string> known;
        for (const auto& file : embedded::library())
            known.emplace_back(file.name.substr(0, file.name.size() - kEnding.size()));
        std::vector<Remedy> remedies;
        if (const auto near = nearest(name, known))
            remedies.push_back({say(message::did_you_mean, {Text(*near)}), {}, false, Text(*near)});
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

    /// Whether a text has one of these names, which it was read without.
    template <typename Names>
    static bool names_one_of(std::string_view text, Names begin, Names end) {
        if (begin == end) return false;
        const auto all = folded(text);
        return std::any_of(begin, end, [&](const auto& name) { return all.find(name) != std::string::npos; });
    }

    bool has(std::string_view module) const {
        return std::find(loaded_.begin(), loaded_.end(), module) != loaded_.end();
    }

    const OnDemand& former() {
        if (former_) return *former_;
        for (const auto& file : embedded::library()) {
            if (file.name.substr(0, file.name.size() - kEnding.size()) != kFormer) continue;
            Sources sources;
            const auto number = sources.add(Source(std::string(kFormer), std::string(file.text), false));
            Diagnostics unheard;
            const auto known = std::find_if(ready_.begin(), ready_.end(),
                                            [](const ReadyTree& each) { return each.module == kFormer; });
            const auto tree = known != ready_.end()
                                  ? Tree{number, known->language, {known->nodes.begin(), known->nodes.end()}}
                                  : syntax::parse(sources, number, texts_.lexicon, unheard);
            former_.emplace(tree, file.text);
        }
        return *former_;
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
            report(say(message::no_block, {Text(folder_ + path)}), span, {{say(message::block_begins)}});
            return;
        }
        text(path, folder_ + path, std::move(*content), true);
    }

    Texts& texts_;
    const FileReader& read_;
    Diagnostics& diagnostics_;
    std::span<const ReadyTree> ready_;
    std::string folder_;  ///< of the model, with its last slash
    std::vector<std::string> under_way_, loaded_;
    std::vector<std::string> protected_;  ///< folded: names that are to be read as one
    std::optional<OnDemand> former_;
};

}  // namespace

Texts load(std::string name, std::string text, const FileReader& read, Diagnostics& diagnostics,
           std::span<const ReadyTree> ready) {
    Texts texts;
    Loader loader(texts, read, diagnostics, ready);
    loader.module("kern", {});
    texts.main = loader.model(std::move(name), std::move(text));
    texts.language = syntax::language_of(texts.sources[texts.main].text());
    return texts;
}

std::string folder_of(std::string_view path) {
    const auto slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash + 1));
}

std::string from_folder(const Texts& texts, std::uint32_t file) {
    return texts.sources[file].name().substr(folder_of(texts.sources[texts.main].name()).size());
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
