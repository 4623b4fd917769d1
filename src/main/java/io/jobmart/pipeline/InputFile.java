package io.jobmart.pipeline;

import java.io.Serializable;

/**
 * A file to load.
 *
 * @param path where it lies, with its file system
 * @param sourceFile path below the input given
 */
public record InputFile(String path, String sourceFile, long bytes) implements Serializable {}
