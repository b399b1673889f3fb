package dev.deckhand.check.document;

import dev.deckhand.check.Expectation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.diagnostic.SpellingSuggester;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which object a document is about, and what to compare with it. */
final class SubjectReader {
  private static final String KUBERNETES_VERSION =
      "(?:[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?/)?v[0-9]{1,4}(?:(?:alpha|beta)[0-9]{1,4})?";

  /** Deckhand's own groups: an unknown version of them is a mistake. */
  private static final Set<String> DECKHAND_GROUPS = Set.of("docker", "helm", "deckhand");

  private final BlockDiagnostics diagnostics;
  private final KubernetesKinds kinds;

  SubjectReader(BlockDiagnostics diagnostics, KubernetesKinds kinds) {
    this.diagnostics = diagnostics;
    this.kinds = kinds;
  }

  /** Returns the expectation of a document, unless it lacks what identifies the object. */
  Optional<Expectation> read(DataPattern.Shape document) {
    Optional<String> apiVersion = header(document, "apiVersion", "v1, apps/v1 or docker/v1");
    Optional<String> kind = header(document, "kind", "Pod or Deployment");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    Identity identity = identity(document);
    SourcePosition position = document.fields().getOrDefault("kind", document).place();
    return switch (apiVersion.get()) {
      case "docker/v1" ->
          dockerKind(kind.get(), position)
              .map(known ->
                  new Expectation(
                      new Subject.DockerObject(known, identity.name(), identity.labels()),
                      dockerPattern(document)));
      case "helm/v1" -> new DeckhandKindReader(diagnostics).release(kind.get(), document, identity);
      case "deckhand/v1" -> new DeckhandKindReader(diagnostics).read(kind.get(), document);
      default ->
          isKubernetes(apiVersion.get(), kind.get(), document)
              ? Optional.of(
                  new Expectation(
                      new Subject.KubernetesObject(
                          apiVersion.get(),
                          kind.get(),
                          identity.name(),
                          identity.namespace(),
                          identity.labels()),
                      kubernetesPattern(document, identity)))
              : Optional.empty();
    };
  }

  private Optional<String> header(DataPattern.Shape document, String field, String examples) {
    if (document.fields().get(field) instanceof DataPattern.Scalar(DataNode.Text(var text), _)
        && !text.isBlank()) {
      return Optional.of(text);
    }
    SourcePosition position = document.fields().getOrDefault(field, document).place();
    diagnostics.add(
        position,
        "The document does not say its " + field + ".",
        "Begin it with " + field + ", for instance " + examples + ".");
    return Optional.empty();
  }

  record Identity(@Nullable String name, @Nullable String namespace, Map<String, String> labels) {}

  private Identity identity(DataPattern.Shape document) {
    if (!(document.fields().get("metadata") instanceof DataPattern.Shape metadata)) {
      if (document.fields().containsKey("metadata")) {
        diagnostics.add(
            document.fields().getOrDefault("metadata", document).place(),
            "metadata is a map.",
            "Write metadata: {name: ...}.");
      }
      return new Identity(null, null, Map.of());
    }
    var labels = new LinkedHashMap<String, String>();
    if (metadata.fields().get("labels") instanceof DataPattern.Shape asked) {
      asked
          .fields()
          .keySet()
          .forEach(label -> text(asked, label).ifPresent(value -> labels.put(label, value)));
    } else if (metadata.fields().get("labels") instanceof DataPattern.Scalar(_, var position)) {
      diagnostics.add(position, "labels is a map.", "Write labels: {app: web}.");
    }
    return new Identity(
        text(metadata, "name").orElse(null), text(metadata, "namespace").orElse(null), labels);
  }

  /** Reads a field that must be a text; a map with an expression is allowed and gives nothing. */
  private Optional<String> text(DataPattern.Shape map, String field) {
    return switch (map.fields().get(field)) {
      case DataPattern.Scalar(DataNode.Text(var text), _) when !text.isBlank() -> Optional.of(text);
      case DataPattern.Scalar(_, var position) -> {
        diagnostics.add(
            position,
            field + " is a text in Kubernetes and Docker.",
            "Put it in quotes, and do not leave it empty.");
        yield Optional.empty();
      }
      case DataPattern.Elements(_, var position) -> {
        diagnostics.add(position, field + " is a text, not a list.", "Write one value.");
        yield Optional.empty();
      }
      case DataPattern.Shape _, DataPattern.Missing _ -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  private Optional<Subject.DockerKind> dockerKind(String kind, SourcePosition position) {
    Optional<Subject.DockerKind> known =
        Stream.of(Subject.DockerKind.values())
            .filter(one -> one.kindName().equals(kind))
            .findFirst();
    if (known.isEmpty()) {
      List<String> words =
          Stream.of(Subject.DockerKind.values()).map(Subject.DockerKind::kindName).toList();
      diagnostics.add(position, "docker/v1 has no kind " + kind + ".", suggestion(kind, words));
    }
    return known;
  }

  private boolean isKubernetes(String apiVersion, String kind, DataPattern.Shape document) {
    boolean isVersion = apiVersion.matches(KUBERNETES_VERSION);
    if (!isVersion
        || DECKHAND_GROUPS.contains(apiVersion.split("/", 2)[0])
        || kinds.isUnservable(apiVersion)) {
      diagnostics.add(
          document.fields().getOrDefault("apiVersion", document).place(),
          apiVersion + " is not an apiVersion.",
          suggestion(apiVersion, kinds.apiVersions()));
      return false;
    }
    Optional<List<String>> known = kinds.of(apiVersion);
    if (known.isPresent() ? !known.get().contains(kind) : !kind.matches("[A-Z][A-Za-z0-9]{0,62}")) {
      diagnostics.add(
          document.fields().getOrDefault("kind", document).place(),
          apiVersion + " has no kind " + kind + ".",
          otherApiVersions(kind).orElseGet(() -> suggestion(kind, known.orElse(List.of()))));
      return false;
    }
    return true;
  }

  private Optional<String> otherApiVersions(String kind) {
    List<String> versions = kinds.apiVersionsOf(kind);
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(kind + " is in " + String.join(" and ", versions) + ".");
  }

  static String suggestion(String word, List<String> known) {
    return SpellingSuggester.suggest(word, known)
        .map(nearest -> "Did you mean " + nearest + "?")
        .orElse(
            known.isEmpty()
                ? "Kinds are written like CronJob."
                : "There are " + String.join(", ", known) + ".");
  }

  /** Leaves out the name and namespace, which select the object; labels are compared. */
  private static DataPattern.Shape kubernetesPattern(
      DataPattern.Shape document, Identity identity) {
    Map<String, DataPattern> fields = withoutHeader(document);
    if (fields.get("metadata")
        instanceof DataPattern.Shape(var own, var expressions, var position)) {
      var rest = new LinkedHashMap<>(own);
      if (identity.name() != null) {
        rest.remove("name");
      }
      if (identity.namespace() != null) {
        rest.remove("namespace");
      }
      if (rest.isEmpty() && expressions.isEmpty()) {
        fields.remove("metadata");
      } else {
        fields.put("metadata", new DataPattern.Shape(rest, expressions, position));
      }
    }
    return new DataPattern.Shape(fields, document.expressions(), document.place());
  }

  /** Leaves out the metadata, which Docker's objects don't have: it only selects them. */
  private DataPattern.Shape dockerPattern(DataPattern.Shape document) {
    Map<String, DataPattern> fields = withoutHeader(document);
    if (fields.remove("metadata")
        instanceof DataPattern.Shape(var own, var expressions, var position)) {
      boolean isPlain =
          expressions.isEmpty()
              && own.keySet().stream().allMatch(List.of("name", "labels")::contains)
              && own.values().stream().noneMatch(SubjectReader::hasExpressions);
      if (!isPlain) {
        diagnostics.add(
            position,
            "metadata of a Docker object has name and labels, and no more.",
            "Use the fields that docker inspect shows.");
      }
    }
    return new DataPattern.Shape(fields, document.expressions(), document.place());
  }

  private static boolean hasExpressions(DataPattern pattern) {
    return pattern instanceof DataPattern.Shape shape && !shape.expressions().isEmpty();
  }

  private static Map<String, DataPattern> withoutHeader(DataPattern.Shape document) {
    var fields = new LinkedHashMap<>(document.fields());
    fields.remove("apiVersion");
    fields.remove("kind");
    return fields;
  }
}
