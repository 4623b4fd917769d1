package io.jobmart.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that this build was made of; manifests and keys of staged results name them. */
public final class BuildInfo {
    private static final Properties PROPERTIES = load();

    private BuildInfo() {}

    public static String version() {
        return PROPERTIES.getProperty("version");
    }

    public static String sparkVersion() {
        return PROPERTIES.getProperty("spark.version");
    }

    /** Of the library that a report's charts are drawn with. */
    public static String d3Version() {
        return PROPERTIES.getProperty("d3.version");
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("/io/jobmart/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
