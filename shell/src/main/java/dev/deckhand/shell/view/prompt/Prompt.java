package dev.deckhand.shell.view.prompt;

import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import org.jline.utils.AttributedString;

/** The text before the cursor. */
public final class Prompt {

  private final RenderContext context;

  public Prompt(RenderContext context) {
    this.context = context;
  }

  /**
   * The prompt in a step of a lesson: {@code deployments 2/5 $ }; a short one in a narrow terminal.
   *
   * @param playing whether the learner is playing, which the prompt shows
   */
  public AttributedString inStep(String lesson, int step, int total, boolean playing) {
    var count = " " + step + "/" + total;
    int room = Math.max(4, context.columns() * 2 / 5 - count.length() - 3);
    var name =
        LineLayout.truncate(
            StyledLineBuilder.of(lesson, context.palette().accent()),
            room,
            context.glyphs().ellipsis());
    var prompt = new StyledLineBuilder().append(name).append(count, context.palette().faint());
    if (playing) {
      prompt.append(" " + context.format(TextKey.PROMPT_PLAYING), context.palette().unsure());
    }
    return prompt.append(" $ ").build();
  }

  /** The prompt outside of lessons. */
  public AttributedString outside() {
    return new StyledLineBuilder()
        .append("deckhand", context.palette().accent())
        .append(" $ ")
        .build();
  }

  /** The prompt for the continuation of an incomplete command. */
  public AttributedString continuation() {
    return StyledLineBuilder.of("> ", context.palette().faint());
  }
}
