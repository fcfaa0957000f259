#include "system/processes.hpp"

#include <algorithm>
#include <atomic>
#include <string_view>

#include "system/files.hpp"
#include "system/terminal.hpp"
#include "system/windows/wide.hpp"

namespace belegd::system {
namespace {

std::atomic<bool> called_off = false;

BOOL WINAPI call_off(DWORD) {
    called_off = true;
    return TRUE;
}

/// Where Graphviz and LibreOffice are put when somebody installs them: the second puts itself on no path.
constexpr const char* kInstalled[][2] = {{"ProgramFiles", "/LibreOffice/program"},
                                         {"ProgramFiles(x86)", "/LibreOffice/program"},
                                         {"ProgramFiles", "/Graphviz/bin"},
                                         {"ProgramFiles(x86)", "/Graphviz/bin"},
                                         {"LOCALAPPDATA", "/Programs/Graphviz/bin"}};

std::vector<std::string> folders_of_programs() {
    std::vector<std::string> out;
    const auto path = environment("PATH").value_or("");
    for (std::string_view rest = path; !rest.empty();) {
        const auto end = std::min(rest.find(';'), rest.size());
        auto each = typed_path(std::string(rest.substr(0, end)));
        std::erase(each, '"');
        rest.remove_prefix(std::min(end + 1, rest.size()));
        // Only from a root: what happens to lie where belegd is called is no program of the machine.
        if (each.starts_with("//") || (each.size() > 2 && each[1] == ':' && each[2] == '/')) out.push_back(each);
    }
    for (const auto& [variable, below] : kInstalled)
        if (const auto root = environment(variable)) out.push_back(typed_path(*root) + below);
    return out;
}

/// A word of a command line so that it is read back as it is.
std::wstring quoted_word(const std::wstring& word) {
    std::wstring out = L"\"";
    std::size_t slashes = 0;
    for (const wchar_t c : word) {
        if (c == L'"') out.append(slashes + 1, L'\\');
        slashes = c == L'\\' ? slashes + 1 : 0;
        out += c;
    }
    return out.append(slashes, L'\\') + L"\"";
}

void remove_all(const std::string& folder) {
    WIN32_FIND_DATAW found{};
    const auto search = ::FindFirstFileW(wide_path(folder + "/*").c_str(), &found);
    if (search != INVALID_HANDLE_VALUE) {
        do {
            const std::wstring_view name = found.cFileName;
            if (name == L"." || name == L"..") continue;
            const auto path = folder + "/" + narrow(name);
            const auto attributes = found.dwFileAttributes;
            if ((attributes & FILE_ATTRIBUTE_READONLY) != 0)
                ::SetFileAttributesW(wide_path(path).c_str(), attributes & ~DWORD{FILE_ATTRIBUTE_READONLY});
            if ((attributes & FILE_ATTRIBUTE_DIRECTORY) != 0 && (attributes & FILE_ATTRIBUTE_REPARSE_POINT) == 0)
                remove_all(path);
            else
                remove(path);
        } while (::FindNextFileW(search, &found) != 0);
        ::FindClose(search);
    }
    remove(folder);
}

}  // namespace

std::string program(std::initializer_list<const char*> names) {
    const auto folders = folders_of_programs();
    for (const auto* name : names)
        for (const auto& folder : folders)
            if (auto file = folder + "/" + name + ".exe"; entry(file).kind == Entry::Kind::file) return file;
    return {};
}

Workroom::Workroom() {
    std::wstring folder(::GetTempPathW(0, nullptr), L'\0');
    folder.resize(::GetTempPathW(static_cast<DWORD>(folder.size()), folder.data()));
    if (folder.empty()) return;
    constexpr unsigned kMost = 1000;
    const auto own = ::GetCurrentProcessId() * kMost;
    for (unsigned i = 0; i < kMost && path_.empty(); ++i) {
        const auto path = path_of(folder) + "belegd-" + std::to_string(own + i);
        // The folder is the user's own, and with it what lies in it.
        if (::CreateDirectoryW(wide_path(path).c_str(), nullptr) != 0)
            path_ = path;
        else if (::GetLastError() != ERROR_ALREADY_EXISTS)
            return;
    }
}

Workroom::~Workroom() {
    if (!path_.empty()) remove_all(path_);
}

Signals::Signals() {
    called_off = false;
    ::SetConsoleCtrlHandler(call_off, TRUE);
}

Signals::~Signals() { ::SetConsoleCtrlHandler(call_off, FALSE); }

void end_if_called_off() {
    constexpr UINT kByControlC = 0xC000013A;
    if (called_off) ::ExitProcess(kByControlC);
}

Ended ran_within(std::chrono::milliseconds limit, std::vector<std::string> words) {
    std::wstring line;
    for (const auto& word : words) line += (line.empty() ? L"" : L" ") + quoted_word(wide(word));
    SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
    const Handle nothing(::CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                       &inherited, OPEN_EXISTING, 0, nullptr));
    // What belongs to one job ends with it.
    const Handle job(::CreateJobObjectW(nullptr, nullptr));
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION how{};
    how.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    if (!nothing || !job ||
        ::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &how, sizeof how) == 0)
        return Ended::badly;
    STARTUPINFOW start{};
    start.cb = sizeof start;
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = start.hStdOutput = start.hStdError = nothing.get();
    PROCESS_INFORMATION made{};
    const auto file = wide_path(words.front());
    if (::CreateProcessW(file.c_str(), line.data(), nullptr, nullptr, TRUE, CREATE_SUSPENDED | CREATE_NO_WINDOW,
                         nullptr, nullptr, &start, &made) == 0)
        return Ended::badly;
    const Handle process(made.hProcess), thread(made.hThread);
    ::AssignProcessToJobObject(job.get(), process.get());
    ::ResumeThread(thread.get());
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + limit;
    constexpr DWORD kPause = 10;
    while (::WaitForSingleObject(process.get(), kPause) == WAIT_TIMEOUT) {
        if (!called_off && Clock::now() < end) continue;
        ::TerminateJobObject(job.get(), 1);
        ::WaitForSingleObject(process.get(), INFINITE);
        return Ended::late;
    }
    DWORD status = 1;
    return ::GetExitCodeProcess(process.get(), &status) != 0 && status == 0 ? Ended::well : Ended::badly;
}

}  // namespace belegd::system
