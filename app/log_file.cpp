#include "app/log_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QLoggingCategory>

#include <cstring>
#include <mutex>

namespace stampede {

namespace {

struct LogText
{
    Q_DECLARE_TR_FUNCTIONS(LogText)
};

constexpr char kServiceCategory[] = "stampede.issuance";

struct LogFile
{
    std::mutex mutex; ///< guards file
    QFile file;
    QtMessageHandler before = nullptr;
};

LogFile &logFile()
{
    static LogFile instance;
    return instance;
}

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "DEBUG";
    case QtInfoMsg:
        return "INFO ";
    case QtWarningMsg:
        return "WARN ";
    case QtCriticalMsg:
    case QtFatalMsg:
        return "ERROR";
    }
    return "";
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    LogFile &log = logFile();
    if (context.category == nullptr || std::strcmp(context.category, kServiceCategory) != 0) {
        if (log.before != nullptr) {
            log.before(type, context, message);
        }
        return;
    }
    const QByteArray line =
        QStringLiteral("%1 %2 %3 : %4\n")
            .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                 QLatin1String(levelName(type)), QLatin1String(kServiceCategory), message)
            .toUtf8();
    const std::lock_guard lock(log.mutex);
    log.file.write(line);
}

} // namespace

Result<void, QString> logToFile(const QString &path)
{
    LogFile &log = logFile();
    log.file.setFileName(path);
    if (!log.file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return Failure{LogText::tr("%1 cannot be written: %2.").arg(path, log.file.errorString())};
    }
    log.before = qInstallMessageHandler(handleMessage);
    QLoggingCategory::setFilterRules(QStringLiteral("stampede.issuance=true"));
    return {};
}

} // namespace stampede
