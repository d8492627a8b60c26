package onair.awslocal.state;

/**
 * Turns one row into bytes and back. {@code read(write(row))} equals {@code row}; the bytes may not
 * depend on the time or the machine, because they are read again by later versions of this program.
 *
 * @param <T> an immutable row type
 */
public interface Codec<T> {

  byte[] write(T row);

  /** Throws any runtime exception when the bytes are not such a row. */
  T read(byte[] bytes);
}
