package dev.deckhand.shell.view.lesson;

import dev.deckhand.session.CheckState;
import dev.deckhand.session.ReplayedStep;
import dev.deckhand.session.StepProgress;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.MarkedLineRenderer;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StatusMark;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** The report of a reset. Immutable. */
public final class ResetReportView {

  private final RenderContext context;
  private final NoticeView noticeView;
  private final MarkedLineRenderer markedLineRenderer;

  public ResetReportView(RenderContext context) {
    this.context = context;
    this.noticeView = new NoticeView(context);
    this.markedLineRenderer = new MarkedLineRenderer(context);
  }

  /**
   * Says that the beginning is back: how its checks stand, and that the earlier steps held.
   *
   * @param attic the folder of the learner's earlier files
   */
  public List<AttributedString> resetDone(
      StepProgress work, List<ReplayedStep> replayedStep, String attic) {
    var text = new ArrayList<String>();
    text.add(context.format(TextKey.RESET_DONE, work.step().number()));
    List<CheckState> shown =
        work.checks().stream().filter(state -> !state.check().hidden()).toList();
    if (!shown.isEmpty()) {
      long held = shown.stream().filter(CheckState::heldLastTime).count();
      text.add(context.format(TextKey.RESET_OPEN, held, shown.size() - held));
    }
    boolean allHeld =
        !replayedStep.isEmpty() && replayedStep.stream().allMatch(ReplayedStep::allPassed);
    if (allHeld) {
      text.add(context.format(TextKey.RESET_EARLIER, replayedStep.size()));
    }
    return LineLayout.concatenated(
        markedLineRenderer.marked(StatusMark.GOOD, StyledLineBuilder.of(String.join(" ", text))),
        LineLayout.indent(
            2,
            noticeView.sideNote(
                context.format(TextKey.RESET_FILES, attic), context.textWidth() - 2)));
  }

  /** Lists the earlier steps whose checks don't pass. */
  public List<AttributedString> replayFailures(List<ReplayedStep> failed) {
    var lines = new ArrayList<AttributedString>();
    for (ReplayedStep step : failed) {
      lines.addAll(
          markedLineRenderer.marked(
              StatusMark.BAD,
              StyledLineBuilder.of(
                  context.format(
                      TextKey.REPLAY_FAILED,
                      step.step(),
                      String.join("; ", step.failedChecks())))));
    }
    lines.addAll(
        LineLayout.indent(
            2,
            markedLineRenderer.nextAction(
                context.format(TextKey.REPLAY_NEXT), context.textWidth() - 2)));
    return lines;
  }
}
