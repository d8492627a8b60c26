package onair.awslocal.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One viewer request from arrival to answer: checked path, distribution by host, behavior by path,
 * method, signature where the behavior asks for one, then the object from the cache or the origin.
 *
 * <p>Differences from CloudFront: both viewer protocols are served as they come, because there is
 * no TLS here to redirect to; nothing is compressed; request bodies do not reach origins (501).
 */
final class EdgeHandler extends Handler.Abstract {

  private final EdgeNetwork network;
  private final ObjectCache objects;
  private final OriginFetch origins;
  private final InstantSource clock;
  private final InstantSource signatures;
  private final EdgeTraffic traffic;

  EdgeHandler(
      EdgeNetwork network,
      ObjectCache objects,
      OriginFetch origins,
      InstantSource clock,
      InstantSource signatures,
      EdgeTraffic traffic) {
    super(InvocationType.BLOCKING);
    this.network = network;
    this.objects = objects;
    this.origins = origins;
    this.clock = clock;
    this.signatures = signatures;
    this.traffic = traffic;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ViewerReply reply = new ViewerReply(request, response, callback, clock, traffic);
    try {
      answer(request, reply);
    } catch (Refusal refusal) {
      reply.refuse(refusal);
    }
    return true;
  }

  private void answer(Request request, ViewerReply reply) {
    ViewerTarget target =
        ViewerTarget.of(request.getHttpURI().getPath(), request.getHttpURI().getQuery());
    EdgeDistribution distribution = distributionOf(request);
    reply.by(distribution);
    String path =
        target.path().equals("/") && !distribution.defaultRootObject().isEmpty()
            ? "/" + distribution.defaultRootObject()
            : target.path();
    Behavior behavior = distribution.behaviorFor(path);
    reply.headers(behavior.responseHeaders());
    String method = request.getMethod();
    if (!behavior.allowedMethods().contains(method)) {
      throw new Refusal(
          403, "This distribution is not configured to allow the HTTP method " + method + ".");
    }
    ViewerTarget allowed =
        new ViewerTarget(path, allowed(request, distribution, behavior, target.query()));
    if (HttpMethod.OPTIONS.is(method)) {
      reply.preflight();
    } else if (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method)) {
      ObjectCache.Lookup found = object(request, distribution, behavior, allowed);
      reply.object(await(found, distribution.originOf(behavior)), found.hit());
    } else {
      forward(request, reply, distribution, behavior, allowed);
    }
  }

  /** The query parameters that are left when the signature, where one is needed, was found good. */
  private Map<String, String> allowed(
      Request request,
      EdgeDistribution distribution,
      Behavior behavior,
      Map<String, String> query) {
    return switch (behavior.access()) {
      case ViewerAccess.Everyone everyone -> query;
      case ViewerAccess.Signed signed -> {
        ViewerSignature.of(query, cookies(request))
            .require(
                signed.keys(),
                SignedUrls.of(request, distribution),
                viewer(request),
                signatures.instant());
        Map<String, String> rest = new TreeMap<>(query);
        rest.keySet().removeAll(ViewerSignature.PARAMETERS);
        yield rest;
      }
    };
  }

  private static Map<String, String> cookies(Request request) {
    return Request.getCookies(request).stream()
        .collect(
            Collectors.toMap(HttpCookie::getName, HttpCookie::getValue, (first, other) -> first));
  }

  private static InetAddress viewer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress ip
        ? ip.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  private EdgeDistribution distributionOf(Request request) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    EdgeDistribution distribution =
        network
            .forHost(host == null ? "" : host)
            .orElseThrow(() -> new Refusal(503, "No distribution is deployed yet."));
    if (!distribution.enabled()) {
      throw new Refusal(403, "The distribution " + distribution.id() + " is disabled.");
    }
    return distribution;
  }

  private ObjectCache.Lookup object(
      Request request, EdgeDistribution distribution, Behavior behavior, ViewerTarget target) {
    CacheRule rule = behavior.cache();
    SortedMap<String, String> keyQuery = rule.query().of(target.query());
    Supplier<StoredObject> fetch =
        () ->
            origins.fetch(
                distribution,
                behavior,
                HttpMethod.GET.asString(),
                target.path(),
                forwarded(behavior, keyQuery, target));
    if (!rule.caches()) {
      return objects.single(fetch);
    }
    List<String> keyHeaders = rule.headers().stream().map(name -> headerOf(request, name)).toList();
    return objects.find(
        new CacheKey(distribution.id(), target.path(), keyQuery, keyHeaders), fetch);
  }

  private void forward(
      Request request,
      ViewerReply reply,
      EdgeDistribution distribution,
      Behavior behavior,
      ViewerTarget target) {
    if (request.getLength() != 0) {
      throw new Refusal(501, "Request bodies are not forwarded to origins on this machine.");
    }
    SortedMap<String, String> keyQuery = behavior.cache().query().of(target.query());
    StoredObject answer =
        origins.fetch(
            distribution,
            behavior,
            request.getMethod(),
            target.path(),
            forwarded(behavior, keyQuery, target));
    reply.object(answer, false);
  }

  private static Map<String, String> forwarded(
      Behavior behavior, SortedMap<String, String> keyQuery, ViewerTarget target) {
    SortedMap<String, String> query = new TreeMap<>(behavior.forwardedQuery().of(target.query()));
    query.putAll(keyQuery);
    return query;
  }

  private static String headerOf(Request request, String name) {
    String value = request.getHeaders().get(name);
    return value == null ? "" : value;
  }

  private static StoredObject await(ObjectCache.Lookup found, EdgeOrigin origin) {
    try {
      return found.object().get(origin.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Refusal(
          504, "The origin " + origin.domainName() + " did not answer within its read timeout.");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "The edge is stopping.");
    }
  }
}
