package onair.awslocal.media.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegFinderTest {

  @TempDir Path folder;

  @Test
  void takesTheFirstOnThePathThatIsNewEnough() throws Exception {
    Path old = program("old", "ffmpeg version 4.4.1-static https://johnvansickle.com/ffmpeg/");
    Path broken = program("broken", "Segmentation fault");
    Path recent = program("recent", "ffmpeg version n7.1 Copyright (c) 2000-2024");
    String path = String.join(":", old.toString(), broken.toString(), recent.toString());

    Ffmpeg found = new FfmpegFinder(null, path, folder).find();

    assertThat(found).isEqualTo(new Ffmpeg(recent.resolve("ffmpeg"), "7.1"));
  }

  @Test
  void takesTheOneAskedForEvenIfItIsOld() throws Exception {
    Path old = program("old", "ffmpeg version 4.4.1-static").resolve("ffmpeg");

    assertThat(new FfmpegFinder(old, "", folder).find().version()).isEqualTo("4.4.1-static");
  }

  @Test
  void saysSoWhenTheOneAskedForDoesNotWork() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> new FfmpegFinder(missing, System.getenv("PATH"), folder).find())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing is not a working ffmpeg");
  }

  @Test
  void unpacksTheBundledOneOnceWhenThereIsNoOther() throws Exception {
    Ffmpeg unpacked = new FfmpegFinder(null, "", folder).find();
    var written = Files.getLastModifiedTime(unpacked.path());

    Ffmpeg again = new FfmpegFinder(null, "", folder).find();

    assertThat(unpacked.version()).startsWith("4.4.1");
    assertThat(again).isEqualTo(unpacked);
    assertThat(Files.getLastModifiedTime(again.path())).isEqualTo(written);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(unpacked.path());
    }
  }

  private Path program(String name, String says) throws IOException {
    Path bin = Files.createDirectory(folder.resolve(name));
    Path program = Files.writeString(bin.resolve("ffmpeg"), "#!/bin/sh\necho '" + says + "'\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return bin;
  }
}
