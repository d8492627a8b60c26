package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;
import software.amazon.awssdk.services.mediastore.model.Container;
import software.amazon.awssdk.services.mediastore.model.ContainerInUseException;
import software.amazon.awssdk.services.mediastore.model.ContainerNotFoundException;
import software.amazon.awssdk.services.mediastore.model.ContainerStatus;
import software.amazon.awssdk.services.mediastore.model.CorsPolicyNotFoundException;
import software.amazon.awssdk.services.mediastore.model.ListContainersResponse;
import software.amazon.awssdk.services.mediastore.model.MediaStoreException;
import software.amazon.awssdk.services.mediastore.model.MethodName;
import software.amazon.awssdk.services.mediastore.model.PolicyNotFoundException;
import software.amazon.awssdk.services.mediastore.model.Tag;
import software.amazon.awssdk.services.mediastoredata.MediaStoreDataClient;
import software.amazon.awssdk.services.mediastoredata.model.GetObjectResponse;
import software.amazon.awssdk.services.mediastoredata.model.Item;
import software.amazon.awssdk.services.mediastoredata.model.ItemType;
import software.amazon.awssdk.services.mediastoredata.model.ListItemsResponse;
import software.amazon.awssdk.services.mediastoredata.model.MediaStoreDataException;
import software.amazon.awssdk.services.mediastoredata.model.ObjectNotFoundException;
import software.amazon.awssdk.services.mediastoredata.model.RequestedRangeNotSatisfiableException;

/** MediaStore as services reach it, with the SDK. */
class MediaStoreOverHttpTest {

  @TempDir private Path folder;
  private AwsLocal local;
  private MediaStoreClient client;

  @BeforeEach
  void start() {
    local = AwsLocal.start(AwsLocalConfig.forTests(folder));
    client = LocalApi.client(MediaStoreClient.builder(), local.endpoint());
  }

  @AfterEach
  void stop() {
    client.close();
    local.close();
  }

  @Test
  void aContainerIsCreatedTaggedFoundAndGoneOnceItIsEmpty() {
    Container made =
        client
            .createContainer(
                c -> c.containerName("live").tags(Tag.builder().key("a").value("b").build()))
            .container();
    assertThat(made.status()).isEqualTo(ContainerStatus.CREATING);
    assertThat(made.endpoint()).isNull();
    Container active = active("live");
    assertThat(active.arn()).isEqualTo("arn:aws:mediastore:eu-west-1:000000000000:container/live");
    assertThat(client.listTagsForResource(t -> t.resource(active.arn())).tags()).hasSize(1);
    assertThatThrownBy(() -> client.createContainer(c -> c.containerName("live")))
        .isInstanceOf(ContainerInUseException.class);
    client.createContainer(c -> c.containerName("another"));
    assertThat(client.listContainersPaginator(l -> l.maxResults(1)).stream())
        .flatExtracting(page -> page.containers())
        .extracting(Container::name)
        .containsExactly("another", "live");

    try (MediaStoreDataClient data = data(active)) {
      data.putObject(p -> p.path("k"), RequestBody.fromString("x"));
      assertThatThrownBy(() -> client.deleteContainer(d -> d.containerName("live")))
          .isInstanceOf(ContainerInUseException.class);
      data.deleteObject(d -> d.path("k"));
    }
    client.deleteContainer(d -> d.containerName("live"));
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> client.describeContainer(d -> d.containerName("live")))
                    .isInstanceOf(ContainerNotFoundException.class));
  }

  @Test
  void settingsAreGivenBackAndMissedWhenTheyAreNotThere() {
    client.createContainer(c -> c.containerName("live"));
    active("live");
    assertThatThrownBy(() -> client.getContainerPolicy(g -> g.containerName("live")))
        .isInstanceOf(PolicyNotFoundException.class);
    assertThatThrownBy(() -> client.getCorsPolicy(g -> g.containerName("live")))
        .isInstanceOf(CorsPolicyNotFoundException.class);
    assertThatThrownBy(
            () -> client.putContainerPolicy(p -> p.containerName("live").policy("{\"a\": 1}")))
        .isInstanceOfSatisfying(
            MediaStoreException.class, e -> assertThat(e.statusCode()).isEqualTo(400));

    client.putCorsPolicy(
        p ->
            p.containerName("live")
                .corsPolicy(
                    rule ->
                        rule.allowedOrigins("*")
                            .allowedMethods(MethodName.GET)
                            .allowedHeaders("*")
                            .maxAgeSeconds(60)));
    String lifecycle = "{\"rules\": []}";
    client.putLifecyclePolicy(p -> p.containerName("live").lifecyclePolicy(lifecycle));

    assertThat(client.getCorsPolicy(g -> g.containerName("live")).corsPolicy()).hasSize(1);
    assertThat(client.getLifecyclePolicy(g -> g.containerName("live")).lifecyclePolicy())
        .isEqualTo(lifecycle);
    client.deleteCorsPolicy(d -> d.containerName("live"));
    assertThatThrownBy(() -> client.getCorsPolicy(g -> g.containerName("live")))
        .isInstanceOf(CorsPolicyNotFoundException.class);
  }

  @Test
  void anObjectIsReadListedAndDescribedTheMomentItIsPut() {
    client.createContainer(c -> c.containerName("live"));
    try (MediaStoreDataClient data = data(active("live"))) {
      data.putObject(
          p ->
              p.path("live-ms/ch/index.m3u8")
                  .contentType("application/vnd.apple.mpegurl")
                  .cacheControl("max-age=1"),
          RequestBody.fromString("0123456789"));
      data.putObject(p -> p.path("live-ms/ch/a/1.mp4"), RequestBody.fromString("x"));

      ResponseBytes<GetObjectResponse> part =
          data.getObjectAsBytes(g -> g.path("live-ms/ch/index.m3u8").range("bytes=2-4"));
      assertThat(part.asUtf8String()).isEqualTo("234");
      assertThat(part.response().contentRange()).isEqualTo("bytes 2-4/10");
      assertThat(part.response().statusCode()).isEqualTo(206);
      var described = data.describeObject(d -> d.path("live-ms/ch/index.m3u8"));
      assertThat(described.contentLength()).isEqualTo(10);
      assertThat(described.cacheControl()).isEqualTo("max-age=1");
      List<Item> items = data.listItems(l -> l.path("live-ms/ch")).items();
      assertThat(items).extracting(Item::name).containsExactly("a", "index.m3u8");
      assertThat(items).extracting(Item::type).containsExactly(ItemType.FOLDER, ItemType.OBJECT);
      assertThat(data.listItemsPaginator(l -> l.path("live-ms/ch").maxResults(1)).stream())
          .hasSize(2);

      assertThatThrownBy(() -> data.getObjectAsBytes(g -> g.path("none")))
          .isInstanceOf(ObjectNotFoundException.class);
      assertThatThrownBy(() -> data.describeObject(g -> g.path("none")))
          .isInstanceOfSatisfying(
              MediaStoreDataException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
      assertThatThrownBy(() -> data.deleteObject(g -> g.path("none")))
          .isInstanceOf(ObjectNotFoundException.class);
      assertThatThrownBy(
              () -> data.getObjectAsBytes(g -> g.path("live-ms/ch/index.m3u8").range("bytes=10-")))
          .isInstanceOf(RequestedRangeNotSatisfiableException.class);
      assertThatThrownBy(() -> data.putObject(p -> p.path("a b"), RequestBody.fromString("x")))
          .isInstanceOfSatisfying(
              MediaStoreDataException.class, e -> assertThat(e.statusCode()).isEqualTo(400));
    }
  }

  @Test
  void othersReadWhatThePolicyOpensByTheContainersHost() throws Exception {
    client.createContainer(c -> c.containerName("live"));
    Container container = active("live");
    try (MediaStoreDataClient data = data(container);
        HttpClient http = HttpClient.newHttpClient()) {
      data.putObject(p -> p.path("open/k"), RequestBody.fromString("hello"));
      data.putObject(p -> p.path("closed/k"), RequestBody.fromString("secret"));
      client.putContainerPolicy(
          p ->
              p.containerName("live")
                  .policy(
                      """
                      {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*",
                       "Action": "mediastore:GetObject", "Resource": "%s/open/*"}}
                      """
                          .formatted(container.arn())));
      String path = URI.create(container.endpoint()).getPath();
      String host =
          path.substring(path.lastIndexOf('/') + 1) + ".data.mediastore.eu-west-1.amazonaws.com";

      assertThat(raw("/open/k", host)).startsWith("HTTP/1.1 200 ").endsWith("hello");
      assertThat(raw("/closed/k", host)).startsWith("HTTP/1.1 403 ").doesNotContain("secret");
      assertThat(raw("/open/none", host)).startsWith("HTTP/1.1 404 ");
      HttpResponse<String> unsigned =
          http.send(
              HttpRequest.newBuilder(URI.create(container.endpoint() + "/open/k")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(unsigned.statusCode()).isEqualTo(403);
    }
  }

  @Test
  void paginatorsGiveContainersAndItemsOnce() {
    for (int i = 0; i < 5; i++) {
      String name = "c" + i;
      client.createContainer(c -> c.containerName(name));
    }
    assertThat(client.listContainersPaginator(l -> l.maxResults(2)).stream())
        .flatExtracting(ListContainersResponse::containers)
        .extracting(Container::name)
        .containsExactly("c0", "c1", "c2", "c3", "c4");
    try (MediaStoreDataClient data = data(active("c0"))) {
      for (int i = 0; i < 5; i++) {
        String path = "folder/" + i;
        data.putObject(p -> p.path(path), RequestBody.fromString("x"));
      }
      assertThat(data.listItemsPaginator(l -> l.path("folder").maxResults(2)).stream())
          .flatExtracting(ListItemsResponse::items)
          .extracting(Item::name)
          .containsExactly("0", "1", "2", "3", "4");
    }
  }

  private Container active(String name) {
    return await()
        .until(
            () -> client.describeContainer(d -> d.containerName(name)).container(),
            container -> container.status() == ContainerStatus.ACTIVE);
  }

  private static MediaStoreDataClient data(Container container) {
    return LocalApi.client(MediaStoreDataClient.builder(), URI.create(container.endpoint()));
  }

  private String raw(String path, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", local.endpoint().getPort())) {
      socket.setSoTimeout(10_000);
      String request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
      socket
          .getOutputStream()
          .write(request.formatted(path, host).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
