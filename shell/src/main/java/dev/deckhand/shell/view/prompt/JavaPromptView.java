package dev.deckhand.shell.view.prompt;

import dev.deckhand.shell.view.lesson.RemarkView;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.LineWrapper;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.StyledLineBuilder;
import dev.deckhand.shell.view.style.TextKey;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** The view of Java at the prompt. Immutable. */
public final class JavaPromptView {

  private static final int MAX_CHOICES = 100;
  private static final int MAX_DOCUMENTED = 8;
  private static final int LINES_OF_TEXT = 12;

  private final RenderContext context;
  private final NoticeView noticeView;

  public JavaPromptView(RenderContext context) {
    this.context = context;
    this.noticeView = new NoticeView(context);
  }

  /** The text before the cursor. */
  public AttributedString prompt() {
    return new StyledLineBuilder().append("java", context.palette().accent()).append("> ").build();
  }

  /**
   * Java is open.
   *
   * @param clients the variables that are bound
   */
  public List<AttributedString> welcome(List<String> clients) {
    String bound =
        clients.isEmpty()
            ? ""
            : " "
                + context.format(TextKey.JAVA_CLIENTS, String.join(", ", clients), clients.size());
    return noticeView.sideNote(context.format(TextKey.JAVA_WELCOME) + bound);
  }

  /** Java is open, but the lab isn't ready yet. */
  public List<AttributedString> labNotReady() {
    return noticeView.sideNote(context.format(TextKey.JAVA_WAITING));
  }

  /** Java is already open. */
  public List<AttributedString> alreadyOpen() {
    return noticeView.sideNote(context.format(TextKey.JAVA_ALREADY));
  }

  /** Java has no answer yet. */
  public List<AttributedString> notReadyYet() {
    return noticeView.sideNote(context.format(TextKey.JAVA_THINKING));
  }

  /** A command of the shell without its slash. */
  public List<AttributedString> missingSlash(String word) {
    return noticeView.text(context.format(TextKey.JAVA_SLASH, word));
  }

  public List<AttributedString> unknownCommand(String command) {
    return noticeView.text(context.format(TextKey.JAVA_UNKNOWN, command));
  }

  public List<AttributedString> embeddedEndMarker() {
    return noticeView.text(context.format(TextKey.JAVA_ENDS_INSIDE));
  }

  /** What can be typed. */
  public List<AttributedString> help() {
    return new RemarkView(context)
        .help(TextKey.JAVA_HELP_TITLE, TextKey.JAVA_HELP, TextKey.JAVA_HELP_MORE);
  }

  /** Completions of the input, in columns. */
  public List<AttributedString> choices(List<String> words) {
    List<String> shown = words.subList(0, Math.min(MAX_CHOICES, words.size()));
    int wide = 2 + shown.stream().mapToInt(String::length).max().orElse(0);
    int columns = Math.max(1, context.columns() / wide);
    int rows = (shown.size() + columns - 1) / columns;
    var lines = new ArrayList<AttributedString>();
    for (int row = 0; row < rows; row++) {
      var line = new StyledLineBuilder();
      for (int column = 0; row + column * rows < shown.size(); column++) {
        line.pad(column * wide).append(shown.get(row + column * rows));
      }
      lines.add(LineLayout.truncate(line.build(), context.columns(), context.glyphs().ellipsis()));
    }
    if (words.size() > shown.size()) {
      lines.addAll(
          noticeView.sideNote(context.format(TextKey.JAVA_MORE, words.size() - shown.size())));
    }
    return lines;
  }

  /** Documentation: signatures and the comment. */
  public List<AttributedString> documentation(List<Documentation> found) {
    if (found.isEmpty()) {
      return noticeView.sideNote(context.format(TextKey.JAVA_NOTHING_KNOWN));
    }
    var lines = new ArrayList<AttributedString>();
    for (Documentation one : found.subList(0, Math.min(MAX_DOCUMENTED, found.size()))) {
      lines.addAll(
          LineWrapper.wrap(
              StyledLineBuilder.of(one.signature(), context.palette().code()),
              context.textWidth()));
      // with several, signatures are enough; all comments would fill the screen
      if (found.size() == 1) {
        lines.addAll(text(one.text()));
      }
    }
    if (found.size() > MAX_DOCUMENTED) {
      lines.addAll(
          noticeView.sideNote(context.format(TextKey.JAVA_MORE, found.size() - MAX_DOCUMENTED)));
    }
    return lines;
  }

  private List<AttributedString> text(String comment) {
    int width = context.textWidth() - 2;
    var lines = new ArrayList<AttributedString>();
    for (String paragraph : DocComment.paragraphs(comment)) {
      lines.addAll(LineWrapper.wrap(StyledLineBuilder.of(paragraph), width));
    }
    return LineLayout.indent(
        2, LineLayout.limited(LINES_OF_TEXT, width, context.glyphs().ellipsis(), lines));
  }

  /**
   * What something is.
   *
   * @param signature as it is declared
   * @param text its raw documentation comment; empty if there is none
   */
  public record Documentation(String signature, String text) {}
}
