package dev.deckhand.shell.view;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** What is shown while Java is open at the prompt. Immutable. */
public final class JavaView {

  private static final int MOST_CHOICES = 100;
  private static final int MOST_DESCRIBED = 8;
  private static final int LINES_OF_TEXT = 12;

  private final Look look;
  private final Messages messages;

  public JavaView(Look look) {
    this.look = look;
    this.messages = new Messages(look);
  }

  /** What stands before the cursor. */
  public AttributedString prompt() {
    return new Ink().put("java", look.palette().accent()).put("> ").done();
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
            : " " + look.say(Phrase.JAVA_CLIENTS, String.join(", ", clients), clients.size());
    return messages.aside(look.say(Phrase.JAVA_WELCOME) + bound);
  }

  /** Java is open, and the lab is not there yet. */
  public List<AttributedString> waiting() {
    return messages.aside(look.say(Phrase.JAVA_WAITING));
  }

  /** Java was asked for where it is open. */
  public List<AttributedString> already() {
    return messages.aside(look.say(Phrase.JAVA_ALREADY));
  }

  /** Java has no answer yet. */
  public List<AttributedString> thinking() {
    return messages.aside(look.say(Phrase.JAVA_THINKING));
  }

  /** A word of the shell that lacks its slash. */
  public List<AttributedString> slash(String word) {
    return messages.say(look.say(Phrase.JAVA_SLASH, word));
  }

  public List<AttributedString> unknown(String command) {
    return messages.say(look.say(Phrase.JAVA_UNKNOWN, command));
  }

  public List<AttributedString> endsInside() {
    return messages.say(look.say(Phrase.JAVA_ENDS_INSIDE));
  }

  /** What can be typed. */
  public List<AttributedString> help() {
    return new Sayings(look).help(Phrase.JAVA_HELP_TITLE, Phrase.JAVA_HELP, Phrase.JAVA_HELP_MORE);
  }

  /** How what was typed may go on, in columns. */
  public List<AttributedString> choices(List<String> words) {
    List<String> shown = words.subList(0, Math.min(MOST_CHOICES, words.size()));
    int wide = 2 + shown.stream().mapToInt(String::length).max().orElse(0);
    int columns = Math.max(1, look.columns() / wide);
    int rows = (shown.size() + columns - 1) / columns;
    var lines = new ArrayList<AttributedString>();
    for (int row = 0; row < rows; row++) {
      var line = new Ink();
      for (int column = 0; row + column * rows < shown.size(); column++) {
        line.pad(column * wide).put(shown.get(row + column * rows));
      }
      lines.add(Lines.cut(line.done(), look.columns(), look.marks().ellipsis()));
    }
    if (words.size() > shown.size()) {
      lines.addAll(messages.aside(look.say(Phrase.JAVA_MORE, words.size() - shown.size())));
    }
    return lines;
  }

  /** What something is: signatures, and what its comment says. */
  public List<AttributedString> documentation(List<Described> found) {
    if (found.isEmpty()) {
      return messages.aside(look.say(Phrase.JAVA_NOTHING_KNOWN));
    }
    var lines = new ArrayList<AttributedString>();
    for (Described one : found.subList(0, Math.min(MOST_DESCRIBED, found.size()))) {
      lines.addAll(Wrap.lines(Ink.of(one.signature(), look.palette().code()), look.measure()));
      // of many, the signatures tell them apart; a comment for each would fill the screen
      if (found.size() == 1) {
        lines.addAll(text(one.text()));
      }
    }
    if (found.size() > MOST_DESCRIBED) {
      lines.addAll(messages.aside(look.say(Phrase.JAVA_MORE, found.size() - MOST_DESCRIBED)));
    }
    return lines;
  }

  private List<AttributedString> text(String comment) {
    int width = look.measure() - 2;
    var lines = new ArrayList<AttributedString>();
    for (String paragraph : DocComment.paragraphs(comment)) {
      lines.addAll(Wrap.lines(Ink.of(paragraph), width));
    }
    return Lines.indent(2, Lines.atMost(LINES_OF_TEXT, width, look.marks().ellipsis(), lines));
  }

  /**
   * What something is.
   *
   * @param signature as it is declared
   * @param text its documentation comment, as written; empty where there is none
   */
  public record Described(String signature, String text) {}
}
