package dev.deckhand.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry that a text shows, and where it is typed: behind a line {@code java} at the prompt of
 * JShell, until the text ends or a line is {@code /exit}.
 *
 * @param text one line, or several that belong together
 */
public record Offered(String text, boolean java) {

  /** What stands before the lines that go on. */
  public static final String MORE = "> ";

  /** Finds out where each entry of a text is typed; one that holds Java is taken apart. */
  public static List<Offered> of(List<String> entries) {
    var offered = new ArrayList<Offered>();
    boolean java = false;
    for (String entry : entries.stream().flatMap(Offered::apart).toList()) {
      offered.add(new Offered(entry, java));
      java = entry.equals(Entries.JAVA) || (java && !entry.equals(Entries.END_OF_JAVA));
    }
    return List.copyOf(offered);
  }

  private static Stream<String> apart(String entry) {
    Optional<String> snippets = Entries.java(entry);
    if (snippets.isEmpty()) {
      return Stream.of(entry);
    }
    var parts = new ArrayList<>(statements(snippets.get()));
    parts.addFirst(Entries.JAVA);
    parts.addLast(Entries.END_OF_JAVA);
    return parts.stream();
  }

  /** A line that is indented, or closes something, goes on with the one before. */
  private static List<String> statements(String snippets) {
    var statements = new ArrayList<String>();
    for (String line : snippets.lines().toList()) {
      boolean goesOn =
          !statements.isEmpty()
              && (line.matches("[\\s)}\\]].*")
                  || Entries.isOpen(statements.getLast().lines().toList()));
      statements.add(goesOn ? statements.removeLast() + "\n" + line : line);
    }
    return statements;
  }

  /** Whether it only leads into JShell or out of it. */
  public boolean isDoor() {
    return text.equals(java ? Entries.END_OF_JAVA : Entries.JAVA);
  }

  /** What stands before its first line. */
  public String prompt() {
    return java ? "java> " : "$ ";
  }

  /** Its lines, each behind what stands before it in a terminal. */
  public List<String> prompted() {
    var lines = new ArrayList<String>();
    text.lines().forEach(line -> lines.add((lines.isEmpty() ? prompt() : MORE) + line));
    return lines;
  }
}
