package onair.awslocal.mediaconvert;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import onair.awslocal.MediaFiles;
import onair.awslocal.media.transcode.MediaLimits;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.media.transcode.TranscoderConfig;
import onair.awslocal.model.Histories;
import onair.awslocal.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobHistoryTest {

  @TempDir Path folder;
  private int worlds;

  @Test
  void tokensCancellationAndQueuesAreAsMediaConvertSays() throws Exception {
    Transcoder transcoder =
        Transcoder.start(
            new TranscoderConfig(
                new MediaFiles(folder).ffmpeg(),
                "ultrafast",
                1,
                folder.resolve("work"),
                MediaLimits.DEFAULT));
    new Histories<>(() -> new JobWorld(folder.resolve(String.valueOf(worlds++)), transcoder))
        .sometimes(1, random -> new Step<>("restart the process", JobWorld::restart))
        .sometimes(4, JobHistoryTest::pass)
        .sometimes(2, random -> new Step<>("create the queue", JobWorld::createQueue))
        .sometimes(1, random -> new Step<>("delete the queue", JobWorld::deleteQueue))
        .sometimes(6, JobHistoryTest::create)
        .sometimes(4, JobHistoryTest::cancel)
        .run(8, 50);
  }

  private static Step<JobWorld> pass(Random random) {
    Duration time = Duration.ofSeconds(1 + random.nextInt(50));
    return new Step<>("let " + time + " pass", world -> world.pass(time));
  }

  private static Step<JobWorld> create(Random random) {
    String token = "t" + random.nextInt(3);
    return new Step<>("create a job by " + token, world -> world.create(token));
  }

  private static Step<JobWorld> cancel(Random random) {
    int number = random.nextInt(8);
    return new Step<>("cancel job " + number, world -> world.cancel(number));
  }
}
