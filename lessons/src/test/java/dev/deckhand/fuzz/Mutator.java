package dev.deckhand.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Breaks texts: bytes turned over, lines lost, doubled and exchanged, one text grown into another,
 * and words put in that mean something to a reader of lessons. The same seed gives the same texts.
 */
public final class Mutator {

  /** A lesson is no longer than that; more would only be refused for its size. */
  private static final int LONGEST = 40_000;

  private final List<byte[]> seeds;
  private final List<String> words;
  private final Random random;

  /**
   * A mutator of some texts.
   *
   * @param words to put in, besides those of {@link Tokens}
   */
  public Mutator(List<byte[]> seeds, List<String> words, long seed) {
    this.seeds = List.copyOf(seeds);
    this.words = List.copyOf(words);
    this.random = new Random(seed);
  }

  /** Returns the next broken text. */
  public byte[] next() {
    byte[] text = any(seeds).clone();
    int times = 1 + random.nextInt(random.nextInt(6) == 0 ? 24 : 5);
    for (int i = 0; i < times; i++) {
      text = mutated(text);
    }
    return text.length > LONGEST ? Arrays.copyOf(text, LONGEST) : text;
  }

  private byte[] mutated(byte[] text) {
    return switch (random.nextInt(10)) {
      case 0 -> turned(text);
      case 1 -> spliced(text);
      case 2, 3, 4 -> inserted(text, any(words));
      case 5 -> inserted(text, "\n" + any(words) + "\n");
      default -> lines(text);
    };
  }

  private byte[] turned(byte[] text) {
    if (text.length > 0) {
      int at = random.nextInt(text.length);
      text[at] = random.nextBoolean() ? (byte) (text[at] ^ (1 << random.nextInt(8))) : printable();
    }
    return text;
  }

  private byte printable() {
    return (byte) (' ' + random.nextInt(95));
  }

  private byte[] spliced(byte[] text) {
    byte[] other = any(seeds);
    int end = random.nextInt(text.length + 1);
    int from = random.nextInt(other.length + 1);
    int to = from + random.nextInt(other.length - from + 1);
    return joined(
        Arrays.copyOf(text, end),
        Arrays.copyOfRange(other, from, to),
        random.nextBoolean() ? new byte[0] : Arrays.copyOfRange(text, end, text.length));
  }

  private byte[] inserted(byte[] text, String word) {
    int at = random.nextInt(text.length + 1);
    int gone = random.nextInt(3) == 0 ? random.nextInt(Math.min(12, text.length - at) + 1) : 0;
    int times = random.nextInt(40) == 0 ? 1 + random.nextInt(400) : 1;
    return joined(
        Arrays.copyOf(text, at),
        word.repeat(times).getBytes(StandardCharsets.UTF_8),
        Arrays.copyOfRange(text, at + gone, text.length));
  }

  private byte[] lines(byte[] text) {
    var lines =
        new ArrayList<>(List.of(new String(text, StandardCharsets.ISO_8859_1).split("\n", -1)));
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(other, lines.get(at));
      case 2 -> Collections.swap(lines, at, other);
      case 3 -> lines.set(at, " ".repeat(random.nextInt(4)) + lines.get(at));
      case 4 -> lines.set(at, lines.get(at).strip());
      default ->
          lines
              .subList(Math.min(at, other), Math.min(Math.max(at, other), Math.min(at, other) + 8))
              .clear();
    }
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private <T> T any(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  private static byte[] joined(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    var whole = java.nio.ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      whole.put(part);
    }
    return whole.array();
  }
}
