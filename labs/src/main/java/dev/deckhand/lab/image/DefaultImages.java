package dev.deckhand.lab.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The images of labs and lessons, as {@code labs/images/catalog.tsv} lists them.
 *
 * @param rows in the order of the file
 */
public record DefaultImages(List<Row> rows) {

  /** The recipe of the cluster's own image. */
  public static final String CLUSTER = "k3s";

  /** The recipe of the private engine's own image. */
  public static final String ENGINE = "engine";

  private static final int REQUIRED_CELLS = 3;

  public DefaultImages {
    rows = List.copyOf(rows);
  }

  /** Reads the list that was built into the program. */
  public static DefaultImages bundled() {
    try (InputStream in = DefaultImages.class.getResourceAsStream("catalog.tsv")) {
      return parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Reads the list; lines with fewer cells than a row needs are left out. */
  public static DefaultImages parse(String text) {
    return new DefaultImages(
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> List.of(line.split("\t", -1)))
            .filter(cells -> cells.size() >= REQUIRED_CELLS)
            .map(Row::of)
            .toList());
  }

  /**
   * The image that a lab itself runs.
   *
   * @throws IllegalStateException if no row has this recipe
   */
  public LabImage lab(String recipe) {
    return rows.stream()
        .filter(row -> row.recipe().equals(recipe))
        .findFirst()
        .map(row -> new LabImage(row.published(), row.tag()))
        .orElseThrow(() -> new IllegalStateException("catalog.tsv has no row for " + recipe));
  }

  /**
   * The image of a repository that has one alone.
   *
   * @throws IllegalStateException if there is none
   */
  public Row ofRepository(String repository) {
    return rows.stream()
        .filter(row -> ImageName.of(row.name()).repository().equals(repository))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("catalog.tsv has no row for " + repository));
  }

  /**
   * The substitutes of the images that lessons name. The cluster's own image is none of them: only
   * the lab itself may replace it.
   */
  public ImageSubstitutes substitutes() {
    return new ImageSubstitutes(
        rows.stream()
            .filter(row -> row.isBuilt() && !row.recipe().equals(CLUSTER))
            .collect(Collectors.toMap(Row::name, Row::tag)));
  }

  /**
   * An image.
   *
   * @param name what lessons call it
   * @param tag the tag of its substitute on the machine's engine
   * @param recipe what the substitute is built from
   * @param published what is pulled for a lab itself
   */
  public record Row(String name, String tag, String recipe, String published) {

    private static final String NONE = "-";

    /** Whether there is a substitute; otherwise tag and recipe are only a mark for its absence. */
    public boolean isBuilt() {
      return !recipe.equals(NONE);
    }

    private static Row of(List<String> cells) {
      String name = cells.getFirst().strip();
      String other = cells.size() > REQUIRED_CELLS ? cells.get(REQUIRED_CELLS).strip() : "";
      return new Row(
          name, cells.get(1).strip(), cells.get(2).strip(), other.isEmpty() ? name : other);
    }
  }
}
