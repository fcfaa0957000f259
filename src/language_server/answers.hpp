#pragma once

#include <optional>
#include <string>

#include "language_server/wire.hpp"

namespace belegd::language_server {

/// What is asked about a file, answered.
class Answers {
   public:
    Answers(editor::Workspace& workspace, Wire& wire, const Client& client, std::optional<Language> language)
        : workspace_(workspace), wire_(wire), client_(client), language_(language) {}

    /// The result of a request; nothing when there is no such method.
    std::optional<Json> to(const std::string& method, const Json& parameters);

    /// In which language belegd speaks of a model.
    Language language_of(const analysis::Analysis& analysis) const;

   private:
    /// A file that is asked about, in one of the models that it is part of.
    struct Asked {
        std::string path, text, model;
        const analysis::Analysis* analysis;
        Language language;
    };
    Asked asked(const Json& parameters);
    const analysis::Analysis& analysis_of(const Asked& asked) const;
    std::uint32_t place(const Asked& asked, const Json& position);
    Json completion(const Json& parameters);
    Json hover(const Json& parameters);
    Json definition(const Json& parameters);
    Json references(const Json& parameters);
    Json prepare_rename(const Json& parameters);
    Json rename(const Json& parameters);
    Json symbols(const Json& parameters);
    Json tokens(const Json& parameters);
    Json formatting(const Json& parameters);
    Json actions(const Json& parameters);
    Json foldings(const Json& parameters);
    Json overview(const Json& parameters);

    editor::Workspace& workspace_;
    Wire& wire_;
    const Client& client_;
    std::optional<Language> language_;
};

}  // namespace belegd::language_server
