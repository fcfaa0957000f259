#pragma once

#include <bit>
#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <cstdint>

namespace belegd {

/// A set of small numbers (leaf tasks, leaf functions); sets of one model have one universe size.
/// Up to 320 members it needs no memory of its own.
class BitSet {
   public:
    BitSet() = default;
    explicit BitSet(std::size_t universe) : words_((universe + 63) / 64, 0) {}

    void set(std::size_t member) { words_[member / 64] |= std::uint64_t{1} << (member % 64); }
    void reset(std::size_t member) { words_[member / 64] &= ~(std::uint64_t{1} << (member % 64)); }
    bool has(std::size_t member) const {
        return member / 64 < words_.size() && (words_[member / 64] >> (member % 64) & 1) != 0;
    }
    bool none() const {
        for (const auto word : words_)
            if (word != 0) return false;
        return true;
    }
    bool any() const { return !none(); }
    std::size_t count() const {
        std::size_t total = 0;
        for (const auto word : words_) total += static_cast<std::size_t>(std::popcount(word));
        return total;
    }
    bool intersects(const BitSet& other) const {
        for (std::size_t i = 0; i < words_.size() && i < other.words_.size(); ++i)
            if ((words_[i] & other.words_[i]) != 0) return true;
        return false;
    }
    bool includes(const BitSet& other) const {
        for (std::size_t i = 0; i < other.words_.size(); ++i)
            if ((other.words_[i] & ~(i < words_.size() ? words_[i] : 0)) != 0) return false;
        return true;
    }
    BitSet& operator|=(const BitSet& other) {
        if (words_.size() < other.words_.size()) words_.resize(other.words_.size(), 0);
        for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    BitSet& operator&=(const BitSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= i < other.words_.size() ? other.words_[i] : 0;
        return *this;
    }
    BitSet& operator-=(const BitSet& other) {
        for (std::size_t i = 0; i < words_.size() && i < other.words_.size(); ++i) words_[i] &= ~other.words_[i];
        return *this;
    }
    friend BitSet operator|(BitSet a, const BitSet& b) { return a |= b; }
    friend BitSet operator&(BitSet a, const BitSet& b) { return a &= b; }
    friend BitSet operator-(BitSet a, const BitSet& b) { return a -= b; }
    bool operator==(const BitSet& other) const { return words_ == other.words_; }
    bool operator<(const BitSet& other) const { return words_ < other.words_; }

    /// Calls `visit(member)` for each member, in order.
    template <typename Visit>
    void each(Visit visit) const {
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (auto left = words_[i]; left != 0; left &= left - 1)
                visit(i * 64 + static_cast<std::size_t>(std::countr_zero(left)));
    }
    /// The smallest member; the set must not be empty.
    std::size_t first() const {
        std::size_t i = 0;
        while (words_[i] == 0) ++i;
        return i * 64 + static_cast<std::size_t>(std::countr_zero(words_[i]));
    }

   private:
    boost::container::small_vector<std::uint64_t, 5> words_;
};

}  // namespace belegd
