package dev.deckhand.check.document;

import dev.deckhand.check.Expectation;
import dev.deckhand.check.HttpHeaderName;
import dev.deckhand.check.Subject;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.DataPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads documents of {@code helm/v1} and {@code deckhand/v1}, which are the lesson language's own.
 */
final class DeckhandKindReader {

  private final BlockDiagnostics diagnostics;

  DeckhandKindReader(BlockDiagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reads a release; its name and namespace are in the metadata or at the top level. */
  Optional<Expectation> release(
      String kind, DataPattern.Shape document, SubjectReader.Identity identity) {
    if (!isKnown("helm/v1", kind, List.of("Release"), document)) {
      return Optional.empty();
    }
    var subjectFieldReader = new SubjectFieldReader(document, diagnostics);
    String name = identity.name() == null ? subjectFieldReader.text("name") : identity.name();
    String namespace =
        identity.namespace() == null ? subjectFieldReader.text("namespace") : identity.namespace();
    var subject =
        new Subject.HelmRelease(
            name.isEmpty() ? null : name, namespace.isEmpty() ? null : namespace);
    return Optional.of(
        new Expectation(subject, withoutSubjectFields(document, List.of("metadata"))));
  }

  /** Reads an address, a command, a file or a variable. */
  Optional<Expectation> read(String kind, DataPattern.Shape document) {
    List<String> kinds = Stream.of(DeckhandKind.values()).map(DeckhandKind::keyword).toList();
    if (!isKnown("deckhand/v1", kind, kinds, document)) {
      return Optional.empty();
    }
    DeckhandKind own = DeckhandKind.of(kind);
    var subjectFieldReader = new SubjectFieldReader(document, diagnostics);
    Optional<Subject> subject =
        switch (own) {
          case HTTP -> subjectFieldReader.http();
          case EXEC -> subjectFieldReader.execution();
          case FILE -> subjectFieldReader.file();
          case SNIPPET -> subjectFieldReader.variable();
        };
    DataPattern.Shape rest = withoutSubjectFields(document, own.subjectFields());
    boolean saysNothing = own == DeckhandKind.HTTP || own == DeckhandKind.EXEC;
    if (subject.isPresent() && saysNothing && isEmpty(rest)) {
      diagnostics.add(
          document.place(),
          "The document does not say what to expect of it.",
          "Give " + own.expectableFields() + ", or an expression.");
    }
    return subject.map(found -> new Expectation(found, withDefaults(own, rest)));
  }

  private static DataPattern.Shape withDefaults(DeckhandKind kind, DataPattern.Shape rest) {
    return switch (kind) {
      case FILE -> requireExistence(rest);
      case HTTP -> canonicalizeHeaders(rest);
      case EXEC, SNIPPET -> rest;
    };
  }

  private static DataPattern.Shape canonicalizeHeaders(DataPattern.Shape rest) {
    if (!(rest.fields().get("headers")
        instanceof DataPattern.Shape(var written, var expressions, var position))) {
      return rest;
    }
    Map<String, DataPattern> headers = new LinkedHashMap<>();
    written.forEach((name, pattern) -> headers.put(HttpHeaderName.canonical(name), pattern));
    Map<String, DataPattern> fields = new LinkedHashMap<>(rest.fields());
    fields.put("headers", new DataPattern.Shape(headers, expressions, position));
    return new DataPattern.Shape(fields, rest.expressions(), rest.place());
  }

  private static boolean isEmpty(DataPattern.Shape rest) {
    return rest.fields().isEmpty() && rest.expressions().isEmpty();
  }

  /** A file must exist unless the document says otherwise. */
  private static DataPattern.Shape requireExistence(DataPattern.Shape rest) {
    if (rest.fields().containsKey("exists")) {
      return rest;
    }
    var fields = new LinkedHashMap<String, DataPattern>();
    fields.put("exists", new DataPattern.Scalar(new DataNode.Flag(true), rest.place()));
    fields.putAll(rest.fields());
    return new DataPattern.Shape(fields, rest.expressions(), rest.place());
  }

  private boolean isKnown(
      String apiVersion, String kind, List<String> kinds, DataPattern.Shape document) {
    if (kinds.contains(kind)) {
      return true;
    }
    diagnostics.add(
        document.fields().getOrDefault("kind", document).place(),
        apiVersion + " has no kind " + kind + ".",
        SubjectReader.suggestion(kind, kinds));
    return false;
  }

  private static DataPattern.Shape withoutSubjectFields(
      DataPattern.Shape document, List<String> address) {
    Map<String, DataPattern> fields = new LinkedHashMap<>(document.fields());
    List.of("apiVersion", "kind").forEach(fields::remove);
    address.forEach(fields::remove);
    return new DataPattern.Shape(fields, document.expressions(), document.place());
  }
}
