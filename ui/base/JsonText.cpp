// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/JsonText.h"

#include <nlohmann/json.hpp>

#include "core/support/Error.h"
#include "core/support/StrictJson.h"

namespace ouroscope {

QJsonDocument readStrictJson(std::string_view bytes, const QString& what) {
  parseStrictJson(bytes, what.toStdString());
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(
      QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())), &error);
  // A number or a word alone is JSON, but no document of ours.
  if (error.error != QJsonParseError::NoError || document.isNull())
    throw Error((what + QStringLiteral(" is neither a JSON object nor a list.")).toStdString());
  return document;
}

}  // namespace ouroscope
