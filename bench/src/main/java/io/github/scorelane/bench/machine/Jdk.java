package io.github.scorelane.bench.machine;

/** The Java that this JVM is. */
public final class Jdk {
    private Jdk() {}

    /** The version and vendor, for example "JDK 25.0.3+9-LTS (Eclipse Adoptium)". */
    public static String description() {
        return "JDK " + System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + ")";
    }

    /** The virtual machine, for example "OpenJDK 64-Bit Server VM, mixed mode, sharing". */
    public static String machine() {
        return System.getProperty("java.vm.name") + ", " + System.getProperty("java.vm.info");
    }
}
