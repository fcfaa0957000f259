#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "graph/coverage.hpp"

namespace belegd::graph {

/// Gives equal answers one number.
class Answers {
   public:
    explicit Answers(std::vector<Answer>& table) : table_(table) {}

    const Answer& operator[](AnswerId id) const { return table_[id]; }
    AnswerId intern(Answer answer);

   private:
    std::vector<Answer>& table_;
    std::unordered_map<std::uint64_t, std::vector<AnswerId>> by_hash_;
};

}  // namespace belegd::graph
