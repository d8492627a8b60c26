package onair.channel.live;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;

/** One kind of thing in a {@link FakeCloud}, there or not. */
class FakeEdge<S, O> implements ExternalResource<S, O> {

  private final FakeCloud cloud;
  private final String kind;
  private final Idempotency idempotency;
  private final BiFunction<String, Object, O> observed;

  /**
   * @param observed what is seen of a thing with that id and spec
   */
  FakeEdge(
      FakeCloud cloud,
      String kind,
      Idempotency idempotency,
      BiFunction<String, Object, O> observed) {
    this.cloud = cloud;
    this.kind = kind;
    this.idempotency = idempotency;
    this.observed = observed;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Idempotency idempotency() {
    return idempotency;
  }

  @Override
  public Optional<Found<O>> observe(String physicalId) {
    return Optional.ofNullable(cloud.get(kind, physicalId)).map(this::found);
  }

  @Override
  public List<Found<O>> find(Identity identity) {
    return cloud.owned(kind, identity).stream().map(this::found).toList();
  }

  @Override
  public Found<O> create(Identity identity, S spec) {
    return found(cloud.make(kind, identity, spec, !(idempotency instanceof Idempotency.None)));
  }

  @Override
  public boolean repair(Identity identity, S spec, String physicalId) {
    cloud.change(kind, physicalId, spec);
    return true;
  }

  @Override
  public Deletion delete(Found<O> found) {
    cloud.remove(kind, found.physicalId());
    return new Deletion.Requested();
  }

  private Found<O> found(FakeCloud.Thing thing) {
    return new Found<>(thing.id(), observed.apply(thing.id(), thing.spec()), null);
  }
}
