package dev.deckhand.lab;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Looks around where a workspace's commands run, for completion. Thread-safe. */
public interface WorkspaceLookup {

  /** At most so many files of a folder are listed. */
  int MAX_FILES = 1000;

  /**
   * A file.
   *
   * @param name without its folder
   */
  record FileEntry(String name, boolean folder, boolean executable) {}

  /**
   * Lists a folder.
   *
   * @param path absolute
   * @return at most {@link #MAX_FILES} entries, in any order; none if the folder can't be listed
   */
  List<FileEntry> files(String path);

  /**
   * The file that bash would run.
   *
   * @param name of a program on the PATH, or an absolute path
   */
  Optional<String> program(String name);

  /** The names of programs on the PATH that begin with a prefix. */
  List<String> programs(String prefix);

  /**
   * Runs a command that changes nothing, without input, for a few seconds at most.
   *
   * @param command program and arguments
   * @param folder the folder that it runs in
   * @return what it wrote to stdout, at most 256 KiB
   * @throws IOException if it can't be run
   */
  String output(List<String> command, String folder) throws IOException, InterruptedException;

  /** Finds nothing. */
  WorkspaceLookup NONE =
      new WorkspaceLookup() {
        @Override
        public List<FileEntry> files(String path) {
          return List.of();
        }

        @Override
        public Optional<String> program(String name) {
          return Optional.empty();
        }

        @Override
        public List<String> programs(String prefix) {
          return List.of();
        }

        @Override
        public String output(List<String> command, String folder) {
          return "";
        }
      };
}
