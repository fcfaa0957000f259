#pragma once
// Leaf tasks that a list means, where that may differ by function. Internal to resolve/.

#include <vector>

#include "base/bit_set.hpp"

namespace belegd::resolve {

/// A citation means, for each function, the tasks where that function rests on it: `alle bevoegdheden van Wgs art 4`.
class TaskSet {
   public:
    TaskSet() = default;
    explicit TaskSet(BitSet for_all) : all_(std::move(for_all)) {}
    explicit TaskSet(std::vector<BitSet> by_function) : by_function_(std::move(by_function)) { join(); }

    /// For some function.
    const BitSet& all() const { return all_; }
    const BitSet& of(std::size_t function) const { return by_function_.empty() ? all_ : by_function_[function]; }
    bool differs() const { return !by_function_.empty(); }

    TaskSet& operator|=(const TaskSet& other) {
        return change(other, [](BitSet& a, const BitSet& b) { a |= b; });
    }
    TaskSet& operator&=(const TaskSet& other) {
        return change(other, [](BitSet& a, const BitSet& b) { a &= b; });
    }
    TaskSet& operator-=(const TaskSet& other) {
        return change(other, [](BitSet& a, const BitSet& b) { a -= b; });
    }
    /// Leaves the tasks of these leaf functions alone.
    void only(const BitSet& functions) {
        for (std::size_t f = 0; f < by_function_.size(); ++f)
            if (!functions.has(f)) by_function_[f] = BitSet();
        if (differs()) join();
    }

   private:
    template <typename Each>
    TaskSet& change(const TaskSet& other, Each each) {
        if (!differs() && !other.differs()) {
            each(all_, other.all_);
            return *this;
        }
        if (!differs()) by_function_.assign(other.by_function_.size(), all_);
        for (std::size_t f = 0; f < by_function_.size(); ++f) each(by_function_[f], other.of(f));
        join();
        return *this;
    }
    void join() {
        auto out = all_ - all_;
        for (const auto& set : by_function_) out |= set;
        all_ = std::move(out);
    }

    BitSet all_;
    std::vector<BitSet> by_function_;  ///< by leaf function; empty: the same for each
};

}  // namespace belegd::resolve
