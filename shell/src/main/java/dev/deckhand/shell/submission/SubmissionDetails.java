package dev.deckhand.shell.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What {@code deckhand submit} says about a submission, in its file {@code submission.yaml}.
 * Learners can edit it, so it proves nothing.
 *
 * @param lesson the lesson's id; empty if it isn't known
 * @param lessonVersion a digest of the lesson as the learner had it; empty if it isn't known
 * @param program the version of the program that packed it; empty if it isn't known
 * @param order for each place, the number of its step in the lesson's file; empty for the order of
 *     the file
 * @param seed with which names and numbers were drawn for the learner, if any
 */
public record SubmissionDetails(
    String lesson,
    String lessonVersion,
    String program,
    List<Integer> order,
    OptionalLong seed,
    LearnerHelp help) {

  /** The name of the file. */
  public static final String FILE = "submission.yaml";

  /** The number of the format, which is raised when earlier files can't be read. */
  static final int FORMAT = 1;

  /** Nothing is known. */
  static final SubmissionDetails NONE =
      new SubmissionDetails("", "", "", List.of(), OptionalLong.empty(), LearnerHelp.NONE);

  public SubmissionDetails {
    order = List.copyOf(order);
  }

  /** The file's content; {@link DetailsReader} reads it. */
  public String toYaml() {
    var lines = new ArrayList<String>();
    lines.add("# Written by \"deckhand submit\".");
    lines.add("format: " + FORMAT);
    addUnlessEmpty(lines, "lesson", lesson);
    addUnlessEmpty(lines, "lessonVersion", lessonVersion);
    addUnlessEmpty(lines, "program", program);
    if (!order.isEmpty()) {
      lines.add("order: " + order);
    }
    seed.ifPresent(number -> lines.add("seed: " + number));
    if (!help.hints().isEmpty()) {
      lines.add(
          help.hints().entrySet().stream()
              .map(step -> step.getKey() + ": " + step.getValue())
              .collect(Collectors.joining(", ", "hints: {", "}")));
    }
    if (!help.solutions().isEmpty()) {
      lines.add("solutions: " + help.solutions());
    }
    if (!help.skipped().isEmpty()) {
      lines.add("skipped: " + help.skipped());
    }
    return String.join("\n", lines) + "\n";
  }

  private static void addUnlessEmpty(List<String> lines, String key, String value) {
    if (!value.isEmpty()) {
      lines.add(key + ": " + value);
    }
  }
}
