package io.jobmart.pipeline;

import io.jobmart.model.BuildInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The version of the code that rows depend on: the release, and a checksum of the classes and vocabularies themselves,
 * so that two builds of a version that is still being worked on are two.
 */
final class CodeVersion {
    private CodeVersion() {}

    static String current() {
        CodeSource source = CodeVersion.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return BuildInfo.version();
        }
        try {
            Path location = Path.of(source.getLocation().toURI());
            CRC32 checksum = new CRC32();
            if (Files.isDirectory(location)) {
                ofDirectory(location, checksum);
            } else {
                ofJar(location, checksum);
            }
            return BuildInfo.version() + "+" + String.format("%08x", checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ofJar(Path jar, CRC32 checksum) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith("io/jobmart/"))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                update(checksum, entry.getName(), entry.getCrc());
            }
        }
    }

    private static void ofDirectory(Path classes, CRC32 checksum) throws IOException {
        Path root = classes.resolve("io/jobmart");
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                try (InputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                    update(
                            checksum,
                            classes.relativize(file).toString(),
                            ((CheckedInputStream) in).getChecksum().getValue());
                }
            }
        }
    }

    private static void update(CRC32 checksum, String name, long crc) {
        checksum.update((name + " " + crc + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
