package onair.common.idempotency;

import org.springframework.context.annotation.Configuration;

/** Makes {@link Idempotent} work. */
@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration {}
