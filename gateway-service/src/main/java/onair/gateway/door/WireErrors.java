package onair.gateway.door;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import onair.common.id.Ids;
import onair.common.problem.Problem;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a body to the errors that are raised before a request exists for the rest of the gateway:
 * bytes that are no HTTP (400), a request line (414) or headers (431) that are too long. The server
 * answers those with a bare status line.
 */
@ChannelHandler.Sharable
final class WireErrors extends ChannelOutboundHandlerAdapter {
  private final JsonMapper json;

  WireErrors(JsonMapper json) {
    this.json = json;
  }

  /** Puts this handler where the bare answers pass. */
  HttpServer install(HttpServer server) {
    return server.doOnChannelInit(
        (observer, channel, remote) ->
            channel.pipeline().addAfter(NettyPipeline.HttpCodec, "onair.wireErrors", this));
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof FullHttpResponse answer && isBareError(answer)) {
      context.write(withBody(answer), promise);
    } else {
      context.write(message, promise);
    }
  }

  private static boolean isBareError(FullHttpResponse answer) {
    return answer.status().code() >= 400
        && !answer.content().isReadable()
        && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
  }

  /** 408 for a request that did not come in time; the connection ends with it. */
  FullHttpResponse timeout() {
    var bare =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_TIMEOUT);
    bare.headers().set(HttpHeaderNames.CONNECTION, "close");
    return withBody(bare);
  }

  private FullHttpResponse withBody(FullHttpResponse bare) {
    String requestId = Ids.next("req");
    byte[] body = json.writeValueAsBytes(problemOf(bare.status().code()).toBody(requestId, null));
    var answer =
        new DefaultFullHttpResponse(
            bare.protocolVersion(), bare.status(), Unpooled.wrappedBuffer(body));
    answer.headers().set(bare.headers());
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
        .set("X-Content-Type-Options", "nosniff")
        .set(RequestIds.HEADER, requestId);
    bare.release();
    return answer;
  }

  private static Problem problemOf(int status) {
    return switch (status) {
      case 408 -> Problem.of(408, "request_too_slow", "The request did not arrive in time");
      case 413 -> Problem.of(413, "body_too_large", "The body is too large");
      case 414 -> Problem.of(414, "address_too_long", "The address is too long");
      case 431 -> Problem.of(431, "headers_too_large", "The request headers are too large");
      case 400 -> Problem.of(400, "malformed_request", "This is not a request we can read");
      default -> Problem.of(status, "refused", "The request was refused");
    };
  }
}
