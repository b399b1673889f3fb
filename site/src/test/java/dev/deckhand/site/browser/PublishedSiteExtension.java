package dev.deckhand.site.browser;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one site that all of them share, and each class a browser of its own, which
 * remembers nothing of another's pages. Tests that want a browser are skipped where there is none.
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
    // Closed by JUnit with the stores. The site is the process's: Surefire may run each class by
    // itself, and the root of all contexts ends with the class then.
    return parameter.getParameter().getType() == Browser.class
        ? classOf(context)
            .getStore(OURS)
            .computeIfAbsent(Browser.class, _ -> Browser.start(), Browser.class)
        : context
            .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, OURS)
            .computeIfAbsent(PublishedSite.class, _ -> PublishedSite.make(), PublishedSite.class);
  }

  /** The context of the test's class, below the root. */
  private static ExtensionContext classOf(ExtensionContext context) {
    ExtensionContext outer = context.getParent().orElse(context);
    return outer.equals(context.getRoot()) ? context : classOf(outer);
  }
}
