package onair.awslocal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import onair.awslocal.protocol.AwsProtocol;
import onair.awslocal.signature.SignableRequest;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Carries calls of the SDK to the services behind this port, on the caller's thread. */
record DirectCalls(Supplier<AwsProtocol> services) implements SdkHttpClient {

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        AwsProtocol.Answered answered =
            services
                .get()
                .answer(signable(request.httpRequest()), body(request))
                .orElseThrow(() -> new SocketException("Connection reset"));
        SdkHttpFullResponse.Builder response =
            SdkHttpFullResponse.builder().statusCode(answered.status());
        answered.headers().forEach(response::putHeader);
        return HttpExecuteResponse.builder()
            .response(response.build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answered.body())))
            .build();
      }

      @Override
      public void abort() {
        // The answer is there or it is not.
      }
    };
  }

  private static byte[] body(HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isEmpty()) {
      return new byte[0];
    }
    try (InputStream in = request.contentStreamProvider().get().newStream()) {
      return in.readAllBytes();
    }
  }

  private static SignableRequest signable(SdkHttpRequest request) {
    Map<String, String> headers = new HashMap<>();
    request.forEachHeader(
        (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    String path = request.encodedPath();
    return new SignableRequest(
        request.method().name(),
        path.isEmpty() ? "/" : path,
        request.encodedQueryParameters().orElse(""),
        headers);
  }

  @Override
  public String clientName() {
    return "aws-local";
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
