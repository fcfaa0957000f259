#pragma once

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace belegd {

/// A set of small numbers (leaf tasks, leaf functions); sets of one model have one universe size.
/// Up to 320 members it needs no memory of its own. Sets are made and dropped in every step of coverage and of every
/// rule, so a small one is copied as it stands, without asking how much of it is used.
class BitSet {
   public:
    BitSet() = default;
    explicit BitSet(std::size_t universe) { grow((universe + 63) / 64); }
    BitSet(const BitSet& other) { copy(other); }
    BitSet(BitSet&& other) noexcept { take(other); }
    BitSet& operator=(const BitSet& other) {
        if (this == &other) return *this;
        if (large() && room_ >= other.size_) {
            size_ = other.size_;
            std::memcpy(large_, other.words(), size_ * sizeof(std::uint64_t));
            return *this;
        }
        drop();
        copy(other);
        return *this;
    }
    BitSet& operator=(BitSet&& other) noexcept {
        if (this == &other) return *this;
        drop();
        take(other);
        return *this;
    }
    ~BitSet() { drop(); }

    void set(std::size_t member) {
        assert(member / 64 < size_);
        words()[member / 64] |= std::uint64_t{1} << (member % 64);
    }
    /// The same for a member that may lie beyond the universe, which then grows.
    void add(std::size_t member) {
        if (member / 64 >= size_) grow(member / 64 + 1);
        set(member);
    }
    void reset(std::size_t member) {
        assert(member / 64 < size_);
        words()[member / 64] &= ~(std::uint64_t{1} << (member % 64));
    }
    bool has(std::size_t member) const {
        return member / 64 < size_ && (words()[member / 64] >> (member % 64) & 1) != 0;
    }
    bool none() const {
        const auto* mine = words();
        for (std::uint32_t i = 0; i < size_; ++i)
            if (mine[i] != 0) return false;
        return true;
    }
    bool any() const { return !none(); }
    std::size_t count() const {
        const auto* mine = words();
        std::size_t total = 0;
        for (std::uint32_t i = 0; i < size_; ++i) total += static_cast<std::size_t>(std::popcount(mine[i]));
        return total;
    }
    bool intersects(const BitSet& other) const {
        const auto *mine = words(), *others = other.words();
        for (std::uint32_t i = 0, both = std::min(size_, other.size_); i < both; ++i)
            if ((mine[i] & others[i]) != 0) return true;
        return false;
    }
    bool includes(const BitSet& other) const {
        const auto *mine = words(), *others = other.words();
        for (std::uint32_t i = 0; i < other.size_; ++i)
            if ((others[i] & ~(i < size_ ? mine[i] : 0)) != 0) return false;
        return true;
    }
    BitSet& operator|=(const BitSet& other) {
        if (as_small_as(other)) return join(other, [](std::uint64_t a, std::uint64_t b) { return a | b; });
        if (size_ < other.size_) grow(other.size_);
        auto* mine = words();
        const auto* others = other.words();
        for (std::uint32_t i = 0; i < other.size_; ++i) mine[i] |= others[i];
        return *this;
    }
    BitSet& operator&=(const BitSet& other) {
        if (as_small_as(other)) return join(other, [](std::uint64_t a, std::uint64_t b) { return a & b; });
        auto* mine = words();
        const auto* others = other.words();
        for (std::uint32_t i = 0; i < size_; ++i) mine[i] &= i < other.size_ ? others[i] : 0;
        return *this;
    }
    BitSet& operator-=(const BitSet& other) {
        if (as_small_as(other)) return join(other, [](std::uint64_t a, std::uint64_t b) { return a & ~b; });
        auto* mine = words();
        const auto* others = other.words();
        for (std::uint32_t i = 0, both = std::min(size_, other.size_); i < both; ++i) mine[i] &= ~others[i];
        return *this;
    }
    friend BitSet operator|(BitSet a, const BitSet& b) { return std::move(a |= b); }
    friend BitSet operator&(BitSet a, const BitSet& b) { return std::move(a &= b); }
    friend BitSet operator-(BitSet a, const BitSet& b) { return std::move(a -= b); }
    bool operator==(const BitSet& other) const {
        return size_ == other.size_ && std::equal(words(), words() + size_, other.words());
    }
    bool operator<(const BitSet& other) const {
        return std::lexicographical_compare(words(), words() + size_, other.words(), other.words() + other.size_);
    }

    /// Calls `visit(member)` for each member, in order.
    template <typename Visit>
    void each(Visit visit) const {
        for (std::uint32_t i = 0; i < size_; ++i)
            for (auto left = words()[i]; left != 0; left &= left - 1)
                visit(i * std::size_t{64} + static_cast<std::size_t>(std::countr_zero(left)));
    }
    /// The smallest member; the set must not be empty.
    std::size_t first() const {
        const auto* mine = words();
        std::size_t i = 0;
        while (mine[i] == 0) ++i;
        return i * 64 + static_cast<std::size_t>(std::countr_zero(mine[i]));
    }

   private:
    static constexpr std::uint32_t kSmall = 5;

    bool large() const { return room_ > kSmall; }
    std::uint64_t* words() { return large() ? large_ : small_; }
    const std::uint64_t* words() const { return large() ? large_ : small_; }

    bool as_small_as(const BitSet& other) const { return size_ == other.size_ && !large() && !other.large(); }
    /// Word by word, without asking how many are used: nobody looks at the others.
    template <typename Joined>
    BitSet& join(const BitSet& other, Joined joined) {
        static_assert(kSmall == 5);
        small_[0] = joined(small_[0], other.small_[0]);
        small_[1] = joined(small_[1], other.small_[1]);
        small_[2] = joined(small_[2], other.small_[2]);
        small_[3] = joined(small_[3], other.small_[3]);
        small_[4] = joined(small_[4], other.small_[4]);
        return *this;
    }

    void copy(const BitSet& other) {
        size_ = other.size_;
        if (!other.large()) {
            room_ = kSmall;
            std::memcpy(small_, other.small_, sizeof small_);
            return;
        }
        copy_large(other);
    }
    void copy_large(const BitSet& other) {
        if (size_ <= kSmall) {
            room_ = kSmall;
            std::memcpy(small_, other.large_, size_ * sizeof(std::uint64_t));
            return;
        }
        room_ = size_;
        large_ = new std::uint64_t[room_];
        std::memcpy(large_, other.large_, size_ * sizeof(std::uint64_t));
    }
    /// Leaves the other empty.
    void take(BitSet& other) noexcept {
        size_ = std::exchange(other.size_, 0);
        room_ = std::exchange(other.room_, kSmall);
        std::memcpy(small_, other.small_, sizeof small_);  // the place of large memory too
    }
    void drop() {
        if (large()) delete[] large_;
    }
    void grow(std::size_t size) {
        if (size > room_) {
            auto* more = new std::uint64_t[size];
            std::memcpy(more, words(), size_ * sizeof(std::uint64_t));
            drop();
            large_ = more;
            room_ = static_cast<std::uint32_t>(size);
        }
        auto* mine = words();
        for (auto i = static_cast<std::size_t>(size_); i < size; ++i) mine[i] = 0;
        size_ = static_cast<std::uint32_t>(size);
    }

    std::uint32_t size_ = 0, room_ = kSmall;
    union {
        std::uint64_t small_[kSmall] = {};
        std::uint64_t* large_;
    };
};

}  // namespace belegd
