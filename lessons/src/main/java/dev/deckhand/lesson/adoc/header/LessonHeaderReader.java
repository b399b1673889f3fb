package dev.deckhand.lesson.adoc.header;

import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.Keyword;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.Tenancy;
import dev.deckhand.lesson.adoc.document.DocumentNode;
import dev.deckhand.lesson.adoc.source.DiagnosticCollector;
import dev.deckhand.lesson.lint.Remedies;
import dev.deckhand.lesson.version.VersionConstraint;
import dev.deckhand.lesson.version.VersionedTool;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a lesson's header. An invalid value is reported and ignored. */
public final class LessonHeaderReader {

  private static final String NO_LAB = "none";
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern REQUIRED = Pattern.compile(ID + "(/" + ID + ")?");
  private static final Pattern IMAGE =
      Pattern.compile(
          "[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?(:[\\w][\\w.-]*)?(@sha256:\\w+)?");
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern MINUTES = Pattern.compile("[1-9][0-9]{0,2}");

  private final DocumentNode document;
  private final HeaderAttributes attributes;
  private final DiagnosticCollector diagnostics;

  public LessonHeaderReader(
      DocumentNode document, HeaderAttributes lines, DiagnosticCollector diagnostics) {
    this.document = document;
    this.attributes = lines;
    this.diagnostics = diagnostics;
  }

  public LessonHeader read() {
    String minutes = single("minutes", "", MINUTES, "a whole number of minutes, 1 to 999");
    return new LessonHeader(
        single("id", "", ID, "small letters, digits and '-'"),
        needs(),
        new LessonMetadata(
            list("requires", REQUIRED, "lesson ids, as \"pods\" or \"kubernetes/pods\""),
            minutes.isEmpty() ? 0 : Integer.parseInt(minutes),
            value("level"),
            keyword("order", StepOrderMode.class, StepOrderMode.WRITTEN)));
  }

  private LabNeeds needs() {
    return new LabNeeds(
        labs(),
        list("images", IMAGE, "image names with their tags, as \"nginx:1.30\""),
        keywords("needs", Ability.class),
        single("namespace", LabNeeds.NONE.namespace(), NAMESPACE, "a Kubernetes namespace"),
        tenancy(),
        versions());
  }

  private Map<VersionedTool, VersionConstraint> versions() {
    var versions = new EnumMap<VersionedTool, VersionConstraint>(VersionedTool.class);
    for (VersionedTool tool : VersionedTool.values()) {
      // Asciidoctor escapes the comparison for HTML
      String text = value(tool.keyword()).replace("&lt;", "<").replace("&gt;", ">");
      if (!text.isEmpty()) {
        version(tool, text).ifPresent(constraint -> versions.put(tool, constraint));
      }
    }
    return versions;
  }

  private Optional<VersionConstraint> version(VersionedTool tool, String text) {
    String name = tool.keyword();
    Optional<VersionConstraint> constraint = VersionConstraint.parse(text);
    if (constraint.isEmpty()) {
      report(name, "\"" + text + "\" is not a constraint on versions.", versionRemedy(text));
      return constraint;
    }
    if (!constraint.get().isSatisfiable()) {
      report(
          name,
          "No version meets \"" + text + "\".",
          "Write bounds that leave some versions, as \">=1.29, <2\".");
      return Optional.empty();
    }
    // a lab that doesn't exist is already reported
    if (Keyword.all(LabKind.class).containsAll(labWords())
        && !labWords().contains(LabNeeds.labWith(tool).keyword())) {
      report(
          name,
          "The lesson's lab has no " + tool.title() + ".",
          "Write \":lab: " + labWordsWith(LabNeeds.labWith(tool)) + "\", or take the line out.");
      return Optional.empty();
    }
    return constraint;
  }

  private List<String> labWords() {
    return listValue("lab").stream().filter(word -> !word.equals(NO_LAB)).toList();
  }

  private String labWordsWith(LabKind lab) {
    return Stream.concat(labWords().stream(), Stream.of(lab.keyword()))
        .collect(Collectors.joining(", "));
  }

  /** A bare version was probably meant as the lowest one. */
  private static String versionRemedy(String text) {
    return VersionConstraint.parse(">=" + text).isPresent()
        ? "Did you mean \">=" + text + "\"?"
        : "Write comparisons with versions, separated by commas, as \">=1.29, <2\"; there are >=, >,"
            + " <=, < and =.";
  }

  /** Only a lesson with a namespace of its own can share a cluster. */
  private Tenancy tenancy() {
    Tenancy tenancy = keyword("cluster", Tenancy.class, Tenancy.OWN);
    if (tenancy == Tenancy.OWN) {
      return tenancy;
    }
    if (!listValue("lab").equals(List.of(LabKind.KUBERNETES.keyword()))) {
      report("cluster", "Only a lab that is a cluster alone is shared.", "Take the line out.");
    } else if (value("namespace").isEmpty()) {
      report(
          "cluster",
          "A lesson that shares its cluster needs a namespace of its own.",
          "Add a line \":namespace: ...\".");
    } else if (tenancy == Tenancy.SHARED && value("namespace").indexOf('-') < 0) {
      report(
          "namespace",
          "The namespace of a shared cluster has another name for each learner, which is put in its"
              + " place wherever it stands in the lesson. So it must not be a word of the text.",
          "Give it a name with a hyphen, such as \"shop-dev\".");
    }
    return tenancy;
  }

  private Set<LabKind> labs() {
    List<String> words = listValue("lab");
    if (words.contains(NO_LAB) && words.size() > 1) {
      report("lab", "\"none\" and another lab are both asked for.", "Take out \"none\".");
    }
    return keywords("lab", LabKind.class, NO_LAB);
  }

  private <E extends Enum<E> & Keyword> E keyword(String name, Class<E> type, E otherwise) {
    String word = value(name);
    if (!word.isEmpty()) {
      refuseUnknown(name, word, Keyword.all(type));
    }
    return Keyword.find(type, word).orElse(otherwise);
  }

  private <E extends Enum<E> & Keyword> Set<E> keywords(
      String name, Class<E> type, String... others) {
    List<String> known = Stream.concat(Stream.of(others), Keyword.all(type).stream()).toList();
    var found = EnumSet.noneOf(type);
    for (String word : listValue(name)) {
      Keyword.find(type, word).ifPresent(found::add);
      refuseUnknown(name, word, known);
    }
    return found;
  }

  private void refuseUnknown(String name, String word, List<String> known) {
    if (!known.contains(word)) {
      report(name, "There is no \"" + word + "\".", Remedies.suggest(word, known));
    }
  }

  private String single(String name, String otherwise, Pattern form, String described) {
    String value = value(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!form.matcher(value).matches()) {
      report(name, "\"" + value + "\" is not right.", "Write " + described + ".");
      return otherwise;
    }
    return value;
  }

  private List<String> list(String name, Pattern form, String described) {
    List<String> words = listValue(name);
    words.stream()
        .filter(word -> !form.matcher(word).matches())
        .forEach(
            word -> report(name, "\"" + word + "\" is not right.", "Write " + described + "."));
    return words.stream().filter(word -> form.matcher(word).matches()).distinct().toList();
  }

  private List<String> listValue(String name) {
    return Arrays.stream(value(name).split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private String value(String name) {
    String written = attributes.attribute(name).map(HeaderAttributes.Attribute::value).orElse(null);
    if (written == null) {
      return "";
    }
    String value = document.attribute(name).strip();
    if (value.isEmpty() && !written.isEmpty()) {
      // without a title there is no header, which is already reported
      if (document.hasTitle()) {
        report(name, "The header has ended above it.", "Put it right below the title.");
      }
    } else if (value.isEmpty()) {
      report(name, "The attribute has no value.", "Give it one, or take the line out.");
    }
    return value;
  }

  private void report(String name, String message, String remedy) {
    diagnostics.error(attributes.lineOf(name), "\":" + name + ":\": " + message, remedy);
  }
}
