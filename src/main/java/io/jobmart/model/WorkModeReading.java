package io.jobmart.model;

/** The work mode that a posting offers; evidence is null when it is not stated. */
public record WorkModeReading(WorkMode mode, ValueStatus status, Evidence evidence) {}
