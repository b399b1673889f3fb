package dev.deckhand.site.browser;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one site and the one browser that all of them share. Tests that want a browser
 * are skipped where there is none.
 */
final class PublishedSiteExtension implements ParameterResolver, ExecutionCondition {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(PublishedSiteExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    // an assumption that fails while a parameter is made would be an error
    Optional<String> lack = wantsBrowser(context) ? Browser.missingPart() : Optional.empty();
    return lack.map(ConditionEvaluationResult::disabled)
        .orElse(ConditionEvaluationResult.enabled("All is there that it wants."));
  }

  private static boolean wantsBrowser(ExtensionContext context) {
    return Stream.of(context.getRequiredTestClass().getDeclaredMethods())
        .flatMap(method -> Stream.of(method.getParameterTypes()))
        .anyMatch(Browser.class::equals);
  }

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
        ? store.computeIfAbsent(Browser.class, _ -> Browser.start(), Browser.class)
        : store.computeIfAbsent(
            PublishedSite.class, _ -> PublishedSite.make(), PublishedSite.class);
  }
}
