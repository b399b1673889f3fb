package dev.deckhand.check.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Check;
import dev.deckhand.check.Expressions;
import dev.deckhand.check.Node;
import dev.deckhand.check.Place;
import dev.deckhand.check.Question;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Short ways to blocks and objects, for tests. */
public final class Blocks {
  public static final Expressions EXPRESSIONS = new Expressions();

  private Blocks() {}

  /** A block whose attribute line is 10 and whose body begins in line 12 of {@code a.adoc}. */
  public static CheckBlock block(String body, Map<String, String> attributes, String... options) {
    return new CheckBlock(
        "1.1",
        "It is so",
        attributes,
        Set.of(options),
        new Place("a.adoc", 10),
        body,
        new Place("a.adoc", 12));
  }

  public static Check check(String body, Map<String, String> attributes, String... options) {
    return sound(new CheckReader(EXPRESSIONS).check(block(body, attributes, options)));
  }

  public static Check check(String body) {
    return check(body, Map.of());
  }

  public static Question question(String body) {
    return sound(new CheckReader(EXPRESSIONS).question(block(body, Map.of())));
  }

  public static List<Flaw> flaws(String body, Map<String, String> attributes, String... options) {
    return flaws(new CheckReader(EXPRESSIONS).check(block(body, attributes, options)));
  }

  public static List<Flaw> flaws(String body) {
    return flaws(body, Map.of());
  }

  public static List<Flaw> flaws(Reading<?> reading) {
    assertThat(reading).isInstanceOf(Reading.Flawed.class);
    return reading instanceof Reading.Flawed<?>(var flaws) ? flaws : List.of();
  }

  /** An object as an API returns it, written as YAML. */
  public static Node object(String yaml) {
    return Node.of(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(yaml));
  }

  private static <T> T sound(Reading<T> reading) {
    return switch (reading) {
      case Reading.Sound<T>(var value) -> value;
      case Reading.Flawed<T>(var flaws) -> throw new AssertionError("flaws: " + flaws);
    };
  }
}
