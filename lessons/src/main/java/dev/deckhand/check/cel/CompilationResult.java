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

/** The result of compiling an expression. */
sealed interface CompilationResult {

  /**
   * The expression can be evaluated.
   *
   * @param parsed the expression as the author wrote it
   * @param type the type of its value, as far as it is known
   * @param references the fields that it reads
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

    /** The operands of {@code &&} at the top level; at least one. */
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

  /** The expression has problems: at least one. */
  record Failed(List<Problem> problems) implements CompilationResult {}
}
