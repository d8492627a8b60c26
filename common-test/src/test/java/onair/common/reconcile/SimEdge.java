package onair.common.reconcile;

import java.util.List;
import java.util.Optional;
import onair.common.reconcile.FakeCloud.Kind;

/** The cloud as one worker of a history reaches it. */
record SimEdge(Kind cloudKind, History history, Lease lease)
    implements ExternalResource<String, String> {

  @Override
  public String kind() {
    return cloudKind.name();
  }

  @Override
  public Idempotency idempotency() {
    return cloudKind.idempotency();
  }

  @Override
  public Optional<Found<String>> observe(String physicalId) {
    history.readCall();
    return history.cloud().observe(cloudKind, physicalId);
  }

  @Override
  public List<Found<String>> find(Identity identity) {
    return pages(identity).stream().flatMap(List::stream).toList();
  }

  List<List<Found<String>>> pages(Identity identity) {
    history.readCall();
    return history.cloud().find(cloudKind, identity);
  }

  @Override
  public Found<String> create(Identity identity, String spec) {
    var latest = history.latest(lease, identity.key(), cloudKind);
    var fault = history.fault(true);
    try {
      return history.cloud().create(cloudKind, identity, fault, latest);
    } finally {
      history.answered("create " + identity.token(), fault);
    }
  }

  @Override
  public Deletion delete(Found<String> found) {
    var key = history.key(cloudKind);
    var latest = history.latest(lease, key, cloudKind);
    var fault = history.fault(false);
    try {
      return history
          .cloud()
          .delete(cloudKind, found.physicalId(), history.generation(key), fault, latest);
    } finally {
      history.answered("delete " + found.physicalId(), fault);
    }
  }
}
