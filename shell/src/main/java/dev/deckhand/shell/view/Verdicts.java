package dev.deckhand.shell.view;

import dev.deckhand.check.Check;
import dev.deckhand.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** What came of the checks, as lines. Immutable. */
public final class Verdicts {

  /** As many findings as one reads before trying again. */
  private static final int FINDINGS = 3;

  private static final int ROWS = 3;

  /** In a narrow terminal a sentence takes more of them. */
  private static final int NARROW_ROWS = 5;

  private final Look look;
  private final Signs signs;

  public Verdicts(Look look) {
    this.look = look;
    this.signs = new Signs(look);
  }

  /** Says what came of one check, and why. */
  public List<AttributedString> verdict(Check check, Verdict verdict) {
    return Lines.joined(item(check, verdict, 0), Lines.indent(2, why(verdict, look.measure() - 2)));
  }

  /**
   * Lists the checks of a step with their marks; hidden ones are left out.
   *
   * @param verdicts by the checks' ids; a check that is not in it has not been looked at
   */
  public List<AttributedString> checklist(List<Check> checks, Map<String, Verdict> verdicts) {
    var shown = checks.stream().filter(check -> !check.hidden()).toList();
    int reach =
        shown.stream()
            .mapToInt(check -> signs.width(mark(verdicts.get(check.id())), word(check, verdicts)))
            .max()
            .orElse(0);
    return shown.stream()
        .flatMap(check -> item(check, verdicts.get(check.id()), reach).stream())
        .toList();
  }

  /**
   * Says where a verdict comes from: its findings, or why nobody can tell. Nothing if it passed.
   */
  public List<AttributedString> why(Verdict verdict, int width) {
    return switch (verdict) {
      case Verdict.Passed() -> List.of();
      case Verdict.Failed(var findings) -> findings(findings, width);
      case Verdict.Undecided(var why, var next) ->
          Lines.joined(Wrap.lines(Ink.of(why), width), signs.next(next, width));
    };
  }

  private List<AttributedString> item(Check check, @Nullable Verdict verdict, int reach) {
    return signs.item(mark(verdict), look.say(phrase(check, verdict)), check.title(), reach);
  }

  private String word(Check check, Map<String, Verdict> verdicts) {
    return look.say(phrase(check, verdicts.get(check.id())));
  }

  private static Mark mark(@Nullable Verdict verdict) {
    return switch (verdict) {
      case null -> Mark.OPEN;
      case Verdict.Passed _ -> Mark.GOOD;
      case Verdict.Failed _ -> Mark.BAD;
      case Verdict.Undecided _ -> Mark.UNSURE;
    };
  }

  private static Phrase phrase(Check check, @Nullable Verdict verdict) {
    boolean goal = check.role() == Check.Role.GOAL;
    return switch (verdict) {
      case null -> Phrase.CHECK_OPEN;
      case Verdict.Passed _ -> goal ? Phrase.CHECK_GOOD : Phrase.CHECK_KEPT;
      case Verdict.Failed _ -> goal ? Phrase.CHECK_BAD : Phrase.CHECK_BROKEN;
      case Verdict.Undecided _ -> Phrase.CHECK_UNSURE;
    };
  }

  private List<AttributedString> findings(List<Verdict.Finding> findings, int width) {
    var lines = new ArrayList<AttributedString>();
    findings.stream().limit(FINDINGS).forEach(finding -> lines.addAll(finding(finding, width)));
    int left = findings.size() - FINDINGS;
    if (left > 0) {
      lines.add(Ink.of(look.say(Phrase.MORE_FINDINGS, left), look.palette().faint()));
    }
    return lines;
  }

  private List<AttributedString> finding(Verdict.Finding finding, int width) {
    int rows = look.narrow() ? NARROW_ROWS : ROWS;
    var ellipsis = look.marks().ellipsis();
    int kept = rows - Math.min(finding.causes().size(), rows - 2);
    var lines =
        new ArrayList<>(
            Lines.atMost(kept, width, ellipsis, Wrap.lines(Ink.of(finding.sentence()), width)));
    var causes = new ArrayList<AttributedString>();
    for (String cause : finding.causes()) {
      causes.addAll(Lines.indent(2, Wrap.lines(Ink.of(cause, look.palette().faint()), width - 2)));
    }
    lines.addAll(Lines.atMost(rows - lines.size(), width, ellipsis, causes));
    return lines;
  }
}
