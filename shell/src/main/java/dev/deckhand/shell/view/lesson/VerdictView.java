package dev.deckhand.shell.view.lesson;

import dev.deckhand.check.Check;
import dev.deckhand.check.Verdict;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.MarkedLineRenderer;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StatusMark;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** The verdicts of checks. Immutable. */
public final class VerdictView {

  /** The most findings shown. */
  private static final int FINDINGS = 3;

  private static final int ROWS = 3;

  /** The most findings shown in a narrow terminal. */
  private static final int NARROW_ROWS = 5;

  private final RenderContext context;
  private final MarkedLineRenderer markedLineRenderer;

  public VerdictView(RenderContext context) {
    this.context = context;
    this.markedLineRenderer = new MarkedLineRenderer(context);
  }

  /** Renders the verdict of one check, and the reasons. */
  public List<AttributedString> verdict(Check check, Verdict verdict) {
    return LineLayout.concatenated(
        item(check, verdict, 0), LineLayout.indent(2, why(verdict, context.textWidth() - 2)));
  }

  /**
   * Lists the checks of a step with their marks; hidden ones are left out.
   *
   * @param verdicts the verdicts by check id; a missing check hasn't been judged
   */
  public List<AttributedString> checklist(List<Check> checks, Map<String, Verdict> verdicts) {
    var shown = checks.stream().filter(check -> !check.hidden()).toList();
    int reach =
        shown.stream()
            .mapToInt(check ->
                markedLineRenderer.labelWidth(
                    mark(verdicts.get(check.id())), word(check, verdicts)))
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
          LineLayout.concatenated(
              LineWrapper.wrap(StyledLineBuilder.of(why), width),
              markedLineRenderer.nextAction(next, width));
    };
  }

  private List<AttributedString> item(Check check, @Nullable Verdict verdict, int reach) {
    return markedLineRenderer.item(
        mark(verdict), context.format(phrase(check, verdict)), check.title(), reach);
  }

  private String word(Check check, Map<String, Verdict> verdicts) {
    return context.format(phrase(check, verdicts.get(check.id())));
  }

  private static StatusMark mark(@Nullable Verdict verdict) {
    return switch (verdict) {
      case null -> StatusMark.OPEN;
      case Verdict.Passed _ -> StatusMark.GOOD;
      case Verdict.Failed _ -> StatusMark.BAD;
      case Verdict.Undecided _ -> StatusMark.UNSURE;
    };
  }

  private static TextKey phrase(Check check, @Nullable Verdict verdict) {
    boolean goal = check.role() == Check.Role.GOAL;
    return switch (verdict) {
      case null -> TextKey.CHECK_OPEN;
      case Verdict.Passed _ -> goal ? TextKey.CHECK_GOOD : TextKey.CHECK_KEPT;
      case Verdict.Failed _ -> goal ? TextKey.CHECK_BAD : TextKey.CHECK_BROKEN;
      case Verdict.Undecided _ -> TextKey.CHECK_UNSURE;
    };
  }

  private List<AttributedString> findings(List<Verdict.Finding> findings, int width) {
    var lines = new ArrayList<AttributedString>();
    findings.stream().limit(FINDINGS).forEach(finding -> lines.addAll(finding(finding, width)));
    int left = findings.size() - FINDINGS;
    if (left > 0) {
      lines.add(
          StyledLineBuilder.of(
              context.format(TextKey.MORE_FINDINGS, left), context.palette().faint()));
    }
    return lines;
  }

  private List<AttributedString> finding(Verdict.Finding finding, int width) {
    int rows = context.isNarrow() ? NARROW_ROWS : ROWS;
    var ellipsis = context.glyphs().ellipsis();
    int kept = rows - Math.min(finding.causes().size(), rows - 2);
    var lines =
        new ArrayList<>(
            LineLayout.limited(
                kept,
                width,
                ellipsis,
                LineWrapper.wrap(StyledLineBuilder.of(finding.sentence()), width)));
    var causes = new ArrayList<AttributedString>();
    for (String cause : finding.causes()) {
      causes.addAll(
          LineLayout.indent(
              2,
              LineWrapper.wrap(StyledLineBuilder.of(cause, context.palette().faint()), width - 2)));
    }
    lines.addAll(LineLayout.limited(rows - lines.size(), width, ellipsis, causes));
    return lines;
  }
}
