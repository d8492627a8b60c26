package onair.common.event;

import org.springframework.context.annotation.Configuration;

/** Gives a service its {@link Outbox}, the relay of it, and the consumer of the service's queue. */
@Configuration(proxyBeanMethods = false)
public class EventConfiguration {}
