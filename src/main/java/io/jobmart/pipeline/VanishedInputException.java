package io.jobmart.pipeline;

/**
 * A file that was looked into and can't be opened any more, since somebody moved it or has taken the right to read it away.
 * It fails the load: were it quarantined under its fingerprint, the warehouse would take it for loaded when it comes back.
 */
final class VanishedInputException extends RuntimeException {
    VanishedInputException(String path, Exception cause) {
        super("The input file " + path + " was there when the load began and can't be opened any more", cause);
    }
}
