// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Csv.h"

#include "app/cli/Numbers.h"

namespace ouroscope::cli {

void Csv::header(std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) add(name);
  endRow();
}

Csv& Csv::add(std::string_view field) {
  if (rowStarted_) text_ += ',';
  rowStarted_ = true;
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    text_ += field;
    return *this;
  }
  text_ += '"';
  for (const char c : field) {
    if (c == '"') text_ += '"';
    text_ += c;
  }
  text_ += '"';
  return *this;
}

Csv& Csv::add(double value) {
  return add(std::string_view(shortText(value)));
}
Csv& Csv::add(float value) {
  return add(std::string_view(shortText(value)));
}
Csv& Csv::add(long long value) {
  return add(std::string_view(std::to_string(value)));
}

void Csv::endRow() {
  text_ += "\r\n";
  rowStarted_ = false;
}

}  // namespace ouroscope::cli
