package onair.awslocal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoriesTest {

  private final List<List<String>> seen = new ArrayList<>();

  /** A counter that goes wrong when it is doubled to 8 or more. */
  private final class Counter implements World {

    private final List<String> steps = new ArrayList<>();
    private int real;

    void add() {
      steps.add("add");
      real++;
    }

    void twice() {
      steps.add("double");
      real *= 2;
    }

    @Override
    public void check() {
      if (!steps.isEmpty() && steps.getLast().equals("double") && real >= 8) {
        throw new AssertionError("there are " + real);
      }
    }

    @Override
    public void close() {
      seen.add(steps);
    }
  }

  @AfterEach
  void forgetReplay() {
    System.clearProperty(Histories.REPLAY);
  }

  @Test
  void aFailureIsCutDownToTheStepsThatMatterAndSaysHowToRepeatThem() {
    FailedHistory failed = catchThrowableOfType(FailedHistory.class, () -> counting().run(10, 60));

    assertThat(seen.getLast().size()).as("tried to the end").isLessThan(8);
    assertThat(failed).hasMessageContaining("there are").hasMessageContaining("Again: -D");
    String replay = failed.getMessage().substring(failed.getMessage().indexOf('=') + 1).strip();
    seen.clear();
    System.setProperty(Histories.REPLAY, replay);
    assertThatThrownBy(() -> counting().run(10, 60)).isInstanceOf(FailedHistory.class);
    assertThat(seen.getFirst()).as("no step can be spared").hasSizeBetween(4, 5);
    assertThat(seen.getFirst()).hasSize(replay.split(",").length).endsWith("double");
  }

  @Test
  void theSameSeedMakesTheSameSteps() {
    assertThatThrownBy(() -> counting().run(10, 60)).isInstanceOf(FailedHistory.class);
    List<List<String>> first = List.copyOf(seen);
    seen.clear();
    assertThatThrownBy(() -> counting().run(10, 60)).isInstanceOf(FailedHistory.class);
    assertThat(seen).isEqualTo(first);
  }

  @Test
  void historiesThatGoWellAreAllRun() throws Exception {
    new Histories<>(Counter::new)
        .sometimes(1, random -> new Step<>("add", Counter::add))
        .run(5, 20);
    assertThat(seen).hasSize(5).allSatisfy(steps -> assertThat(steps).hasSize(20));
  }

  private Histories<Counter> counting() {
    return new Histories<>(Counter::new)
        .sometimes(3, random -> new Step<>("add", Counter::add))
        .sometimes(1, random -> new Step<>("double", Counter::twice));
  }
}
