package dev.deckhand.lab.confined;

import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.probe.FileContent;
import dev.deckhand.lab.probe.FileReader;
import java.util.List;
import java.util.function.Supplier;

/** Reads files of a confined workspace, from a container that may only read them. */
record ConfinedFileReader(Supplier<ConfinedContainer> observer) implements FileReader {

  /** Prints one word, and for a file its beginning on the lines after it. */
  private static final String SCRIPT =
      """
      file=$(readlink -m -- "$1") || { echo unreadable; exit; }
      case $file in "$2" | "$2"/*) ;; *) echo outside; exit ;; esac
      if [ ! -e "$file" ]; then echo missing
      elif [ -d "$file" ]; then echo folder
      elif [ ! -f "$file" ]; then echo special
      elif [ ! -r "$file" ]; then echo unreadable
      else echo text; head -c "$3" -- "$file"
      fi
      """;

  @Override
  public FileContent read(String path) {
    String root = ConfinedContainer.WORKSPACE;
    EngineExec answer =
        observer
            .get()
            .run(
                List.of(
                    "/bin/sh",
                    "-c",
                    SCRIPT,
                    "sh",
                    root + "/" + path,
                    root,
                    Integer.toString(MAX_BYTES)));
    String output = answer.output();
    int newline = output.indexOf('\n');
    return switch (newline < 0 ? "" : output.substring(0, newline)) {
      case "missing" -> new FileContent.Missing();
      case "folder" -> new FileContent.Folder();
      case "special" -> new FileContent.Special();
      case "outside" -> new FileContent.Outside();
      case "text" -> new FileContent.Text(output.substring(newline + 1));
      default -> new FileContent.Unreadable();
    };
  }
}
