package io.jobmart.cli;

import io.jobmart.model.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"jobmart " + BuildInfo.version() + " (for Spark " + BuildInfo.sparkVersion() + ")"};
    }
}
