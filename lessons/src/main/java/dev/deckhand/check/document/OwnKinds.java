package dev.deckhand.check.document;

import dev.deckhand.check.Expectation;
import dev.deckhand.check.HeaderName;
import dev.deckhand.check.Node;
import dev.deckhand.check.Pattern;
import dev.deckhand.check.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads documents of {@code helm/v1} and {@code deckhand/v1}: kinds that are the language's own.
 */
final class OwnKinds {

  private final Flaws flaws;

  OwnKinds(Flaws flaws) {
    this.flaws = flaws;
  }

  /** Reads a release; its name and namespace may stand in metadata or at the top. */
  Optional<Expectation> release(
      String kind, Pattern.Shape document, SubjectReader.Identity identity) {
    if (!known("helm/v1", kind, List.of("Release"), document)) {
      return Optional.empty();
    }
    var address = new Address(document, flaws);
    String name = identity.name() == null ? address.text("name") : identity.name();
    String namespace =
        identity.namespace() == null ? address.text("namespace") : identity.namespace();
    var subject =
        new Subject.HelmRelease(
            name.isEmpty() ? null : name, namespace.isEmpty() ? null : namespace);
    return Optional.of(new Expectation(subject, rest(document, List.of("metadata"))));
  }

  /** Reads an address to ask, a command to run, a file or a variable. */
  Optional<Expectation> read(String kind, Pattern.Shape document) {
    List<String> kinds = Stream.of(OwnKind.values()).map(OwnKind::word).toList();
    if (!known("deckhand/v1", kind, kinds, document)) {
      return Optional.empty();
    }
    OwnKind own = OwnKind.of(kind);
    var address = new Address(document, flaws);
    Optional<Subject> subject =
        switch (own) {
          case HTTP -> address.http();
          case EXEC -> address.execution();
          case FILE -> address.file();
          case SNIPPET -> address.variable();
        };
    Pattern.Shape rest = rest(document, own.address());
    boolean saysNothing = own == OwnKind.HTTP || own == OwnKind.EXEC;
    if (subject.isPresent() && saysNothing && isEmpty(rest)) {
      flaws.add(
          document.place(),
          "The document does not say what to expect of it.",
          "Give " + own.said() + ", or an expression.");
    }
    return subject.map(found -> new Expectation(found, completed(own, rest)));
  }

  private static Pattern.Shape completed(OwnKind kind, Pattern.Shape rest) {
    return switch (kind) {
      case FILE -> there(rest);
      case HTTP -> headersInOneWriting(rest);
      case EXEC, SNIPPET -> rest;
    };
  }

  private static Pattern.Shape headersInOneWriting(Pattern.Shape rest) {
    if (!(rest.fields().get("headers")
        instanceof Pattern.Shape(var written, var expressions, var place))) {
      return rest;
    }
    Map<String, Pattern> headers = new LinkedHashMap<>();
    written.forEach((name, pattern) -> headers.put(HeaderName.of(name), pattern));
    Map<String, Pattern> fields = new LinkedHashMap<>(rest.fields());
    fields.put("headers", new Pattern.Shape(headers, expressions, place));
    return new Pattern.Shape(fields, rest.expressions(), rest.place());
  }

  private static boolean isEmpty(Pattern.Shape rest) {
    return rest.fields().isEmpty() && rest.expressions().isEmpty();
  }

  /** A file that is spoken of is there, unless the document says otherwise. */
  private static Pattern.Shape there(Pattern.Shape rest) {
    if (rest.fields().containsKey("exists")) {
      return rest;
    }
    var fields = new LinkedHashMap<String, Pattern>();
    fields.put("exists", new Pattern.Scalar(new Node.Flag(true), rest.place()));
    fields.putAll(rest.fields());
    return new Pattern.Shape(fields, rest.expressions(), rest.place());
  }

  private boolean known(
      String apiVersion, String kind, List<String> kinds, Pattern.Shape document) {
    if (kinds.contains(kind)) {
      return true;
    }
    flaws.add(
        document.fields().getOrDefault("kind", document).place(),
        apiVersion + " has no kind " + kind + ".",
        SubjectReader.meant(kind, kinds));
    return false;
  }

  private static Pattern.Shape rest(Pattern.Shape document, List<String> address) {
    Map<String, Pattern> fields = new LinkedHashMap<>(document.fields());
    List.of("apiVersion", "kind").forEach(fields::remove);
    address.forEach(fields::remove);
    return new Pattern.Shape(fields, document.expressions(), document.place());
  }
}
