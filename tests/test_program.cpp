// SPDX-License-Identifier: MIT
// The program of a folder's tests: `tests_run_db tst_audit_ids [what QtTest takes]`.

#include "test_program.h"

#include <QFileInfo>
#include <QMap>
#include <QString>
#include <QTest>

#include <cstdio>
#include <vector>

#if defined(QT_WIDGETS_LIB)
#include <QApplication>
using Application = QApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using Application = QGuiApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

namespace stampede::test {

namespace {

QMap<QString, TestClass::Make> &classes()
{
    static QMap<QString, TestClass::Make> all;
    return all;
}

int run(int argc, char *argv[])
{
    const QString name = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const TestClass::Make make = classes().value(name);
    if (make == nullptr) {
        std::fprintf(stderr, "usage: %s TEST [what QtTest takes]\n", argv[0]);
        for (const QString &known : classes().keys()) {
            std::fprintf(stderr, "    %s\n", qPrintable(known));
        }
        return 2;
    }
    std::vector<char *> words(argv, argv + argc);
    words.erase(words.begin() + 1);
    int count = argc - 1;
    words.push_back(nullptr);
    const Application application(count, words.data());
    const std::unique_ptr<QObject> tests = make();
    return QTest::qExec(tests.get(), count, words.data());
}

} // namespace

TestClass::TestClass(const char *file, Make make)
{
    classes().insert(QFileInfo(QString::fromLocal8Bit(file)).completeBaseName(), make);
}

} // namespace stampede::test

int main(int argc, char *argv[])
{
    return stampede::test::run(argc, argv);
}
