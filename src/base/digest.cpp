#include "base/digest.hpp"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace belegd {

std::string sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    const std::basic_string<std::uint8_t> octets(bytes.begin(), bytes.end());
    sha256_update(&context, octets.size(), octets.data());
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    std::string out;
    for (const auto octet : digest) out += fmt::format("{:02x}", octet);
    return out;
}

}  // namespace belegd
