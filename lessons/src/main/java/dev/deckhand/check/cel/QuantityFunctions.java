package dev.deckhand.check.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.exceptions.CelNumericOverflowException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.check.pattern.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Quantities in expressions, by the names of Kubernetes' own CEL library: {@code
 * quantity(self.memory).isGreaterThan(quantity("64Mi"))}. As texts, 128Mi is less than 64Mi.
 *
 * <p>Unlike there, {@code quantity} takes numbers too: a field may hold {@code 1} or {@code 500m}.
 */
final class QuantityFunctions {
  static final String NOT_A_QUANTITY = "not a quantity";

  private static final OpaqueType TYPE = OpaqueType.create("quantity");

  private static final List<Function> FUNCTIONS =
      List.of(
          new Function(
              CelFunctionDecl.newFunctionDeclaration(
                  "quantity",
                  CelOverloadDecl.newGlobalOverload("quantity_dyn", TYPE, SimpleType.DYN)),
              CelFunctionBinding.from("quantity_dyn", Object.class, QuantityFunctions::quantity)),
          new Function(
              CelFunctionDecl.newFunctionDeclaration(
                  "isQuantity",
                  CelOverloadDecl.newGlobalOverload(
                      "is_quantity_dyn", SimpleType.BOOL, SimpleType.DYN)),
              CelFunctionBinding.from(
                  "is_quantity_dyn", Object.class, value -> read(value).isPresent())),
          comparison("isGreaterThan", SimpleType.BOOL, (one, other) -> one.compareTo(other) > 0),
          comparison("isLessThan", SimpleType.BOOL, (one, other) -> one.compareTo(other) < 0),
          comparison(
              "compareTo", SimpleType.INT, (one, other) -> Long.valueOf(one.compareTo(other))),
          comparison("add", TYPE, (one, other) -> new Value(one.number().add(other.number()))),
          comparison("sub", TYPE, (one, other) -> new Value(one.number().subtract(other.number()))),
          conversion("asInteger", SimpleType.INT, QuantityFunctions::integer),
          conversion(
              "asApproximateFloat", SimpleType.DOUBLE, value -> value.number().doubleValue()));

  private QuantityFunctions() {}

  static List<CelFunctionDecl> declarations() {
    return FUNCTIONS.stream().map(Function::declaration).toList();
  }

  static List<CelFunctionBinding> bindings() {
    return FUNCTIONS.stream().map(Function::binding).toList();
  }

  /** The names of the functions, for suggestions. */
  static Stream<String> names() {
    return FUNCTIONS.stream().map(function -> function.declaration().name());
  }

  private static Function comparison(
      String name, CelType result, CelFunctionOverload.Binary<Value, Value> binary) {
    return new Function(
        CelFunctionDecl.newFunctionDeclaration(
            name, CelOverloadDecl.newMemberOverload("quantity_" + name, result, TYPE, TYPE)),
        CelFunctionBinding.from("quantity_" + name, Value.class, Value.class, binary));
  }

  private static Function conversion(
      String name, CelType result, CelFunctionOverload.Unary<Value> unary) {
    return new Function(
        CelFunctionDecl.newFunctionDeclaration(
            name, CelOverloadDecl.newMemberOverload("quantity_" + name, result, TYPE)),
        CelFunctionBinding.from("quantity_" + name, Value.class, unary));
  }

  private static Value quantity(Object value) {
    return read(value).orElseThrow(() -> new CelBadFormatException(NOT_A_QUANTITY));
  }

  private static Optional<Value> read(Object value) {
    return Quantity.of(CelValueAdapter.fromCel(value)).map(Value::new);
  }

  private static Long integer(Value value) {
    try {
      return value.number().longValueExact();
    } catch (ArithmeticException _) {
      throw new CelNumericOverflowException("not a whole number of 64 bits: " + value);
    }
  }

  private record Function(CelFunctionDecl declaration, CelFunctionBinding binding) {}

  /** A quantity at run time; equal by number, however it was written. */
  private record Value(BigDecimal number) implements Comparable<Value> {
    Value {
      number = number.stripTrailingZeros();
    }

    @Override
    public int compareTo(Value other) {
      return number.compareTo(other.number);
    }

    @Override
    public String toString() {
      return new DataNode.Numeral(number).text();
    }
  }
}
