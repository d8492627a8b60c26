package onair.channel;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.services.medialive.MediaLiveClient;

/** One colour and a tone, pushed in real time to the one input there is, until it is closed. */
record Sender(Process ffmpeg) implements AutoCloseable {

  static Sender to(MediaLiveClient live, Color colour) throws IOException {
    String url = live.listInputs(request -> {}).inputs().getFirst().destinations().getFirst().url();
    String picture = "color=c=0x%06X:size=320x180:rate=24".formatted(colour.getRGB() & 0xFFFFFF);
    String command =
        "ffmpeg -nostdin -loglevel error -re -f lavfi -i %s -f lavfi -i"
            + " sine=frequency=440:sample_rate=48000 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"
            + " -g 24 -c:a aac -f flv %s";
    return new Sender(
        new ProcessBuilder(List.of(command.formatted(picture, url).split(" ")))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  @Override
  public void close() {
    ffmpeg.destroyForcibly().onExit().join();
  }
}
