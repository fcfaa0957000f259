#include "render/archive.hpp"

#include <zlib.h>

#include <cstdint>
#include <memory>
#include <new>

namespace belegd::render {
namespace {

// What an archive says of each part, before its bytes and once more at the end; in the words of ZIP's own description.
// Names are ASCII and sizes have four bytes: no document comes near them.
constexpr std::uint32_t kLocalHeader = 0x04034b50, kCentralHeader = 0x02014b50, kEnd = 0x06054b50;
constexpr std::uint16_t kMadeBy = 63, kNeedsForStored = 10, kNeedsForDeflated = 20;
constexpr std::uint16_t kStored = 0, kDeflated = 8, kDeflatedBest = 1u << 1;

/// Noon of 1 January 1980 as ZIP writes it: hour and minute, and day, month and years since 1980.
constexpr std::uint16_t kHour = 12u << 11;
constexpr std::uint16_t kDay = 1u << 5 | 1u;

/// Appends numbers as ZIP has them, lowest byte first.
struct Writer {
    std::string& out;
    void two(std::size_t number) const {
        for (int shift = 0; shift < 16; shift += 8) out += static_cast<char>(number >> shift & 0xff);
    }
    void four(std::size_t number) const {
        two(number);
        two(number >> 16);
    }
};

/// Nothing but a lack of memory stands in the way of an archive in memory.
void need(bool done) {
    if (!done) throw std::bad_alloc();
}

Bytef* bytes_of(const char* text) { return reinterpret_cast<Bytef*>(const_cast<char*>(text)); }

/// The bare compressed bytes: an archive has no room for the frame that `compress` of zlib writes.
std::string deflated(const std::string& bytes) {
    z_stream stream{};
    need(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) == Z_OK);
    const std::unique_ptr<z_stream, int (*)(z_stream*)> ends(&stream, deflateEnd);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = bytes_of(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = bytes_of(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    need(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    return out;
}

/// What both headers say of a part, from the version that can read it to how long its name is.
void describe(const Writer& to, const ArchivePart& part, std::size_t size) {
    to.two(part.compressed ? kNeedsForDeflated : kNeedsForStored);
    to.two(part.compressed ? kDeflatedBest : 0);
    to.two(part.compressed ? kDeflated : kStored);
    to.two(kHour);
    to.two(kDay);
    to.four(crc32(crc32(0, nullptr, 0), bytes_of(part.bytes.data()), static_cast<uInt>(part.bytes.size())));
    to.four(size);
    to.four(part.bytes.size());
    to.two(part.name.size());
    to.two(0);  // nothing besides
}

}  // namespace

std::string archive(const std::vector<ArchivePart>& parts) {
    std::string out, central;
    const Writer here{out}, at_the_end{central};
    for (const auto& part : parts) {
        const auto begin = out.size();
        const auto bytes = part.compressed ? deflated(part.bytes) : part.bytes;
        here.four(kLocalHeader);
        describe(here, part, bytes.size());
        out += part.name;
        out += bytes;

        at_the_end.four(kCentralHeader);
        at_the_end.two(kMadeBy);
        describe(at_the_end, part, bytes.size());
        at_the_end.two(0);   // no remark
        at_the_end.two(0);   // on the first disk
        at_the_end.two(0);   // text or not: not said
        at_the_end.four(0);  // no attributes of a file system
        at_the_end.four(begin);
        central += part.name;
    }
    const auto begin = out.size();
    out += central;
    here.four(kEnd);
    here.two(0);  // the first disk, and the list begins on it
    here.two(0);
    here.two(parts.size());
    here.two(parts.size());
    here.four(central.size());
    here.four(begin);
    here.two(0);  // no remark
    return out;
}

}  // namespace belegd::render
