package onair.awslocal;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.Status;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputState;

/** Inputs, channels and flows. */
final class StormChannels {

  private StormChannels() {}

  static int freePort() {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Inputs(MediaLiveClient live) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      String id =
          live.createInput(
                  i ->
                      i.name("storm " + name)
                          .type("URL_PULL")
                          .sources(s -> s.url("http://127.0.0.1/" + value)))
              .input()
              .id();
      while (live.describeInput(i -> i.inputId(id)).state() == InputState.CREATING) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void update(String name, String value) {
      String id = id(name);
      live.updateInput(i -> i.inputId(id).sources(s -> s.url("http://127.0.0.1/" + value)));
    }

    @Override
    public void remove(String name) {
      String id = id(name);
      live.deleteInput(i -> i.inputId(id));
    }

    private String id(String name) {
      return inputs().stream()
          .filter(input -> input.name().equals("storm " + name))
          .findFirst()
          .orElseThrow()
          .id();
    }

    private List<Input> inputs() {
      return live.listInputsPaginator().inputs().stream()
          .filter(input -> input.name() != null && input.name().startsWith("storm "))
          .filter(
              input -> input.state() != InputState.DELETED && input.state() != InputState.DELETING)
          .toList();
    }

    @Override
    public Map<String, String> read() {
      return inputs().stream()
          .collect(
              toMap(
                  input -> input.name().replace("storm ", ""),
                  input ->
                      input.state() == InputState.DETACHED
                          ? input.sources().getFirst().url().replace("http://127.0.0.1/", "")
                          : input.stateAsString()));
    }
  }

  record Channels(MediaLiveClient live) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      String input =
          live.createInput(
                  i ->
                      i.name("for " + name)
                          .type("URL_PULL")
                          .sources(u -> u.url("http://127.0.0.1")))
              .input()
              .id();
      String id =
          live.createChannel(
                  c ->
                      c.name(value)
                          .tags(Map.of("storm", name))
                          .channelClass("SINGLE_PIPELINE")
                          .inputSpecification(s -> s.codec("AVC"))
                          .inputAttachments(a -> a.inputId(input))
                          .destinations(
                              d ->
                                  d.id("mp")
                                      .mediaPackageSettings(
                                          m -> m.channelGroup("storm").channelName(name)))
                          .encoderSettings(Broadcast.encoder()))
              .channel()
              .id();
      awaitIdle(id);
    }

    @Override
    public void update(String name, String value) {
      String id = channels().get(name).id();
      live.updateChannel(c -> c.channelId(id).name(value));
      awaitIdle(id);
    }

    @Override
    public void remove(String name) {
      String id = channels().get(name).id();
      live.deleteChannel(c -> c.channelId(id));
    }

    private void awaitIdle(String id) {
      while (live.describeChannel(c -> c.channelId(id)).state() != ChannelState.IDLE) {
        Thread.onSpinWait();
      }
    }

    private Map<String, ChannelSummary> channels() {
      return live.listChannelsPaginator().channels().stream()
          .filter(channel -> channel.tags().containsKey("storm"))
          .filter(
              channel ->
                  channel.state() != ChannelState.DELETED
                      && channel.state() != ChannelState.DELETING)
          .collect(toMap(channel -> channel.tags().get("storm"), channel -> channel));
    }

    @Override
    public Map<String, String> read() {
      Map<String, String> read = new HashMap<>();
      channels()
          .forEach(
              (name, channel) ->
                  read.put(
                      name,
                      channel.state() == ChannelState.IDLE
                          ? channel.name()
                          : channel.stateAsString()));
      return read;
    }
  }

  record Flows(MediaConnectClient client) implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      client.createFlow(
          f ->
              f.name(name)
                  .source(
                      s ->
                          s.name("in")
                              .description(value)
                              .protocol("srt-listener")
                              .ingestPort(freePort())
                              .whitelistCidr("127.0.0.1/32")));
    }

    @Override
    public void update(String name, String value) {
      Flow flow = flows().get(name);
      client.updateFlowSource(
          f ->
              f.flowArn(flow.flowArn())
                  .sourceArn(flow.source().sourceArn())
                  .protocol("srt-listener")
                  .description(value));
    }

    @Override
    public void remove(String name) {
      client.deleteFlow(f -> f.flowArn(flows().get(name).flowArn()));
    }

    private Map<String, Flow> flows() {
      return client.listFlowsPaginator(f -> {}).flows().stream()
          .filter(each -> each.name().startsWith("n"))
          .filter(each -> each.status() != Status.DELETING)
          .map(each -> client.describeFlow(f -> f.flowArn(each.flowArn())).flow())
          .collect(toMap(each -> each.name(), each -> each));
    }

    @Override
    public Map<String, String> read() {
      Map<String, String> read = new HashMap<>();
      flows()
          .forEach(
              (name, flow) ->
                  read.put(
                      name,
                      flow.status() == Status.STANDBY
                          ? flow.source().description()
                          : flow.statusAsString()));
      return read;
    }
  }

  /** Inputs that have an output on one flow each as long as they are there. */
  record FlowInputs(MediaLiveClient live, MediaConnectClient connect, String flow)
      implements StormActor.Kind {

    @Override
    public void create(String name, String value) {
      String id =
          live.createInput(
                  i ->
                      i.name("fed " + name + " " + value)
                          .type("MEDIACONNECT")
                          .roleArn("arn:aws:iam::000000000000:role/MediaLive")
                          .mediaConnectFlows(f -> f.flowArn(flow)))
              .input()
              .id();
      while (live.describeInput(i -> i.inputId(id)).state() == InputState.CREATING) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void update(String name, String value) {
      live.updateInput(i -> i.inputId(input(name).id()).name("fed " + name + " " + value));
    }

    @Override
    public void remove(String name) {
      live.deleteInput(i -> i.inputId(input(name).id()));
    }

    private Input input(String name) {
      return inputs().stream()
          .filter(each -> each.name().startsWith("fed " + name + " "))
          .findFirst()
          .orElseThrow();
    }

    private List<Input> inputs() {
      return live.listInputsPaginator().inputs().stream()
          .filter(each -> each.name() != null && each.name().startsWith("fed "))
          .filter(each -> each.state() != InputState.DELETED && each.state() != InputState.DELETING)
          .toList();
    }

    @Override
    public Map<String, String> read() {
      List<String> fed =
          connect.describeFlow(f -> f.flowArn(flow)).flow().outputs().stream()
              .map(output -> output.mediaLiveInputArn())
              .toList();
      Map<String, String> read = new HashMap<>();
      for (Input each : inputs()) {
        String[] words = each.name().split(" ");
        read.put(words[1], fed.contains(each.arn()) ? words[2] : "without an output");
      }
      if (fed.size() != read.size()) {
        read.put("outputs", fed.toString());
      }
      return read;
    }
  }
}
