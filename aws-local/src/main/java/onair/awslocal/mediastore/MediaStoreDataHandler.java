package onair.awslocal.mediastore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import onair.awslocal.protocol.Call;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.protocol.CallFilter;
import onair.awslocal.protocol.CallOutcome;
import onair.awslocal.protocol.Connections;
import onair.awslocal.protocol.Signables;
import onair.awslocal.signature.Caller;
import onair.awslocal.signature.PathEncoding;
import onair.awslocal.signature.SignatureRefused;
import onair.awslocal.signature.Signatures;
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

/**
 * MediaStore Data: the objects of a container, at the endpoint that the container has on this
 * machine. Who signs may do everything, as with every other service here; others come by the
 * container's host and its policy. An object can be read and listed the moment its put returned.
 * Source: MediaStore Data API Reference.
 */
public final class MediaStoreDataHandler extends Handler.Abstract {

  /** Endpoints are below this path, by container id. */
  static final String PATH = "/_aws-local/mediastore/";

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Containers containers;
  private final StoreEvents events;
  private final Signatures signatures;
  private final CallFilter filter;

  MediaStoreDataHandler(
      Containers containers, StoreEvents events, Signatures signatures, CallFilter filter) {
    this.containers = containers;
    this.events = events;
    this.signatures = signatures;
    this.filter = filter;
  }

  /** What MediaStore Data calls its operations. */
  public static Set<String> operations() {
    return Set.of("PutObject", "ListItems", "GetObject", "DescribeObject", "DeleteObject");
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    if (path == null || !path.startsWith(PATH)) {
      return false;
    }
    String requestId = UUID.randomUUID().toString();
    response.getHeaders().put("x-amzn-RequestId", requestId);
    try {
      CallOutcome outcome = call(request, path.substring(PATH.length()), requestId);
      boolean head = request.getMethod().equals("HEAD");
      switch (outcome) {
        case DataResponse answer -> answer.send(head, response, callback);
        case CallOutcome.Refused refused -> fail(refused(refused), response, callback);
        case CallOutcome.Throttled throttled -> fail(throttled(throttled), response, callback);
        case CallOutcome.Cut(DataResponse torn) -> {
          torn.tear(head, response);
          Connections.reset(request, callback);
        }
        case CallOutcome other -> Connections.reset(request, callback);
      }
    } catch (DataRefused e) {
      fail(e, response, callback);
    } catch (IOException | UncheckedIOException e) {
      callback.failed(e); // the other side went away, or the disk did
    }
    return true;
  }

  private static DataRefused refused(CallOutcome.Refused refused) {
    String code = refused.code();
    String byStatus = refused.status() < 500 ? "ValidationException" : "InternalServerError";
    return new DataRefused(refused.status(), code == null ? byStatus : code, refused.message());
  }

  private static DataRefused throttled(CallOutcome.Throttled throttled) {
    return new DataRefused(429, "TooManyRequestsException", throttled.message());
  }

  private CallOutcome call(Request request, String below, String requestId) throws IOException {
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
    SignedBody body = new SignedBody(Content.Source.asInputStream(request), DataRequest.MOST_BYTES);
    requireSignature(request, body);
    DataRequest[] asked = {DataRequest.of(request, key, body)};
    Call call =
        new Call(
            "mediastore",
            asked[0].operation(),
            new CallContext(container.scope().accountId(), container.scope().region(), requestId),
            () -> asked[0] = asked[0].held());
    return filter.filter(call, () -> answered(container, asked[0]));
  }

  private void requireSignature(Request request, SignedBody body) throws IOException {
    try {
      Caller caller = signatures.verify(Signables.of(request), PathEncoding.TWICE, body);
      if (!caller.service().equals("mediastore")) {
        throw new DataRefused(
            403, "AccessDeniedException", "The request is not signed for mediastore");
      }
    } catch (SignatureRefused e) {
      throw new DataRefused(403, e.kind().code(), e.getMessage());
    }
  }

  /** Whatever goes wrong is an answer too, unless the caller or the disk went away. */
  private DataResponse answered(ContainerRow container, DataRequest request) {
    try {
      return answer(container, request);
    } catch (DataRefused e) {
      return DataResponse.of(e);
    } catch (ByteRange.Unsatisfiable e) {
      return DataResponse.of(
          new DataRefused(
              416, "RequestedRangeNotSatisfiableException", String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataResponse answer(ContainerRow container, DataRequest request) throws IOException {
    Bucket bucket = containers.bucket(container);
    return switch (request.operation()) {
      case "PutObject" -> DataResponse.json(200, put(container, bucket, request));
      case "ListItems" -> DataResponse.json(200, list(bucket, request));
      case "GetObject" -> get(bucket, request);
      case "DescribeObject" -> describe(bucket, request.key());
      default -> {
        if (!bucket.delete(request.key())) {
          throw DataRefused.noObject();
        }
        events.removed(container, request.key());
        yield DataResponse.json(200, Map.of());
      }
    };
  }

  private Map<String, Object> put(ContainerRow container, Bucket bucket, DataRequest request)
      throws IOException {
    ItemPaths.require(request.key());
    HttpFields headers = request.headers();
    String type = headers.get("Content-Type");
    Sha256Body body = new Sha256Body(request.body(), DataRequest.MOST_BYTES);
    StoredObject object =
        bucket.put(
            request.key(),
            body,
            new ObjectMeta(
                type == null ? "binary/octet-stream" : type,
                headers.get("Cache-Control"),
                Map.of()));
    events.updated(container, object);
    return Map.of(
        "ContentSHA256", body.sha256(), "ETag", object.etag(), "StorageClass", "TEMPORAL");
  }

  private static Map<String, Object> list(Bucket bucket, DataRequest request) throws IOException {
    var query = request.query();
    return new FolderListing(bucket)
        .page(query.getValue("Path"), query.getValue("MaxResults"), query.getValue("NextToken"));
  }

  private static DataResponse get(Bucket bucket, DataRequest request) throws IOException {
    try (OpenObject open = bucket.open(request.key()).orElseThrow(DataRefused::noObject)) {
      StoredObject object = open.object();
      Optional<ByteRange> part = ByteRange.of(request.headers().get("Range"), object.size());
      Map<String, String> headers = headers(object);
      part.ifPresent(range -> headers.put("Content-Range", range.contentRange()));
      long length = part.map(ByteRange::length).orElse(object.size());
      try (InputStream in = open.from(part.map(ByteRange::first).orElse(0L))) {
        byte[] body = in.readNBytes(Math.toIntExact(length));
        return new DataResponse(part.isPresent() ? 206 : 200, headers, length, body);
      }
    }
  }

  private static DataResponse describe(Bucket bucket, String key) {
    StoredObject object = bucket.get(key).orElseThrow(DataRefused::noObject);
    return new DataResponse(200, headers(object), object.size(), new byte[0]);
  }

  private static Map<String, String> headers(StoredObject object) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", object.meta().contentType());
    headers.put("ETag", object.etag());
    headers.put("Last-Modified", HTTP_DATE.format(object.modified()));
    @Nullable String cacheControl = object.meta().cacheControl();
    if (cacheControl != null) {
      headers.put("Cache-Control", cacheControl);
    }
    return headers;
  }

  private static void fail(DataRefused refused, Response response, Callback callback) {
    DataResponse.of(refused).send(false, response, callback);
  }
}
