package sst.scripts.call;

/** What becomes of calls that change something. */
public enum Writes {
    /** They are made. */
    SEND,
    /** They are refused: the script says that it only reads. */
    REFUSE,
    /** They are shown and not made: a dry run. */
    SHOW
}
