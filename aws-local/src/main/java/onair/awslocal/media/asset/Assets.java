package onair.awslocal.media.asset;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.StoredObject;

/**
 * Files by their addresses, {@code s3://}, {@code s3ssl://}, {@code http://} or {@code https://}.
 */
public final class Assets {

  private static final Pattern S3 = Pattern.compile("s3(?:ssl)?://([^/]+)/(.+)");
  private static final Pattern WEB = Pattern.compile("https?://.+");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LARGEST = 64L << 20;
  private static final int HTTP_OK = 200;

  private final Path folder;
  private final Function<String, Optional<Bucket>> buckets;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();

  /**
   * @param folder for copies; made when missing, and emptied
   * @param buckets of S3, by name
   */
  public Assets(Path folder, Function<String, Optional<Bucket>> buckets) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.buckets = buckets;
    try (var old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * A copy of the file, which is the caller's to delete.
   *
   * @throws IOException when there is none; the message says so for people
   */
  public Path copy(String address) throws IOException {
    Matcher s3 = S3.matcher(address);
    if (s3.matches()) {
      return ofS3(s3.group(1), s3.group(2));
    }
    if (WEB.matcher(address).matches()) {
      return ofWeb(address);
    }
    throw new IOException("addresses begin with s3://, s3ssl://, http:// or https://");
  }

  /** Whether the file is in S3, where programs cannot read it by its address. */
  public static boolean isInS3(String address) {
    return S3.matcher(address).matches();
  }

  private Path ofS3(String name, String key) throws IOException {
    Bucket bucket =
        buckets.apply(name).orElseThrow(() -> new IOException("there is no bucket " + name));
    StoredObject object =
        bucket
            .get(key)
            .orElseThrow(() -> new IOException("there is no object %s in %s".formatted(key, name)));
    Path copy = fresh(key);
    Files.delete(copy);
    try {
      return Files.createLink(copy, bucket.file(object));
    } catch (UnsupportedOperationException e) {
      return Files.copy(bucket.file(object), copy);
    }
  }

  private Path ofWeb(String address) throws IOException {
    HttpRequest request;
    try {
      request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    } catch (IllegalArgumentException e) {
      throw new IOException("the address is none of HTTP", e);
    }
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != HTTP_OK) {
          throw new IOException("its server answers " + answer.statusCode());
        }
        return limited(body, fresh(request.uri().getPath()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Path limited(InputStream body, Path copy) throws IOException {
    byte[] bytes = body.readNBytes((int) LARGEST + 1);
    if (bytes.length > LARGEST) {
      Files.delete(copy);
      throw new IOException("it has more than 64 MiB");
    }
    Path partial = copy.resolveSibling(copy.getFileName() + ".part");
    Files.write(partial, bytes);
    return Files.move(partial, copy, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Keeps the ending, by which programs tell formats. */
  private Path fresh(String name) throws IOException {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot);
    return Files.createTempFile(folder, "asset", ending.matches("\\.\\w{1,5}") ? ending : "");
  }
}
