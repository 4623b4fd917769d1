package io.jobmart.parse;

import io.jobmart.model.PlaceMention;
import io.jobmart.model.RemoteRegion;
import io.jobmart.model.WorkModeReading;
import java.util.List;

/**
 * Where a posting's work is done.
 *
 * @param places in the order stated, each place once per role; at most one work site is primary
 * @param remoteRegions where a remote worker may be; empty unless the mode is REMOTE
 */
public record Workplace(WorkModeReading mode, List<PlaceMention> places, List<RemoteRegion> remoteRegions) {}
