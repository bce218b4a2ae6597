// SPDX-License-Identifier: MIT
// URL, header and body of a request with placeholders are read or refused; a request that is
// written from them has one header section, and no value begins another header.

#include "fuzz_target.h"
#include "http/request_template.h"

#include <string>

using namespace stampede;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // The parts stand in lines of their own: URL, header's name, header's value, body.
    std::string_view left = fuzz::textOf(data, size);
    const auto nextLine = [&left] {
        const std::size_t end = left.find('\n');
        const std::string line(left.substr(0, end));
        left.remove_prefix(end == std::string_view::npos ? left.size() : end + 1);
        return line;
    };
    RequestText text;
    text.url = nextLine();
    std::string name = nextLine();
    std::string value = nextLine();
    if (!name.empty() &&
        QString::fromStdString(name).compare(QLatin1String("X-Evil"), Qt::CaseInsensitive) != 0) {
        text.headers.emplace_back(std::move(name), std::move(value));
    }
    text.body = std::string(left);
    text.bodyIsJson = !text.body.empty() && text.body.front() == '{';
    TemplateNames names;
    names.couponId = "1";
    names.columns = {"city"};
    names.environment = [](const std::string &variable) -> std::optional<std::string> {
        return variable == "HOSTILE" ? std::optional<std::string>("a\r\nX-Evil: 1{userId}\n")
                                     : std::nullopt;
    };
    auto request = RequestTemplate::make(text, names, "fuzz-");
    if (!request) {
        fuzz::must(!request.error().empty(), "a refused request has a fault");
        return 0;
    }
    const std::function<std::string_view(std::size_t, std::uint64_t)> column =
        [](std::size_t, std::uint64_t) -> std::string_view { return "S\"\r\nX-Evil: 2\r\n\r\n"; };
    std::string out;
    request.value().write(out, {7, 3, &column});
    const std::string_view written(out);
    const std::size_t end = written.find("\r\n\r\n");
    fuzz::must(end != std::string_view::npos, "a request has an end of its header");
    const std::string_view header = written.substr(0, end);
    fuzz::must(header.find("\nX-Evil: 1") == std::string_view::npos &&
                   header.find("\nX-Evil: 2") == std::string_view::npos,
               "no value begins another header");
    return 0;
}
