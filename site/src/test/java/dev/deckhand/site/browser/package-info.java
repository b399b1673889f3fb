/**
 * The site as its readers meet it: published once, and looked at in a real browser, from files.
 *
 * <p>Without a Chromium and its driver on the PATH these tests are skipped, and say so.
 */
@NullMarked
package dev.deckhand.site.browser;

import org.jspecify.annotations.NullMarked;
