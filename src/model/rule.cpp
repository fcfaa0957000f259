#include "model/rule.hpp"

#include <algorithm>

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/rules.hpp"

namespace belegd::model {

namespace {

constexpr bool one = false, list = true;
constexpr long long kMonth = 1'000'000'000;

constexpr KindInfo kKinds[] = {
#define KIND(id, nl, en, help_nl, help_en) {Type::id, {nl, en}, {help_nl, help_en}},
#include "attributes.def"
};

constexpr AttributeInfo kAttributes[] = {
    {Type::nothing, Type::nothing, false, {}, {}},
#define ATTRIBUTE(kind, id, type, many, nl, en, help_nl, help_en) \
    {Type::kind, Type::type, many, {nl, en}, {help_nl, help_en}},
#include "attributes.def"
};

}  // namespace

std::span<const KindInfo> all_kinds() { return kKinds; }

const AttributeInfo& info(Attribute attribute) { return kAttributes[static_cast<std::size_t>(attribute)]; }

const std::vector<Attribute>& all_attributes() {
    static const auto all = [] {
        std::vector<Attribute> out;
        for (std::size_t i = 1; i < std::size(kAttributes); ++i) out.push_back(static_cast<Attribute>(i));
        return out;
    }();
    return all;
}

std::vector<Attribute> attributes_of(Type kind) {
    std::vector<Attribute> out;
    for (const auto each : all_attributes())
        if (info(each).of == kind) out.push_back(each);
    return out;
}

Text name_of(Type type) {
    for (const auto& kind : all_kinds())
        if (kind.type == type) return kind.name;
    switch (type) {
        case Type::truth: return say(message::type_truth);
        case Type::number: return say(message::type_number);
        case Type::money: return say(message::type_money);
        case Type::share: return say(message::type_share);
        case Type::length: return say(message::type_length);
        case Type::day: return say(message::type_day);
        case Type::text: return say(message::type_text);
        case Type::title: return say(message::type_title);
        case Type::status: return say(message::type_status);
        case Type::purpose: return say(message::type_purpose);
        case Type::state: return say(message::type_state);
        case Type::frequency: return say(message::type_frequency);
        case Type::outcome: return say(message::type_outcome);
        case Type::verdict: return say(message::type_verdict);
        default: return say(message::type_nothing);
    }
}

const std::vector<Choice>& all_choices() {
    static const auto choices = [] {
        std::vector<Choice> out;
        const auto add = [&](Type type, Words name) {
            const auto before =
                std::count_if(out.begin(), out.end(), [&](const Choice& each) { return each.type == type; });
            out.push_back({type, before, name});
        };
#define CHOICE(type, id, nl, en) add(Type::type, {nl, en});
#include "attributes.def"
        return out;
    }();
    return choices;
}

long long packed(Length length) { return length.months * kMonth + length.days; }
Length length_of(long long packed_length) {
    // A month less three days is a month and minus three days.
    const auto months = (packed_length + (packed_length < 0 ? -kMonth : kMonth) / 2) / kMonth;
    return {static_cast<int>(months), static_cast<int>(packed_length - months * kMonth)};
}

Entity packed(const Actor& actor) {
    return static_cast<Entity>(actor.owner) << 62 | static_cast<Entity>(actor.index & 0x3FFFFFFF) << 32 |
           actor.organ.index;
}

Actor actor_of(Entity entity) {
    return {static_cast<Actor::Owner>(entity >> 62),
            static_cast<std::uint32_t>(entity >> 32 & 0x3FFFFFFF),
            {static_cast<std::uint32_t>(entity)}};
}

}  // namespace belegd::model
