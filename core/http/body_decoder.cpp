// SPDX-License-Identifier: MIT
#include "http/body_decoder.h"

#include "http/response_reader.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

constexpr std::string_view kEncoding = "content-encoding";
constexpr std::string_view kType = "content-type";

enum class Unpacked
{
    Whole,
    Part, ///< there is more than is kept, or the body was cut off
    Wrong,
};

/// `bits` as of zlib: 47 finds out whether it is gzip or zlib, −15 is deflate without a header.
Unpacked inflateInto(std::string &out, std::string_view packed, int bits)
{
    out.clear();
    z_stream zlib{};
    if (inflateInit2(&zlib, bits) != Z_OK) {
        return Unpacked::Wrong;
    }
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    zlib.avail_in = static_cast<uInt>(packed.size());
    std::array<char, 16'384> chunk{};
    int state = Z_OK;
    while (state == Z_OK && out.size() < ResponseReader::kMostKeptBody) {
        const std::size_t room = std::min(chunk.size(), ResponseReader::kMostKeptBody - out.size());
        zlib.next_out = reinterpret_cast<Bytef *>(chunk.data());
        zlib.avail_out = static_cast<uInt>(room);
        state = inflate(&zlib, Z_NO_FLUSH);
        out.append(chunk.data(), room - zlib.avail_out);
    }
    inflateEnd(&zlib);
    if (state == Z_STREAM_END) {
        return Unpacked::Whole;
    }
    return state == Z_OK || (state == Z_BUF_ERROR && !out.empty()) ? Unpacked::Part
                                                                   : Unpacked::Wrong;
}

} // namespace

std::vector<std::string> BodyDecoder::withItsHeaders(std::vector<std::string> wanted)
{
    for (const std::string_view name : {kEncoding, kType}) {
        if (std::find(wanted.begin(), wanted.end(), name) == wanted.end()) {
            wanted.emplace_back(name);
        }
    }
    return wanted;
}

ServiceAnswer BodyDecoder::decoded(ServiceAnswer answer)
{
    if (const AnswerHeader *encoding = headerOf(answer, kEncoding)) {
        unpack(answer, lowered(encoding->value));
    }
    if (answer.unread) {
        return answer;
    }
    if (const AnswerHeader *type = headerOf(answer, kType)) {
        convert(answer, type->value);
    }
    if (answer.body.starts_with("\xEF\xBB\xBF")) {
        answer.body.remove_prefix(3);
    }
    return answer;
}

void BodyDecoder::unpack(ServiceAnswer &answer, std::string encoding)
{
    if (encoding.empty() || encoding == "identity" || answer.body.empty()) {
        return;
    }
    Unpacked unpacked = Unpacked::Wrong;
    if (encoding == "gzip" || encoding == "x-gzip" || encoding == "deflate") {
        constexpr int kAnyHeader = 32 + MAX_WBITS;
        unpacked = inflateInto(m_unpacked, answer.body, kAnyHeader);
        if (unpacked == Unpacked::Wrong && encoding == "deflate") { // as some services mean it
            unpacked = inflateInto(m_unpacked, answer.body, -MAX_WBITS);
        }
    }
    if (unpacked == Unpacked::Part && answer.bodyIsWhole &&
        m_unpacked.size() < ResponseReader::kMostKeptBody) {
        unpacked = Unpacked::Wrong; // all of it came, and its end is not there
    }
    if (unpacked == Unpacked::Wrong) {
        m_name = std::move(encoding);
        answer.unread = NotRecognised::Encoded;
        answer.unreadName = m_name;
        return;
    }
    answer.bodyIsWhole = answer.bodyIsWhole && unpacked == Unpacked::Whole;
    answer.body = m_unpacked;
}

void BodyDecoder::chooseCharset(const std::string &type)
{
    m_type = type;
    m_charset.clear();
    m_decoder.reset();
    const std::string lower = lowered(type);
    const std::size_t at = lower.find("charset=");
    if (at == std::string::npos) {
        return;
    }
    std::string charset = lower.substr(at + 8);
    charset = charset.substr(0, charset.find_first_of("; "));
    std::erase(charset, '"');
    if (charset == "utf-8" || charset == "utf8" || charset == "us-ascii" || charset.empty()) {
        return;
    }
    m_charset = charset;
    // What Java calls MS949 and Windows CP949 is EUC-KR with more syllables.
    const bool isKorean = charset == "ms949" || charset == "cp949" || charset == "x-windows-949" ||
                          charset == "ks_c_5601-1987" || charset == "euc-kr";
    m_decoder.emplace(isKorean ? "windows-949" : charset.c_str());
}

void BodyDecoder::convert(ServiceAnswer &answer, const std::string &type)
{
    if (type != m_type) {
        chooseCharset(type);
    }
    if (m_charset.empty()) {
        return;
    }
    if (!m_decoder->isValid()) {
        answer.unread = NotRecognised::Charset;
        answer.unreadName = m_charset;
        return;
    }
    m_decoder->resetState();
    const QString text = m_decoder->decode(
        QByteArrayView(answer.body.data(), static_cast<qsizetype>(answer.body.size())));
    m_converted = text.toUtf8();
    answer.body = {m_converted.constData(), static_cast<std::size_t>(m_converted.size())};
}

} // namespace stampede
