package io.jobmart.source;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How the bytes of a file are compressed, told by the first of them. */
enum Compression {
    NONE,
    GZIP,
    BZIP2,
    XZ,
    ZSTD;

    /** As many bytes as {@link #of} looks at. */
    static final int MAGIC = 10;

    /** An xz file may ask for a dictionary of 1.5 GB; those of its strongest usual setting need 65 MB. */
    private static final int XZ_MEMORY_KIB = 128 * 1024;

    private static final long BZIP2_BLOCK = 0x314159265359L;

    static Compression of(byte[] head) {
        if (at(head, 0, 0x1F, 0x8B)) {
            return GZIP;
        }
        if (at(head, 0, 'B', 'Z', 'h') && head.length >= MAGIC && head[3] >= '1' && head[3] <= '9') {
            // "BZh" may begin a text: the number that begins the first block, or the end of an empty file, may not.
            long number = 0;
            for (int i = 4; i < MAGIC; i++) {
                number = number << 8 | head[i] & 0xFF;
            }
            return number == BZIP2_BLOCK || number == 0x177245385090L ? BZIP2 : NONE;
        }
        if (at(head, 0, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        boolean skippable = head.length >= 4 && (head[0] & 0xF0) == 0x50 && at(head, 1, 0x2A, 0x4D, 0x18);
        return at(head, 0, 0x28, 0xB5, 0x2F, 0xFD) || skippable ? ZSTD : NONE;
    }

    /** The bytes of a stream unpacked; streams of several parts are read to the end of the last. */
    InputStream unpack(InputStream in) throws IOException {
        return switch (this) {
            case NONE -> in;
            case GZIP -> new GzipMembers(in);
            case BZIP2 -> new BZip2CompressorInputStream(in, true);
            case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
            case ZSTD -> new ZstdInputStreamNoFinalizer(in);
        };
    }

    private static boolean at(byte[] bytes, int start, int... magic) {
        if (bytes.length < start + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[start + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
