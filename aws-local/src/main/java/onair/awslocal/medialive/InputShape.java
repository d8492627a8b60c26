package onair.awslocal.medialive;

import java.util.List;
import java.util.regex.Pattern;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputClass;
import software.amazon.awssdk.services.medialive.model.InputDestination;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;
import software.amazon.awssdk.services.medialive.model.InputSourceType;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.UpdateInputRequest;

/**
 * What a request asks an input to be, checked by itself: the members its type needs, and what
 * MediaLive derives from them. Two sources, destinations or flows make a STANDARD input, one makes
 * a SINGLE_PIPELINE input; an input's class cannot be asked for.
 */
final class InputShape {

  /** Two pipelines at most. */
  private static final int MAX_ENDS = 2;

  private static final Pattern STREAM_NAME =
      Pattern.compile("([A-Za-z0-9._~-]{1,100})/([A-Za-z0-9._~-]{1,150})");

  private static final Pattern RTMP_URL = Pattern.compile("rtmps?://[^\\s|]+");
  private static final Pattern FILE_URL =
      Pattern.compile("(https?|s3|s3ssl|mediastoressl)://[^\\s|]+");

  private final String host;
  private final int rtmpPort;

  InputShape(String host, int rtmpPort) {
    this.host = host;
    this.rtmpPort = rtmpPort;
  }

  /** The input without id, ARN and state, and where publishers push to. */
  record Wanted(Input resource, List<IngestPoint> ingest) {}

  Wanted of(CreateInputRequest request) {
    if (request.type() == null) {
      throw Refusals.badRequest("Input type is required");
    }
    Input resource =
        Shapes.fill(Input.builder(), request)
            .securityGroups(request.inputSecurityGroups())
            .attachedChannels(List.of())
            .destinations(List.of())
            .build();
    if (request.vpc() == null) {
      requireGroup(resource);
    }
    return derived(resource, request.destinations());
  }

  /** The input after an update; members that are not given stay, the type always does. */
  Wanted of(InputRow row, UpdateInputRequest request) {
    Input.Builder resource =
        Shapes.fill(row.resource().toBuilder(), request)
            .destinations(row.resource().destinations());
    if (request.hasInputSecurityGroups()) {
      requireGroup(resource.securityGroups(request.inputSecurityGroups()).build());
    }
    return row.isRtmpPush() && !request.hasDestinations()
        ? new Wanted(resource.build(), row.ingest())
        : derived(resource.build(), request.destinations());
  }

  private Wanted derived(Input resource, List<InputDestinationRequest> destinations) {
    return switch (resource.type()) {
      case RTMP_PUSH -> rtmpPush(resource, destinations);
      case UDP_PUSH, RTP_PUSH -> wanted(resource, MAX_ENDS);
      case RTMP_PULL, URL_PULL, MP4_FILE, TS_FILE -> {
        resource.sources().forEach(source -> requireUrl(resource.type(), source.url()));
        yield wanted(resource, ends("Sources", resource.sources().size()));
      }
      case MEDIACONNECT ->
          wanted(resource, ends("MediaConnectFlows", resource.mediaConnectFlows().size()));
      case SRT_CALLER -> wanted(resource, ends("SrtCallerSources", callers(resource)));
      default -> wanted(resource, 1);
    };
  }

  private Wanted rtmpPush(Input resource, List<InputDestinationRequest> destinations) {
    int ends = ends("Destinations", destinations.size());
    List<IngestPoint> points = destinations.stream().map(InputShape::point).distinct().toList();
    if (points.size() < ends) {
      throw Refusals.badRequest("The stream names of an input must differ");
    }
    List<InputDestination> told = points.stream().map(this::told).toList();
    Wanted wanted = wanted(resource.toBuilder().destinations(told).build(), ends);
    return new Wanted(wanted.resource(), points);
  }

  private InputDestination told(IngestPoint point) {
    return InputDestination.builder()
        .ip(host)
        .port(String.valueOf(rtmpPort))
        .url("rtmp://%s:%d/%s/%s".formatted(host, rtmpPort, point.app(), point.stream()))
        .build();
  }

  private static IngestPoint point(InputDestinationRequest destination) {
    var name =
        STREAM_NAME.matcher(destination.streamName() == null ? "" : destination.streamName());
    if (!name.matches()) {
      throw Refusals.badRequest(
          "The stream name of an RTMP_PUSH destination must have the form <app>/<instance>");
    }
    return new IngestPoint(name.group(1), name.group(2));
  }

  private static Wanted wanted(Input resource, int ends) {
    boolean dynamic =
        resource.type() == InputType.MP4_FILE
            && resource.sources().stream()
                .anyMatch(source -> source.url() != null && source.url().contains("$urlPath$"));
    return new Wanted(
        resource.toBuilder()
            .inputClass(ends == MAX_ENDS ? InputClass.STANDARD : InputClass.SINGLE_PIPELINE)
            .inputSourceType(dynamic ? InputSourceType.DYNAMIC : InputSourceType.STATIC)
            .build(),
        List.of());
  }

  private static int ends(String member, int given) {
    if (given < 1 || given > MAX_ENDS) {
      throw Refusals.badRequest("This input type needs one or two " + member);
    }
    return given;
  }

  private static int callers(Input resource) {
    return resource.srtSettings() == null ? 0 : resource.srtSettings().srtCallerSources().size();
  }

  /** Of the kinds that AWS reads; a program that fetches them could read others, too. */
  private static void requireUrl(InputType type, @Nullable String url) {
    Pattern form = type == InputType.RTMP_PULL ? RTMP_URL : FILE_URL;
    if (url == null || !form.matcher(url).matches()) {
      throw Refusals.badRequest(
          type == InputType.RTMP_PULL
              ? "The url of a source must begin with rtmp:// or rtmps://"
              : "The url of a source must begin with http://, https://, s3:// or s3ssl://");
    }
  }

  /** Inputs that are pushed to need one, unless they lie in a VPC. */
  private static void requireGroup(Input resource) {
    boolean push =
        switch (resource.type()) {
          case RTMP_PUSH, RTP_PUSH, UDP_PUSH -> true;
          default -> false;
        };
    if (push && resource.securityGroups().isEmpty()) {
      throw Refusals.badRequest("A push input needs an input security group");
    }
  }
}
