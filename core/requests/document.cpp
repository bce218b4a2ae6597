// SPDX-License-Identifier: MIT
#include "requests/document.h"

#include "requests/requests_text.h"
#include "scenario/json_syntax.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <stdexcept>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <yaml-cpp/yaml.h>

namespace stampede {

namespace {

/// What stands under the key of an object.
template<typename Key>
const DocumentNode &under(const DocumentNode &object, Key key)
{
    for (qsizetype i = 0; i < object.keys.size(); ++i) {
        if (object.keys[i] == key) {
            return object.items[static_cast<std::size_t>(i)];
        }
    }
    return DocumentNode::missing();
}

/// The most values of a YAML document, whose aliases may name one many times.
constexpr int kMostDocumentNodes = 1'000'000;

constexpr int kDeepestDocument = 64;

/// Makes the tree of what RapidJSON finds. The text is known to be right.
class TreeBuilder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, TreeBuilder>
{
public:
    TreeBuilder(QByteArrayView json, const rapidjson::MemoryStream &stream)
        : m_json(json)
        , m_stream(stream)
    {}

    bool Null() { return add(DocumentNode::Kind::Null, {}); }
    bool Bool(bool value)
    {
        return add(DocumentNode::Kind::Bool,
                   value ? QStringLiteral("true") : QStringLiteral("false"));
    }
    bool RawNumber(const char *digits, rapidjson::SizeType length, bool)
    {
        return add(DocumentNode::Kind::Number, textOf(digits, length));
    }
    bool String(const char *letters, rapidjson::SizeType length, bool)
    {
        return add(DocumentNode::Kind::Text, textOf(letters, length));
    }
    bool Key(const char *letters, rapidjson::SizeType length, bool)
    {
        m_open.back().keys << textOf(letters, length);
        m_end = here();
        return true;
    }
    bool StartObject() { return open(DocumentNode::Kind::Object); }
    bool StartArray() { return open(DocumentNode::Kind::List); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    DocumentNode root;

private:
    [[nodiscard]] static QString textOf(const char *letters, rapidjson::SizeType length)
    {
        return QString::fromUtf8(letters, static_cast<qsizetype>(length));
    }
    [[nodiscard]] qsizetype here() const { return static_cast<qsizetype>(m_stream.Tell()); }

    DocumentNode made(DocumentNode::Kind kind, const QString &text)
    {
        while (m_end < m_json.size() && QByteArrayView(" \t\r\n,:").contains(m_json[m_end])) {
            ++m_end;
        }
        for (; m_at < m_end; ++m_at) { // bytes that begin a character
            if (m_json[m_at] == '\n') {
                ++m_place.line;
                m_place.column = 1;
            } else if ((static_cast<unsigned char>(m_json[m_at]) & 0xC0U) != 0x80U) {
                ++m_place.column;
            }
        }
        DocumentNode node;
        node.kind = kind;
        node.text = text;
        node.place = m_place;
        node.offset = m_end;
        m_end = here();
        node.end = m_end;
        return node;
    }
    bool add(DocumentNode::Kind kind, const QString &text)
    {
        m_open.back().items.push_back(made(kind, text));
        return true;
    }
    bool open(DocumentNode::Kind kind)
    {
        m_open.push_back(made(kind, {}));
        m_end = m_open.back().offset + 1; // the parser has not taken the bracket yet
        return m_open.size() <= kDeepestDocument;
    }
    bool close()
    {
        m_end = here();
        m_open.back().end = m_end;
        DocumentNode done = std::move(m_open.back());
        m_open.pop_back();
        if (m_open.empty()) {
            root = std::move(done);
        } else {
            m_open.back().items.push_back(std::move(done));
        }
        return true;
    }

    QByteArrayView m_json;
    const rapidjson::MemoryStream &m_stream;
    std::vector<DocumentNode> m_open;
    qsizetype m_end = 0; ///< of what was read last
    qsizetype m_at = 0;  ///< m_place is of this byte
    TextPlace m_place;
};

DocumentNode treeOf(QByteArrayView json)
{
    rapidjson::MemoryStream stream(json.data(), static_cast<std::size_t>(json.size()));
    TreeBuilder builder(json, stream);
    rapidjson::Reader reader;
    reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag>(stream,
                                                                                         builder);
    return reader.HasParseError() ? DocumentNode() : std::move(builder.root);
}

/// Makes the same tree of YAML.
class YamlBuilder
{
public:
    explicit YamlBuilder(InputFaults &faults)
        : m_faults(faults)
    {}

    DocumentNode treeOf(const YAML::Node &yaml, int depth)
    {
        DocumentNode node;
        node.place = placeOf(yaml);
        if (++m_nodes > kMostDocumentNodes || depth > kDeepestDocument) {
            if (!m_full) {
                m_faults.add(node.place, RequestsText::tr("expected a smaller document: at most "
                                                          "%1 values, %2 levels")
                                             .arg(kMostDocumentNodes)
                                             .arg(kDeepestDocument));
            }
            m_full = true;
            return node;
        }
        switch (yaml.Type()) {
        case YAML::NodeType::Undefined:
        case YAML::NodeType::Null:
            node.kind = DocumentNode::Kind::Null;
            break;
        case YAML::NodeType::Scalar:
            takeScalar(node, yaml);
            break;
        case YAML::NodeType::Sequence:
            node.kind = DocumentNode::Kind::List;
            for (const auto &item : yaml) {
                if (m_full) {
                    break;
                }
                node.items.push_back(treeOf(item, depth + 1));
            }
            break;
        case YAML::NodeType::Map:
            takeMap(node, yaml, depth);
            break;
        }
        return node;
    }

private:
    static TextPlace placeOf(const YAML::Node &yaml)
    {
        const YAML::Mark mark = yaml.Mark();
        return mark.is_null() ? TextPlace() : TextPlace{mark.line + 1, mark.column + 1};
    }

    /// By the core schema of YAML 1.2.
    static void takeScalar(DocumentNode &node, const YAML::Node &yaml)
    {
        static const QRegularExpression number(
            QStringLiteral("^[-+]?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$"));
        static const QRegularExpression truth(
            QStringLiteral("^(true|True|TRUE|false|False|FALSE)$"));
        static const QRegularExpression none(QStringLiteral("^(null|Null|NULL|~|)$"));
        node.text = QString::fromStdString(yaml.Scalar());
        const bool isPlain = yaml.Tag() == "?" || yaml.Tag().empty();
        node.kind = !isPlain                             ? DocumentNode::Kind::Text
                    : none.match(node.text).hasMatch()   ? DocumentNode::Kind::Null
                    : truth.match(node.text).hasMatch()  ? DocumentNode::Kind::Bool
                    : number.match(node.text).hasMatch() ? DocumentNode::Kind::Number
                                                         : DocumentNode::Kind::Text;
        if (node.kind == DocumentNode::Kind::Bool) {
            node.text = node.text.toLower();
        } else if (node.kind == DocumentNode::Kind::Number &&
                   node.text.startsWith(QLatin1Char('+'))) {
            node.text.remove(0, 1);
        }
    }

    void takeMap(DocumentNode &node, const YAML::Node &yaml, int depth)
    {
        node.kind = DocumentNode::Kind::Object;
        QSet<QString> seen;
        for (const auto &pair : yaml) {
            if (m_full) {
                return;
            }
            if (!pair.first.IsScalar()) {
                m_faults.add(placeOf(pair.first), RequestsText::tr("expected a text as a key"));
                continue;
            }
            const QString key = QString::fromStdString(pair.first.Scalar());
            if (seen.contains(key)) {
                m_faults.add(placeOf(pair.first),
                             RequestsText::tr("expected another key, because %1 was given already")
                                 .arg(key));
                continue;
            }
            seen.insert(key);
            node.keys << key;
            node.items.push_back(treeOf(pair.second, depth + 1));
        }
    }

    InputFaults &m_faults;
    int m_nodes = 0;
    bool m_full = false;
};

} // namespace

TextPlace placeIn(QStringView text, qsizetype offset)
{
    const QStringView before = text.first(qBound(qsizetype(0), offset, text.size()));
    const auto line = before.count(QLatin1Char('\n')) + 1;
    const auto column = before.sliced(before.lastIndexOf(QLatin1Char('\n')) + 1).toUcs4().size();
    return {static_cast<int>(line), static_cast<int>(column) + 1};
}

void InputFaults::add(TextPlace place, const QString &what)
{
    addLine(QStringLiteral("%1:%2:%3: %4")
                .arg(m_file, QString::number(place.line), QString::number(place.column), what));
}

void InputFaults::addLine(const QString &line)
{
    if (++m_count <= kMost) {
        m_lines << line;
    }
}

QStringList InputFaults::lines() const
{
    QStringList all = m_lines;
    if (m_count > kMost) {
        all << QStringLiteral("%1: ").arg(m_file) +
                   RequestsText::tr("and %1 more").arg(m_count - kMost);
    }
    return all;
}

const DocumentNode &DocumentNode::missing()
{
    static const DocumentNode nothing;
    return nothing;
}

const DocumentNode &DocumentNode::operator[](QStringView key) const
{
    return under(*this, key);
}

const DocumentNode &DocumentNode::operator[](const char *key) const
{
    return under(*this, QLatin1String(key));
}

DocumentNode readJsonDocument(const QByteArray &json, InputFaults &faults)
{
    if (const auto fault = findJsonDiagnostic(json)) {
        faults.addLine(
            QStringLiteral("%1:%2: %3")
                .arg(faults.file(), lineAndColumn(json, fault->offset), fault->expected));
        return {};
    }
    return treeOf(json);
}

DocumentNode readYamlDocument(const QByteArray &yaml, InputFaults &faults)
{
    const auto tell = [&faults](const YAML::Mark &mark, const std::string &what) {
        faults.add(mark.is_null() ? TextPlace() : TextPlace{mark.line + 1, mark.column + 1},
                   RequestsText::tr("expected YAML (%1)").arg(QString::fromStdString(what)));
    };
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        DocumentNode tree = YamlBuilder(faults).treeOf(root, 0);
        return faults.any() ? DocumentNode() : tree;
    } catch (const YAML::Exception &wrong) {
        tell(wrong.mark, wrong.msg);
    } catch (const std::exception &wrong) {
        tell(YAML::Mark::null_mark(), wrong.what());
    }
    return {};
}

DocumentNode readJsonBody(const QByteArray &body)
{
    const QByteArray trimmed = body.trimmed();
    if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) {
        return {};
    }
    QJsonParseError error;
    static_cast<void>(QJsonDocument::fromJson(body, &error));
    return error.error == QJsonParseError::NoError ? treeOf(body) : DocumentNode();
}

QString jsonText(const QString &text)
{
    QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString jsonOf(const DocumentNode &node)
{
    switch (node.kind) {
    case DocumentNode::Kind::Missing:
    case DocumentNode::Kind::Null:
        return QStringLiteral("null");
    case DocumentNode::Kind::Bool:
    case DocumentNode::Kind::Number:
        return node.text;
    case DocumentNode::Kind::Text:
        return jsonText(node.text);
    case DocumentNode::Kind::List:
    case DocumentNode::Kind::Object:
        break;
    }
    const bool isList = node.isList();
    QStringList parts;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        parts << (isList ? QString()
                         : jsonText(node.keys[static_cast<qsizetype>(i)]) + QStringLiteral(": ")) +
                     jsonOf(node.items[i]);
    }
    const QString inside = parts.join(QStringLiteral(", "));
    return isList ? QLatin1Char('[') + inside + QLatin1Char(']')
                  : QLatin1Char('{') + inside + QLatin1Char('}');
}

} // namespace stampede
