package dev.deckhand.site.document;

import dev.deckhand.lesson.RecordedOutput;
import dev.deckhand.lesson.Step;
import dev.deckhand.site.asciidoc.AsciidocEscaper;
import dev.deckhand.site.asciidoc.DelimitedBlocks;
import dev.deckhand.site.asciidoc.OutputBlocks;
import java.util.ArrayList;
import java.util.List;

/**
 * What the commands of a step really printed, below them. A command that stands there twice has the
 * output of the first time below the first one.
 */
final class RecordedOutputBlocks implements OutputBlocks {

  /** What is longer opens when it is asked to. */
  private static final int MAX_OPEN_LINES = 14;

  private final List<RecordedOutput.RecordedCommand> remaining;

  private RecordedOutputBlocks(Step step, RecordedOutput recordedOutput) {
    this.remaining = new ArrayList<>(recordedOutput.commands());
    this.remaining.removeIf(one -> !one.step().equals(step.title()));
  }

  /** Takes from all that was printed what is of this step. */
  static OutputBlocks of(Step step, RecordedOutput recordedOutput) {
    return new RecordedOutputBlocks(step, recordedOutput);
  }

  @Override
  public List<String> linesBelow(String command) {
    for (RecordedOutput.RecordedCommand one : remaining) {
      if (one.command().equals(command)) {
        remaining.remove(one);
        return lines(one);
      }
    }
    return List.of();
  }

  private List<String> lines(RecordedOutput.RecordedCommand printed) {
    List<String> output = printed.output().stripTrailing().lines().toList();
    if (output.isEmpty()) {
      return List.of();
    }
    List<String> literal = AsciidocEscaper.literalBlock(role(printed), output);
    var lines = new ArrayList<>(List.of(""));
    if (output.size() > MAX_OPEN_LINES) {
      String title = label(printed) + ", " + output.size() + " lines";
      lines.addAll(DelimitedBlocks.nestedCollapsible("printed", title, literal));
    } else {
      lines.add("." + label(printed));
      lines.addAll(literal);
      lines.add("");
    }
    return lines;
  }

  private static String role(RecordedOutput.RecordedCommand printed) {
    return "\"" + (printed.failed() ? "output-failed" : "output") + " printed\"";
  }

  private static String label(RecordedOutput.RecordedCommand printed) {
    return switch (printed.exitCode()) {
      case 0 -> "Output";
      case RecordedOutput.EXIT_CODE_INTERRUPTED -> "Output, until Ctrl-C";
      default -> "Output, exit code " + printed.exitCode();
    };
  }
}
