package dev.deckhand.check.document;

import dev.deckhand.check.Expectation;
import dev.deckhand.check.Nearest;
import dev.deckhand.check.Node;
import dev.deckhand.check.Pattern;
import dev.deckhand.check.Place;
import dev.deckhand.check.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out which object a document is about, and what is left to compare. */
final class SubjectReader {
  private static final String KUBERNETES_VERSION =
      "(?:[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?/)?v[0-9]{1,4}(?:(?:alpha|beta)[0-9]{1,4})?";

  /** Groups that are ours: whatever version of them is not known is a slip. */
  private static final Set<String> OWN = Set.of("docker", "helm", "deckhand");

  private final Flaws flaws;
  private final KnownKinds kinds;

  SubjectReader(Flaws flaws, KnownKinds kinds) {
    this.flaws = flaws;
    this.kinds = kinds;
  }

  /** Returns the expectation that a document states, unless it lacks what names the object. */
  Optional<Expectation> read(Pattern.Shape document) {
    Optional<String> apiVersion = header(document, "apiVersion", "v1, apps/v1 or docker/v1");
    Optional<String> kind = header(document, "kind", "Pod or Deployment");
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    Identity identity = identity(document);
    Place place = document.fields().getOrDefault("kind", document).place();
    return switch (apiVersion.get()) {
      case "docker/v1" ->
          dockerKind(kind.get(), place)
              .map(known ->
                  new Expectation(
                      new Subject.DockerObject(known, identity.name(), identity.labels()),
                      dockerRest(document)));
      case "helm/v1" -> new OwnKinds(flaws).release(kind.get(), document, identity);
      case "deckhand/v1" -> new OwnKinds(flaws).read(kind.get(), document);
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
                      kubernetesRest(document, identity)))
              : Optional.empty();
    };
  }

  private Optional<String> header(Pattern.Shape document, String field, String examples) {
    if (document.fields().get(field) instanceof Pattern.Scalar(Node.Text(var text), _)
        && !text.isBlank()) {
      return Optional.of(text);
    }
    Place place = document.fields().getOrDefault(field, document).place();
    flaws.add(
        place,
        "The document does not say its " + field + ".",
        "Begin it with " + field + ", for instance " + examples + ".");
    return Optional.empty();
  }

  record Identity(@Nullable String name, @Nullable String namespace, Map<String, String> labels) {}

  private Identity identity(Pattern.Shape document) {
    if (!(document.fields().get("metadata") instanceof Pattern.Shape metadata)) {
      if (document.fields().containsKey("metadata")) {
        flaws.add(
            document.fields().getOrDefault("metadata", document).place(),
            "metadata is a map.",
            "Write metadata: {name: ...}.");
      }
      return new Identity(null, null, Map.of());
    }
    var labels = new LinkedHashMap<String, String>();
    if (metadata.fields().get("labels") instanceof Pattern.Shape asked) {
      asked
          .fields()
          .keySet()
          .forEach(label -> text(asked, label).ifPresent(value -> labels.put(label, value)));
    } else if (metadata.fields().get("labels") instanceof Pattern.Scalar(_, var place)) {
      flaws.add(place, "labels is a map.", "Write labels: {app: web}.");
    }
    return new Identity(
        text(metadata, "name").orElse(null), text(metadata, "namespace").orElse(null), labels);
  }

  /** Reads a field that must be a text where it is a scalar; an expression may take its place. */
  private Optional<String> text(Pattern.Shape map, String field) {
    return switch (map.fields().get(field)) {
      case Pattern.Scalar(Node.Text(var text), _) when !text.isBlank() -> Optional.of(text);
      case Pattern.Scalar(_, var place) -> {
        flaws.add(
            place,
            field + " is a text in Kubernetes and Docker.",
            "Put it in quotes, and do not leave it empty.");
        yield Optional.empty();
      }
      case Pattern.Elements(_, var place) -> {
        flaws.add(place, field + " is a text, not a list.", "Write one value.");
        yield Optional.empty();
      }
      case Pattern.Shape _, Pattern.Missing _ -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  private Optional<Subject.DockerKind> dockerKind(String kind, Place place) {
    Optional<Subject.DockerKind> known =
        Stream.of(Subject.DockerKind.values()).filter(one -> one.word().equals(kind)).findFirst();
    if (known.isEmpty()) {
      List<String> words =
          Stream.of(Subject.DockerKind.values()).map(Subject.DockerKind::word).toList();
      flaws.add(place, "docker/v1 has no kind " + kind + ".", meant(kind, words));
    }
    return known;
  }

  private boolean isKubernetes(String apiVersion, String kind, Pattern.Shape document) {
    boolean isVersion = apiVersion.matches(KUBERNETES_VERSION);
    if (!isVersion || OWN.contains(apiVersion.split("/", 2)[0]) || kinds.isNowhere(apiVersion)) {
      flaws.add(
          document.fields().getOrDefault("apiVersion", document).place(),
          apiVersion + " is not an apiVersion.",
          meant(apiVersion, kinds.apiVersions()));
      return false;
    }
    Optional<List<String>> known = kinds.of(apiVersion);
    if (known.isPresent() ? !known.get().contains(kind) : !kind.matches("[A-Z][A-Za-z0-9]{0,62}")) {
      flaws.add(
          document.fields().getOrDefault("kind", document).place(),
          apiVersion + " has no kind " + kind + ".",
          elsewhere(kind).orElseGet(() -> meant(kind, known.orElse(List.of()))));
      return false;
    }
    return true;
  }

  private Optional<String> elsewhere(String kind) {
    List<String> versions = kinds.having(kind);
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(kind + " is in " + String.join(" and ", versions) + ".");
  }

  static String meant(String word, List<String> known) {
    return Nearest.to(word, known)
        .map(nearest -> "Did you mean " + nearest + "?")
        .orElse(
            known.isEmpty()
                ? "Kinds are written like CronJob."
                : "There are " + String.join(", ", known) + ".");
  }

  /** What the name and namespace select need not be compared; labels are, they may be many. */
  private static Pattern.Shape kubernetesRest(Pattern.Shape document, Identity identity) {
    Map<String, Pattern> fields = withoutHeader(document);
    if (fields.get("metadata") instanceof Pattern.Shape(var own, var expressions, var place)) {
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
        fields.put("metadata", new Pattern.Shape(rest, expressions, place));
      }
    }
    return new Pattern.Shape(fields, document.expressions(), document.place());
  }

  /** Docker's objects have no metadata: it is the language's way to name them. */
  private Pattern.Shape dockerRest(Pattern.Shape document) {
    Map<String, Pattern> fields = withoutHeader(document);
    if (fields.remove("metadata") instanceof Pattern.Shape(var own, var expressions, var place)) {
      boolean isPlain =
          expressions.isEmpty()
              && own.keySet().stream().allMatch(List.of("name", "labels")::contains)
              && own.values().stream().noneMatch(SubjectReader::hasExpressions);
      if (!isPlain) {
        flaws.add(
            place,
            "metadata of a Docker object has name and labels, and no more.",
            "Use the fields that docker inspect shows.");
      }
    }
    return new Pattern.Shape(fields, document.expressions(), document.place());
  }

  private static boolean hasExpressions(Pattern pattern) {
    return pattern instanceof Pattern.Shape shape && !shape.expressions().isEmpty();
  }

  private static Map<String, Pattern> withoutHeader(Pattern.Shape document) {
    var fields = new LinkedHashMap<>(document.fields());
    fields.remove("apiVersion");
    fields.remove("kind");
    return fields;
  }
}
