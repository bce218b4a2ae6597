// SPDX-License-Identifier: MIT
#include "import/result_file.h"

#include "files/input_file.h"
#include "import/import_text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include <openssl/evp.h>
#include <zlib.h>

namespace stampede {

namespace {

constexpr std::size_t kBeginningBytes = 65'536;
constexpr std::size_t kPackedBlock = 65'536;
/// Of zlib: a gzip header is expected.
constexpr int kGzipWindow = 15 + 16;

/// Of OpenSSL: Qt's takes several times as long as all the reading.
QString fingerprintOf(const QString &path)
{
    QFile file(path);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> hash(EVP_MD_CTX_new(),
                                                                       &EVP_MD_CTX_free);
    if (!hash || EVP_DigestInit_ex(hash.get(), EVP_sha256(), nullptr) != 1 ||
        !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return {};
    }
    QByteArray block(1 << 17, '\0');
    for (qint64 got = 0; (got = file.read(block.data(), block.size())) > 0;) {
        EVP_DigestUpdate(hash.get(), block.constData(), static_cast<std::size_t>(got));
    }
    QByteArray digest(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    EVP_DigestFinal_ex(hash.get(), reinterpret_cast<unsigned char *>(digest.data()), &size);
    return QString::fromLatin1(digest.left(static_cast<qsizetype>(size)).toHex());
}

} // namespace

struct ResultFile::Stream
{
    std::unique_ptr<QIODevice> device;
    std::string beginning;
    std::size_t beginningRead = 0;
    std::array<char, kPackedBlock> packed{};
    z_stream zlib{};
    bool isPacked = false;
    bool inMember = false; ///< of several that a gzip file may hold one after another
    QString early;

    Stream() = default;
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    ~Stream()
    {
        if (isPacked) {
            inflateEnd(&zlib);
        }
    }

    std::ptrdiff_t readRaw(char *to, std::size_t size)
    {
        return static_cast<std::ptrdiff_t>(device->read(to, static_cast<qint64>(size)));
    }

    bool begin()
    {
        const QByteArray head = device->peek(2);
        isPacked = head == QByteArrayView("\x1f\x8b");
        return !isPacked || inflateInit2(&zlib, kGzipWindow) == Z_OK;
    }

    std::ptrdiff_t end(const QString &why)
    {
        early = why;
        return 0;
    }

    /// What comes after the beginning.
    std::ptrdiff_t readOn(char *to, std::size_t size)
    {
        if (!isPacked) {
            return readRaw(to, size);
        }
        zlib.next_out = reinterpret_cast<Bytef *>(to);
        zlib.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30U));
        const uInt room = zlib.avail_out;
        while (zlib.avail_out == room) {
            if (zlib.avail_in == 0) {
                const std::ptrdiff_t got = readRaw(packed.data(), packed.size());
                if (got <= 0) {
                    return got < 0 ? got
                           : inMember
                               ? end(ImportText::tr("it is cut off: gzip says that more follows"))
                               : 0;
                }
                zlib.next_in = reinterpret_cast<Bytef *>(packed.data());
                zlib.avail_in = static_cast<uInt>(got);
            }
            inMember = true;
            const int done = inflate(&zlib, Z_NO_FLUSH);
            if (done == Z_STREAM_END) {
                inMember = false;
                inflateReset(&zlib);
            } else if (done != Z_OK && done != Z_BUF_ERROR) {
                const std::ptrdiff_t got = room - zlib.avail_out;
                zlib.avail_in = 0;
                early = ImportText::tr("what gzip packed is damaged");
                inMember = false;
                while (readRaw(packed.data(), packed.size()) > 0) {
                } // for the fingerprint
                return got;
            }
        }
        return room - zlib.avail_out;
    }

    std::ptrdiff_t read(char *to, std::size_t size)
    {
        if (beginningRead < beginning.size()) {
            const std::size_t taken = std::min(size, beginning.size() - beginningRead);
            std::memcpy(to, beginning.data() + beginningRead, taken);
            beginningRead += taken;
            return static_cast<std::ptrdiff_t>(taken);
        }
        return readOn(to, size);
    }
};

ResultFile::ResultFile(std::unique_ptr<Stream> stream)
    : m_stream(std::move(stream))
{}

ResultFile::~ResultFile() = default;

Result<std::unique_ptr<ResultFile>, QString> ResultFile::open(const QString &path)
{
    auto opened = openOrdinaryFile(path);
    if (!opened) {
        return Failure{opened.error()};
    }
    auto file = over(std::move(opened).value());
    if (file) {
        file.value()->m_sha256 = std::async(std::launch::async, fingerprintOf, path);
    }
    return file;
}

Result<std::unique_ptr<ResultFile>, QString> ResultFile::over(std::unique_ptr<QIODevice> device)
{
    auto stream = std::make_unique<Stream>();
    stream->device = std::move(device);
    if (!stream->begin()) {
        return Failure{ImportText::tr("there is no memory to read it")};
    }
    std::string &beginning = stream->beginning;
    std::ptrdiff_t got = 1;
    while (beginning.size() < kBeginningBytes && got > 0) {
        const std::size_t before = beginning.size();
        beginning.resize(kBeginningBytes);
        got = stream->readOn(beginning.data() + before, kBeginningBytes - before);
        beginning.resize(before + static_cast<std::size_t>(std::max<std::ptrdiff_t>(got, 0)));
    }
    if (got < 0) {
        return Failure{stream->device->errorString()};
    }
    return std::unique_ptr<ResultFile>(new ResultFile(std::move(stream)));
}

const std::string &ResultFile::beginning() const
{
    return m_stream->beginning;
}

ByteSource ResultFile::source()
{
    return [stream = m_stream.get()](char *to, std::size_t size) { return stream->read(to, size); };
}

QString ResultFile::endedEarly() const
{
    return m_stream->early;
}

QString ResultFile::sha256()
{
    return m_sha256.valid() ? m_sha256.get() : QString();
}

} // namespace stampede
