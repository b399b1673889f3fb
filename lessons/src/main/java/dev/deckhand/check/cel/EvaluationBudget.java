package dev.deckhand.check.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation may cost: counted, not timed, so that the result is the same on any machine.
 *
 * <p>CEL limits loops, but not the texts and lists that are built in them.
 */
public final class EvaluationBudget implements CelEvaluationListener {
  /** About a million steps, or 16 million characters and list elements in all. */
  private static final long MAX_COST = 16_000_000;

  private static final int STEP_COST = 16;

  private long spent;

  @Override
  public void callback(CelExpr expression, @Nullable Object value) {
    spent += STEP_COST;
    if (value instanceof String text) {
      spent += text.length();
    } else if (value instanceof Collection<?> list) {
      spent += list.size();
    }
    if (isExhausted()) {
      throw new IllegalStateException("the evaluation exceeds its budget");
    }
  }

  /** The cost so far, in steps. */
  public int steps() {
    return Math.toIntExact(Math.min(spent, 2 * MAX_COST) / STEP_COST);
  }

  boolean isExhausted() {
    return spent > MAX_COST;
  }
}
