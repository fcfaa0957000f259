#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "editor/workspace.hpp"
#include "resolve/names/navigation.hpp"

namespace belegd::editor {

/// Where models and their files lie, for who gives a thing another name.
struct Files {
    /// A name that a file has by whatever path it is reached.
    std::function<std::string(const std::string& path)> one_name;
    /// The models in the folder of a file and in those above it.
    std::function<std::vector<std::string>(const std::string& path)> models_near;
    std::function<std::optional<std::string>(const std::string& path)> text;
    std::function<std::optional<std::string>(const std::string& model, const std::string& used)> beside;
    /// Null when there is no model.
    std::function<std::unique_ptr<analysis::Analysis>(const std::string& path)> read;
};
Files files_of(Workspace& workspace);

/// One name that becomes another, in a model and in every other that has a file in common with it.
class Renaming {
   public:
    /// `kind` chooses when things of different kinds have the name.
    Renaming(Files files, std::string name, std::string to, std::optional<model::NameKind> kind)
        : files_(std::move(files)), name_(std::move(name)), to_(std::move(to)), kind_(kind) {}

    /// All of it: in a model, in who shares its files, and read again. Gives why it cannot be; then nothing is to change.
    Text everywhere(const std::string& path, std::unique_ptr<analysis::Analysis> before);

    struct Change {
        std::string path, text, before;
        std::vector<resolve::Renamed::File::Replaced> replaced;
    };
    /// By the one name of each file.
    const std::map<std::string, Change>& changed() const { return changed_; }

   private:
    struct Model {
        std::string path;
        std::unique_ptr<analysis::Analysis> before;
    };
    Text in(const std::string& path, std::unique_ptr<analysis::Analysis> before);
    Text in_who_shares();
    Text in_other(const std::string& path, const std::string& shared, const std::string& shown);
    bool can_be_read() const;
    bool has(const std::string& path) const;
    bool uses(const std::string& model, const std::string& shared) const;

    Files files_;
    std::string name_, to_;
    std::optional<model::NameKind> kind_;
    std::map<std::string, Change> changed_;
    std::vector<Model> models_;
};

}  // namespace belegd::editor
