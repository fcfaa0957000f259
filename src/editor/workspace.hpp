#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analysis.hpp"
#include "syntax/pieces.hpp"

/// What an editor asks about texts that are being written. Places are offsets in bytes.
namespace belegd::editor {

/// A stretch of bytes of a file.
struct Location {
    std::string path;
    std::uint32_t begin = 0, end = 0;
    bool operator==(const Location&) const = default;
};

/// A stretch of a file that gets another text.
struct Edit {
    Location at;
    std::string text;
    bool operator==(const Edit&) const = default;
};

/// What a workspace asks of where the files lie. Who holds it says when something there may have changed.
struct World {
    /// The text of a file; nothing when there is none.
    std::function<std::optional<std::string>(const std::string& path)> text;
    /// The same of a file that a model names from its own folder; nothing of one that lies outside it.
    std::function<std::optional<std::string>(const std::string& model, const std::string& used)> beside;
    /// The models that lie in the folder of a file or in one above it: nobody can use a file that does not lie below him.
    std::function<std::vector<std::string>(const std::string& path)> models_near;
    /// The day on which acceptances and what has passed are looked at.
    std::function<Day()> today;
};

/// The files that are open, the models that they are part of, and what belegd knows of those.
class Workspace {
   public:
    explicit Workspace(World world) : world_(std::move(world)) {}

    /// From now on this is the text of the file, whatever lies on the disk.
    void open(const std::string& path, std::string text) { open_[path] = std::move(text); }
    /// Replaces bytes [begin, end) of an open text; what lies outside the text is left out of the stretch.
    void edit(const std::string& path, std::size_t begin, std::size_t end, std::string_view text);
    void close(const std::string& path);
    /// What is known of files that are not open may no longer be so.
    void disk_changed();

    /// The open text; null when the file is not open.
    const std::string* open_text(const std::string& path) const;
    /// The text as it is now: the open one, else that of the disk.
    std::optional<std::string> text(const std::string& path);

    /// The same of a file that a model names from its own folder.
    std::optional<std::string> text_beside(const std::string& model, const std::string& used);

    /// The models that a file is part of, by path: those that use it, else the file itself.
    std::vector<std::string> models_of(const std::string& path);
    /// Every model that some open file is part of, each once, by path.
    std::vector<std::string> models();

    /// What belegd knows of a model. It is kept as long as nothing that it was read from has changed; null when there is
    /// no such file, or no model in it.
    const analysis::Analysis* model(const std::string& path);
    /// What is known of it without reading it again: perhaps of an earlier text; null when it was never read.
    const analysis::Analysis* known(const std::string& path) const;
    /// Whether the models of the open files are known as they are now.
    bool is_settled();

    const World& world() const { return world_; }

   private:
    /// A model with everything that it was read from, as it was then.
    struct Known {
        std::unique_ptr<analysis::Analysis> analysis;
        std::optional<std::string> text;
        std::vector<std::pair<std::string, std::optional<std::string>>> used;
    };
    bool is_current(const std::string& path, const Known& known);
    /// The files that a text says it uses, by path; the text is read again only when it is another.
    const std::vector<std::string>& uses(const std::string& path);
    bool uses(const std::string& path, const std::string& wanted);

    World world_;
    std::map<std::string, std::string> open_;
    std::map<std::string, std::optional<std::string>> disk_;
    std::map<std::pair<std::string, std::string>, std::optional<std::string>> disk_beside_;
    std::map<std::string, std::vector<std::string>> near_;
    std::map<std::string, std::pair<std::string, std::vector<std::string>>> uses_;  ///< with the text that says so
    std::map<std::string, Known> known_;
};

/// One text of a model, cut along its syntax tree.
struct Reading {
    Sources sources;
    syntax::Tree tree;
    syntax::Pieces cut;

    std::string_view text() const { return sources[0].text(); }
    /// The text of a node.
    std::string_view text(std::uint32_t node) const {
        return text().substr(tree[node].begin, tree[node].end - tree[node].begin);
    }
    /// The piece that a place stands in, or at the end of which it stands; null where there is none.
    const syntax::Piece* piece_at(std::uint32_t at) const;
};
/// `lexicon`: with the names that the model protects.
Reading reading(const std::string& path, std::string text, const syntax::Lexicon& lexicon);

/// The words of the table and the names of the library, for a text that belongs to no model that is known.
const syntax::Lexicon& plain_lexicon();

/// The number of a file among the sources of a model; nothing when it is none of them.
std::optional<std::uint32_t> file_of(const analysis::Analysis& analysis, std::string_view path);

}  // namespace belegd::editor
