package dev.deckhand.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.util.List;

/**
 * Lets what a learner typed equal a number.
 *
 * <p>An answer is a text, yet {@code self.spec.replicas == answer} is what an author writes. So
 * where {@code answer} itself stands on one side of {@code ==} or {@code !=}, the comparison is
 * replaced, as the expression is compiled, by one that reads the text the way the other side is: as
 * a number beside a number, as true or false beside those. Everywhere else the answer stays a text,
 * and {@code int(answer)} is there for sums.
 */
final class TypedAnswer {
  private static final String SAYS = "says";
  private static final String SAYS_NOT = "says_not";

  private TypedAnswer() {}

  static List<CelFunctionDecl> declarations() {
    return List.of(declaration(SAYS), declaration(SAYS_NOT));
  }

  private static CelFunctionDecl declaration(String name) {
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        CelOverloadDecl.newGlobalOverload(
            name + "_dyn_string", SimpleType.BOOL, SimpleType.DYN, SimpleType.STRING));
  }

  static List<CelFunctionBinding> bindings() {
    return List.of(
        CelFunctionBinding.from(
            SAYS + "_dyn_string", Object.class, String.class, TypedAnswer::says),
        CelFunctionBinding.from(
            SAYS_NOT + "_dyn_string",
            Object.class,
            String.class,
            (value, answer) -> !says(value, answer)));
  }

  /** Replaces each comparison with the answer in a parsed expression. */
  static CelAbstractSyntaxTree rewrite(CelAbstractSyntaxTree parsed) {
    var mutable = CelMutableAst.fromCelAst(parsed);
    List<CelMutableExpr> comparisons =
        CelNavigableMutableAst.fromAst(mutable)
            .getRoot()
            .allNodes()
            .map(node -> node.expr())
            .filter(TypedAnswer::compares)
            .toList();
    comparisons.forEach(TypedAnswer::replace);
    return comparisons.isEmpty() ? parsed : mutable.toParsedAst();
  }

  private static boolean compares(CelMutableExpr node) {
    if (node.getKind() != Kind.CALL) {
      return false;
    }
    String function = node.call().function();
    return (function.equals("_==_") || function.equals("_!=_"))
        && node.call().args().stream().anyMatch(TypedAnswer::isAnswer);
  }

  private static boolean isAnswer(CelMutableExpr node) {
    return node.getKind() == Kind.IDENT && node.ident().name().equals(Variable.ANSWER.word());
  }

  private static void replace(CelMutableExpr node) {
    CelMutableCall call = node.call();
    List<CelMutableExpr> sides = call.args();
    boolean answerFirst = isAnswer(sides.getFirst());
    CelMutableExpr other = sides.get(answerFirst ? 1 : 0);
    CelMutableExpr answer = sides.get(answerFirst ? 0 : 1);
    String function = call.function().equals("_==_") ? SAYS : SAYS_NOT;
    node.setCall(CelMutableCall.create(function, other, answer));
  }

  private static boolean says(Object value, String answer) {
    return switch (value) {
      case String text -> text.equals(answer);
      case Boolean flag -> answer.equalsIgnoreCase(flag.toString());
      case Double number when !Double.isFinite(number) -> false;
      case Number number -> isNumber(answer, new BigDecimal(number.toString()));
      default -> false;
    };
  }

  private static boolean isNumber(String answer, BigDecimal number) {
    return answer.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?")
        && new BigDecimal(answer).compareTo(number) == 0;
  }
}
