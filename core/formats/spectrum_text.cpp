// SPDX-License-Identifier: MIT
#include "formats/spectrum_text.h"

#include "base/clock.h"
#include "files/report_mark.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace stampede {

namespace {

constexpr int kTicksPerHalving = 5;

QByteArray line(double valueMs, double share, std::uint64_t count)
{
    QByteArray text = QByteArray::number(valueMs, 'f', 3).rightJustified(12) + ' ' +
                      QByteArray::number(share, 'f', 12).rightJustified(14) + ' ' +
                      QByteArray::number(static_cast<qulonglong>(count)).rightJustified(10);
    if (share < 1) {
        text += ' ' + QByteArray::number(1 / (1 - share), 'f', 2).rightJustified(14);
    }
    return text + '\n';
}

} // namespace

QByteArray spectrumText(std::span<const Operation> history)
{
    std::vector<std::int64_t> values;
    values.reserve(history.size());
    double sum = 0;
    for (const Operation &operation : history) {
        if (operation.returnedNs != Operation::kNoAnswer) {
            values.push_back(operation.serviceNs());
            sum += static_cast<double>(operation.serviceNs());
        }
    }
    std::sort(values.begin(), values.end());
    QByteArray text = "       Value     Percentile TotalCount 1/(1-Percentile)\n\n";
    const auto ms = [](double ns) { return ns / static_cast<double>(kNsPerMs); };
    const std::size_t count = values.size();
    // Every halving of what is left is told in so many steps, as HdrHistogram does.
    double share = 0;
    double left = 1;
    int tick = 0;
    while (count > 0) {
        const auto rank =
            static_cast<std::size_t>(std::max(std::ceil(share * static_cast<double>(count)), 1.0));
        if (rank >= count && share > 0) {
            break;
        }
        // Of equal values the last one is told.
        const auto last = static_cast<std::size_t>(
            std::upper_bound(values.begin(), values.end(), values[rank - 1]) - values.begin());
        text += line(ms(static_cast<double>(values[rank - 1])), share, last);
        share += left / (2 * kTicksPerHalving);
        if (++tick == kTicksPerHalving) {
            tick = 0;
            left /= 2;
        }
    }
    const double mean = count == 0 ? 0 : sum / static_cast<double>(count);
    double squares = 0;
    for (const std::int64_t value : values) {
        const double off = static_cast<double>(value) - mean;
        squares += off * off;
    }
    const double largest = count == 0 ? 0 : static_cast<double>(values.back());
    if (count > 0) {
        text += line(ms(largest), 1, count);
    }
    const double deviation = count == 0 ? 0 : std::sqrt(squares / static_cast<double>(count));
    const auto figure = [](double value) {
        return QByteArray::number(value, 'f', 3).rightJustified(12);
    };
    text +=
        "#[Mean    = " + figure(ms(mean)) + ", StdDeviation   = " + figure(ms(deviation)) + "]\n";
    text += "#[Max     = " + figure(ms(largest)) + ", Total count    = " +
            QByteArray::number(static_cast<qulonglong>(count)).rightJustified(12) + "]\n";
    text += "#[Buckets =           32, SubBuckets     =         2048]\n";
    text += QByteArray(kSpectrumMark) + '\n';
    return text;
}

} // namespace stampede
