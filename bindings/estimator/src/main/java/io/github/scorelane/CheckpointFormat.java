package io.github.scorelane;

import io.github.scorelane.engine.run.RunState;
import io.github.scorelane.engine.unit.Scale;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Writes and reads the bytes of a {@link Checkpoint}: head (magic, version, length of the body), body, checksum of both. */
final class CheckpointFormat {
    /** The version, which is to be raised when the format changes, and when the bits of estimates do. */
    static final int VERSION = 3;
    /**
     * The version before, of the same bits, which differs in that it does not name the estimator: there was only that of the score
     * function.
     */
    static final int WITHOUT_ESTIMATOR = 2;

    private static final long MAGIC = ByteBuffer.wrap("SCORELNE".getBytes(StandardCharsets.US_ASCII))
            .order(ByteOrder.LITTLE_ENDIAN).getLong();
    private static final int HEAD = Long.BYTES + 2 * Integer.BYTES;
    private static final int CHECKSUM = Integer.BYTES;
    private static final long MOST = Integer.MAX_VALUE - 8L;

    private CheckpointFormat() {}

    static byte[] bytes(ProblemIdentity identity, RunState state) {
        byte[] distribution = identity.distribution().getBytes(StandardCharsets.UTF_8);
        byte[] baseline = identity.baseline().getBytes(StandardCharsets.UTF_8);
        byte[] estimator = identity.estimator().getBytes(StandardCharsets.UTF_8);
        int[] scores = state.scale().scores() == null ? new int[0] : state.scale().scores();
        long body = 4L * Long.BYTES + 2 + (7L + scores.length) * Integer.BYTES + ProblemIdentity.HASH
                + distribution.length + baseline.length + estimator.length
                + doubles(state.whole()) + doubles(state.residuals());
        if (HEAD + body + CHECKSUM > MOST) {
            throw new IllegalStateException("checkpoint would have more than 2^31 - 9 bytes: " + (HEAD + body + CHECKSUM));
        }
        ByteBuffer out = ByteBuffer.allocate((int) (HEAD + body + CHECKSUM)).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(MAGIC).putInt(VERSION).putInt((int) body);
        out.putLong(identity.seed()).put(identity.hash()).put((byte) (identity.covariance() ? 1 : 0));
        out.putInt(distribution.length).put(distribution).putInt(baseline.length).put(baseline);
        out.putInt(estimator.length).put(estimator);
        out.putLong(state.wholeBlocks()).putLong(state.residualBlocks()).putDouble(state.centre());
        out.putInt(state.scale().function()).put((byte) (state.scale().isLate() ? 1 : 0)).putInt(scores.length);
        for (int exponent : scores) {
            out.putInt(exponent);
        }
        put(out, state.whole());
        put(out, state.residuals());
        return out.putInt(checksum(out.array())).array();
    }

    private static long doubles(List<double[]> nodes) {
        return nodes.isEmpty() ? 0 : (long) nodes.size() * nodes.getFirst().length * Double.BYTES;
    }

    private static void put(ByteBuffer out, List<double[]> nodes) {
        int length = nodes.isEmpty() ? 0 : nodes.getFirst().length;
        out.putInt(length);
        for (double[] node : nodes) {
            out.asDoubleBuffer().put(node);
            out.position(out.position() + length * Double.BYTES);
        }
    }

    static Checkpoint read(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        int body = bodyLength(head);
        byte[] rest = in.readNBytes(body + CHECKSUM);
        byte[] all = new byte[HEAD + rest.length];
        System.arraycopy(head, 0, all, 0, HEAD);
        System.arraycopy(rest, 0, all, HEAD, rest.length);
        return read(all);
    }

    static Checkpoint read(byte[] bytes) {
        long length = (long) HEAD + bodyLength(bytes) + CHECKSUM;
        if (bytes.length < length) {
            throw new IllegalArgumentException("checkpoint is not complete: " + bytes.length + " of " + length + " bytes");
        }
        if (bytes.length > length) {
            throw new IllegalArgumentException("checkpoint is followed by something else: " + (bytes.length - length) + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (checksum(bytes) != in.getInt(bytes.length - CHECKSUM)) {
            throw new IllegalArgumentException("checkpoint is damaged: its checksum is not that of its bytes");
        }
        try {
            int version = in.getInt(Long.BYTES);
            return body(in.limit(bytes.length - CHECKSUM).position(HEAD), version);
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("checkpoint is damaged: its lengths do not add up", e);
        }
    }

    /** Returns the length of the body; refuses what is no checkpoint, or one of a version that is not known. */
    private static int bodyLength(byte[] bytes) {
        if (bytes.length < HEAD) {
            throw new IllegalArgumentException("checkpoint is not complete: " + bytes.length + " bytes, and its head has " + HEAD);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getLong() != MAGIC) {
            throw new IllegalArgumentException("these bytes are no checkpoint: they do not begin with SCORELNE");
        }
        int version = in.getInt();
        if (version != VERSION && version != WITHOUT_ESTIMATOR) {
            throw new IllegalArgumentException("checkpoint has version " + version + ", and this library reads versions "
                    + WITHOUT_ESTIMATOR + " and " + VERSION + ": it was made by another release");
        }
        int body = in.getInt();
        if (body < 0 || body > MOST - HEAD - CHECKSUM) {
            throw new IllegalArgumentException("checkpoint is damaged: its length is " + Integer.toUnsignedString(body));
        }
        return body;
    }

    private static Checkpoint body(ByteBuffer in, int version) {
        long seed = in.getLong();
        byte[] hash = new byte[ProblemIdentity.HASH];
        in.get(hash);
        boolean covariance = in.get() != 0;
        String distribution = text(in);
        String baseline = text(in);
        String estimator = version == WITHOUT_ESTIMATOR ? ScoreFunctionEstimator.KIND : text(in);
        long whole = in.getLong();
        long residual = in.getLong();
        requireBlocks(whole, residual);
        double centre = in.getDouble();
        RunState state = new RunState(whole, residual, centre, scale(in), nodes(in, whole), nodes(in, residual));
        if (in.hasRemaining() || !state.scale().isPossible()) {
            throw new IllegalArgumentException("checkpoint is damaged: its lengths do not add up");
        }
        return new Checkpoint(new ProblemIdentity(seed, estimator, distribution, hash, baseline, covariance), state);
    }

    /** Refuses more blocks than a run can have, for a long might not count their samples. */
    private static void requireBlocks(long whole, long residual) {
        if (whole < 0 || residual < 0 || whole > RunState.MAX_BLOCKS || residual > RunState.MAX_BLOCKS - whole) {
            throw new IllegalArgumentException("checkpoint is damaged: its numbers of blocks are not between 0 and 2^50 together: "
                    + whole + " and " + residual);
        }
    }

    private static Scale scale(ByteBuffer in) {
        int function = in.getInt();
        boolean isLate = in.get() != 0;
        int count = in.getInt();
        if (count > in.remaining() / Integer.BYTES) {
            throw new BufferUnderflowException();
        }
        int[] scores = new int[count];
        for (int p = 0; p < count; p++) {
            scores[p] = in.getInt();
        }
        return new Scale(function, count == 0 ? null : scores, isLate, 0);
    }

    private static String text(ByteBuffer in) {
        return new String(take(in, in.getInt()), StandardCharsets.UTF_8);
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static List<double[]> nodes(ByteBuffer in, long blocks) {
        int length = in.getInt();
        List<double[]> nodes = new ArrayList<>();
        for (int i = 0; i < Long.bitCount(blocks); i++) {
            if (length > in.remaining() / Double.BYTES) {
                throw new BufferUnderflowException();
            }
            double[] node = new double[length];
            in.asDoubleBuffer().get(node);
            in.position(in.position() + length * Double.BYTES);
            nodes.add(node);
        }
        return nodes;
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - CHECKSUM);
        return (int) checksum.getValue();
    }
}
