package dev.deckhand.shell.cli.learn;

import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.BookmarkKeeper;
import dev.deckhand.shell.loop.SessionFolders;

/** An opened session: its folder, and where the learner continues. */
public record OpenedSession(
    SessionFolders.LockedFolder held, Session session, BookmarkKeeper bookmarks) {}
