package dev.deckhand.site;

import dev.deckhand.lesson.Printed;
import dev.deckhand.lesson.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What the commands of a step really printed, below them. A command that stands there twice has the
 * output of the first time below the first one.
 */
final class PrintedOutputs implements Outputs {

  /** What is longer opens when it is asked to. */
  private static final int LONG = 14;

  private final List<Printed.Command> left;

  private PrintedOutputs(Step step, Printed printed) {
    this.left = new ArrayList<>(printed.commands());
    this.left.removeIf(one -> !one.step().equals(step.title()));
  }

  /** Takes from all that was printed what is of this step. */
  static Outputs of(Step step, Printed printed) {
    return new PrintedOutputs(step, printed);
  }

  @Override
  public List<String> below(String command) {
    for (Printed.Command one : left) {
      if (one.command().equals(command)) {
        left.remove(one);
        return lines(one);
      }
    }
    return List.of();
  }

  private List<String> lines(Printed.Command printed) {
    List<String> output = printed.output().stripTrailing().lines().toList();
    if (output.isEmpty()) {
      return List.of();
    }
    List<String> literal = Escape.literal(role(printed), output);
    var lines = new ArrayList<>(List.of(""));
    if (output.size() > LONG) {
      String title = label(printed) + ", " + output.size() + " lines";
      lines.addAll(Fold.within("printed", title, literal));
    } else {
      lines.add("." + label(printed));
      lines.addAll(literal);
      lines.add("");
    }
    return lines;
  }

  private static String role(Printed.Command printed) {
    return "\"" + (printed.failed() ? "output-failed" : "output") + " printed\"";
  }

  private static String label(Printed.Command printed) {
    return switch (printed.exitCode()) {
      case 0 -> "Output";
      case Printed.UNTIL_CTRL_C -> "Output, until Ctrl-C";
      default -> "Output, exit code " + printed.exitCode();
    };
  }
}
