package onair.common.reconcile;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Beans of the package: {@link Resources}, {@link Wakes} and {@link ReconcileLoop} over all {@link
 * Reconciler} beans. Needs a {@code DataSource}, a transaction manager and {@code
 * classpath:db/common} among Flyway's locations; {@code onair.deployment} names the installation.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconcileProperties.class)
public class ReconcileConfiguration {}
