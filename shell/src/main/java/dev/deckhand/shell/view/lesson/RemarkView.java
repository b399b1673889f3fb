package dev.deckhand.shell.view.lesson;

import dev.deckhand.session.Display.NoticeKind;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** The shell's short messages and its help. Immutable. */
public final class RemarkView {

  private final RenderContext context;
  private final NoticeView noticeView;

  public RemarkView(RenderContext context) {
    this.context = context;
    this.noticeView = new NoticeView(context);
  }

  List<AttributedString> remark(
      NoticeKind noticeKind, String detail, DisplayContext displayContext) {
    return switch (noticeKind) {
      case WAITING_FOR_LAB -> noticeView.sideNote(context.format(TextKey.SAY_WAITING_FOR_LAB));
      case COMMAND_NOT_RUN -> noticeView.text(context.format(TextKey.SAY_NOT_RUN, detail));
      case LAB_PREPARING -> noticeView.sideNote(context.format(TextKey.SAY_PREPARING));
      case RESETTING -> noticeView.sideNote(context.format(TextKey.SAY_RESETTING));
      case SKIPPING -> noticeView.sideNote(context.format(TextKey.SAY_SKIPPING));
      case NOT_DONE_YET -> noticeView.text(context.format(TextKey.SAY_NOT_DONE_YET));
      case NO_HINTS -> noticeView.text(context.format(TextKey.SAY_NO_HINTS));
      case NO_MORE_HINTS -> noticeView.text(context.format(TextKey.SAY_NO_MORE_HINTS));
      case NO_SOLUTION -> noticeView.text(context.format(TextKey.SAY_NO_SOLUTION));
      case NOTHING_TO_CHECK -> noticeView.text(context.format(TextKey.SAY_NOTHING_TO_CHECK));
      case NO_QUESTION -> noticeView.text(context.format(TextKey.SAY_NO_QUESTION));
      case NO_QUIZ -> noticeView.text(context.format(TextKey.SAY_NO_QUIZ));
      case NO_SUCH_CHOICE -> noticeView.text(context.format(TextKey.SAY_NO_SUCH_CHOICE, detail));
      case NOTE_SAVED -> noticeView.sideNote(context.format(TextKey.SAY_NOTED));
      case INVALID_USAGE -> noticeView.text(context.format(TextKey.SAY_MISUSED, detail));
      case SHELL_ENDED -> noticeView.text(context.format(TextKey.SAY_SHELL_ENDED, detail));
      case RESET_DECLINED -> noticeView.sideNote(context.format(TextKey.SAY_RESET_DECLINED));
      case SOLUTION_DECLINED -> noticeView.sideNote(context.format(TextKey.SAY_SOLUTION_KEPT));
      case PREFILL_STARTED ->
          noticeView.sideNote(context.format(TextKey.SAY_DICTATING, Integer.valueOf(detail)));
      case PREFILL_ENDED -> noticeView.sideNote(context.format(TextKey.SAY_DICTATION_OVER));
      case HINT_OFFERED -> noticeView.text(context.format(TextKey.SAY_HINT_OFFERED, detail));
      case SANDBOX_ENTERED -> noticeView.text(context.format(TextKey.SAY_PLAY_BEGUN));
      case UNAVAILABLE_IN_SANDBOX -> noticeView.text(context.format(TextKey.SAY_PLAYING_NOW));
      case SANDBOX_NOT_READY -> noticeView.text(context.format(TextKey.SAY_PLAY_NOT_YET));
      case NOT_IN_SANDBOX -> noticeView.text(context.format(TextKey.SAY_NOT_PLAYING));
      case LEAVING_SANDBOX -> noticeView.sideNote(context.format(TextKey.SAY_RETURNING));
      case SANDBOX_LEFT -> noticeView.text(context.format(TextKey.SAY_BACK_DONE));
      case LAB_RECOVERED -> noticeView.text(context.format(TextKey.SAY_LAB_STILL_THERE));
      case WITHOUT_LAB -> noticeView.text(context.format(TextKey.SAY_WITHOUT_LAB));
      case LAB_REPLACED -> noticeView.text(context.format(TextKey.SAY_LAB_ANEW));
      case COMMAND_CUT_OFF -> noticeView.text(context.format(TextKey.SAY_CUT_OFF, detail));
      case IMAGES_BUILT -> noticeView.sideNote(context.format(TextKey.SAY_IMAGES_BUILT));
      case IMAGES_NOT_BUILT ->
          noticeView.text(context.format(TextKey.SAY_IMAGES_NOT_BUILT, detail));
      case CLASS_HELD -> noticeView.text(context.format(TextKey.SAY_CLASS_HELD));
      case CLASS_RELEASED -> noticeView.text(context.format(TextKey.SAY_CLASS_RELEASED));
      case ANNOUNCED -> noticeView.text(context.format(TextKey.SAY_ANNOUNCED, detail));
      case INSTRUCTOR_HINT -> noticeView.text(context.format(TextKey.SAY_INSTRUCTOR_HINT, detail));
      case PROGRESS_SAVED -> noticeView.sideNote(context.format(TextKey.SAY_SAVED, detail));
    };
  }

  /** The shell's own commands and keys, with their descriptions. */
  List<AttributedString> help() {
    var lines =
        new ArrayList<>(help(TextKey.HELP_TITLE, TextKey.HELP_WORDS, TextKey.HELP_COMMANDS));
    lines.addAll(noticeView.sideNote(context.format(TextKey.HELP_JAVA)));
    lines.add(AttributedString.EMPTY);
    lines.addAll(table(TextKey.HELP_KEYS));
    return lines;
  }

  /** Words, each with what it does, between a title and something more. */
  public List<AttributedString> help(TextKey title, TextKey words, TextKey more) {
    return LineLayout.concatenated(
        noticeView.text(context.format(title)),
        table(words),
        noticeView.sideNote(context.format(more)));
  }

  /** Lines of {@code word=meaning}. */
  private List<AttributedString> table(TextKey textKey) {
    var lines = new ArrayList<AttributedString>();
    for (String entry : context.format(textKey).split("\n", -1)) {
      int equals = entry.indexOf('=');
      var word =
          new StyledLineBuilder()
              .append("  " + entry.substring(0, equals), context.palette().code())
              .pad(18);
      lines.addAll(
          LineLayout.prefixed(
              word.build(),
              LineWrapper.wrap(
                  StyledLineBuilder.of(entry.substring(equals + 1)), context.textWidth() - 18)));
    }
    return lines;
  }
}
