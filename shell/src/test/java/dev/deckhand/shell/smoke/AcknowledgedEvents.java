package dev.deckhand.shell.smoke;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.StepOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the program's output says has happened: so much has to be in the journal, whatever becomes
 * of the program after.
 *
 * @param claims each with the words that stand for it
 * @param firstStep the step that it opened with; empty if it was killed before it said so
 */
record AcknowledgedEvents(List<Claim> claims, Optional<Integer> firstStep) {

  private static final Pattern STEP = Pattern.compile("Step (\\d+) of \\d+: .*");
  private static final Pattern DONE = Pattern.compile(".*Step (\\d+) of \\d+ is done\\.");
  private static final Pattern HINT = Pattern.compile(".*Hint (\\d+) of \\d+.*");
  private static final Pattern OUTPUT = Pattern.compile("out-[-0-9a-z]+");

  /** One thing that was shown. */
  record Claim(String words, Predicate<JournalEvent> fits) {}

  /**
   * Reads what was said in a lesson. A last line without its end counts as well.
   *
   * @param atOnce whether a check that passes holds: where it has to pass for a time, the same
   *     words say how the checks stand
   */
  static AcknowledgedEvents parse(String output, LessonId lesson, boolean atOnce) {
    var claims = new ArrayList<Claim>();
    String prompt = lesson.lesson() + " $ ";
    Optional<Integer> first = Optional.empty();
    String typed = "";
    int step = 0;
    boolean ran = false;
    for (String line : output.lines().toList()) {
      if (line.startsWith(prompt)) {
        if (ran) {
          String command = typed;
          claims.add(
              new Claim(
                  "a prompt after: " + command,
                  event ->
                      event instanceof JournalEvent.CommandFinished done
                          && done.command().equals(command)));
        }
        typed = line.substring(prompt.length());
        ran = false;
        continue;
      }
      Matcher begins = STEP.matcher(line);
      if (begins.matches()) {
        step = Integer.parseInt(begins.group(1));
        first = first.isEmpty() ? Optional.of(step) : first;
      }
      ran |= OUTPUT.matcher(line).matches();
      claim(line, typed, step, atOnce).ifPresent(claims::add);
    }
    return new AcknowledgedEvents(List.copyOf(claims), first);
  }

  private static Optional<Claim> claim(String line, String typed, int step, boolean atOnce) {
    Matcher done = DONE.matcher(line);
    if (done.matches()) {
      var passed = new JournalEvent.StepPassed(Integer.parseInt(done.group(1)), StepOutcome.DONE);
      return Optional.of(new Claim(line, passed::equals));
    }
    Matcher hint = HINT.matcher(line);
    if (hint.matches()) {
      var took = new JournalEvent.HintGiven(step, Integer.parseInt(hint.group(1)));
      return Optional.of(new Claim(line, took::equals));
    }
    if (line.equals("Noted.") && typed.startsWith("note ")) {
      var remark = typed.substring("note ".length());
      return Optional.of(
          new Claim(
              typed,
              event -> event instanceof JournalEvent.NoteAdded it && it.text().equals(remark)));
    }
    if (OUTPUT.matcher(line).matches()) {
      String command = typed;
      return Optional.of(
          new Claim(
              "the output of: " + command,
              event ->
                  event instanceof JournalEvent.CommandTyped it && it.command().equals(command)));
    }
    if (atOnce && line.contains("done: slip ")) {
      return Optional.of(
          new Claim(
              line,
              event -> event instanceof JournalEvent.CheckPassed held && held.step() == step));
    }
    return line.startsWith("Your progress is saved")
        ? Optional.of(new Claim(line, JournalEvent.SessionLeft.class::isInstance))
        : Optional.empty();
  }
}
