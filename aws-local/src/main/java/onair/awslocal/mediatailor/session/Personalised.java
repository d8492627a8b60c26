package onair.awslocal.mediatailor.session;

import java.util.List;

/**
 * What a rendition's playlist is made of.
 *
 * @param number media sequence number of the first piece
 */
record Personalised(long number, List<Piece> pieces) {

  Personalised {
    pieces = List.copyOf(pieces);
  }
}
