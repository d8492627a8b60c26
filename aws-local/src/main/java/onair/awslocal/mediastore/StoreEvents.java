package onair.awslocal.mediastore;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import onair.awslocal.events.EventPublisher;
import onair.awslocal.store.StoredObject;

/**
 * Tells EventBridge of containers, and of objects that callers of MediaStore Data put and delete.
 * What MediaLive writes is not told. Source: MediaStore user guide, "AWS Elemental MediaStore
 * object state change event"; the detail of container events is recalled.
 */
final class StoreEvents {

  private static final String SOURCE = "aws.mediastore";

  private final EventPublisher events;
  private final Supplier<URI> api;

  StoreEvents(EventPublisher events, Supplier<URI> api) {
    this.events = events;
    this.api = api;
  }

  /** In AWS a container's endpoint is its host; here it is an address of this machine. */
  String endpoint(ContainerRow row) {
    return api.get() + MediaStoreDataHandler.PATH + row.id();
  }

  void created(ContainerRow row) {
    container(row, "CREATE");
  }

  void removed(ContainerRow row) {
    container(row, "REMOVE");
  }

  void updated(ContainerRow row, StoredObject object) {
    Map<String, Object> detail = object(row, "UPDATE", object.key());
    detail.put("ObjectSize", object.size());
    publish(row, object.key(), detail);
  }

  void removed(ContainerRow row, String path) {
    publish(row, path, object(row, "REMOVE", path));
  }

  private void container(ContainerRow row, String operation) {
    events.publish(
        SOURCE,
        "MediaStore Container State Change",
        List.of(row.arn()),
        Map.of("ContainerName", row.name(), "Operation", operation, "Endpoint", endpoint(row)));
  }

  private Map<String, Object> object(ContainerRow row, String operation, String path) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("ContainerName", row.name());
    detail.put("Operation", operation);
    detail.put("Path", path);
    detail.put("URL", endpoint(row) + "/" + path);
    return detail;
  }

  private void publish(ContainerRow row, String path, Map<String, Object> detail) {
    events.publish(
        SOURCE, "MediaStore Object State Change", List.of(row.arn() + "/" + path), detail);
  }
}
