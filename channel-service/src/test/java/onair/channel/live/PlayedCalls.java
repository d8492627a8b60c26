package onair.channel.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The way to AWS, with a point before each call and one after its answer. */
final class PlayedCalls implements SdkHttpClient {

  private static final Pattern NEXT_PAGE = Pattern.compile("\"nextToken\"\\s*:\\s*\"[^\"]*\"");

  private final SdkHttpClient way;
  private final Supplier<Mutant> mutant;

  PlayedCalls(SdkHttpClient way, Supplier<Mutant> mutant) {
    this.way = way;
    this.mutant = mutant;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = way.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        PlayedProcess process = PlayedProcess.here();
        if (process == null) {
          return prepared.call();
        }
        String name = name(request.httpRequest());
        process.point("call " + name);
        HttpExecuteResponse answer;
        try {
          answer = prepared.call();
        } catch (IOException lost) {
          process.point("no answer " + name);
          throw lost;
        }
        process.point(answer.httpResponse().statusCode() + " " + name);
        return mutant.get() == Mutant.FIRST_PAGE_ONLY ? lastPage(answer) : answer;
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  private static HttpExecuteResponse lastPage(HttpExecuteResponse answer) throws IOException {
    if (answer.responseBody().isEmpty()) {
      return answer;
    }
    String body = new String(answer.responseBody().get().readAllBytes(), StandardCharsets.UTF_8);
    byte[] last =
        NEXT_PAGE.matcher(body).replaceAll("\"nextToken\":null").getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(answer.httpResponse())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(last)))
        .build();
  }

  /** Without what is another in each life. */
  private static String name(SdkHttpRequest request) {
    String target = request.firstMatchingHeader("X-Amz-Target").orElse("");
    return request.method()
        + " "
        + Arrays.stream(request.encodedPath().split("/"))
            .map(
                part -> part.chars().anyMatch(Character::isDigit) && part.length() > 3 ? "*" : part)
            .collect(Collectors.joining("/"))
        + target;
  }

  @Override
  public void close() {
    way.close();
  }
}
