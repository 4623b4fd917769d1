package io.jobmart.source;

import java.io.Serializable;

/**
 * A dialect as a user wrote it: read once where the command runs, so that tasks on other machines need no such file.
 *
 * @param name of the file, for messages
 * @param text JSON, as {@code conf/dialects/README.md} describes it
 */
public record DialectFile(String name, String text) implements Serializable {}
