package onair.awslocal.mediastore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onair.awslocal.store.Bucket;
import onair.awslocal.store.ByteRange;
import onair.awslocal.store.ObjectMeta;
import onair.awslocal.store.OpenObject;
import onair.awslocal.store.StoredObject;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * MediaStore Data: the objects of a container, at the endpoint that the container has on this
 * machine. Who signs may do everything, as with every other service here; others come by the
 * container's host and its policy. An object can be read and listed the moment its put returned.
 * Source: MediaStore Data API Reference.
 */
public final class MediaStoreDataHandler extends Handler.Abstract {

  /** Endpoints are below this path, by container id. */
  static final String PATH = "/_aws-local/mediastore/";

  private static final long MOST_BYTES = 25L * 1024 * 1024;
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Containers containers;

  MediaStoreDataHandler(Containers containers) {
    this.containers = containers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    if (path == null || !path.startsWith(PATH)) {
      return false;
    }
    response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    try {
      answer(request, path.substring(PATH.length()), response, callback);
    } catch (DataRefused e) {
      fail(e, response, callback);
    } catch (ByteRange.Unsatisfiable e) {
      fail(
          new DataRefused(
              416, "RequestedRangeNotSatisfiableException", String.valueOf(e.getMessage())),
          response,
          callback);
    } catch (IOException e) {
      callback.failed(e); // the other side went away, or the disk did
    }
    return true;
  }

  private void answer(Request request, String below, Response response, Callback callback)
      throws IOException {
    int slash = below.indexOf('/');
    String id = slash < 0 ? below : below.substring(0, slash);
    String key = slash < 0 ? "" : URIUtil.decodePath(below.substring(slash + 1));
    ContainerRow container =
        containers
            .withId(id)
            .orElseThrow(
                () ->
                    new DataRefused(
                        404, "ContainerNotFoundException", "The container was not found"));
    String authorization = request.getHeaders().get("Authorization");
    if (authorization == null || !authorization.contains("/mediastore/aws4_request")) {
      throw new DataRefused(403, "AccessDeniedException", "The request is not signed");
    }
    Bucket bucket = containers.bucket(container);
    switch (request.getMethod()) {
      case "PUT" -> json(put(bucket, key, request), response, callback);
      case "GET" -> {
        if (key.isEmpty()) {
          json(list(bucket, request), response, callback);
        } else {
          get(bucket, key, request, response, callback);
        }
      }
      case "HEAD" -> describe(bucket, key, response, callback);
      case "DELETE" -> {
        if (!bucket.delete(key)) {
          throw DataRefused.noObject();
        }
        json(Map.of(), response, callback);
      }
      default ->
          throw new DataRefused(405, "MethodNotAllowedException", "MediaStore has no such call");
    }
  }

  private static Map<String, Object> put(Bucket bucket, String key, Request request)
      throws IOException {
    ItemPaths.require(key);
    HttpFields headers = request.getHeaders();
    String type = headers.get("Content-Type");
    Sha256Body body = new Sha256Body(Content.Source.asInputStream(request), MOST_BYTES);
    StoredObject object =
        bucket.put(
            key,
            body,
            new ObjectMeta(
                type == null ? "binary/octet-stream" : type,
                headers.get("Cache-Control"),
                Map.of()));
    return Map.of(
        "ContentSHA256", body.sha256(), "ETag", object.etag(), "StorageClass", "TEMPORAL");
  }

  private static Map<String, Object> list(Bucket bucket, Request request) throws IOException {
    var query = Request.extractQueryParameters(request);
    return new FolderListing(bucket)
        .page(query.getValue("Path"), query.getValue("MaxResults"), query.getValue("NextToken"));
  }

  private static void get(
      Bucket bucket, String key, Request request, Response response, Callback callback)
      throws IOException {
    try (OpenObject open = bucket.open(key).orElseThrow(DataRefused::noObject)) {
      StoredObject object = open.object();
      Optional<ByteRange> part = ByteRange.of(request.getHeaders().get("Range"), object.size());
      long length = part.map(ByteRange::length).orElse(object.size());
      response.setStatus(part.isPresent() ? 206 : 200);
      headers(response, object);
      part.ifPresent(range -> response.getHeaders().put("Content-Range", range.contentRange()));
      response.getHeaders().put("Content-Length", length);
      try (InputStream in = open.from(part.map(ByteRange::first).orElse(0L));
          OutputStream out = Content.Sink.asOutputStream(response)) {
        out.write(in.readNBytes(Math.toIntExact(length)));
      }
    }
    callback.succeeded();
  }

  private static void describe(Bucket bucket, String key, Response response, Callback callback) {
    StoredObject object = bucket.get(key).orElseThrow(DataRefused::noObject);
    response.setStatus(200);
    headers(response, object);
    response.getHeaders().put("Content-Length", object.size());
    response.write(true, null, callback);
  }

  private static void headers(Response response, StoredObject object) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Type", object.meta().contentType());
    headers.put("ETag", object.etag());
    headers.put("Last-Modified", HTTP_DATE.format(object.modified()));
    @Nullable String cacheControl = object.meta().cacheControl();
    if (cacheControl != null) {
      headers.put("Cache-Control", cacheControl);
    }
  }

  private static void json(Map<String, Object> body, Response response, Callback callback) {
    response.setStatus(200);
    write(body, response, callback);
  }

  private static void fail(DataRefused refused, Response response, Callback callback) {
    response.setStatus(refused.status());
    response.getHeaders().put("x-amzn-ErrorType", refused.code());
    write(Map.of("Message", String.valueOf(refused.getMessage())), response, callback);
  }

  private static void write(Map<String, Object> body, Response response, Callback callback) {
    byte[] bytes = JSON.writeValueAsBytes(body);
    response.getHeaders().put("Content-Type", "application/json");
    response.getHeaders().put("Content-Length", bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }
}
