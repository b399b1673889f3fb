package dev.deckhand.lesson.adoc;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests one compiler for the whole process: Asciidoctor takes seconds to start. It belongs to
 * the session of JUnit's launcher, since Surefire runs each class by itself where a module's tests
 * have several processes.
 */
final class SharedCompilerExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(SharedCompilerExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == CompilerFixture.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, HERE)
        .computeIfAbsent(
            CompilerFixture.class,
            _ -> new CompilerFixture(new CourseCompiler(Path.of("target/diagrams"))),
            CompilerFixture.class);
  }
}
