package io.jobmart.store;

import static org.apache.hadoop.fs.Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;
import static org.apache.hadoop.fs.Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/**
 * A file system behind Hadoop's interface. HDFS and its like rename atomically over an existing file. An object store
 * puts a whole object at once, and a rename there is a copy; where it knows conditional writes, as S3 does, it tells by
 * itself which of two writers came first.
 */
final class RemoteStorage extends Storage {
    private static final Set<String> RENAMES_ATOMICALLY =
            Set.of("hdfs", "viewfs", "webhdfs", "abfs", "abfss", "ofs", "o3fs");

    private final Configuration configuration;
    private final boolean writesConditionally;

    RemoteStorage(FileSystem fileSystem, Path root, Configuration configuration) throws IOException {
        super(fileSystem, root);
        this.configuration = configuration;
        this.writesConditionally = fileSystem.hasPathCapability(root, FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)
                && fileSystem.hasPathCapability(root, FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG);
    }

    @Override
    boolean createNew(String name, byte[] content) throws IOException {
        try (FSDataOutputStream out = writesConditionally
                ? overwriting(name)
                        .must(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true)
                        .build()
                : fileSystem.create(path(name), false)) {
            out.write(content);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            // HDFS wraps the exception of its server, and stores name their own.
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
            try (FSDataOutputStream out = fileSystem.create(path(name), true)) {
                out.write(content);
            }
            return;
        }
        Path temporary = path(name + "." + UUID.randomUUID() + Warehouse.TEMPORARY);
        try (FSDataOutputStream out = fileSystem.create(temporary, true)) {
            out.write(content);
        }
        FileContext.getFileContext(fileSystem.getUri(), configuration).rename(temporary, path(name), Rename.OVERWRITE);
    }

    @Override
    boolean replaceIf(String name, byte[] expected, byte[] content) throws IOException {
        if (writesConditionally) {
            return replaceConditionally(name, expected, content);
        }
        // Not at once: who breaks a lock at the very moment that another does is told when it comes to publishing.
        if (read(name).filter(found -> Arrays.equals(found, expected)).isEmpty()) {
            return false;
        }
        replace(name, content);
        return true;
    }

    private boolean replaceConditionally(String name, byte[] expected, byte[] content) throws IOException {
        String etag;
        try {
            // Before its content, so that a change between the two shows.
            etag = ((EtagSource) fileSystem.getFileStatus(path(name))).getEtag();
        } catch (FileNotFoundException e) {
            return false;
        }
        if (read(name).filter(found -> Arrays.equals(found, expected)).isEmpty()) {
            return false;
        }
        try (FSDataOutputStream out = overwriting(name)
                .must(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE_ETAG, etag)
                .build()) {
            out.write(content);
        } catch (IOException e) {
            // Refused, or done and its answer lost, or neither: what lies there tells.
            byte[] found = read(name).orElse(null);
            if (found == null || Arrays.equals(found, expected)) {
                throw e;
            }
            return Arrays.equals(found, content);
        }
        return true;
    }

    private FSDataOutputStreamBuilder<?, ?> overwriting(String name) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = fileSystem.createFile(path(name));
        return builder.overwrite(true);
    }

    @Override
    void link(String name, String target) {
        // No symbolic links: readers follow CURRENT.json.
    }
}
