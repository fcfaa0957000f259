#pragma once
/// What the expressions of a rule work on.

#include <algorithm>
#include <new>

#include "rules/rule_evaluation.hpp"

namespace belegd::rules {

using Op = model::Expression::Kind;
using model::Entity;

/// Whatever is one or several, as members to compare; it looks into the value, which must stay.
class Members {
   public:
    explicit Members(const Value& value) : set_(std::get_if<BitSet>(&value.is)), list_(std::get_if<Ids>(&value.is)) {
        const auto* one = std::get_if<long long>(&value.is);
        single_ = one != nullptr;
        if (single_) one_ = static_cast<Entity>(*one);
    }
    bool has(Entity member) const {
        if (set_ != nullptr) return set_->has(member);
        return list_ != nullptr ? std::find(list_->begin(), list_->end(), member) != list_->end()
                                : single_ && one_ == member;
    }
    bool empty() const {
        if (set_ != nullptr) return set_->none();
        return list_ != nullptr ? list_->empty() : !single_;
    }
    bool few() const { return list_ != nullptr ? list_->size() <= kFew : set_ == nullptr; }
    template <typename Fits>
    bool any(Fits fits) const {
        if (set_ == nullptr)
            return list_ != nullptr ? std::any_of(list_->begin(), list_->end(), fits) : single_ && fits(one_);
        bool out = false;
        set_->each([&](std::size_t member) { out = out || fits(member); });
        return out;
    }
    template <typename Visit>
    void each(Visit visit) const {
        if (set_ != nullptr)
            set_->each(visit);
        else if (list_ != nullptr)
            std::for_each(list_->begin(), list_->end(), visit);
        else if (single_)
            visit(one_);
    }
    bool touches(const Members& other) const {
        if (set_ != nullptr && other.set_ != nullptr) return set_->intersects(*other.set_);
        return any([&](Entity each) { return other.has(each); });
    }
    bool within(const Members& other) const {
        if (set_ != nullptr && other.set_ != nullptr) return other.set_->includes(*set_);
        return !any([&](Entity each) { return !other.has(each); });
    }

   private:
    /// So many are asked sooner than it is found out how to ask them less.
    static constexpr std::size_t kFew = 4;

    const BitSet* set_;
    const Ids* list_;
    bool single_ = false;
    Entity one_ = 0;  ///< when it is a single one
};

/// Room for a value that stands nowhere yet; it is made there and then, and not moved.
class RuleEvaluation::Made {
   public:
    Made() = default;
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;
    ~Made() {
        if (value_ != nullptr) value_->~Value();
    }
    template <typename Make>
    const Value& by(Make make) {
        value_ = new (room_) Value(make());
        return *value_;
    }

   private:
    alignas(Value) unsigned char room_[sizeof(Value)];
    Value* value_ = nullptr;
};

template <typename Visit>
void RuleEvaluation::each_passing(const Value& from, std::uint32_t condition, std::size_t slot, Visit visit) {
    const Members all(from);
    const auto* passing = condition == model::Expression::kNone || all.few() ? nullptr : &guard(condition, slot);
    if (passing == nullptr || !passing->there) return all.each(visit);
    all.each([&](Entity each) {
        if (passing->only) {
            if (std::find(passing->only->begin(), passing->only->end(), each) != passing->only->end()) visit(each);
        } else if (stops(*passing, each)) {
            spend();
        } else {
            visit(each);
        }
    });
}

}  // namespace belegd::rules
