package io.jobmart.store;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * What an object store without conditional writes does: an object is there as a whole when its stream is closed, and a
 * rename is a copy and a deletion of one object after the other. Changes go through {@link Mutations}.
 */
public class WatchedObjectStore extends WatchedFileSystem.Raw {
    public static final String SCHEME = "objects";

    public WatchedObjectStore() {
        super(SCHEME);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        File source = pathToFile(from);
        if (!source.exists()) {
            return false;
        }
        Path target = pathToFile(to).isDirectory() ? new Path(to, from.getName()) : to;
        if (source.isDirectory()) {
            mkdirs(target);
            for (File child : source.listFiles()) {
                rename(new Path(from, child.getName()), new Path(target, child.getName()));
            }
        } else {
            Mutations.of(
                    "put",
                    target,
                    () -> Files.copy(source.toPath(), pathToFile(target).toPath()));
        }
        return delete(from, true);
    }

    @Override
    protected OutputStream createOutputStream(Path path, boolean append) {
        return put(path);
    }

    @Override
    protected OutputStream createOutputStreamWithMode(Path path, boolean append, FsPermission permission) {
        return put(path);
    }

    private OutputStream put(Path path) {
        return new ByteArrayOutputStream() {
            private boolean closed;

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    Mutations.of("put", path, () -> Files.write(pathToFile(path).toPath(), toByteArray()));
                }
            }
        };
    }
}
