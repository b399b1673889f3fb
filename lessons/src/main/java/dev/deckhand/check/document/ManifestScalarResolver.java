package dev.deckhand.check.document;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Resolves the type of a plain scalar as Kubernetes' own tools do (sigs.k8s.io/yaml).
 *
 * <p>That is YAML 1.1 without base-60 numbers and dates: {@code 0644} is octal, {@code 22:22} and
 * {@code 2026-01-01} are texts, {@code 1e3} is a number. {@code yes} and the like are texts here;
 * {@link ScalarReader} refuses them.
 */
final class ManifestScalarResolver extends Resolver {
  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
  static final Pattern WHOLE =
      Pattern.compile(
          "[-+]?(?:0|[1-9][0-9_]*|0[0-7_]+|0[oO][0-7_]+|0[xX][0-9a-fA-F_]+|0[bB][01_]+)");
  static final Pattern DECIMAL =
      Pattern.compile(
          "[-+]?(?:\\.[0-9][0-9_]*|[0-9][0-9_]*(?:\\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.BOOL, BOOLEAN, "tTfF");
    addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
    addImplicitResolver(Tag.FLOAT, DECIMAL, "-+.0123456789");
    addImplicitResolver(Tag.NULL, NULL, "~nN\0");
    addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
    addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
  }
}
