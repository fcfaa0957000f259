#include "render/archive.hpp"

#include <zip.h>

#include <memory>
#include <new>

namespace belegd::render {
namespace {

/// Noon of 1 January 1980 as ZIP writes it: hour and minute, and day, month and years since 1980. Given in this form, as
/// an hour of the clock on the wall: seconds since an epoch would be written by the time zone of the machine.
constexpr zip_uint16_t kHour = 12u << 11;
constexpr zip_uint16_t kDay = 1u << 5 | 1u;

constexpr zip_uint32_t kBestCompression = 9;

/// Nothing but a lack of memory stands in the way of an archive in memory.
void need(bool done) {
    if (!done) throw std::bad_alloc();
}

struct Drop {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
    void operator()(zip_t* zip) const { zip_discard(zip); }
};

void put(zip_t* zip, const ArchivePart& part) {
    std::unique_ptr<zip_source_t, Drop> source(zip_source_buffer(zip, part.bytes.data(), part.bytes.size(), 0));
    need(source != nullptr);
    const auto at = zip_file_add(zip, part.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    need(at >= 0);
    [[maybe_unused]] const auto* owned_now = source.release();
    const auto index = static_cast<zip_uint64_t>(at);
    need(zip_set_file_compression(zip, index, part.compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                  part.compressed ? kBestCompression : 0) == 0);
    need(zip_file_set_dostime(zip, index, kHour, kDay, 0) == 0);
    need(zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_DOS, 0) == 0);
}

std::string all_bytes(zip_source_t* source) {
    zip_stat_t about;
    zip_stat_init(&about);
    need(zip_source_stat(source, &about) == 0 && zip_source_open(source) == 0);
    std::string out(about.size, '\0');
    need(zip_source_read(source, out.data(), out.size()) == static_cast<zip_int64_t>(out.size()));
    zip_source_close(source);
    return out;
}

}  // namespace

std::string archive(const std::vector<ArchivePart>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    std::unique_ptr<zip_source_t, Drop> bytes(zip_source_buffer_create(nullptr, 0, 0, &error));
    need(bytes != nullptr);
    std::unique_ptr<zip_t, Drop> zip(zip_open_from_source(bytes.get(), ZIP_TRUNCATE, &error));
    need(zip != nullptr);
    zip_source_keep(bytes.get());  // it outlives the archive, which takes it along when it is closed
    for (const auto& part : parts) put(zip.get(), part);
    need(zip_close(zip.get()) == 0);
    [[maybe_unused]] const auto* closed = zip.release();
    return all_bytes(bytes.get());
}

}  // namespace belegd::render
