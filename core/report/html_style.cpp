// SPDX-License-Identifier: MIT
#include "report/html_style.h"

#include "report/report_words.h"

namespace stampede {

namespace {

constexpr auto kLight = R"(
  --paper:#ffffff; --panel:#f4f6f8; --border:#d5dae0; --text:#1b1f24; --muted:#57606a;
  --issued:#1e82f0; --already-issued:#6a6e73; --out-of-stock:#b5801f; --error:#7a1400;
  --no-answer:#260b30; --held:#00697a; --damage:#b3142b; --warning:#8a5a00;
)";

constexpr auto kDark = R"(
  --paper:#14171c; --panel:#1d2229; --border:#343c46; --text:#e8ebef; --muted:#9ba5b1;
  --issued:#3a90ff; --already-issued:#e3eaf5; --out-of-stock:#f5b921; --error:#cf4b3c;
  --no-answer:#84699e; --held:#4fd1e0; --damage:#ff6b6b; --warning:#f5b921;
)";

constexpr auto kRules = R"(
* { box-sizing:border-box; }
html { color-scheme:light dark; -webkit-text-size-adjust:100%; }
body { margin:0; background:var(--paper); color:var(--text);
  font:15px/1.5 system-ui,"Segoe UI","Noto Sans","Noto Sans KR","DejaVu Sans",sans-serif; }
main { max-width:960px; margin:0 auto; padding:32px 24px 48px; }
h1 { font-size:26px; line-height:1.25; margin:0; }
h2 { font-size:20px; line-height:1.3; margin:48px 0 12px; padding-top:16px;
  border-top:1px solid var(--border); }
h3 { font-size:15px; margin:24px 0 8px; }
p { margin:8px 0; overflow-wrap:anywhere; max-width:90ch; }
ul { margin:8px 0; padding-left:20px; }
li { margin:3px 0; overflow-wrap:anywhere; }
.muted { color:var(--muted); }
.small { font-size:13px; }
.figure { font-variant-numeric:tabular-nums; }
header { display:flex; justify-content:space-between; align-items:baseline; gap:16px; }
.subtitle { color:var(--muted); margin:6px 0 24px; }
.remark { color:var(--muted); white-space:nowrap; }
.verdict { display:grid; grid-template-columns:40px 1fr; gap:4px 12px; align-items:center;
  margin:16px 0; }
.verdict svg { width:40px; height:40px; }
.verdict strong { font-size:22px; line-height:1.2; text-transform:uppercase; letter-spacing:.02em; }
.verdict p { grid-column:2; margin:0; }
.ledger { background:var(--panel); border:1px solid var(--border); border-radius:6px;
  padding:16px; margin:20px 0; overflow-x:auto; }
.ledger p { display:none; margin:0; font-size:18px; font-weight:600; }
tbody th { font-weight:400; }
.labelled { display:grid; grid-template-columns:140px 1fr; gap:12px; margin:12px 0; }
.labelled dt { color:var(--muted); }
.labelled dd { margin:0; overflow-wrap:anywhere; max-width:80ch; }
.pair { display:grid; grid-template-columns:1fr 1fr; gap:32px; margin:24px 0; }
.pair h3 { margin-top:0; }
.scroll { overflow-x:auto; }
table { border-collapse:collapse; margin:8px 0; font-variant-numeric:tabular-nums; }
.pair table { width:100%; }
th { font-weight:600; text-align:left; color:var(--muted); }
th,td { padding:4px 18px 4px 0; vertical-align:top; border-bottom:1px solid var(--border); }
.figures th+th,.figures th+td,.figures td+td { text-align:right; padding:4px 0 4px 18px; white-space:nowrap; }
td { overflow-wrap:anywhere; }
.words td:first-child { min-width:9em; }
.words td:nth-child(n+3) { min-width:6.5em; }
svg { display:block; width:100%; height:auto; font-family:inherit; }
svg.patterns { position:absolute; width:0; height:0; }
.charts { display:grid; grid-template-columns:1fr 1fr; gap:12px; margin:20px 0; }
figure { margin:0; background:var(--panel); border:1px solid var(--border); border-radius:6px;
  padding:12px; }
figure.wide { margin:16px 0; overflow-x:auto; }
figure.wide svg { min-width:560px; }
figcaption { display:flex; justify-content:space-between; gap:12px; font-weight:600;
  margin-bottom:8px; }
figcaption span { color:var(--muted); font-weight:400; font-size:13px; }
figure p { font-size:13px; color:var(--muted); margin:6px 0 0; }
pre { background:var(--panel); border:1px solid var(--border); border-radius:6px; padding:10px 12px;
  margin:8px 0; white-space:pre-wrap; overflow-wrap:anywhere; font:12.5px/1.5 ui-monospace,
  "DejaVu Sans Mono",monospace; }
.check { border:1px solid var(--border); border-left:4px solid var(--muted); border-radius:6px;
  padding:10px 14px; margin:10px 0; }
.check h3 { margin:0; display:flex; flex-wrap:wrap; gap:2px 10px; align-items:baseline; }
.check .mark { font-weight:700; }
.check .class { color:var(--muted); font-weight:400; font-size:13px; margin-left:auto; }
.check dl { display:grid; grid-template-columns:max-content 1fr; gap:2px 16px; margin:8px 0;
  font-size:14px; }
.check dt { color:var(--muted); }
.check dd { margin:0; overflow-wrap:anywhere; }
summary { cursor:pointer; color:var(--muted); font-size:13px; }
.sign { display:grid; grid-template-columns:2fr 2fr 1fr; gap:24px; margin:56px 0 8px; }
.sign div { border-top:1px solid var(--text); padding-top:4px; font-size:13px; color:var(--muted); }
nav ol { columns:2; margin:8px 0; padding-left:20px; }
nav a { color:var(--text); }
footer { margin-top:48px; padding-top:12px; border-top:1px solid var(--border);
  color:var(--muted); font-size:13px; }
@media screen and (max-width:720px) {
  main { padding:20px 16px 32px; }
  h1 { font-size:22px; }
  .pair,.charts { grid-template-columns:1fr; }
  .labelled { grid-template-columns:1fr; gap:0; }
  .ledger svg { display:none; }
  .ledger p { display:block; }
  .sign { grid-template-columns:1fr; gap:40px; }
  nav ol { columns:1; }
  .words td:nth-child(n+4) { min-width:11em; }
  .figures tr>:first-child { min-width:9em; }
}
)";

constexpr auto kPrint = R"(
@media print {
  body { font-size:10pt; }
  main { max-width:none; padding:0; }
  h1 { font-size:18pt; }
  h2 { break-before:page; border:0; margin-top:0; padding-top:0; font-size:15pt; }
  h2,h3 { break-after:avoid; }
  nav,.screen { display:none; }
  .check,figure,tr { break-inside:avoid; }
  .pair,.charts { grid-template-columns:1fr 1fr; }
  .labelled { grid-template-columns:120px 1fr; }
  details:not([open])>*:not(summary) { display:block; }
  footer { display:none; }
  * { print-color-adjust:exact; -webkit-print-color-adjust:exact; }
}
)";

/// A text as a CSS string.
QString cssString(const QString &text)
{
    QString out = QStringLiteral("\"");
    for (const QChar letter : text) {
        const char16_t code = letter.unicode();
        const bool plain = code >= 0x20 && code != u'"' && code != u'\\' && code != u'<' &&
                           code != u'&' && code != u'>' && code != 0x7F;
        out += plain ? QString(letter) : QStringLiteral("\\%1 ").arg(code, 0, 16);
    }
    return out + QLatin1Char('"');
}

} // namespace

QString htmlStyle(const QString &footer)
{
    const QString light = QString::fromLatin1(kLight);
    const QString pages =
        ReportText::tr("page %1 of %2").arg(QStringLiteral("\u0001"), QStringLiteral("\u0002"));
    // "page " counter(page) " of " counter(pages), in whatever order the language has it
    QString content = cssString(footer + QStringLiteral(" · ") + pages);
    content.replace(QStringLiteral("\\1 "), QStringLiteral("\" counter(page) \""))
        .replace(QStringLiteral("\\2 "), QStringLiteral("\" counter(pages) \""));
    return QStringLiteral(":root {%1}\n@media (prefers-color-scheme:dark) { :root {%2} }\n")
               .arg(light, QString::fromLatin1(kDark)) +
           QString::fromLatin1(kRules) + QString::fromLatin1(kPrint) +
           QStringLiteral("@media print { :root {%1} }\n").arg(light) +
           QStringLiteral("@page { size:A4; margin:16mm 16mm 20mm; @bottom-right { content:%1; "
                          "font:8pt sans-serif; color:#57606a; } }\n")
               .arg(content);
}

} // namespace stampede
