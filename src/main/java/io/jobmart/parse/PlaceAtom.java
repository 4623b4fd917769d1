package io.jobmart.parse;

/** A stretch between two separators. */
final class PlaceAtom {
    int start;
    int end;
    /** What stands before: ',' with a blank after, 't' comma without, '-' '(' '/' ';' or 'o' for "or"; ' ' first. */
    char separator;

    int modes;
    int modeStart = -1;
    int modeEnd = -1;
    int[] entries = {};
    boolean named;
}
