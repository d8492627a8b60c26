package onair.awslocal.medialive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.medialive.model.BatchFailedResultModel;
import software.amazon.awssdk.services.medialive.model.BatchSuccessfulResultModel;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.MediaLiveException;

/**
 * Many of a kind asked for in one call, each for itself: what is refused is told beside what is
 * done, with the code and the message the single call answers. There are no multiplexes here.
 */
final class Batches {

  /** What became of a batch, in the order it was asked for. */
  record Result(List<BatchSuccessfulResultModel> done, List<BatchFailedResultModel> failed) {}

  private final SecurityGroups groups;
  private final Inputs inputs;
  private final Channels channels;

  private final List<BatchSuccessfulResultModel> done = new ArrayList<>();
  private final List<BatchFailedResultModel> failed = new ArrayList<>();

  /** For one batch. */
  Batches(SecurityGroups groups, Inputs inputs, Channels channels) {
    this.groups = groups;
    this.inputs = inputs;
    this.channels = channels;
  }

  Result begin(Step step, List<String> channelIds, List<String> multiplexIds) {
    requireSome(channelIds, multiplexIds);
    each("channel", channelIds, id -> state(channels.begin(step, id)));
    each("multiplex", multiplexIds, Batches::noMultiplex);
    return new Result(done, failed);
  }

  /** Channels first, because they use inputs, and these use groups. */
  Result delete(
      List<String> channelIds,
      List<String> inputIds,
      List<String> groupIds,
      List<String> multiplexIds) {
    requireSome(channelIds, inputIds, groupIds, multiplexIds);
    each("channel", channelIds, id -> state(channels.begin(Step.DELETE, id)));
    each(
        "input",
        inputIds,
        id -> {
          inputs.delete(id);
          return inputs.describe(id).stateAsString();
        });
    each(
        "inputSecurityGroup",
        groupIds,
        id -> {
          groups.delete(id);
          return groups.describe(id).stateAsString();
        });
    each("multiplex", multiplexIds, Batches::noMultiplex);
    return new Result(done, failed);
  }

  private void each(String kind, List<String> ids, Function<String, String> action) {
    for (String id : ids) {
      String arn = Scope.current().arn("medialive", kind + ":" + id);
      try {
        String state = action.apply(id);
        done.add(BatchSuccessfulResultModel.builder().id(id).arn(arn).state(state).build());
      } catch (MediaLiveException e) {
        failed.add(
            BatchFailedResultModel.builder()
                .id(id)
                .arn(arn)
                .code(e.getClass().getSimpleName())
                .message(e.getMessage())
                .build());
      }
    }
  }

  private static String state(Channel channel) {
    return channel.stateAsString();
  }

  private static String noMultiplex(String id) {
    throw Refusals.notFound("multiplex", id);
  }

  @SafeVarargs
  private static void requireSome(List<String>... ids) {
    if (List.of(ids).stream().allMatch(List::isEmpty)) {
      throw Refusals.badRequest("At least one resource is required");
    }
  }
}
