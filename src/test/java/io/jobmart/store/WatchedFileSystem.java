package io.jobmart.store;

import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** The local file system under a name of its own; each of its changes, one file at a time, goes through {@link Mutations}. */
public final class WatchedFileSystem extends LocalFileSystem {
    public static final String SCHEME = "watched";

    public WatchedFileSystem() {
        super(new Raw(SCHEME));
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public File pathToFile(Path path) {
        File real = super.pathToFile(path);
        return new File(real.getPath()) {
            @Override
            public java.nio.file.Path toPath() {
                return WatchedPaths.of(real.toPath());
            }
        };
    }

    /** Each change of the files themselves, which a checksum file beside each is one of. */
    static class Raw extends RawLocalFileSystem {
        private final URI uri;

        Raw(String scheme) {
            uri = URI.create(scheme + ":///");
        }

        @Override
        public URI getUri() {
            // Asked by the constructor above.
            return uri == null ? super.getUri() : uri;
        }

        /** Without owner and rights, which Hadoop asks "file:" alone for. */
        private static FileStatus plain(FileStatus status) {
            return new FileStatus(
                    status.getLen(),
                    status.isDirectory(),
                    1,
                    status.getBlockSize(),
                    status.getModificationTime(),
                    status.getPath());
        }

        @Override
        public FileStatus getFileStatus(Path path) throws IOException {
            return plain(super.getFileStatus(path));
        }

        @Override
        public FileStatus[] listStatus(Path path) throws IOException {
            return Arrays.stream(super.listStatus(path)).map(Raw::plain).toArray(FileStatus[]::new);
        }

        @Override
        public boolean mkdirs(Path path) throws IOException {
            return pathToFile(path).isDirectory() || Mutations.of("directory", path, () -> super.mkdirs(path));
        }

        @Override
        public boolean rename(Path from, Path to) throws IOException {
            return Mutations.of("rename", to, () -> super.rename(from, to));
        }

        /** No order is promised. Here what comes first by its name, as markers of completion do, goes last. */
        @Override
        public boolean delete(Path path, boolean recursive) throws IOException {
            File file = pathToFile(path);
            if (recursive && file.isDirectory()) {
                File[] children = file.listFiles();
                Arrays.sort(children, Comparator.comparing(File::getName).reversed());
                for (File child : children) {
                    delete(new Path(path, child.getName()), true);
                }
            }
            return file.exists() && Mutations.of("delete", path, () -> super.delete(path, recursive));
        }

        @Override
        protected OutputStream createOutputStream(Path path, boolean append) throws IOException {
            return watched(path, Mutations.of("create", path, () -> super.createOutputStream(path, append)));
        }

        @Override
        protected OutputStream createOutputStreamWithMode(Path path, boolean append, FsPermission permission)
                throws IOException {
            return watched(
                    path,
                    Mutations.of("create", path, () -> super.createOutputStreamWithMode(path, append, permission)));
        }

        private static OutputStream watched(Path path, OutputStream out) {
            return new FilterOutputStream(out) {
                private boolean closed;

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    Mutations.of("write", path, () -> {
                        out.write(bytes, offset, length);
                        return null;
                    });
                }

                @Override
                public void close() throws IOException {
                    if (!closed) {
                        closed = true;
                        super.close();
                    }
                }
            };
        }
    }
}
