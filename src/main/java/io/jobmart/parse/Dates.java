package io.jobmart.parse;

import java.time.LocalDate;

/** The days that a posting states; null when it states none. */
public record Dates(LocalDate posted, LocalDate validThrough) {}
