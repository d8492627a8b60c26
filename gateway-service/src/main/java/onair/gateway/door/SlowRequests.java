package onair.gateway.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Ends connections on which a request takes too long to arrive. Somebody who sends a byte now and
 * then would otherwise keep one open for ever, since each byte counts as a sign of life. A request
 * line and headers that are late are answered with 408 {@code request_too_slow}; their time runs
 * from the first byte, and on a new connection from its beginning. A body that is late is answered
 * by {@link BodyLimit} while somebody reads it; here the connection is closed under one that nobody
 * reads, because the request was refused. A connection kept for later requests may rest for as long
 * as the server's idle timeout allows.
 */
final class SlowRequests {
  private static final String REQUESTS = "onair.requests";

  private final Duration headers;
  private final Duration body;
  private final WireErrors errors;

  SlowRequests(DoorProperties properties, WireErrors errors) {
    this.headers = properties.headerTime();
    this.body = properties.bodyTime().plus(properties.bodyPause());
    this.errors = errors;
  }

  /** Puts handlers around the one that reads HTTP. */
  HttpServer install(HttpServer server) {
    return server.doOnChannelInit(
        (observer, channel, remote) -> {
          var deadline = new Deadline(channel);
          channel
              .pipeline()
              .addBefore(NettyPipeline.HttpCodec, "onair.bytes", new Bytes(deadline))
              .addAfter(NettyPipeline.HttpCodec, REQUESTS, new Requests(deadline));
          deadline.bytesCame();
        });
  }

  /** Sees bytes before they are read as HTTP. */
  private static final class Bytes extends ChannelInboundHandlerAdapter {
    private final Deadline deadline;

    Bytes(Deadline deadline) {
      this.deadline = deadline;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
      deadline.bytesCame();
      super.channelRead(context, bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
      deadline.stop();
      super.channelInactive(context);
    }
  }

  /** Sees where the headers of a request are complete, and where it ends. */
  private static final class Requests extends ChannelInboundHandlerAdapter {
    private final Deadline deadline;

    Requests(Deadline deadline) {
      this.deadline = deadline;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
      if (message instanceof LastHttpContent) {
        deadline.requestEnded();
      } else if (message instanceof HttpRequest) {
        deadline.headersCame();
      }
      super.channelRead(context, message);
    }
  }

  /** The time by which the part of a request that is arriving must be there. One thread's own. */
  private final class Deadline {
    private final Channel channel;
    private boolean insideBody;
    private @Nullable ScheduledFuture<?> running;

    Deadline(Channel channel) {
      this.channel = channel;
    }

    void bytesCame() {
      if (running == null && !insideBody) {
        running = in(headers, this::refuse);
      }
    }

    void headersCame() {
      stop();
      insideBody = true;
      running = in(body, channel::close);
    }

    void requestEnded() {
      stop();
      insideBody = false;
    }

    void stop() {
      if (running != null) {
        running.cancel(false);
        running = null;
      }
    }

    private ScheduledFuture<?> in(Duration time, Runnable end) {
      return channel.eventLoop().schedule(end, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The server behind our handlers knows of no request yet and would let no answer pass. */
    private void refuse() {
      channel
          .pipeline()
          .context(REQUESTS)
          .writeAndFlush(errors.timeout())
          .addListener(ChannelFutureListener.CLOSE);
    }
  }
}
