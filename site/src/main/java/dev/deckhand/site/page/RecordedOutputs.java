package dev.deckhand.site.page;

import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.Step;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The recorded output of a step's commands. The first occurrence of a repeated command gets the
 * output of its first run, and so on.
 */
final class RecordedOutputs implements HtmlProse.OutputLookup {

  /** Longer output is collapsed. */
  private static final int MAX_OPEN_LINES = 14;

  private final List<RecordedOutput.RecordedCommand> remaining;

  /** Selects the output of a step. */
  RecordedOutputs(Step step, RecordedOutput recordedOutput) {
    this.remaining = new ArrayList<>(recordedOutput.commands());
    this.remaining.removeIf(one -> !one.step().equals(step.title()));
  }

  @Override
  public List<Element> below(String command) {
    for (RecordedOutput.RecordedCommand one : remaining) {
      if (one.command().equals(command)) {
        remaining.remove(one);
        return elements(one);
      }
    }
    return List.of();
  }

  private static List<Element> elements(RecordedOutput.RecordedCommand printed) {
    List<String> output = printed.output().stripTrailing().lines().toList();
    String role = (printed.failed() ? "output-failed" : "output") + " printed";
    if (output.isEmpty()) {
      return List.of();
    }
    if (output.size() <= MAX_OPEN_LINES) {
      return List.of(HtmlProse.preformatted(role, label(printed), output));
    }
    String title = label(printed) + ", " + output.size() + " lines";
    return List.of(
        HtmlProse.collapsible(
            "printed",
            List.of(Html.text(title)),
            List.of(HtmlProse.preformatted(role, "", output))));
  }

  private static String label(RecordedOutput.RecordedCommand printed) {
    return switch (printed.exitCode()) {
      case 0 -> "Output";
      case RecordedOutput.EXIT_CODE_INTERRUPTED -> "Output, until Ctrl-C";
      default -> "Output, exit code " + printed.exitCode();
    };
  }
}
