package onair.common.web;

import org.springframework.context.annotation.Configuration;

/** The HTTP side of a service. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {}
