package dev.deckhand.check.pattern;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Quantities as Kubernetes writes them: {@code 128Mi}, {@code 500m}, {@code 0.5}.
 *
 * <p>The notation is that of apimachinery's {@code resource.Quantity}.
 */
public final class Quantity {
  private static final Pattern NOTATION =
      Pattern.compile(
          "([+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40}))([A-Za-z]{0,2}|[eE][+-]?\\d{1,2})");

  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("", BigDecimal.ONE),
          Map.entry("n", new BigDecimal("1e-9")),
          Map.entry("u", new BigDecimal("1e-6")),
          Map.entry("m", new BigDecimal("1e-3")),
          Map.entry("k", new BigDecimal("1e3")),
          Map.entry("M", new BigDecimal("1e6")),
          Map.entry("G", new BigDecimal("1e9")),
          Map.entry("T", new BigDecimal("1e12")),
          Map.entry("P", new BigDecimal("1e15")),
          Map.entry("E", new BigDecimal("1e18")),
          Map.entry("Ki", BigDecimal.TWO.pow(10)),
          Map.entry("Mi", BigDecimal.TWO.pow(20)),
          Map.entry("Gi", BigDecimal.TWO.pow(30)),
          Map.entry("Ti", BigDecimal.TWO.pow(40)),
          Map.entry("Pi", BigDecimal.TWO.pow(50)),
          Map.entry("Ei", BigDecimal.TWO.pow(60)));

  /** Maps whose every value is a quantity. */
  private static final Set<String> QUANTITY_MAPS =
      Set.of(
          ("limits requests capacity allocatable allocatedResources hard used max min default"
                  + " defaultRequest maxLimitRequestRatio podFixed overhead usage")
              .split(" "));

  /** Fields that are a quantity themselves. */
  private static final Set<String> QUANTITY_FIELDS =
      Set.of("sizeLimit", "averageValue", "divisor", "maximumVolumeSize", "targetAverageValue");

  /** Maps whose keys are the author's own, so that they say nothing about the value. */
  private static final Set<String> USER_NAMED_MAPS =
      Set.of("labels", "annotations", "matchLabels", "nodeSelector", "data", "stringData");

  private Quantity() {}

  /**
   * Whether the field at a path of one of Kubernetes' own objects holds a quantity.
   *
   * <p>Told by name, since a judgement has no schema at hand. A field of such a name that holds
   * something else only gains that {@code 1000m} and {@code 1} are equal in it.
   */
  public static boolean isQuantityField(FieldPath path) {
    List<String> names = path.fields();
    if (names.isEmpty() || names.stream().anyMatch(USER_NAMED_MAPS::contains)) {
      return false;
    }
    return QUANTITY_FIELDS.contains(names.getLast())
        || (names.size() > 1 && QUANTITY_MAPS.contains(names.get(names.size() - 2)));
  }

  /** Reads a quantity; empty if the node is none. */
  public static Optional<BigDecimal> of(DataNode node) {
    return switch (node) {
      case DataNode.Numeral(var value) -> Optional.of(value);
      case DataNode.Text(var value) -> parse(value);
      case DataNode.Flag _, DataNode.Fields _, DataNode.Items _, DataNode.Absent _ ->
          Optional.empty();
    };
  }

  private static Optional<BigDecimal> parse(String text) {
    var notation = NOTATION.matcher(text);
    if (!notation.matches()) {
      return Optional.empty();
    }
    var number = new BigDecimal(notation.group(1));
    String suffix = notation.group(2);
    if (suffix.matches("[eE][+-]?\\d+")) {
      return Optional.of(number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1))));
    }
    return Optional.ofNullable(SUFFIXES.get(suffix)).map(number::multiply);
  }
}
