#pragma once

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

/// Other programs that do a part of the work where they are there.
namespace belegd::system {

/// The first of these programs on the path, or on Windows where their installers put them; empty when none is there.
std::string program(std::initializer_list<const char*> names);

/// A folder that nobody else reads, and that goes with what is in it.
class Workroom {
   public:
    Workroom();
    ~Workroom();
    Workroom(const Workroom&) = delete;
    Workroom& operator=(const Workroom&) = delete;
    /// Empty when there could be none.
    const std::string& path() const { return path_; }

   private:
    std::string path_;
};

/// While another program works, what ends belegd first lets it clear up; then `end_if_called_off`.
class Signals {
   public:
    Signals();
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;
};
/// Ends belegd by the signal that came meanwhile, if one did.
void end_if_called_off();

enum class Ended : std::uint8_t { well, badly, late };

/// Runs a program in silence, and ends it with all that it began when it takes too long.
Ended ran_within(std::chrono::milliseconds limit, std::vector<std::string> words);

}  // namespace belegd::system
