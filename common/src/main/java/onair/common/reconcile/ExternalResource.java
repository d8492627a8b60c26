package onair.common.reconcile;

import java.util.List;
import java.util.Optional;
import onair.common.aws.Difference;

/**
 * One kind of AWS resource, as the protocol needs it; implemented by AWS edges. Methods make AWS
 * calls and let the SDK's exceptions pass; {@link Resources} reads them.
 *
 * @param <S> what is wanted, as {@code create} takes it
 * @param <O> what AWS says about it; never an SDK type
 */
public interface ExternalResource<S, O> {

  /** Fixed name of the kind, lower case with dashes, such as {@code medialive-channel}. */
  String kind();

  /** How AWS protects a repeated create of this kind. */
  Idempotency idempotency();

  /**
   * Reads one resource and changes nothing. Empty means gone: AWS does not know it, or shows it in
   * a deleted state. A resource that is still being deleted is not gone.
   */
  Optional<Found<O>> observe(String physicalId);

  /**
   * Every live copy of this resource, over all pages, oldest first; of any generation, see {@link
   * Identity#owns}. Kinds without tags look the name up. Copies that are being deleted or were
   * deleted are left out.
   */
  List<Found<O>> find(Identity identity);

  /** Creates it with the identity's token, name and tags in this one call. */
  Found<O> create(Identity identity, S spec);

  /**
   * Deletes it, or does the next thing that leads there (stop, disable, detach). Safe to repeat in
   * any state of the resource.
   */
  Deletion delete(Found<O> found);

  /**
   * Everything of this kind that an installation has, whichever row it belongs to, over all pages;
   * what is being deleted or was deleted is left out. Empty for kinds that only exist as a part of
   * another and go with it.
   */
  default List<Listed<O>> inventory(InventoryScope scope) {
    return List.of();
  }

  /**
   * Where the configuration in AWS is not what {@code create} would ask for; reads it from AWS and
   * changes nothing. Empty where nothing can differ, and when it is gone.
   */
  default List<Difference> differences(Identity identity, S spec, String physicalId) {
    return List.of();
  }

  /**
   * Makes the configuration in AWS what {@code create} would ask for, without making the resource
   * anew. A conflict means that it cannot be changed in the state it is in.
   *
   * @return false, and nothing was done, where the kind cannot be changed at all
   */
  default boolean repair(Identity identity, S spec, String physicalId) {
    return false;
  }

  /** A word for operators such as AWS's state name; kept in the row, so never a secret. */
  default String summary(O observed) {
    return "present";
  }
}
