#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a program is called with, and what it reads and writes without naming a file.
namespace belegd::system {

/// The words of the call, in UTF-8 whatever the machine writes.
std::vector<std::string> words_of_call(int argc, const char* const* argv);

/// A variable of the environment.
std::optional<std::string> environment(const char* name);

/// While it lives the standard streams take bytes as they are, and a screen shows them as UTF-8; it leaves the screen as it
/// was.
class Streams {
   public:
    Streams();
    ~Streams();
    Streams(const Streams&) = delete;
    Streams& operator=(const Streams&) = delete;

   private:
    struct Kept;
    std::unique_ptr<Kept> kept_;
};

/// Whether standard output comes on a screen.
bool is_screen();
/// Whether what is written to a path comes on a screen.
bool is_screen(const std::string& path);
/// How many columns the screen has; nothing without one.
std::optional<std::size_t> columns_of_screen();

/// All that standard input gives; nothing when it cannot be read or gives more than `most` bytes.
std::optional<std::string> read_input(std::size_t most);

/// What came of writing to standard output; a reader may have seen enough.
enum class Printed : std::uint8_t { whole, unread, failed };
Printed print(std::string_view bytes);

/// Standard input for who does not only wait for it.
class Input {
   public:
    Input();
    ~Input();
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    struct Part {
        enum class Kind : std::uint8_t { some, none_yet, closed, failed } kind;
        std::string bytes;
    };
    /// What comes within a time; without one as long as it takes.
    Part next(std::optional<std::chrono::milliseconds> patience);

   private:
    struct Reader;
    std::shared_ptr<Reader> reader_;
};

}  // namespace belegd::system
