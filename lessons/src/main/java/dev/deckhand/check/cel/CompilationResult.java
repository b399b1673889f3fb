package dev.deckhand.check.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelType;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelRuntime;
import dev.deckhand.check.diagnostic.Problem;
import java.util.List;
import java.util.stream.Stream;

/** What came of compiling an expression. */
sealed interface CompilationResult {

  /**
   * It can be evaluated.
   *
   * @param parsed as the author wrote it
   * @param type what it gives, as far as that is known
   * @param references the fields that it speaks of
   */
  record Compiled(
      String source,
      CelRuntime.Program program,
      CelAbstractSyntaxTree parsed,
      CelType type,
      List<FieldReference> references)
      implements CompilationResult {

    boolean references(CelVariable variable) {
      return references.stream().anyMatch(reference -> reference.variable() == variable);
    }

    /** The parts that must all hold: what stands between {@code &&}; at least one. */
    List<String> conjuncts() {
      return conjuncts(parsed.getExpr())
          .map(part -> CelAbstractSyntaxTree.newParsedAst(part, parsed.getSource()))
          .map(part -> CelUnparserFactory.newUnparser().unparse(part))
          .toList();
    }

    private static Stream<CelExpr> conjuncts(CelExpr expression) {
      boolean isAnd =
          expression.getKind() == Kind.CALL && expression.call().function().equals("_&&_");
      return isAnd
          ? expression.call().args().stream().flatMap(Compiled::conjuncts)
          : Stream.of(expression);
    }
  }

  /** It cannot; says why, at least one problem. */
  record Failed(List<Problem> problems) implements CompilationResult {}
}
