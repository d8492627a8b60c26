package onair.awslocal.media.encoder;

import java.util.List;

/** Decides what of a source's pieces an encoder process gets, and when one must begin or end. */
interface Gate {

  /** What to do about one piece. */
  sealed interface Step {

    /** Nothing. */
    record Wait() implements Step {}

    /**
     * A process may begin, with these pieces.
     *
     * @param silent whether the process must make silence, because the source has no sound
     */
    record Begin(List<Piece> pieces, boolean silent) implements Step {}

    /** The process goes on with these pieces. */
    record Go(List<Piece> pieces) implements Step {}

    /** The process must end here; the gate waits for the next keyframe. */
    record Break(String reason) implements Step {}

    /** No process can begin with what has come so far; said once per connection. */
    record Unusable(String reason) implements Step {}
  }

  Step accept(Piece piece);

  /** Whether a process could begin with this piece of a source that is going on. */
  boolean canBeginWith(Piece piece);

  /** Another sender: what the last one said no longer holds. */
  void forget();

  /** The process is gone; the next one begins at a keyframe to come. */
  void restart();
}
