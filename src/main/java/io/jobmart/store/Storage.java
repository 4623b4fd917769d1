package io.jobmart.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The small files of a warehouse on some file system. What differs between file systems is how to create a file so
 * that only one of two succeeds, and how to replace one so that a reader finds the old content or the new.
 */
abstract class Storage {
    final FileSystem fileSystem;
    final Path root;

    Storage(FileSystem fileSystem, Path root) {
        this.fileSystem = fileSystem;
        this.root = root;
    }

    static Storage at(String location, Configuration configuration) throws IOException {
        Path given = new Path(location);
        FileSystem fileSystem = given.getFileSystem(configuration);
        Path root = fileSystem.makeQualified(given);
        return fileSystem instanceof LocalFileSystem local
                ? new LocalStorage(local, root)
                : new RemoteStorage(fileSystem, root, configuration);
    }

    /** Creates a file with all of its content, or returns false when there is one of that name. */
    abstract boolean createNew(String name, byte[] content) throws IOException;

    /** Creates or replaces a file; a reader finds the old content or the new. */
    abstract void replace(String name, byte[] content) throws IOException;

    /** Replaces a file as {@link #replace} does when its content still is {@code expected}; false when it is not. */
    abstract boolean replaceIf(String name, byte[] expected, byte[] content) throws IOException;

    /** Points {@code current} to a snapshot where the file system has symbolic links. */
    abstract void link(String name, String target) throws IOException;

    /** A path in the warehouse; the root for an empty name. */
    final Path path(String name) {
        return name.isEmpty() ? root : new Path(root, name);
    }

    final Optional<byte[]> read(String name) throws IOException {
        try (var in = fileSystem.open(path(name))) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    final boolean exists(String name) throws IOException {
        return fileSystem.exists(path(name));
    }

    void delete(String name) throws IOException {
        Path path = path(name);
        if (!fileSystem.delete(path, true) && fileSystem.exists(path)) {
            throw new IOException("Cannot delete " + path);
        }
    }

    /** What a file or a directory with all below it takes. */
    final long bytes(String name) throws IOException {
        return fileSystem.getContentSummary(path(name)).getLength();
    }

    /** The files below a directory with their sizes, by their paths below it, in order. */
    final Map<String, Long> files(String directory) throws IOException {
        String base = fileSystem.makeQualified(path(directory)).toString();
        Map<String, Long> files = new TreeMap<>();
        for (RemoteIterator<LocatedFileStatus> found = fileSystem.listFiles(path(directory), true); found.hasNext(); ) {
            LocatedFileStatus file = found.next();
            files.put(file.getPath().toString().substring(base.length() + 1), file.getLen());
        }
        return files;
    }

    final void makeDirectory(String name) throws IOException {
        if (!fileSystem.mkdirs(path(name))) {
            throw new IOException("Cannot create directory " + path(name));
        }
    }

    /** The names in a directory, sorted; none when there is no such directory. */
    List<String> names(String directory) throws IOException {
        try {
            FileStatus[] found = fileSystem.listStatus(path(directory));
            List<String> names = new ArrayList<>(
                    Arrays.stream(found).map(file -> file.getPath().getName()).toList());
            names.sort(Comparator.naturalOrder());
            return names;
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }
}
