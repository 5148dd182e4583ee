// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/support/JsonLimits.h"

namespace ouroscope {

/// Where a parser that reads events (not a tree) stands; base of such parsers. A derived class
/// overrides the events it needs, calls fail() to stop, and enter()/leave() at brackets.
class StrictSax : public nlohmann::json_sax<nlohmann::json> {
 public:
  StrictSax(std::string_view bytes, const JsonLimits& limits) : bytes_(bytes), limits_(limits) {}

  /// Runs the events over the whole document.
  /// @return false where the document was refused: then reason() and position() say why and where
  bool run();
  const std::string& reason() const { return reason_; }
  std::size_t position() const { return position_; }  ///< bytes read when it was refused
  std::size_t line() const;                           ///< the line of that byte, from 1

  bool parse_error(std::size_t at, const std::string& token,
                   const nlohmann::json::exception& error) override;

 protected:
  /// Remembers the first reason and stops the parser.
  bool fail(std::string reason);
  bool enter();
  bool leave() {
    --depth_;
    return true;
  }
  int depth() const { return depth_; }

 private:
  bool plainText();

  std::string_view bytes_;
  JsonLimits limits_;
  std::string reason_;
  const char* read_ = nullptr;
  std::size_t position_ = 0;
  int depth_ = 0;
};

}  // namespace ouroscope
