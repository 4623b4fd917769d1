package io.jobmart.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.fs.LocalFileSystem;

/**
 * A local or mounted POSIX file system. Hadoop's own view of it checks and then creates, which two processes can both
 * pass, so the files that matter go through {@code java.nio.file}.
 */
final class LocalStorage extends Storage {
    private final Path directory;

    LocalStorage(LocalFileSystem fileSystem, org.apache.hadoop.fs.Path root) {
        super(fileSystem, root);
        directory = fileSystem.pathToFile(root).toPath();
    }

    @Override
    boolean createNew(String name, byte[] content) throws IOException {
        Path temporary = temporary(name, content);
        try {
            // A hard link appears with all of its content; a file that is created and then written can be found empty.
            Files.createLink(directory.resolve(name), temporary);
            force(directory);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
            return createWithoutLink(name, content);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean createWithoutLink(String name, byte[] content) throws IOException {
        try {
            Files.write(directory.resolve(name), content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    @Override
    void replace(String name, byte[] content) throws IOException {
        Files.move(temporary(name, content), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        force(directory);
    }

    @Override
    boolean replaceIf(String name, byte[] expected, byte[] content) throws IOException {
        // Two processes that both find the same dead lock meet at the lock of the operating system on that file; the
        // second one then finds the first one's content under the name.
        synchronized (LocalStorage.class) {
            try (FileChannel channel = FileChannel.open(directory.resolve(name), StandardOpenOption.WRITE);
                    FileLock held = lock(channel)) {
                if (held != null && !held.isValid()
                        || !Arrays.equals(expected, Files.readAllBytes(directory.resolve(name)))) {
                    return false;
                }
                replace(name, content);
                return true;
            } catch (NoSuchFileException e) {
                return false;
            }
        }
    }

    /** Null where a mounted file system has no locks: the lease alone must do there. */
    private static FileLock lock(FileChannel channel) {
        try {
            return channel.lock();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    void link(String name, String target) throws IOException {
        Path link = directory.resolve(name);
        Path relative = Path.of(target);
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(relative)) {
            return;
        }
        Path temporary = directory.resolve(name + "." + UUID.randomUUID() + Warehouse.TEMPORARY);
        try {
            Files.createSymbolicLink(temporary, relative);
        } catch (UnsupportedOperationException e) {
            return;
        }
        Files.move(temporary, link, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    List<String> names(String name) throws IOException {
        // Hadoop does not list a link whose target is gone. Names with a dot are its own checksums.
        try (Stream<Path> found = Files.list(name.isEmpty() ? directory : directory.resolve(name))) {
            return found.map(path -> path.getFileName().toString())
                    .filter(file -> !file.startsWith("."))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    void delete(String name) throws IOException {
        // Nor does it delete one.
        if (Files.isSymbolicLink(directory.resolve(name))) {
            Files.delete(directory.resolve(name));
        } else {
            super.delete(name);
        }
    }

    private Path temporary(String name, byte[] content) throws IOException {
        Path temporary = directory.resolve(name + "." + UUID.randomUUID() + Warehouse.TEMPORARY);
        Files.createDirectories(temporary.getParent());
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            // A full disk leaves half of it.
            Files.deleteIfExists(temporary);
            throw e;
        }
        return temporary;
    }

    /** Makes a rename last through a power failure, where the platform can. */
    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Directories cannot be opened everywhere; the rename itself has happened.
        }
    }
}
