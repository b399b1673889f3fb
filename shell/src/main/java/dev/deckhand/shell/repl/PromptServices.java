package dev.deckhand.shell.repl;

import dev.deckhand.lab.JavaShell;
import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.view.style.ImageDisplay;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What the prompt of an interactive terminal uses.
 *
 * @param history the file of the typed lines
 * @param completion completes commands
 * @param java the lab's Java; empty while there is no lab
 * @param imageDisplays creates a display of pictures for a screen with a number of rows
 */
public record PromptServices(
    Path history,
    Completion completion,
    Supplier<Optional<JavaShell>> java,
    IntFunction<ImageDisplay> imageDisplays) {}
