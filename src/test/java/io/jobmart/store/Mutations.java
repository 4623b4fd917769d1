package io.jobmart.store;

import io.jobmart.Folders;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that changes the files below a directory, one change after the other. A test can keep what lay there before each
 * change, which is what a kill at that moment would leave, or let the disk be full from one change on.
 */
public final class Mutations {
    /** A change of the file system. */
    public interface Change<T> {
        T make() throws IOException;
    }

    private final Path directory;
    private final Path states;
    private final int fullFrom;
    private final List<String> names = new ArrayList<>();

    private static Mutations watched;

    private Mutations(Path directory, Path states, int fullFrom) {
        this.directory = directory;
        this.states = states;
        this.fullFrom = fullFrom;
    }

    /** Keeps what lies in a directory before each change of it as {@code states/0}, {@code states/1}, ... */
    public static Mutations keep(Path directory, Path states) {
        return watch(new Mutations(directory, states, Integer.MAX_VALUE));
    }

    /** Lets every change from that number on fail, unless it deletes something. */
    public static Mutations full(Path directory, int from) {
        return watch(new Mutations(directory, null, from));
    }

    private static synchronized Mutations watch(Mutations next) {
        watched = next;
        return next;
    }

    public static void stop() {
        watch(null);
    }

    /** What each change did, in their order. */
    public List<String> names() {
        synchronized (Mutations.class) {
            return List.copyOf(names);
        }
    }

    static <T> T of(String verb, Object path, Change<T> change) throws IOException {
        synchronized (Mutations.class) {
            if (watched != null && path.toString().contains(watched.directory.toString())) {
                watched.before(verb, path.toString());
            }
            return change.make();
        }
    }

    private void before(String verb, String path) throws IOException {
        int number = names.size();
        names.add(verb + " "
                + path.substring(path.indexOf(directory.toString())
                        + directory.toString().length()));
        if (states != null) {
            Path state = states.resolve(Integer.toString(number));
            if (Files.exists(directory)) {
                Folders.copy(directory, state);
            } else {
                Files.createDirectories(state);
            }
        }
        if (number >= fullFrom && !verb.equals("delete")) {
            throw new FileSystemException(path, null, "No space left on device");
        }
    }
}
