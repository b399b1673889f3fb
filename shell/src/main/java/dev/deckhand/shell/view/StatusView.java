package dev.deckhand.shell.view;

import dev.deckhand.session.CheckState;
import dev.deckhand.session.Health;
import dev.deckhand.session.LabState;
import dev.deckhand.session.Session;
import dev.deckhand.session.StepWork;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * The line at the foot of the screen: lesson, step, how each check stands, how the lab is.
 * Immutable.
 */
public final class StatusView {

  private final Look look;

  public StatusView(Look look) {
    this.look = look;
  }

  /** Draws the line, at most as wide as the terminal. */
  public AttributedString line(Session session) {
    AttributedString lab = lab(session);
    int room = look.columns() - lab.columnLength() - 2;
    AttributedString left = Lines.cut(left(session), Math.max(1, room), look.marks().ellipsis());
    var line = new Ink().put(left);
    if (room > 0) {
      line.pad(look.columns() - lab.columnLength()).put(lab);
    }
    return line.pad(look.columns()).under(look.palette().foot()).done();
  }

  private AttributedString left(Session session) {
    int total = session.lesson().steps().size();
    Phrase step = look.narrow() ? Phrase.STATUS_STEP_SHORT : Phrase.STATUS_STEP;
    var line =
        new Ink()
            .put(session.lesson().id().lesson(), look.palette().accent())
            .put(" " + look.say(step, session.step().number(), total));
    if (session.playing()) {
      line.put("  ")
          .put(
              look.say(look.narrow() ? Phrase.PROMPT_PLAYING : Phrase.STATUS_PLAYING),
              look.palette().unsure());
    } else {
      marks(line, session.work());
    }
    return line.done();
  }

  private void marks(Ink line, StepWork work) {
    if (work.stage() == StepWork.Stage.DONE) {
      line.put("  ").put(look.theme().mark(Mark.GOOD)).put(" " + look.say(Phrase.CHECK_GOOD));
      return;
    }
    List<CheckState> shown =
        work.checks().stream().filter(state -> !state.check().hidden()).toList();
    boolean any =
        !shown.isEmpty() || !work.step().questions().isEmpty() || !work.step().quizzes().isEmpty();
    line.put(any ? "  " : "");
    shown.forEach(state -> line.put(look.theme().mark(mark(state, work.stage()))));
    work.step()
        .questions()
        .forEach(question -> line.put(mark(work.answered().contains(question.id()))));
    work.step().quizzes().forEach(quiz -> line.put(mark(work.chosen().contains(quiz.id()))));
    CheckState open = shown.stream().filter(state -> !state.held()).findFirst().orElse(null);
    if (open != null && !look.narrow()) {
      line.put(" " + open.check().title(), look.palette().faint());
    }
  }

  private AttributedString mark(boolean settled) {
    return look.theme().mark(settled ? Mark.GOOD : Mark.OPEN);
  }

  private static Mark mark(CheckState state, StepWork.Stage stage) {
    if (state.broken()) {
      return Mark.BAD;
    }
    return state.held() && stage != StepWork.Stage.PREPARING ? Mark.GOOD : Mark.OPEN;
  }

  private AttributedString lab(Session session) {
    return switch (session.lab()) {
      case LabState.Unneeded _ -> AttributedString.EMPTY;
      case LabState.Booting _ -> sign(Mark.OPEN, Phrase.STATUS_LAB_STARTS);
      case LabState.Gone _ -> sign(Mark.BAD, Phrase.STATUS_LAB_GONE);
      case LabState.Ready _ -> health(session.health());
    };
  }

  private AttributedString health(@Nullable Health health) {
    if (health == null || health.good()) {
      return sign(
          Mark.GOOD, health == null ? Phrase.STATUS_LAB_READY : Phrase.STATUS_CLUSTER_READY);
    }
    return health.nodes() == 0
        ? sign(Mark.BAD, Phrase.STATUS_CLUSTER_SILENT)
        : sign(Mark.BAD, Phrase.STATUS_CLUSTER_NODES, health.ready(), health.nodes());
  }

  private AttributedString sign(Mark mark, Phrase phrase, Object... values) {
    return new Ink().put(look.theme().mark(mark)).put(" " + look.say(phrase, values)).done();
  }
}
