package dev.deckhand.site.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one site and the one browser that all of them share. */
final class OnTheSite implements ParameterResolver {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(OnTheSite.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == PublishedSite.class || type == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // closed by JUnit with the store, after the last test
    ExtensionContext.Store store = context.getRoot().getStore(OURS);
    return parameter.getParameter().getType() == Browser.class
        ? store.computeIfAbsent(Browser.class, _ -> Browser.orSkip(), Browser.class)
        : store.computeIfAbsent(
            PublishedSite.class, _ -> PublishedSite.make(), PublishedSite.class);
  }
}
