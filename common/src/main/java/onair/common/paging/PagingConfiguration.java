package onair.common.paging;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets controllers take a {@link PageRequest} and a {@link MetadataFilter}. Comes with {@code
 * onair.common.web.WebConfiguration}.
 */
@Configuration(proxyBeanMethods = false)
public class PagingConfiguration implements WebMvcConfigurer {

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new PageRequestResolver());
    resolvers.add(new MetadataFilterResolver());
  }
}
