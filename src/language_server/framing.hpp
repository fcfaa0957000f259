#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"

/// belegd as a server of the Language Server Protocol: messages in, messages out. Where they come from and go to is for
/// who runs it.
namespace belegd::language_server {

/// Cuts what comes in into messages: a header with the length, an empty line, and so many bytes.
class Framing {
   public:
    static constexpr std::size_t kLargest = 64u << 20;  ///< bytes of one message

    void add(std::string_view bytes) { buffer_ += bytes; }

    /// A message, or why there is none where one should be; then what is no header is passed over.
    struct Frame {
        std::string message;
        Text wrong;
    };
    /// Nothing while the next is not whole.
    std::optional<Frame> next();

   private:
    std::optional<Frame> refused(std::size_t used, Text why);

    std::string buffer_;
    std::size_t to_skip_ = 0;  ///< of a message that is too large
    bool lost_ = false;        ///< a header was wrong: the next one is looked for
};

/// A message as it goes out.
std::string framed(std::string_view message);

}  // namespace belegd::language_server
