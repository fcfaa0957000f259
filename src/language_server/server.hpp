#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "editor/workspace.hpp"

namespace belegd::language_server {

/// One editor's server. It answers in the order of what is asked, and tells of findings when nothing comes in.
class Server {
   public:
    /// `language`: in which belegd speaks; absent: in that of each file, and before there is one in that of the editor.
    explicit Server(editor::World world, std::optional<Language> language = {});
    ~Server();
    Server(Server&&) noexcept;
    Server& operator=(Server&&) noexcept;

    /// Takes what has come in. What is cancelled is not done any more, if it still waits.
    void take(std::string_view bytes);
    /// Does the next thing that was asked; false when nothing is left.
    bool step();
    /// Whether there is something to tell when nothing has come in for a while.
    bool is_restless() const;
    /// Tells what was found in the models as they are now.
    void rest();
    /// What is to go out; it is taken out.
    std::string out();
    /// How the server ended, once it has: 0 when it was asked to stop before it was told to go.
    std::optional<int> ended() const;

   private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace belegd::language_server
