package onair.awslocal.protocol;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Ends connections as a network does that fails. */
public final class Connections {

  private Connections() {}

  /**
   * Resets the request's connection (TCP RST), so that its caller neither gets an answer nor a
   * clean end. The request is over with that.
   */
  public static void reset(Request request, Callback callback) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    try {
      if (endPoint.getTransport() instanceof SocketChannel socket) {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        socket.close();
      }
    } catch (IOException e) {
      // It is closed already, which is as good.
    }
    endPoint.close();
    callback.failed(new EofException("The connection was reset on purpose."));
  }
}
