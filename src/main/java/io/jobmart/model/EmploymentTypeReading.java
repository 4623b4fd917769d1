package io.jobmart.model;

/** One employment type that a posting offers. */
public record EmploymentTypeReading(EmploymentType type, Evidence evidence) {}
