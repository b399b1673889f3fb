package dev.deckhand.lesson.adoc;

import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Ordering;
import dev.deckhand.lesson.lint.Remedies;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asciidoctor.ast.Document;

/** Reads a lesson's header. A value that is wrong becomes a finding, and counts as not given. */
final class HeaderReader {

  private static final String NO_LAB = "none";
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern REQUIRED = Pattern.compile(ID + "(/" + ID + ")?");
  private static final Pattern IMAGE =
      Pattern.compile(
          "[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?(:[\\w][\\w.-]*)?(@sha256:\\w+)?");
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern MINUTES = Pattern.compile("[1-9][0-9]{0,2}");

  private final Document document;
  private final HeaderLines lines;
  private final Ledger ledger;

  HeaderReader(Document document, HeaderLines lines, Ledger ledger) {
    this.document = document;
    this.lines = lines;
    this.ledger = ledger;
  }

  Header read() {
    String minutes = one("minutes", "", MINUTES, "a whole number of minutes, 1 to 999");
    return new Header(
        one("id", "", ID, "small letters, digits and '-'"),
        needs(),
        several("requires", REQUIRED, "lesson ids, as \"pods\" or \"kubernetes/pods\""),
        minutes.isEmpty() ? 0 : Integer.parseInt(minutes),
        value("level"),
        ordering());
  }

  private LabNeeds needs() {
    return new LabNeeds(
        labs(),
        several("images", IMAGE, "image names with their tags, as \"nginx:1.27\""),
        abilities(),
        one("namespace", LabNeeds.NONE.namespace(), NAMESPACE, "a Kubernetes namespace"));
  }

  private Ordering ordering() {
    String word = value("order");
    List<String> known = Arrays.stream(Ordering.values()).map(Ordering::word).toList();
    if (!word.isEmpty()) {
      refuseUnknown("order", word, known);
    }
    return word.equals(Ordering.DRAWN.word()) ? Ordering.DRAWN : Ordering.WRITTEN;
  }

  private Set<LabKind> labs() {
    List<String> words = words("lab");
    if (words.contains(NO_LAB) && words.size() > 1) {
      wrong("lab", "\"none\" and another lab are both asked for.", "Take out \"none\".");
    }
    List<String> known =
        Stream.concat(Stream.of(NO_LAB), Arrays.stream(LabKind.values()).map(LabKind::word))
            .toList();
    var labs = EnumSet.noneOf(LabKind.class);
    for (String word : words) {
      Arrays.stream(LabKind.values()).filter(kind -> kind.word().equals(word)).forEach(labs::add);
      refuseUnknown("lab", word, known);
    }
    return labs;
  }

  private Set<Ability> abilities() {
    List<String> known = Arrays.stream(Ability.values()).map(Ability::word).toList();
    var abilities = EnumSet.noneOf(Ability.class);
    for (String word : words("needs")) {
      Arrays.stream(Ability.values())
          .filter(ability -> ability.word().equals(word))
          .forEach(abilities::add);
      refuseUnknown("needs", word, known);
    }
    return abilities;
  }

  private void refuseUnknown(String name, String word, List<String> known) {
    if (!known.contains(word)) {
      wrong(name, "There is no \"" + word + "\".", Remedies.choose(word, known));
    }
  }

  private String one(String name, String otherwise, Pattern form, String described) {
    String value = value(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!form.matcher(value).matches()) {
      wrong(name, "\"" + value + "\" is not right.", "Write " + described + ".");
      return otherwise;
    }
    return value;
  }

  private List<String> several(String name, Pattern form, String described) {
    List<String> words = words(name);
    words.stream()
        .filter(word -> !form.matcher(word).matches())
        .forEach(word -> wrong(name, "\"" + word + "\" is not right.", "Write " + described + "."));
    return words.stream().filter(word -> form.matcher(word).matches()).distinct().toList();
  }

  private List<String> words(String name) {
    return Arrays.stream(value(name).split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private String value(String name) {
    String written = lines.entry(name).map(HeaderLines.Entry::value).orElse(null);
    if (written == null) {
      return "";
    }
    String value = Objects.toString(document.getAttributes().get(name), "").strip();
    if (value.isEmpty() && !written.isEmpty()) {
      // without a title there is no header, and that is said already
      if (document.getAttributes().get("doctitle") != null) {
        wrong(name, "The header has ended above it.", "Put it right below the title.");
      }
    } else if (value.isEmpty()) {
      wrong(name, "The attribute has no value.", "Give it one, or take the line out.");
    }
    return value;
  }

  private void wrong(String name, String message, String remedy) {
    ledger.error(ledger.at(lines.lineOf(name)), "\":" + name + ":\": " + message, remedy);
  }
}
