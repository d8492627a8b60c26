package onair.channel.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onair.channel.operation.Operation;
import onair.channel.operation.OperationStatus;
import onair.channel.operation.Step;
import onair.channel.operation.Step.AwsResource;
import onair.channel.operation.Step.Status;
import onair.common.reconcile.ResourceRow;
import org.jspecify.annotations.Nullable;

/** The operations of a channel, and how far each step is, told from what is known of AWS; pure. */
final class ChannelOperations {

  static final String CREATE = "channel.create";
  static final String PREPARE = "channel.prepare";
  static final String START = "channel.start";

  /** Only rehearsed: what is done at once is no operation. */
  static final String UPDATE = "channel.update";

  static final String RESTART = "channel.restart";
  static final String STOP = "channel.stop";
  static final String COMPLETE = "channel.complete";
  static final String DISABLE = "channel.disable";
  static final String ENABLE = "channel.enable";
  static final String DELETE = "channel.delete";

  static final String STORED = "stored";
  static final String RUNNING = "encoder-running";
  static final String STOPPED = "encoder-stopped";
  static final String CLOSED = "session-closed";

  private static final Set<String> REMOVING = Set.of(DELETE, DISABLE);

  private final Function<ChannelSpec, List<String>> kinds;

  /**
   * @param kinds of such a channel's resources, in the order in which they are created
   */
  ChannelOperations(Function<ChannelSpec, List<String>> kinds) {
    this.kinds = kinds;
  }

  /** Done as soon as it is accepted: a new channel has nothing in AWS. */
  Operation create(String organizationId, ChannelId channel, Instant now) {
    Step stored = Step.pending(STORED).progress(Status.SUCCEEDED, null, null, now);
    return Operation.begin(organizationId, CREATE, channel.value(), List.of(), now)
        .progress(OperationStatus.SUCCEEDED, null, List.of(stored), now);
  }

  Operation start(Channel channel, Instant now) {
    return begin(
        START,
        channel,
        Stream.concat(kinds.apply(channel.spec()).stream(), Stream.of(RUNNING)),
        now);
  }

  /** Like a start that stops short of the encoder running. */
  Operation prepare(Channel channel, Instant now) {
    return begin(PREPARE, channel, kinds.apply(channel.spec()).stream(), now);
  }

  /** The encoder, which comes last, is made anew; what it takes in and what it feeds are kept. */
  Operation restart(Channel channel, Instant now) {
    return begin(RESTART, channel, Stream.of(kinds.apply(channel.spec()).getLast(), RUNNING), now);
  }

  Operation stop(Channel channel, Instant now) {
    return begin(STOP, channel, Stream.of(STOPPED), now);
  }

  /** The session is closed by the look that sees its encoder at rest. */
  Operation complete(Channel channel, Instant now) {
    return begin(COMPLETE, channel, Stream.of(STOPPED, CLOSED), now);
  }

  Operation disable(Channel channel, Instant now) {
    Stream<String> removed = kinds.apply(channel.spec()).reversed().stream();
    return begin(DISABLE, channel, Stream.concat(Stream.of(STOPPED), removed), now);
  }

  /** Done as soon as it is accepted: a disabled channel stays off the air until it is started. */
  Operation enable(Channel channel, Instant now) {
    return begin(ENABLE, channel, Stream.empty(), now);
  }

  Operation delete(Channel channel, Instant now) {
    return begin(DELETE, channel, kinds.apply(channel.spec()).reversed().stream(), now);
  }

  private static Operation begin(String type, Channel channel, Stream<String> steps, Instant now) {
    return Operation.begin(
        channel.organizationId(),
        type,
        channel.id().value(),
        steps.map(Step::pending).toList(),
        now);
  }

  /**
   * The steps as they are after a look at AWS.
   *
   * @param redaction takes secrets out of what AWS says
   */
  static List<Step> steps(
      Operation operation,
      List<ResourceRow> rows,
      Seen seen,
      UnaryOperator<@Nullable String> redaction,
      Instant now) {
    Map<String, ResourceRow> byKind =
        rows.stream().collect(Collectors.toMap(row -> row.key().kind(), Function.identity()));
    return operation.steps().stream()
        .map(
            step ->
                switch (step.name()) {
                  case STORED -> step;
                  case RUNNING -> running(step, seen, now);
                  case STOPPED, CLOSED -> stopped(step, seen, now);
                  default -> {
                    ResourceRow row = byKind.get(step.name());
                    yield REMOVING.contains(operation.type())
                        ? removed(step, row, redaction, now)
                        : made(step, row, redaction, now);
                  }
                })
        .toList();
  }

  private static Step running(Step step, Seen seen, Instant now) {
    if (!seen.reached() || seen.encoder() == null) {
      return step;
    }
    if (seen.encoder().runs()) {
      return step.progress(Status.SUCCEEDED, null, null, now);
    }
    return seen.encoder().needsStop() ? step.progress(Status.RUNNING, null, null, now) : step;
  }

  private static Step stopped(Step step, Seen seen, Instant now) {
    return step.progress(
        seen.rests() ? Status.SUCCEEDED : Status.RUNNING, null, seen.trouble(), now);
  }

  private static Step made(
      Step step,
      @Nullable ResourceRow row,
      UnaryOperator<@Nullable String> redaction,
      Instant now) {
    if (row == null || row.desired() == ResourceRow.Desired.ABSENT) {
      return step;
    }
    return switch (row.create()) {
      case KNOWN -> step.progress(Status.SUCCEEDED, resource(row), null, now);
      case UNKNOWN -> step.progress(Status.RUNNING, null, redaction.apply(row.reason()), now);
      case NONE ->
          row.reason() == null
              ? step
              : step.progress(Status.RUNNING, null, redaction.apply(row.reason()), now);
    };
  }

  private static Step removed(
      Step step,
      @Nullable ResourceRow row,
      UnaryOperator<@Nullable String> redaction,
      Instant now) {
    if (row == null || row.isFinal()) {
      return step.progress(Status.SUCCEEDED, null, null, now);
    }
    return row.desired() == ResourceRow.Desired.PRESENT
        ? step
        : step.progress(Status.RUNNING, resource(row), redaction.apply(row.reason()), now);
  }

  /** The kind begins with the name of its service. */
  private static @Nullable AwsResource resource(ResourceRow row) {
    String kind = row.key().kind();
    return row.physicalId() == null
        ? null
        : new AwsResource(kind.substring(0, kind.indexOf('-')), row.physicalId());
  }
}
