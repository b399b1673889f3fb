package dev.deckhand.session;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the shell's own words from commands. */
public final class Lines {

  /** The shell's own words, as help lists them. */
  public static final List<String> WORDS =
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

  /** Words that leave, beside {@code quit}. */
  public static final List<String> GOODBYES = List.of("exit", "logout");

  private static final Pattern ANSWER = Pattern.compile("(?:(\\d{1,2}):\\s+)?(\\S.*)");
  private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9.$_-]{0,199}");
  private static final Pattern CHOICES =
      Pattern.compile("(?:(\\d{1,2}):\\s+)?(\\d{1,2}(?:\\s*[, ]\\s*\\d{1,2})*)");

  private Lines() {}

  /**
   * Reads a line. A word of the shell counts only where it stands alone, or with what it takes:
   * {@code check} is ours, {@code check --all} and {@code ./check} are commands.
   */
  public static Line read(String typed) {
    String line = typed.strip();
    int space = line.indexOf(' ');
    String word = space < 0 ? line : line.substring(0, space);
    String rest = space < 0 ? "" : line.substring(space + 1).strip();
    return switch (word) {
      case "" -> new Line.Blank();
      case "answer" -> answer(rest);
      case "choose" -> choose(rest);
      case "solution" -> solution(rest, typed);
      case "explain" -> explain(rest);
      case "note" ->
          rest.isEmpty()
              ? new Line.Misused("note TEXT, for instance: note Ask about volumes")
              : new Line.Note(rest);
      case "xray" -> xray(rest);
      case "edit" ->
          rest.isEmpty()
              ? new Line.Misused("edit FILE, for instance: edit pod.yaml")
              : new Line.Edit(fileName(rest));
      default -> rest.isEmpty() ? alone(word, typed) : new Line.Command(typed);
    };
  }

  private static Line alone(String word, String typed) {
    return switch (word) {
      case "next" -> new Line.Next();
      case "check" -> new Line.CheckNow();
      case "hint" -> new Line.AskHint();
      case "play" -> new Line.Play();
      case "back" -> new Line.Back();
      case "reset" -> new Line.Reset();
      case "skip" -> new Line.Skip();
      case "read" -> new Line.Reread();
      case "lessons" -> new Line.Lessons();
      case "quit", "exit", "logout" -> new Line.Quit();
      case "help" -> new Line.Help();
      default -> new Line.Command(typed);
    };
  }

  private static Line solution(String rest, String typed) {
    return switch (rest) {
      case "" -> new Line.AskSolution(Line.AskSolution.Manner.ASK);
      case "show" -> new Line.AskSolution(Line.AskSolution.Manner.SHOW);
      case "type" -> new Line.AskSolution(Line.AskSolution.Manner.TYPE);
      default -> new Line.Command(typed);
    };
  }

  private static Line explain(String rest) {
    return KIND.matcher(rest).matches()
        ? new Line.LookUp(rest)
        : new Line.Misused("explain KIND or KIND.FIELD, for instance: explain pod.spec.containers");
  }

  private static Line xray(String rest) {
    return switch (rest) {
      case "" -> new Line.Xray(false);
      case "live" -> new Line.Xray(true);
      default -> new Line.Misused("xray after a command, or xray live to follow until Ctrl-C");
    };
  }

  private static Line answer(String rest) {
    Matcher matcher = ANSWER.matcher(rest);
    if (!matcher.matches()) {
      return new Line.Misused("answer TEXT, or answer 2: TEXT for the second question");
    }
    return new Line.Answer(numbered(matcher.group(1)), matcher.group(2));
  }

  private static Line choose(String rest) {
    Matcher matcher = CHOICES.matcher(rest);
    if (!matcher.matches()) {
      return new Line.Misused("choose NUMBER, or choose 1,3 for more than one");
    }
    Set<Integer> numbers =
        Stream.of(matcher.group(2).split("[, ]+", -1))
            .map(Integer::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    return new Line.Choose(numbered(matcher.group(1)), numbers);
  }

  /** A name as bash would read it: quotes around it go, and backslashes before what is special. */
  private static String fileName(String rest) {
    char first = rest.charAt(0);
    boolean quoted =
        rest.length() > 2 && (first == '"' || first == '\'') && rest.endsWith("" + first);
    return quoted ? rest.substring(1, rest.length() - 1) : rest.replaceAll("\\\\(.)", "$1");
  }

  private static int numbered(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
