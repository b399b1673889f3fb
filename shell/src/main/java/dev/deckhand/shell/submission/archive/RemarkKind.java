package dev.deckhand.shell.submission.archive;

/** What can be left out of a submission or changed in it, in the order in which it's reported. */
enum RemarkKind {
  OUTER_FOLDER("Everything was in one folder, which is left off: %s."),
  SYSTEM_FILE("Files of operating systems are left out: %s."),
  VERSION_CONTROL("Files of version control are left out: %s."),
  EDITOR_FILE("Files that editors leave behind are left out: %s."),
  LINK("Links are left out: %s."),
  SPECIAL_FILE("Devices, sockets and pipes are left out: %s."),
  SPARSE_FILE("Sparse files are left out: %s."),
  UNKNOWN_TYPE("Entries of an unknown type are left out: %s."),
  ABSOLUTE_NAME("Absolute names are left out: %s."),
  DRIVE_NAME("Names with a drive letter are left out: %s."),
  OUTSIDE_NAME("Names that lead out of the submission are left out: %s."),
  CONTROL_CHARACTER("Names with control characters are left out: %s."),
  INVALID_NAME("Names that aren't valid text are left out: %s."),
  CASE_CLASH("Names that differ from another only in case are left out: %s."),
  FOLDER_CLASH("Files with the name of a folder are left out: %s."),
  DUPLICATE("Of files with the same name, the last one counts: %s."),
  BACKSLASH("Backslashes in names were read as slashes: %s."),
  COMPOSED_NAME("Names were changed to composed characters (Unicode NFC): %s."),
  CODE_PAGE("Names without a known encoding were read as CP437: %s."),
  UTF_16("UTF-16 text was changed to UTF-8: %s."),
  BYTE_ORDER_MARK("Byte order marks were removed: %s."),
  LINE_ENDS("Windows line ends were changed to Unix line ends: %s."),
  PROGRAM("The archive has no file modes, so files that begin with \"#!\" are programs: %s."),
  NESTED_ARCHIVE("Archives inside the submission aren't opened: %s.");

  private final String sentence;

  RemarkKind(String sentence) {
    this.sentence = sentence;
  }

  /** The remark on these names. */
  String about(String names) {
    return sentence.formatted(names);
  }
}
