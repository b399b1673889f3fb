package dev.deckhand.lesson.version;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The version of a tool, as far as it's known: {@code 1.37.2}, or only {@code 28} where an image's
 * tag doesn't say more. It then stands for all versions that begin so.
 *
 * @param numbers one to three: major, minor, patch
 */
public record ToolVersion(List<Integer> numbers) {

  private static final int PARTS = 3;
  private static final Pattern VERSION =
      Pattern.compile("v?(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?(?!\\d)");

  public ToolVersion {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty() || numbers.size() > PARTS) {
      throw new IllegalArgumentException("a version has one to three numbers: " + numbers);
    }
  }

  /**
   * Reads the version at the beginning of a text: {@code v1.37.2-k3s1}, {@code 28-dind}, {@code
   * 26.1.5+dfsg1}. Empty if the text begins otherwise.
   */
  public static Optional<ToolVersion> find(String text) {
    Matcher matcher = VERSION.matcher(text);
    return matcher.lookingAt()
        ? Optional.of(
            new ToolVersion(
                Stream.of(matcher.group(1), matcher.group(2), matcher.group(3))
                    .filter(number -> number != null)
                    .map(Integer::valueOf)
                    .toList()))
        : Optional.empty();
  }

  /** The first of the versions that begin so. */
  VersionNumber first() {
    return VersionNumber.of(numbers);
  }

  /** The first version after all that begin so. */
  VersionNumber next() {
    return VersionNumber.after(numbers);
  }

  @Override
  public String toString() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
