import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import onair.launcher.Api;
import onair.launcher.Home;
import onair.launcher.Installation;
import onair.launcher.Ports;
import onair.launcher.Progress;
import onair.launcher.RunningPlatform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a change takes until its webhook is out, and how many go out in a second: {@code java
 * Messages.java <checkout> <seconds> <changes per second>}. Starts the platform in a folder of its own and prints JSON.
 *
 * <p>Latency: channels are changed through the gateway at a fixed rate, whether earlier ones were answered or not; it counts from the
 * moment of the change, as its event tells, until the message has come to a receiver on this machine. Throughput: a log that is there
 * already is replayed, to one webhook and then to ten at the same time. Whether messages were lost, came twice or out of turn is
 * counted, too.
 */
final class Messages {

  private static final int CHANNELS = 40;
  private static final int WARM_SECONDS = 15;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Api api;
  private final List<String> channels = new ArrayList<>();
  private final AtomicInteger step = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();

  private Messages(Api api) {
    this.api = api;
  }

  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[1]);
    double rate = Double.parseDouble(arguments[2]);
    Path folder = Files.createTempDirectory("bench-webhooks");
    var home = new Home(folder);
    Map<String, String> anyPorts =
        Arrays.stream(Ports.Part.values()).collect(Collectors.toMap(part -> "ONAIR_PORT_" + part.name(), part -> "0"));
    var installation = new Installation(Path.of(arguments[0]), Path.of(System.getProperty("java.home"), "bin", "java"));
    var progress = new Progress(new PrintStream(System.err, true));
    String begun = load();
    var results = new LinkedHashMap<String, Object>();
    try (RunningPlatform platform = RunningPlatform.start(installation, home, Ports.of(home, anyPorts), progress)) {
      var api = new Api(java.net.URI.create(platform.localEnv().get("ONAIR_URL")), platform.localEnv().get("ONAIR_API_KEY"));
      results.put("load_before", begun);
      new Messages(api).measure(seconds, rate, results);
      results.put("load_after", load());
    }
    System.out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(results));
    System.exit(0);
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
  }

  private void measure(int seconds, double rate, Map<String, Object> results) throws Exception {
    for (int i = 0; i < CHANNELS; i++) {
      channels.add(api.post("/v1/channels", Map.of("name", "Bench " + i)).ok().path("id").asString());
    }
    double[] latencies;
    int changes;
    try (var receiver = new Taking()) {
      String webhook = webhook(receiver);
      change(WARM_SECONDS, rate);
      receiver.await(step.get() - refused.get());
      int warm = receiver.count();
      change(seconds, rate);
      receiver.await(step.get() - refused.get());
      latencies = receiver.latencies(warm);
      changes = latencies.length;
      results.put("changes_per_second", rate);
      results.put("changes", changes);
      results.put("changes_refused", refused.get());
      results.put("changes_made_late", late.get());
      results.put("change_to_receiver_ms", Map.of("p50", at(latencies, 0.5), "p99", at(latencies, 0.99), "max", at(latencies, 1)));
      results.put("trouble", receiver.trouble(step.get() - refused.get()));
      api.delete("/v1/webhooks/" + webhook);
    }
    long head = head();
    replayed(1, head); // warm
    double one = replayed(1, head);
    double ten = replayed(10, head);
    results.put("events_replayed", head);
    results.put("messages_per_second", Map.of("one_webhook", one, "ten_webhooks", ten));
    var goals = new LinkedHashMap<String, Object>();
    goals.put("p50_ms", goal(50, at(latencies, 0.5), at(latencies, 0.5) <= 50));
    goals.put("p99_ms", goal(300, at(latencies, 0.99), at(latencies, 0.99) <= 300));
    goals.put("messages_per_second", goal(500, ten, ten >= 500));
    results.put("goals", goals);
  }

  private static Map<String, Object> goal(double goal, double is, boolean met) {
    var told = new LinkedHashMap<String, Object>();
    told.put("goal", goal);
    told.put("is", is);
    told.put("met", met);
    return told;
  }

  private String webhook(Taking receiver) throws InterruptedException {
    return api.post("/v1/webhooks", Map.of("url", receiver.url())).ok().path("id").asString();
  }

  private long head() throws InterruptedException {
    try (var receiver = new Taking()) {
      JsonNode made = api.post("/v1/webhooks", Map.of("url", receiver.url())).ok();
      api.delete("/v1/webhooks/" + made.path("id").asString());
      return made.path("sequence").asLong();
    }
  }

  /** Changes channels one after the other, each when it is due. */
  private void change(int seconds, double rate) throws InterruptedException {
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < seconds * rate; i++) {
        long due = begun + (long) (i * 1e9 / rate);
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
        if (System.nanoTime() - due > 50_000_000) {
          late.incrementAndGet();
        }
        int number = step.incrementAndGet();
        String path = "/v1/channels/" + channels.get(number % CHANNELS);
        threads.submit(
            () -> {
              Api.Answer answer = api.send("PATCH", path, "{\"metadata\":{\"step\":\"%d\"}}".formatted(number));
              if (answer.status() != 200) {
                refused.incrementAndGet();
              }
              return null;
            });
      }
    }
  }

  /** Messages a second, from the replay to the last one. */
  private double replayed(int webhooks, long head) throws Exception {
    var receivers = new ArrayList<Taking>();
    var ids = new ArrayList<String>();
    for (int i = 0; i < webhooks; i++) {
      receivers.add(new Taking());
      ids.add(webhook(receivers.getLast()));
    }
    long begun = System.nanoTime();
    for (String id : ids) {
      api.post("/v1/webhooks/" + id + "/replay", Map.of("after", 0)).ok();
    }
    for (Taking receiver : receivers) {
      receiver.await((int) head);
    }
    double took = (System.nanoTime() - begun) / 1e9;
    for (int i = 0; i < webhooks; i++) {
      api.delete("/v1/webhooks/" + ids.get(i));
      receivers.get(i).close();
    }
    return round(head * webhooks / took);
  }

  private static double at(double[] sorted, double part) {
    return round(sorted[(int) Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)]);
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** A receiver that takes everything, and notes when it came. */
  private static final class Taking implements AutoCloseable {

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Came> all = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    Taking() {
      try {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
      } catch (IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext(
          "/",
          exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            all.add(new Came(Instant.now(), body));
            count.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    int count() {
      return count.get();
    }

    void await(int wanted) throws InterruptedException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (count.get() < wanted && System.nanoTime() < end) {
        Thread.sleep(5);
      }
      if (count.get() < wanted) {
        throw new IllegalStateException("Only " + count.get() + " of " + wanted + " messages came");
      }
    }

    double[] latencies(int from) {
      return all.stream()
          .skip(from)
          .mapToDouble(
              came ->
                  Duration.between(Instant.parse(came.event().path("created_at").asString()), came.at()).toNanos() / 1e6)
          .sorted()
          .toArray();
    }

    Map<String, Object> trouble(int wanted) {
      var seen = new HashSet<Long>();
      var last = new HashMap<String, Long>();
      int twice = 0;
      int outOfTurn = 0;
      for (Came came : all) {
        JsonNode event = came.event();
        long sequence = event.path("sequence").asLong();
        twice += seen.add(sequence) ? 0 : 1;
        outOfTurn += last.merge(event.path("resource").path("id").asString(), sequence, Math::max) == sequence ? 0 : 1;
      }
      return Map.of("lost", wanted - seen.size(), "twice", twice, "out_of_turn", outOfTurn);
    }

    @Override
    public void close() {
      server.stop(0);
    }

    record Came(Instant at, byte[] body) {

      JsonNode event() {
        return JsonMapper.shared().readTree(body);
      }
    }
  }
}
