// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/LineReader.h"

#include <span>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {

bool LineReader::fill() {
  buffer_.resize(std::size_t{1} << 18);
  at_ = 0;
  const std::size_t got =
      readAt(fd_, read_, std::as_writable_bytes(std::span(buffer_.data(), buffer_.size())), path_);
  buffer_.resize(got);
  read_ += got;
  if (onBytes && got > 0) onBytes(buffer_);
  return got > 0;
}

bool LineReader::next(FileLine& line) {
  line.text.clear();
  line.offset = offset_;
  line.number = ++number_;
  line.ended = false;
  while (at_ < buffer_.size() || fill()) {
    const std::size_t end = buffer_.find('\n', at_);
    const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
    line.text.append(buffer_, at_, stop - at_);
    if (line.text.size() > kMaxLine)
      throw Error(shownPath(path_) + " line " + std::to_string(number_) +
                  " is longer than 64 MiB: give one document a line.");
    offset_ += stop - at_;
    at_ = stop;
    if (end == std::string::npos) continue;
    ++at_;
    ++offset_;
    line.ended = true;
    return true;
  }
  return !line.text.empty();
}

}  // namespace ouroscope
