package dev.deckhand.check.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.Question;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.diagnostic.Diagnostic;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Short ways to blocks and objects, for tests. */
public final class CheckBlockFixture {
  public static final CelEvaluator EXPRESSIONS = new CelEvaluator();

  private CheckBlockFixture() {}

  /** A block whose attribute line is 10 and whose body begins in line 12 of {@code a.adoc}. */
  public static CheckBlock block(String body, Map<String, String> attributes, String... options) {
    return new CheckBlock(
        "1.1",
        "It is so",
        attributes,
        Set.of(options),
        new SourcePosition("a.adoc", 10),
        body,
        new SourcePosition("a.adoc", 12));
  }

  public static Check check(String body, Map<String, String> attributes, String... options) {
    return valid(new CheckReader(EXPRESSIONS).check(block(body, attributes, options)));
  }

  public static Check check(String body) {
    return check(body, Map.of());
  }

  public static Question question(String body) {
    return valid(new CheckReader(EXPRESSIONS).question(block(body, Map.of())));
  }

  public static List<Diagnostic> diagnostics(
      String body, Map<String, String> attributes, String... options) {
    return diagnostics(new CheckReader(EXPRESSIONS).check(block(body, attributes, options)));
  }

  public static List<Diagnostic> diagnostics(String body) {
    return diagnostics(body, Map.of());
  }

  public static List<Diagnostic> diagnostics(BlockReadResult<?> blockReadResult) {
    assertThat(blockReadResult).isInstanceOf(BlockReadResult.Invalid.class);
    return blockReadResult instanceof BlockReadResult.Invalid<?>(var diagnostics)
        ? diagnostics
        : List.of();
  }

  /** An object as an API returns it, written as YAML. */
  public static DataNode object(String yaml) {
    return DataNode.of(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(yaml));
  }

  private static <T> T valid(BlockReadResult<T> blockReadResult) {
    return switch (blockReadResult) {
      case BlockReadResult.Valid<T>(var value) -> value;
      case BlockReadResult.Invalid<T>(var diagnostics) ->
          throw new AssertionError("flaws: " + diagnostics);
    };
  }
}
