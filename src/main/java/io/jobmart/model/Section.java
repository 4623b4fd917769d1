package io.jobmart.model;

/**
 * A part of a posting's text under one heading.
 *
 * @param heading as written; null before the first heading
 * @param start UTF-16 offset of the heading or the first block
 * @param end offset after the last block
 */
public record Section(SectionKind kind, String heading, int start, int end) {}
