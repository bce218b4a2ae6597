// SPDX-License-Identifier: MIT
#include "ui/report/report_choice.h"

#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kWidth = 264;
constexpr int kMargin = 12;

} // namespace

ReportChoice::ReportChoice(QWidget *parent)
    : QWidget(parent)
    , m_ofOne(new QWidget)
    , m_system(nullptr)
    , m_build(nullptr)
    , m_tester(nullptr)
    , m_ticket(nullptr)
    , m_language(new QComboBox)
    , m_pseudonyms(new QCheckBox(tr("People as pseudonyms")))
    , m_attach(new QCheckBox(tr("Attach the data to the PDF")))
    , m_scroll(new QScrollArea(this))
    , m_export(new QPushButton(tr("Export…  Ctrl+E")))
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(6);
    auto *ofOne = new QVBoxLayout(m_ofOne);
    ofOne->setContentsMargins(0, 0, 0, 0);
    ofOne->setSpacing(0); // the boxes are high enough to be hit
    ofOne->addWidget(headingLabel(tr("Contents"), m_ofOne));
    ofOne->addSpacing(4);
    for (int i = 0; i < kChapterCount; ++i) {
        const auto chapter = static_cast<Chapter>(i);
        auto *box = new QCheckBox(chapterName(chapter), m_ofOne);
        box->setObjectName(QStringLiteral("chapter.%1").arg(i));
        box->setChecked(usualChapters().contains(chapter));
        connect(box, &QCheckBox::toggled, this, &ReportChoice::changed);
        m_chapters << box;
        ofOne->addWidget(box);
    }
    ofOne->addSpacing(12);
    ofOne->addWidget(headingLabel(tr("About"), m_ofOne));
    ofOne->addSpacing(6);
    auto *about = new QFormLayout;
    ofOne->addLayout(about);
    column->addWidget(m_ofOne);
    auto *form = new QFormLayout;
    for (QFormLayout *each : {about, form}) {
        each->setHorizontalSpacing(8);
        each->setVerticalSpacing(6);
    }
    const auto add = [this, about](const QString &label, const QString &field) {
        QLineEdit *edit = addField(label, field);
        about->addRow(label, edit);
        return edit;
    };
    m_system = add(tr("System"), QStringLiteral("system"));
    m_build = add(tr("Build"), QStringLiteral("build"));
    m_tester = add(tr("Tester"), QStringLiteral("tester"));
    m_ticket = add(tr("Ticket"), QStringLiteral("ticket"));
    for (const Language language : allLanguages()) {
        m_language->addItem(nameOf(language), codeOf(language));
    }
    m_language->setCurrentIndex(m_language->findData(codeOf(currentLanguage())));
    m_language->setObjectName(QStringLiteral("reportLanguage"));
    m_language->setAccessibleName(tr("Language"));
    form->addRow(tr("Language"), m_language);
    column->addLayout(form);
    // Two forms, one column of names.
    int widest = 0;
    QList<QWidget *> names = {form->labelForField(m_language)};
    for (QWidget *field : {m_system, m_build, m_tester, m_ticket}) {
        names << about->labelForField(field);
    }
    for (const QWidget *name : std::as_const(names)) {
        widest = std::max(widest, name->sizeHint().width());
    }
    for (QWidget *name : std::as_const(names)) {
        name->setMinimumWidth(widest);
    }
    column->addSpacing(6);
    m_pseudonyms->setObjectName(QStringLiteral("reportPseudonyms"));
    m_pseudonyms->setToolTip(
        tr("People are numbered in the order of their first request; their ids are nowhere."));
    m_attach->setObjectName(QStringLiteral("reportAttach"));
    m_attach->setChecked(true);
    m_attach->setToolTip(tr("result.json goes along inside the PDF."));
    column->addWidget(m_pseudonyms);
    column->addWidget(m_attach);
    column->addStretch(1);
    connect(m_language, &QComboBox::currentIndexChanged, this, &ReportChoice::changed);
    connect(m_pseudonyms, &QCheckBox::toggled, this, &ReportChoice::changed);
    m_export->setObjectName(QStringLiteral("reportExport"));
    connect(m_export, &QPushButton::clicked, this, &ReportChoice::exportRequested);

    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *inner = new QVBoxLayout(card);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->setSpacing(0);
    content->setObjectName(QStringLiteral("reportChoice"));
    content->setStyleSheet(QStringLiteral("#reportChoice { background: transparent; }"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(content);
    inner->addWidget(m_scroll, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(kMargin, 8, kMargin, kMargin);
    foot->addWidget(m_export, 1);
    inner->addLayout(foot);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    fitWidth();
}

/// Wide enough for the longest of its words, in letters of whatever size.
void ReportChoice::fitWidth()
{
    const int frame = 2;
    const int needed = m_scroll->widget()->minimumSizeHint().width() +
                       m_scroll->verticalScrollBar()->sizeHint().width() + frame;
    setFixedWidth(std::max({kWidth, needed, m_export->sizeHint().width() + 2 * kMargin + frame}));
}

bool ReportChoice::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::Show || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        fitWidth();
    }
    return done;
}

QLineEdit *ReportChoice::addField(const QString &label, const QString &field)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QStringLiteral("about.") + field);
    edit->setAccessibleName(label);
    connect(edit, &QLineEdit::textEdited, this, [this, field](const QString &words) {
        Q_EMIT aboutEdited(field, words);
        Q_EMIT changed();
    });
    return edit;
}

QSet<Chapter> ReportChoice::chapters() const
{
    QSet<Chapter> chosen;
    for (qsizetype i = 0; i < m_chapters.size(); ++i) {
        if (m_chapters[i]->isChecked()) {
            chosen.insert(static_cast<Chapter>(i));
        }
    }
    return chosen;
}

Language ReportChoice::language() const
{
    return languageOf(m_language->currentData().toString()).value_or(currentLanguage());
}

bool ReportChoice::pseudonyms() const
{
    return m_pseudonyms->isChecked();
}

bool ReportChoice::attachesData() const
{
    return m_attach->isChecked();
}

AboutSettings ReportChoice::about(AboutSettings base) const
{
    base.system = m_system->text();
    base.build = m_build->text();
    base.tester = m_tester->text();
    base.ticket = m_ticket->text();
    return base;
}

void ReportChoice::setAbout(const AboutSettings &about)
{
    m_system->setText(about.system);
    m_build->setText(about.build);
    m_tester->setText(about.tester);
    m_ticket->setText(about.ticket);
}

void ReportChoice::setSeveral(bool several)
{
    m_ofOne->setVisible(!several);
}

void ReportChoice::setExportEnabled(bool enabled)
{
    m_export->setEnabled(enabled);
}

} // namespace stampede
