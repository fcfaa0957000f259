// Runs while belegd is built: reads the modules of the library and writes their trees as C++, see syntax/ready_trees.hpp.
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <string>

#include "base/embedded.hpp"
#include "syntax/load.hpp"

int main(int count, char** arguments) {
    using namespace belegd;
    std::string uses;
    for (const auto& file : embedded::library())
        uses += "gebruik " + std::string(file.name.substr(0, file.name.rfind('.'))) + "\n";
    Diagnostics diagnostics;
    const auto texts = syntax::load(
        "library", uses, [](const std::string&) { return std::nullopt; }, diagnostics);
    for (const auto& each : diagnostics.items()) {
        const auto span = each.primary.span;
        fmt::print(stderr, "{}:{}: {}\n", texts.sources[span.file].name(), texts.sources.place(span).line,
                   each.message.en);
    }
    if (!diagnostics.items().empty() || count != 2) return 1;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(std::fopen(arguments[1], "w"), std::fclose);
    if (!out) return 1;
    fmt::print(
        out.get(),
        "#include <array>\n\n#include \"syntax/ready_trees.hpp\"\n\nnamespace belegd::syntax {{\nnamespace {{\n\n"
        "constexpr Node at(int kind, int word, std::uint32_t begin, std::uint32_t end, std::uint32_t next) {{\n"
        "    return {{static_cast<Kind>(kind), static_cast<Word>(word), begin, end, next}};\n}}\n");
    std::string list;
    for (const auto& tree : texts.trees) {
        if (tree.file == texts.main) continue;
        const auto& module = texts.sources[tree.file].name();
        fmt::print(out.get(), "\nconstexpr Node nodes_of_{}[] = {{\n", module);
        for (const auto& node : tree.nodes)
            fmt::print(out.get(), "at({},{},{},{},{}),\n", static_cast<int>(node.kind), static_cast<int>(node.word),
                       node.begin, node.end, node.next);
        fmt::print(out.get(), "}};\n");
        list += fmt::format("    {{\"{0}\", static_cast<Language>({1}), nodes_of_{0}}},\n", module,
                            static_cast<int>(tree.language));
    }
    fmt::print(out.get(),
               "\nconstexpr ReadyTree kTrees[] = {{\n{}}};\n\n}}  // namespace\n\n"
               "std::span<const ReadyTree> library_trees() {{ return kTrees; }}\n\n}}  // namespace belegd::syntax\n",
               list);
    return 0;
}
