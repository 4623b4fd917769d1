package io.jobmart.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;

/**
 * Finds the files of a load, and gives each the name that it goes by in the warehouse: its path below the input given,
 * so that a dump that was moved is still the same dump. Where several inputs are given, the input's own name comes
 * first, as far as it takes to tell them apart.
 */
public final class Inputs {
    /** Deeper than this, a directory is taken for a link to itself. */
    private static final int MAX_DEPTH = 64;

    /** An input as given, with the directory that names count from. */
    private record Root(Path base, List<FileStatus> found) {}

    private Inputs() {}

    /**
     * The files of the inputs, sorted by name, each once.
     *
     * @throws LoadException.BadInput when an input does not exist or may not be listed
     * @throws LoadException.CannotWrite when its storage fails, which may be back later
     */
    public static List<InputFile> list(List<String> inputs, Configuration configuration) throws LoadException {
        if (inputs.isEmpty()) {
            throw new LoadException.BadInput("No input was given");
        }
        List<Root> roots = new ArrayList<>();
        for (String input : inputs.stream().distinct().toList()) {
            try {
                roots.add(root(input, configuration));
            } catch (IOException | IllegalArgumentException e) {
                String message = "Cannot list the input " + input + ": " + e.getMessage();
                throw isStorageFailure(e)
                        ? new LoadException.CannotWrite(
                                message.lines().findFirst().orElse(""), e)
                        : new LoadException.BadInput(message, e);
            }
        }
        List<InputFile> files = new ArrayList<>();
        for (Root root : roots) {
            String prefix = prefix(root, roots);
            for (FileStatus file : root.found) {
                String below = below(root.base, file.getPath());
                String name = below.isEmpty() ? file.getPath().getName() : below;
                files.add(new InputFile(file.getPath().toString(), join(prefix, below, name), file.getLen()));
            }
        }
        files.sort(Comparator.comparing(InputFile::sourceFile).thenComparing(InputFile::path));
        Set<String> seen = new HashSet<>();
        files.removeIf(file -> !seen.add(file.path()));
        return files;
    }

    /** Whether the same command may do better later: what is not there, is forbidden or is no address stays so. */
    private static boolean isStorageFailure(Exception e) {
        return e instanceof IOException
                && !(e instanceof FileNotFoundException
                        || e instanceof FileSystemException
                        || e instanceof AccessControlException
                        || e instanceof UnsupportedFileSystemException);
    }

    /** The inputs as paths that mean the same from everywhere. */
    static List<String> qualified(List<String> inputs, Configuration configuration) throws IOException {
        List<String> paths = new ArrayList<>();
        for (String input : inputs) {
            Path path = new Path(input);
            paths.add(path.getFileSystem(configuration).makeQualified(path).toString());
        }
        return paths;
    }

    private static String join(String prefix, String below, String name) {
        if (prefix.isEmpty()) {
            return name;
        }
        return below.isEmpty() ? prefix : prefix + "/" + below;
    }

    private static Root root(String input, Configuration configuration) throws IOException {
        Path path = new Path(input);
        FileSystem fileSystem = path.getFileSystem(configuration);
        // A name may hold brackets: what exists as written is no pattern.
        if (fileSystem.exists(path)) {
            FileStatus status = fileSystem.getFileStatus(path);
            return new Root(status.getPath(), files(fileSystem, status));
        }
        FileStatus[] matches = fileSystem.globStatus(path);
        if (matches == null || matches.length == 0) {
            throw new FileNotFoundException(matches == null ? "it does not exist" : "nothing matches");
        }
        List<FileStatus> found = new ArrayList<>();
        for (FileStatus match : matches) {
            if (!isHidden(match)) {
                found.addAll(files(fileSystem, match));
            }
        }
        return new Root(fileSystem.makeQualified(fixedPart(path)), found);
    }

    /** The directory of a pattern above its first wildcard. */
    private static Path fixedPart(Path pattern) {
        Path fixed = pattern;
        for (Path part = pattern; part != null; part = part.getParent()) {
            if (part.getName().matches(".*[*?\\[{].*")) {
                fixed = part.getParent();
            }
        }
        return fixed == null ? new Path(".") : fixed;
    }

    private static List<FileStatus> files(FileSystem fileSystem, FileStatus root) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        Deque<FileStatus> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            FileStatus status = open.pop();
            if (!status.isDirectory()) {
                files.add(status);
                continue;
            }
            if (status.getPath().depth() - root.getPath().depth() > MAX_DEPTH) {
                throw new IOException(status.getPath() + " lies more than " + MAX_DEPTH + " directories deep");
            }
            for (FileStatus child : fileSystem.listStatus(status.getPath())) {
                if (!isHidden(child)) {
                    open.push(child);
                }
            }
        }
        return files;
    }

    private static boolean isHidden(FileStatus status) {
        String name = status.getPath().getName();
        return name.startsWith(".") || name.startsWith("_");
    }

    private static String below(Path base, Path file) {
        String name = base.toUri().relativize(file.toUri()).getPath();
        return name.startsWith("/") && !base.equals(file) ? file.getName() : base.equals(file) ? "" : name;
    }

    /** Nothing for a single input, else its last name, else as much of its path as tells it from the others. */
    private static String prefix(Root root, List<Root> roots) {
        if (roots.size() == 1) {
            return "";
        }
        int depth = root.base.depth();
        for (int names = 1; names < depth; names++) {
            String prefix = lastNames(root.base, names);
            Map<String, Integer> counts = new HashMap<>();
            for (Root other : roots) {
                counts.merge(lastNames(other.base, names), 1, Integer::sum);
            }
            if (counts.get(prefix) == 1) {
                return prefix;
            }
        }
        return lastNames(root.base, depth);
    }

    private static String lastNames(Path path, int count) {
        StringBuilder names = new StringBuilder(path.getName());
        Path part = path.getParent();
        for (int i = 1; i < count && part != null && !part.getName().isEmpty(); i++) {
            names.insert(0, part.getName() + "/");
            part = part.getParent();
        }
        return names.toString();
    }
}
