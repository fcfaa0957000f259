#include "cli/format.hpp"

#include "cli/files.hpp"
#include "cli/reading.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"
#include "editor/layout.hpp"
#include "syntax/markdown.hpp"
#include "syntax/parser.hpp"

namespace belegd::cli {
namespace {

class Formatter {
   public:
    explicit Formatter(const Call& call) : call_(call) {}

    Result run() {
        for (const auto& path : call_.paths) {
            const auto files = model_files(path);
            if (files.empty()) fail(say(message::no_models, {Text(path)}));
            for (const auto& file : files) {
                const auto text = file == kStandard ? standard_input() : file_text(file);
                if (!text)
                    fail(why_not_read(file));
                else if (auto wrong = no_text(file, *text); !wrong.empty())
                    fail(wrong);
                else if (syntax::is_markdown(file) && !syntax::has_model(*text))
                    fail(say(message::no_model_in, {Text(file)}));
                else
                    one(file, *text);
            }
        }
        return std::move(result_);
    }

   private:
    void say_line(const Text& text) { result_.err += "belegd: " + text.in(call_.language.value_or(language_)) + "\n"; }
    void fail(const Text& why) {
        say_line(why);
        result_.exit_code = 2;
    }

    static Message unreadable_as(const std::string& text) {
        const bool plain = text.find('\0') == std::string::npos && first_invalid_utf8(text) >= text.size();
        return plain ? message::layout_lone_returns : message::layout_not_utf8;
    }

    void one(const std::string& path, const std::string& text) {
        const bool markdown = syntax::is_markdown(name_of(path, text));
        language_ = syntax::language_of(markdown ? syntax::model_text(text) : text);
        const auto found = editor::laid_out(markdown, text, lexicon_, call_.into);
        const Text name(path == kStandard ? "stdin" : path);
        if (!found.readable) return fail(say(unreadable_as(text), {name}));
        const bool print = path == kStandard || call_.print || call_.output.has_value();
        const bool changes = found.text != text;
        if (found.kept_language)
            say_line(say(message::layout_kept_language, {name}));
        else if (!markdown && !found.kept.empty() && !changes)
            say_line(say(message::layout_kept_file, {name}));
        else
            for (const auto line : found.kept)
                say_line(say(markdown ? message::layout_kept_block : message::layout_kept, {name, number(line)}));
        if (call_.only_check) {
            if (!changes) return;
            say_line(say(message::layout_would_change, {name}));
            if (result_.exit_code == 0) result_.exit_code = 1;
        } else if (print) {
            result_.out += found.text;
        } else if (changes) {
            if (auto why = write_file(path, found.text, text); !why.empty()) return fail(why);
            say_line(say(message::layout_changed, {name}));
        }
    }

    const Call& call_;
    const syntax::Lexicon& lexicon_ = editor::plain_lexicon();
    Language language_ = Language::nl;
    Result result_;
};

}  // namespace

Result format(const Call& call) { return Formatter(call).run(); }

}  // namespace belegd::cli
