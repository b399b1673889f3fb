package dev.deckhand.shell.cli.learn;

import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.BookmarkKeeper;
import dev.deckhand.shell.loop.SessionFolders;

/** How a learner comes in: where to, and into which room. */
record OpenedSession(SessionFolders.LockedFolder held, Session session, BookmarkKeeper bookmarks) {}
