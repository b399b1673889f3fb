package dev.deckhand.shell.view;

import dev.deckhand.session.CheckState;
import dev.deckhand.session.Replayed;
import dev.deckhand.session.StepWork;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** A step's beginning that was brought back, and what proves it. Immutable. */
final class Beginnings {

  private final Look look;
  private final Messages messages;
  private final Signs signs;

  Beginnings(Look look) {
    this.look = look;
    this.messages = new Messages(look);
    this.signs = new Signs(look);
  }

  /**
   * Says that the beginning is back: how its checks stand, and that the earlier steps held.
   *
   * @param attic where the learner's files of before are
   */
  List<AttributedString> back(StepWork work, List<Replayed> replayed, String attic) {
    var text = new ArrayList<String>();
    text.add(look.say(Phrase.RESET_DONE, work.step().number()));
    List<CheckState> shown =
        work.checks().stream().filter(state -> !state.check().hidden()).toList();
    if (!shown.isEmpty()) {
      long held = shown.stream().filter(CheckState::held).count();
      text.add(look.say(Phrase.RESET_OPEN, held, shown.size() - held));
    }
    boolean allHeld = !replayed.isEmpty() && replayed.stream().allMatch(Replayed::held);
    if (allHeld) {
      text.add(look.say(Phrase.RESET_EARLIER, replayed.size()));
    }
    return Lines.joined(
        signs.behind(Mark.GOOD, Ink.of(String.join(" ", text))),
        Lines.indent(2, messages.aside(look.say(Phrase.RESET_FILES, attic), look.measure() - 2)));
  }

  /** Says which earlier steps did not come out as they should. */
  List<AttributedString> trouble(List<Replayed> failed) {
    var lines = new ArrayList<AttributedString>();
    for (Replayed step : failed) {
      lines.addAll(
          signs.behind(
              Mark.BAD,
              Ink.of(look.say(Phrase.REPLAY_FAILED, step.step(), String.join("; ", step.open())))));
    }
    lines.addAll(Lines.indent(2, signs.next(look.say(Phrase.REPLAY_NEXT), look.measure() - 2)));
    return lines;
  }
}
