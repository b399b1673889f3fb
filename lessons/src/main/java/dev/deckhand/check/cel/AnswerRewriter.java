package dev.deckhand.check.cel;

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
 * Lets the typed answer equal a number.
 *
 * <p>An answer is a text, but authors write {@code self.spec.replicas == answer}. So if {@code
 * answer} is one side of {@code ==} or {@code !=}, the compiler replaces the comparison with one
 * that reads the text as the type of the other side: a number, or true or false. Anywhere else the
 * answer is a text; use {@code int(answer)} to calculate with it.
 */
final class AnswerRewriter {
  private static final String MATCHES_ANSWER = "says";
  private static final String DIFFERS_FROM_ANSWER = "says_not";

  private AnswerRewriter() {}

  static List<CelFunctionDecl> declarations() {
    return List.of(declaration(MATCHES_ANSWER), declaration(DIFFERS_FROM_ANSWER));
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
            MATCHES_ANSWER + "_dyn_string",
            Object.class,
            String.class,
            AnswerRewriter::matchesAnswer),
        CelFunctionBinding.from(
            DIFFERS_FROM_ANSWER + "_dyn_string",
            Object.class,
            String.class,
            (value, answer) -> !matchesAnswer(value, answer)));
  }

  /** Replaces all comparisons with the answer in a parsed expression. */
  static CelAbstractSyntaxTree rewrite(CelAbstractSyntaxTree parsed) {
    var mutable = CelMutableAst.fromCelAst(parsed);
    List<CelMutableExpr> comparisons =
        CelNavigableMutableAst.fromAst(mutable)
            .getRoot()
            .allNodes()
            .map(node -> node.expr())
            .filter(AnswerRewriter::isAnswerComparison)
            .toList();
    comparisons.forEach(AnswerRewriter::replace);
    return comparisons.isEmpty() ? parsed : mutable.toParsedAst();
  }

  private static boolean isAnswerComparison(CelMutableExpr node) {
    if (node.getKind() != Kind.CALL) {
      return false;
    }
    String function = node.call().function();
    return (function.equals("_==_") || function.equals("_!=_"))
        && node.call().args().stream().anyMatch(AnswerRewriter::isAnswer);
  }

  private static boolean isAnswer(CelMutableExpr node) {
    return node.getKind() == Kind.IDENT && node.ident().name().equals(CelVariable.ANSWER.keyword());
  }

  private static void replace(CelMutableExpr node) {
    CelMutableCall call = node.call();
    List<CelMutableExpr> sides = call.args();
    boolean answerFirst = isAnswer(sides.getFirst());
    CelMutableExpr other = sides.get(answerFirst ? 1 : 0);
    CelMutableExpr answer = sides.get(answerFirst ? 0 : 1);
    String function = call.function().equals("_==_") ? MATCHES_ANSWER : DIFFERS_FROM_ANSWER;
    node.setCall(CelMutableCall.create(function, other, answer));
  }

  private static boolean matchesAnswer(Object value, String answer) {
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
