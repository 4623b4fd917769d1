package io.jobmart.pipeline;

/** A posting that was parsed before. */
public record KnownReading(Long readingKey, Long postingKey, String contentHash) {}
