#include "render/archive.hpp"

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

namespace belegd::render {
namespace {

/// What minizip takes for a file. Only what it cannot do without: an archive is written once, from front to back, and its
/// sizes are filled in behind.
struct Memory {
    std::string bytes;
    std::size_t at = 0;
};

Memory& memory(voidpf stream) { return *static_cast<Memory*>(stream); }

voidpf open(voidpf whole, const void*, int) { return whole; }
uLong read(voidpf, voidpf stream, void* into, uLong size) {
    auto& from = memory(stream);
    const auto count = std::min<std::size_t>(size, from.bytes.size() - from.at);
    std::copy_n(from.bytes.data() + from.at, count, static_cast<char*>(into));
    from.at += count;
    return static_cast<uLong>(count);
}
uLong write(voidpf, voidpf stream, const void* from, uLong size) {
    auto& to = memory(stream);
    to.bytes.resize(std::max<std::size_t>(to.bytes.size(), to.at + size));
    std::copy_n(static_cast<const char*>(from), size, to.bytes.data() + to.at);
    to.at += size;
    return size;
}
ZPOS64_T tell(voidpf, voidpf stream) { return memory(stream).at; }
long seek(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    auto& in = memory(stream);
    const auto base = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? in.at : in.bytes.size();
    in.at = std::min<std::size_t>(base + offset, in.bytes.size());
    return 0;
}
int close(voidpf, voidpf) { return 0; }
int error(voidpf, voidpf) { return 0; }

zlib_filefunc64_def functions_on(Memory& whole) { return {open, read, write, tell, seek, close, error, &whole}; }

constexpr std::size_t kMost = std::size_t{256} << 20;  ///< bytes in one part: more is no document

/// Nothing but a lack of memory stands in the way of an archive in memory.
void need(bool done) {
    if (!done) throw std::bad_alloc();
}

/// Noon of 1 January 1980 as ZIP writes it: day, month and years since then, then the hour.
constexpr uLong kFirstDay = (1u << 21 | 1u << 16) | 12u << 11;

}  // namespace

std::string archive(const std::vector<ArchivePart>& parts) {
    Memory out;
    auto functions = functions_on(out);
    const auto zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    need(zip != nullptr);
    for (const auto& part : parts) {
        zip_fileinfo about{};
        about.dosDate = kFirstDay;
        need(zipOpenNewFileInZip(zip, part.name.c_str(), &about, nullptr, 0, nullptr, 0, nullptr,
                                 part.compressed ? Z_DEFLATED : 0, Z_BEST_COMPRESSION) == ZIP_OK);
        need(zipWriteInFileInZip(zip, part.bytes.data(), static_cast<unsigned>(part.bytes.size())) == ZIP_OK);
        need(zipCloseFileInZip(zip) == ZIP_OK);
    }
    need(zipClose(zip, nullptr) == ZIP_OK);
    return std::move(out.bytes);
}

std::optional<std::string> part_of(const std::string& archive, const std::string& name) {
    Memory whole{archive, 0};
    auto functions = functions_on(whole);
    const std::unique_ptr<void, int (*)(unzFile)> zip(unzOpen2_64("", &functions), unzClose);
    unz_file_info64 about{};
    if (!zip || unzLocateFile(zip.get(), name.c_str(), 1) != UNZ_OK ||
        unzGetCurrentFileInfo64(zip.get(), &about, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK ||
        about.uncompressed_size > kMost || unzOpenCurrentFile(zip.get()) != UNZ_OK)
        return std::nullopt;
    std::string out(static_cast<std::size_t>(about.uncompressed_size), '\0');
    const auto read_now = unzReadCurrentFile(zip.get(), out.data(), static_cast<unsigned>(out.size()));
    // Closing tells whether the bytes are those that were put in.
    const bool sound = unzCloseCurrentFile(zip.get()) == UNZ_OK;
    if (!sound || read_now != static_cast<int>(out.size())) return std::nullopt;
    return out;
}

}  // namespace belegd::render
