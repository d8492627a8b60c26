package onair.awslocal.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import onair.awslocal.signature.SignableRequest;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;

/** A service behind its wire protocol without a network between it and the SDK's client. */
final class InProcess implements SdkHttpClient {

  private static final CallContext CONTEXT =
      new CallContext(LocalApi.ACCOUNT, "eu-west-1", "request");

  private final Service service;
  private WireRequest request;
  private WireResponse response;

  InProcess(Service service) {
    this.service = service;
  }

  /** The SDK's client of an API; it tries once. */
  @SuppressWarnings({"rawtypes", "unchecked"}) // any client there is
  SdkClient client(Class<? extends SdkClient> api) {
    try {
      AwsClientBuilder builder = (AwsClientBuilder) api.getMethod("builder").invoke(null);
      ((AwsSyncClientBuilder) builder).httpClient(this);
      builder.endpointOverride(URI.create("http://127.0.0.1"));
      builder.region(Region.EU_WEST_1);
      builder.credentialsProvider(
          StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
      builder.overrideConfiguration(
          software.amazon.awssdk.core.client.config.ClientOverrideConfiguration.builder()
              .retryStrategy(retry -> retry.maxAttempts(1))
              .build());
      return (SdkClient) builder.build();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets the last call, so that one that is never sent is noticed. */
  void forget() {
    request = null;
    response = null;
  }

  /** As it was sent last; null when nothing was. */
  WireRequest request() {
    return request;
  }

  /** What was answered last; null when nothing was sent. */
  WireResponse response() {
    return response;
  }

  WireResponse send(WireRequest given) {
    request = given;
    response =
        (WireResponse)
            service.speaking(given).answer(given, CONTEXT, (call, onwards) -> onwards.get());
    return response;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest sent) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        WireResponse answer = send(read(sent));
        SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(answer.status());
        answer.headers().forEach(head::putHeader);
        return HttpExecuteResponse.builder()
            .response(head.build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  private static WireRequest read(HttpExecuteRequest sent) {
    SdkHttpRequest head = sent.httpRequest();
    Map<String, String> headers = new HashMap<>();
    head.forEachHeader(
        (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    String path = head.encodedPath().isEmpty() ? "/" : head.encodedPath();
    String query = head.encodedQueryParameters().orElse("");
    byte[] body =
        sent.contentStreamProvider()
            .map(
                content -> {
                  try {
                    return content.newStream().readAllBytes();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .orElse(new byte[0]);
    return new WireRequest(
        new SignableRequest(head.method().name(), path, query, headers),
        WirePath.query(query),
        body);
  }

  @Override
  public void close() {}
}
