#include "cli/watch.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>

#include <atomic>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <sstream>
#include <thread>

#include "unit/cli/folder.hpp"

using namespace belegd;
using cli::Folder;
using std::chrono::milliseconds;

namespace {

/// A text that one thread writes and another reads.
class Shared : public std::stringbuf {
   public:
    std::string said() {
        const std::lock_guard guard(mutex_);
        return str();
    }

   protected:
    std::streamsize xsputn(const char* bytes, std::streamsize count) override {
        const std::lock_guard guard(mutex_);
        return std::stringbuf::xsputn(bytes, count);
    }

   private:
    std::mutex mutex_;
};

/// A watch of a folder, in a thread of its own.
class Watched {
   public:
    explicit Watched(const std::string& path) : out_(&buffer_) {
        call_.paths = {path};
        call_.width = 100;
        call_.watch = true;
        thread_ = std::thread([this] {
            exit_code_ = cli::watch(
                call_, out_, [this] { return stop_.load(); }, milliseconds(10));
        });
    }
    ~Watched() {
        if (thread_.joinable()) stop();
    }
    int stop() {
        stop_ = true;
        thread_.join();
        return exit_code_;
    }
    std::string said() { return buffer_.said(); }
    /// Waits until something is said, for at most a minute: longer than the slowest machine takes.
    bool says(const std::string& what) {
        for (int i = 0; i < 6000; ++i) {
            if (buffer_.said().find(what) != std::string::npos) return true;
            std::this_thread::sleep_for(milliseconds(10));
        }
        return false;
    }

   private:
    Shared buffer_;
    std::ostream out_;
    cli::Call call_;
    std::atomic<bool> stop_ = false;
    int exit_code_ = -1;
    std::thread thread_;
};

const std::string kGood = "gemeente Oost\n", kBad = "gemeente Oost\ngemeent West\n";

}  // namespace

TEST_CASE("watch: checks again when the model changes, says what is new and what is solved, and ends when told to") {
    const Folder folder;
    folder.write("a.belegd", kGood);
    Watched watched(folder / "a.belegd");
    CHECK(watched.says("geen bevindingen\nbelegd kijkt mee"));
    folder.write("a.belegd", kBad);
    CHECK(watched.says("0 opgelost, 1 nieuw"));
    folder.write("a.belegd", kGood + "# klaar\n");
    CHECK(watched.says("geen bevindingen\nsinds de vorige keer: 1 opgelost, 0 nieuw"));
    folder.write("a.belegd", kGood + "# echt klaar\n");
    CHECK(watched.says("dezelfde bevindingen"));
    CHECK(watched.stop() == 0);
}

TEST_CASE("watch: a file that the model uses, and a new file in the folder") {
    const Folder folder;
    folder.write("model/a.belegd", "gebruik \"b.inc\"\n");
    folder.write("model/b.inc", kGood);
    Watched watched(folder / "model");
    CHECK(watched.says("kijkt mee"));
    folder.write("model/b.inc", kBad);
    CHECK(watched.says("0 opgelost, 1 nieuw"));
    folder.write("model/c.belegd", "gemeent Zuid\n");
    CHECK(watched.says("c.belegd:1:1"));
    CHECK(watched.stop() == 2);
}

TEST_CASE("watch: what is written while the model is read for the first time") {
    for (int i = 0; i < 20; ++i) {
        const Folder folder;
        folder.write("a.belegd", "gebruik \"b.inc\"\n");
        folder.write("b.inc", kGood);
        Watched watched(folder / "a.belegd");
        if (i % 2 == 0) std::this_thread::sleep_for(milliseconds(i));
        folder.write("b.inc", kBad);
        CHECK(watched.says("gemeent West"));
        CHECK(watched.stop() == 2);
    }
}

TEST_CASE("watch: what a model means is not solved by a mistake in its text") {
    const std::string open = "gemeente Oost\ndomein zorg {\n  taak hulp\n  taak opvang\n}\n";
    const Folder folder;
    folder.write("a.belegd", open);
    Watched watched(folder / "a.belegd");
    CHECK(watched.says("2 opmerkingen\nbelegd kijkt mee"));
    folder.write("a.belegd", open + "gemeent West\n");
    CHECK(watched.says("0 opgelost, 1 nieuw; van 2 bevindingen van eerder is niet te zeggen of zij er nog zijn"));
    folder.write("a.belegd", "gemeente Oost\ndomein zorg {\n  taak hulp\n  taak opvang vergt advies\n}\n");
    CHECK(watched.says("sinds de vorige keer: 2 opgelost, 0 nieuw\n"));
    CHECK(watched.stop() == 0);
}

TEST_CASE("watch: a file that is gone for a moment, or replaced by another, is waited for") {
    const Folder folder;
    folder.write("a.belegd", kGood);
    Watched watched(folder / "a.belegd");
    CHECK(watched.says("kijkt mee"));
    folder.write("a.belegd~", kBad);
    cli::fs::remove(folder / "a.belegd");
    std::this_thread::sleep_for(milliseconds(30));
    cli::fs::rename(folder / "a.belegd~", folder / "a.belegd");
    CHECK(watched.says("0 opgelost, 1 nieuw"));
    CHECK(watched.said().find("is er niet") == std::string::npos);
    cli::fs::remove(folder / "a.belegd");
    CHECK(watched.says("is er niet of is niet te lezen"));
    folder.write("a.belegd", kGood);
    CHECK(watched.says("geen bevindingen\nsinds"));
    CHECK(watched.stop() == 0);
}

TEST_CASE("watch: the tool itself ends cleanly on Ctrl-C, with the outcome of the last check") {
    for (const auto& [text, outcome] : {std::pair<std::string, int>{kGood, 0}, {kBad, 2}}) {
        const Folder folder;
        folder.write("a.belegd", text);
        folder.write("try.sh", std::string("'") + BELEGD_BINARY + "' check --watch '" + (folder / "a.belegd") +
                                   "' 2>'" + (folder / "said") + "' &\nfor i in $(seq 3000); do grep -q kijkt '" +
                                   (folder / "said") +
                                   "' 2>/dev/null && break; sleep 0.02; done\nkill -TERM $!\nwait $!\n");
        const auto status = std::system(("sh '" + (folder / "try.sh") + "'").c_str());
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == outcome);
    }
}
