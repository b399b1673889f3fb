package dev.deckhand.lab.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The images of labs and lessons, as {@code labs/images/catalog.tsv} lists them.
 *
 * @param rows in the order of the file
 */
public record DefaultImages(List<Row> rows) {

  /** The recipe of the cluster's own image. */
  public static final String CLUSTER = "k3s";

  /** The recipe of the cluster's own image with an ingress controller: one layer over the other. */
  public static final String INGRESS_CLUSTER = "traefik";

  /** The recipe of the private engine's own image. */
  public static final String ENGINE = "engine";

  private static final Set<String> CLUSTERS = Set.of(CLUSTER, INGRESS_CLUSTER);

  private static final int REQUIRED_CELLS = 3;

  /** The index of the first cell of a row's cost. */
  private static final int COST = 4;

  /** The recipe that all others start from. */
  private static final String BASE = "debian";

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

  /** Whether a tag is that of a cluster's image of our own. */
  public boolean isOwnCluster(String tag) {
    return rows.stream().anyMatch(row -> row.tag().equals(tag) && CLUSTERS.contains(row.recipe()));
  }

  /**
   * The substitutes of the images that lessons name. The cluster's own images are none of them:
   * only the lab itself may replace them.
   */
  public ImageSubstitutes substitutes() {
    return new ImageSubstitutes(
        rows.stream()
            .filter(row -> row.isBuilt() && !CLUSTERS.contains(row.recipe()))
            .collect(Collectors.toMap(Row::name, Row::tag)));
  }

  /**
   * What it costs to build some of them, if nothing was built before: each recipe once, and the
   * base that all of them share.
   *
   * @param tags their tags on the machine's engine
   */
  public BuildCost cost(Collection<String> tags) {
    Set<String> recipes =
        rows.stream()
            .filter(row -> row.isBuilt() && tags.contains(row.tag()))
            .map(Row::recipe)
            .collect(Collectors.toSet());
    if (!recipes.isEmpty()) {
      recipes.add(BASE);
    }
    return rows.stream()
        .filter(row -> recipes.contains(row.recipe()))
        .map(Row::cost)
        .reduce(BuildCost.NONE, BuildCost::plus);
  }

  /**
   * An image.
   *
   * @param name what lessons call it
   * @param tag the tag of its substitute on the machine's engine
   * @param recipe what the substitute is built from
   * @param published what is pulled for a lab itself
   * @param cost of building the recipe, which the first of its rows has
   */
  public record Row(String name, String tag, String recipe, String published, BuildCost cost) {

    private static final String NONE = "-";

    /** Whether there is a substitute; otherwise tag and recipe are only a mark for its absence. */
    public boolean isBuilt() {
      return !recipe.equals(NONE);
    }

    private static Row of(List<String> cells) {
      String name = cells.getFirst().strip();
      String other = cells.size() > REQUIRED_CELLS ? cells.get(REQUIRED_CELLS).strip() : "";
      return new Row(
          name,
          cells.get(1).strip(),
          cells.get(2).strip(),
          other.isEmpty() ? name : other,
          BuildCost.of(cells.subList(Math.min(cells.size(), COST), cells.size())));
    }
  }
}
