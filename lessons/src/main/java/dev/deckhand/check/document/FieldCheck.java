package dev.deckhand.check.document;

import dev.deckhand.check.Expressions;
import dev.deckhand.check.Misfit;
import dev.deckhand.check.Node;
import dev.deckhand.check.Pattern;
import dev.deckhand.check.Place;
import dev.deckhand.check.TypedScene;
import dev.deckhand.check.schema.ApiSchema;
import dev.deckhand.check.schema.FieldType;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Compares a document with what the API says of its kind: which fields there are, of what type. */
final class FieldCheck {
  /** What every document has, whether its objects do or not. */
  private static final Set<String> HEADER = Set.of("apiVersion", "kind", "metadata");

  private final Flaws flaws;
  private final Expressions expressions;
  private final ApiSchema schema;
  private final Function<Pattern, Place> lines;

  /** Places of which something was said before: the same slip is not told twice. */
  private Set<Place> said = Set.of();

  /**
   * @param lines where the name of a field stands that holds a pattern
   */
  FieldCheck(
      Flaws flaws, Expressions expressions, ApiSchema schema, Function<Pattern, Place> lines) {
    this.flaws = flaws;
    this.expressions = expressions;
    this.schema = schema;
    this.lines = lines;
  }

  /** Looks at a document; says nothing of kinds that are not known. */
  void check(Pattern.Shape document) {
    said = flaws.places();
    String kind = text(document, "kind");
    schema
        .object(text(document, "apiVersion"), kind)
        .ifPresent(type -> {
          FieldType before = isNamed(document) ? type : new FieldType.ListOf(type);
          pattern(document, new TypedScene(schema, kind, type, before, type, ""));
        });
  }

  /** A release may say its name at the top; an address, a command or a file is its own name. */
  private static boolean isNamed(Pattern.Shape document) {
    String apiVersion = text(document, "apiVersion");
    return (document.fields().get("metadata") instanceof Pattern.Shape metadata
            && !text(metadata, "name").isEmpty())
        || (apiVersion.startsWith("helm/") && !text(document, "name").isEmpty())
        || apiVersion.startsWith("deckhand/");
  }

  private static String text(Pattern.Shape map, String field) {
    return map.fields().get(field) instanceof Pattern.Scalar(Node.Text(var text), _) ? text : "";
  }

  private void pattern(Pattern pattern, TypedScene scene) {
    switch (pattern) {
      case Pattern.Missing _ -> {}
      case Pattern.Scalar(var value, _) -> scalar(value, pattern, scene);
      case Pattern.Elements(var elements, _) -> {
        if (scene.self() instanceof FieldType.ListOf(var type)) {
          elements.forEach(element -> pattern(element, scene.at(type, scene.path() + "[]")));
        } else {
          wrongShape(pattern, scene);
        }
      }
      case Pattern.Shape shape -> {
        shape(shape, scene);
        for (Pattern.Expression own : shape.expressions()) {
          if (said.contains(own.place())) {
            continue;
          }
          expressions.misfits(own, scene).forEach(problem -> flaws.add(own.place(), problem));
        }
      }
    }
  }

  private void scalar(Node value, Pattern pattern, TypedScene scene) {
    if (!(scene.self() instanceof FieldType.Scalar type)) {
      wrongShape(pattern, scene);
    } else if (!Misfit.mayBe(type, value) && !said.contains(pattern.place())) {
      flaws.add(pattern.place(), Misfit.neverIs(scene.path(), type, value));
    }
  }

  private void shape(Pattern.Shape shape, TypedScene scene) {
    switch (scene.self()) {
      case FieldType.ObjectOf object -> {
        Map<String, FieldType> known = schema.structure(object).fields();
        shape.fields().forEach((name, pattern) -> field(name, pattern, known, scene));
      }
      case FieldType.MapOf(var type) ->
          shape
              .fields()
              .forEach((name, pattern) ->
                  pattern(pattern, scene.at(type, Misfit.below(scene.path(), name))));
      // expressions may stand in anything
      case FieldType.ListOf _, FieldType.Scalar _ -> {
        if (!shape.fields().isEmpty()) {
          wrongShape(shape, scene);
        }
      }
      case FieldType.Open _ -> {}
    }
  }

  private void field(String name, Pattern pattern, Map<String, FieldType> known, TypedScene scene) {
    FieldType type = known.get(name);
    if (type != null) {
      pattern(pattern, scene.at(type, Misfit.below(scene.path(), name)));
    } else if (!(scene.path().isEmpty() && HEADER.contains(name))
        && !ExpressionKey.isMeantAsOne(name)) {
      flaws.add(
          lines.apply(pattern),
          Misfit.unknownField(scene.kind(), scene.path(), name, known.keySet()));
    }
  }

  private void wrongShape(Pattern pattern, TypedScene scene) {
    if (!(scene.self() instanceof FieldType.Open) && !said.contains(pattern.place())) {
      flaws.add(
          lines.apply(pattern),
          Misfit.wrongShape(scene.path(), scene.self(), pattern instanceof Pattern.Elements));
    }
  }
}
