// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

namespace stampede::test {

/// A class of tests by the name of the file that it stands in. The program of a folder holds many
/// and runs the one that its first argument names. Made before main(), by STAMPEDE_TEST.
class TestClass
{
public:
    using Make = std::unique_ptr<QObject> (*)();
    /// `file`: the name of the source, as the compiler says it.
    TestClass(const char *file, Make make);
};

/// The one of `Class`.
template<typename Class>
struct Registered
{
    static const TestClass entry;
};

} // namespace stampede::test

/// Stands once in every tst_*.cpp, behind its class.
#define STAMPEDE_TEST(Class)                                                                       \
    template<>                                                                                     \
    const stampede::test::TestClass stampede::test::Registered<Class>::entry(                      \
        __FILE_NAME__, [] { return std::unique_ptr<QObject>(std::make_unique<Class>()); });
