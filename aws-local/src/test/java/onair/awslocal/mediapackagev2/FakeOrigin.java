package onair.awslocal.mediapackagev2;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import onair.awslocal.media.Clip;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.Protection;
import onair.awslocal.origin.OriginResponse;

/** An origin that remembers what is open and answers every file with its own name. */
final class FakeOrigin implements LiveOrigin {

  final Map<String, Protection> protections = new ConcurrentHashMap<>();

  /** What every channel has received. */
  volatile long received;

  /** Lines of the form {@code <channel> <endpoint>}. */
  final List<String> reset = new ArrayList<>();

  /** Endpoints by channel and name. */
  final Map<String, Map<String, EndpointSpec>> open = new TreeMap<>();

  /** What can be cut out of any endpoint. */
  Optional<Clip> clip = Optional.empty();

  @Override
  public synchronized void openChannel(String ingestTarget) {
    open.computeIfAbsent(ingestTarget, target -> new LinkedHashMap<>());
  }

  @Override
  public synchronized void closeChannel(String ingestTarget) {
    open.remove(ingestTarget);
  }

  @Override
  public synchronized void putEndpoint(String ingestTarget, EndpointSpec spec) {
    Map<String, EndpointSpec> channel = open.get(ingestTarget);
    if (channel == null) {
      throw new IllegalArgumentException("channel %s is not open".formatted(ingestTarget));
    }
    channel.put(spec.name(), spec);
  }

  @Override
  public synchronized void resetEndpoint(String ingestTarget, String endpointName) {
    reset.add(ingestTarget + " " + endpointName);
  }

  @Override
  public void protect(String ingestTarget, String endpointName, Protection protection) {
    protections.put(endpointName, protection);
  }

  @Override
  public synchronized void removeEndpoint(String ingestTarget, String endpointName) {
    open.getOrDefault(ingestTarget, Map.of()).remove(endpointName);
  }

  @Override
  public OriginResponse get(
      String ingestTarget, String endpointName, String file, Map<String, String> query) {
    String body = ingestTarget + " " + endpointName + " " + file + " " + query;
    return new OriginResponse(
        200, "text/plain", Duration.ofSeconds(1), body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long received(String ingestTarget) {
    return received;
  }

  @Override
  public synchronized Optional<Clip> clip(
      String ingestTarget,
      String endpointName,
      Instant start,
      Instant end,
      List<ManifestSpec> manifests) {
    return clip;
  }

  EndpointSpec endpoint(String ingestTarget, String name) {
    EndpointSpec spec = open.getOrDefault(ingestTarget, Map.of()).get(name);
    if (spec == null) {
      throw new AssertionError("no endpoint " + name + " of " + ingestTarget);
    }
    return spec;
  }
}
