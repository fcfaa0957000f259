#include "render/archive.hpp"

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <new>
#include <set>
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

namespace {

using Reading = std::unique_ptr<void, int (*)(unzFile)>;

constexpr std::size_t kMostInAll = std::size_t{512} << 20, kMostParts = 10'000;

/// The part at which a reader stands, as its archive tells of it.
struct Entry {
    unz_file_info64 about{};
    std::string name, comment;
    std::string extra;  ///< fields of the directory; those of the part itself may be others
};

std::optional<Entry> entry_at(unzFile zip) {
    Entry out;
    if (unzGetCurrentFileInfo64(zip, &out.about, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK) return std::nullopt;
    out.name.resize(out.about.size_filename);
    out.extra.resize(out.about.size_file_extra);
    out.comment.resize(out.about.size_file_comment);
    if (unzGetCurrentFileInfo64(zip, &out.about, out.name.data(), out.about.size_filename, out.extra.data(),
                                out.about.size_file_extra, out.comment.data(), out.about.size_file_comment) != UNZ_OK)
        return std::nullopt;
    return out;
}

/// Whether the part at which a reader stands reads as it was written, with no more bytes than it says.
bool reads_whole(unzFile zip, std::uint64_t size) {
    if (unzOpenCurrentFile(zip) != UNZ_OK) return false;
    std::string some(1 << 16, '\0');
    std::uint64_t all = 0;
    int count = 0;
    while ((count = unzReadCurrentFile(zip, some.data(), static_cast<unsigned>(some.size()))) > 0) {
        all += static_cast<std::uint64_t>(count);
        if (all > size) break;
    }
    return unzCloseCurrentFile(zip) == UNZ_OK && count == 0 && all == size;
}

/// Without the field in which sizes over 4 GB stand: who writes it anew adds that itself.
std::string without_sizes(const std::string& extra) {
    std::string out;
    for (std::size_t at = 0; at + 4 <= extra.size();) {
        const auto two = [&](std::size_t i) {
            return std::size_t{static_cast<unsigned char>(extra[i])} |
                   std::size_t{static_cast<unsigned char>(extra[i + 1])} << 8;
        };
        const auto end = std::min(at + 4 + two(at + 2), extra.size());
        if (two(at) != 1) out.append(extra, at, end - at);
        at = end;
    }
    return out;
}

/// Begins a part in an archive that is like one of another: its name, its time and what else is said of it.
bool begin_like(zipFile out, const Entry& entry, const std::string& local, int method, int level, bool as_written) {
    constexpr uLong utf8 = 1u << 11;
    zip_fileinfo about{};
    about.dosDate = entry.about.dosDate;
    about.internal_fa = entry.about.internal_fa;
    about.external_fa = entry.about.external_fa;
    const auto extra = without_sizes(entry.extra), beside = without_sizes(local);
    return zipOpenNewFileInZip4_64(out, entry.name.c_str(), &about, beside.data(), static_cast<uInt>(beside.size()),
                                   extra.data(), static_cast<uInt>(extra.size()),
                                   entry.comment.empty() ? nullptr : entry.comment.c_str(), method, level,
                                   as_written ? 1 : 0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0,
                                   entry.about.version, entry.about.flag & utf8, 0) == ZIP_OK;
}

bool put_in(zipFile out, std::string_view bytes) {
    return zipWriteInFileInZip(out, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK;
}

/// Copies the part at which a reader stands, with these bytes instead of its own if they are given.
bool copy(unzFile zip, zipFile out, const std::string* changed) {
    const auto entry = entry_at(zip);
    int method = 0, level = 0;
    if (!entry || unzOpenCurrentFile2(zip, &method, &level, 1) != UNZ_OK) return false;
    std::string local(static_cast<std::size_t>(std::max(unzGetLocalExtrafield(zip, nullptr, 0), 0)), '\0');
    if (!local.empty()) unzGetLocalExtrafield(zip, local.data(), static_cast<unsigned>(local.size()));
    bool sound = true;
    if (changed != nullptr) {
        sound = begin_like(out, *entry, local, method, Z_BEST_COMPRESSION, false) && put_in(out, *changed) &&
                zipCloseFileInZip(out) == ZIP_OK;
    } else {
        std::string written(static_cast<std::size_t>(entry->about.compressed_size), '\0');
        const auto count = unzReadCurrentFile(zip, written.data(), static_cast<unsigned>(written.size()));
        sound = count == static_cast<int>(written.size()) && begin_like(out, *entry, local, method, level, true) &&
                put_in(out, written) &&
                zipCloseFileInZipRaw64(out, entry->about.uncompressed_size, entry->about.crc) == ZIP_OK;
    }
    unzCloseCurrentFile(zip);
    return sound;
}

}  // namespace

std::optional<ArchiveContents> contents_of(const std::string& archive) {
    Memory whole{archive, 0};
    auto functions = functions_on(whole);
    const Reading zip(unzOpen2_64("", &functions), unzClose);
    if (!zip) return std::nullopt;
    ArchiveContents out;
    std::set<std::string> seen;
    std::uint64_t all = 0;
    auto at = unzGoToFirstFile(zip.get());
    for (; at == UNZ_OK; at = unzGoToNextFile(zip.get())) {
        const auto entry = entry_at(zip.get());
        if (!entry || entry->name.find('\0') != std::string::npos || !seen.insert(entry->name).second ||
            seen.size() > kMostParts)
            return std::nullopt;
        const auto size = entry->about.uncompressed_size;
        all += size;
        if (size > kMost || all > kMostInAll || entry->about.compressed_size > archive.size()) return std::nullopt;
        if ((entry->about.flag & 1) != 0)
            out.encrypted = true;
        else if (!reads_whole(zip.get(), size))
            return std::nullopt;
        out.names.push_back(entry->name);
    }
    if (at != UNZ_END_OF_LIST_OF_FILE || out.names.empty()) return std::nullopt;
    return out;
}

std::optional<std::string> with_parts(const std::string& archive, const std::map<std::string, std::string>& changed) {
    Memory from{archive, 0}, to;
    auto functions = functions_on(from), written = functions_on(to);
    const Reading zip(unzOpen2_64("", &functions), unzClose);
    unz_global_info64 about{};
    if (!zip || unzGetGlobalInfo64(zip.get(), &about) != UNZ_OK) return std::nullopt;
    std::string comment(about.size_comment, '\0');
    if (!comment.empty()) unzGetGlobalComment(zip.get(), comment.data(), about.size_comment);
    const auto out = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &written);
    need(out != nullptr);
    bool sound = true;
    std::set<std::string> there;
    for (auto at = unzGoToFirstFile(zip.get()); sound && at == UNZ_OK; at = unzGoToNextFile(zip.get())) {
        const auto entry = entry_at(zip.get());
        const auto other = entry ? changed.find(entry->name) : changed.end();
        sound = entry && copy(zip.get(), out, other == changed.end() ? nullptr : &other->second);
        if (sound) there.insert(entry->name);
    }
    for (const auto& [name, bytes] : changed) {
        if (!sound || there.count(name) > 0) continue;
        Entry fresh;
        fresh.name = name;
        fresh.about.dosDate = kFirstDay;
        sound = begin_like(out, fresh, {}, Z_DEFLATED, Z_BEST_COMPRESSION, false) && put_in(out, bytes) &&
                zipCloseFileInZip(out) == ZIP_OK;
    }
    need(zipClose(out, comment.empty() ? nullptr : comment.c_str()) == ZIP_OK);
    if (!sound) return std::nullopt;
    return std::move(to.bytes);
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
