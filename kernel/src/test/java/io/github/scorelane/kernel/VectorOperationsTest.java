package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the rules that keep the vector loops away from operations that are known to be wrong or slow. */
class VectorOperationsTest {
    private static final Path CLASSES =
            Path.of(URI.create(Gate.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern CALL_OF_SIMD = Pattern.compile("\\bSimd\\.[a-z]\\w*\\(");

    /**
     * Tests that kernels use no masked bitwise operations, and no vectors of bytes, shorts, ints and floats: some of these are
     * wrong on AVX-512 in some JDKs (JDK-8387145 and JDK-8387204).
     */
    private static boolean isForbidden(MemberRefEntry member) {
        String owner = member.owner().asInternalName();
        String descriptor = member.type().stringValue();
        return owner.matches("jdk/incubator/vector/(Byte|Short|Int|Float)Vector")
                || owner.matches("jdk/incubator/vector/(Double|Long)Vector")
                        && member.name().stringValue().matches("lanewise|and|or|not") && descriptor.contains("VectorMask");
    }

    private static List<String> forbidden(ClassModel model) {
        List<String> found = new ArrayList<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof MemberRefEntry member && isForbidden(member)) {
                found.add(model.thisClass().asInternalName() + ": " + member.owner().asInternalName() + "."
                        + member.name().stringValue() + member.type().stringValue());
            }
        }
        return found;
    }

    @Test
    void noKernelUsesMaskedBitwiseOperationsNorNarrowLanes() throws IOException {
        List<String> found = new ArrayList<>();
        int simd = 0;
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                found.addAll(forbidden(ClassFile.of().parse(file)));
                simd += file.toString().endsWith("Simd.class") ? 1 : 0;
            }
        }
        assertTrue(simd > 40, simd + " classes of vector loops");
        assertEquals(List.of(), found);
    }

    /** Tests that a forbidden operation is found if there is one. */
    @Test
    void theRuleFindsWhatItForbids() throws IOException {
        assertEquals(2, forbidden(ClassFile.of().parse(
                VectorOperationsTest.class.getResourceAsStream("ForbiddenSimdTest.class").readAllBytes())).size());
    }

    /**
     * Tests that vector loops are called through their gates alone: one that is called past its gate would run while it is not
     * compiled, a thousand times slower.
     */
    @Test
    void eachVectorLoopStandsBehindAGate() throws IOException {
        List<String> past = new ArrayList<>();
        int calls = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                int simd = source.indexOf("class Simd {");
                Matcher call = CALL_OF_SIMD.matcher(simd < 0 ? "" : source.substring(0, simd));
                while (call.find()) {
                    calls++;
                    String method = source.substring(source.lastIndexOf("\n    }\n", call.start()) + 1, call.start());
                    if (!method.contains(".head(")) {
                        past.add(file.getFileName() + ": " + call.group());
                    }
                }
            }
        }
        assertTrue(calls > 50, calls + " calls of vector loops");
        past.remove("VectorLoader.java: Simd.touch("); // This call loads the Vector API.
        assertEquals(List.of(), past);
    }
}
