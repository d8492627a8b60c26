package onair.gateway.door;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import java.time.InstantSource;
import java.util.Date;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Tells in every answer, whoever wrote it, what time it is here, in whole seconds: pages reckon by
 * that, because the clock of a browser may be minutes off. The server sends no {@code Date} by
 * itself, and what a service says of its time is not passed on. Source: RFC 9110 section 6.6.1.
 */
@ChannelHandler.Sharable
final class ServerDate extends ChannelOutboundHandlerAdapter {
  private final InstantSource clock;

  ServerDate(InstantSource clock) {
    this.clock = clock;
  }

  /** Puts this handler where all answers pass, next to the wire; so it is installed last. */
  HttpServer install(HttpServer server) {
    return server.doOnChannelInit(
        (observer, channel, remote) ->
            channel.pipeline().addAfter(NettyPipeline.HttpCodec, "onair.date", this));
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse answer
        && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
      answer.headers().set(HttpHeaderNames.DATE, DateFormatter.format(Date.from(clock.instant())));
    }
    context.write(message, promise);
  }
}
