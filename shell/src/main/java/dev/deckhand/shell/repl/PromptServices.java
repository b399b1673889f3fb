package dev.deckhand.shell.repl;

import dev.deckhand.lab.JavaShell;
import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.view.style.ImageDisplay;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What the prompt of an interactive terminal makes use of.
 *
 * @param history where typed lines are kept
 * @param completion what could be typed next
 * @param java the lab's Java; empty while there is no lab
 * @param imageDisplays shows pictures on a screen of so many rows
 */
public record PromptServices(
    Path history,
    Completion completion,
    Supplier<Optional<JavaShell>> java,
    IntFunction<ImageDisplay> imageDisplays) {}
