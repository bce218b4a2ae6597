#include "ui/scenario/scenario_page.h"

#include "scenario/presets.h"
#include "ui/scenario/must_come_out.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

namespace stampede {

namespace {

constexpr int kPresetsWidth = 244;
constexpr int kOutcomeWidth = 340;
constexpr int kLabelWidth = 130;
constexpr int kFieldWidth = 330;

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

/// What was typed, as JSON: a number where it is one, else the words.
QJsonValue typedNumber(const QString &text)
{
    bool isWhole = false;
    const qlonglong number = QString(text).remove(QLatin1Char(',')).trimmed().toLongLong(&isWhole);
    return isWhole ? QJsonValue(static_cast<qint64>(number)) : QJsonValue(text);
}

} // namespace

ScenarioPage::ScenarioPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_presets(new QListWidget(this))
    , m_summary(new QLabel(this))
    , m_outcome(new MustComeOut(session, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(12);
    row->addWidget(makePresets());
    row->addWidget(makeForm(), 1);
    m_outcome->setFixedWidth(kOutcomeWidth);
    row->addWidget(m_outcome);
    connect(&m_session, &Session::scenarioChanged, this, &ScenarioPage::update);
    connect(&m_session, &Session::runStarted, this, &ScenarioPage::update);
    connect(&m_session, &Session::runEnded, this, &ScenarioPage::update);
    update();
}

QWidget *ScenarioPage::makePresets()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setFixedWidth(kPresetsWidth);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(heading(tr("Presets"), card));
    m_presets->setObjectName(QStringLiteral("presets"));
    m_presets->setWordWrap(true);
    m_presets->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Preset &preset : presets()) {
        auto *item = new QListWidgetItem(preset.title, m_presets);
        item->setData(Qt::UserRole, preset.id);
        item->setToolTip(preset.story + QLatin1Char('\n') + preset.mustComeOut);
    }
    column->addWidget(m_presets, 1);
    auto *open = new QPushButton(tr("Open…"), card);
    column->addWidget(open);
    connect(open, &QPushButton::clicked, this, &ScenarioPage::openRequested);
    connect(m_presets, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (!m_showing && item != nullptr) {
            m_session.load(item->data(Qt::UserRole).toString(), nullptr);
        }
    });
    return card;
}

QWidget *ScenarioPage::makeForm()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *outer = new QVBoxLayout(card);
    outer->setContentsMargins(12, 12, 12, 12);
    m_summary->setProperty("fault", true);
    m_summary->setObjectName(QStringLiteral("faultSummary"));
    outer->addWidget(m_summary);
    auto *scroll = new QScrollArea(card);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(scroll);
    // The card shows through.
    scroll->viewport()->setAutoFillBackground(false);
    content->setObjectName(QStringLiteral("form"));
    content->setStyleSheet(QStringLiteral("#form { background: transparent; }"));
    auto *form = new QVBoxLayout(content);
    form->setContentsMargins(0, 0, 8, 0);
    form->setSpacing(4);

    const auto modelIs = [this](std::initializer_list<const char *> keys) {
        const QString model = m_session.value(QStringLiteral("load.model")).toString();
        return std::any_of(keys.begin(), keys.end(),
                           [&model](const char *key) { return model == QLatin1String(key); });
    };
    addRow(*form, tr("Name"), textField(QStringLiteral("name")));
    addTitle(*form, tr("Coupon"));
    addRow(*form, tr("Name"), textField(QStringLiteral("coupon.name")));
    addRow(*form, tr("Stock"), numberField(QStringLiteral("coupon.stock")));
    addRow(*form, tr("On sale from"), textField(QStringLiteral("coupon.startsAt")));
    addRow(*form, tr("to"), textField(QStringLiteral("coupon.endsAt")));
    addTitle(*form, tr("People"));
    addRow(*form, tr("How many"), numberField(QStringLiteral("users.count")));
    addRow(*form, tr("Who asks"),
           choiceField(QStringLiteral("users.pick"),
                       {{QStringLiteral("random"), tr("at random")},
                        {QStringLiteral("each-once"), tr("each once")},
                        {QStringLiteral("fixed"), tr("always the same")}}));
    Field fixedUser = numberField(QStringLiteral("users.fixedUser"));
    fixedUser.applies = [this] {
        return m_session.value(QStringLiteral("users.pick")).toString() == QLatin1String("fixed");
    };
    addRow(*form, tr("Which person"), fixedUser);
    addTitle(*form, tr("Load"));
    addRow(
        *form, tr("Shape"),
        choiceField(QStringLiteral("load.model"),
                    {{QStringLiteral("shared-iterations"),
                      tr("so many requests, shared (shared-iterations)")},
                     {QStringLiteral("burst"), tr("all at once (burst)")},
                     {QStringLiteral("per-vu-iterations"), tr("each so many (per-vu-iterations)")},
                     {QStringLiteral("constant-vus"), tr("for so long (constant-vus)")}}));
    addRow(*form, tr("Virtual users"), numberField(QStringLiteral("load.vus")));
    Field iterations = numberField(QStringLiteral("load.iterations"));
    iterations.applies = [modelIs] { return modelIs({"shared-iterations", "per-vu-iterations"}); };
    addRow(*form, tr("Requests"), iterations);
    addRow(*form, tr("At most"), textField(QStringLiteral("load.duration")));
    addRow(*form, tr("Timeout"), textField(QStringLiteral("load.timeout")));
    addTitle(*form, tr("Service"));
    addRow(*form, tr("Pause"), textField(QStringLiteral("service.pause")));
    addRow(*form, tr("Isolation level"),
           choiceField(QStringLiteral("service.isolation"),
                       {{QStringLiteral("default"), tr("server's own")},
                        {QStringLiteral("read-uncommitted"), tr("Read uncommitted")},
                        {QStringLiteral("read-committed"), tr("Read committed")},
                        {QStringLiteral("repeatable-read"), tr("Repeatable read")},
                        {QStringLiteral("serializable"), tr("Serializable")}}));
    addRow(*form, tr("Retries"), numberField(QStringLiteral("service.retries")));
    addTitle(*form, tr("Repeat"));
    addRow(*form, tr("Seed"), numberField(QStringLiteral("seed")));
    form->addStretch(1);
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);

    auto *buttons = new QHBoxLayout;
    auto *save = new QPushButton(tr("Save as…"), card);
    auto *reset = new QPushButton(tr("Reset"), card);
    auto *command = new QPushButton(tr("Copy as command"), card);
    for (QPushButton *button : {save, reset, command}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    outer->addLayout(buttons);
    connect(save, &QPushButton::clicked, this, &ScenarioPage::saveRequested);
    connect(reset, &QPushButton::clicked, this, [this] {
        const QString origin =
            m_session.presetId().isEmpty() ? m_session.filePath() : m_session.presetId();
        m_session.load(origin, nullptr);
    });
    connect(command, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_session.asCommand()); });
    return card;
}

void ScenarioPage::addTitle(QVBoxLayout &form, const QString &title)
{
    form.addSpacing(8);
    form.addWidget(heading(title, this));
}

void ScenarioPage::addRow(QVBoxLayout &form, const QString &label, Field field)
{
    auto *name = new QLabel(label, this);
    name->setFixedWidth(kLabelWidth);
    name->setProperty("muted", true);
    name->setBuddy(field.widget);
    field.widget->setParent(this);
    field.widget->setMaximumWidth(kFieldWidth);
    field.widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    field.widget->setObjectName(field.path);
    field.widget->setAccessibleName(label);
    field.fault = new QLabel(this);
    field.fault->setProperty("fault", true);
    field.fault->setWordWrap(true);
    field.fault->setContentsMargins(kLabelWidth, 0, 0, 2);
    field.fault->setObjectName(field.path + QStringLiteral(".fault"));
    field.row = new QWidget(this);
    auto *column = new QVBoxLayout(field.row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->addWidget(name);
    line->addWidget(field.widget, 100);
    line->addStretch(1);
    column->addLayout(line);
    column->addWidget(field.fault);
    form.addWidget(field.row);
    m_fields.append(std::move(field));
}

ScenarioPage::Field ScenarioPage::textField(const QString &path)
{
    auto *edit = new QLineEdit(this);
    connect(edit, &QLineEdit::textEdited, this,
            [this, path](const QString &text) { m_session.set(path, text); });
    return {path,
            edit,
            nullptr,
            nullptr,
            [edit](const QJsonValue &value) {
                const QString text = value.toVariant().toString();
                if (edit->text() != text) {
                    edit->setText(text);
                }
            },
            {}};
}

ScenarioPage::Field ScenarioPage::numberField(const QString &path)
{
    auto *edit = new QLineEdit(this);
    edit->setAlignment(Qt::AlignRight);
    connect(edit, &QLineEdit::textEdited, this,
            [this, path](const QString &text) { m_session.set(path, typedNumber(text)); });
    return {path,
            edit,
            nullptr,
            nullptr,
            [edit](const QJsonValue &value) {
                if (typedNumber(edit->text()) != value) {
                    edit->setText(value.isDouble() ? QString::number(value.toInteger())
                                                   : value.toString());
                }
            },
            {}};
}

ScenarioPage::Field ScenarioPage::choiceField(const QString &path,
                                              const QList<QPair<QString, QString>> &choices)
{
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    for (const auto &[key, words] : choices) {
        box->addItem(words, key);
    }
    connect(box, &QComboBox::activated, this, [this, box, path] {
        const QString key = box->currentData().toString();
        if (path == QLatin1String("load.model")) {
            // A model that has no use for a number of requests must not be given one.
            const bool counts = key.endsWith(QLatin1String("iterations"));
            const QString iterations = QStringLiteral("load.iterations");
            if (!counts) {
                m_session.set(iterations, QJsonValue(QJsonValue::Undefined));
            } else if (m_session.value(iterations).isUndefined()) {
                m_session.set(iterations, static_cast<qint64>(LoadSettings().iterations));
            }
        }
        m_session.set(path, key);
    });
    return {
        path,
        box,
        nullptr,
        nullptr,
        [box](const QJsonValue &value) { box->setCurrentIndex(box->findData(value.toString())); },
        {}};
}

void ScenarioPage::retheme()
{
    m_outcome->update();
}

void ScenarioPage::update()
{
    m_showing = true;
    for (int i = 0; i < m_presets->count(); ++i) {
        if (m_presets->item(i)->data(Qt::UserRole).toString() == m_session.presetId()) {
            m_presets->setCurrentRow(i);
        }
    }
    if (m_session.presetId().isEmpty()) {
        m_presets->setCurrentRow(-1);
    }
    m_presets->setEnabled(!m_session.isRunning());
    for (const Field &field : std::as_const(m_fields)) {
        field.show(m_session.value(field.path));
        field.row->setVisible(!field.applies || field.applies());
        field.widget->setEnabled(!m_session.isRunning());
        const QString fault = m_session.faults().value(field.path);
        field.fault->setText(fault);
        field.fault->setVisible(!fault.isEmpty());
        field.widget->setProperty("wrong", !fault.isEmpty());
        field.widget->style()->unpolish(field.widget);
        field.widget->style()->polish(field.widget);
    }
    const auto faults = m_session.faults().size();
    m_summary->setVisible(faults > 0);
    m_summary->setText(faults == 1 ? tr("1 setting is not possible yet")
                                   : tr("%1 settings are not possible yet").arg(faults));
    m_showing = false;
}

} // namespace stampede
