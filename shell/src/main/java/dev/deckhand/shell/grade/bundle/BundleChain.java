package dev.deckhand.shell.grade.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a class's chain, each {@code HASH NAME}.
 *
 * @param links in the order in which the bundles were made
 * @param wholeBytes how long the file is without a last line that has no end: what a writer left
 *     that was killed
 * @param problems lines that aren't a hash and a name, one sentence each
 */
record BundleChain(List<Link> links, long wholeBytes, List<String> problems) {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([^/\\\\\\p{Cntrl}]{1,255})");
  private static final int MAX_BYTES = 16 << 20;

  BundleChain {
    links = List.copyOf(links);
    problems = List.copyOf(problems);
  }

  /** A bundle by its hash, and the submission that it's of. */
  record Link(String hash, String name) {
    String line() {
      return hash + " " + name + "\n";
    }
  }

  /**
   * Reads a chain from its beginning.
   *
   * @throws IOException if it's larger than any class needs
   */
  static BundleChain read(FileChannel file) throws IOException {
    if (file.size() > MAX_BYTES) {
      throw new IOException("the chain is larger than " + (MAX_BYTES >> 20) + " MiB");
    }
    var bytes = ByteBuffer.allocate((int) file.size());
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
      // until all is read
    }
    int end = bytes.position();
    while (end > 0 && bytes.get(end - 1) != '\n') {
      end--;
    }
    var links = new ArrayList<Link>();
    var problems = new ArrayList<String>();
    String whole = new String(bytes.array(), 0, end, StandardCharsets.UTF_8);
    for (String line : end == 0 ? List.<String>of() : lines(whole)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches() && !matcher.group(2).matches("\\.{1,2}")) {
        links.add(new Link(matcher.group(1), matcher.group(2)));
      } else {
        problems.add("A line of the chain isn't a hash and a name: " + printable(line));
      }
    }
    return new BundleChain(links, end, problems);
  }

  /** Each ends with a line feed, the last one too. */
  private static List<String> lines(String whole) {
    return List.of(whole.substring(0, whole.length() - 1).split("\n", -1));
  }

  private static String printable(String line) {
    String clean = line.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= 100 ? clean : clean.substring(0, 100) + "…";
  }

  /** The hash of the last bundle; empty if there's none. */
  String last() {
    return links.isEmpty() ? "" : links.getLast().hash();
  }

  /** The hashes of a submission's bundles, the newest last. */
  List<String> of(String name) {
    return links.stream().filter(link -> link.name().equals(name)).map(Link::hash).toList();
  }

  /** The hash of a submission's newest bundle. */
  Optional<String> newest(String name) {
    List<String> hashes = of(name);
    return hashes.isEmpty() ? Optional.empty() : Optional.of(hashes.getLast());
  }
}
