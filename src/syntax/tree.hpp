#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "syntax/words.hpp"

namespace belegd::syntax {

enum class Kind : std::uint8_t {
    document,
#define NODE(kind) kind,
#include "syntax/kinds.def"
#undef NODE
};

/// One node; nodes lie in reading order, `next` is the index after its last descendant.
struct Node {
    Kind kind;
    Word word = Word::none;
    std::uint32_t begin = 0, end = 0;  ///< bytes
    std::uint32_t next = 0;
};

/// The flat syntax tree of one file. The first node is the document.
struct Tree {
    std::uint32_t file = 0;
    Language language = Language::nl;
    std::vector<Node> nodes;

    const Node& operator[](std::uint32_t index) const { return nodes[index]; }
    Span span(std::uint32_t index) const { return {file, nodes[index].begin, nodes[index].end}; }

    /// The children of a node, in reading order.
    class Children {
       public:
        class iterator {
           public:
            iterator(const Tree& tree, std::uint32_t at) : tree_(&tree), at_(at) {}
            std::uint32_t operator*() const { return at_; }
            iterator& operator++() {
                at_ = tree_->nodes[at_].next;
                return *this;
            }
            bool operator!=(const iterator& other) const { return at_ != other.at_; }

           private:
            const Tree* tree_;
            std::uint32_t at_;
        };
        Children(const Tree& tree, std::uint32_t parent) : tree_(tree), parent_(parent) {}
        iterator begin() const { return {tree_, parent_ + 1}; }
        iterator end() const { return {tree_, tree_.nodes[parent_].next}; }

       private:
        const Tree& tree_;
        std::uint32_t parent_;
    };
    Children children(std::uint32_t parent) const { return {*this, parent}; }
};

}  // namespace belegd::syntax
