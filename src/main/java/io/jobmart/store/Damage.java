package io.jobmart.store;

/**
 * A file of a warehouse that is not as it was written.
 *
 * @param path below the warehouse
 * @param finding what is wrong with it, such as {@code "is missing"}
 */
public record Damage(String path, String finding) {
    @Override
    public String toString() {
        return path + " " + finding;
    }
}
