package onair.common.reconcile;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Properties as a service gets them. */
final class Defaults {
  private Defaults() {}

  static ReconcileProperties properties() {
    return properties(Map.of());
  }

  static ReconcileProperties properties(Map<String, String> set) {
    return new Binder(new MapConfigurationPropertySource(set))
        .bindOrCreate("onair.reconcile", ReconcileProperties.class);
  }
}
