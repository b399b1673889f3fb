package dev.deckhand.shell.view.prompt;

import dev.deckhand.session.CheckState;
import dev.deckhand.session.ClusterHealth;
import dev.deckhand.session.Phase;
import dev.deckhand.session.Session;
import dev.deckhand.session.StepProgress;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StatusMark;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** The status line: lesson, step, the state of each check, and the state of the lab. Immutable. */
public final class StatusView {

  private final RenderContext context;

  public StatusView(RenderContext context) {
    this.context = context;
  }

  /** Draws the line, at most as wide as the terminal. */
  public AttributedString line(Session session) {
    AttributedString lab = right(session);
    int room = context.columns() - lab.columnLength() - 2;
    AttributedString left =
        LineLayout.truncate(left(session), Math.max(1, room), context.glyphs().ellipsis());
    var line = new StyledLineBuilder().append(left);
    if (room > 0) {
      line.pad(context.columns() - lab.columnLength()).append(lab);
    }
    return line.pad(context.columns()).withBackground(context.palette().statusLine()).build();
  }

  /** The lab's state, and before it what is being built for other lessons, if there's room. */
  private AttributedString right(Session session) {
    AttributedString lab = lab(session);
    if (session.backgroundBuild().isEmpty() || context.isNarrow()) {
      return lab;
    }
    var line = new StyledLineBuilder().append(session.backgroundBuild(), context.palette().faint());
    return lab.length() == 0 ? line.build() : line.append("  ").append(lab).build();
  }

  private AttributedString left(Session session) {
    int total = session.lesson().steps().size();
    TextKey step = context.isNarrow() ? TextKey.STATUS_STEP_SHORT : TextKey.STATUS_STEP;
    var line =
        new StyledLineBuilder()
            .append(session.lesson().id().lesson(), context.palette().accent())
            .append(" " + context.format(step, session.step().number(), total));
    if (session.isInSandbox()) {
      line.append("  ")
          .append(
              context.format(context.isNarrow() ? TextKey.PROMPT_PLAYING : TextKey.STATUS_PLAYING),
              context.palette().unsure());
    } else {
      marks(line, session);
    }
    return line.build();
  }

  private void marks(StyledLineBuilder line, Session session) {
    StepProgress work = session.progress();
    if (session.phase().stepDone()) {
      line.append("  ")
          .append(context.theme().mark(StatusMark.GOOD))
          .append(" " + context.format(TextKey.CHECK_GOOD));
      return;
    }
    List<CheckState> shown =
        work.checks().stream().filter(state -> !state.check().hidden()).toList();
    boolean any =
        !shown.isEmpty() || !work.step().questions().isEmpty() || !work.step().quizzes().isEmpty();
    line.append(any ? "  " : "");
    shown.forEach(state -> line.append(context.theme().mark(mark(state, session.phase()))));
    work.step()
        .questions()
        .forEach(question -> line.append(mark(work.answeredQuestions().contains(question.id()))));
    work.step()
        .quizzes()
        .forEach(quiz -> line.append(mark(work.solvedQuizzes().contains(quiz.id()))));
    CheckState open =
        shown.stream().filter(state -> !state.heldLastTime()).findFirst().orElse(null);
    if (open != null && !context.isNarrow()) {
      line.append(" " + open.check().title(), context.palette().faint());
    }
  }

  private AttributedString mark(boolean settled) {
    return context.theme().mark(settled ? StatusMark.GOOD : StatusMark.OPEN);
  }

  private static StatusMark mark(CheckState state, Phase phase) {
    if (state.broken()) {
      return StatusMark.BAD;
    }
    return state.heldLastTime() && !(phase instanceof Phase.Waiting)
        ? StatusMark.GOOD
        : StatusMark.OPEN;
  }

  private AttributedString lab(Session session) {
    return switch (session.phase()) {
      case Phase.Booting _ -> sign(StatusMark.OPEN, TextKey.STATUS_LAB_STARTS);
      case Phase.WithoutLab _ -> sign(StatusMark.BAD, TextKey.STATUS_LAB_GONE);
      case Phase _ when !session.needsLab() -> AttributedString.EMPTY;
      case Phase.Preparing _, Phase.Resetting _, Phase.Skipping _, Phase.LeavingSandbox _ ->
          sign(StatusMark.OPEN, TextKey.STATUS_STEP_PREPARES);
      case Phase.Ready _, Phase.Ended _ -> health(session.health());
    };
  }

  private AttributedString health(@Nullable ClusterHealth clusterHealth) {
    if (clusterHealth == null || clusterHealth.isHealthy()) {
      return sign(
          StatusMark.GOOD,
          clusterHealth == null ? TextKey.STATUS_LAB_READY : TextKey.STATUS_CLUSTER_READY);
    }
    return clusterHealth.nodes() == 0
        ? sign(StatusMark.BAD, TextKey.STATUS_CLUSTER_SILENT)
        : sign(
            StatusMark.BAD,
            TextKey.STATUS_CLUSTER_NODES,
            clusterHealth.readyNodes(),
            clusterHealth.nodes());
  }

  private AttributedString sign(StatusMark statusMark, TextKey textKey, Object... values) {
    return new StyledLineBuilder()
        .append(context.theme().mark(statusMark))
        .append(" " + context.format(textKey, values))
        .build();
  }
}
