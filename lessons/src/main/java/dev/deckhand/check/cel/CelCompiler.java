package dev.deckhand.check.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;

/**
 * The CEL of lessons: its variables, functions and limits.
 *
 * <p>Functions that create large results from small inputs are left out ({@code replace}, {@code
 * range}, {@code format}). Creating an instance takes about half a second in a cold JVM.
 */
final class CelCompiler {
  /** The longest expression, in code points. */
  private static final int MAX_LENGTH = 2000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          // self.x >= 3.5 for a whole number x
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(10_000)
          .maxExpressionCodePointSize(MAX_LENGTH)
          .maxParseRecursionDepth(64)
          .maxParseExpressionNodeCount(1000)
          .maxParseErrorRecoveryLimit(3)
          .maxRegexProgramSize(RegexBounds.MAX_PROGRAM_SIZE)
          // so that macros can be unparsed as they were written
          .populateMacroCalls(true)
          .build();

  private final Cel cel;

  CelCompiler() {
    var strings =
        CelExtensions.strings(
            CelStringExtensions.Function.CHAR_AT,
            CelStringExtensions.Function.INDEX_OF,
            CelStringExtensions.Function.JOIN,
            CelStringExtensions.Function.LAST_INDEX_OF,
            CelStringExtensions.Function.LOWER_ASCII,
            CelStringExtensions.Function.SPLIT,
            CelStringExtensions.Function.SUBSTRING,
            CelStringExtensions.Function.TRIM,
            CelStringExtensions.Function.UPPER_ASCII);
    var lists =
        CelExtensions.lists(
            CelListsExtensions.Function.SLICE,
            CelListsExtensions.Function.DISTINCT,
            CelListsExtensions.Function.SORT);
    var math = CelExtensions.math();
    var sets = CelExtensions.sets(OPTIONS);
    this.cel =
        CelFactory.legacyCelBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar(CelVariable.SELF.keyword(), SimpleType.DYN)
            .addVar(CelVariable.OBJECT.keyword(), SimpleType.DYN)
            .addVar(CelVariable.BEFORE.keyword(), SimpleType.DYN)
            .addVar(CelVariable.ANSWER.keyword(), SimpleType.STRING)
            .addFunctionDeclarations(AnswerRewriter.declarations())
            .addFunctionBindings(AnswerRewriter.bindings())
            .addFunctionDeclarations(QuantityFunctions.declarations())
            .addFunctionBindings(QuantityFunctions.bindings())
            .addCompilerLibraries(strings, lists, math, sets)
            .addRuntimeLibraries(strings, lists, math, sets)
            .build();
  }

  /** Compiles an expression. Never throws. */
  CompilationResult compile(String source) {
    try {
      CelValidationResult parsed = cel.parse(source);
      if (parsed.hasError()) {
        // later errors follow from the first
        return broken(parsed.getErrors().subList(0, 1), source);
      }
      var tooLarge = RegexBounds.check(parsed.getAst().getExpr());
      if (tooLarge.isPresent()) {
        return new CompilationResult.Failed(List.of(tooLarge.get()));
      }
      CelValidationResult checked = cel.check(AnswerRewriter.rewrite(parsed.getAst()));
      return checked.hasError()
          ? broken(checked.getErrors(), source)
          : ready(source, parsed.getAst(), checked.getAst());
    } catch (CelValidationException
        | CelEvaluationException
        | RuntimeException
        | StackOverflowError fault) {
      return new CompilationResult.Failed(List.of(CompileErrorMessages.internalError(source)));
    }
  }

  private CompilationResult ready(
      String source, CelAbstractSyntaxTree parsed, CelAbstractSyntaxTree checked)
      throws CelEvaluationException {
    return new CompilationResult.Compiled(
        source,
        cel.createProgram(checked),
        parsed,
        checked.getResultType(),
        FieldReference.in(parsed.getExpr()));
  }

  private static CompilationResult broken(List<CelIssue> issues, String source) {
    return new CompilationResult.Failed(
        issues.stream()
            .limit(3)
            .map(issue -> CompileErrorMessages.of(issue, source))
            .distinct()
            .toList());
  }
}
