// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/SessionFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>
#include <set>

#include "core/analysis/TraceTables.h"
#include "core/support/AtomicFile.h"
#include "core/support/Error.h"
#include "core/support/FileHandle.h"
#include "ui/base/JsonText.h"

namespace ouroscope {
namespace {

constexpr const char* kName = "session.json";
constexpr const char* kRuns = "run-*.trace.safetensors";
constexpr std::size_t kLargest = std::size_t{16} << 20;  ///< of session.json
constexpr int kVersion = 1;

QString say(const char* text) {
  return QCoreApplication::translate("Session", text);
}

/// Renames a file to a free name with ".damaged"; what somebody worked on is never deleted.
QString setAside(const QString& path) {
  for (int n = 1;; ++n) {
    QString aside = QStringLiteral("%1.damaged-%2").arg(path).arg(n);
    if (QFileInfo::exists(aside)) continue;
    QFile::rename(path, aside);
    return aside;
  }
}

/// A run's own file, and nothing outside the folder.
bool isRunName(const QString& name) {
  static const QRegularExpression pattern("^run-[0-9a-f]{32}\\.trace\\.safetensors$");
  return pattern.match(name).hasMatch();
}

/// session.json, or an empty object where there is none or it was set aside.
QJsonObject readJson(const QString& folder, QStringList& problems) {
  const QString path = QDir(folder).filePath(kName);
  if (!QFileInfo::exists(path)) return {};
  QString why;
  try {
    const std::string bytes = readWholeFile(path.toStdString(), kLargest);
    QJsonObject json = readStrictJson(bytes, QString::fromLatin1(kName)).object();
    if (json["version"].toInt(-1) == -1 || !json["traces"].isArray())
      why = say(QT_TRANSLATE_NOOP("Session", "it does not contain a session"));
    else if (json["version"].toInt() > kVersion)
      why = say(QT_TRANSLATE_NOOP("Session", "it was written by a newer version"));
    else
      return json;
  } catch (const Error& error) {
    why = QString::fromUtf8(error.what());
  }
  problems << say(QT_TRANSLATE_NOOP("Session",
                                    "The last session could not be read (%1) and was set aside as "
                                    "%2. Runs that it kept are opened again."))
                  .arg(why, setAside(path));
  return {};
}

}  // namespace

SessionState readSession(const QString& folder, QStringList& problems) {
  SessionState state;
  const QJsonObject json = readJson(folder, problems);
  state.window = json["window"].toObject();
  const QDir dir(folder);
  const auto take = [&](const QJsonObject& entry) {
    SessionState::OpenTrace open;
    open.id = entry["id"].toInt();
    open.path = entry["path"].toString();
    open.run = entry["run"].toString();
    open.title = entry["title"].toString();
    open.view = entry["view"].toObject();
    open.ran = entry["ran"].toObject();
    open.draft = entry["draft"].toObject();
    if (open.path.isEmpty() && !isRunName(open.run)) return;
    const QString path = open.path.isEmpty() ? dir.filePath(open.run) : open.path;
    try {
      open.trace = readTrace(path.toStdString());
      prepareTrace(open.trace);
      state.traces.push_back(std::move(open));
    } catch (const std::exception& error) {
      problems << QString::fromUtf8(error.what());
      // The person's own file is not ours to rename, and may be back another time.
      if (!open.path.isEmpty())
        state.traces.push_back(std::move(open));
      else if (QFileInfo::exists(path))
        setAside(path);
    }
  };
  std::set<QString> named;
  const QJsonArray traces = json["traces"].toArray();
  const int wanted = json["current"].toInt(-1);
  for (qsizetype i = 0; i < traces.size(); ++i) {
    const QJsonObject entry = traces[i].toObject();
    named.insert(entry["run"].toString());
    const std::size_t before = state.traces.size();
    take(entry);
    if (i == wanted && state.traces.size() > before && state.traces.back().trace)
      state.current = static_cast<int>(before);
  }
  // A run that was written just before the program died, or whose session was damaged.
  for (const QString& run : dir.entryList({kRuns}, QDir::Files, QDir::Time | QDir::Reversed))
    if (!named.contains(run)) take({{"run", run}});
  return state;
}

void SessionWriter::write(const SessionState& state) {
  const QDir dir(folder_);
  QJsonArray traces;
  std::set<QString> named;
  std::map<int, Run> runs;
  for (const SessionState::OpenTrace& open : state.traces) {
    QJsonObject entry{{"id", open.id}, {"title", open.title}, {"view", open.view}};
    if (!open.ran.isEmpty()) entry["ran"] = open.ran;
    if (!open.draft.isEmpty()) entry["draft"] = open.draft;
    if (open.path.isEmpty()) {
      const auto known = runs_.find(open.id);
      Run run = known == runs_.end() ? Run{} : known->second;
      if (run.file.isEmpty())
        run.file = QStringLiteral("run-%1.trace.safetensors")
                       .arg(QUuid::createUuid().toString(QUuid::Id128));
      if (run.trace != open.trace) writeTrace(*open.trace, dir.filePath(run.file).toStdString());
      run.trace = open.trace;
      entry["run"] = run.file;
      named.insert(run.file);
      runs[open.id] = runs_[open.id] = run;
    } else {
      entry["path"] = QFileInfo(open.path).absoluteFilePath();
    }
    traces.append(entry);
  }
  const QByteArray bytes = QJsonDocument(QJsonObject{{"version", kVersion},
                                                     {"traces", traces},
                                                     {"current", state.current},
                                                     {"window", state.window}})
                               .toJson();
  if (bytes != last_) {
    AtomicFile file(dir.filePath(kName).toStdString(), static_cast<std::uint64_t>(bytes.size()));
    file.write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    file.commit();
    last_ = bytes;
  }
  // Only now is a closed run's file not needed any more.
  for (const auto& [id, run] : runs_)
    if (!named.contains(run.file)) QFile::remove(dir.filePath(run.file));
  runs_ = std::move(runs);
}

}  // namespace ouroscope
