// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/StrictSax.h"

#include <algorithm>
#include <cstring>

#include "core/support/DisplayText.h"

namespace ouroscope {
namespace {

using nlohmann::json;

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// A pointer that tells how far the parser has read, so that refusals of ours (not only syntax
/// errors) can say where; and that shows a run of white space between tokens as one character,
/// because the library keeps a copy of every character of such a run.
class WatchedIterator {
 public:
  using difference_type = std::ptrdiff_t;
  using value_type = char;
  using pointer = const char*;
  using reference = const char&;
  using iterator_category = std::input_iterator_tag;

  WatchedIterator(const char* at, const char* end, const char** watch)
      : at_(at), end_(end), watch_(watch) {}
  reference operator*() const { return *at_; }
  WatchedIterator& operator++() {
    const char passed = *at_++;
    if (inText_) {
      if (escaped_)
        escaped_ = false;
      else if (passed == '\\')
        escaped_ = true;
      else if (passed == '"')
        inText_ = false;
    } else if (passed == '"') {
      inText_ = true;
    } else if (isSpace(passed)) {
      while (at_ != end_ && isSpace(*at_)) ++at_;
    }
    *watch_ = at_;
    return *this;
  }
  bool operator==(const WatchedIterator& other) const { return at_ == other.at_; }
  bool operator!=(const WatchedIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char* end_;
  const char** watch_;
  bool inText_ = false, escaped_ = false;
};

/// The library's reason without its own numbering and position.
std::string shortReason(const std::string& message) {
  std::string_view text = message;
  if (const auto at = text.find("while parsing"); at != std::string_view::npos)
    text.remove_prefix(at);
  else if (const auto end = text.find("] "); end != std::string_view::npos)
    text.remove_prefix(end + 2);
  const std::string shown = shownText(text, 160);
  return shown.substr(1, shown.size() - 2);
}

}  // namespace

bool StrictSax::fail(std::string reason) {
  if (reason_.empty()) {
    reason_ = std::move(reason);
    if (read_) position_ = read_ - bytes_.data();
  }
  return false;
}

bool StrictSax::enter() {
  if (++depth_ > limits_.maxDepth)
    return fail("objects and lists are nested more than " + std::to_string(limits_.maxDepth) +
                " deep");
  return true;
}

bool StrictSax::plainText() {
  if (bytes_.size() > limits_.maxBytes)
    return fail("it has " + std::to_string(bytes_.size()) + " bytes, more than the " +
                std::to_string(limits_.maxBytes) + " allowed");
  if (bytes_.substr(0, 3) == "\xEF\xBB\xBF")
    return fail("it begins with a byte-order mark; save it as plain UTF-8");
  // The library takes a NUL for the end of the text and would accept what comes before it.
  if (const void* zero = std::memchr(bytes_.data(), 0, bytes_.size())) {
    position_ = static_cast<const char*>(zero) - bytes_.data();
    return fail("it contains a NUL byte");
  }
  if (const std::size_t bad = firstInvalidUtf8(bytes_); bad != std::string_view::npos) {
    position_ = bad;
    return fail("it is not valid UTF-8");
  }
  return true;
}

bool StrictSax::run() {
  if (bytes_.empty()) return fail("it is empty");
  if (!plainText()) return false;
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = bytes_.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return fail("it holds white space only");
  const std::size_t last = bytes_.find_last_not_of(kSpace);
  const char* begin = bytes_.data() + first;
  const char* end = bytes_.data() + last + 1;
  read_ = begin;
  return json::sax_parse(WatchedIterator(begin, end, &read_), WatchedIterator(end, end, &read_),
                         this);
}

bool StrictSax::parse_error(std::size_t, const std::string&, const json::exception& error) {
  return fail(shortReason(error.what()));
}

std::size_t StrictSax::line() const {
  return 1 + (std::count(bytes_.begin(), bytes_.begin() + position_, '\n'));
}

}  // namespace ouroscope
