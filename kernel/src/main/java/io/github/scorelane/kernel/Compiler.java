package io.github.scorelane.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Finds out which compiler makes machine code of vector loops. Only HotSpot's C2 is known to make vector instructions of them; with
 * any other compiler each operation is a call that makes objects, a hundred times slower than the scalar twin.
 */
final class Compiler {
    private static final String C2_LEVEL = "4";

    private Compiler() {}

    /** Returns the reason why vector loops would not be compiled to vector instructions, or null if they are. */
    static String whyNoVectors() {
        return whyNoVectors(System.getProperty("java.vm.name", ""), System.getProperty("java.vm.info", ""));
    }

    static String whyNoVectors(String name, String mode) {
        if (mode.contains("interpreted mode") || mode.contains("emulated-client")) {
            return "the C2 compiler is off (" + mode + ")";
        }
        try {
            var options = name.contains("OpenJ9") ? null : ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return options == null ? "its vectors were not measured on this virtual machine: " + name : whyNoVectors(options);
        } catch (LinkageError e) {
            return "the module jdk.management, which tells of the compiler, is not there";
        }
    }

    private static String whyNoVectors(HotSpotDiagnosticMXBean options) {
        String level = value(options, "TieredStopAtLevel", C2_LEVEL);
        if (!level.equals(C2_LEVEL)) {
            return "the C2 compiler is off (-XX:TieredStopAtLevel=" + level + ")";
        }
        if (value(options, "UseJVMCICompiler", "false").equals("true")) {
            return "its vectors were not measured with a JVMCI compiler (-XX:+UseJVMCICompiler)";
        }
        if (value(options, "EnableVectorSupport", "true").equals("false")) {
            return "the virtual machine's vector support is off (-XX:-EnableVectorSupport)";
        }
        return null;
    }

    /** Returns an option's value, or the given one if this virtual machine has no such option. */
    private static String value(HotSpotDiagnosticMXBean options, String name, String other) {
        try {
            return options.getVMOption(name).getValue();
        } catch (IllegalArgumentException e) {
            return other;
        }
    }
}
