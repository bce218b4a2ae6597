// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "checker/line_reader.h"

#include <QIODevice>
#include <QString>

#include <future>
#include <memory>
#include <string>

namespace stampede {

/// A file that another tool wrote, as it is or packed with gzip, read once from its beginning.
class ResultFile
{
public:
    /// `path`: an ordinary file. The error is a phrase for a sentence that names it.
    static Result<std::unique_ptr<ResultFile>, QString> open(const QString &path);
    /// The same of an open device.
    static Result<std::unique_ptr<ResultFile>, QString> over(std::unique_ptr<QIODevice> device);
    ~ResultFile();
    ResultFile(const ResultFile &) = delete;
    ResultFile &operator=(const ResultFile &) = delete;

    /// The first bytes, unpacked; they come again when it is read.
    [[nodiscard]] const std::string &beginning() const;
    /// Its content, unpacked. It must not outlive this.
    [[nodiscard]] ByteSource source();
    /// After the end: why the content ends before it should; empty where it does not.
    [[nodiscard]] QString endedEarly() const;
    /// SHA-256 of the file as it stands on the disk, in hexadecimal digits; empty of a device.
    /// Taken in a thread of its own meanwhile, which this waits for. Once.
    [[nodiscard]] QString sha256();

private:
    struct Stream;
    explicit ResultFile(std::unique_ptr<Stream> stream);
    std::unique_ptr<Stream> m_stream;
    std::future<QString> m_sha256;
};

} // namespace stampede
