// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/RunTogether.h"

#include <optional>

#include "core/support/Error.h"

namespace ouroscope {

void RunTogether::add(PreparedRun run, Ended ended) {
  // The run reads the request of the recording until it ends.
  const auto recording = std::make_shared<RunRecording>(model_, std::move(run));
  RunHooks hooks;
  hooks.stop = stop_;
  runs_.add(recording->request(), recording->observer(), hooks,
            [recording, ended = std::move(ended)](const RunSummary& done,
                                                  const std::exception_ptr& error) {
              TracePtr trace;
              std::exception_ptr why;
              try {
                bool stopped = false;
                try {
                  if (error) std::rethrow_exception(error);
                } catch (const Cancelled&) {
                  stopped = true;
                }
                trace = recording->ended(done, stopped);
              } catch (...) {
                why = std::current_exception();
              }
              ended(trace, why);
            });
}

int usualTogether(const Backend& backend) {
  return backend.rowCost() < 1 ? 16 : 1;
}

std::vector<TracePtr> recordTogether(const ModelPtr& model, std::span<const RunOrder> orders,
                                     int most, const std::stop_token& stop,
                                     const ProgressFn& progress) {
  std::vector<TracePtr> traces(orders.size());
  std::exception_ptr error;
  std::size_t next = 0, end = orders.size(), done = 0;  // end: the first that failed
  std::optional<PreparedRun> waiting;
  RunTogether runs(model, most, stop);
  const auto ended = [&](std::size_t place, const TracePtr& trace, const std::exception_ptr& why) {
    traces[place] = trace;
    if (why && place < end) {
      end = place;
      error = why;
    }
    if (progress) progress("Texts", std::int64_t(++done), std::ssize(orders));
  };
  do {
    for (; next < end; ++next, waiting.reset()) {
      if (!waiting) waiting = prepareRun(*model, orders[next]);
      if (!runs.hasRoom(*waiting)) break;
      runs.add(std::move(*waiting),
               [&, place = next](const TracePtr& trace, const std::exception_ptr& why) {
                 ended(place, trace, why);
               });
    }
  } while (runs.pass() || next < end);
  if (error) std::rethrow_exception(error);
  return traces;
}

}  // namespace ouroscope
