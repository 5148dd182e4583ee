// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace ouroscope::cli {

/// Comma-separated values as RFC 4180 has them: lines end with CR LF, a field with a comma, a quote
/// or a line break is quoted. An absent number is an empty field.
class Csv {
 public:
  void header(std::initializer_list<std::string_view> names);

  Csv& add(std::string_view field);
  Csv& add(const char* field) { return add(std::string_view(field)); }
  Csv& add(double value);
  Csv& add(float value);
  Csv& add(long long value);
  Csv& add(int value) { return add(static_cast<long long>(value)); }
  Csv& add(bool value) { return add(value ? 1 : 0); }
  void endRow();

  const std::string& text() const { return text_; }
  std::string take() { return std::exchange(text_, {}); }  ///< the lines so far, between two rows

 private:
  std::string text_;
  bool rowStarted_ = false;
};

}  // namespace ouroscope::cli
