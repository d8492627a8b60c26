package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.BadRequestException;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.NotFoundException;

class ListingTest {

  @TempDir Path folder;
  private MediaLive aws;

  @BeforeEach
  void start() throws Exception {
    aws = MediaLive.in(folder);
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
  }

  @Test
  void pagesHoldWhatWasAskedForOldestFirst() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(aws.rtmpInput("in-" + i).id());
    }

    var first = aws.client.listInputs(i -> i.maxResults(2));

    assertThat(first.inputs()).extracting(Input::id).isEqualTo(ids.subList(0, 2));
    assertThat(first.nextToken()).isNotBlank();
    assertThat(aws.client.listInputsPaginator(i -> i.maxResults(2)).inputs().stream())
        .extracting(Input::id)
        .isEqualTo(ids);
    assertThat(aws.client.listInputs(i -> i.maxResults(5)).nextToken()).isNull();
  }

  @Test
  void paginatorsSeeEveryChannelAndEveryGroupOnce() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(aws.idleChannel("c" + i).id());
    }

    assertThat(aws.client.listChannelsPaginator(c -> c.maxResults(2)).channels())
        .extracting(ChannelSummary::id)
        .containsExactlyElementsOf(ids);
    assertThat(
            aws.client.listInputSecurityGroupsPaginator(g -> g.maxResults(2)).inputSecurityGroups())
        .extracting(InputSecurityGroup::id)
        .doesNotHaveDuplicates()
        .hasSize(5);
  }

  @Test
  void aTokenNobodyGaveOutIsABadRequest() {
    assertThatThrownBy(() -> aws.client.listChannels(c -> c.nextToken("nonsense")))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void aChannelIsListedWithoutItsEncoderButWithStateAndTags() {
    String id = aws.runningChannel("show").id();
    aws.client.createTags(
        t ->
            t.resourceArn("arn:aws:medialive:eu-west-1:111122223333:channel:" + id)
                .tags(Map.of("onair:resource", "ch_1")));

    assertThat(aws.client.listChannels().channels())
        .singleElement()
        .satisfies(
            (ChannelSummary channel) -> {
              assertThat(channel.id()).isEqualTo(id);
              assertThat(channel.stateAsString()).isEqualTo("RUNNING");
              assertThat(channel.pipelinesRunningCount()).isEqualTo(1);
              assertThat(channel.tags()).containsEntry("onair:resource", "ch_1");
            });
  }

  @Test
  void anotherRegionSeesNothing() {
    String id = aws.idleChannel("show").id();

    try (MediaLiveClient elsewhere = aws.client(Region.US_EAST_1)) {
      assertThat(elsewhere.listChannels().channels()).isEmpty();
      assertThat(elsewhere.listInputs().inputs()).isEmpty();
      assertThat(elsewhere.listInputSecurityGroups().inputSecurityGroups()).isEmpty();
      assertThatThrownBy(() -> elsewhere.describeChannel(c -> c.channelId(id)))
          .isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void tagsCanBeAddedReplacedAndRemovedOnEveryKindOfResource() {
    String channel = aws.idleChannel("show").arn();
    Input input = aws.client.listInputs().inputs().getFirst();
    String group = aws.client.listInputSecurityGroups().inputSecurityGroups().getFirst().arn();

    for (String arn : List.of(channel, input.arn(), group)) {
      aws.client.createTags(t -> t.resourceArn(arn).tags(Map.of("a", "1", "b", "2")));
      aws.client.createTags(t -> t.resourceArn(arn).tags(Map.of("b", "3")));
      aws.client.deleteTags(t -> t.resourceArn(arn).tagKeys("a"));

      assertThat(aws.client.listTagsForResource(t -> t.resourceArn(arn)).tags())
          .containsExactly(Map.entry("b", "3"));
    }
    assertThat(aws.client.describeInput(i -> i.inputId(input.id())).tags()).containsKey("b");
  }

  @Test
  void tagsOfWhatIsNotThereAreNotFound() {
    String id = aws.idleChannel("show").id();
    String prefix = "arn:aws:medialive:eu-west-1:111122223333:";
    aws.client.deleteChannel(c -> c.channelId(id));
    aws.settle();

    for (String arn :
        List.of(
            prefix + "channel:1234567",
            prefix + "channel:" + id,
            prefix + "input:" + id,
            prefix + "multiplex:" + id,
            "arn:aws:medialive:us-east-1:111122223333:channel:" + id,
            "nonsense")) {
      assertThatThrownBy(() -> aws.client.listTagsForResource(t -> t.resourceArn(arn)))
          .as(arn)
          .isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void pagesStayStableWhileResourcesGo() {
    String first = aws.rtmpInput("a").id();
    aws.pass(Duration.ofSeconds(1));
    String second = aws.rtmpInput("b").id();
    String third = aws.rtmpInput("c").id();
    var page = aws.client.listInputs(i -> i.maxResults(2));
    aws.client.deleteInput(i -> i.inputId(first));
    aws.client.deleteInput(i -> i.inputId(second));
    aws.settle();

    assertThat(aws.client.listInputs(i -> i.nextToken(page.nextToken())).inputs())
        .extracting(Input::id)
        .containsExactly(third);
  }
}
