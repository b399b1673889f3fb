package dev.deckhand.shell.view;

import org.jline.utils.AttributedString;

/** What stands before the cursor. */
public final class Prompt {

  private final Look look;

  public Prompt(Look look) {
    this.look = look;
  }

  /**
   * The prompt in a step of a lesson: {@code deployments 2/5 $ }; a short one in a narrow terminal.
   *
   * @param playing whether things are tried that do not count: that is said as well
   */
  public AttributedString inStep(String lesson, int step, int total, boolean playing) {
    var count = " " + step + "/" + total;
    int room = Math.max(4, look.columns() * 2 / 5 - count.length() - 3);
    var name = Lines.cut(Ink.of(lesson, look.palette().accent()), room, look.marks().ellipsis());
    var prompt = new Ink().put(name).put(count, look.palette().faint());
    if (playing) {
      prompt.put(" " + look.say(Phrase.PROMPT_PLAYING), look.palette().unsure());
    }
    return prompt.put(" $ ").done();
  }

  /** The prompt outside of lessons. */
  public AttributedString outside() {
    return new Ink().put("deckhand", look.palette().accent()).put(" $ ").done();
  }

  /** The prompt for the rest of a command that is not complete. */
  public AttributedString more() {
    return Ink.of("> ", look.palette().faint());
  }
}
