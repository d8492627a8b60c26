package onair.channel.parts;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an encoder takes the broadcast from. */
public sealed interface InputSpec {

  /**
   * A broadcaster pushes to it by RTMP.
   *
   * @param streamNames {@code app/stream} of the address, one for each pipeline that is to be fed,
   *     no two alike; they hold the stream key, so they are secret
   * @param allowListId AWS's id of the allow list that guards it
   */
  record Push(List<String> streamNames, String allowListId) implements InputSpec {
    public Push {
      streamNames = List.copyOf(streamNames);
    }

    @Override
    public String toString() {
      return "Push[allowListId=" + allowListId + "]";
    }
  }

  /**
   * It is given what comes into a flow.
   *
   * @param flowArn the flow, which has to exist
   */
  record FromFlow(String flowArn) implements InputSpec {}

  /**
   * It reads a URL while its encoder runs.
   *
   * @param url may hold what is as good as a key, so it is a secret
   */
  record FromUrl(Form form, String url) implements InputSpec {

    /** What is read there. */
    public enum Form {
      /** A live stream by RTMP. */
      RTMP,
      /** A live stream by HLS. */
      HLS,
      /** A file. */
      MP4
    }

    @Override
    public String toString() {
      return "FromUrl[form=" + form + "]";
    }
  }

  /**
   * It calls an SRT listener while its encoder runs.
   *
   * @param streamId what the listener is asked for; absent for nothing
   * @param secretArn holds the passphrase
   * @param latency how long lost packets can be asked for again
   */
  record SrtCaller(
      String host, int port, @Nullable String streamId, String secretArn, Duration latency)
      implements InputSpec {}
}
