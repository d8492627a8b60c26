package onair.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;

  @Test
  void keepsWhatItMadeOnce() throws IOException {
    Home home = new Home(folder.resolve("home"));
    Secrets first = new Secrets(home);
    String key = first.apiKey();
    String password = first.ownerPassword();
    String pem = Files.readString(first.tokenPrivateKey());

    Secrets again = new Secrets(home);

    assertThat(again.apiKey()).isEqualTo(key);
    assertThat(again.ownerPassword()).isEqualTo(password);
    assertThat(Files.readString(again.tokenPrivateKey())).isEqualTo(pem);
  }

  @Test
  void isDifferentInEachInstallation() {
    Secrets one = new Secrets(new Home(folder.resolve("one")));
    Secrets other = new Secrets(new Home(folder.resolve("other")));

    assertThat(one.apiKey()).isNotEqualTo(other.apiKey()).matches("onair_test_[0-9A-Za-z]{49}");
    assertThat(one.databasePassword("channel")).isNotEqualTo(other.databasePassword("channel"));
  }

  @Test
  void canBeReadByTheOwnerOnly() throws IOException {
    Home home = new Home(folder.resolve("home"));
    Secrets secrets = new Secrets(home);
    secrets.apiKey();

    for (Path file : new Path[] {home.secrets(), secrets.tokenPrivateKey()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root())))
        .isEqualTo("rwx------");
  }
}
