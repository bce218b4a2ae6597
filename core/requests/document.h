// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <vector>

namespace stampede {

/// A place in a text, both from 1, the column in characters.
struct TextPlace
{
    int line = 1;
    int column = 1;
    friend bool operator==(const TextPlace &, const TextPlace &) = default;
};

/// The place of a character of the text.
TextPlace placeIn(QStringView text, qsizetype offset);

/// What is wrong with an input: "FILE:LINE:COLUMN: what was expected", a line each.
class InputFaults
{
public:
    static constexpr qsizetype kMost = 20;

    /// `file`: as fault lines show it.
    explicit InputFaults(QString file)
        : m_file(std::move(file))
    {}
    void add(TextPlace place, const QString &what);
    /// A line that has its place already.
    void addLine(const QString &line);
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] bool any() const { return m_count > 0; }
    /// The first kMost, and how many more there are.
    [[nodiscard]] QStringList lines() const;

private:
    QString m_file;
    QStringList m_lines;
    qsizetype m_count = 0;
};

/// A value of a JSON or YAML document that knows where it stands. Numbers are kept as they are
/// written.
class DocumentNode
{
public:
    enum class Kind
    {
        Missing, ///< there is nothing
        Null,
        Bool,
        Number,
        Text,
        List,
        Object
    };

    Kind kind = Kind::Missing;
    TextPlace place;
    qsizetype offset = 0; ///< of its first byte, and
    qsizetype end = 0;    ///< behind its last; of JSON only
    QString text;         ///< of a text, a number, true and false
    std::vector<DocumentNode> items;
    QStringList keys; ///< of an object, one an item

    /// The node that stands for nothing.
    static const DocumentNode &missing();
    /// What stands under a key; a missing node where nothing does.
    [[nodiscard]] const DocumentNode &operator[](QStringView key) const;
    [[nodiscard]] const DocumentNode &operator[](const char *key) const;
    [[nodiscard]] bool isThere() const { return kind != Kind::Missing && kind != Kind::Null; }
    [[nodiscard]] bool isText() const { return kind == Kind::Text; }
    [[nodiscard]] bool isList() const { return kind == Kind::List; }
    [[nodiscard]] bool isObject() const { return kind == Kind::Object; }
    /// A text, a number, true or false: `text` says it.
    [[nodiscard]] bool isScalar() const
    {
        return kind == Kind::Text || kind == Kind::Number || kind == Kind::Bool;
    }
};

/// Reads a JSON object. What is wrong goes to `faults`, and the node is missing then.
DocumentNode readJsonDocument(const QByteArray &json, InputFaults &faults);
/// The same of YAML 1.2 as far as documents of JSON's kind go.
DocumentNode readYamlDocument(const QByteArray &yaml, InputFaults &faults);
/// A body that may be JSON, an object or a list; missing where it is none.
DocumentNode readJsonBody(const QByteArray &body);
/// The JSON text of a value, on one line.
QString jsonOf(const DocumentNode &node);
/// A text in quotes as JSON writes it.
QString jsonText(const QString &text);

} // namespace stampede
