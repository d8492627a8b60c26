package onair.awslocal.mediaconvert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroup;

/** Inputs that end a job with an error, and with nothing written. */
class BadInputTest {

  @TempDir Path folder;
  private MediaConvert convert;

  @BeforeEach
  void open() throws Exception {
    convert = new MediaConvert(folder);
  }

  @AfterEach
  void close() throws Exception {
    convert.close();
  }

  @Test
  void missingObject() throws Exception {
    failsWith(1404, "s3://input-bucket/film.mp4");
  }

  @Test
  void emptyFile() throws Exception {
    upload(convert.files.text("empty", ""));
    failsWith(1010, "the file is empty");
  }

  @Test
  void textThatIsCalledMp4() throws Exception {
    upload(convert.files.text("letter", "Dear reader,\n".repeat(100)));
    failsWith(1010, "not media");
  }

  @Test
  void mp4WithoutItsIndex() throws Exception {
    byte[] whole = Files.readAllBytes(convert.files.card("card.mp4", 2));
    upload(Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2)));
    failsWith(1010, "truncated");
  }

  @Test
  void pagesThatNameFilesOfTheMachine() throws Exception {
    upload(
        convert.files.text(
            "list",
            "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"));
    failsWith(1010, "playlist");
  }

  @Test
  void scriptThatNamesAnAddress() throws Exception {
    upload(convert.files.text("script", "ffconcat version 1.0\nfile http://127.0.0.1:1/a.ts\n"));
    failsWith(1010, "playlist or script");
  }

  @Test
  void picturesOfEnormousSize() throws Exception {
    upload(
        convert.files.make(
            "huge.mp4",
            "-f",
            "lavfi",
            "-i",
            "color=size=9000x6000:rate=1:duration=1",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast"));
    failsWith(1010, "9000 by 6000");
  }

  @Test
  void soundWherePicturesAreAskedFor() throws Exception {
    upload(convert.files.make("tone.m4a", "-f", "lavfi", "-i", "sine=duration=2"));
    failsWith(1040, "the input has no pictures", JobRequests.cmaf(), JobRequests.thumbnails());
  }

  @Test
  void bucketToWriteToThatDoesNotExist() throws Exception {
    upload(convert.files.card("card.mp4", 1));
    OutputGroup elsewhere =
        JobRequests.mp4().toBuilder()
            .outputGroupSettings(
                s ->
                    s.type("FILE_GROUP_SETTINGS")
                        .fileGroupSettings(f -> f.destination("s3://nobodys-bucket/film")))
            .build();
    failsWith(3404, "s3://nobodys-bucket/film", elsewhere);
  }

  private void upload(Path file) {
    convert.upload("film.mp4", file);
  }

  private void failsWith(int code, String reason, OutputGroup... groups) throws IOException {
    var request =
        groups.length == 0
            ? JobRequests.everything("film.mp4")
            : JobRequests.of("film.mp4", groups);
    Job job = convert.ended(convert.client.createJob(request).job().id());

    assertThat(job.status()).isEqualTo(JobStatus.ERROR);
    assertThat(job.errorMessage()).contains(reason).doesNotContain(folder.toString());
    assertThat(job.errorCode()).isEqualTo(code);
    assertThat(job.currentPhase()).isNull();
    assertThat(convert.outputs()).isEmpty();
    assertThat(convert.events.last(job.id(), "ERROR").get("errorCode")).isEqualTo(code);
  }
}
