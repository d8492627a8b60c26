package onair.channel.medialive;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.ConflictException;
import software.amazon.awssdk.services.medialive.model.DeleteChannelRequest;
import software.amazon.awssdk.services.medialive.model.DeleteChannelResponse;
import software.amazon.awssdk.services.medialive.model.DeleteInputRequest;
import software.amazon.awssdk.services.medialive.model.DeleteInputResponse;
import software.amazon.awssdk.services.medialive.model.DescribeChannelRequest;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import software.amazon.awssdk.services.medialive.model.DescribeInputRequest;
import software.amazon.awssdk.services.medialive.model.DescribeInputResponse;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.ListChannelsRequest;
import software.amazon.awssdk.services.medialive.model.ListChannelsResponse;
import software.amazon.awssdk.services.medialive.model.NotFoundException;
import software.amazon.awssdk.services.medialive.model.StopChannelRequest;
import software.amazon.awssdk.services.medialive.model.StopChannelResponse;

/**
 * One channel and one input by MediaLive's rules: which call is taken in which state, and where a
 * state goes by itself at the next look. Source: MediaLive API reference and user guide, "Channel
 * states".
 */
final class ScriptedMediaLive implements MediaLiveClient {

  static final String ID = "1000001";

  private final List<String> holders = new ArrayList<>();
  private ChannelState channel = ChannelState.DELETED;
  private InputState input = InputState.DELETED;

  void channel(ChannelState state) {
    channel = state;
  }

  /**
   * @param heldBy channels it is attached to; with none it may be deleted whatever it says
   */
  void input(InputState state, String... heldBy) {
    input = state;
    holders.clear();
    holders.addAll(List.of(heldBy));
  }

  void detach() {
    holders.clear();
  }

  @Override
  public ListChannelsResponse listChannels(ListChannelsRequest request) {
    goOn();
    return ListChannelsResponse.builder()
        .channels(ChannelSummary.builder().id(ID).state(channel).build())
        .build();
  }

  private void goOn() {
    channel =
        switch (channel) {
          case CREATING -> ChannelState.CREATE_FAILED;
          case STARTING -> ChannelState.RUNNING;
          case STOPPING -> ChannelState.IDLE;
          case UPDATING -> ChannelState.UPDATE_FAILED;
          case DELETING -> ChannelState.DELETED;
          default -> channel;
        };
  }

  @Override
  public DescribeChannelResponse describeChannel(DescribeChannelRequest request) {
    return DescribeChannelResponse.builder().id(ID).state(channel).build();
  }

  @Override
  public StopChannelResponse stopChannel(StopChannelRequest request) {
    if (channel != ChannelState.RUNNING && channel != ChannelState.RECOVERING) {
      throw conflict("the channel is " + channel);
    }
    channel = ChannelState.STOPPING;
    return StopChannelResponse.builder().build();
  }

  @Override
  public DeleteChannelResponse deleteChannel(DeleteChannelRequest request) {
    switch (channel) {
      case IDLE, CREATE_FAILED, UPDATE_FAILED, UNKNOWN_TO_SDK_VERSION ->
          channel = ChannelState.DELETING;
      default -> throw conflict("the channel is " + channel);
    }
    return DeleteChannelResponse.builder().build();
  }

  @Override
  public DescribeInputResponse describeInput(DescribeInputRequest request) {
    if (input == InputState.DELETED) {
      throw NotFoundException.builder().statusCode(404).message("no input").build();
    }
    input = input == InputState.DELETING ? InputState.DELETED : input;
    return DescribeInputResponse.builder().id(ID).state(input).attachedChannels(holders).build();
  }

  @Override
  public DeleteInputResponse deleteInput(DeleteInputRequest request) {
    if (!holders.isEmpty()) {
      throw conflict("the input is attached");
    }
    input = InputState.DELETING;
    return DeleteInputResponse.builder().build();
  }

  private static ConflictException conflict(String message) {
    return ConflictException.builder()
        .statusCode(409)
        .message(message)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName("MediaLive")
                .errorCode("ConflictException")
                .errorMessage(message)
                .build())
        .build();
  }

  @Override
  public String serviceName() {
    return "medialive";
  }

  @Override
  public void close() {}
}
