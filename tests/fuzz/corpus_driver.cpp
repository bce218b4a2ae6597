// SPDX-License-Identifier: MIT
// Runs a fuzz target without libFuzzer, for compilers that have none: every input of a corpus as it
// stands, then inputs that are made of them by seeded changes.
//
//     fuzz_NAME CORPUS [--count N] [--seed S] [--seconds T]
//
// An input at which the program ends is written to crash-NAME in the current folder; libFuzzer and
// this program take it as a corpus of one.

#include "base/random.h"
#include "fuzz_target.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

// Where a sanitizer is linked it calls this before it ends the program.
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

using Input = std::vector<std::uint8_t>;

constexpr std::size_t kLongest = 4'096;

std::string crashFile = "crash";
const Input *current = nullptr;

void keepInput()
{
    if (current == nullptr) {
        return;
    }
    std::ofstream file(crashFile, std::ios::binary);
    file.write(reinterpret_cast<const char *>(current->data()),
               static_cast<std::streamsize>(current->size()));
    static_cast<void>(
        std::fprintf(stderr, "input kept in %s (%zu bytes)\n", crashFile.c_str(), current->size()));
}

void aborted(int number)
{
    keepInput();
    static_cast<void>(std::signal(number, SIG_DFL));
    static_cast<void>(std::raise(number));
}

void runOne(const Input &input)
{
    current = &input;
    static_cast<void>(LLVMFuzzerTestOneInput(input.data(), input.size()));
    current = nullptr;
}

Input read(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<Input> readCorpus(const std::filesystem::path &path)
{
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(path)) {
        for (const auto &entry : std::filesystem::directory_iterator(path)) {
            files.push_back(entry.path());
        }
    } else {
        files.push_back(path);
    }
    std::sort(files.begin(), files.end());
    std::vector<Input> corpus(files.size());
    std::transform(files.begin(), files.end(), corpus.begin(), read);
    return corpus;
}

/// Makes inputs; the same seed makes the same ones.
class Mutator
{
public:
    Mutator(const std::vector<Input> &corpus, std::uint64_t seed)
        : m_corpus(corpus)
        , m_state(seed)
    {}

    Input next()
    {
        Input input = m_corpus[below(m_corpus.size())];
        for (std::size_t changes = 1 + below(6); changes > 0; --changes) {
            change(input);
        }
        input.resize(std::min(input.size(), kLongest));
        return input;
    }

private:
    std::size_t below(std::size_t bound)
    {
        m_state += 1;
        return static_cast<std::size_t>(stampede::boundedRandom(stampede::splitMix64(m_state),
                                                                std::max<std::size_t>(bound, 1)));
    }
    std::ptrdiff_t place(const Input &input)
    {
        return static_cast<std::ptrdiff_t>(below(input.size() + 1));
    }

    void insert(Input &input, std::string_view text)
    {
        input.insert(input.begin() + place(input), text.begin(), text.end());
    }

    void change(Input &input)
    {
        static constexpr std::string_view kTokens[] = {
            "\"",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\n",
            "\r\n",
            "\\",
            "\\u0000",
            "-1",
            "0",
            "1e999",
            "9223372036854775807",
            "-9223372036854775808",
            "null",
            "true",
            "\xEF\xBB\xBF",
            "\xFF",
            "\xED\xA0\x80",
            "/*",
            "*/",
            "--",
            ";",
            "'",
            "${env:HOSTILE}",
            "{userId}",
            "{",
            "\x1B[2J",
            "\xE2\x80\xAE",
            "\xEB\xB3\xB4",
            "Transfer-Encoding: chunked\r\n",
            "Content-Length: 99999999999\r\n",
        };
        enum : std::size_t
        {
            Flip,
            Overwrite,
            Token,
            Cut,
            Repeat,
            Splice,
            Swap,
            kinds
        };
        const std::size_t kind = below(kinds);
        if (kind == Token) {
            insert(input, kTokens[below(std::size(kTokens))]);
        } else if (kind == Splice) {
            const Input &other = m_corpus[below(m_corpus.size())];
            const auto from = other.begin() + place(other);
            input.erase(input.begin() + place(input), input.end());
            input.insert(input.end(), from, other.end());
        } else if (!input.empty()) {
            changeBytes(input, kind == Flip, kind == Overwrite, kind == Cut, kind == Repeat);
        }
    }

    void changeBytes(Input &input, bool flip, bool overwrite, bool cut, bool repeat)
    {
        const std::size_t at = below(input.size());
        const std::size_t length = 1 + below(std::min<std::size_t>(input.size() - at, 32));
        const auto begin = input.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = begin + static_cast<std::ptrdiff_t>(length);
        if (flip) {
            *begin = static_cast<std::uint8_t>(*begin ^ (1U << below(8)));
        } else if (overwrite) {
            *begin = static_cast<std::uint8_t>(below(256));
        } else if (cut) {
            input.erase(begin, end);
        } else if (repeat) {
            const Input part(begin, end);
            input.insert(input.begin() + place(input), part.begin(), part.end());
        } else {
            std::swap(*begin, input[below(input.size())]);
        }
    }

    const std::vector<Input> &m_corpus;
    std::uint64_t m_state;
};

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> words(argv + 1, argv + argc);
    const auto number = [&words](const char *name, std::uint64_t otherwise) {
        const auto found = std::find(words.begin(), words.end(), name);
        return found == words.end() || found + 1 == words.end() ? otherwise
                                                                : std::stoull(*(found + 1));
    };
    if (words.empty()) {
        static_cast<void>(std::fprintf(
            stderr, "usage: %s CORPUS [--count N] [--seed S] [--seconds T]\n", argv[0]));
        return 2;
    }
    crashFile = "crash-" + std::filesystem::path(argv[0]).filename().string();
    static_cast<void>(std::signal(SIGABRT, aborted));
    if (__sanitizer_set_death_callback != nullptr) {
        __sanitizer_set_death_callback(keepInput);
    }
    const std::vector<Input> corpus = readCorpus(words.front());
    if (corpus.empty()) {
        static_cast<void>(std::fprintf(stderr, "no input in %s\n", words.front().c_str()));
        return 2;
    }
    std::for_each(corpus.begin(), corpus.end(), runOne);
    const std::uint64_t count = number("--count", 2'000);
    const std::uint64_t seed = number("--seed", 1);
    const auto until =
        std::chrono::steady_clock::now() + std::chrono::seconds(number("--seconds", 20));
    Mutator mutator(corpus, seed);
    std::uint64_t made = 0;
    for (; made < count && std::chrono::steady_clock::now() < until; ++made) {
        runOne(mutator.next());
    }
    static_cast<void>(std::printf("%zu inputs of the corpus and %llu made from them (seed %llu)\n",
                                  corpus.size(), static_cast<unsigned long long>(made),
                                  static_cast<unsigned long long>(seed)));
    return 0;
}
