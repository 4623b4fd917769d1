package io.jobmart.parse;

/** A stretch between two separators. */
final class PlaceAtom {
    int start;
    int end;
    /** What stands before: ',' with a blank after, 't' comma without, '-' '(' '/' ';' or 'o' for "or"; ' ' first. */
    char separator;

    int modes;
    /** Whether it says "Remote Hybrid": without a sign between them the one says how the other is meant. */
    boolean mixed;

    int modeStart = -1;
    int modeEnd = -1;
    int[] entries = {};
    boolean named;
}
