package dev.deckhand.session.input;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells Deckhand's own words from commands. */
public final class LearnerInputParser {

  /** Deckhand's own words, in the order in which help lists them. */
  public static final List<String> COMMANDS =
      List.of(
          "next",
          "check",
          "hint",
          "solution",
          "reset",
          "skip",
          "play",
          "back",
          "explain",
          "answer",
          "choose",
          "note",
          "xray",
          "edit",
          "read",
          "lessons",
          "quit",
          "help");

  /** Words that mean the same as {@code quit}. */
  public static final List<String> QUIT_ALIASES = List.of("exit", "logout");

  private static final Pattern BLANK = Pattern.compile("[ \t]+");
  private static final Pattern ANSWER = Pattern.compile("(?:(\\d{1,2}):\\s+)?(\\S.*)");
  private static final Pattern FIELD_PATH = Pattern.compile("[A-Za-z][A-Za-z0-9.$_-]{0,199}");

  /** Possessive, since a long list would need a deep stack otherwise. */
  private static final Pattern CHOICES =
      Pattern.compile("(?:(\\d{1,2}):\\s+)?(\\d{1,2}(?:[,\\s]+\\d{1,2})*+)");

  private LearnerInputParser() {}

  /**
   * Reads a line. One of Deckhand's words counts only alone or with its arguments: {@code check} is
   * one, {@code check --all} and {@code ./check} are commands.
   */
  public static LearnerInput parse(String typed) {
    String line = typed.strip();
    String[] parts = BLANK.split(line, 2);
    String word = parts[0];
    String rest = parts.length < 2 ? "" : parts[1].strip();
    return switch (word) {
      case "" -> new LearnerInput.EmptyLine();
      case "answer" -> answer(rest);
      case "choose" -> choose(rest);
      case "solution" -> solution(rest, typed);
      case "reset" ->
          rest.isEmpty() || rest.equals("now")
              ? new LearnerInput.ResetStep(!rest.isEmpty())
              : command(typed);
      case "explain" -> explain(rest);
      case "note" ->
          rest.isEmpty()
              ? new LearnerInput.InvalidUsage("note TEXT, for instance: note Ask about volumes")
              : new LearnerInput.AddNote(rest);
      case "xray" -> xray(rest);
      case "edit" ->
          rest.isEmpty()
              ? new LearnerInput.InvalidUsage("edit FILE, for instance: edit pod.yaml")
              : command(typed);
      default -> rest.isEmpty() ? bareCommand(word, typed) : command(typed);
    };
  }

  private static LearnerInput bareCommand(String word, String typed) {
    return switch (word) {
      case "next" -> new LearnerInput.NextStep();
      case "check" -> new LearnerInput.CheckNow();
      case "hint" -> new LearnerInput.RequestHint();
      case "play" -> new LearnerInput.EnterSandbox();
      case "back" -> new LearnerInput.LeaveSandbox();
      case "skip" -> new LearnerInput.SkipStep();
      case "read" -> new LearnerInput.ShowStep();
      case "lessons" -> new LearnerInput.ListLessons();
      case "quit", "exit", "logout" -> new LearnerInput.Quit();
      case "help" -> new LearnerInput.ShowHelp();
      default -> command(typed);
    };
  }

  private static LearnerInput solution(String rest, String typed) {
    return switch (rest) {
      case "" ->
          new LearnerInput.RequestSolution(LearnerInput.RequestSolution.SolutionMode.CONFIRM);
      case "show" ->
          new LearnerInput.RequestSolution(LearnerInput.RequestSolution.SolutionMode.SHOW);
      case "type" ->
          new LearnerInput.RequestSolution(LearnerInput.RequestSolution.SolutionMode.PREFILL);
      default -> command(typed);
    };
  }

  private static LearnerInput explain(String rest) {
    return FIELD_PATH.matcher(rest).matches()
        ? new LearnerInput.LookUpManual(rest)
        : new LearnerInput.InvalidUsage(
            "explain KIND or KIND.FIELD, for instance: explain pod.spec.containers");
  }

  private static LearnerInput xray(String rest) {
    return switch (rest) {
      case "" -> new LearnerInput.ShowXray(false);
      case "live" -> new LearnerInput.ShowXray(true);
      default ->
          new LearnerInput.InvalidUsage(
              "xray after a command, or xray live to follow until Ctrl-C");
    };
  }

  private static LearnerInput answer(String rest) {
    Matcher matcher = ANSWER.matcher(rest);
    if (!matcher.matches()) {
      return new LearnerInput.InvalidUsage(
          "answer TEXT, or answer 2: TEXT for the second question");
    }
    return new LearnerInput.Answer(ordinal(matcher.group(1)), matcher.group(2));
  }

  private static LearnerInput choose(String rest) {
    Matcher matcher = CHOICES.matcher(rest);
    if (!matcher.matches()) {
      return new LearnerInput.InvalidUsage("choose NUMBER, or choose 1,3 for more than one");
    }
    Set<Integer> numbers =
        Stream.of(matcher.group(2).split("[,\\s]+", -1))
            .map(Integer::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    return new LearnerInput.Choose(ordinal(matcher.group(1)), numbers);
  }

  private static LearnerInput command(String typed) {
    return new LearnerInput.RunCommand(CommandFormat.parse(typed));
  }

  private static int ordinal(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
