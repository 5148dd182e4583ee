// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CompletionServer.h"

#include <httplib.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope::cli {
namespace {

constexpr const char* kJson = "application/json";
constexpr std::size_t kMostBytes = std::size_t{64} << 20;
constexpr int kThreads = 8;  ///< that take requests; runs are one after the other

/// What is answered, or the error in its own shape.
void answer(httplib::Response& response, const std::function<std::string()>& make) {
  try {
    response.set_content(make(), kJson);
  } catch (const CompletionError& error) {
    response.status = error.status;
    response.set_content(errorJson(error), kJson);
  } catch (const std::exception& error) {
    response.status = 500;
    response.set_content(errorJson({500, error.what()}), kJson);
  }
}

/// A page of a browser may send a text anywhere without asking; JSON it may not. So nothing but
/// JSON is taken, and a page of another address cannot run a model here without asking.
bool isJson(const httplib::Request& request) {
  return request.get_header_value("Content-Type").rfind(kJson, 0) == 0;
}

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// A name or address of this machine alone.
bool isLoopback(const std::string& given) {
  const std::string host = lowered(given);
  return host == "localhost" || host == "::1" ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos);
}

/// The host of a Host header, without its port: "localhost" of "localhost:8321".
std::string hostOf(std::string header) {
  if (header.starts_with('[')) return header.substr(1, header.find(']') - 1);
  header.erase(std::min(header.find(':'), header.size()));
  if (header.ends_with('.')) header.pop_back();
  return header;
}

/// The name of a page's server may be pointed at this machine while the page is open (DNS
/// rebinding): its requests then come from "the same place" and may be of any type. They still name
/// that host, so a server for this machine alone answers only to names of this machine.
bool mayAsk(const httplib::Request& request, const std::string& listening) {
  const std::string asked = hostOf(request.get_header_value("Host"));
  return !isLoopback(listening) || asked.empty() || isLoopback(asked);
}

}  // namespace

void serve(ServedCompletions& completions, const ServerAddress& address,
           const std::stop_token& stop, const std::function<void(int port)>& ready) {
  httplib::Server server;
  server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  // By itself the library lets a second server take half of the requests to one port.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_payload_max_length(kMostBytes);
  server.set_keep_alive_timeout(1);  // a stop waits for idle connections so long
  server.set_read_timeout(30);
  // Not before the body was read: what is left of it would be taken for the next request.
  const auto reply = [&](const httplib::Request& request, httplib::Response& response,
                         const std::function<std::string()>& make) {
    answer(response, [&] {
      if (!mayAsk(request, address.host))
        throw CompletionError{403,
                              "This server answers for this machine alone, and the request is for "
                              "the host " +
                                  shownText(request.get_header_value("Host")) +
                                  ": ask http://127.0.0.1, or start it with --host."};
      return make();
    });
  };
  const auto post = [&](const char* path, auto handle) {
    server.Post(path, [&, handle](const httplib::Request& request, httplib::Response& response) {
      reply(request, response, [&] {
        if (!isJson(request))
          throw CompletionError{415, "The request must have the Content-Type application/json."};
        return handle(request.body);
      });
    });
  };
  post("/v1/completions", [&](const std::string& body) { return completions.complete(body); });
  post("/tokenize", [&](const std::string& body) { return completions.tokenize(body); });
  post("/detokenize", [&](const std::string& body) { return completions.detokenize(body); });
  server.Get("/tokenizer_info", [&](const httplib::Request& request, httplib::Response& response) {
    reply(request, response, [&] { return completions.tokenizerInfo(); });
  });
  server.Get("/v1/models", [&](const httplib::Request& request, httplib::Response& response) {
    reply(request, response, [&] { return completions.models(); });
  });
  server.Get("/health", [](const httplib::Request&, httplib::Response& response) {
    response.set_content("{}", kJson);
  });
  server.set_error_handler([](const httplib::Request& request, httplib::Response& response) {
    if (!response.body.empty()) return;
    const std::string sentence =
        response.status == 404
            ? "There is no " + shownText(request.method + " " + request.path) +
                  " here: POST /v1/completions, /tokenize, /detokenize; GET /v1/models, "
                  "/tokenizer_info, /health."
            : "The request was refused.";
    response.set_content(errorJson({response.status, sentence}), kJson);
  });
  const int port = address.port == 0
                       ? server.bind_to_any_port(address.host)
                       : (server.bind_to_port(address.host, address.port) ? address.port : -1);
  if (port < 0)
    throw Error(
        "The address " + shownText(address.host) + " with port " + std::to_string(address.port) +
        " cannot be listened on: it is in use or not of this machine; choose another --port "
        "or --host.");
  if (stop.stop_requested()) return;
  std::mutex mutex;
  std::condition_variable_any changed;
  bool ended = false;
  // The socket queues who comes before the thread is up. What this throws ends no thread.
  ready(port);
  // It returns when every thread that answers has ended.
  std::thread listener([&] {
    (void)server.listen_after_bind();
    const std::lock_guard lock(mutex);
    ended = true;
    changed.notify_all();
  });
  {
    std::unique_lock lock(mutex);
    changed.wait(lock, stop, [&] { return ended; });
    // The library forgets a stop that comes before it listens.
    while (!ended && !server.is_running()) changed.wait_for(lock, std::chrono::milliseconds(5));
  }
  const bool failed = ended && !stop.stop_requested();
  server.stop();
  listener.join();
  if (failed) throw Error("Listening on port " + std::to_string(port) + " failed.");
}

}  // namespace ouroscope::cli
