package dev.deckhand.lab.preflight.setup;

/** One line of what the scripts in {@code labs/images} say on their standard output. */
sealed interface ScriptOutputLine {

  /** {@code ::step I N TITLE}. */
  record Step(int number, int count, String title) implements ScriptOutputLine {}

  /** {@code ::note TEXT}. */
  record Note(String text) implements ScriptOutputLine {}

  /** {@code ::done I}. */
  record Done(int number) implements ScriptOutputLine {}

  /** {@code ::failed I WHY}. */
  record Failed(int number, String reason) implements ScriptOutputLine {}

  /** Anything else: for people who run the script by hand. */
  record FreeText(String text) implements ScriptOutputLine {}

  /** Reads a line; what is not as agreed is chatter. */
  static ScriptOutputLine parse(String line) {
    String[] words = line.split(" ", 4);
    try {
      return switch (words[0]) {
        case "::step" -> new Step(Integer.parseInt(words[1]), Integer.parseInt(words[2]), words[3]);
        case "::note" -> new Note(line.substring("::note".length()).strip());
        case "::done" -> new Done(Integer.parseInt(words[1]));
        case "::failed" -> new Failed(Integer.parseInt(words[1]), line.split(" ", 3)[2]);
        default -> new FreeText(line);
      };
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException notAsAgreed) {
      return new FreeText(line);
    }
  }
}
