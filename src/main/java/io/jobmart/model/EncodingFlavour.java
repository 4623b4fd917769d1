package io.jobmart.model;

/** What had happened to the bytes of a text before it was repaired. */
public enum EncodingFlavour {
    /** Nothing: the text is as it came. */
    NONE,
    /** UTF-8 read as windows-1252. */
    CP1252,
    /** UTF-8 read as Mac Roman. */
    MAC_ROMAN
}
