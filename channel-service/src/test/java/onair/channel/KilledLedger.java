package onair.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onair.awslocal.client.LedgerControl;

/** What is and was in an AWS in which one channel after the other has its life. */
final class KilledLedger {

  private static final Set<String> KINDS = Set.of("medialive", "mediapackagev2");

  private final LedgerControl ledger;

  KilledLedger(LedgerControl ledger) {
    this.ledger = ledger;
  }

  private List<LedgerControl.Entry> ours() {
    return ledger.all().stream()
        .filter(entry -> KINDS.contains(entry.service()) && !entry.kind().equals("channel-group"))
        .toList();
  }

  List<LedgerControl.Entry> alive() {
    return ours().stream().filter(LedgerControl.Entry::alive).toList();
  }

  /** Channels are made one after the other, so no two of a kind are there at a time. */
  List<String> doubles() {
    List<String> doubles = new ArrayList<>();
    List<LedgerControl.Entry> all = ours();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        LedgerControl.Entry one = all.get(i);
        LedgerControl.Entry other = all.get(j);
        boolean same = one.service().equals(other.service()) && one.kind().equals(other.kind());
        if (same && overlap(one, other)) {
          doubles.add(one + " and " + other);
        }
      }
    }
    return doubles;
  }

  private static boolean overlap(LedgerControl.Entry one, LedgerControl.Entry other) {
    return one.created().isBefore(end(other)) && other.created().isBefore(end(one));
  }

  private static Instant end(LedgerControl.Entry entry) {
    Instant ended = entry.ended();
    return ended == null ? Instant.MAX : ended;
  }
}
