package dev.deckhand.check.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.cel.TypeContext;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.check.schema.ApiSchema;
import dev.deckhand.check.schema.FieldType;
import dev.deckhand.check.schema.SchemaProblems;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Checks a document against the API schema of its kind: names and types of fields. */
final class FieldValidator {
  /** Fields of every document, whether its objects have them or not. */
  private static final Set<String> HEADER = Set.of("apiVersion", "kind", "metadata");

  private final BlockDiagnostics diagnostics;
  private final CelEvaluator evaluator;
  private final ApiSchema schema;
  private final Function<DataPattern, SourcePosition> fieldPositions;

  /** Positions with an earlier diagnostic: no mistake is reported twice. */
  private Set<SourcePosition> reported = Set.of();

  /**
   * @param lines returns the position of the field's name for a pattern
   */
  FieldValidator(
      BlockDiagnostics diagnostics,
      CelEvaluator evaluator,
      ApiSchema schema,
      Function<DataPattern, SourcePosition> lines) {
    this.diagnostics = diagnostics;
    this.evaluator = evaluator;
    this.schema = schema;
    this.fieldPositions = lines;
  }

  /** Validates a document; kinds without a schema are skipped. */
  void validate(DataPattern.Shape document) {
    reported = diagnostics.positions();
    String kind = text(document, "kind");
    if (text(document, "apiVersion").equals("v1")) {
      unreadableData(kind, document);
    }
    schema
        .typeOfKind(text(document, "apiVersion"), kind)
        .ifPresent(type -> {
          FieldType before = isNamed(document) ? type : new FieldType.ListOf(type);
          pattern(document, new TypeContext(schema, kind, type, before, type, ""));
        });
  }

  /**
   * A release may have its name at the top level; an address, a command or a file is its own name.
   */
  private static boolean isNamed(DataPattern.Shape document) {
    String apiVersion = text(document, "apiVersion");
    return (document.fields().get("metadata") instanceof DataPattern.Shape metadata
            && !text(metadata, "name").isEmpty())
        || (apiVersion.startsWith("helm/") && !text(document, "name").isEmpty())
        || apiVersion.startsWith("deckhand/");
  }

  /** Reports data that the API server never returns: it keeps that of a Secret in base64. */
  private void unreadableData(String kind, DataPattern.Shape document) {
    DataPattern written = document.fields().get("stringData");
    if (kind.equals("Secret") && written != null && !(written instanceof DataPattern.Missing)) {
      diagnostics.add(
          fieldPositions.apply(written),
          "stringData of a Secret is never read back.",
          "Write data, with the values in base64.");
    }
    String encoded = kind.equals("Secret") ? "data" : kind.equals("ConfigMap") ? "binaryData" : "";
    if (document.fields().get(encoded) instanceof DataPattern.Shape(var values, _, _)) {
      values.forEach((name, value) -> {
        if (value instanceof DataPattern.Scalar(DataNode.Text(var text), var position)
            && !isBase64(text)) {
          diagnostics.add(
              position,
              SchemaProblems.childPath(encoded, name) + " is base64, and so never this text.",
              "Write " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + ".");
        }
      });
    }
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)).equals(text);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static String text(DataPattern.Shape map, String field) {
    return map.fields().get(field) instanceof DataPattern.Scalar(DataNode.Text(var text), _)
        ? text
        : "";
  }

  private void pattern(DataPattern pattern, TypeContext context) {
    switch (pattern) {
      case DataPattern.Missing _ -> {}
      case DataPattern.Scalar(var value, _) -> scalar(value, pattern, context);
      case DataPattern.Elements(var elements, _) -> {
        if (context.self() instanceof FieldType.ListOf(var type)) {
          elements.forEach(
              element -> pattern(element, context.withSelf(type, context.path() + "[]")));
        } else {
          wrongShape(pattern, context);
        }
      }
      case DataPattern.Shape shape -> {
        shape(shape, context);
        for (DataPattern.Expression own : shape.expressions()) {
          if (reported.contains(own.place())) {
            continue;
          }
          evaluator
              .schemaProblems(own, context)
              .forEach(problem -> diagnostics.add(own.place(), problem));
        }
      }
    }
  }

  private void scalar(DataNode value, DataPattern pattern, TypeContext context) {
    if (!(context.self() instanceof FieldType.Scalar type)) {
      wrongShape(pattern, context);
    } else if (!SchemaProblems.accepts(type, value) && !reported.contains(pattern.place())) {
      diagnostics.add(pattern.place(), SchemaProblems.impossibleValue(context.path(), type, value));
    }
  }

  private void shape(DataPattern.Shape shape, TypeContext context) {
    switch (context.self()) {
      case FieldType.ObjectOf object -> {
        Map<String, FieldType> known = schema.objectSchema(object).fields();
        shape.fields().forEach((name, pattern) -> field(name, pattern, known, context));
      }
      case FieldType.MapOf(var type) ->
          shape
              .fields()
              .forEach((name, pattern) ->
                  pattern(
                      pattern,
                      context.withSelf(type, SchemaProblems.childPath(context.path(), name))));
      // expressions may be in anything
      case FieldType.ListOf _, FieldType.Scalar _ -> {
        if (!shape.fields().isEmpty()) {
          wrongShape(shape, context);
        }
      }
      case FieldType.Any _ -> {}
    }
  }

  private void field(
      String name, DataPattern pattern, Map<String, FieldType> known, TypeContext context) {
    FieldType type = known.get(name);
    if (type != null) {
      pattern(pattern, context.withSelf(type, SchemaProblems.childPath(context.path(), name)));
    } else if (!(context.path().isEmpty() && HEADER.contains(name))
        && !ExpressionKey.looksLikeExpression(name)) {
      diagnostics.add(
          fieldPositions.apply(pattern),
          SchemaProblems.unknownField(context.kind(), context.path(), name, known.keySet()));
    }
  }

  private void wrongShape(DataPattern pattern, TypeContext context) {
    if (!(context.self() instanceof FieldType.Any) && !reported.contains(pattern.place())) {
      diagnostics.add(
          fieldPositions.apply(pattern),
          SchemaProblems.wrongShape(
              context.path(), context.self(), pattern instanceof DataPattern.Elements));
    }
  }
}
