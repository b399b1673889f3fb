package dev.deckhand.site;

import java.time.ZoneOffset;
import java.util.List;

/** Notes to print, for tests of other packages. */
public final class PrintedBooks {

  private PrintedBooks() {}

  /** What may be in notes and would be something else anywhere else. */
  public static List<String> texts() {
    return HostileTexts.ALL;
  }

  /** A lesson's notes that hold all of it. */
  public static String hostile() {
    return new Notes(ZoneOffset.UTC).adoc(HostileTexts.book());
  }

  /** A lesson's notes with one command that wrote that. */
  public static String output(String output) {
    return new Notes(ZoneOffset.UTC)
        .adoc(Books.of(new NoteBook.StepBegan(1, Books.AT), Books.typed("cat x", 0, output)));
  }

  /** A course with one lesson that is under way. */
  public static String course() {
    return new PortfolioNotes(ZoneOffset.UTC)
        .adoc(
            Portfolios.one(
                "Ada",
                Portfolios.begun(
                    "kubernetes/deployments",
                    "Deployments",
                    3,
                    false,
                    Books.of(new NoteBook.StepBegan(1, Books.AT), Books.typed("ls", 0, "a\n")))));
  }
}
