package onair.awslocal.state;

import java.nio.file.Path;

/**
 * A program that counts every row up, round after round, and says each round when it is on disk. It
 * is killed by its test.
 */
final class KilledWriter {

  static final int ROWS = 5;

  record Count(int value, String filling) {}

  private KilledWriter() {}

  public static void main(String[] arguments) {
    try (StateStore store = new StateStore(Path.of(arguments[0]))) {
      Table<Count> counts = store.table("counts", Codecs.json(Count.class));
      for (int round = 1; round > 0; round++) {
        for (int row = 0; row < ROWS; row++) {
          counts.put("row " + row, new Count(round, "x".repeat(round % 977)));
        }
        System.out.println(round);
      }
    }
  }
}
