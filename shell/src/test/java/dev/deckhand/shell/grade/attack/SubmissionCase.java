package dev.deckhand.shell.grade.attack;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A submission, and the grade that it must get. {@code src/test/resources/attacks} has hostile ones
 * by lesson, {@code src/test/resources/classes} whole classes; {@code attacks/README.md} describes
 * the fields.
 *
 * @param usual whether it's part of each build, not only of the nightly run
 * @param hangs whether it runs into a limit, so that the limits have to be short
 * @param form what is handed in: {@code folder}, {@code tar}, {@code zip} or {@code raw}
 * @param control shows that what the attack does works where it's allowed: bash that comes first,
 *     and must end well; empty if there's none
 * @param missingPrograms whether it calls programs that aren't there; otherwise that's a mistake of
 *     the attack, which proves nothing then
 * @param entries what is in it, in order
 * @param earned points by step; of a step that isn't named it's none
 * @param notGraded the kind of the refusal, if there must be no grade; empty otherwise
 * @param remark what the remarks of the grade must contain; empty if that doesn't matter
 */
public record SubmissionCase(
    String name,
    boolean usual,
    boolean hangs,
    String form,
    String control,
    boolean missingPrograms,
    List<Entry> entries,
    Map<Integer, Long> earned,
    String notGraded,
    String remark) {

  /** What a control prints when it has ended well. */
  public static final String CONTROL_WORKED = "the control worked";

  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "usual",
          "hangs",
          "form",
          "control",
          "missingPrograms",
          "script",
          "files",
          "entries",
          "earned",
          "notGraded",
          "remark",
          "disabled");

  /**
   * Something in a submission.
   *
   * @param type {@code file}, {@code symlink}, {@code hardlink} or {@code fifo}
   * @param text the content of a file, or where a link leads
   * @param times how often the text is repeated
   */
  public record Entry(String path, String type, String text, int times) {}

  /**
   * Those of a lesson that are switched on, in the order of their files.
   *
   * @param corpus {@code attacks} or {@code classes}
   * @param all whether to return those, too, that aren't part of each build
   */
  public static List<SubmissionCase> of(String corpus, String lesson, boolean all)
      throws IOException {
    var attacks = new ArrayList<SubmissionCase>();
    try (Stream<Path> files = Files.list(RESOURCES.resolve(corpus).resolve(lesson))) {
      for (Path file : files.sorted().toList()) {
        try (Reader text = Files.newBufferedReader(file)) {
          List<Map<String, Object>> read =
              new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
          read.stream()
              .filter(fields -> !fields.containsKey("disabled"))
              .map(SubmissionCase::of)
              .filter(attack -> all || attack.usual())
              .forEach(attacks::add);
        }
      }
    }
    return attacks;
  }

  private static SubmissionCase of(Map<String, Object> fields) {
    String name = text(fields, "name");
    if (!FIELDS.containsAll(fields.keySet())) {
      throw new IllegalArgumentException(name + " has an unknown field: " + fields.keySet());
    }
    var entries = new ArrayList<Entry>();
    String control = text(fields, "control");
    if (fields.containsKey("script")) {
      String first = control.isEmpty() ? "" : asOneCommand(control);
      entries.add(new Entry("step-1.sh", "file", first + text(fields, "script"), 1));
    } else if (!control.isEmpty()) {
      throw new IllegalArgumentException(name + " has a control without a script");
    }
    map(fields, "files")
        .forEach((path, text) ->
            entries.add(new Entry(String.valueOf(path), "file", String.valueOf(text), 1)));
    if (fields.get("entries") instanceof List<?> list) {
      list.forEach(entry -> entries.add(entry((Map<?, ?>) entry)));
    }
    var earned = new HashMap<Integer, Long>();
    map(fields, "earned")
        .forEach((step, points) -> earned.put((Integer) step, ((Number) points).longValue()));
    return new SubmissionCase(
        name,
        Boolean.TRUE.equals(fields.get("usual")),
        Boolean.TRUE.equals(fields.get("hangs")),
        fields.containsKey("form") ? text(fields, "form") : "folder",
        control,
        Boolean.TRUE.equals(fields.get("missingPrograms")),
        List.copyOf(entries),
        Map.copyOf(earned),
        text(fields, "notGraded"),
        text(fields, "remark"));
  }

  private static String asOneCommand(String control) {
    return "{ " + control.strip() + "\n} && echo " + CONTROL_WORKED + "\n";
  }

  private static Entry entry(Map<?, ?> fields) {
    return new Entry(
        text(fields, "path"),
        fields.containsKey("type") ? text(fields, "type") : "file",
        text(fields, "text"),
        fields.get("times") instanceof Integer times ? times : 1);
  }

  private static Map<?, ?> map(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(Map<?, ?> fields, String name) {
    Object value = fields.get(name);
    return value == null ? "" : String.valueOf(value);
  }

  @Override
  public String toString() {
    return name;
  }
}
