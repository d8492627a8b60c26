package onair.channel.parts;

import java.util.List;
import onair.channel.ladder.Ladder;
import org.jspecify.annotations.Nullable;

/**
 * What turns the input into a ladder and sends it on.
 *
 * @param ladder renditions to make
 * @param source what it reads
 * @param dual whether it does all of it twice, in two pipelines, so that one of them may fail
 * @param target where the renditions go
 * @param slate what it makes while nothing comes in; absent for what AWS makes then
 * @param pushes where else its best rendition goes
 */
public record EncoderSpec(
    Ladder ladder,
    EncoderSource source,
    boolean dual,
    EncoderTarget target,
    @Nullable Slate slate,
    List<PushTarget> pushes) {

  public EncoderSpec {
    pushes = List.copyOf(pushes);
  }

  /** Without a slate, to nobody else. */
  public EncoderSpec(Ladder ladder, EncoderSource source, boolean dual, EncoderTarget target) {
    this(ladder, source, dual, target, null, List.of());
  }
}
