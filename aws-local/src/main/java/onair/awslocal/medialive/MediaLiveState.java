package onair.awslocal.medialive;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.ledger.Watched;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.resource.SdkRows;
import onair.awslocal.state.Index;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;

/**
 * Everything MediaLive keeps. Channels use inputs and inputs use security groups, so whoever
 * changes one of them does it {@link #exclusively}; the media plane is never called from there,
 * because it calls back.
 */
final class MediaLiveState {

  private final ReentrantLock lock = new ReentrantLock();
  private final Rows<SecurityGroupRow> groups;
  private final Rows<InputRow> inputs;
  private final Rows<ChannelRow> channels;
  private final Index<ChannelRow> channelsByInput;
  private final Index<InputRow> inputsByGroup;
  private final Index<InputRow> inputsByPoint;
  private final Index<InputRow> inputsByDirection;
  private final Table<ScheduleRow> schedule;

  MediaLiveState(StateStore store) {
    this.groups =
        new Rows<>(
            "input security group",
            store.table(
                "medialive-input-security-groups",
                SdkRows.codec(SecurityGroupRow.class, List.of(InputSecurityGroup.class))));
    this.inputs =
        new Rows<>(
            "input",
            store.table("medialive-inputs", SdkRows.codec(InputRow.class, List.of(Input.class))));
    this.channels =
        new Rows<>(
            "channel",
            store.table(
                "medialive-channels",
                SdkRows.codec(ChannelRow.class, List.of(Channel.class, ChannelAlert.class))));
    this.channelsByInput = channels.index(ChannelRow::attached);
    this.inputsByGroup =
        inputs.index(
            input -> input.isDeleted() ? Set.of() : Set.copyOf(input.resource().securityGroups()));
    this.inputsByPoint =
        inputs.index(
            input ->
                input.isDeleted()
                    ? Set.of()
                    : input.ingest().stream()
                        .map(MediaLiveState::address)
                        .collect(Collectors.toUnmodifiableSet()));
    this.inputsByDirection =
        inputs.index(input -> input.isDeleted() ? Set.of() : Set.of(direction(input)));
    this.schedule =
        store.table(
            "medialive-schedule-actions",
            SdkRows.codec(ScheduleRow.class, List.of(ScheduleAction.class)));
  }

  /** Lets the ledger write down what happens to inputs, their security groups and channels. */
  void record(Ledger ledger) {
    groups.watch(
        ledger,
        new Watched<>(
            "medialive",
            "input-security-group",
            row -> row.resource().arn(),
            row -> row.resource().stateAsString(),
            row -> Map.of()));
    inputs.watch(
        ledger,
        new Watched<>(
            "medialive",
            "input",
            row -> row.resource().arn(),
            row -> row.resource().stateAsString(),
            row ->
                Map.of(
                    "id", row.id(),
                    "type", row.resource().typeAsString(),
                    "name", String.valueOf(row.resource().name()))));
    channels.watch(
        ledger,
        new Watched<>(
            "medialive",
            "channel",
            row -> row.resource().arn(),
            row -> row.resource().stateAsString(),
            MediaLiveState::facts));
  }

  private static Map<String, String> facts(ChannelRow row) {
    String inputs =
        row.resource().inputAttachments().stream()
            .map(InputAttachment::inputId)
            .collect(Collectors.joining(","));
    return Map.of("class", String.valueOf(row.resource().channelClassAsString()), "inputs", inputs);
  }

  Rows<SecurityGroupRow> groups() {
    return groups;
  }

  Rows<InputRow> inputs() {
    return inputs;
  }

  Rows<ChannelRow> channels() {
    return channels;
  }

  /** Actions of all channels, by {@link ScheduleRow#key}. */
  Table<ScheduleRow> schedule() {
    return schedule;
  }

  void forgetSchedule(String channelId) {
    schedule.list().stream()
        .filter(row -> row.channelId().equals(channelId))
        .forEach(row -> schedule.remove(row.key()));
  }

  <T> T exclusively(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** The one channel that has this input; a deleted channel lets go of it after a while. */
  Optional<ChannelRow> channelOf(InputRow input) {
    return channelsByInput.find(input.id()).stream()
        .filter(channel -> channel.scope().equals(input.scope()))
        .findFirst();
  }

  /** Inputs that are allowed to be pushed to by this group's rules; deleted ones let go of it. */
  List<String> inputsOf(SecurityGroupRow group) {
    return inputsByGroup.find(group.id()).stream()
        .filter(input -> input.scope().equals(group.scope()))
        .sorted(Comparator.comparing(InputRow::position))
        .map(InputRow::id)
        .toList();
  }

  /** Inputs that take what is pushed to this point. */
  List<InputRow> inputsAt(IngestPoint point) {
    return inputsByPoint.find(address(point));
  }

  /** How many inputs of its scope are pushed to, or pull, as this one. */
  int inputsLike(InputRow input) {
    return inputsByDirection.count(direction(input));
  }

  private static String address(IngestPoint point) {
    return point.app() + "/" + point.stream();
  }

  private static String direction(InputRow input) {
    return input.scope().key(input.isPush() ? "push" : "pull");
  }
}
