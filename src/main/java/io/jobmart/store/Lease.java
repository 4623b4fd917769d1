package io.jobmart.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/**
 * The content of {@code LOCK}: who writes to the warehouse.
 *
 * @param token tells this lease from every other
 * @param processStarted ticks from the boot of the machine to the start of the process, null when the platform
 *     doesn't tell: numbers of processes are reused, and a clock may be set
 * @param processSpace what the process number counts in: containers of one host name may have several
 * @param start when the lease was taken
 * @param expiry when its owner meant to be long done; passing it does not end the lease
 */
record Lease(
        String token,
        String owner,
        String host,
        long pid,
        String processStarted,
        String processSpace,
        String start,
        String expiry) {

    /** A lease of this process. */
    static Lease ofThisProcess(Duration duration) {
        Instant now = Instant.now();
        ProcessHandle self = ProcessHandle.current();
        return new Lease(
                UUID.randomUUID().toString(),
                System.getProperty("user.name"),
                localHost(),
                self.pid(),
                startOf(self.pid()),
                localProcessSpace(),
                now.toString(),
                now.plus(duration).toString());
    }

    /** Whether the process that took the lease is certain to be gone: it ran here, and no process here is it. */
    boolean ownerIsDead() {
        if (!localHost().equals(host)
                || localProcessSpace() == null
                || !localProcessSpace().equals(processSpace)) {
            return false;
        }
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        if (process == null || !process.isAlive()) {
            return true;
        }
        String started = startOf(pid);
        return started != null && processStarted != null && !started.equals(processStarted);
    }

    boolean expired() {
        try {
            return Instant.now().isAfter(Instant.parse(expiry));
        } catch (DateTimeParseException | NullPointerException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return owner + " on " + host + ", process " + pid + ", since " + start + (expired() ? ", expired " : ", until ")
                + expiry;
    }

    private static String localHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static String startOf(long pid) {
        try {
            String status = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The program's name, in parentheses, may hold blanks; after it, the start is the 20th field.
            return status.substring(status.lastIndexOf(')') + 2).split(" ")[19];
        } catch (IOException | IndexOutOfBoundsException | SecurityException e) {
            return null;
        }
    }

    /** The boot of the machine and the namespace of process numbers; null where the platform doesn't tell. */
    private static String localProcessSpace() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + " "
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return null;
        }
    }
}
