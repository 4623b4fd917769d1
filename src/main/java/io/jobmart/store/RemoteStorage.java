package io.jobmart.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/**
 * A file system behind Hadoop's interface. HDFS and its like rename atomically over an existing file; an object store
 * puts a whole object at once, and a rename there is a copy.
 */
final class RemoteStorage extends Storage {
    private static final Set<String> RENAMES_ATOMICALLY =
            Set.of("hdfs", "viewfs", "webhdfs", "abfs", "abfss", "ofs", "o3fs");

    private final Configuration configuration;

    RemoteStorage(FileSystem fileSystem, Path root, Configuration configuration) {
        super(fileSystem, root);
        this.configuration = configuration;
    }

    @Override
    boolean createNew(String name, byte[] content) throws IOException {
        try (FSDataOutputStream out = fileSystem.create(path(name), false)) {
            out.write(content);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            // HDFS wraps the exception of its server, and some stores name their own.
            if (exists(name)) {
                return false;
            }
            throw e;
        }
        return read(name).filter(found -> Arrays.equals(found, content)).isPresent();
    }

    @Override
    void replace(String name, byte[] content) throws IOException {
        if (!RENAMES_ATOMICALLY.contains(fileSystem.getUri().getScheme())) {
            write(path(name), content);
            return;
        }
        Path temporary = path(name + "." + UUID.randomUUID() + Warehouse.TEMPORARY);
        write(temporary, content);
        FileContext.getFileContext(fileSystem.getUri(), configuration).rename(temporary, path(name), Rename.OVERWRITE);
    }

    @Override
    boolean replaceIf(String name, byte[] expected, byte[] content) throws IOException {
        if (read(name).filter(found -> Arrays.equals(found, expected)).isEmpty()) {
            return false;
        }
        delete(name);
        return createNew(name, content);
    }

    @Override
    void link(String name, String target) {
        // No symbolic links: readers follow CURRENT.json.
    }

    private void write(Path path, byte[] content) throws IOException {
        try (FSDataOutputStream out = fileSystem.create(path, true)) {
            out.write(content);
        }
    }
}
