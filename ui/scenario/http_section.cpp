// SPDX-License-Identifier: MIT
#include "ui/scenario/http_section.h"

#include "ui/scenario/answer_rules.h"
#include "ui/scenario/field_rows.h"
#include "ui/scenario/header_rows.h"
#include "ui/scenario/people_file.h"
#include "ui/scenario/rows_tab.h"
#include "ui/scenario/setting_cell.h"
#include "ui/scenario/try_request.h"

#include <QBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTabWidget>

#include <tuple>

namespace stampede {

namespace {

constexpr int kLabelWidth = 108; ///< as of the cells

QString shownBodyText(const QJsonValue &body)
{
    return body.isObject()
               ? QString::fromUtf8(QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact))
               : body.toString();
}

QJsonValue bodyFrom(const QString &typed)
{
    return typed.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(typed);
}

/// A widget with a name before it, as the cells have one.
QWidget *named(const QString &name, QWidget *widget, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *label = new QLabel(name, line);
    label->setProperty("muted", true);
    label->setFixedWidth(kLabelWidth);
    label->setContentsMargins(0, 6, 0, 0);
    label->setBuddy(widget);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(label, 0, Qt::AlignTop);
    row->addWidget(widget, 1);
    return line;
}

} // namespace

HttpSection::HttpSection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_tabs(new QTabWidget(this))
    , m_urlRow(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_headers(new HeaderRows(session, this))
    , m_people(new PeopleFile(session, this))
    , m_try(new TryRequest(session, this))
    , m_rules(new AnswerRules(session, this))
    , m_rows(new RowsTab(session, this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("httpTabs"));
    m_tabs->addTab(makeRequest(), tr("1 Request"));
    m_tabs->addTab(page({m_rules}), tr("2 Answers"));
    m_tabs->addTab(m_rows, tr("3 Database"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    // Each tab is as large as what it holds, whatever the others take: the form around it scrolls.
    const auto fit = [this] {
        for (int i = 0; i < m_tabs->count(); ++i) {
            const bool isCurrent = i == m_tabs->currentIndex();
            const auto policy = isCurrent ? QSizePolicy::Preferred : QSizePolicy::Ignored;
            m_tabs->widget(i)->setSizePolicy(policy, policy);
        }
    };
    connect(m_tabs, &QTabWidget::currentChanged, this, fit);
    fit();
}

SettingCell *HttpSection::kept(SettingCell *cell)
{
    m_cells.append(cell);
    return cell;
}

QWidget *HttpSection::page(const QList<QWidget *> &widgets)
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    for (QWidget *widget : widgets) {
        column->addWidget(widget);
    }
    column->addStretch(1);
    return made;
}

QWidget *HttpSection::makeRequest()
{
    const auto text = [this](const char *name, const QString &label) {
        return kept(SettingCell::text(m_session, settingKey(name), label));
    };
    QList<SettingCell::Choice> methods;
    for (const char *method : {"POST", "PUT", "PATCH", "GET", "DELETE"}) {
        methods.append({settingKey(method), settingKey(method)});
    }
    SettingCell *method =
        kept(SettingCell::choice(m_session, settingKey("target.method"), tr("Method"), methods));
    SettingCell *coupon = text("target.couponId", tr("Coupon"));
    auto *row = new QWidget(this);
    m_urlRow->setContentsMargins(0, 0, 0, 0);
    m_urlRow->setSpacing(12);
    m_urlRow->addWidget(method, 1);
    m_urlRow->addWidget(coupon, 1);
    row->setLayout(m_urlRow);
    SettingCell *url = text("target.url", tr("URL"));
    url->setToolTip(tr("{couponId} and {userId} are filled in, as are columns of the people's file "
                       "by their names."));
    SettingCell *body = kept(SettingCell::lines(m_session, settingKey("target.body"), tr("Body"),
                                                shownBodyText, bodyFrom));
    body->setPlaceholder(QStringLiteral("{\"userId\": {userId}}"));
    SettingCell *insecure =
        kept(SettingCell::flag(m_session, settingKey("target.insecure"), tr("Any certificate")));
    insecure->setToolTip(tr("Certificates are not checked. Every report says so."));
    auto *secrets = new QLabel(tr("Secrets: write ${env:NAME}. Secret values are never saved, "
                                  "shown or reported."),
                               this);
    secrets->setWordWrap(true);
    secrets->setProperty("muted", true);
    return page({url, row, named(tr("Headers"), m_headers, this), body,
                 named(tr("People"), m_people, this), secrets, m_try,
                 text("target.warmupUrl", tr("Warm-up URL")), insecure});
}

void HttpSection::setNarrow(bool narrow)
{
    m_urlRow->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_urlRow->setSpacing(narrow ? 6 : 12);
}

void HttpSection::refresh()
{
    for (SettingCell *cell : std::as_const(m_cells)) {
        cell->refresh();
    }
    m_headers->refresh();
    m_people->refresh();
    m_rules->refresh();
    m_rows->refresh();
    m_try->refresh();
}

std::pair<int, QWidget *> HttpSection::placeOf(const QString &path) const
{
    const std::pair<int, QList<SettingCell *>> tabs[] = {{0, m_cells}, {2, m_rows->cells()}};
    for (const auto &[tab, cells] : tabs) {
        for (SettingCell *cell : cells) {
            if (cell->path() == path) {
                return {tab, cell};
            }
        }
    }
    const std::tuple<const char *, int, QWidget *> parts[] = {{"target.headers", 0, m_headers},
                                                              {"target.classify", 1, m_rules}};
    for (const auto &[setting, tab, widget] : parts) {
        if (isWithin(path, settingKey(setting))) {
            return {tab, widget};
        }
    }
    return {0, nullptr};
}

QWidget *HttpSection::show(const QString &path)
{
    const auto [tab, widget] = placeOf(path);
    if (widget != nullptr) {
        m_tabs->setCurrentIndex(tab);
    }
    return widget;
}

QWidget *HttpSection::showFault()
{
    for (const QString &fault : m_session.faults().keys()) {
        if (QWidget *at = show(fault)) {
            if (auto *cell = qobject_cast<SettingCell *>(at)) {
                cell->takeFocus();
            } else if (at == m_headers) {
                m_headers->takeFocus(fault.section(QLatin1Char('.'), 2));
            }
            return at;
        }
    }
    return nullptr;
}

} // namespace stampede
